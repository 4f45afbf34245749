#include <entente/components.hpp>

#include <catch2/catch.hpp>

#include "support/random_graph.hpp"
#include "support/reference.hpp"

using namespace entente;
using namespace entente::testing;

namespace {

using Groups = std::vector<std::vector<EntityId>>;

Groups groups(std::initializer_list<std::initializer_list<std::size_t>> indexes) {
  Groups result;
  for (const auto& group : indexes) {
    result.emplace_back();
    for (const std::size_t index : group) result.back().push_back(EntityId(index));
  }
  return result;
}

}  // namespace

TEST_CASE("Components come largest first, then by their lowest id") {
  const KnowledgeGraph graph = graph_of(7, {{6, 1}, {1, 2}, {2, 6}, {5, 3}, {0, 0}});
  CHECK(weak_components(graph) == groups({{1, 2, 6}, {3, 5}, {0}, {4}}));
  CHECK(strong_components(graph) == groups({{1, 2, 6}, {0}, {3}, {4}, {5}}));
}

TEST_CASE("An empty graph has no components") {
  CHECK(weak_components(KnowledgeGraph()).empty());
  CHECK(strong_components(KnowledgeGraph()).empty());
}

TEST_CASE("Components are those who reach each other") {
  Dice dice(6);
  for (int round = 0; round < 1000; ++round) {
    const KnowledgeGraph graph = random_graph(dice, 12);
    const GraphView view(graph, random_lens(dice, graph));
    REQUIRE(weak_components(view) == reference_components(view, Direction::either));
    REQUIRE(strong_components(view) == reference_components(view, Direction::directed));
  }
}

TEST_CASE("A long row is one component, without a deep recursion") {
  constexpr std::size_t length = 200000;
  std::vector<std::pair<std::size_t, std::size_t>> arcs;
  for (std::size_t i = 1; i < length; ++i) arcs.emplace_back(i - 1, i);
  const KnowledgeGraph graph = graph_of(length, arcs);
  CHECK(weak_components(graph).size() == 1);
  CHECK(strong_components(graph).size() == length);
}
