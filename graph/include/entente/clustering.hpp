// How often those who are tied to the same entity are tied to each other.
#pragma once

#include <cstdint>
#include <vector>

#include <entente/centrality.hpp>
#include <entente/effort.hpp>
#include <entente/graph_view.hpp>

namespace entente {

/// Triangles and clustering of a graph whose relations are taken without direction, parallel ones once, self-loops not
/// at all.
struct Clustering {
  std::vector<std::uint64_t> triangles;  ///< by the index of the entity: in how many it is
  Scores local;                          ///< by the index of the entity: 2 triangles / (degree (degree - 1)), or 0
  std::uint64_t triangle_count = 0;      ///< in the whole graph
  double average = 0.0;                  ///< the mean of `local` over the visible entities, or 0
  double transitivity = 0.0;             ///< 3 triangles / pairs of ties that share an end, or 0
  std::uint64_t triangles_at_most = 0;   ///< in the whole graph: as many as were found if all were looked for
  bool complete = true;                  ///< the effort sufficed; if not, every other figure is at least what is told
};

/// Local clustering and its average are those of Watts and Strogatz, "Collective dynamics of small-world networks",
/// Nature 393 (1998), transitivity that of Newman, Watts and Strogatz, PNAS 99 (2002); values as networkx gives them.
/// Triangles are found by Chiba and Nishizeki's order by degree ("Arboricity and subgraph listing algorithms", SIAM
/// J. Computing 14 (1985)). O(E^1.5).
Clustering clustering(const GraphView&);

/// What `clustering` returns, or what the triangles found by then tell if the effort was over before. Its progress is
/// the number of entities whose triangles with others of higher degree were counted; its threads have no meaning here.
Clustering clustering_within(const Effort&, const GraphView&);

}  // namespace entente
