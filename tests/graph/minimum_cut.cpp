#include <entente/minimum_cut.hpp>

#include <algorithm>
#include <set>

#include <catch2/catch.hpp>

#include "support/random_graph.hpp"
#include "support/reference.hpp"

using namespace entente;
using namespace entente::testing;

namespace {

using Set = std::set<EntityId>;

Set as_set(const std::vector<EntityId>& entities) {
  return Set(entities.begin(), entities.end());
}

/// What can be reached without the entities that are gone, and without the arcs straight from `from` to `to`.
Set reached(const Matrix<unsigned>& arc, EntityId from, EntityId to, const Set& gone) {
  Set seen{from};
  for (std::size_t pass = 0; pass < arc.size(); ++pass)
    for (std::size_t a = 0; a < arc.size(); ++a)
      for (std::size_t b = 0; b < arc.size(); ++b)
        if (seen.count(EntityId(a)) == 1 && arc[a][b] > 0 && gone.count(EntityId(b)) == 0 &&
            !(EntityId(a) == from && EntityId(b) == to))
          seen.insert(EntityId(b));
  return seen;
}

/// Calls `see` with every set of the entities.
template <class See>
void subsets(const std::vector<EntityId>& entities, See see) {
  for (unsigned bits = 0; bits < 1U << entities.size(); ++bits) {
    Set subset;
    for (std::size_t i = 0; i < entities.size(); ++i)
      if ((bits >> i & 1U) != 0) subset.insert(entities[i]);
    see(subset);
  }
}

std::vector<EntityId> between(const GraphView& view, EntityId from, EntityId to) {
  std::vector<EntityId> others = view.entities();
  others.erase(std::remove_if(others.begin(), others.end(), [&](EntityId e) { return e == from || e == to; }),
               others.end());
  return others;
}

/// The smallest number of arcs out of a set with `from` and without `to`, and what all such sets share.
MinimumCut reference_relation_cut(const GraphView& view, EntityId from, EntityId to, const CutOptions& options) {
  const Matrix<unsigned> arc = arcs(view, options.direction, options.count_parallel);
  MinimumCut best{.size = static_cast<std::size_t>(-1)};
  subsets(between(view, from, to), [&](Set side) {
    side.insert(from);
    std::size_t size = 0;
    for (const EntityId a : side)
      for (const EntityId b : view.entities())
        if (side.count(b) == 0) size += arc[a.index()][b.index()];
    if (size > best.size) return;
    if (size < best.size) best = {.size = size, .side = view.entities()};
    std::vector<EntityId> shared;
    std::set_intersection(side.begin(), side.end(), best.side.begin(), best.side.end(), std::back_inserter(shared));
    best.side = shared;
  });
  return best;
}

/// The smallest number of entities and direct arcs that part the two, and what can be reached whichever of them go.
MinimumCut reference_entity_cut(const GraphView& view, EntityId from, EntityId to, const CutOptions& options) {
  const Matrix<unsigned> arc = arcs(view, options.direction, options.count_parallel);
  MinimumCut best{.size = static_cast<std::size_t>(-1)};
  subsets(between(view, from, to), [&](const Set& gone) {
    const Set side = reached(arc, from, to, gone);
    const std::size_t size = gone.size() + arc[from.index()][to.index()];
    if (side.count(to) == 1 || size > best.size) return;
    if (size < best.size) best = {.size = size, .side = view.entities()};
    std::vector<EntityId> shared;
    std::set_intersection(side.begin(), side.end(), best.side.begin(), best.side.end(), std::back_inserter(shared));
    best.side = shared;
  });
  return best;
}

/// The relations of the view that lead from inside to outside.
std::vector<RelationId> leading_out(const GraphView& view, const Set& inside, const Set& outside, Direction direction) {
  std::vector<RelationId> out;
  for (const RelationId id : view.relations()) {
    const RelationView relation = view.graph().relation(id);
    const bool both_ways = direction == Direction::either || is_symmetric(relation.predicate);
    if ((inside.count(relation.subject) == 1 && outside.count(relation.object) == 1) ||
        (both_ways && inside.count(relation.object) == 1 && outside.count(relation.subject) == 1))
      out.push_back(id);
  }
  return out;
}

void check(const GraphView& view, EntityId from, EntityId to, const CutOptions& options) {
  const auto cut = minimum_cut(view, from, to, options);
  if (from == to || !view.shows(from) || !view.shows(to)) {
    REQUIRE_FALSE(cut);
    return;
  }
  REQUIRE(cut);
  const bool of_entities = options.cut == CutOf::entities;
  const MinimumCut expected =
      of_entities ? reference_entity_cut(view, from, to, options) : reference_relation_cut(view, from, to, options);
  REQUIRE(cut->size == expected.size);
  REQUIRE(cut->side == expected.side);
  const auto hurried = minimum_cut_within({.deadline = Deadline(0.0)}, view, from, to, options);
  REQUIRE(hurried->size <= expected.size);
  REQUIRE(hurried->size_at_most >= expected.size);
  REQUIRE(hurried->complete == (expected.size == 0));
  Set outside = as_set(view.entities());
  for (const EntityId entity : cut->side) outside.erase(entity);
  if (!of_entities) {
    REQUIRE(cut->entities.empty());
    REQUIRE(cut->relations == leading_out(view, as_set(cut->side), outside, options.direction));
    return;
  }
  const Matrix<unsigned> arc = arcs(view, options.direction, options.count_parallel);
  REQUIRE(std::is_sorted(cut->entities.begin(), cut->entities.end()));
  REQUIRE(cut->entities.size() + arc[from.index()][to.index()] == cut->size);
  REQUIRE(reached(arc, from, to, as_set(cut->entities)) == as_set(cut->side));
  REQUIRE(cut->relations == leading_out(view, {from}, {to}, options.direction));
}

}  // namespace

TEST_CASE("A minimum cut is the smallest there is, and of those the nearest to where it starts") {
  Dice dice(46);
  for (int round = 0; round < 1000; ++round) {
    const KnowledgeGraph graph = random_graph(dice, 9);
    const GraphView view = dice.chance(2) ? GraphView(graph) : GraphView(graph, random_lens(dice, graph));
    for (const unsigned bits : {0U, 1U, 2U, 3U, 4U, 5U, 6U, 7U}) {
      CutOptions options;
      options.cut = (bits & 1U) != 0 ? CutOf::entities : CutOf::relations;
      options.direction = (bits & 2U) != 0 ? Direction::directed : Direction::either;
      options.count_parallel = (bits & 4U) != 0;
      INFO("round " << round << ", options " << bits);
      check(view, EntityId(0), EntityId(graph.entity_count() - 1), options);
    }
  }
}

TEST_CASE("Parallel relations are cut as one unless they count") {
  const KnowledgeGraph graph = graph_of(3, {{0, 1}, {1, 0}, {1, 2}});
  const auto cut = minimum_cut(graph, EntityId(0), EntityId(2));
  REQUIRE(cut);
  CHECK(cut->size == 1);
  CHECK(cut->relations == std::vector<RelationId>{RelationId(0), RelationId(1)});
  CutOptions counted;
  counted.count_parallel = true;
  const auto single = minimum_cut(graph, EntityId(0), EntityId(2), counted);
  REQUIRE(single);
  CHECK(single->relations == std::vector<RelationId>{RelationId(2)});
  CHECK(single->side == std::vector<EntityId>{EntityId(0), EntityId(1)});
}

TEST_CASE("Who are not connected need no cut") {
  const auto cut = minimum_cut(graph_of(3, {{0, 1}}), EntityId(0), EntityId(2));
  REQUIRE(cut);
  CHECK(cut->size == 0);
  CHECK(cut->relations.empty());
  CHECK(cut->side == std::vector<EntityId>{EntityId(0), EntityId(1)});
}
