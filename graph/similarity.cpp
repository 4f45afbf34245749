#include <entente/similarity.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <tuple>
#include <utility>

#include "relation_support.hpp"

namespace entente {

namespace {

constexpr std::array<std::pair<SimilarityMeasure, std::string_view>, 3> measure_names{{
    {SimilarityMeasure::jaccard, "jaccard"},
    {SimilarityMeasure::cosine, "cosine"},
    {SimilarityMeasure::adamic_adar, "adamic-adar"},
}};

struct Position {
  Predicate predicate;
  EntityId object;
  Polarity polarity;
  friend auto operator<=>(const Position&, const Position&) = default;
};

/// What somebody takes or is the object of, with the relation that says so best.
template <class Key>
using Supported = std::map<Key, RelationId>;

template <class Key>
void add(Supported<Key>& all, const Key& key, const KnowledgeGraph& graph, RelationId id) {
  const auto [place, is_new] = all.emplace(key, id);
  if (!is_new && better_supported(graph, id, place->second)) place->second = id;
}

Supported<Position> positions_of(const GraphView& view, EntityId entity) {
  const KnowledgeGraph& graph = view.graph();
  Supported<Position> positions;
  const auto take = [&](RelationId id, EntityId object) {
    const RelationView relation = graph.relation(id);
    if (view.shows(id) && object != entity) add(positions, {relation.predicate, object, relation.polarity}, graph, id);
  };
  for (const RelationId id : graph.outgoing(entity)) take(id, graph.relation(id).object);
  for (const RelationId id : graph.incoming(entity))
    if (is_symmetric(graph.relation(id).predicate)) take(id, graph.relation(id).subject);
  return positions;
}

/// All who take the position.
Supported<EntityId> holders_of(const GraphView& view, const Position& position) {
  const KnowledgeGraph& graph = view.graph();
  Supported<EntityId> holders;
  const auto take = [&](RelationId id, EntityId holder) {
    const RelationView relation = graph.relation(id);
    if (view.shows(id) && holder != position.object && relation.predicate == position.predicate &&
        relation.polarity == position.polarity)
      add(holders, holder, graph, id);
  };
  for (const RelationId id : graph.incoming(position.object)) take(id, graph.relation(id).subject);
  if (is_symmetric(position.predicate))
    for (const RelationId id : graph.outgoing(position.object)) take(id, graph.relation(id).object);
  return holders;
}

double similarity(SimilarityMeasure measure, std::size_t shared, std::size_t of_one, std::size_t of_other) {
  const auto common = static_cast<double>(shared);
  if (measure == SimilarityMeasure::jaccard) return common / static_cast<double>(of_one + of_other - shared);
  return common / std::sqrt(static_cast<double>(of_one) * static_cast<double>(of_other));
}

}  // namespace

std::string_view name(SimilarityMeasure measure) {
  return measure_names[static_cast<std::size_t>(measure)].second;
}

std::optional<SimilarityMeasure> similarity_measure_named(std::string_view wanted) {
  for (const auto& [measure, measure_name] : measure_names)
    if (measure_name == wanted) return measure;
  return std::nullopt;
}

std::vector<Similar> most_similar(const GraphView& view, EntityId entity, SimilarityMeasure measure,
                                  std::size_t count) {
  if (!view.shows(entity)) return {};
  const Supported<Position> positions = positions_of(view, entity);
  std::map<EntityId, Similar> candidates;
  for (const auto& [position, relation] : positions) {
    const Supported<EntityId> holders = holders_of(view, position);
    for (const auto& [holder, other_relation] : holders) {
      if (holder == entity) continue;
      Similar& similar = candidates.try_emplace(holder, Similar{holder, 0.0, {}}).first->second;
      similar.shared.push_back({relation, other_relation});
      similar.score += 1.0 / std::log(static_cast<double>(holders.size()));
    }
  }
  std::vector<Similar> ranking;
  for (auto& [holder, similar] : candidates) {
    if (measure != SimilarityMeasure::adamic_adar)
      similar.score = similarity(measure, similar.shared.size(), positions.size(), positions_of(view, holder).size());
    ranking.push_back(std::move(similar));
  }
  std::sort(ranking.begin(), ranking.end(), [&](const Similar& a, const Similar& b) {
    const auto place = [&](const Similar& similar) {
      return std::tuple(-similar.score, std::string_view(view.graph().entity(similar.entity).name), similar.entity);
    };
    return place(a) < place(b);
  });
  if (ranking.size() > count) ranking.erase(ranking.begin() + static_cast<std::ptrdiff_t>(count), ranking.end());
  return ranking;
}

}  // namespace entente
