// The frozen graph.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include <entente/facts.hpp>
#include <entente/relation_view.hpp>

namespace entente {

/// An immutable directed multigraph of entities and relations. Cheap to copy (copies share the data), safe to read
/// from many threads. Made by `GraphBuilder::build`.
///
///     KnowledgeGraph graph = std::move(builder).build();
///     for (RelationId id : graph.outgoing(kosovo)) read(graph.relation(id));
///
/// References, views and spans it hands out live as long as any copy of the graph.
class KnowledgeGraph {
 public:
  KnowledgeGraph();  ///< the empty graph

  [[nodiscard]] std::size_t document_count() const { return documents().size(); }
  [[nodiscard]] std::size_t entity_count() const { return entities().size(); }
  [[nodiscard]] std::size_t relation_count() const { return relations_.size(); }

  [[nodiscard]] std::span<const Document> documents() const;
  [[nodiscard]] std::span<const Entity> entities() const;
  [[nodiscard]] RelationList relations() const { return relations_; }

  /// The item with that id, which must come from this graph.
  [[nodiscard]] const Document& document(DocumentId id) const { return documents()[id.index()]; }
  [[nodiscard]] const Entity& entity(EntityId id) const { return entities()[id.index()]; }
  [[nodiscard]] RelationView relation(RelationId id) const { return relations_[id.index()]; }

  /// The relations that start from, or lead to, the entity, in the order of their ids. A self-loop is in both. O(1).
  [[nodiscard]] std::span<const RelationId> outgoing(EntityId) const;
  [[nodiscard]] std::span<const RelationId> incoming(EntityId) const;

  /// The entity or document with that key ("id" in the native JSON), or nothing. O(log n).
  [[nodiscard]] std::optional<EntityId> entity_with_key(std::string_view key) const;
  [[nodiscard]] std::optional<DocumentId> document_with_key(std::string_view key) const;

  /// Fields beside documents, entities and relations, as JSON text.
  [[nodiscard]] const Attributes& attributes() const;

  /// Bytes that relations take.
  struct Memory {
    std::size_t relations = 0;  ///< themselves and the lists of outgoing and incoming ones
    std::size_t quotes = 0;     ///< their evidence: which documents, where
    std::size_t texts = 0;      ///< of evidence, roles and rules
  };
  /// O(relations with attributes).
  [[nodiscard]] Memory memory_of_relations() const;

 private:
  friend class GraphBuilder;
  struct Data;
  explicit KnowledgeGraph(std::shared_ptr<const Data>);
  std::shared_ptr<const Data> data_;
  RelationList relations_;  // of the data
};

}  // namespace entente
