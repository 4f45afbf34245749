// Power iteration. Boost.Graph's PageRank loses the probability that arrives at dead ends; this one lets it jump.
#include <algorithm>
#include <cmath>

#include <entente/centrality.hpp>

#include "projection.hpp"

namespace entente {

namespace {

using Node = Projection::Node;

/// Where a walker is after one more step.
std::vector<double> walked_on(const Projection& graph, const std::vector<double>& rank, double damping) {
  std::vector<double> next(rank.size());
  double stranded = 0.0;
  for (Node node = 0; node < graph.node_count(); ++node) {
    const auto targets = graph.targets(node);
    if (targets.empty()) stranded += rank[node];
    for (const Node target : targets) next[target] += rank[node] / static_cast<double>(targets.size());
  }
  const double jumped = (1.0 - damping + damping * stranded) / static_cast<double>(rank.size());
  for (double& probability : next) probability = damping * probability + jumped;
  return next;
}

double change(const std::vector<double>& before, const std::vector<double>& after) {
  double sum = 0.0;
  for (std::size_t i = 0; i < before.size(); ++i) sum += std::abs(after[i] - before[i]);
  return sum;
}

/// The number of steps after which the change is below the tolerance: it is 2 at first, and shrinks by `damping` with
/// every step.
std::size_t enough_steps(const CentralityOptions& options) {
  const double tolerance = std::clamp(options.tolerance, 1e-16, 1.0);
  return static_cast<std::size_t>(std::log(tolerance / 2.0) / std::log(options.damping)) + 1;
}

}  // namespace

Scores pagerank(const GraphView& view, const CentralityOptions& options) {
  const Projection graph(view, going(options.direction), parallel(options.count_parallel));
  if (graph.node_count() == 0) return Scores(view.graph().entity_count());
  std::vector<double> rank(graph.node_count(), 1.0 / static_cast<double>(graph.node_count()));
  for (std::size_t steps = enough_steps(options); steps > 0; --steps) {
    std::vector<double> next = walked_on(graph, rank, options.damping);
    rank.swap(next);
    if (change(next, rank) <= options.tolerance) break;
  }
  return graph.by_entity(rank);
}

}  // namespace entente
