#include <entente/articulation.hpp>

#include <algorithm>
#include <numeric>
#include <tuple>

#include "group_order.hpp"
#include "projection.hpp"

namespace entente {

namespace {

using Node = Projection::Node;
constexpr Node none = static_cast<Node>(-1);

/// A depth-first forest of an undirected graph, by the positions at which nodes are first met.
struct DepthFirstForest {
  std::vector<Node> order;            // the node at each position
  std::vector<Node> parents;          // by node; `none` for roots
  std::vector<Node> lowest;           // by node: the lowest position next to its subtree, the arc from its parent apart
  std::vector<std::size_t> subtrees;  // by node: how many nodes are in its subtree
  std::vector<std::size_t> trees;     // by node: in its tree
};

/// Walks through the graph without recursion. Of parallel arcs to the parent only one is the tree's.
class DepthFirstWalk {
 public:
  explicit DepthFirstWalk(const Projection& graph)
      : graph_(graph), positions_(graph.node_count(), none), next_arcs_(graph.node_count()) {
    forest_.parents.assign(graph.node_count(), none);
    forest_.lowest.resize(graph.node_count());
    forest_.subtrees.assign(graph.node_count(), 1);
    forest_.trees.resize(graph.node_count());
  }

  DepthFirstForest run() && {
    for (Node root = 0; root < graph_.node_count(); ++root) {
      if (positions_[root] != none) continue;
      const std::size_t first = forest_.order.size();
      enter(root);
      for (Node node = root; node != none; node = step(node)) {
      }
      for (std::size_t i = first; i < forest_.order.size(); ++i)
        forest_.trees[forest_.order[i]] = forest_.subtrees[root];
    }
    return std::move(forest_);
  }

 private:
  void enter(Node node) {
    positions_[node] = forest_.lowest[node] = static_cast<Node>(forest_.order.size());
    forest_.order.push_back(node);
  }

  /// Where to go on from the node: to a node not yet met, or back to its parent.
  Node step(Node node) {
    const auto targets = graph_.targets(node);
    const Node parent = forest_.parents[node];
    while (next_arcs_[node] < targets.size()) {
      const std::size_t arc = next_arcs_[node]++;
      const Node target = targets[arc];
      if (positions_[target] == none) {
        forest_.parents[target] = node;
        enter(target);
        return target;
      }
      const bool is_tree_arc = target == parent && (arc == 0 || targets[arc - 1] != parent);
      if (!is_tree_arc) forest_.lowest[node] = std::min(forest_.lowest[node], positions_[target]);
    }
    if (parent != none) {
      forest_.lowest[parent] = std::min(forest_.lowest[parent], forest_.lowest[node]);
      forest_.subtrees[parent] += forest_.subtrees[node];
    }
    return parent;
  }

  const Projection& graph_;
  std::vector<Node> positions_;
  std::vector<std::size_t> next_arcs_;
  DepthFirstForest forest_;
};

/// The sizes of the parts that hang on the rest by the node alone, for every node.
std::vector<std::vector<std::size_t>> hanging_parts(const DepthFirstForest& forest) {
  std::vector<Node> positions(forest.order.size());
  for (std::size_t i = 0; i < forest.order.size(); ++i) positions[forest.order[i]] = static_cast<Node>(i);
  std::vector<std::vector<std::size_t>> parts(forest.order.size());
  for (const Node node : forest.order)
    if (const Node parent = forest.parents[node]; parent != none && forest.lowest[node] >= positions[parent])
      parts[parent].push_back(forest.subtrees[node]);
  return parts;
}

/// Whether two nodes are joined once, though parallel arcs count.
bool are_joined_once(const Projection& graph, Node one, Node other) {
  const auto targets = graph.targets(one);
  const auto [begin, end] = std::equal_range(targets.begin(), targets.end(), other);
  return end - begin == 1;
}

/// Looks at the relations of the one that has fewer: a hub may have a bridge to each of very many.
std::vector<RelationId> relations_between(const GraphView& view, EntityId one, EntityId other) {
  std::vector<RelationId> between;
  const KnowledgeGraph& graph = view.graph();
  const auto count = [&](EntityId entity) { return graph.outgoing(entity).size() + graph.incoming(entity).size(); };
  if (count(other) < count(one)) std::swap(one, other);
  for (const RelationId id : graph.outgoing(one))
    if (view.shows(id) && graph.relation(id).object == other) between.push_back(id);
  for (const RelationId id : graph.incoming(one))
    if (view.shows(id) && graph.relation(id).subject == other) between.push_back(id);
  std::sort(between.begin(), between.end());
  return between;
}

/// The visible entities that can be reached from `start` by relations that `passes` lets through.
template <class Passes>
std::vector<EntityId> reached_from(const GraphView& view, EntityId start, std::vector<bool>& seen, Passes passes) {
  const KnowledgeGraph& graph = view.graph();
  std::vector<EntityId> reached{start};
  seen[start.index()] = true;
  const auto reach = [&](RelationId id, EntityId entity) {
    if (seen[entity.index()] || !view.shows(id) || !passes(id)) return;
    seen[entity.index()] = true;
    reached.push_back(entity);
  };
  for (std::size_t i = 0; i < reached.size(); ++i) {
    const EntityId entity = reached[i];
    for (const RelationId id : graph.outgoing(entity)) reach(id, graph.relation(id).object);
    for (const RelationId id : graph.incoming(entity)) reach(id, graph.relation(id).subject);
  }
  std::sort(reached.begin(), reached.end());
  return reached;
}

}  // namespace

std::size_t ArticulationPoint::cut_off() const {
  return std::accumulate(part_sizes.begin() + 1, part_sizes.end(), std::size_t{0});
}

std::size_t Bridge::cut_off() const {
  return std::min(one_side, other_side);
}

std::vector<ArticulationPoint> articulation_points(const GraphView& view) {
  const Projection graph(view, Arcs::both_ways, Parallel::collapsed);
  const DepthFirstForest forest = DepthFirstWalk(graph).run();
  const std::vector<std::vector<std::size_t>> hanging = hanging_parts(forest);
  std::vector<ArticulationPoint> points;
  for (Node node = 0; node < graph.node_count(); ++node) {
    ArticulationPoint point{graph.entity(node), hanging[node]};
    const std::size_t rest =
        forest.trees[node] - 1 - std::accumulate(point.part_sizes.begin(), point.part_sizes.end(), std::size_t{0});
    if (rest > 0) point.part_sizes.push_back(rest);
    if (point.part_sizes.size() < 2) continue;
    std::sort(point.part_sizes.rbegin(), point.part_sizes.rend());
    points.push_back(std::move(point));
  }
  std::stable_sort(points.begin(), points.end(),
                   [](const ArticulationPoint& a, const ArticulationPoint& b) { return a.cut_off() > b.cut_off(); });
  return points;
}

std::vector<Bridge> bridges(const GraphView& view, BridgeKind kind) {
  const Projection graph(view, Arcs::both_ways, kind == BridgeKind::tie ? Parallel::collapsed : Parallel::counted);
  const DepthFirstForest forest = DepthFirstWalk(graph).run();
  std::vector<Bridge> found;
  for (std::size_t position = 0; position < forest.order.size(); ++position) {
    const Node node = forest.order[position];
    const Node parent = forest.parents[node];
    if (parent == none || forest.lowest[node] < position || !are_joined_once(graph, node, parent)) continue;
    Bridge bridge{graph.entity(node), graph.entity(parent), {}, forest.subtrees[node], 0};
    bridge.other_side = forest.trees[node] - bridge.one_side;
    if (bridge.other < bridge.one) {
      std::swap(bridge.one, bridge.other);
      std::swap(bridge.one_side, bridge.other_side);
    }
    bridge.relations = relations_between(view, bridge.one, bridge.other);
    found.push_back(std::move(bridge));
  }
  std::sort(found.begin(), found.end(), [](const Bridge& a, const Bridge& b) {
    if (a.cut_off() != b.cut_off()) return a.cut_off() > b.cut_off();
    return std::tie(a.one, a.other) < std::tie(b.one, b.other);
  });
  return found;
}

std::vector<std::vector<EntityId>> parts_without(const GraphView& view, EntityId removed) {
  const KnowledgeGraph& graph = view.graph();
  std::vector<std::vector<EntityId>> parts;
  std::vector<bool> seen(graph.entity_count());
  seen[removed.index()] = true;
  const auto add_part_of = [&](RelationId id, EntityId entity) {
    if (view.shows(id) && !seen[entity.index()])
      parts.push_back(reached_from(view, entity, seen, [](RelationId) { return true; }));
  };
  for (const RelationId id : graph.outgoing(removed)) add_part_of(id, graph.relation(id).object);
  for (const RelationId id : graph.incoming(removed)) add_part_of(id, graph.relation(id).subject);
  std::sort(parts.begin(), parts.end(), larger_or_lower);
  return parts;
}

std::vector<std::vector<EntityId>> parts_without(const GraphView& view, const Bridge& bridge) {
  std::vector<std::vector<EntityId>> parts;
  std::vector<bool> seen(view.graph().entity_count());
  for (const EntityId end : {bridge.one, bridge.other}) {
    if (seen[end.index()]) continue;
    parts.push_back(reached_from(view, end, seen, [&](RelationId id) {
      return !std::binary_search(bridge.relations.begin(), bridge.relations.end(), id);
    }));
  }
  std::sort(parts.begin(), parts.end(), larger_or_lower);
  return parts;
}

}  // namespace entente
