// Small dense matrices, row by row.
#pragma once

#include <vector>

#include <entente/centrality.hpp>
#include <entente/graph_view.hpp>

#include "reference.hpp"

namespace entente::testing {

/// The solution of `a x = b` by elimination with the largest pivot.
std::vector<double> solve(Matrix<double> a, std::vector<double> b);
Matrix<double> transposed(const Matrix<double>&);
Matrix<double> product(const Matrix<double>&, const Matrix<double>&);
/// The matrix raised to the power of 2^`squarings`, divided by some number.
Matrix<double> power(Matrix<double>, int squarings);

/// How many arcs lead from row to column among the visible entities, in the order of their ids.
Matrix<double> adjacency(const GraphView&, const CentralityOptions&);
/// The values of visible entities, by the index of the entity.
Scores by_entity(const GraphView&, const std::vector<double>&);

}  // namespace entente::testing
