// What measures that are eigenvectors have in common.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <numeric>
#include <optional>
#include <utility>
#include <vector>

#include <entente/centrality.hpp>
#include <entente/effort.hpp>

#include "projection.hpp"

namespace entente {

/// For each node the sum of the values of the nodes that its arcs lead to. O(V + E).
inline std::vector<double> summed_over_arcs(const Projection& graph, const std::vector<double>& values) {
  std::vector<double> sums(graph.node_count());
  for (Projection::Node node = 0; node < graph.node_count(); ++node)
    for (const Projection::Node target : graph.targets(node)) sums[node] += values[target];
  return sums;
}

inline void divide(std::vector<double>& values, double divisor) {
  for (double& value : values) value /= divisor;
}

/// The length of the vector.
inline double euclidean_norm(const std::vector<double>& values) {
  return std::sqrt(std::inner_product(values.begin(), values.end(), values.begin(), 0.0));
}

/// How far an iteration came.
struct Iteration {
  bool complete = true;  ///< it came to rest, or the effort sufficed for more steps than anybody waits for
  std::optional<double> last_change{};  ///< the greatest of any value in the last step, if there was one
};

/// What is known about the scores that an iteration led to, where it does not tell how far it was from their limit.
inline Estimate estimate_of(const Iteration& iteration, Scores scores) {
  Estimate result{std::move(scores), iteration.complete};
  result.error = iteration.complete ? 0.0 : 1.0;
  result.last_change = iteration.last_change;
  return result;
}

/// Replaces the values by what `step(values)` makes of them until they are as near to their limit as is asked: the
/// changes, summed over all values, shrink by about the same factor from step to step, so the last one tells how much
/// is to come. Ends as well when steps become too small for double, or are too many. The progress is by the logarithm
/// of the change.
template <class Step>
Iteration iterate(std::vector<double>& values, double tolerance, const Effort& effort, const Step& step) {
  constexpr std::size_t most_steps = 10000;
  constexpr double percent = 100.0;
  Iteration result;
  double first_change = 0.0;
  double last_change = 0.0;
  for (std::size_t steps = 1; !values.empty(); ++steps) {
    result.complete = !effort.over();
    if (!result.complete) break;
    std::vector<double> next = step(values);
    double change = 0.0;
    double size = 0.0;
    double greatest = 0.0;
    for (std::size_t i = 0; i < next.size(); ++i) {
      const double difference = std::abs(next[i] - values[i]);
      change += difference;
      size += std::abs(next[i]);
      greatest = std::max(greatest, difference);
    }
    result.last_change = greatest;
    values.swap(next);
    if (steps == most_steps || change <= std::numeric_limits<double>::epsilon() * size) break;
    const double factor = change / last_change;  // infinite for the first step
    if (change * (factor < 1.0 ? factor / (1.0 - factor) : 1.0) <= tolerance) break;
    last_change = change;
    first_change = std::max(first_change, change);
    const double share = std::log(first_change / change) / std::log(first_change / std::min(tolerance, change));
    effort.tell(static_cast<std::size_t>(share > 0.0 ? percent * share : 0.0), static_cast<std::size_t>(percent));
  }
  return result;
}

}  // namespace entente
