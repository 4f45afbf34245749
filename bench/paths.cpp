// Times searches for paths on a generated graph, and the same tasks in the benchmarks of other libraries:
//
//     bench_paths BASE [PROGRAM...]
//
// BASE.bin, BASE.pairs and BASE.sources are read as peer_graph.hpp tells. Each PROGRAM is run as
// `PROGRAM BASE 1 TASK,...` and prints lines of columns parted by tabs, of which the first is the task, the third the
// library, the fifth the seconds and the tenth a value of the result. That value has to be ours; of yen10 it is the
// number of steps, of which others may have more where paths weigh the same.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <functional>
#include <iomanip>
#include <iostream>
#include <numeric>
#include <sstream>
#include <string>
#include <vector>

#include <entente/graph_builder.hpp>
#include <entente/paths.hpp>

#include "dijkstra.hpp"
#include "hop_search.hpp"
#include "hub_order.hpp"
#include "loopless_routes.hpp"
#include "peer_graph.hpp"

using namespace entente;

namespace {

struct Result {
  std::string task;
  std::string library;
  double seconds;  // of one thread
  double check;
};

double cpu_seconds() {
  return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

/// The median of five runs.
Result timed(const std::string& task, const std::function<double()>& run) {
  std::vector<double> seconds;
  double check = 0.0;
  for (int i = 0; i < 5; ++i) {
    const double begin = cpu_seconds();
    check = run();
    seconds.push_back(cpu_seconds() - begin);
  }
  std::sort(seconds.begin(), seconds.end());
  return {task, "entente", seconds[2], check};
}

std::vector<std::size_t> arc_numbers(const PeerGraph& graph) {
  std::vector<std::size_t> numbers(graph.sources.size());
  std::iota(numbers.begin(), numbers.end(), std::size_t{0});
  return numbers;
}

Result time_distances_between(const PeerGraph& graph) {
  const auto arcs = arc_numbers(graph);
  const auto source = [&](std::size_t i) { return graph.sources[i]; };
  const auto target = [&](std::size_t i) { return graph.targets[i]; };
  const Rows<Node> leaving(graph.nodes, arcs, source, target);
  const Rows<Node> arriving(graph.nodes, arcs, target, source);
  HopSearch search(graph.nodes);
  return timed("bfs_pairs", [&] {
    double sum = 0.0;
    for (const auto& [a, b] : graph.pairs)
      sum += static_cast<double>(search.distance(leaving, arriving, a, b).value_or(0));
    return sum;
  });
}

/// The distances from eight nodes, with weights as whole numbers or not.
template <class Cost>
Result time_dijkstra(const PeerGraph& graph, const std::string& task) {
  const auto arcs = arc_numbers(graph);
  const auto places = hub_order(graph.nodes, arcs, [&](std::size_t i) { return graph.targets[i]; });
  Rows<CostArc<Cost>> rows(
      graph.nodes, arcs, [&](std::size_t i) { return places[graph.sources[i]]; },
      [&](std::size_t i) {
        return CostArc<Cost>{places[graph.targets[i]], static_cast<Cost>(graph.weights[i])};
      });
  Dijkstra<Cost> search(std::move(rows), Searches::often);
  return timed(task, [&] {
    double sum = 0.0;
    for (std::size_t i = 0; i < 8; ++i)
      for (const Cost cost : search.from(places[graph.starts[i]]))
        if (cost != search.unreached) sum += static_cast<double>(cost);
    return sum;
  });
}

/// Ten paths each between the first ten pairs.
Result time_yen(const PeerGraph& graph, const std::string& task, bool weighted) {
  std::vector<EntityId> entities;
  for (std::size_t i = 0; i < graph.nodes; ++i) entities.emplace_back(i);
  std::vector<RouteGraph::Draft> drafts;
  for (std::size_t i = 0; i < graph.sources.size(); ++i)
    drafts.push_back({graph.sources[i], {graph.targets[i], RelationId(i), false, weighted ? graph.weights[i] : 1}});
  const RouteGraph routes(KnowledgeGraph(), entities, drafts);
  return timed(task, [&] {
    double sum = 0.0;
    for (std::size_t i = 0; i < 10; ++i) {
      LooplessRoutes search(routes, graph.pairs[i].first, graph.pairs[i].second);
      for (int k = 0; k < 10; ++k)
        if (const auto route = search.next()) sum += route->cost.steps;
    }
    return sum;
  });
}

/// The public search on a graph of states, with the path and not only its length.
Result time_paths_between(const PeerGraph& graph) {
  GraphBuilder builder;
  for (std::size_t i = 0; i < graph.nodes; ++i)
    builder.add(Entity{.key = std::to_string(i), .type = EntityType::state, .name = "State"});
  for (std::size_t i = 0; i < graph.sources.size(); ++i)
    builder.add(Relation{.subject = EntityId(graph.sources[i]),
                         .predicate = Predicate::recognizes,
                         .object = EntityId(graph.targets[i])});
  PathSearch search(std::move(builder).build(), Direction::directed);
  return timed("path_pairs", [&] {
    double sum = 0.0;
    for (const auto& [a, b] : graph.pairs)
      if (const auto path = search.shortest(EntityId(a), EntityId(b))) sum += static_cast<double>(path->length());
    return sum;
  });
}

std::vector<Result> results_of(const std::string& program, const std::string& base) {
  std::vector<Result> results;
  FILE* pipe = popen((program + " " + base + " 1 bfs_pairs,dijkstra,dijkstra_heap,yen10").c_str(), "r");
  if (pipe == nullptr) return results;
  char line[4096];
  while (std::fgets(line, sizeof line, pipe) != nullptr) {
    std::vector<std::string> columns;
    std::istringstream text(line);
    for (std::string column; std::getline(text, column, '\t');) columns.push_back(column);
    if (columns.size() > 9 && columns[0] != "build")
      results.push_back({columns[0], columns[2], std::atof(columns[4].c_str()), std::atof(columns[9].c_str())});
  }
  pclose(pipe);
  return results;
}

/// The library's task that does the same as ours.
std::string peer_task(const std::string& task) {
  if (task == "path_pairs") return "bfs_pairs";
  return task == "dijkstra_double" ? "dijkstra" : task;
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 2) {
    std::cerr << "usage: bench_paths BASE [PROGRAM...]\n";
    return 2;
  }
  const PeerGraph graph = read_peer_graph(arguments[1]);
  const std::vector<Result> ours = {time_distances_between(graph),
                                    time_paths_between(graph),
                                    time_dijkstra<std::uint32_t>(graph, "dijkstra"),
                                    time_dijkstra<double>(graph, "dijkstra_double"),
                                    time_yen(graph, "yen10", true),
                                    time_yen(graph, "yen10_hops", false)};
  std::vector<Result> peers;
  for (int i = 2; i < count; ++i)
    for (const Result& result : results_of(arguments[i], arguments[1])) peers.push_back(result);

  std::cout << "task             library              seconds  ratio  check\n" << std::setprecision(10);
  bool equal = true;
  for (const Result& our : ours) {
    std::printf("%-16s %-17s %10.6f         %.10g\n", our.task.c_str(), "entente", our.seconds, our.check);
    for (const Result& peer : peers) {
      if (peer.task != peer_task(our.task)) continue;
      const bool same = std::abs(peer.check - our.check) <= 1e-9 * std::abs(our.check) ||
                        (our.task == "yen10" && peer.check > our.check);
      equal = equal && same;
      std::printf("%-16s %-17s %10.6f %6.1f  %s\n", "", peer.library.c_str(), peer.seconds, peer.seconds / our.seconds,
                  (std::to_string(peer.check) + (same ? "" : " differs")).c_str());
    }
  }
  return equal ? 0 : 1;
}
