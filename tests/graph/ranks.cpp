#include <entente/ranks.hpp>

#include <catch2/catch.hpp>

#include "support/random_graph.hpp"

using namespace entente;
using namespace entente::testing;

TEST_CASE("Equal scores share a rank, and the next comes after all of them") {
  const KnowledgeGraph graph = graph_of(5, {});
  CHECK(ranks(graph, {0.5, 0.2, 0.5, 0.1, 0.5 - 1e-13}) == std::vector<std::size_t>{1, 4, 1, 5, 1});
  CHECK(ranks(graph, {0, 0, 0, 0, 0}) == std::vector<std::size_t>{1, 1, 1, 1, 1});
  CHECK(ranks(graph, {-1, 2, 1, 0, -2}) == std::vector<std::size_t>{4, 1, 2, 3, 5});
}

TEST_CASE("Who is not visible has no rank and takes none") {
  const KnowledgeGraph graph = graph_of(3, {});
  const GraphView view = GraphView(graph).restricted_to({EntityId(0), EntityId(2)});
  CHECK(ranks(view, {1, 3, 2}) == std::vector<std::size_t>{2, 0, 1});
  CHECK(ranks(KnowledgeGraph(), {}).empty());
}

TEST_CASE("A rank is one more than the number of higher scores") {
  Dice dice(31);
  for (int round = 0; round < 300; ++round) {
    const KnowledgeGraph graph = random_graph(dice, 12);
    const GraphView view(graph, random_lens(dice, graph));
    const Scores scores = degree_centrality(view);
    const std::vector<std::size_t> places = ranks(view, scores);
    for (const EntityId entity : view.entities()) {
      std::size_t higher = 0;
      for (const EntityId other : view.entities()) higher += scores[other.index()] > scores[entity.index()] ? 1U : 0U;
      REQUIRE(places[entity.index()] == higher + 1);
    }
  }
}
