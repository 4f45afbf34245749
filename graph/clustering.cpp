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

std::vector<std::uint64_t> triangles_of(const Projection& graph) {
  const std::vector<std::vector<Node>> upwards = ties_upwards(graph);
  std::vector<std::uint64_t> triangles(graph.node_count());
  std::vector<bool> is_tied(graph.node_count());  // to the node at hand
  for (Node node = 0; node < graph.node_count(); ++node) {
    for (const Node second : upwards[node]) is_tied[second] = true;
    for (const Node second : upwards[node]) {
      for (const Node third : upwards[second]) {
        if (!is_tied[third]) continue;
        ++triangles[node];
        ++triangles[second];
        ++triangles[third];
      }
    }
    for (const Node second : upwards[node]) is_tied[second] = false;
  }
  return triangles;
}

}  // namespace

Clustering clustering(const GraphView& view) {
  const Projection graph(view, Arcs::both_ways, Parallel::collapsed);
  const std::vector<std::uint64_t> triangles = triangles_of(graph);
  Clustering result;
  result.triangles.resize(view.graph().entity_count());
  result.local.resize(view.graph().entity_count());
  double pairs_of_ties = 0.0;
  for (Node node = 0; node < graph.node_count(); ++node) {
    const auto degree = static_cast<double>(graph.targets(node).size());
    const double pairs = degree * (degree - 1.0) / 2.0;
    const std::size_t entity = graph.entity(node).index();
    result.triangles[entity] = triangles[node];
    if (pairs > 0.0) result.local[entity] = static_cast<double>(triangles[node]) / pairs;
    pairs_of_ties += pairs;
  }
  const std::uint64_t corners = std::accumulate(triangles.begin(), triangles.end(), std::uint64_t{0});
  result.triangle_count = corners / 3;
  if (pairs_of_ties > 0.0) result.transitivity = static_cast<double>(corners) / pairs_of_ties;
  if (graph.node_count() > 0)
    result.average =
        std::accumulate(result.local.begin(), result.local.end(), 0.0) / static_cast<double>(graph.node_count());
  return result;
}

}  // namespace entente
