#include <algorithm>
#include <set>

#include "reference.hpp"

namespace entente::testing {

namespace {

template <class T>
bool passes(const std::vector<T>& wanted, const T& value) {
  return wanted.empty() || std::set<T>(wanted.begin(), wanted.end()).count(value) == 1;
}

bool passes(const Lens& lens, const KnowledgeGraph& graph, RelationId id) {
  const RelationView relation = graph.relation(id);
  if (!passes(lens.types, graph.entity(relation.subject).type)) return false;
  if (!passes(lens.types, graph.entity(relation.object).type)) return false;
  if (!passes(lens.predicates, relation.predicate)) return false;
  if (!passes(lens.modalities, relation.modality)) return false;
  if (lens.polarity && relation.polarity != *lens.polarity) return false;
  std::set<std::optional<EntityId>> voices(lens.sources.begin(), lens.sources.end());
  if (lens.authors_voice) voices.insert(std::nullopt);
  if (!voices.empty() && voices.count(relation.source) == 0) return false;
  if (lens.during && !relation.date) return false;
  if (lens.during && (relation.date->last_day_number() < lens.during->first_day_number() ||
                      lens.during->last_day_number() < relation.date->first_day_number()))
    return false;
  if (relation.confidence < lens.min_confidence) return false;
  if (lens.among && std::count(lens.among->begin(), lens.among->end(), id) == 0) return false;
  bool quoted = lens.documents.empty();
  for (const QuoteView& evidence : relation.evidence)
    for (const DocumentId document : lens.documents) quoted = quoted || evidence.document == document;
  return quoted;
}

bool passes_alone(const Lens& lens, const Entity& entity) {
  bool mentioned = lens.documents.empty();
  for (const Mention& mention : entity.mentions)
    for (const DocumentId document : lens.documents) mentioned = mentioned || mention.document == document;
  return mentioned && passes(lens.types, entity.type) && lens.predicates.empty() && lens.modalities.empty() &&
         !lens.polarity && lens.sources.empty() && !lens.authors_voice && !lens.during && lens.min_confidence <= 0.0 &&
         !lens.among;
}

/// Steps between entities along visible relations, either way, as far as `depth`, one relaxation after the other.
std::set<EntityId> within(const KnowledgeGraph& graph, const Visible& visible, const Neighborhood& around) {
  std::set<EntityId> near;
  if (visible.entities[around.center.index()]) near.insert(around.center);
  for (unsigned step = 0; step < around.depth; ++step) {
    const std::set<EntityId> before = near;
    for (std::size_t i = 0; i < graph.relation_count(); ++i) {
      const RelationView relation = graph.relation(RelationId(i));
      if (!visible.relations[i]) continue;
      if (before.count(relation.subject) == 1) near.insert(relation.object);
      if (before.count(relation.object) == 1) near.insert(relation.subject);
    }
  }
  return near;
}

}  // namespace

Visible reference_view(const KnowledgeGraph& graph, const Lens& lens) {
  Visible visible;
  for (const Entity& entity : graph.entities()) visible.entities.push_back(passes_alone(lens, entity));
  for (const RelationView relation : graph.relations()) {
    visible.relations.push_back(passes(lens, graph, RelationId(visible.relations.size())));
    if (!visible.relations.back()) continue;
    visible.entities[relation.subject.index()] = true;
    visible.entities[relation.object.index()] = true;
  }
  if (lens.around.empty()) return visible;
  std::set<EntityId> near;
  for (const Neighborhood& around : lens.around) near.merge(within(graph, visible, around));
  for (std::size_t i = 0; i < graph.entity_count(); ++i) visible.entities[i] = near.count(EntityId(i)) == 1;
  for (std::size_t i = 0; i < graph.relation_count(); ++i)
    visible.relations[i] = visible.relations[i] && near.count(graph.relation(RelationId(i)).subject) == 1 &&
                           near.count(graph.relation(RelationId(i)).object) == 1;
  return visible;
}

}  // namespace entente::testing
