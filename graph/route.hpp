// A way through a route graph.
#pragma once

#include <vector>

#include "route_graph.hpp"

namespace entente {

/// Nodes that follow each other by arcs of a route graph.
struct Route {
  RouteCost cost;
  std::vector<Node> nodes;
};

/// The arc from one node to another, which must be there. O(log degree).
const RouteArc& arc_between(const RouteGraph&, Node from, Node to);

/// The route as a path through the graph that the route graph was made of.
Path path_of(const KnowledgeGraph&, const RouteGraph&, const Route&);

}  // namespace entente
