// Power iteration on the adjacency matrix plus the identity, which has the same eigenvectors and, unlike the former,
// comes to rest on bipartite graphs.
#include <entente/centrality.hpp>

#include "measures_within.hpp"
#include "power_iteration.hpp"

namespace entente {

Estimate eigenvector_within(const Effort& effort, const GraphView& view, const CentralityOptions& options) {
  const Projection graph(view, coming(options.direction), parallel(options.count_parallel));
  const auto n = static_cast<double>(graph.node_count());
  std::vector<double> scores(graph.node_count(), 1.0 / std::sqrt(n));
  const Iteration iteration = iterate(scores, options.tolerance, effort, [&](const std::vector<double>& values) {
    std::vector<double> next = summed_over_arcs(graph, values);
    for (std::size_t i = 0; i < next.size(); ++i) next[i] += values[i];
    divide(next, euclidean_norm(next));
    return next;
  });
  return estimate_of(iteration, graph.by_entity(scores));
}

Scores eigenvector_centrality(const GraphView& view, const CentralityOptions& options) {
  return eigenvector_within({}, view, options).scores;
}

}  // namespace entente
