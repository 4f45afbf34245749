// Communities of a plain weighted graph.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include <entente/effort.hpp>

namespace entente {

/// An undirected graph with weights above 0, in compressed sparse rows: every edge is in the rows of both of its ends.
struct WeightedGraph {
  using Node = std::uint32_t;

  std::vector<std::size_t> begins{0};  ///< the row of node i: [begins[i], begins[i + 1])
  std::vector<Node> targets;           ///< other nodes: what binds a node to itself is in its strength only
  std::vector<double> weights;
  std::vector<double> strengths;  ///< for each node the weights of its edges; one to itself counts twice
  double total = 0.0;             ///< all strengths

  [[nodiscard]] std::size_t node_count() const { return begins.size() - 1; }
};

/// Which community each node is in.
struct Partition {
  std::vector<WeightedGraph::Node> communities;  ///< of each node the number of its community, dense from 0
  bool complete = true;                          ///< the effort sufficed
};

/// Communities of high modularity, each of which hangs together; the best so far if the effort was over before.
/// `resolution` above 1 gives more and smaller ones, below 1 fewer.
///
/// The Leiden algorithm (Traag, Waltman and van Eck, "From Louvain to Leiden: guaranteeing well-connected communities",
/// Scientific Reports 9 (2019)), except that the refinement takes the best merger instead of drawing one. Nodes come in
/// an order that is drawn at random, always the same. In graphs of less than 150,000 edges, communities that come of
/// different orders are combined: what they agree on stays together, and the rest is found anew (Ovelgönne and
/// Geyer-Schulz, "An ensemble learning strategy for graph clustering", Contemporary Mathematics 588 (2013)); those are
/// not refined, only what comes of them. About O(E) for each of a few rounds in an order.
Partition leiden(const WeightedGraph&, double resolution, const Effort&);

}  // namespace entente
