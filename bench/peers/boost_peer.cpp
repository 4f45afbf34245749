// The tasks of kernels.cpp with Boost.Graph over its compressed sparse rows: boost_peer GRAPH 1 RUNS TASK...
#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>
#include <vector>

#include <boost/graph/betweenness_centrality.hpp>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/page_rank.hpp>

#include "../graph_file.hpp"

namespace {

using Graph = boost::compressed_sparse_row_graph<boost::bidirectionalS>;
using Vertex = boost::graph_traits<Graph>::vertex_descriptor;

Graph graph_of(const bench::GraphFile& file) {
  std::vector<std::pair<Vertex, Vertex>> arcs;
  for (std::size_t i = 0; i < file.from.size(); ++i) arcs.emplace_back(file.from[i], file.to[i]);
  return Graph(boost::edges_are_unsorted_multi_pass, arcs.begin(), arcs.end(), file.nodes);
}

// Until the ranks change by less than 1e-10 in sum. Boost loses what dead ends have.
double largest_rank(const Graph& graph) {
  const auto index = get(boost::vertex_index, graph);
  std::vector<double> ranks(num_vertices(graph));
  std::vector<double> spare(ranks.size());
  std::vector<double> before(ranks.size());
  const auto done = [&](const auto& map, const Graph&) {
    double change = 0.0;
    for (Vertex v = 0; v < before.size(); ++v) change += std::abs(get(map, v) - std::exchange(before[v], get(map, v)));
    return change < 1e-10;
  };
  boost::graph::page_rank(graph, boost::make_iterator_property_map(ranks.begin(), index), done, 0.85, ranks.size(),
                          boost::make_iterator_property_map(spare.begin(), index));
  return *std::max_element(before.begin(), before.end());
}

double betweenness(const Graph& graph) {
  std::vector<double> scores(num_vertices(graph));
  boost::brandes_betweenness_centrality(
      graph, boost::make_iterator_property_map(scores.begin(), get(boost::vertex_index, graph)));
  return std::accumulate(scores.begin(), scores.end(), 0.0);
}

double harmonic(const Graph& graph) {
  double sum = 0.0;
  std::vector<std::size_t> distances(num_vertices(graph));
  for (Vertex source = 0; source < distances.size(); ++source) {
    std::fill(distances.begin(), distances.end(), 0U);
    boost::breadth_first_search(
        graph, source,
        boost::visitor(boost::make_bfs_visitor(boost::record_distances(
            boost::make_iterator_property_map(distances.begin(), get(boost::vertex_index, graph)),
            boost::on_tree_edge()))));
    for (const std::size_t distance : distances)
      if (distance > 0) sum += 1.0 / static_cast<double>(distance);
  }
  return sum;
}

}  // namespace

int main(int count, char** arguments) {
  const bench::Order order(count, arguments);
  const Graph graph = graph_of(order.graph);
  if (order.wants("pagerank")) bench::measure("pagerank", order.runs, [&] { return largest_rank(graph); });
  if (order.wants("betweenness")) bench::measure("betweenness", order.runs, [&] { return betweenness(graph); });
  if (order.wants("harmonic")) bench::measure("harmonic", order.runs, [&] { return harmonic(graph); });
}
