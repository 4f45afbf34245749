// Who takes the same positions as another.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include <entente/effort.hpp>
#include <entente/graph_view.hpp>

namespace entente {

/// How much two entities have in common that have taken the positions A and B, a position being what one is said to do,
/// or not to do, to whom: (predicate, object, polarity).
///
/// | measure     | formula                                         | source |
/// |-------------|-------------------------------------------------|---------------------------------------------------|
/// | jaccard     | |A ∩ B| / |A ∪ B|                               | Jaccard 1901 | | cosine      | |A ∩ B| / (|A|
/// |B|)^0.5                         | Salton and McGill 1983, for weights 0 and 1       | | adamic_adar | the sum over
/// A ∩ B of 1 / ln(how many take it)  | Adamic and Adar, Social Networks 25 (2003)        |
enum class SimilarityMeasure { jaccard, cosine, adamic_adar };
std::string_view name(SimilarityMeasure);
std::optional<SimilarityMeasure> similarity_measure_named(std::string_view);

/// A position that two entities share, and a relation that says so of each: the best supported one.
struct SharedPosition {
  RelationId of_one;
  RelationId of_other;
};

struct Similar {
  EntityId entity;
  double score;
  std::vector<SharedPosition> shared;  ///< by predicate, object and polarity, affirmed ones first
};

/// The entities most similar to one of them, at most `count`; those with higher scores first, then by name and id. Only
/// those that share a position with it, whatever their type; none if it is not visible. Symmetric relations are
/// positions of both ends towards each other; self-loops are none. Mood, time and source make no difference: a lens
/// leaves out what should not count, say all but `Predicate::party_to`.
///
/// About O(P log P) for all the positions P that the entities similar to it take.
std::vector<Similar> most_similar(const GraphView&, EntityId, SimilarityMeasure, std::size_t count);

/// Similar entities, and how far the search for them came.
struct FoundSimilar {
  std::vector<Similar> entities;
  std::size_t positions = 0;  ///< that the entity itself takes
  std::size_t looked_at = 0;  ///< of these; all others count as shared with nobody
  bool complete = true;       ///< the effort sufficed
};

/// What `most_similar` returns; or, if the effort was over before, those found by then, each with the score that it has
/// at least. Works on one thread. Its progress is the number of positions looked at.
FoundSimilar most_similar_within(const Effort&, const GraphView&, EntityId, SimilarityMeasure, std::size_t count);

}  // namespace entente
