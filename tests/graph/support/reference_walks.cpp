#include <algorithm>
#include <cmath>

#include "linear_algebra.hpp"
#include "reference.hpp"

namespace entente::testing {

namespace {

/// x with x = factor * A'x + 1.
std::vector<double> sum_of_walks(const Matrix<double>& arcs, double factor) {
  Matrix<double> left = transposed(arcs);
  for (std::size_t i = 0; i < left.size(); ++i)
    for (std::size_t j = 0; j < left.size(); ++j) left[i][j] = (i == j ? 1.0 : 0.0) - factor * left[i][j];
  return solve(left, std::vector<double>(left.size(), 1.0));
}

double length(const std::vector<double>& values) {
  double squares = 0.0;
  for (const double value : values) squares += value * value;
  return std::sqrt(squares);
}

}  // namespace

Scores reference_katz(const GraphView& view, const CentralityOptions& options) {
  std::vector<double> scores = sum_of_walks(adjacency(view, options), options.attenuation);
  const double scale = options.normalized ? length(scores) : 1.0;
  for (double& score : scores) score /= scale;
  return by_entity(view, scores);
}

Scores reference_personalized_pagerank(const GraphView& view, const std::vector<EntityId>& restart,
                                       const CentralityOptions& options) {
  const std::vector<EntityId> nodes = view.entities();
  std::vector<double> jump;
  double visible = 0.0;
  for (const EntityId node : nodes) {
    jump.push_back(std::find(restart.begin(), restart.end(), node) == restart.end() ? 0.0 : 1.0);
    visible += jump.back();
  }
  if (visible == 0.0) return Scores(view.graph().entity_count());
  for (double& probability : jump) probability /= visible;
  // x = damping * P x + (1 - damping) * jump, where P leads from column to row.
  const Matrix<double> arcs = adjacency(view, options);
  Matrix<double> left = arcs;
  std::vector<double> right;
  for (std::size_t to = 0; to < nodes.size(); ++to) {
    right.push_back((1.0 - options.damping) * jump[to]);
    for (std::size_t from = 0; from < nodes.size(); ++from) {
      double out = 0.0;
      for (const double count : arcs[from]) out += count;
      const double step = out > 0.0 ? arcs[from][to] / out : jump[to];
      left[to][from] = (to == from ? 1.0 : 0.0) - options.damping * step;
    }
  }
  return by_entity(view, solve(left, right));
}

Scores reference_core_number(const GraphView& view, const CentralityOptions& options) {
  const Matrix<double> arcs = adjacency(view, options);
  std::vector<double> cores(arcs.size());
  for (double k = 1.0; k <= 100.0; ++k) {
    std::vector<bool> kept(arcs.size(), true);
    const auto degree = [&](std::size_t i) {
      double sum = 0.0;
      for (std::size_t j = 0; j < arcs.size(); ++j)
        if (kept[j]) sum += options.direction == Direction::either ? arcs[i][j] : arcs[i][j] + arcs[j][i];
      return sum;
    };
    for (bool again = true; again;) {
      again = false;
      for (std::size_t i = 0; i < arcs.size(); ++i) {
        if (!kept[i] || degree(i) >= k) continue;
        kept[i] = false;
        again = true;
      }
    }
    for (std::size_t i = 0; i < arcs.size(); ++i)
      if (kept[i]) cores[i] = k;
  }
  return by_entity(view, cores);
}

}  // namespace entente::testing
