// What a view shows, laid out for walking.
#pragma once

#include <compare>
#include <cstdint>
#include <functional>
#include <limits>
#include <vector>

#include <entente/graph_view.hpp>
#include <entente/paths.hpp>

#include "rows.hpp"

namespace entente {

/// What it costs to walk a relation; `closed` if it cannot be walked.
using WeightOf = std::function<std::uint64_t(RelationId)>;
inline constexpr std::uint64_t closed = std::numeric_limits<std::uint64_t>::max();

/// What a route costs, by its marks in their order. Whole numbers: sums do not depend on the order of steps.
struct RouteCost {
  std::uint64_t weight = 0;  ///< what is to be least first
  std::uint32_t steps = 0;
  std::uint32_t doubtful = 0;  ///< how many of them are not stated as facts

  [[nodiscard]] std::uint64_t measure() const { return weight; }
  friend auto operator<=>(const RouteCost&, const RouteCost&) = default;
  friend RouteCost operator+(RouteCost a, const RouteCost& b) {
    return {a.weight + b.weight, a.steps + b.steps, a.doubtful + b.doubtful};
  }
};
inline constexpr RouteCost unreachable{std::numeric_limits<std::uint64_t>::max(), 0, 0};

/// A step that can be taken from or to a node.
struct RouteArc {
  Node target = 0;  ///< the node at its other end
  std::uint32_t relation_number : 31 = 0;
  std::uint32_t doubtful : 1 = 0;
  std::uint64_t weight = 0;

  RouteArc() = default;
  RouteArc(Node the_target, RelationId relation, bool is_doubtful, std::uint64_t the_weight)
      : target(the_target),
        relation_number(static_cast<std::uint32_t>(relation.index()) & 0x7fffffffU),
        doubtful(is_doubtful ? 1U : 0U),
        weight(the_weight) {}

  [[nodiscard]] RelationId relation() const { return RelationId(relation_number); }
  [[nodiscard]] RouteCost cost() const { return {weight, 1, doubtful}; }
};

/// Nodes that stand for entities, and steps between them: at most one from each node to each other, and none from an
/// entity to itself. Of several that join the same nodes the one is kept that costs least and, if several do, is best
/// supported. A row is in the order of its targets.
class RouteGraph {
 public:
  /// An arc before it has found its row.
  struct Draft {
    Node from;
    RouteArc arc;
  };

  /// The visible entities and relations; nodes are in the order of entities. O(V + E).
  RouteGraph(const GraphView&, Direction, const WeightOf&);
  /// Nodes of these entities, with these arcs, of which those with equal ends are reduced to one. O(V + E).
  RouteGraph(const KnowledgeGraph&, std::vector<EntityId> entities, const std::vector<Draft>& drafts);

  [[nodiscard]] std::size_t node_count() const { return entities_.size(); }
  [[nodiscard]] EntityId entity(Node node) const { return entities_[node]; }
  /// The node of a visible entity, where each has one.
  [[nodiscard]] Node node(EntityId entity) const { return nodes_[entity.index()]; }
  [[nodiscard]] const Rows<RouteArc>& leaving() const { return leaving_; }
  /// The arcs that lead to each node; the target is the node they come from.
  [[nodiscard]] const Rows<RouteArc>& arriving() const { return same_both_ways_ ? leaving_ : arriving_; }

 private:
  void lay_out(const KnowledgeGraph&, const std::vector<Draft>&);

  std::vector<EntityId> entities_;
  std::vector<Node> nodes_;  // by entity
  bool same_both_ways_ = false;
  Rows<RouteArc> leaving_;
  Rows<RouteArc> arriving_;
};

}  // namespace entente
