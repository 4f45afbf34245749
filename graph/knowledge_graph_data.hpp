// What a frozen graph is made of.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include <entente/knowledge_graph.hpp>

#include "relation_store.hpp"

namespace entente {

/// The relations of each entity in one array: those of entity i stand from `starts[i]` to `starts[i + 1]`.
struct Adjacency {
  std::vector<std::uint32_t> starts;
  std::vector<RelationId> relations;

  Adjacency() = default;
  /// Sorts the relations by the entity that `end` names, `subject` or `object`. O(entities + relations).
  Adjacency(std::size_t entity_count, std::span<const PackedRelation> all, EntityId PackedRelation::*end);

  [[nodiscard]] std::span<const RelationId> of(EntityId id) const {
    return std::span(relations).subspan(starts[id.index()], starts[id.index() + 1] - starts[id.index()]);
  }
};

struct KnowledgeGraph::Data {
  std::vector<Document> documents;
  std::vector<Entity> entities;
  RelationStore relations;
  Attributes attributes;
  Adjacency outgoing;
  Adjacency incoming;
  std::vector<DocumentId> documents_by_key;
  std::vector<EntityId> entities_by_key;

  Data() = default;
  /// Indexes the facts on so many threads (0: one for each core). O(n log n).
  Data(std::vector<Document>, std::vector<Entity>, RelationStore, Attributes, std::size_t threads);
};

}  // namespace entente
