#include <entente/centrality.hpp>

#include <algorithm>
#include <utility>

#include "measures_within.hpp"
#include "stationary_ranks.hpp"

namespace entente {

namespace {

/// PageRank of a walker who jumps to these nodes.
Estimate walk(const Effort& effort, const Projection& graph, const CentralityOptions& options,
              std::vector<double> goals) {
  const WalkRules rules{options.damping, options.tolerance, std::move(goals)};
  const StationaryRanks ranks = stationary_ranks(graph, rules, effort);
  Estimate result{graph.by_entity(ranks.values), ranks.complete};
  result.error = std::min(1.0, options.damping / (1.0 - options.damping) * ranks.change);
  return result;
}

Projection walked_backwards(const GraphView& view, const CentralityOptions& options) {
  return {view, coming(options.direction), parallel(options.count_parallel)};
}

/// Where the walker restarts, with which probability; nowhere if none of the entities is visible.
std::vector<double> restart_probabilities(const Projection& graph, const GraphView& view,
                                          const std::vector<EntityId>& restart) {
  std::vector<bool> wanted(view.graph().entity_count());
  for (const EntityId entity : restart) wanted[entity.index()] = view.shows(entity);
  const auto count = static_cast<double>(std::count(wanted.begin(), wanted.end(), true));
  std::vector<double> probabilities(graph.node_count());
  for (Projection::Node node = 0; node < graph.node_count(); ++node)
    if (wanted[graph.entity(node).index()]) probabilities[node] = 1.0 / count;
  return probabilities;
}

}  // namespace

Estimate pagerank_within(const Effort& effort, const GraphView& view, const CentralityOptions& options) {
  return walk(effort, walked_backwards(view, options), options, {});
}

Estimate personalized_pagerank_within(const Effort& effort, const GraphView& view, const std::vector<EntityId>& restart,
                                      const CentralityOptions& options) {
  const Projection graph = walked_backwards(view, options);
  return walk(effort, graph, options, restart_probabilities(graph, view, restart));
}

Scores pagerank(const GraphView& view, const CentralityOptions& options) {
  return pagerank_within({}, view, options).scores;
}

Scores personalized_pagerank(const GraphView& view, const std::vector<EntityId>& restart,
                             const CentralityOptions& options) {
  return personalized_pagerank_within({}, view, restart, options).scores;
}

}  // namespace entente
