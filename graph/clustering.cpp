#include <entente/clustering.hpp>

#include <algorithm>
#include <numeric>
#include <utility>

#include "projection.hpp"

namespace entente {

namespace {

using Node = Projection::Node;

/// Every tie once, at its end of lower degree, of equal degrees at the lower node: no node then has many.
std::vector<std::vector<Node>> ties_upwards(const Projection& graph) {
  const auto rank = [&](Node node) { return std::pair(graph.targets(node).size(), node); };
  std::vector<std::vector<Node>> upwards(graph.node_count());
  for (Node node = 0; node < graph.node_count(); ++node)
    for (const Node target : graph.targets(node))
      if (rank(node) < rank(target)) upwards[node].push_back(target);
  return upwards;
}

/// The triangles found at each node, and how many more there are in the graph at most.
struct Triangles {
  std::vector<std::uint64_t> at;
  std::uint64_t missed = 0;
  bool complete = true;
};

Triangles count_triangles(const Effort& effort, const Projection& graph) {
  constexpr std::uint64_t stride = 1U << 16;  // steps between two looks at the clock
  const std::vector<std::vector<Node>> upwards = ties_upwards(graph);
  Triangles triangles{std::vector<std::uint64_t>(graph.node_count())};
  std::vector<bool> is_tied(graph.node_count());  // to the node at hand
  std::uint64_t steps = stride;
  for (Node node = 0; node < graph.node_count(); ++node) {
    const std::uint64_t ties = upwards[node].size();
    if (steps >= stride) {
      triangles.complete = triangles.complete && !effort.over();
      effort.tell(node, graph.node_count());
      steps = 0;
    }
    if (!triangles.complete) {
      triangles.missed += ties * (ties - std::min<std::uint64_t>(ties, 1)) / 2;
      continue;
    }
    for (const Node second : upwards[node]) is_tied[second] = true;
    for (const Node second : upwards[node]) {
      steps += upwards[second].size();
      for (const Node third : upwards[second]) {
        if (!is_tied[third]) continue;
        ++triangles.at[node];
        ++triangles.at[second];
        ++triangles.at[third];
      }
    }
    for (const Node second : upwards[node]) is_tied[second] = false;
  }
  return triangles;
}

}  // namespace

Clustering clustering(const GraphView& view) {
  return clustering_within({}, view);
}

Clustering clustering_within(const Effort& effort, const GraphView& view) {
  const Projection graph(view, Arcs::both_ways, Parallel::collapsed);
  const Triangles triangles = count_triangles(effort, graph);
  Clustering result;
  result.triangles.resize(view.graph().entity_count());
  result.local.resize(view.graph().entity_count());
  double pairs_of_ties = 0.0;
  for (Node node = 0; node < graph.node_count(); ++node) {
    const auto degree = static_cast<double>(graph.targets(node).size());
    const double pairs = degree * (degree - 1.0) / 2.0;
    const std::size_t entity = graph.entity(node).index();
    result.triangles[entity] = triangles.at[node];
    if (pairs > 0.0) result.local[entity] = static_cast<double>(triangles.at[node]) / pairs;
    pairs_of_ties += pairs;
  }
  const std::uint64_t corners = std::accumulate(triangles.at.begin(), triangles.at.end(), std::uint64_t{0});
  result.triangle_count = corners / 3;
  result.triangles_at_most = result.triangle_count + triangles.missed;
  result.complete = triangles.complete;
  if (pairs_of_ties > 0.0) result.transitivity = static_cast<double>(corners) / pairs_of_ties;
  if (graph.node_count() > 0)
    result.average =
        std::accumulate(result.local.begin(), result.local.end(), 0.0) / static_cast<double>(graph.node_count());
  return result;
}

}  // namespace entente
