#include <entente/graph_view.hpp>

#include <algorithm>
#include <utility>

namespace entente {

namespace {

using Mask = std::vector<bool>;

template <class T>
bool keeps(const std::vector<T>& wanted, const T& value) {
  return wanted.empty() || std::find(wanted.begin(), wanted.end(), value) != wanted.end();
}

bool asks_of_relations(const Lens& lens) {
  return !lens.predicates.empty() || !lens.modalities.empty() || lens.polarity || !lens.sources.empty() ||
         lens.authors_voice || lens.during || lens.min_confidence > 0.0 || lens.among;
}

bool keeps_voice(const Lens& lens, const std::optional<EntityId>& source) {
  if (lens.sources.empty() && !lens.authors_voice) return true;
  if (!source) return lens.authors_voice;
  return !lens.sources.empty() && keeps(lens.sources, *source);
}

template <class Quotes>
bool quotes_any(const Quotes& quotes, const std::vector<DocumentId>& documents) {
  return std::any_of(quotes.begin(), quotes.end(),
                     [&](const auto& quote) { return quote.document && keeps(documents, *quote.document); });
}

/// Whether the lens keeps the relation, whatever its ends are.
bool keeps_relation(const Lens& lens, const RelationView& relation) {
  return keeps(lens.predicates, relation.predicate) && keeps(lens.modalities, relation.modality) &&
         (!lens.polarity || *lens.polarity == relation.polarity) && keeps_voice(lens, relation.source) &&
         (!lens.during || (relation.date && relation.date->overlaps(*lens.during))) &&
         relation.confidence >= lens.min_confidence &&
         (lens.documents.empty() || quotes_any(relation.evidence, lens.documents));
}

Mask kept_relations(const KnowledgeGraph& graph, const Lens& lens) {
  Mask kept(graph.relation_count());
  for (std::size_t i = 0; i < kept.size(); ++i) {
    const RelationView relation = graph.relation(RelationId(i));
    kept[i] = (!lens.among || std::binary_search(lens.among->begin(), lens.among->end(), RelationId(i))) &&
              keeps_relation(lens, relation) && keeps(lens.types, graph.entity(relation.subject).type) &&
              keeps(lens.types, graph.entity(relation.object).type);
  }
  return kept;
}

/// The entities that are an end of one of the relations.
Mask ends_of(const KnowledgeGraph& graph, const Mask& relations) {
  Mask ends(graph.entity_count());
  for (std::size_t i = 0; i < relations.size(); ++i) {
    if (!relations[i]) continue;
    const RelationView relation = graph.relation(RelationId(i));
    ends[relation.subject.index()] = true;
    ends[relation.object.index()] = true;
  }
  return ends;
}

/// The ends of the kept relations and, if nothing is asked of relations, what else the lens keeps.
Mask kept_entities(const KnowledgeGraph& graph, const Lens& lens, const Mask& relations) {
  Mask kept = ends_of(graph, relations);
  if (asks_of_relations(lens)) return kept;
  for (std::size_t i = 0; i < kept.size(); ++i) {
    const Entity& entity = graph.entity(EntityId(i));
    if (keeps(lens.types, entity.type) && (lens.documents.empty() || quotes_any(entity.mentions, lens.documents)))
      kept[i] = true;
  }
  return kept;
}

/// Adds to `near` what lies within the neighborhood, by breadth-first search.
void add_neighborhood(const GraphView& view, const Neighborhood& neighborhood, Mask& near) {
  if (!view.shows(neighborhood.center)) return;
  const KnowledgeGraph& graph = view.graph();
  Mask reached(graph.entity_count());
  std::vector<EntityId> ring;
  const auto reach = [&](EntityId entity) {
    if (reached[entity.index()]) return;
    reached[entity.index()] = near[entity.index()] = true;
    ring.push_back(entity);
  };
  reach(neighborhood.center);
  for (unsigned depth = 0; depth < neighborhood.depth && !ring.empty(); ++depth) {
    for (const EntityId entity : std::exchange(ring, {})) {
      for (const RelationId id : graph.outgoing(entity))
        if (view.shows(id)) reach(graph.relation(id).object);
      for (const RelationId id : graph.incoming(entity))
        if (view.shows(id)) reach(graph.relation(id).subject);
    }
  }
}

std::size_t count(const Mask& mask, std::size_t all) {
  return mask.empty() ? all : static_cast<std::size_t>(std::count(mask.begin(), mask.end(), true));
}

template <class Id>
std::vector<Id> shown(const GraphView& view, std::size_t all) {
  std::vector<Id> ids;
  for (std::size_t i = 0; i < all; ++i)
    if (view.shows(Id(i))) ids.push_back(Id(i));
  return ids;
}

}  // namespace

GraphView::GraphView(KnowledgeGraph graph) : graph_(std::move(graph)) {}

GraphView::GraphView(KnowledgeGraph graph, const Lens& lens) : graph_(std::move(graph)) {
  relations_ = kept_relations(graph_, lens);
  entities_ = kept_entities(graph_, lens, relations_);
  if (lens.around.empty()) return;
  Mask near(graph_.entity_count());
  for (const Neighborhood& neighborhood : lens.around) add_neighborhood(*this, neighborhood, near);
  keep_only(near);
}

std::vector<EntityId> GraphView::entities() const {
  return shown<EntityId>(*this, graph_.entity_count());
}
std::vector<RelationId> GraphView::relations() const {
  return shown<RelationId>(*this, graph_.relation_count());
}
std::size_t GraphView::entity_count() const {
  return count(entities_, graph_.entity_count());
}
std::size_t GraphView::relation_count() const {
  return count(relations_, graph_.relation_count());
}

GraphView GraphView::restricted_to(const std::vector<EntityId>& keep) const {
  Mask kept(graph_.entity_count());
  for (const EntityId entity : keep) kept[entity.index()] = shows(entity);
  GraphView view = *this;
  view.keep_only(kept);
  return view;
}

GraphView GraphView::without(const std::vector<RelationId>& relations) const {
  GraphView view = *this;
  if (view.relations_.empty()) view.relations_.assign(graph_.relation_count(), true);
  for (const RelationId id : relations) view.relations_[id.index()] = false;
  return view;
}

void GraphView::keep_only(const std::vector<bool>& kept) {
  Mask relations(graph_.relation_count());
  for (std::size_t i = 0; i < relations.size(); ++i) {
    const RelationView relation = graph_.relation(RelationId(i));
    relations[i] = shows(RelationId(i)) && kept[relation.subject.index()] && kept[relation.object.index()];
  }
  entities_ = kept;
  relations_ = std::move(relations);
}

}  // namespace entente
