// The best route from an entity to a goal, with detours.
#pragma once

#include <compare>
#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

#include <entente/graph_view.hpp>
#include <entente/paths.hpp>

namespace entente {

/// A loopless path. Routes are ordered: fewer steps first, then fewer steps that are not stated as facts, then by the
/// ids of their entities.
struct Route {
  std::vector<EntityId> entities;
  std::vector<RelationId> relations;  ///< one fewer than entities
  std::size_t doubtful = 0;           ///< how many of them are not stated as facts

  [[nodiscard]] std::size_t length() const { return relations.size(); }
  friend std::strong_ordering operator<=>(const Route&, const Route&);
};

/// What a route must keep clear of.
struct Detour {
  std::vector<EntityId> closed;       ///< entities that it does not touch
  std::vector<EntityId> closed_next;  ///< entities that it does not go to first
};

/// Searches for routes to one goal, one after the other in the same memory.
class RouteSearch {
 public:
  /// The view must outlive the search, and show the goal.
  RouteSearch(const GraphView&, EntityId goal, Direction);

  /// The first of all routes from `start`, which is visible and not the goal, or nothing if none is short enough.
  /// A breadth-first search from the goal. O(V + E).
  std::optional<Route> best(EntityId start, std::size_t max_length, const Detour& = {});

  [[nodiscard]] bool is_doubtful(RelationId) const;

 private:
  static constexpr std::size_t unreached = std::numeric_limits<std::size_t>::max();

  /// How an entity best gets to the goal.
  struct Label {
    std::size_t steps = unreached;
    std::size_t doubtful = 0;
    EntityId next{0};
    RelationId relation{0};
  };

  void prepare(const Detour&);
  void spread_labels(EntityId start, std::size_t max_length, const Detour&);
  void offer(EntityId, const Label&);
  [[nodiscard]] bool improves(const Label& offered, const Label& present) const;
  [[nodiscard]] Route follow_labels(EntityId start) const;

  const GraphView& view_;
  EntityId goal_;
  Direction direction_;
  std::vector<Label> labels_;
  std::vector<bool> closed_;
  std::vector<EntityId> labelled_;  // in the order in which they were first reached
};

}  // namespace entente
