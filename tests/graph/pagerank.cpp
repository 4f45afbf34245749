#include <algorithm>
#include <numeric>

#include <catch2/catch.hpp>

#include <entente/centrality.hpp>

#include "support/measure_comparison.hpp"
#include "support/random_graph.hpp"
#include "support/reference.hpp"

using namespace entente;
using namespace entente::testing;

namespace {

/// Every third entity, some of which the view may not show.
std::vector<EntityId> every_third(const GraphView& view) {
  std::vector<EntityId> entities;
  for (std::size_t i = 0; i < view.graph().entity_count(); i += 3) entities.push_back(EntityId(i));
  return entities;
}

}  // namespace

TEST_CASE("Personalised PageRank solves its equations") {
  compare_on_random_graphs(
      [](const GraphView& view, const CentralityOptions& options) {
        return personalized_pagerank(view, every_third(view), options);
      },
      [](const GraphView& view, const CentralityOptions& options) {
        return reference_personalized_pagerank(view, every_third(view), options);
      });
}

TEST_CASE("Personalised PageRank that restarts anywhere is PageRank") {
  Dice dice(34);
  for (int round = 0; round < 200; ++round) {
    const KnowledgeGraph graph = random_graph(dice, 20);
    const GraphView view(graph, random_lens(dice, graph));
    CentralityOptions options;
    options.direction = Direction::directed;
    options.tolerance = 1e-13;
    const Scores everywhere = personalized_pagerank(view, view.entities(), options);
    const Scores expected = pagerank(view, options);
    for (std::size_t i = 0; i < expected.size(); ++i) REQUIRE(everywhere[i] == Approx(expected[i]).margin(1e-10));
  }
}

TEST_CASE("A walker never comes to what cannot be reached from where it restarts") {
  const KnowledgeGraph graph = graph_of(5, {{0, 1}, {1, 2}, {3, 4}});
  const Scores scores = personalized_pagerank(graph, {EntityId(0)});
  CHECK(scores[3] == 0.0);
  CHECK(scores[4] == 0.0);
  CHECK(std::accumulate(scores.begin(), scores.end(), 0.0) == Approx(1.0));
  CHECK(personalized_pagerank(GraphView(graph).restricted_to({EntityId(1)}), {EntityId(0)}) == Scores(5));
  CHECK(personalized_pagerank(graph, {}) == Scores(5));
}
