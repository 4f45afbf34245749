#include "route.hpp"

#include <algorithm>

namespace entente {

const RouteArc& arc_between(const RouteGraph& graph, Node from, Node to) {
  const auto row = graph.leaving().of(from);
  return *std::lower_bound(row.begin(), row.end(), to,
                           [](const RouteArc& arc, Node node) { return arc.target < node; });
}

Path path_of(const KnowledgeGraph& graph, const RouteGraph& routes, const Route& route) {
  Path path{routes.entity(route.nodes.front()), {}};
  for (std::size_t i = 0; i + 1 < route.nodes.size(); ++i) {
    const RelationId relation = arc_between(routes, route.nodes[i], route.nodes[i + 1]).relation();
    path.steps.push_back({relation, graph.relation(relation).subject != routes.entity(route.nodes[i])});
  }
  return path;
}

}  // namespace entente
