// How much entities and relations matter to the shortest paths from one entity.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include <entente/effort.hpp>

#include "two_way_graph.hpp"

namespace entente {

/// Sums of dependencies over sources: the dependency of s on a node or arc is the sum, over all other nodes, of the
/// share of the shortest paths from s that pass through the node (ends excluded) or along the arc.
struct Dependencies {
  std::vector<double> values;
  std::size_t sources = 0;  ///< how many of the sources are in the sums: the first ones
};

/// The dependencies on nodes. Brandes, "A faster algorithm for betweenness centrality", J. Math. Sociology 25 (2001);
/// levels with few unreached nodes ahead are searched from those, as in Beamer, Asanović and Patterson,
/// "Direction-optimizing breadth-first search", SC 2012. Parallel arcs give a path each. Counts of paths above 1e308
/// overflow. O(sources (V + E)).
Dependencies node_dependencies(const TwoWayGraph&, std::span<const Projection::Node> sources, const Effort&);

/// The dependencies on arcs, by their places among all. O(sources (V + E)).
Dependencies arc_dependencies(const Projection&, std::span<const Projection::Node> sources, const Effort&);

}  // namespace entente
