// What a view shows, as the plain graph that measures are computed on.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include <entente/graph_view.hpp>
#include <entente/paths.hpp>

namespace entente {

/// Which way the arcs of a projection lead: as the relations, from their objects to their subjects, or both.
/// Symmetric relations always give an arc each way.
enum class Arcs { along, against, both_ways };

/// Whether relations that give the same arc give it once, or once each.
enum class Parallel { collapsed, counted };

/// The visible entities as nodes from 0 in the order of their ids, and the visible relations as arcs in compressed
/// sparse rows. Self-loops are left out: no measure uses them.
class Projection {
 public:
  using Node = std::uint32_t;

  struct Arc {
    Node from;
    Node to;
    friend bool operator==(const Arc&, const Arc&) = default;
  };

  /// O(V + E).
  Projection(const GraphView&, Arcs, Parallel);
  /// The graph of those arcs between as many nodes, each the entity of its number. O(V + E).
  Projection(std::size_t nodes, std::vector<Arc> arcs, Parallel);

  /// The same nodes with every arc turned round. O(V + E).
  [[nodiscard]] Projection reversed() const;

  [[nodiscard]] std::size_t node_count() const { return entities_.size(); }
  [[nodiscard]] std::size_t arc_count() const { return targets_.size(); }
  [[nodiscard]] EntityId entity(Node node) const { return entities_[node]; }
  /// The nodes that arcs from `node` lead to, ascending.
  [[nodiscard]] std::span<const Node> targets(Node node) const {
    return std::span(targets_).subspan(begins_[node], begins_[node + 1] - begins_[node]);
  }
  /// Where the arcs of each node begin among all: those of `node` are [offsets()[node], offsets()[node + 1]).
  [[nodiscard]] std::span<const std::size_t> offsets() const { return begins_; }
  /// Where all arcs lead to, those of node 0 first.
  [[nodiscard]] std::span<const Node> targets() const { return targets_; }
  /// The place of the first arc from one node to another among all; there must be one. O(log degree).
  [[nodiscard]] std::size_t arc(Node from, Node to) const;
  /// The number of the entity's node, which must be visible. O(log V).
  [[nodiscard]] Node node(EntityId) const;
  /// The values of nodes as values of all entities of the graph; 0 for those that are not visible.
  [[nodiscard]] std::vector<double> by_entity(const std::vector<double>& by_node) const;

 private:
  Projection(std::size_t entity_count, std::vector<EntityId> entities);
  void set_arcs(const std::vector<Arc>&, Parallel);
  void collapse();

  std::size_t entity_count_;
  std::vector<EntityId> entities_;
  std::vector<std::size_t> begins_;  // arcs of node i: [begins_[i], begins_[i + 1])
  std::vector<Node> targets_;
};

/// How relations that give the same arc are seen.
inline Parallel parallel(bool counted) {
  return counted ? Parallel::counted : Parallel::collapsed;
}

/// The arcs on which a walker goes on, or comes from, in that direction.
inline Arcs going(Direction direction) {
  return direction == Direction::either ? Arcs::both_ways : Arcs::along;
}
inline Arcs coming(Direction direction) {
  return direction == Direction::either ? Arcs::both_ways : Arcs::against;
}

}  // namespace entente
