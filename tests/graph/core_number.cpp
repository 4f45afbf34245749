#include <catch2/catch.hpp>

#include <entente/centrality.hpp>

#include "support/measure_comparison.hpp"
#include "support/random_graph.hpp"
#include "support/reference.hpp"

using namespace entente;
using namespace entente::testing;

TEST_CASE("The core number is the last core from which an entity is not taken off") {
  compare_on_random_graphs(core_number, reference_core_number);
}

TEST_CASE("A triangle with a tail is a 2-core with a 1-core") {
  CHECK(core_number(graph_of(6, {{0, 1}, {1, 2}, {2, 0}, {2, 3}, {3, 4}, {5, 5}})) == Scores{2, 2, 2, 1, 1, 0});
  CHECK(core_number(KnowledgeGraph()).empty());
}
