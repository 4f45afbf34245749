// Groups of entities that are more closely tied to each other than to the rest.
#pragma once

#include <vector>

#include <entente/effort.hpp>
#include <entente/graph_view.hpp>

namespace entente {

/// How communities see the graph: undirected, without self-loops.
struct CommunityOptions {
  bool count_parallel = false;  ///< two entities are tied as strongly as they have relations; otherwise once
  double resolution = 1.0;      ///< above 1: more and smaller communities; 0 or more
};

struct Community {
  EntityId center;                ///< the member with the strongest ties inside; of several the first by name
  std::vector<EntityId> members;  ///< in the order of their ids, at least one
};

/// The visible entities in communities of high modularity, each of which hangs together; largest first, then by the
/// lowest id. An entity without relations is a community of its own. The same for the same view, always.
///
/// The Leiden algorithm (Traag, Waltman and van Eck, "From Louvain to Leiden: guaranteeing well-connected communities",
/// Scientific Reports 9:5233 (2019)), greedy where it draws lots. Rounds of about O(V + E): at most four, and in graphs
/// of less than 150,000 ties several attempts of a few, of which the results are combined.
std::vector<Community> communities(const GraphView&, const CommunityOptions& = {});

/// Communities, and whether they are as good as those of `communities`.
struct FoundCommunities {
  std::vector<Community> communities;
  bool complete = true;  ///< the effort sufficed
};

/// What `communities` returns, or the best partition so far if the effort was over before: each community hangs
/// together then as well. Its progress is the number of rounds; its threads have no meaning here.
FoundCommunities communities_within(const Effort&, const GraphView&, const CommunityOptions& = {});

/// The modularity of a partition of the visible entities: the sum over all communities of
///
///     inside / m  -  resolution * (strength / 2 m)^2
///
/// with the weight of the ties inside, the sum of its members' ties (those inside twice), and the weight m of all ties;
/// 0 if there are none. Newman and Girvan, Physical Review E 69:026113 (2004); the resolution is that of Reichardt and
/// Bornholdt, Physical Review E 74:016110 (2006), as networkx has it. O(V + E).
double modularity(const GraphView&, const std::vector<Community>&, const CommunityOptions& = {});

}  // namespace entente
