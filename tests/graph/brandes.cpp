#include "brandes.hpp"

#include <catch2/catch.hpp>

#include "support/random_projection.hpp"

using namespace entente;
using namespace entente::testing;

namespace {

using Node = Projection::Node;
using Distances = std::vector<std::vector<std::optional<std::size_t>>>;

Distances all_distances(const Projection& graph) {
  Distances distances;
  for (Node node = 0; node < graph.node_count(); ++node) distances.push_back(distances_from(graph, node));
  return distances;
}

/// By two nodes: the number of shortest paths between them, by counting those to all nodes that are a step nearer.
std::vector<std::vector<double>> path_counts(const Projection& graph, const Distances& distances) {
  const std::size_t n = graph.node_count();
  std::vector<std::vector<double>> counts(n, std::vector<double>(n));
  for (std::size_t source = 0; source < n; ++source) {
    counts[source][source] = 1.0;
    for (std::size_t length = 0; length < n; ++length)
      for (Node node = 0; node < n; ++node) {
        if (distances[source][node] != length) continue;
        for (const Node target : graph.targets(node))
          if (distances[source][target] == length + 1) counts[source][target] += counts[source][node];
      }
  }
  return counts;
}

/// The dependencies by their definition: a node is between two others if it is as near to both as they are apart.
struct Definition {
  const Projection& graph;
  Distances distances = all_distances(graph);
  std::vector<std::vector<double>> counts = path_counts(graph, distances);

  [[nodiscard]] bool is_between(std::size_t from, std::size_t a, std::size_t b, std::size_t to,
                                std::size_t apart) const {
    return distances[from][to] && distances[from][a] && distances[b][to] &&
           *distances[from][a] + apart + *distances[b][to] == *distances[from][to];
  }
  [[nodiscard]] double on_node(const std::vector<Node>& sources, std::size_t node) const {
    double sum = 0.0;
    for (const Node from : sources)
      for (std::size_t to = 0; to < graph.node_count(); ++to)
        if (from != node && to != node && from != to && is_between(from, node, node, to, 0))
          sum += counts[from][node] * counts[node][to] / counts[from][to];
    return sum;
  }
  [[nodiscard]] double on_arc(const std::vector<Node>& sources, std::size_t a, std::size_t b) const {
    double sum = 0.0;
    for (const Node from : sources)
      for (std::size_t to = 0; to < graph.node_count(); ++to)
        if (from != to && is_between(from, a, b, to, 1)) sum += counts[from][a] * counts[b][to] / counts[from][to];
    return sum;
  }
};

std::vector<Node> random_sources(Dice& dice, const Projection& graph) {
  std::vector<Node> sources;
  for (Node node = 0; node < graph.node_count(); ++node)
    if (!dice.chance(4)) sources.push_back(node);
  return sources;
}

}  // namespace

TEST_CASE("Dependencies are those of the definition") {
  Dice dice(31);
  for (int round = 0; round < 2000; ++round) {
    const Projection graph = random_projection(dice, round % 50 == 0 ? 90 : 14);
    const Projection backwards = graph.reversed();
    const std::vector<Node> sources = random_sources(dice, graph);
    const Definition definition{graph};
    const Dependencies nodes = node_dependencies({graph, backwards}, sources, {});
    const Dependencies arcs = arc_dependencies(graph, sources, {});
    REQUIRE(nodes.sources == sources.size());
    REQUIRE(arcs.sources == sources.size());
    for (Node node = 0; node < graph.node_count(); ++node) {
      INFO("round " << round << ", node " << node);
      REQUIRE(nodes.values[node] == Approx(definition.on_node(sources, node)).margin(1e-9));
      for (const Node target : graph.targets(node))
        REQUIRE(arcs.values[graph.arc(node, target)] == Approx(definition.on_arc(sources, node, target)).margin(1e-9));
    }
  }
}

TEST_CASE("Dependencies do not depend on the number of threads, bit for bit") {
  Dice dice(32);
  for (int round = 0; round < 40; ++round) {
    const Projection graph = random_projection(dice, 700);
    const Projection backwards = graph.reversed();
    const std::vector<Node> sources = random_sources(dice, graph);
    const Dependencies nodes = node_dependencies({graph, backwards}, sources, {});
    const Dependencies arcs = arc_dependencies(graph, sources, {});
    for (const std::size_t threads : {2U, 3U, 8U}) {
      REQUIRE(node_dependencies({graph, backwards}, sources, {.threads = threads}).values == nodes.values);
      REQUIRE(arc_dependencies(graph, sources, {.threads = threads}).values == arcs.values);
    }
  }
}

TEST_CASE("Dependencies cut short are those of the first sources") {
  Dice dice(33);
  for (int round = 0; round < 60; ++round) {
    const Projection graph = random_projection(dice, 600);
    const Projection backwards = graph.reversed();
    const std::vector<Node> sources = random_sources(dice, graph);
    std::atomic<bool> stop = false;
    Effort effort{.threads = 1 + dice.roll(3), .stop = &stop};
    const std::size_t blocks = dice.roll(4);
    effort.progress = [&](std::size_t done, std::size_t) { stop = done >= blocks; };
    if (blocks == 0) stop = true;
    const Dependencies cut = node_dependencies({graph, backwards}, sources, effort);
    REQUIRE(cut.sources <= sources.size());
    if (blocks == 0) REQUIRE(cut.sources == 0);
    const std::vector<Node> first(sources.begin(), sources.begin() + static_cast<std::ptrdiff_t>(cut.sources));
    REQUIRE(node_dependencies({graph, backwards}, first, {}).values == cut.values);
  }
}
