#include <algorithm>
#include <limits>
#include <optional>

#include <entente/centrality.hpp>

#include "measures_within.hpp"
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

/// The last three values of the sums over walks of at most so many steps. What longer walks add grows or shrinks, for
/// every value, by a factor that is never above that of any value now (Collatz and Wielandt).
struct Sums {
  std::vector<double> last;
  std::vector<double> before;
  std::vector<double> before_that;

  /// For each value the most that is still to come; nothing if no bound is known.
  [[nodiscard]] std::optional<std::vector<double>> rest() const {
    double factor = 0.0;
    for (std::size_t i = 0; i < last.size(); ++i)
      if (last[i] > before[i]) factor = std::max(factor, (last[i] - before[i]) / (before[i] - before_that[i]));
    if (!(factor < 1.0)) return std::nullopt;
    std::vector<double> result(last.size());
    for (std::size_t i = 0; i < last.size(); ++i) result[i] = (last[i] - before[i]) * factor / (1.0 - factor);
    return result;
  }
};

/// How far no score is off. Vectors differ in direction by at most twice their difference over the longer one.
double error_of(const Sums& sums, bool normalized) {
  const auto rest = sums.rest();
  if (!rest) return normalized ? 1.0 : std::numeric_limits<double>::max();
  return normalized ? std::min(1.0, 2.0 * euclidean_norm(*rest) / euclidean_norm(sums.last))
                    : *std::max_element(rest->begin(), rest->end());
}

}  // namespace

Estimate katz_within(const Effort& effort, const GraphView& view, const CentralityOptions& options) {
  const Projection graph(view, coming(options.direction), parallel(options.count_parallel));
  const double attenuation =
      options.attenuation > 0.0 ? options.attenuation : options.damping / bound_of_largest_eigenvalue(graph);
  const std::size_t nodes = graph.node_count();
  Sums sums{std::vector<double>(nodes, 1.0), std::vector<double>(nodes), std::vector<double>(nodes)};
  const Iteration iteration = iterate(sums.last, options.tolerance, effort, [&](const std::vector<double>& values) {
    std::vector<double> next = summed_over_arcs(graph, values);
    for (double& score : next) score = attenuation * score + 1.0;
    sums.before_that.swap(sums.before);
    sums.before = values;
    return next;
  });
  const double error = iteration.complete ? 0.0 : error_of(sums, options.normalized);
  if (options.normalized && nodes > 0) divide(sums.last, euclidean_norm(sums.last));
  Estimate result = estimate_of(iteration, graph.by_entity(sums.last));
  result.error = error;
  return result;
}

Scores katz_centrality(const GraphView& view, const CentralityOptions& options) {
  return katz_within({}, view, options).scores;
}

}  // namespace entente
