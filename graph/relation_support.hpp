// Which of several relations is better supported.
#pragma once

#include <tuple>

#include <entente/knowledge_graph.hpp>

namespace entente {

/// Whether the relation is stated as a fact: affirmed, and not only planned, proposed, demanded or possible.
template <class AnyRelation>
bool is_stated_as_fact(const AnyRelation& relation) {
  return relation.polarity == Polarity::positive && relation.modality == Modality::actual;
}

/// What a relation rests on, best first: facts before the rest, then confidence, then the amount of evidence.
inline auto support(const KnowledgeGraph& graph, RelationId id) {
  const RelationView relation = graph.relation(id);
  return std::tuple(is_stated_as_fact(relation), relation.confidence, relation.evidence.size());
}

/// Whether `a` is better supported than `b`, or as well and has the lower id.
inline bool better_supported(const KnowledgeGraph& graph, RelationId a, RelationId b) {
  const auto of_a = support(graph, a);
  const auto of_b = support(graph, b);
  return of_a != of_b ? of_a > of_b : a < b;
}

}  // namespace entente
