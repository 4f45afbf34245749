// All simple paths of at most so many steps. A node from which the goal was not found in the steps that were left is
// closed until more are left or the way that barred it is taken back, so that no more than O(length E) is done between
// two paths: Peng, Zhang, Lin, Qin, Zhang and Zhou, "Towards bridging theory and practice: hop-constrained s-t simple
// path enumeration", PVLDB 13 (2019).
#include <entente/paths.hpp>

#include <algorithm>
#include <utility>
#include <vector>

#include "hop_distances.hpp"
#include "route.hpp"
#include "route_graph.hpp"

namespace entente {

namespace {

class SimplePaths {
 public:
  SimplePaths(const GraphView& view, const RouteGraph& graph, Node goal, std::size_t max_length, const TakePath& take,
              const Effort& effort)
      : view_(view),
        graph_(graph),
        goal_(goal),
        max_length_(max_length),
        take_(take),
        effort_(effort),
        barriers_(steps_to(graph, goal, max_length)),
        on_way_(graph.node_count()) {}

  /// False if the taker wanted no more, or the effort was over.
  bool all_from(Node start) {
    if (barriers_[start] > max_length_) return true;
    enter(start);
    for (std::size_t turn = 0; !way_.empty() && !ended_; ++turn) {
      ended_ = effort_.over();
      if (ended_) break;
      if (turn % turns_between_news == 0) tell();
      Stop& here = way_.back();
      const auto row = graph_.leaving().of(here.node);
      if (here.node == goal_ || here.next == row.size())
        leave();
      else
        try_step(row[here.next++].target);
    }
    return !ended_;
  }

 private:
  static constexpr std::size_t turns_between_news = 4096;

  struct Stop {
    Node node;
    std::size_t next = 0;
    std::size_t home = out_of_reach;  // the fewest steps to the goal found from here
  };

  /// How many of the first steps, and of the second ones after the present first, have been gone through.
  void tell() const {
    const auto steps_from = [&](const Stop& stop) { return graph_.leaving().of(stop.node).size(); };
    const std::size_t first_steps = steps_from(way_[0]);
    if (way_.size() == 1) return effort_.tell(way_[0].next, first_steps);
    const std::size_t second_steps = std::max<std::size_t>(steps_from(way_[1]), 1);
    effort_.tell((way_[0].next - 1) * second_steps + way_[1].next, first_steps * second_steps);
  }

  void enter(Node node) {
    way_.push_back({node});
    on_way_[node] = true;
    if (node != goal_) {
      barriers_[node] = out_of_reach;
      return;
    }
    way_.back().home = 0;
    Route route;
    for (const Stop& stop : way_) route.nodes.push_back(stop.node);
    ended_ = !take_(path_of(view_.graph(), graph_, route));
  }

  void try_step(Node node) {
    if (!on_way_[node] && way_.size() + barriers_[node] <= max_length_) enter(node);
  }

  void leave() {
    const Stop left = way_.back();
    way_.pop_back();
    on_way_[left.node] = false;
    if (left.home == out_of_reach)
      barriers_[left.node] = max_length_ - way_.size() + 1;
    else
      lower_barriers(left.node, left.home);
    if (!way_.empty() && left.home != out_of_reach) way_.back().home = std::min(way_.back().home, left.home + 1);
  }

  /// The goal is that near again: so are those who lead here.
  void lower_barriers(Node node, std::size_t home) {
    std::vector<std::pair<Node, std::size_t>> open{{node, home}};
    while (!open.empty()) {
      const auto [lowered, steps] = open.back();
      open.pop_back();
      if (barriers_[lowered] <= steps) continue;
      barriers_[lowered] = steps;
      for (const RouteArc& arc : graph_.arriving().of(lowered))
        if (!on_way_[arc.target]) open.emplace_back(arc.target, steps + 1);
    }
  }

  const GraphView& view_;
  const RouteGraph& graph_;
  Node goal_;
  std::size_t max_length_;
  const TakePath& take_;
  const Effort& effort_;
  std::vector<std::size_t> barriers_;  // by node: from fewer steps before the end the goal is not reached
  std::vector<bool> on_way_;
  std::vector<Stop> way_;
  bool ended_ = false;
};

}  // namespace

bool each_simple_path(const GraphView& view, EntityId from, EntityId to, std::size_t max_length, const TakePath& take,
                      Direction direction, const Effort& effort) {
  if (!view.shows(from) || !view.shows(to)) return true;
  const RouteGraph graph(view, direction, [](RelationId) { return 1; });
  const std::size_t longest = std::min(max_length, graph.node_count());
  return SimplePaths(view, graph, graph.node(to), longest, take, effort).all_from(graph.node(from));
}

}  // namespace entente
