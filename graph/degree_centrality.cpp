#include <entente/centrality.hpp>

#include "projection.hpp"

namespace entente {

namespace {

/// The numbers of arcs from the nodes, by entity.
Scores arcs_from(const GraphView& view, Arcs arcs, const CentralityOptions& options) {
  const Projection graph(view, arcs, parallel(options.count_parallel));
  const double scale = options.normalized && graph.node_count() > 1 ? static_cast<double>(graph.node_count() - 1) : 1.0;
  std::vector<double> degrees(graph.node_count());
  for (Projection::Node node = 0; node < graph.node_count(); ++node)
    degrees[node] = static_cast<double>(graph.targets(node).size()) / scale;
  return graph.by_entity(degrees);
}

}  // namespace

Scores degree_centrality(const GraphView& view, const CentralityOptions& options) {
  if (options.direction == Direction::either) return arcs_from(view, Arcs::both_ways, options);
  Scores degrees = out_degree_centrality(view, options);
  const Scores in_degrees = in_degree_centrality(view, options);
  for (std::size_t i = 0; i < degrees.size(); ++i) degrees[i] += in_degrees[i];
  return degrees;
}

Scores in_degree_centrality(const GraphView& view, const CentralityOptions& options) {
  return arcs_from(view, Arcs::against, options);
}

Scores out_degree_centrality(const GraphView& view, const CentralityOptions& options) {
  return arcs_from(view, Arcs::along, options);
}

}  // namespace entente
