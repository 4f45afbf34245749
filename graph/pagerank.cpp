#include <entente/centrality.hpp>

#include <algorithm>

#include "measures_within.hpp"
#include "stationary_ranks.hpp"

namespace entente {

Estimate pagerank_within(const Effort& effort, const GraphView& view, const CentralityOptions& options) {
  const Projection graph(view, coming(options.direction), parallel(options.count_parallel));
  const StationaryRanks ranks = stationary_ranks(graph, options.damping, options.tolerance, effort);
  Estimate result{graph.by_entity(ranks.values), ranks.complete};
  result.error = std::min(1.0, options.damping / (1.0 - options.damping) * ranks.change);
  return result;
}

Scores pagerank(const GraphView& view, const CentralityOptions& options) {
  return pagerank_within({}, view, options).scores;
}

}  // namespace entente
