#include <catch2/catch.hpp>

#include <entente/centrality.hpp>

#include "support/measure_comparison.hpp"
#include "support/random_graph.hpp"
#include "support/reference.hpp"

using namespace entente;
using namespace entente::testing;

namespace {

CentralityOptions attenuated(CentralityOptions options) {
  options.attenuation = 0.01;
  return options;
}

}  // namespace

TEST_CASE("Katz centrality solves its equations") {
  compare_on_random_graphs([](const GraphView& view,
                              const CentralityOptions& options) { return katz_centrality(view, attenuated(options)); },
                           [](const GraphView& view, const CentralityOptions& options) {
                             return reference_katz(view, attenuated(options));
                           });
}

TEST_CASE("Katz centrality chooses the attenuation by the largest eigenvalue") {
  // A ring: every entity has two neighbours, which is the largest eigenvalue, and the same score.
  CentralityOptions options;
  options.normalized = false;
  const Scores scores = katz_centrality(graph_of(5, {{0, 1}, {1, 2}, {2, 3}, {3, 4}, {4, 0}}), options);
  for (const double score : scores) CHECK(score == Approx(1.0 / (1.0 - options.damping)).margin(1e-8));
}

TEST_CASE("Katz centrality by itself stays within bounds on every graph") {
  Dice dice(32);
  for (int round = 0; round < 1000; ++round) {
    const KnowledgeGraph graph = random_graph(dice, 9);
    CentralityOptions options;
    options.direction = dice.chance(2) ? Direction::directed : Direction::either;
    options.count_parallel = dice.chance(2);
    for (const double score : katz_centrality(graph, options)) {
      REQUIRE(score > 0.0);
      REQUIRE(score <= 1.0);
    }
  }
}

TEST_CASE("Katz centrality of nothing is nothing") {
  CHECK(katz_centrality(KnowledgeGraph()).empty());
}
