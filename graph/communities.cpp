#include <entente/communities.hpp>

#include <algorithm>
#include <tuple>

#include "group_order.hpp"
#include "leiden.hpp"
#include "projection.hpp"

namespace entente {

namespace {

using Node = Projection::Node;

/// The view as an undirected graph, in which parallel relations weigh 1 together or 1 each.
WeightedGraph weighted(const GraphView& view, bool count_parallel) {
  const Projection projection(view, Arcs::both_ways, parallel(count_parallel));
  WeightedGraph graph;
  for (Node node = 0; node < projection.node_count(); ++node) {
    const auto targets = projection.targets(node);
    for (std::size_t i = 0; i < targets.size(); ++i) {
      if (i == 0 || targets[i - 1] != targets[i]) {
        graph.targets.push_back(targets[i]);
        graph.weights.push_back(0.0);
      }
      graph.weights.back() += 1.0;
    }
    graph.begins.push_back(graph.targets.size());
    graph.strengths.push_back(static_cast<double>(targets.size()));
  }
  graph.total = static_cast<double>(projection.arc_count());
  return graph;
}

/// For each node the weight of its ties to nodes with the same mark.
std::vector<double> ties_inside(const WeightedGraph& graph, const std::vector<Node>& marks) {
  std::vector<double> inside(graph.node_count());
  for (Node node = 0; node < graph.node_count(); ++node)
    for (std::size_t i = graph.begins[node]; i < graph.begins[node + 1]; ++i)
      if (marks[graph.targets[i]] == marks[node]) inside[node] += graph.weights[i];
  return inside;
}

/// The communities of the nodes, with their names; the largest first.
std::vector<Community> named(const GraphView& view, const WeightedGraph& graph, const std::vector<Node>& community_of) {
  const std::vector<EntityId> entities = view.entities();
  const std::vector<double> inside = ties_inside(graph, community_of);
  std::vector<Community> result;
  std::vector<Node> centers;
  const auto rank = [&](Node node) {
    return std::tuple(-inside[node], std::string_view(view.graph().entity(entities[node]).name), node);
  };
  for (Node node = 0; node < graph.node_count(); ++node) {
    const Node community = community_of[node];
    if (community == result.size()) {  // numbers are given in the order of first members
      result.push_back({entities[node], {}});
      centers.push_back(node);
    }
    result[community].members.push_back(entities[node]);
    if (rank(node) < rank(centers[community])) centers[community] = node;
  }
  for (std::size_t i = 0; i < result.size(); ++i) result[i].center = entities[centers[i]];
  std::sort(result.begin(), result.end(),
            [](const Community& a, const Community& b) { return larger_or_lower(a.members, b.members); });
  return result;
}

}  // namespace

std::vector<Community> communities(const GraphView& view, const CommunityOptions& options) {
  return communities_within({}, view, options).communities;
}

FoundCommunities communities_within(const Effort& effort, const GraphView& view, const CommunityOptions& options) {
  const WeightedGraph graph = weighted(view, options.count_parallel);
  const Partition found = leiden(graph, options.resolution, effort);
  return {named(view, graph, found.communities), found.complete};
}

double modularity(const GraphView& view, const std::vector<Community>& partition, const CommunityOptions& options) {
  const WeightedGraph graph = weighted(view, options.count_parallel);
  if (graph.total <= 0.0) return 0.0;
  std::vector<Node> number_of(view.graph().entity_count());
  for (std::size_t i = 0; i < partition.size(); ++i)
    for (const EntityId member : partition[i].members) number_of[member.index()] = static_cast<Node>(i);
  std::vector<Node> community_of;
  for (const EntityId entity : view.entities()) community_of.push_back(number_of[entity.index()]);

  std::vector<double> strengths(partition.size());
  for (Node node = 0; node < graph.node_count(); ++node) strengths[community_of[node]] += graph.strengths[node];
  double sum = 0.0;
  for (const double inside : ties_inside(graph, community_of)) sum += inside / graph.total;
  for (const double strength : strengths) {
    const double share = strength / graph.total;
    sum -= options.resolution * share * share;
  }
  return sum;
}

}  // namespace entente
