// What measures that are eigenvectors have in common.
#pragma once

#include <cmath>
#include <cstddef>
#include <limits>
#include <numeric>
#include <vector>

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

/// Tells when a sequence of vectors is as near to its limit as is asked: the changes shrink by about the same factor
/// from step to step, so the last one tells how much is to come.
class Convergence {
 public:
  explicit Convergence(double tolerance) : tolerance_(tolerance) {}

  /// Whether `after` is within the tolerance, or steps have become too small for double or too many.
  bool reached(const std::vector<double>& before, const std::vector<double>& after) {
    double change = 0.0;
    double size = 0.0;
    for (std::size_t i = 0; i < before.size(); ++i) {
      change += std::abs(after[i] - before[i]);
      size += std::abs(after[i]);
    }
    const double factor = change / last_change_;
    last_change_ = change;
    if (++steps_ == most_steps || change <= std::numeric_limits<double>::epsilon() * size) return true;
    return change * (factor < 1.0 ? factor / (1.0 - factor) : 1.0) <= tolerance_;
  }

 private:
  static constexpr std::size_t most_steps = 10000;
  double tolerance_;
  double last_change_ = 0.0;
  std::size_t steps_ = 0;
};

}  // namespace entente
