// Whose exit, and which ties' end, would cut the graph in two.
#pragma once

#include <cstddef>
#include <vector>

#include <entente/graph_view.hpp>

namespace entente {

/// An entity without which those that hang together by it no longer would.
struct ArticulationPoint {
  EntityId entity;
  std::vector<std::size_t> part_sizes;  ///< of the parts that its component falls into, largest first; at least two
  /// How many would lose their connection with the largest part.
  [[nodiscard]] std::size_t cut_off() const;
};

/// All of them; those that cut off most come first, then in the order of their ids. Relations are taken without their
/// direction. Hopcroft and Tarjan, "Algorithm 447: efficient algorithms for graph manipulation", Communications of the
/// ACM 16 (1973). O(V + E).
std::vector<ArticulationPoint> articulation_points(const GraphView&);

/// The only tie between two parts of the graph.
struct Bridge {
  EntityId one;  ///< with the lower id
  EntityId other;
  std::vector<RelationId> relations;  ///< all that join the two, in the order of their ids
  std::size_t one_side = 0;           ///< how many entities would stay with `one`
  std::size_t other_side = 0;         ///< and with `other`
  /// How many would lose their connection with the larger side.
  [[nodiscard]] std::size_t cut_off() const;
};

/// Which pairs of entities can be bridges: all whose relations together are the only tie, or those with one relation.
enum class BridgeKind { tie, single_relation };

/// All of them; those that cut off most come first, then in the order of the ids of their ends. Like
/// `articulation_points`. O(V + E).
std::vector<Bridge> bridges(const GraphView&, BridgeKind = BridgeKind::tie);

/// The parts into which the entity's component falls without it, or without the relations of the bridge: largest first,
/// then by the lowest id; ids ascending within each. A component that does not fall apart is one part. O(V + E).
std::vector<std::vector<EntityId>> parts_without(const GraphView&, EntityId);
std::vector<std::vector<EntityId>> parts_without(const GraphView&, const Bridge&);

}  // namespace entente
