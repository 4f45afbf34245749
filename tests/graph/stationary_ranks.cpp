#include "stationary_ranks.hpp"

#include <cmath>
#include <numeric>

#include <catch2/catch.hpp>

#include "support/random_projection.hpp"

using namespace entente;
using namespace entente::testing;

namespace {

/// How far the ranks are from what one more step would make of them, summed over all nodes.
double residual(const Projection& graph, const std::vector<double>& ranks, double damping) {
  const auto n = static_cast<double>(graph.node_count());
  std::vector<double> next(graph.node_count(), (1.0 - damping) / n);
  for (Projection::Node node = 0; node < graph.node_count(); ++node) {
    const auto targets = graph.targets(node);
    for (const Projection::Node target : targets)
      next[target] += damping * ranks[node] / static_cast<double>(targets.size());
    if (targets.empty())
      for (double& rank : next) rank += damping * ranks[node] / n;
  }
  double sum = 0.0;
  for (std::size_t i = 0; i < next.size(); ++i) sum += std::abs(next[i] - ranks[i]);
  return sum;
}

}  // namespace

TEST_CASE("Stationary ranks stay where they are") {
  Dice dice(51);
  for (int round = 0; round < 500; ++round) {
    const Projection graph = random_projection(dice, 60);
    const StationaryRanks ranks = stationary_ranks(graph.reversed(), {.tolerance = 1e-12}, {});
    CHECK(ranks.complete);
    CHECK(ranks.change <= 1e-12);
    CHECK(residual(graph, ranks.values, 0.85) <= 2e-12);
    CHECK(std::accumulate(ranks.values.begin(), ranks.values.end(), 0.0) == Approx(1.0));
  }
}

TEST_CASE("Stationary ranks do not depend on the number of threads, bit for bit") {
  Dice dice(52);
  std::vector<Projection::Arc> arcs;
  constexpr std::size_t nodes = 30000;
  for (std::size_t i = 0; i < 4 * nodes; ++i)
    arcs.push_back({static_cast<Projection::Node>(dice.roll(nodes)),
                    static_cast<Projection::Node>(std::min(dice.roll(nodes), dice.roll(nodes)))});
  const Projection graph(nodes, arcs, Parallel::counted);
  const StationaryRanks alone = stationary_ranks(graph, {.tolerance = 1e-10}, {});
  for (const std::size_t threads : {0U, 2U, 3U, 8U})
    CHECK(stationary_ranks(graph, {.tolerance = 1e-10}, {.threads = threads}).values == alone.values);
}

TEST_CASE("Ranks of a walk that is stopped are as near as their last change says") {
  Dice dice(53);
  for (int round = 0; round < 200; ++round) {
    const Projection graph = random_projection(dice, 60);
    const StationaryRanks exact = stationary_ranks(graph, {.tolerance = 1e-14}, {});
    std::atomic<bool> stop = false;
    const std::size_t steps = dice.roll(5);
    Effort effort{.stop = &stop};
    effort.progress = [&](std::size_t done, std::size_t) { stop = done >= steps; };
    if (steps == 0) stop = true;
    const StationaryRanks cut = stationary_ranks(graph, {.tolerance = 1e-14}, effort);
    double distance = 0.0;
    for (std::size_t i = 0; i < cut.values.size(); ++i) distance += std::abs(cut.values[i] - exact.values[i]);
    CHECK(distance <= 0.85 / 0.15 * cut.change + 1e-12);
    if (steps == 0) CHECK_FALSE(cut.complete);
  }
}
