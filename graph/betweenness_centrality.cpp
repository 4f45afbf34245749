// Brandes' algorithm as Boost.Graph has it.
#include <entente/centrality.hpp>

#include <boost/graph/betweenness_centrality.hpp>

#include "boost_csr.hpp"

namespace entente {

namespace {

/// For each vertex the sum, over all ordered pairs of others, of the share of their shortest paths that pass through
/// it. Paths are counted as `double`: the integers that Boost would take overflow after 64 diamonds in a row.
std::vector<double> shares_of_paths(const BoostCsr& graph) {
  using Edge = boost::graph_traits<BoostCsr>::edge_descriptor;
  const std::size_t n = num_vertices(graph);
  const auto index = get(boost::vertex_index, graph);
  std::vector<double> centrality(n);
  std::vector<double> dependency(n);
  std::vector<double> path_count(n);
  std::vector<std::size_t> distance(n);
  std::vector<std::vector<Edge>> incoming(n);
  boost::brandes_betweenness_centrality(graph, boost::make_iterator_property_map(centrality.begin(), index),
                                        boost::dummy_property_map(),
                                        boost::make_iterator_property_map(incoming.begin(), index),
                                        boost::make_iterator_property_map(distance.begin(), index),
                                        boost::make_iterator_property_map(dependency.begin(), index),
                                        boost::make_iterator_property_map(path_count.begin(), index), index);
  return centrality;
}

}  // namespace

Scores betweenness_centrality(const GraphView& view, const CentralityOptions& options) {
  const Projection graph(view, going(options.direction), parallel(options.count_parallel));
  const auto n = static_cast<double>(graph.node_count());
  if (n < 3.0) return Scores(view.graph().entity_count());
  std::vector<double> shares = shares_of_paths(boost_csr(graph));
  double pairs = 1.0;
  if (options.normalized)
    pairs = (n - 1.0) * (n - 2.0);
  else if (options.direction == Direction::either)
    pairs = 2.0;  // every pair was counted both ways
  for (double& share : shares) share /= pairs;
  return graph.by_entity(shares);
}

}  // namespace entente
