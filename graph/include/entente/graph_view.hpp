// The lens: a part of a graph, seen without copying it.
#pragma once

#include <optional>
#include <vector>

#include <entente/knowledge_graph.hpp>

namespace entente {

/// Keeps what lies within `depth` steps of an entity, along relations in either direction.
struct Neighborhood {
  EntityId center;
  unsigned depth = 1;
};

/// What to keep of a graph; an empty list or missing value keeps everything.
struct Lens {
  std::vector<EntityType> types{};
  std::vector<Predicate> predicates{};
  std::vector<Modality> modalities{};
  std::optional<Polarity> polarity{};
  std::vector<EntityId> sources{};       ///< only what one of these is said to say
  bool authors_voice = false;            ///< only what nobody is said to say (with `sources`: that as well)
  std::optional<DateInterval> during{};  ///< only relations whose date touches it; undated ones are left out
  std::vector<DocumentId> documents{};   ///< only what has evidence or mentions in these, and the ends of relations
  double min_confidence = 0.0;
  std::optional<std::vector<RelationId>> among{};  ///< only these relations, in the order of their ids
  std::vector<Neighborhood> around{};  ///< applied to what the others leave; several: what is near any of them
};

/// A graph through a lens: the graph with a mask over entities and one over relations. Cheap to copy: a bit for each.
///
/// A relation is visible if the lens keeps it and both of its ends. Where the lens asks something of relations
/// (predicate, mood, source, time, confidence, a list), entities without a visible relation are not visible. Nothing is
/// near a center that is not visible itself.
///
///     GraphView facts(graph, Lens{.modalities = {Modality::actual}});
class GraphView {
 public:
  GraphView(KnowledgeGraph graph);  // NOLINT(google-explicit-constructor): a graph is a view of all of itself
  /// O(entities + relations + quotes), and a breadth-first search for each neighborhood.
  GraphView(KnowledgeGraph graph, const Lens& lens);

  [[nodiscard]] const KnowledgeGraph& graph() const { return graph_; }
  [[nodiscard]] bool shows(EntityId id) const { return entities_.empty() || entities_[id.index()]; }
  [[nodiscard]] bool shows(RelationId id) const { return relations_.empty() || relations_[id.index()]; }

  /// The visible ones in the order of their ids. O(all).
  [[nodiscard]] std::vector<EntityId> entities() const;
  [[nodiscard]] std::vector<RelationId> relations() const;
  [[nodiscard]] std::size_t entity_count() const;
  [[nodiscard]] std::size_t relation_count() const;

  /// The view of only those entities of this view, and the visible relations among them. O(all).
  [[nodiscard]] GraphView restricted_to(const std::vector<EntityId>& keep) const;

  /// This view without those relations; all of its entities stay. O(all).
  [[nodiscard]] GraphView without(const std::vector<RelationId>& relations) const;

 private:
  void keep_only(const std::vector<bool>& kept);

  KnowledgeGraph graph_;
  std::vector<bool> entities_;   // empty: all are visible
  std::vector<bool> relations_;  // empty: all are visible
};

}  // namespace entente
