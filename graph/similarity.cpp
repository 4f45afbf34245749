#include <entente/similarity.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <map>
#include <queue>
#include <tuple>
#include <utility>
#include <vector>

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

/// All who share a position with the entity, with the sum of its rarity as their score.
std::vector<Similar> candidates_for(const Effort& effort, const GraphView& view, EntityId entity,
                                    const Supported<Position>& positions, FoundSimilar& found) {
  std::map<EntityId, Similar> candidates;
  for (const auto& [position, relation] : positions) {
    if (effort.over()) {
      found.complete = false;
      break;
    }
    const Supported<EntityId> holders = holders_of(view, position);
    for (const auto& [holder, other_relation] : holders) {
      if (holder == entity) continue;
      Similar& similar = candidates.try_emplace(holder, Similar{holder, 0.0, {}}).first->second;
      similar.shared.push_back({relation, other_relation});
      similar.score += 1.0 / std::log(static_cast<double>(holders.size()));
    }
    effort.tell(++found.looked_at, found.positions);
  }
  std::vector<Similar> result;
  result.reserve(candidates.size());
  for (auto& [holder, similar] : candidates) result.push_back(std::move(similar));
  return result;
}

/// Those of the candidates who may be among the `count` best, with their scores by the measure. Those who share most
/// come first, until nobody who shares less can be better.
std::vector<Similar> scored(const Effort& effort, const GraphView& view, SimilarityMeasure measure, std::size_t count,
                            std::vector<Similar> candidates, FoundSimilar& found) {
  std::stable_sort(candidates.begin(), candidates.end(),
                   [](const Similar& a, const Similar& b) { return a.shared.size() > b.shared.size(); });
  std::priority_queue<double, std::vector<double>, std::greater<>> best;
  std::vector<Similar> result;
  for (Similar& candidate : candidates) {
    const std::size_t shared = candidate.shared.size();
    const double at_most = similarity(measure, shared, found.positions, shared);
    if (best.size() == count && (count == 0 || at_most < best.top())) break;
    if (effort.over()) {
      found.complete = false;
      break;
    }
    candidate.score = similarity(measure, shared, found.positions, positions_of(view, candidate.entity).size());
    best.push(candidate.score);
    if (best.size() > count) best.pop();
    result.push_back(std::move(candidate));
  }
  return result;
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
  return most_similar_within({}, view, entity, measure, count).entities;
}

FoundSimilar most_similar_within(const Effort& effort, const GraphView& view, EntityId entity,
                                 SimilarityMeasure measure, std::size_t count) {
  FoundSimilar found;
  if (!view.shows(entity)) return found;
  const Supported<Position> positions = positions_of(view, entity);
  found.positions = positions.size();
  std::vector<Similar> candidates = candidates_for(effort, view, entity, positions, found);
  found.entities = measure == SimilarityMeasure::adamic_adar
                       ? std::move(candidates)
                       : scored(effort, view, measure, count, std::move(candidates), found);
  std::sort(found.entities.begin(), found.entities.end(), [&](const Similar& a, const Similar& b) {
    const auto place = [&](const Similar& similar) {
      return std::tuple(-similar.score, std::string_view(view.graph().entity(similar.entity).name), similar.entity);
    };
    return place(a) < place(b);
  });
  if (found.entities.size() > count)
    found.entities.erase(found.entities.begin() + static_cast<std::ptrdiff_t>(count), found.entities.end());
  return found;
}

}  // namespace entente
