// Communities of a plain weighted graph.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace entente {

/// An undirected graph with weights, in compressed sparse rows: every edge is in the rows of both of its ends.
struct WeightedGraph {
  using Node = std::uint32_t;

  std::vector<std::size_t> begins{0};  ///< the row of node i: [begins[i], begins[i + 1])
  std::vector<Node> targets;
  std::vector<double> weights;
  std::vector<double> strengths;  ///< for each node the weights of its edges; one to itself counts twice
  double total = 0.0;             ///< all strengths

  [[nodiscard]] std::size_t node_count() const { return begins.size() - 1; }
};

/// For each node the number of its community, dense from 0: communities of high modularity, each of which hangs
/// together. `resolution` above 1 gives more and smaller ones, below 1 fewer.
///
/// The Leiden algorithm (Traag, Waltman and van Eck, "From Louvain to Leiden: guaranteeing well-connected communities",
/// Scientific Reports 9 (2019)), except that the refinement takes the best merger instead of drawing one. Nodes come in
/// the order of their numbers; the communities of graphs of less than 50,000 edges are the best of those in several
/// orders, always the same. About O(E) for each of a few rounds in an order.
std::vector<WeightedGraph::Node> leiden(const WeightedGraph&, double resolution);

}  // namespace entente
