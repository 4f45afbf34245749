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
  double damping = 0.85;     ///< PageRank, and Katz without `attenuation`: above 0 and below 1
  double tolerance = 1e-10;  ///< where a measure is iterated: the change, summed over all entities, at which it stops
  double attenuation = 0.0;  ///< Katz only: what a walk loses with every step; 0: a value that suits the graph
};

/// One value for each entity of the graph, by the index of its id; entities that the view does not show have 0.
using Scores = std::vector<double>;

enum class CentralityMeasure {
  degree,
  betweenness,
  closeness,
  pagerank,
  harmonic,
  in_degree,
  out_degree,
  eigenvector,
  katz,
  hubs,
  authorities,
  core_number
};
/// All of them, in the order of their declaration.
std::vector<CentralityMeasure> all_centrality_measures();
std::string_view name(CentralityMeasure);
std::optional<CentralityMeasure> centrality_measure_named(std::string_view);

/// The number of neighbours (with `count_parallel`, of relations; directed: in and out), normalised by n - 1; a lone
/// entity has 0. The degree by some predicates is that of a view through a lens with them. O(V + E).
Scores degree_centrality(const GraphView&, const CentralityOptions& = {});
/// The number of entities (with `count_parallel`, of relations) that lead to an entity, or that it leads to, normalised
/// by n - 1. Symmetric relations lead both ways; `direction` makes no difference. O(V + E).
Scores in_degree_centrality(const GraphView&, const CentralityOptions& = {});
Scores out_degree_centrality(const GraphView&, const CentralityOptions& = {});
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
/// PageRank of a walker who jumps, also from dead ends, only to one of these entities, each as likely as the others:
/// who is close to them. Those that are not visible are passed over; all scores are 0 if none is left. As networkx does
/// with `personalization`. Haveliwala, "Topic-sensitive PageRank", WWW 2002. O(iterations (V + E)).
Scores personalized_pagerank(const GraphView&, const std::vector<EntityId>& restart, const CentralityOptions& = {});

/// Central is whom central ones lead to: x with A'x = r x for the largest eigenvalue r of the adjacency matrix A,
/// scaled so that the squares sum to 1, normalised or not. Where several such x exist, as with components of equal r,
/// the one that x <- (A' + I) x comes to from equal scores, which is how it is computed; at most 10,000 times, too few
/// only where the two largest eigenvalues are nearly or, in a chain of strong components, wholly equal. Bonacich,
/// "Power and centrality", American J. Sociology 92 (1987). O(iterations (V + E)).
Scores eigenvector_centrality(const GraphView&, const CentralityOptions& = {});
/// The number of walks that lead to an entity, itself included, where one of k steps counts attenuation^k: the solution
/// of x = attenuation A'x + 1; normalised so that the squares sum to 1. The attenuation must be below 1 / r for the
/// largest eigenvalue r of A. Left at 0 it is damping / r (Benzi and Klymko, SIAM J. Matrix Analysis 36 (2015)), with
/// the bound of Collatz and Wielandt for r after 32 steps of power iteration, and at least 1.
/// Katz, "A new status index derived from sociometric analysis", Psychometrika 18 (1953). O(iterations (V + E)).
Scores katz_centrality(const GraphView&, const CentralityOptions& = {});

/// By the index of the entity.
struct HubsAndAuthorities {
  Scores hubs;
  Scores authorities;
};
/// Good hubs lead to good authorities, which are led to by good hubs: the largest eigenvectors of AA' and A'A, each
/// summing to 1, or not normalised with 1 for the best; all 0 without relations. Where there are several, as for
/// `eigenvector_centrality`. Kleinberg, "Authoritative sources in a hyperlinked environment", J. ACM 46 (1999).
/// O(iterations (V + E)).
HubsAndAuthorities hubs_and_authorities(const GraphView&, const CentralityOptions& = {});

/// The largest k such that an entity is in the k-core: what is left when entities with fewer than k neighbours (with
/// `count_parallel`, relations; directed: in and out) go again and again; normalised or not. Batagelj and Zaversnik,
/// "An O(m) algorithm for cores decomposition of networks" (2003). O(V + E).
Scores core_number(const GraphView&, const CentralityOptions& = {});

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
  /// By how much the last step changed any score at most (before scaling), where a measure is iterated and did a step.
  std::optional<double> last_change{};
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
/// below 1, its greatest value. The others ignore `Sampling`. Whenever PageRank stops, its distance from the fixed
/// point is at most damping / (1 - damping) times the last change; what Katz centrality still lacks is at most q / (1 -
/// q) times the last change for the largest ratio q of any change to the one before (normalised, up to twice the length
/// of that). Nobody knows how far eigenvector centrality, hubs and authorities are from their limit before they come to
/// rest: their error is then 1, and `last_change` all that can be said. Degrees and core numbers come to their end. The
/// result does not depend on the number of threads and, once
/// complete, on nothing else of the effort.
Estimate centrality_within(const Effort&, const GraphView&, CentralityMeasure, const CentralityOptions& = {},
                           const Sampling& = {});
/// The same for PageRank with restarts.
Estimate personalized_pagerank_within(const Effort&, const GraphView&, const std::vector<EntityId>& restart,
                                      const CentralityOptions& = {});
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
