#include "text_contents.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace entente {

namespace {

/// Whether the sentence of that relation is about what the text says, and not about the text from outside.
bool tells_content(const KnowledgeGraph& graph, const RelationView& relation, const std::set<EntityId>& parts) {
  switch (relation.predicate) {
    case Predicate::proposes:
      return parts.contains(relation.object);
    case Predicate::part_of:
      return parts.contains(relation.subject) && is_text(graph, relation.subject);
    case Predicate::obligates:
    case Predicate::concerns:
      return parts.contains(relation.subject);
    default:
      return false;
  }
}

/// Whether the relation says that its subject is against its object, or not for it.
bool is_against_its_object(const RelationView& relation) {
  switch (relation.predicate) {
    case Predicate::rejects:
    case Predicate::violates:
    case Predicate::withdraws_from:
    case Predicate::protests_against:
      return relation.polarity == Polarity::positive;
    default:
      return relation.polarity == Polarity::negative;
  }
}

/// Whether the relation is what another text says, or puts another text forward.
bool belongs_to_another(const KnowledgeGraph& graph, const RelationView& relation, const std::set<EntityId>& parts) {
  const EntityId text = relation.predicate == Predicate::proposes ? relation.object : relation.subject;
  return is_text(graph, text) && !parts.contains(text);
}

}  // namespace

bool is_text(const KnowledgeGraph& graph, EntityId id) {
  const EntityType type = graph.entity(id).type;
  return type == EntityType::agreement || type == EntityType::proposal || type == EntityType::provision;
}

bool is_wish(const RelationView& relation) {
  return relation.modality == Modality::planned || relation.modality == Modality::proposed ||
         relation.modality == Modality::demanded;
}

std::vector<EntityId> parts_of(const KnowledgeGraph& graph, EntityId text) {
  std::set<EntityId> parts{text};
  std::vector<EntityId> open{text};
  while (!open.empty()) {
    const EntityId whole = open.back();
    open.pop_back();
    for (const RelationId id : graph.incoming(whole)) {
      const RelationView relation = graph.relation(id);
      const bool is_part = relation.predicate == Predicate::part_of && relation.polarity == Polarity::positive;
      const bool can_be = is_text(graph, relation.subject) || graph.entity(relation.subject).type == EntityType::event;
      if (is_part && can_be && parts.insert(relation.subject).second) open.push_back(relation.subject);
    }
  }
  return {parts.begin(), parts.end()};
}

TextContents::TextContents(KnowledgeGraph graph) : graph_(std::move(graph)), sentences_(sentences_of(graph_)) {
  for (std::size_t i = 0; i < graph_.relation_count(); ++i) {
    const RelationView relation = graph_.relation(RelationId(i));
    if (const auto* entity = std::get_if<EntityId>(&relation.condition))
      depending_on_entity_[*entity].push_back(RelationId(i));
    if (const auto* other = std::get_if<RelationId>(&relation.condition))
      depending_on_relation_[*other].push_back(RelationId(i));
  }
}

std::vector<RelationId> TextContents::of(EntityId text) const {
  const std::vector<EntityId> part_list = parts_of(graph_, text);
  const std::set<EntityId> parts(part_list.begin(), part_list.end());
  std::set<RelationId> contents;
  for (const EntityId part : parts) {
    contents.insert(graph_.outgoing(part).begin(), graph_.outgoing(part).end());
    for (const RelationId id : graph_.incoming(part)) {
      const RelationView relation = graph_.relation(id);
      if (!belongs_to_another(graph_, relation, parts) && !is_against_its_object(relation)) contents.insert(id);
    }
  }
  add_wishes_beside(text, parts, contents);
  return {contents.begin(), contents.end()};
}

void TextContents::add_wishes_beside(EntityId text, const std::set<EntityId>& parts,
                                     std::set<RelationId>& contents) const {
  std::set<EntityId> tellers;  // who puts the text forward or tells of it
  std::set<std::size_t> telling;
  for (const RelationId id : contents) {
    const RelationView relation = graph_.relation(id);
    if (!tells_content(graph_, relation, parts)) continue;
    telling.insert(sentences_.of[id.index()].begin(), sentences_.of[id.index()].end());
    if (relation.source) tellers.insert(*relation.source);
    if (relation.predicate == Predicate::proposes) tellers.insert(relation.subject);
  }
  const bool holds_plans = graph_.entity(text).type != EntityType::proposal;
  const auto belongs = [&](const RelationView& relation) {
    return is_wish(relation) && (holds_plans || relation.modality != Modality::planned) &&
           (!relation.source || tellers.contains(*relation.source)) &&
           !(parts.contains(relation.object) && is_against_its_object(relation)) &&
           !belongs_to_another(graph_, relation, parts);
  };
  for (const std::size_t sentence : telling) {
    for (const RelationId id : sentences_.all[sentence].relations)
      if (belongs(graph_.relation(id))) contents.insert(id);
  }
}

std::vector<RelationId> TextContents::depending_on(EntityId id) const {
  const auto found = depending_on_entity_.find(id);
  return found == depending_on_entity_.end() ? std::vector<RelationId>{} : found->second;
}

std::vector<RelationId> TextContents::depending_on(RelationId id) const {
  const auto found = depending_on_relation_.find(id);
  return found == depending_on_relation_.end() ? std::vector<RelationId>{} : found->second;
}

}  // namespace entente
