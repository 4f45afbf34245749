#include <entente/clustering.hpp>

#include <catch2/catch.hpp>

#include "support/random_graph.hpp"
#include "support/reference.hpp"

using namespace entente;
using namespace entente::testing;

TEST_CASE("Clustering counts the triangles at each entity and in the graph") {
  Dice dice(43);
  for (int round = 0; round < 2000; ++round) {
    const KnowledgeGraph graph = random_graph(dice, 12);
    const GraphView view(graph, random_lens(dice, graph));
    const Matrix<unsigned> tie = arcs(view, Direction::either, false);
    const Clustering actual = clustering(view);
    double closed = 0.0;
    double all_pairs = 0.0;
    double sum = 0.0;
    for (std::size_t i = 0; i < tie.size(); ++i) {
      unsigned triangles = 0;
      unsigned pairs = 0;
      for (std::size_t j = 0; j < tie.size(); ++j) {
        for (std::size_t k = 0; k < j; ++k) {
          pairs += tie[i][j] * tie[i][k];
          triangles += tie[i][j] * tie[i][k] * tie[j][k];
        }
      }
      const double local = pairs == 0 ? 0.0 : static_cast<double>(triangles) / pairs;
      REQUIRE(actual.triangles[i] == triangles);
      REQUIRE(actual.local[i] == Approx(local).margin(1e-12));
      closed += triangles;
      all_pairs += pairs;
      sum += local;
    }
    REQUIRE(static_cast<double>(actual.triangle_count) * 3.0 == closed);
    REQUIRE(actual.transitivity == Approx(all_pairs == 0.0 ? 0.0 : closed / all_pairs).margin(1e-12));
    const auto visible = static_cast<double>(view.entity_count());
    REQUIRE(actual.average == Approx(visible == 0.0 ? 0.0 : sum / visible).margin(1e-12));
  }
}

TEST_CASE("Everybody tied to everybody is one cluster") {
  const Clustering four = clustering(graph_of(4, {{0, 1}, {0, 2}, {0, 3}, {1, 2}, {1, 3}, {2, 3}, {3, 2}, {1, 1}}));
  CHECK(four.triangle_count == 4);
  CHECK(four.average == 1.0);
  CHECK(four.transitivity == 1.0);
}

TEST_CASE("Triangles found before the time is up are at least and at most so many") {
  Dice dice(44);
  const KnowledgeGraph graph = random_graph(dice, 12);
  const Clustering all = clustering(graph);
  const Clustering none = clustering_within({.deadline = Deadline(0.0)}, graph);
  CHECK(all.complete);
  CHECK(all.triangles_at_most == all.triangle_count);
  CHECK_FALSE(none.complete);
  CHECK(none.triangle_count == 0);
  CHECK(none.triangles_at_most >= all.triangle_count);
}

TEST_CASE("Nothing is not clustered") {
  const Clustering nothing = clustering(KnowledgeGraph());
  CHECK(nothing.triangle_count == 0);
  CHECK(nothing.average == 0.0);
  CHECK(nothing.transitivity == 0.0);
}
