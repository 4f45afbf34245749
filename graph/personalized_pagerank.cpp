#include <entente/centrality.hpp>

#include "power_iteration.hpp"

namespace entente {

namespace {

using Node = Projection::Node;

/// Where the walker restarts, with which probability; nowhere if none of the entities is visible.
std::vector<double> restart_probabilities(const Projection& graph, const GraphView& view,
                                          const std::vector<EntityId>& restart) {
  std::vector<bool> wanted(view.graph().entity_count());
  for (const EntityId entity : restart) wanted[entity.index()] = true;
  std::vector<double> probabilities(graph.node_count());
  double count = 0.0;
  for (Node node = 0; node < graph.node_count(); ++node) {
    if (!wanted[graph.entity(node).index()]) continue;
    probabilities[node] = 1.0;
    count += 1.0;
  }
  if (count > 0.0) divide(probabilities, count);
  return probabilities;
}

/// The probabilities with which nodes are left on each of their arcs.
std::vector<double> shares(const Projection& graph, const std::vector<double>& rank) {
  std::vector<double> result(rank.size());
  for (Node node = 0; node < graph.node_count(); ++node)
    if (const std::size_t arcs = graph.targets(node).size(); arcs > 0)
      result[node] = rank[node] / static_cast<double>(arcs);
  return result;
}

}  // namespace

Scores personalized_pagerank(const GraphView& view, const std::vector<EntityId>& restart,
                             const CentralityOptions& options) {
  const Projection along(view, going(options.direction), parallel(options.count_parallel));
  const Projection against(view, coming(options.direction), parallel(options.count_parallel));
  const std::vector<double> jumps = restart_probabilities(along, view, restart);
  std::vector<double> rank = jumps;
  Convergence convergence(options.tolerance);
  while (!rank.empty()) {
    std::vector<double> next = summed_over_arcs(against, shares(along, rank));
    double walked = 0.0;
    for (double& probability : next) walked += probability *= options.damping;
    for (Node node = 0; node < along.node_count(); ++node) next[node] += (1.0 - walked) * jumps[node];
    rank.swap(next);
    if (convergence.reached(next, rank)) break;
  }
  return along.by_entity(rank);
}

}  // namespace entente
