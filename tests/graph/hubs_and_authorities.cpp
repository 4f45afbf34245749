#include <algorithm>
#include <cmath>

#include <catch2/catch.hpp>

#include <entente/centrality.hpp>

#include "support/linear_algebra.hpp"
#include "support/random_graph.hpp"

using namespace entente;
using namespace entente::testing;

namespace {

/// The row sums of a power of `a` times its transpose, scaled.
Scores dominant(const GraphView& view, const Matrix<double>& a, int squarings, bool normalized) {
  std::vector<double> sums;
  for (const auto& row : power(product(a, transposed(a)), squarings)) {
    sums.push_back(0.0);
    for (const double value : row) sums.back() += value;
  }
  double scale = 0.0;
  for (const double sum : sums) scale = normalized ? scale + sum : std::max(scale, sum);
  if (scale > 0.0)
    for (double& sum : sums) sum /= scale;
  return by_entity(view, sums);
}

bool agree(const Scores& a, const Scores& b, double tolerance) {
  for (std::size_t i = 0; i < a.size(); ++i)
    if (std::abs(a[i] - b[i]) > tolerance) return false;
  return a.size() == b.size();
}

}  // namespace

TEST_CASE("Hubs lead to authorities, which are led to by hubs") {
  Dice dice(33);
  int compared = 0;
  for (int round = 0; round < 1000; ++round) {
    const KnowledgeGraph graph = random_graph(dice, 9);
    const GraphView view = dice.chance(3) ? GraphView(graph) : GraphView(graph, random_lens(dice, graph));
    for (const unsigned bits : {0U, 1U, 2U, 3U, 4U, 5U, 6U, 7U}) {
      CentralityOptions options;
      options.direction = (bits & 1U) != 0 ? Direction::directed : Direction::either;
      options.count_parallel = (bits & 2U) != 0;
      options.normalized = (bits & 4U) != 0;
      options.tolerance = 1e-13;
      const Matrix<double> along = adjacency(view, options);
      const Scores hubs = dominant(view, along, 40, options.normalized);
      // Some graphs take more steps than anybody has patience for.
      if (!agree(hubs, dominant(view, along, 12, options.normalized), 1e-12)) continue;
      // The limit of authorities is A' of the limit of hubs.
      std::vector<double> led_to;
      double scale = 0.0;
      const std::vector<EntityId> entities = view.entities();
      for (std::size_t to = 0; to < along.size(); ++to) {
        led_to.push_back(0.0);
        for (std::size_t from = 0; from < along.size(); ++from)
          led_to.back() += along[from][to] * hubs[entities[from].index()];
        scale = options.normalized ? scale + led_to.back() : std::max(scale, led_to.back());
      }
      if (scale > 0.0)
        for (double& value : led_to) value /= scale;
      const HubsAndAuthorities actual = hubs_and_authorities(view, options);
      INFO("round " << round << ", options " << bits);
      REQUIRE(agree(actual.hubs, hubs, 1e-9));
      REQUIRE(agree(actual.authorities, by_entity(view, led_to), 1e-9));
      ++compared;
    }
  }
  CHECK(compared > 6000);
}

TEST_CASE("Nobody is a hub or an authority without relations") {
  CHECK(hubs_and_authorities(graph_of(2, {})).hubs == Scores{0, 0});
  CHECK(hubs_and_authorities(graph_of(2, {})).authorities == Scores{0, 0});
  CHECK(hubs_and_authorities(KnowledgeGraph()).hubs.empty());
}

TEST_CASE("Who only leads to others is a hub and no authority") {
  CentralityOptions options;
  options.direction = Direction::directed;
  const HubsAndAuthorities scores = hubs_and_authorities(graph_of(3, {{0, 1}, {0, 2}}), options);
  CHECK(scores.hubs == Scores{1, 0, 0});
  CHECK(scores.authorities == Scores{0, 0.5, 0.5});
}
