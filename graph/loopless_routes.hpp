// The routes from one node to another, the cheapest first.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include <entente/effort.hpp>

#include "homeward_costs.hpp"
#include "route.hpp"
#include "route_graph.hpp"

namespace entente {

/// All loopless routes from a start to a goal in the order of their costs and, among equal ones, of their nodes.
///
/// Yen, "Finding the k shortest loopless paths in a network", Management Science 17 (1971), with Lawler's partition of
/// what is left (Management Science 18, 1972), so that no route is found twice. A part waits under a lower bound of its
/// costs, the costs from each node to the goal in the whole graph, and is only searched when that comes first: Al
/// Zoobi, Coudert and Nisse, "Space and time trade-offs for the k shortest simple paths problem", SEA 2020. O(k V (E +
/// V log V)) in the worst case, mostly that of one search and of k walks.
class LooplessRoutes {
 public:
  /// From `start` to `goal`, two nodes of a graph that must outlive this.
  LooplessRoutes(const RouteGraph&, Node start, Node goal);

  /// The next route, or nothing if there is no other or the effort is over before it is found. A route does not come
  /// back to an entity it has left before the place where it parts from those before it; where several nodes stand for
  /// one entity, it may do so after that.
  std::optional<Route> next(const Effort& = {});
  /// Whether there is no other route than those that were returned.
  [[nodiscard]] bool are_all() const { return parts_.empty(); }

 private:
  /// The routes that begin with certain nodes and do not go on to certain others.
  struct Part {
    RouteCost begun;                ///< the cost of the beginning
    RouteCost rest;                 ///< what its best route costs from there, or a lower bound of that
    std::vector<Node> nodes;        ///< the beginning, or the best route once it is found
    std::size_t spur = 0;           ///< the position of the last node of the beginning
    std::vector<Node> closed_next;  ///< where not to go from there
    bool found = false;

    [[nodiscard]] RouteCost cost() const { return begun + rest; }
    /// Bounds come before routes that cost the same: what they stand for may come first.
    static bool comes_later(const Part& a, const Part& b);
  };

  void add(Part);
  Part take();
  bool find_best(Part&);
  void part_from(const Part& taken);
  void close_beginning(const Part&, std::size_t spur);
  [[nodiscard]] bool may_go(const Part&, Node from, Node to) const;
  [[nodiscard]] RouteCost bound(const Part&) const;
  [[nodiscard]] RouteCost cheapest(const Part&);
  bool trace(Part&, const RouteCost& rest);

  /// Values of nodes that all can be forgotten at once.
  class Notes {
   public:
    explicit Notes(std::size_t nodes) : costs_(nodes), rounds_(nodes) {}
    void forget() { ++round_; }
    /// Notes the cost if it is less than what stands there.
    bool lower(Node node, const RouteCost& cost) {
      if (rounds_[node] == round_ && costs_[node] <= cost) return false;
      costs_[node] = cost;
      rounds_[node] = round_;
      return true;
    }
    [[nodiscard]] const RouteCost& of(Node node) const { return costs_[node]; }

   private:
    std::vector<RouteCost> costs_;
    std::vector<std::uint32_t> rounds_;
    std::uint32_t round_ = 0;
  };

  const RouteGraph& graph_;
  Node goal_;
  HomewardCosts homeward_;
  std::vector<Part> parts_;            // a heap
  std::vector<std::uint32_t> closed_;  // by entity: in which round it was last closed
  std::uint32_t closing_round_ = 0;
  Notes notes_;
};

}  // namespace entente
