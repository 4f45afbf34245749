// How central entities are.
#pragma once

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
  double damping = 0.85;     ///< PageRank only: above 0 and below 1
  double tolerance = 1e-10;  ///< PageRank only: the change, summed over all entities, at which it stops
};

/// One value for each entity of the graph, by the index of its id; entities that the view does not show have 0.
using Scores = std::vector<double>;

enum class CentralityMeasure { degree, betweenness, closeness, pagerank };
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
/// (Wasserman and Faust 1994, formula 5.22 as networkx applies it). Parallel relations make no difference. O(V E).
Scores closeness_centrality(const GraphView&, const CentralityOptions& = {});
/// The stationary probability of a walker who follows a relation with probability `damping` and jumps anywhere
/// otherwise; dead ends jump anywhere. Sums to 1, normalised or not. Brin and Page 1998. O(iterations (V + E)).
Scores pagerank(const GraphView&, const CentralityOptions& = {});

Scores centrality(const GraphView&, CentralityMeasure, const CentralityOptions& = {});

struct Ranked {
  EntityId entity;
  double score;
};
/// The `count` visible entities with the highest scores, ties in the order of their names. O(V log V).
std::vector<Ranked> top(const GraphView&, const Scores&, std::size_t count);

}  // namespace entente
