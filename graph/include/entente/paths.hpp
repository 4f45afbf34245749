// Paths between entities.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

#include <entente/graph_view.hpp>

namespace entente {

/// Whether relations may be walked only from subject to object, or either way. Symmetric ones always go both ways.
enum class Direction { directed, either };

/// One step of a path: the relation walked, and whether from its object to its subject.
struct Step {
  RelationId relation;
  bool backwards = false;
  friend auto operator<=>(const Step&, const Step&) = default;
};

/// A walk from `start` that visits no entity twice; without steps it is the entity itself.
struct Path {
  EntityId start;
  std::vector<Step> steps;
  [[nodiscard]] std::size_t length() const { return steps.size(); }
  friend bool operator==(const Path&, const Path&) = default;
};

/// The entities along the path, `length() + 1` of them.
std::vector<EntityId> entities_along(const KnowledgeGraph&, const Path&);

/// The first path by these marks: fewest steps, fewest of them not stated as facts (affirmed and actual), lowest ids of
/// the entities along it; or nothing if an end is not visible or `to` cannot be reached in `max_length` steps. Of
/// parallel relations the best supported is taken (facts first, then confidence, evidence, lowest id). O(V + E).
std::optional<Path> shortest_path(const GraphView&, EntityId from, EntityId to, Direction = Direction::either,
                                  std::size_t max_length = std::numeric_limits<std::size_t>::max());

/// The first `k` loopless paths by the marks of `shortest_path`; paths that differ only in parallel relations count
/// once. Yen, "Finding the k shortest loopless paths in a network", Management Science 17 (1971). O(k V (V + E)).
std::vector<Path> shortest_paths(const GraphView&, EntityId from, EntityId to, std::size_t k,
                                 Direction = Direction::either,
                                 std::size_t max_length = std::numeric_limits<std::size_t>::max());

}  // namespace entente
