// What a proposal or agreement says: its parts, and the relations that belong to it.
#pragma once

#include <set>
#include <unordered_map>
#include <vector>

#include <entente/knowledge_graph.hpp>
#include <entente/sentences.hpp>

namespace entente {

/// Whether the entity is an agreement, a proposal or a provision.
bool is_text(const KnowledgeGraph&, EntityId);

/// Whether the relation is stated as something to come: planned, proposed or demanded.
bool is_wish(const RelationView&);

/// The text or event and the texts and events that are said to be part of it, and part of those, in the order of their
/// ids. O(what it finds).
std::vector<EntityId> parts_of(const KnowledgeGraph&, EntityId text);

/// Finds the contents of one text after the other in the same index.
class TextContents {
 public:
  /// Builds the index. O(n log n) in relations and the length of their evidence.
  explicit TextContents(KnowledgeGraph);

  /// The relations that belong to the text, in the order of their ids: those that have it or one of its parts for an
  /// end; and the wishes that stand in a sentence that puts it forward or tells what it is about (`proposes`; `partOf`,
  /// `obligates`, `concerns`), by the author or by those who propose the text or tell of it; of a proposal only what is
  /// proposed or demanded, for a plan is somebody's own. What another text says, who proposes another
  /// text, and who is against the text or a part does not belong to it.
  [[nodiscard]] std::vector<RelationId> of(EntityId text) const;

  /// The relations that depend on the entity or relation, in the order of their ids.
  [[nodiscard]] std::vector<RelationId> depending_on(EntityId) const;
  [[nodiscard]] std::vector<RelationId> depending_on(RelationId) const;

 private:
  /// Adds the wishes in the sentences of those relations that tell what the text says.
  void add_wishes_beside(EntityId text, const std::set<EntityId>& parts, std::set<RelationId>& contents) const;

  KnowledgeGraph graph_;
  Sentences sentences_;
  std::unordered_map<EntityId, std::vector<RelationId>> depending_on_entity_;
  std::unordered_map<RelationId, std::vector<RelationId>> depending_on_relation_;
};

}  // namespace entente
