// Where two worlds agree, contradict each other, or are silent.
#pragma once

#include <string_view>
#include <vector>

#include <entente/effort.hpp>
#include <entente/worlds.hpp>

namespace entente {

/// How two statements of different worlds cannot both come true. Statements that are only possible (`hypothetical`)
/// contradict nothing, nor do facts of different times.
enum class Contradiction {
  statement,  ///< one affirms what the other denies, as a fact or as a wish
  attitude,  ///< one is for the same third party or text that the other is against: supports, ratifies, recognizes, …
             ///< or rejects, withdrawsFrom, accuses, does not recognize, …
  refusal,   ///< one rejects the other or does not yield to it, in the sentence that tells what that one wants
  territory,  ///< a place is claimed, annexed or held to be part of (controlled by) different ones, or recognized by
              ///< one and claimed by the other
  proposal  ///< one proposes a text about (`concerns`, `obligates`) the two ends of what the other wants, or about two
            ///< or more things that a different text of the other is about, the speakers themselves apart
};
std::string_view name(Contradiction);

struct RelationPair {
  RelationId first;   ///< of the first world
  RelationId second;  ///< of the second world; the same relation if it is in both
  friend auto operator<=>(const RelationPair&, const RelationPair&) = default;
};

struct Conflict {
  RelationPair relations;
  Contradiction kind;  ///< the first in the order above that fits
};

/// Relations are in the order of their ids, pairs in that of their first and second.
struct Comparison {
  std::vector<RelationPair> agreements;  ///< the same statement, both as a fact, as a wish or as a possibility; or both
                                         ///< speakers for the same text with the same predicate. As few pairs as show
                                         ///< each such relation, one in both worlds with itself
  std::vector<Conflict> conflicts;
  std::vector<RelationId> only_first;  ///< what the other world is silent about: in no pair
  std::vector<RelationId> only_second;
  bool complete = true;  ///< the effort sufficed
};

/// Compares two worlds of one graph. O(n log n) in the graph's evidence, and the pairs that share an entity.
Comparison compare(const KnowledgeGraph&, const World& first, const World& second);

/// What `compare` returns; or, if the effort was over before, some of its conflicts, which may be of a later kind than
/// there, and pairs that agree, and nothing about silence: it is not known. Works on one thread. Its progress is the
/// number of relations of the first world that were compared.
Comparison compare_within(const Effort&, const KnowledgeGraph&, const World& first, const World& second);

}  // namespace entente
