// The least that has to go so that two entities are no longer connected.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include <entente/effort.hpp>
#include <entente/graph_view.hpp>
#include <entente/paths.hpp>

namespace entente {

/// What is taken away: relations, or entities between the two.
enum class CutOf { relations, entities };

struct CutOptions {
  CutOf cut = CutOf::relations;
  Direction direction = Direction::either;
  bool count_parallel = false;  ///< every one of parallel relations counts; otherwise those of one pair count once
};

struct MinimumCut {
  /// How many entities, and relations or pairs with relations, have to go; also (Menger 1927) how many paths there are
  /// that share none of them. 0 if the two are not connected.
  std::size_t size = 0;
  std::vector<EntityId> entities{};     ///< that have to go
  std::vector<RelationId> relations{};  ///< that have to go; where entities do, those that join the two directly
  std::vector<EntityId> side{};         ///< what `from` still reaches, itself included
  /// Whether the effort sufficed. If not, nothing is listed, and a smallest cut has at least `size` and at most
  /// `size_at_most` members; otherwise those two are equal.
  bool complete = true;
  std::size_t size_at_most = 0;
};

/// A smallest cut between two entities, of all the one nearest to `from`; ids ascend. Nothing if the two are the same
/// or one is not visible.
///
/// By the largest flow from one to the other where everything has capacity 1 (Ford and Fulkerson 1956), found by
/// Dinic's algorithm. O(E^1.5) for relations, O(V^0.5 E) for entities.
std::optional<MinimumCut> minimum_cut(const GraphView&, EntityId from, EntityId to, const CutOptions& = {});

/// What `minimum_cut` returns, or its bounds if the effort was over before. It tells no progress, for nobody knows how
/// much is to be done; its threads have no meaning here.
std::optional<MinimumCut> minimum_cut_within(const Effort&, const GraphView&, EntityId from, EntityId to,
                                             const CutOptions& = {});

}  // namespace entente
