// Times the kernels of centrality on a graph file, without a KnowledgeGraph around it, and the query on one:
//
//     bench_kernels GRAPH THREADS RUNS TASK...
//
// peers.py runs it beside other libraries. Tasks: project, pagerank, betweenness, betweenness64, relations, harmonic,
// and pagerank_query, harmonic_query, betweenness_query on a KnowledgeGraph.
#include <algorithm>
#include <numeric>
#include <utility>

#include <entente/centrality.hpp>
#include <entente/graph_builder.hpp>

#include "brandes.hpp"
#include "distance_sums.hpp"
#include "graph_file.hpp"
#include "stationary_ranks.hpp"

using namespace entente;

namespace {

using Node = Projection::Node;

double sum(const std::vector<double>& values) {
  return std::accumulate(values.begin(), values.end(), 0.0);
}
double largest(const std::vector<double>& values) {
  return *std::max_element(values.begin(), values.end());
}

Projection projection_of(const bench::GraphFile& file) {
  std::vector<Projection::Arc> arcs;
  for (std::size_t i = 0; i < file.from.size(); ++i) arcs.push_back({file.from[i], file.to[i]});
  return Projection(file.nodes, std::move(arcs), Parallel::collapsed);
}

void measure_kernels(const bench::Order& order) {
  const auto measure = [&](const char* task, const auto& run) {
    if (order.wants(task)) bench::measure(task, order.runs, run);
  };
  const Effort effort{.threads = order.threads};
  measure("project", [&] { return static_cast<double>(projection_of(order.graph).arc_count()); });
  const Projection forwards = projection_of(order.graph);
  const Projection backwards = forwards.reversed();
  std::vector<Node> all(forwards.node_count());
  std::iota(all.begin(), all.end(), Node{0});
  const auto add_inverse = [](double& value, std::size_t distance, std::size_t count) {
    value += static_cast<double>(count) / static_cast<double>(distance);
  };
  measure("pagerank", [&] { return largest(stationary_ranks(backwards, {.tolerance = 1e-10}, effort).values); });
  measure("betweenness", [&] { return sum(node_dependencies({forwards, backwards}, all, effort).values); });
  measure("betweenness64", [&] {
    return sum(node_dependencies({forwards, backwards}, order.graph.sources, effort).values);
  });
  measure("relations", [&] { return sum(arc_dependencies(forwards, all, effort).values); });
  measure("harmonic", [&] {
    return sum(distance_sums<double>({forwards, backwards}, all, effort, add_inverse).values);
  });
}

KnowledgeGraph knowledge_graph_of(const bench::GraphFile& file) {
  GraphBuilder builder;
  for (std::size_t i = 0; i < file.nodes; ++i)
    builder.add(Entity{.key = std::to_string(i), .type = EntityType::state, .name = "State"});
  for (std::size_t i = 0; i < file.from.size(); ++i)
    builder.add(
        Relation{.subject = EntityId(file.from[i]), .predicate = Predicate::supports, .object = EntityId(file.to[i])});
  return std::move(builder).build();
}

void measure_queries(const bench::Order& order) {
  const std::vector<std::pair<const char*, CentralityMeasure>> queries{
      {"pagerank_query", CentralityMeasure::pagerank},
      {"betweenness_query", CentralityMeasure::betweenness},
      {"harmonic_query", CentralityMeasure::harmonic}};
  if (std::none_of(queries.begin(), queries.end(), [&](const auto& query) { return order.wants(query.first); })) return;
  const GraphView view(knowledge_graph_of(order.graph));
  CentralityOptions options;
  options.direction = Direction::directed;
  options.normalized = false;
  for (const auto& [task, measure] : queries) {
    if (!order.wants(task)) continue;
    bench::measure(task, order.runs, [&, measured = measure] {
      const Scores scores = centrality_within({.threads = order.threads}, view, measured, options).scores;
      return measured == CentralityMeasure::pagerank ? largest(scores) : sum(scores);
    });
  }
}

}  // namespace

int main(int count, char** arguments) {
  const bench::Order order(count, arguments);
  measure_kernels(order);
  measure_queries(order);
}
