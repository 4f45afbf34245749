#include <algorithm>

#include <entente/centrality.hpp>

#include "power_iteration.hpp"

namespace entente {

namespace {

/// A number that the largest eigenvalue does not exceed, and mostly comes near to: the largest factor by which a step
/// of power iteration makes a value grow (Collatz 1942, Wielandt 1950). At least 1, as with every graph with a cycle.
double bound_of_largest_eigenvalue(const Projection& graph) {
  constexpr int steps = 32;
  std::vector<double> values(graph.node_count(), 1.0);
  double bound = 1.0;
  for (int step = 0; step < steps; ++step) {
    std::vector<double> next = summed_over_arcs(graph, values);
    double most_growth = 0.0;
    double largest = 0.0;
    for (std::size_t i = 0; i < next.size(); ++i) {
      most_growth = std::max(most_growth, next[i] / values[i]);
      next[i] += values[i];  // the matrix plus the identity: all values stay above 0
      largest = std::max(largest, next[i]);
    }
    bound = std::max(most_growth, 1.0);
    divide(next, largest);
    values.swap(next);
  }
  return bound;
}

}  // namespace

Scores katz_centrality(const GraphView& view, const CentralityOptions& options) {
  const Projection graph(view, coming(options.direction), parallel(options.count_parallel));
  const double attenuation =
      options.attenuation > 0.0 ? options.attenuation : options.damping / bound_of_largest_eigenvalue(graph);
  std::vector<double> scores(graph.node_count(), 1.0);
  Convergence convergence(options.tolerance);
  while (!scores.empty()) {
    std::vector<double> next = summed_over_arcs(graph, scores);
    for (double& score : next) score = attenuation * score + 1.0;
    scores.swap(next);
    if (convergence.reached(next, scores)) break;
  }
  if (options.normalized && !scores.empty()) divide(scores, euclidean_norm(scores));
  return graph.by_entity(scores);
}

}  // namespace entente
