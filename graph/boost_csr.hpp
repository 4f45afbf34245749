// A projection as a graph of Boost.Graph.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include <boost/graph/compressed_sparse_row_graph.hpp>

#include "projection.hpp"

namespace entente {

/// The type in which Boost.Graph keeps a directed graph in compressed sparse rows, without properties.
using BoostCsr = boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, boost::no_property,
                                                    boost::no_property, std::size_t, std::size_t>;

/// The nodes and arcs of the projection, under the same numbers. O(V + E).
inline BoostCsr boost_csr(const Projection& projection) {
  std::vector<std::pair<std::size_t, std::size_t>> arcs;
  arcs.reserve(projection.arc_count());
  for (Projection::Node node = 0; node < projection.node_count(); ++node)
    for (const Projection::Node target : projection.targets(node)) arcs.emplace_back(node, target);
  return BoostCsr(boost::edges_are_sorted, arcs.begin(), arcs.end(), projection.node_count());
}

}  // namespace entente
