// Blame: which sentences a path or a rank rests on.
#pragma once

#include <cstddef>
#include <limits>
#include <optional>
#include <vector>

#include <entente/centrality.hpp>
#include <entente/effort.hpp>
#include <entente/graph_view.hpp>
#include <entente/paths.hpp>
#include <entente/sentences.hpp>

namespace entente {

// A relation falls when all sentences that carry it are false. Sentences are given by their positions in
// `Sentences::all`.

/// The relations that fall if all these sentences are false, in the order of their ids. O(what they carry).
std::vector<RelationId> fallen_relations(const Sentences&, const std::vector<std::size_t>& sentences);

/// What becomes of the shortest path if one sentence is false.
struct PathEffect {
  std::size_t sentence;
  std::optional<std::size_t> length;  ///< of the shortest path that is left, longer than before; nothing: none is left
};

/// What the connection of two entities rests on.
struct PathBlame {
  std::optional<Path> path;         ///< the shortest
  std::vector<PathEffect> effects;  ///< the sentences that are needed for its length: where none is left first, then
                                    ///< the longest, then in order
  std::vector<std::size_t> cut;     ///< a smallest set of sentences without which no path at all is left, in order
  std::size_t cut_at_least = 0;     ///< no set has fewer; the size of `cut` if that is proved to be smallest
  bool complete = true;  ///< the effort sufficed; otherwise `effects` are some, and `cut` is one that was found
};

struct PathBlameOptions {
  Direction direction = Direction::either;
  std::size_t max_work = 50'000'000;  ///< relations looked at for the cut; after that, the best one found is returned
};

/// The blame of the shortest path from one entity to another; empty if there is none or they are the same.
///
/// One sentence carries several relations and one relation several sentences, so a smallest cut is no minimum cut of a
/// network but a minimum label cut, which is NP-hard (Zhang, Cai, Tang, Gui: "Approximation and hardness results for
/// label cut and related problems", J. Combinatorial Optimization 21, 2011). It is found by branching over the steps of
/// a shortest path, of which one must fall, and cutting off branches by the number of paths that share no sentence:
/// exact when `max_work` is enough, as for cuts of a few sentences. O(max_work), and O(V + E) for each sentence that
/// the path needs.
///
/// When the effort is over, what is known by then is returned: always the path, and some cut.
PathBlame blame_of_path(const GraphView&, const Sentences&, EntityId from, EntityId to, const PathBlameOptions& = {},
                        const Effort& = {});

/// What becomes of an entity's rank if one sentence is false.
struct RankEffect {
  std::size_t sentence;
  std::size_t rank;
  double score;
};

struct RankBlame {
  std::size_t rank = 0;  ///< from 1; 0 if the measure was ended before it was known
  double score = 0;
  std::vector<RankEffect> effects;  ///< the sentences that change the rank: those that cost most places first, then
                                    ///< those that gain most, then in order
  std::size_t checked = 0;          ///< how many sentences were left out, one at a time
  std::size_t all = 0;              ///< how many carry a visible relation
  bool complete = true;             ///< the effort sufficed
};

/// The scores of the visible entities, or nothing if the measure was ended before they were known.
using Measure = Callback<std::optional<Scores>(const GraphView&)>;

/// The blame of the rank (see `ranks`) that a measure gives to a visible entity. Sentences are tried from the entity
/// outwards (by steps to the nearest end of a relation that they carry), `max_sentences` at most. O(sentences cost of
/// the measure). When the effort is over, or the measure was ended, what is known by then is returned; threads are the
/// matter of the measure.
RankBlame blame_of_rank(const GraphView&, const Sentences&, EntityId, const Measure&,
                        std::size_t max_sentences = std::numeric_limits<std::size_t>::max(), const Effort& = {});

}  // namespace entente
