// Power iteration on the adjacency matrix plus the identity, which has the same eigenvectors and, unlike the former,
// comes to rest on bipartite graphs.
#include <entente/centrality.hpp>

#include "power_iteration.hpp"

namespace entente {

Scores eigenvector_centrality(const GraphView& view, const CentralityOptions& options) {
  const Projection graph(view, coming(options.direction), parallel(options.count_parallel));
  const auto n = static_cast<double>(graph.node_count());
  std::vector<double> scores(graph.node_count(), 1.0 / std::sqrt(n));
  Convergence convergence(options.tolerance);
  while (!scores.empty()) {
    std::vector<double> next = summed_over_arcs(graph, scores);
    for (std::size_t i = 0; i < next.size(); ++i) next[i] += scores[i];
    divide(next, euclidean_norm(next));
    scores.swap(next);
    if (convergence.reached(next, scores)) break;
  }
  return graph.by_entity(scores);
}

}  // namespace entente
