#include "measure_comparison.hpp"

#include <cmath>

#include <catch2/catch.hpp>

#include "random_graph.hpp"

namespace entente::testing {

void compare_on_random_graphs(Measure measure, Measure reference) {
  Dice dice(4);
  for (int round = 0; round < 1000; ++round) {
    const KnowledgeGraph graph = random_graph(dice, 9);
    const GraphView view = dice.chance(3) ? GraphView(graph) : GraphView(graph, random_lens(dice, graph));
    for (const unsigned bits : {0U, 1U, 2U, 3U, 4U, 5U, 6U, 7U}) {
      CentralityOptions options;
      options.direction = (bits & 1U) != 0 ? Direction::directed : Direction::either;
      options.count_parallel = (bits & 2U) != 0;
      options.normalized = (bits & 4U) != 0;
      options.tolerance = 1e-13;
      const Scores actual = measure(view, options);
      const Scores expected = reference(view, options);
      REQUIRE(actual.size() == expected.size());
      for (std::size_t i = 0; i < actual.size(); ++i) {
        INFO("round " << round << ", options " << bits << ", place " << i);
        REQUIRE(actual[i] == Approx(expected[i]).margin(1e-9).epsilon(0));
      }
    }
  }
}

}  // namespace entente::testing
