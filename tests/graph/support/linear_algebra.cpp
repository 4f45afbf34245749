#include "linear_algebra.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace entente::testing {

/// The solution of `a x = b` by elimination with the largest pivot.
std::vector<double> solve(Matrix<double> a, std::vector<double> b) {
  const std::size_t n = b.size();
  for (std::size_t column = 0; column < n; ++column) {
    std::size_t pivot = column;
    for (std::size_t row = column; row < n; ++row)
      if (std::abs(a[row][column]) > std::abs(a[pivot][column])) pivot = row;
    std::swap(a[pivot], a[column]);
    std::swap(b[pivot], b[column]);
    for (std::size_t row = 0; row < n; ++row) {
      if (row == column) continue;
      const double factor = a[row][column] / a[column][column];
      for (std::size_t i = column; i < n; ++i) a[row][i] -= factor * a[column][i];
      b[row] -= factor * b[column];
    }
  }
  for (std::size_t i = 0; i < n; ++i) b[i] /= a[i][i];
  return b;
}

Matrix<double> transposed(const Matrix<double>& m) {
  Matrix<double> result = m;
  for (std::size_t i = 0; i < m.size(); ++i)
    for (std::size_t j = 0; j < m.size(); ++j) result[j][i] = m[i][j];
  return result;
}

Matrix<double> product(const Matrix<double>& a, const Matrix<double>& b) {
  const std::size_t n = a.size();
  Matrix<double> result(n, std::vector<double>(n));
  for (std::size_t i = 0; i < n; ++i)
    for (std::size_t j = 0; j < n; ++j)
      for (std::size_t k = 0; k < n; ++k) result[i][j] += a[i][k] * b[k][j];
  return result;
}

Matrix<double> power(Matrix<double> m, int squarings) {
  for (; squarings > 0; --squarings) {
    m = product(m, m);
    double largest = 0.0;
    for (const auto& row : m) largest = std::max(largest, *std::max_element(row.begin(), row.end()));
    if (largest > 0.0)
      for (auto& row : m)
        for (double& value : row) value /= largest;
  }
  return m;
}

Matrix<double> adjacency(const GraphView& view, const CentralityOptions& options) {
  const Matrix<unsigned> arc = arcs(view, options.direction, options.count_parallel);
  Matrix<double> result;
  for (const EntityId from : view.entities()) {
    result.emplace_back();
    for (const EntityId to : view.entities()) result.back().push_back(arc[from.index()][to.index()]);
  }
  return result;
}

Scores by_entity(const GraphView& view, const std::vector<double>& values) {
  Scores scores(view.graph().entity_count());
  const std::vector<EntityId> entities = view.entities();
  for (std::size_t i = 0; i < entities.size(); ++i) scores[entities[i].index()] = values[i];
  return scores;
}

}  // namespace entente::testing
