// How central entities are.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include <entente/effort.hpp>
#include <entente/graph_view.hpp>
#include <entente/paths.hpp>

namespace entente {

/// How a measure sees the graph. By default as networkx sees a simple undirected graph: relations between the same two
/// entities count once, self-loops do not count, and measures are normalised.
struct CentralityOptions {
  Direction direction = Direction::either;
  bool count_parallel = false;  ///< every one of parallel relations counts
  bool normalized = true;
  double damping = 0.85;     ///< PageRank only: above 0 and below 1
  double tolerance = 1e-10;  ///< PageRank only: the change, summed over all entities, at which it stops
};

/// One value for each entity of the graph, by the index of its id; entities that the view does not show have 0.
using Scores = std::vector<double>;

enum class CentralityMeasure { degree, betweenness, closeness, pagerank, harmonic };
std::vector<CentralityMeasure> all_centrality_measures();
std::string_view name(CentralityMeasure);
std::optional<CentralityMeasure> centrality_measure_named(std::string_view);

/// The number of neighbours (with `count_parallel`, of relations; directed: in and out), normalised by n - 1; a lone
/// entity has 0. O(V + E).
Scores degree_centrality(const GraphView&, const CentralityOptions& = {});
/// The share of shortest paths that pass through an entity, ends excluded, summed over all pairs of others; normalised
/// by their number. With `count_parallel`, paths that differ in parallel relations count each.
/// Brandes, "A faster algorithm for betweenness centrality", J. Math. Sociology 25 (2001). O(V E).
Scores betweenness_centrality(const GraphView&, const CentralityOptions& = {});
/// The inverse of the mean distance from the others that reach an entity; normalised by the share of entities that do
/// (Wasserman and Faust 1994, formula 5.22 as networkx applies it). Parallel relations make no difference. O(V E),
/// shared by 256 searches at once.
Scores closeness_centrality(const GraphView&, const CentralityOptions& = {});
/// The sum of 1 / distance over the others that reach an entity; normalised by n - 1, which networkx leaves to its
/// caller. Parallel relations make no difference. Marchiori and Latora, "Harmony in the small-world", Physica A 285
/// (2000). O(V E), shared by 256 searches at once.
Scores harmonic_centrality(const GraphView&, const CentralityOptions& = {});
/// The stationary probability of a walker who follows a relation with probability `damping` and jumps anywhere
/// otherwise; dead ends jump anywhere. Sums to 1, normalised or not. Brin and Page 1998. O(iterations (V + E)).
Scores pagerank(const GraphView&, const CentralityOptions& = {});

Scores centrality(const GraphView&, CentralityMeasure, const CentralityOptions& = {});

/// The share of shortest paths that walk along a relation, summed over all pairs of entities, by the index of its id; 0
/// for relations that are not visible and self-loops. Normalised by the number of pairs, n (n - 1), ordered if
/// directed. Parallel relations have what their common arc has or, with `count_parallel`, equal parts of it; a
/// symmetric relation of a directed graph has what is walked either way. Girvan and Newman, PNAS 99 (2002); Brandes,
/// "On variants of shortest-path betweenness centrality", Social Networks 30 (2008). O(V E).
Scores relation_betweenness(const GraphView&, const CentralityOptions& = {});

/// From how many entities, drawn at random, to search when not all are wanted.
struct Sampling {
  std::optional<std::size_t> sources{};  ///< from that many
  double error = 0.0;                    ///< otherwise from as many as keep the bound of normalised scores within that
  double confidence = 0.95;              ///< with which the bound holds: above 0, below 1
  std::uint32_t seed = 1;
};

/// Scores, and how far they may be from the exact ones.
struct Estimate {
  Scores scores;
  bool complete = true;         ///< the effort sufficed for all that was asked
  std::size_t sources = 0;      ///< the entities from which searches were run; 0 where a measure has none
  std::size_t all_sources = 0;  ///< all from which they would have to be run
  double error = 0.0;           ///< no score is further from the exact one
  double confidence = 1.0;      ///< with at least that probability, for all scores together
  [[nodiscard]] bool is_exact() const { return complete && sources == all_sources; }
};

/// The measures as far as an effort allows. Betweenness and harmonic centrality that were sampled, on purpose or
/// because the effort was over, are means over k of the N entities that reach any other, drawn without replacement, of
/// values between 0 and 1: with probability `confidence` none of the n normalised scores is further from the exact one
/// than
///
///     N / (n - 1) sqrt((1 - (k - 1) / N) ln(2 n / (1 - confidence)) / (2 k))
///
/// Serfling, "Probability inequalities for the sum in sampling without replacement", Annals of Statistics 2 (1974),
/// corollary 1.1, which sharpens Hoeffding's inequality; the use for betweenness is that of Brandes and Pich,
/// "Centrality estimation in large networks", Int. J. Bifurcation and Chaos 17 (2007). Sampled closeness has no bound
/// below 1, its greatest value. PageRank ignores `Sampling`; whenever it stops, its distance from the fixed point is at
/// most damping / (1 - damping) times the last change. The result does not depend on the number of threads and, once
/// complete, on nothing else of the effort.
Estimate centrality_within(const Effort&, const GraphView&, CentralityMeasure, const CentralityOptions& = {},
                           const Sampling& = {});
/// The same for relations: N / n stands for N / (n - 1), and the number of pairs that are related for n under the
/// logarithm.
Estimate relation_betweenness_within(const Effort&, const GraphView&, const CentralityOptions& = {},
                                     const Sampling& = {});

struct Ranked {
  EntityId entity;
  double score;
};
/// The `count` visible entities with the highest scores, ties in the order of their names. O(V log V).
std::vector<Ranked> top(const GraphView&, const Scores&, std::size_t count);

struct RankedRelation {
  RelationId relation;
  double score;
};
/// The `count` visible relations with the highest scores, ties in the order of their ids. O(E log E).
std::vector<RankedRelation> top_relations(const GraphView&, const Scores&, std::size_t count);

}  // namespace entente
