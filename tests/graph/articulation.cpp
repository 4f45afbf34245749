#include <entente/articulation.hpp>

#include <algorithm>
#include <numeric>

#include <catch2/catch.hpp>

#include "support/random_graph.hpp"
#include "support/reference.hpp"

using namespace entente;
using namespace entente::testing;

namespace {

using Groups = std::vector<std::vector<EntityId>>;

EntityId id(std::size_t index) {
  return EntityId(index);
}

/// The groups of entities joined by arcs, as far as one of them is in `component`, in the order of
/// `reference_components`.
Groups joined_groups(const Matrix<unsigned>& arc, const std::vector<EntityId>& entities) {
  std::vector<std::size_t> group(arc.size());
  std::iota(group.begin(), group.end(), std::size_t{0});
  for (std::size_t pass = 0; pass < arc.size(); ++pass)
    for (const EntityId a : entities)
      for (const EntityId b : entities)
        if (arc[a.index()][b.index()] > 0)
          group[a.index()] = group[b.index()] = std::min(group[a.index()], group[b.index()]);
  Groups groups;
  for (std::size_t mark = 0; mark < arc.size(); ++mark) {
    std::vector<EntityId> members;
    for (const EntityId entity : entities)
      if (group[entity.index()] == mark) members.push_back(entity);
    if (!members.empty()) groups.push_back(members);
  }
  std::stable_sort(groups.begin(), groups.end(), [](const auto& a, const auto& b) { return a.size() > b.size(); });
  return groups;
}

std::vector<EntityId> component_of(const Matrix<unsigned>& arc, const std::vector<EntityId>& entities,
                                   EntityId entity) {
  for (const auto& group : joined_groups(arc, entities))
    if (std::find(group.begin(), group.end(), entity) != group.end()) return group;
  return {};
}

/// What is left of the entity's component without it.
Groups reference_parts(const GraphView& view, EntityId entity) {
  const Matrix<unsigned> arc = arcs(view, Direction::either, false);
  std::vector<EntityId> rest = component_of(arc, view.entities(), entity);
  rest.erase(std::find(rest.begin(), rest.end(), entity));
  return joined_groups(arc, rest);
}

/// What is left of the component of two entities without the relations between them.
Groups reference_parts(const GraphView& view, EntityId one, EntityId other) {
  Matrix<unsigned> arc = arcs(view, Direction::either, false);
  const std::vector<EntityId> component = component_of(arc, view.entities(), one);
  arc[one.index()][other.index()] = arc[other.index()][one.index()] = 0;
  return joined_groups(arc, component);
}

std::vector<std::size_t> sizes(const Groups& groups) {
  std::vector<std::size_t> result;
  for (const auto& group : groups) result.push_back(group.size());
  return result;
}

}  // namespace

TEST_CASE("Articulation points are those without whom a component falls apart") {
  Dice dice(41);
  for (int round = 0; round < 2000; ++round) {
    const KnowledgeGraph graph = random_graph(dice, 12);
    const GraphView view(graph, random_lens(dice, graph));
    std::vector<ArticulationPoint> points = articulation_points(view);
    for (std::size_t i = 1; i < points.size(); ++i) {
      REQUIRE(points[i - 1].cut_off() >= points[i].cut_off());
      if (points[i - 1].cut_off() == points[i].cut_off()) REQUIRE(points[i - 1].entity < points[i].entity);
    }
    for (const EntityId entity : view.entities()) {
      const Groups parts = reference_parts(view, entity);
      REQUIRE(parts_without(view, entity) == parts);
      const auto found = std::find_if(points.begin(), points.end(), [&](const auto& p) { return p.entity == entity; });
      REQUIRE((found != points.end()) == (parts.size() > 1));
      if (found != points.end()) REQUIRE(found->part_sizes == sizes(parts));
    }
  }
}

TEST_CASE("Bridges are the ties without which a component falls apart") {
  Dice dice(42);
  for (int round = 0; round < 2000; ++round) {
    const KnowledgeGraph graph = random_graph(dice, 12);
    const GraphView view(graph, random_lens(dice, graph));
    const Matrix<unsigned> count = arcs(view, Direction::either, true);
    for (const BridgeKind kind : {BridgeKind::tie, BridgeKind::single_relation}) {
      const std::vector<Bridge> found = bridges(view, kind);
      std::size_t expected = 0;
      for (const EntityId one : view.entities()) {
        for (const EntityId other : view.entities()) {
          const unsigned parallel = count[one.index()][other.index()];
          if (!(one < other) || parallel == 0 || (kind == BridgeKind::single_relation && parallel > 1)) continue;
          const Groups parts = reference_parts(view, one, other);
          if (parts.size() < 2) continue;
          ++expected;
          const auto bridge = std::find_if(found.begin(), found.end(),
                                           [&](const Bridge& b) { return b.one == one && b.other == other; });
          REQUIRE(bridge != found.end());
          REQUIRE(bridge->relations.size() == parallel);
          REQUIRE(parts_without(view, *bridge) == parts);
          for (const auto& part : parts) {
            const bool has_one = std::find(part.begin(), part.end(), one) != part.end();
            REQUIRE((has_one ? bridge->one_side : bridge->other_side) == part.size());
          }
        }
      }
      REQUIRE(found.size() == expected);
      REQUIRE(std::is_sorted(found.begin(), found.end(),
                             [](const Bridge& a, const Bridge& b) { return a.cut_off() > b.cut_off(); }));
    }
  }
}

TEST_CASE("Two relations between the same entities are a bridge together, none alone") {
  const KnowledgeGraph graph = graph_of(2, {{0, 1}, {1, 0}});
  REQUIRE(bridges(graph).size() == 1);
  CHECK(bridges(graph).front().relations == std::vector<RelationId>{RelationId(0), RelationId(1)});
  CHECK(bridges(graph, BridgeKind::single_relation).empty());
  CHECK(articulation_points(graph).empty());
}

TEST_CASE("The parts of two triangles that share a corner are what is left of each") {
  const KnowledgeGraph graph = graph_of(6, {{0, 1}, {1, 2}, {2, 0}, {2, 3}, {3, 4}, {4, 2}});
  const std::vector<ArticulationPoint> points = articulation_points(graph);
  REQUIRE(points.size() == 1);
  CHECK(points.front().entity == id(2));
  CHECK(points.front().part_sizes == std::vector<std::size_t>{2, 2});
  CHECK(points.front().cut_off() == 2);
  CHECK(parts_without(graph, id(2)) == Groups{{id(0), id(1)}, {id(3), id(4)}});
  CHECK(bridges(graph).empty());
}

TEST_CASE("A hub with very many bridges is not looked through for each of them") {
  constexpr std::size_t leaves = 100000;  // squared, this would take minutes
  std::vector<std::pair<std::size_t, std::size_t>> ties;
  for (std::size_t leaf = 1; leaf <= leaves; ++leaf) ties.emplace_back(0, leaf);
  const KnowledgeGraph star = graph_of(leaves + 1, ties);
  for (const BridgeKind kind : {BridgeKind::tie, BridgeKind::single_relation}) {
    const std::vector<Bridge> found = bridges(star, kind);
    REQUIRE(found.size() == leaves);
    CHECK(found.back().relations == std::vector<RelationId>{RelationId(leaves - 1)});
  }
}

TEST_CASE("A long row is all bridges, without a deep recursion") {
  constexpr std::size_t length = 200000;
  std::vector<std::pair<std::size_t, std::size_t>> row;
  for (std::size_t i = 1; i < length; ++i) row.emplace_back(i - 1, i);
  const KnowledgeGraph graph = graph_of(length, row);
  CHECK(bridges(graph).size() == length - 1);
  const std::vector<ArticulationPoint> points = articulation_points(graph);
  REQUIRE(points.size() == length - 2);
  CHECK(points.front().part_sizes == std::vector<std::size_t>{length / 2, length / 2 - 1});
}

TEST_CASE("Nothing has no articulation points and no bridges") {
  CHECK(articulation_points(KnowledgeGraph()).empty());
  CHECK(bridges(KnowledgeGraph()).empty());
}
