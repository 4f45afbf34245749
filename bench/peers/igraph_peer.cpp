// The tasks of kernels.cpp with igraph's C library: igraph_peer GRAPH 1 RUNS TASK...
#include <igraph.h>

#include "../graph_file.hpp"

namespace {

double sum(const igraph_vector_t& values) {
  return igraph_vector_sum(&values);
}

}  // namespace

int main(int count, char** arguments) {
  const bench::Order order(count, arguments);
  igraph_vector_int_t ends;
  igraph_vector_int_init(&ends, 0);
  for (std::size_t i = 0; i < order.graph.from.size(); ++i) {
    igraph_vector_int_push_back(&ends, order.graph.from[i]);
    igraph_vector_int_push_back(&ends, order.graph.to[i]);
  }
  igraph_t graph;
  igraph_create(&graph, &ends, static_cast<igraph_integer_t>(order.graph.nodes), IGRAPH_DIRECTED);
  igraph_vector_int_t sources;
  igraph_vector_int_init(&sources, 0);
  for (const auto source : order.graph.sources) igraph_vector_int_push_back(&sources, source);
  igraph_vs_t from;
  igraph_vs_vector(&from, &sources);
  igraph_vector_t values;
  igraph_vector_init(&values, 0);

  const auto measure = [&](const char* task, const auto& run) {
    if (order.wants(task)) bench::measure(task, order.runs, run);
  };
  measure("pagerank", [&] {  // PRPACK, to 1e-10
    igraph_pagerank(&graph, IGRAPH_PAGERANK_ALGO_PRPACK, &values, nullptr, igraph_vss_all(), true, 0.85, nullptr,
                    nullptr);
    return igraph_vector_max(&values);
  });
  measure("betweenness", [&] {
    igraph_betweenness(&graph, &values, igraph_vss_all(), true, nullptr);
    return sum(values);
  });
  measure("betweenness64", [&] {
    igraph_betweenness_subset(&graph, &values, igraph_vss_all(), true, from, igraph_vss_all(), nullptr);
    return sum(values);
  });
  measure("relations", [&] {
    igraph_edge_betweenness(&graph, &values, true, nullptr);
    return sum(values);
  });
  measure("harmonic", [&] {
    igraph_harmonic_centrality(&graph, &values, igraph_vss_all(), IGRAPH_OUT, nullptr, false);
    return sum(values);
  });
}
