// What has to come first.
#pragma once

#include <cstddef>
#include <variant>
#include <vector>

#include <entente/graph_view.hpp>

namespace entente {

/// An event or text that takes place or effect, or a relation that comes to hold.
using Happening = std::variant<EntityId, RelationId>;

/// Something that has to come before, and the relation that says so: it `precedes`, or is a condition.
struct Requirement {
  Happening first;
  RelationId stated_by;
  friend bool operator==(const Requirement&, const Requirement&) = default;
};

/// A happening in its place.
struct Stage {
  Happening what;
  std::size_t number;              ///< 1 if nothing has to come before, else one more than the last of its requirements
  bool circular = false;           ///< it has, by what is stated, to come before itself, or waits for what has to
  std::vector<Requirement> after;  ///< in the order of the relations
};

/// What is required before the goal, and for what, by the visible relations, whatever their mood. Taken up are the
/// parts of the goal (texts and events, as the whole graph has them) or, if it has none, the goal; relations from and
/// to goal and parts that have a condition; whatever is said to precede an entity or is the condition of a relation
/// that was taken up, and so on. By number, entities first, in the order of ids; circular ones, with the number after
/// the last, at the end. O(V + E).
std::vector<Stage> prerequisites(const GraphView&, EntityId goal);

}  // namespace entente
