// How central entities are.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

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
  in_degree,
  out_degree,
  eigenvector,
  katz,
  hubs,
  authorities,
  core_number
};
inline constexpr std::size_t centrality_measure_count = 11;
/// All of them, in the order of their declaration.
const std::array<CentralityMeasure, centrality_measure_count>& all_centrality_measures();
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
/// (Wasserman and Faust 1994, formula 5.22 as networkx applies it). Parallel relations make no difference. O(V E).
Scores closeness_centrality(const GraphView&, const CentralityOptions& = {});
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

struct Ranked {
  EntityId entity;
  double score;
};
/// The `count` visible entities with the highest scores, ties in the order of their names. O(V log V).
std::vector<Ranked> top(const GraphView&, const Scores&, std::size_t count);

}  // namespace entente
