#include <entente/similarity.hpp>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <set>
#include <tuple>

#include <catch2/catch.hpp>

#include "support/random_graph.hpp"

using namespace entente;
using namespace entente::testing;

namespace {

using Position = std::tuple<Predicate, EntityId, Polarity>;

bool takes(const RelationView& relation, EntityId entity, const Position& position) {
  const auto& [predicate, object, polarity] = position;
  if (relation.predicate != predicate || relation.polarity != polarity || entity == object) return false;
  return (relation.subject == entity && relation.object == object) ||
         (is_symmetric(predicate) && relation.object == entity && relation.subject == object);
}

std::set<Position> positions(const GraphView& view, EntityId entity) {
  std::set<Position> result;
  for (const RelationId id : view.relations()) {
    const RelationView relation = view.graph().relation(id);
    for (const EntityId object : {relation.subject, relation.object})
      if (const Position position{relation.predicate, object, relation.polarity}; takes(relation, entity, position))
        result.insert(position);
  }
  return result;
}

double reference_similarity(const GraphView& view, SimilarityMeasure measure, EntityId one, EntityId other) {
  const std::set<Position> a = positions(view, one);
  const std::set<Position> b = positions(view, other);
  double shared = 0.0;
  double rarity = 0.0;
  for (const Position& position : a) {
    if (b.count(position) == 0) continue;
    shared += 1.0;
    double holders = 0.0;
    for (const EntityId entity : view.entities())
      holders += static_cast<double>(positions(view, entity).count(position));
    rarity += 1.0 / std::log(holders);
  }
  const auto sizes = std::pair(static_cast<double>(a.size()), static_cast<double>(b.size()));
  if (measure == SimilarityMeasure::adamic_adar) return rarity;
  if (shared == 0.0) return 0.0;
  if (measure == SimilarityMeasure::cosine) return shared / std::sqrt(sizes.first * sizes.second);
  return shared / (sizes.first + sizes.second - shared);
}

/// The fact among equal statements first, then the surest, then that with most evidence.
bool better(const RelationView& a, const RelationView& b) {
  const auto support = [](const RelationView& r) {
    return std::tuple(r.polarity == Polarity::positive && r.modality == Modality::actual, r.confidence,
                      r.evidence.size());
  };
  return support(a) > support(b);
}

}  // namespace

TEST_CASE("Similar entities share positions") {
  Dice dice(47);
  for (int round = 0; round < 500; ++round) {
    const KnowledgeGraph graph = random_graph(dice, 12);
    const GraphView view = dice.chance(2) ? GraphView(graph) : GraphView(graph, random_lens(dice, graph));
    const EntityId entity(dice.roll(graph.entity_count()));
    for (const auto measure : {SimilarityMeasure::jaccard, SimilarityMeasure::cosine, SimilarityMeasure::adamic_adar}) {
      const std::vector<Similar> found = most_similar(view, entity, measure, 100);
      std::set<EntityId> listed;
      for (std::size_t i = 0; i < found.size(); ++i) {
        listed.insert(found[i].entity);
        REQUIRE(found[i].score == Approx(reference_similarity(view, measure, entity, found[i].entity)).margin(1e-12));
        if (i > 0) REQUIRE(found[i - 1].score >= found[i].score);
      }
      REQUIRE(listed.size() == found.size());
      for (const EntityId other : view.entities())
        if (other != entity && listed.count(other) == 0)
          REQUIRE(reference_similarity(view, measure, entity, other) == 0.0);
      const std::size_t count = dice.roll(6);
      const std::vector<Similar> first = most_similar(view, entity, measure, count);
      REQUIRE(first.size() == std::min(count, found.size()));
      for (std::size_t i = 0; i < first.size(); ++i) {
        REQUIRE(first[i].entity == found[i].entity);
        REQUIRE(first[i].score == found[i].score);
        REQUIRE(first[i].shared.size() == found[i].shared.size());
      }
    }
  }
}

TEST_CASE("A shared position comes with the best supported relation of each") {
  Dice dice(48);
  for (int round = 0; round < 500; ++round) {
    const KnowledgeGraph graph = random_graph(dice, 12);
    const EntityId entity(dice.roll(graph.entity_count()));
    for (const Similar& similar : most_similar(graph, entity, SimilarityMeasure::jaccard, 100)) {
      std::set<Position> shared;
      for (const SharedPosition& position : similar.shared) {
        const RelationView one = graph.relation(position.of_one);
        const EntityId object = one.subject == entity ? one.object : one.subject;
        const Position key{one.predicate, object, one.polarity};
        shared.insert(key);
        for (const auto& [relation, holder] :
             {std::pair(position.of_one, entity), std::pair(position.of_other, similar.entity)}) {
          REQUIRE(takes(graph.relation(relation), holder, key));
          for (const RelationView other : graph.relations())
            if (takes(other, holder, key)) REQUIRE_FALSE(better(other, graph.relation(relation)));
        }
      }
      REQUIRE(shared.size() == similar.shared.size());
    }
  }
}

TEST_CASE("A search for similar entities that is stopped tells scores that are too low rather than too high") {
  Dice dice(49);
  for (int round = 0; round < 300; ++round) {
    const KnowledgeGraph graph = random_graph(dice, 12);
    const EntityId entity(dice.roll(graph.entity_count()));
    const std::size_t allowed = dice.roll(4);
    std::atomic<bool> stop = allowed == 0;
    const auto watch = [&](std::size_t done, std::size_t) { stop = done >= allowed; };
    const Effort effort{.stop = &stop, .progress = watch};
    const auto found = most_similar_within(effort, graph, entity, SimilarityMeasure::adamic_adar, 100);
    REQUIRE(found.positions == positions(graph, entity).size());
    REQUIRE(found.looked_at == std::min(allowed, found.positions));
    REQUIRE(found.complete == (found.looked_at == found.positions));
    for (const Similar& similar : found.entities) {
      const double whole = reference_similarity(graph, SimilarityMeasure::adamic_adar, entity, similar.entity);
      REQUIRE(similar.score <= whole + 1e-12);
      if (found.complete) REQUIRE(similar.score == Approx(whole).margin(1e-12));
    }
    stop = true;
    CHECK(most_similar_within({.stop = &stop}, graph, entity, SimilarityMeasure::jaccard, 100).entities.empty());
  }
}

TEST_CASE("Who is not visible is similar to nobody") {
  const KnowledgeGraph graph = graph_of(3, {{0, 2}, {1, 2}});
  CHECK(most_similar(graph, EntityId(0), SimilarityMeasure::jaccard, 9).size() == 1);
  CHECK(most_similar(graph, EntityId(0), SimilarityMeasure::jaccard, 0).empty());
  const GraphView rest = GraphView(graph).restricted_to({EntityId(1), EntityId(2)});
  CHECK(most_similar(rest, EntityId(0), SimilarityMeasure::jaccard, 9).empty());
}

TEST_CASE("Measures of similarity have names") {
  for (const auto measure : {SimilarityMeasure::jaccard, SimilarityMeasure::cosine, SimilarityMeasure::adamic_adar})
    CHECK(similarity_measure_named(name(measure)) == measure);
  CHECK(name(SimilarityMeasure::adamic_adar) == "adamic-adar");
  CHECK_FALSE(similarity_measure_named("Jaccard"));
}
