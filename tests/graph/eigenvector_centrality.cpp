#include <algorithm>
#include <cmath>

#include <catch2/catch.hpp>

#include <entente/centrality.hpp>

#include "support/linear_algebra.hpp"
#include "support/random_graph.hpp"

using namespace entente;
using namespace entente::testing;

namespace {

/// What equal scores come to when those of the others are added 2^`squarings` times.
Scores after_steps(const GraphView& view, const CentralityOptions& options, int squarings) {
  Matrix<double> step = transposed(adjacency(view, options));
  for (std::size_t i = 0; i < step.size(); ++i) step[i][i] += 1.0;
  std::vector<double> sums;
  double squares = 0.0;
  for (const auto& row : power(step, squarings)) {
    sums.push_back(0.0);
    for (const double value : row) sums.back() += value;
    squares += sums.back() * sums.back();
  }
  for (double& sum : sums) sum /= std::sqrt(squares);
  return by_entity(view, sums);
}

double largest_difference(const Scores& a, const Scores& b) {
  double largest = 0.0;
  for (std::size_t i = 0; i < a.size(); ++i) largest = std::max(largest, std::abs(a[i] - b[i]));
  return largest;
}

}  // namespace

TEST_CASE("Eigenvector centrality is where adding up the neighbours' scores leads") {
  Dice dice(31);
  int compared = 0;
  for (int round = 0; round < 1000; ++round) {
    const KnowledgeGraph graph = random_graph(dice, 9);
    const GraphView view = dice.chance(3) ? GraphView(graph) : GraphView(graph, random_lens(dice, graph));
    for (const unsigned bits : {0U, 1U, 2U, 3U}) {
      CentralityOptions options;
      options.direction = (bits & 1U) != 0 ? Direction::directed : Direction::either;
      options.count_parallel = (bits & 2U) != 0;
      options.tolerance = 1e-13;
      const Scores limit = after_steps(view, options, 40);
      // Some graphs take more steps than anybody has patience for.
      if (largest_difference(limit, after_steps(view, options, 12)) > 1e-12) continue;
      INFO("round " << round << ", options " << bits);
      REQUIRE(largest_difference(eigenvector_centrality(view, options), limit) < 1e-9);
      ++compared;
    }
  }
  CHECK(compared > 2500);
}

TEST_CASE("The middle of a star is as central as its ends together in eigenvector centrality") {
  const Scores scores = eigenvector_centrality(graph_of(5, {{0, 1}, {2, 0}, {0, 3}, {4, 0}}));
  CHECK(scores[0] == Approx(std::sqrt(0.5)).margin(1e-9));
  for (std::size_t i = 1; i < 5; ++i) CHECK(scores[i] == Approx(std::sqrt(0.125)).margin(1e-9));
}

TEST_CASE("Eigenvector centrality without relations is the same for all") {
  CHECK(eigenvector_centrality(graph_of(4, {})) == Scores(4, 0.5));
  CHECK(eigenvector_centrality(KnowledgeGraph()).empty());
}

TEST_CASE("Eigenvector centrality ends where it has no limit to come to soon") {
  CentralityOptions options;
  options.direction = Direction::directed;
  const Scores scores = eigenvector_centrality(graph_of(3, {{0, 1}, {1, 2}}), options);
  CHECK(scores[2] > 0.999);
  CHECK(scores[2] <= 1.0);
}
