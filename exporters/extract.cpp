#include "extract.hpp"

namespace entente {
namespace {

template <class Tag>
std::vector<Id<Tag>> marked_ids(const std::vector<bool>& marks) {
  std::vector<Id<Tag>> ids;
  for (std::size_t index = 0; index < marks.size(); ++index) {
    if (marks[index]) ids.emplace_back(index);
  }
  return ids;
}

std::vector<EntityId> entities_of(const GraphView& view, const std::vector<RelationId>& relations) {
  std::vector<bool> needed(view.graph().entity_count());
  for (const EntityId id : view.entities()) needed[id.index()] = true;
  for (const RelationId id : relations) {
    const RelationView relation = view.graph().relation(id);
    if (relation.source) needed[relation.source->index()] = true;
    if (const auto* entity = std::get_if<EntityId>(&relation.condition)) needed[entity->index()] = true;
  }
  return marked_ids<EntityTag>(needed);
}

std::vector<DocumentId> documents_of(const GraphView& view, const Extract& facts) {
  const KnowledgeGraph& graph = view.graph();
  const bool whole = facts.entities.size() == graph.entity_count() && facts.relations.size() == graph.relation_count();
  std::vector<bool> quoted(graph.document_count(), whole);
  const auto mark = [&](const auto& quote) {
    if (quote.document) quoted[quote.document->index()] = true;
  };
  for (const EntityId id : facts.entities) {
    for (const Mention& mention : graph.entity(id).mentions) mark(mention);
  }
  for (const RelationId id : facts.relations) {
    for (const QuoteView& evidence : graph.relation(id).evidence) mark(evidence);
  }
  return marked_ids<DocumentTag>(quoted);
}

}  // namespace

Extract extract(const GraphView& view) {
  Extract facts;
  facts.relations = view.relations();
  facts.entities = entities_of(view, facts.relations);
  facts.documents = documents_of(view, facts);
  return facts;
}

std::variant<std::monostate, EntityId, RelationId> visible_condition(const GraphView& view,
                                                                     const RelationView& relation) {
  if (const auto* other = std::get_if<RelationId>(&relation.condition); other && !view.shows(*other)) return {};
  return relation.condition;
}

std::string date_text(const RelationView& relation) {
  return relation.date ? relation.date->to_string() : std::string();
}

}  // namespace entente
