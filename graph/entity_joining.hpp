// Which entities of several graphs are one.
#pragma once

#include <span>
#include <vector>

#include <entente/knowledge_graph.hpp>

namespace entente {

/// An entity as one of the graphs has it, with its documents counted over all graphs.
struct EntityRecord {
  const Entity* entity;
  std::size_t graph;                   ///< the graph's position in the span
  std::vector<std::size_t> documents;  ///< the merged documents that mention it, ascending
};

/// For each record the position of the first one that is the same entity; records of one graph are never the same.
/// `merge` says when they are. The order of records decides nothing but the numbers. O(n log n).
std::vector<std::size_t> same_entities(std::span<const EntityRecord> records);

}  // namespace entente
