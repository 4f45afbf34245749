// What it costs to get to a goal.
#pragma once

#include <algorithm>
#include <vector>

#include "bucket_queue.hpp"
#include "route_graph.hpp"

namespace entente {

/// Dijkstra's search from a goal against the arcs, carried on only as far as it is asked for.
class HomewardCosts {
 public:
  /// The graph must outlive it. O(V + E).
  HomewardCosts(const RouteGraph&, Node goal);

  /// Carries on until all nodes are known from which the goal costs no more than that; ever further: O(E + V)
  /// altogether where weights are as in `BucketQueue`.
  void grow_to(const RouteCost&);
  /// Carries on until the cost of that node is known, or that it does not reach the goal.
  void grow_to(Node);

  /// What it costs from the node at least: the cost itself where it is known. Grows along each arc by no more than that
  /// costs.
  [[nodiscard]] RouteCost at_least(Node node) const { return std::min(costs_[node], beyond_); }

 private:
  static BucketQueue<RouteCost> queue_for(const RouteGraph&);
  bool carry_on();
  void walk_open_bucket();

  const RouteGraph& graph_;
  BucketQueue<RouteCost> queue_;
  std::vector<RouteCost> costs_;
  RouteCost beyond_;  // what it costs at least from all nodes that are not known yet
};

}  // namespace entente
