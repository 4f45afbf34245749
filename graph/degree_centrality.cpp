#include <entente/centrality.hpp>

#include "projection.hpp"

namespace entente {

Scores degree_centrality(const GraphView& view, const CentralityOptions& options) {
  const Projection graph(view, going(options.direction), parallel(options.count_parallel));
  std::vector<double> degrees(graph.node_count());
  for (Projection::Node node = 0; node < graph.node_count(); ++node) {
    for (const Projection::Node target : graph.targets(node)) {
      degrees[node] += 1.0;
      if (options.direction == Direction::directed) degrees[target] += 1.0;
    }
  }
  if (options.normalized && graph.node_count() > 1)
    for (double& degree : degrees) degree /= static_cast<double>(graph.node_count() - 1);
  return graph.by_entity(degrees);
}

}  // namespace entente
