#include "loopless_routes.hpp"

#include <algorithm>
#include <queue>
#include <tuple>
#include <utility>

namespace entente {

namespace {

/// A place that a search has come to, and what the whole way costs at least.
struct Place {
  RouteCost whole;
  RouteCost so_far;
  Node node;
  friend bool operator>(const Place& a, const Place& b) { return a.whole > b.whole; }
};

/// A node on the way of a walk, and which of its arcs is next.
struct Stop {
  Node node;
  RouteCost so_far;
  std::size_t next = 0;
};

std::size_t entity_limit(const RouteGraph& graph) {
  std::size_t limit = 0;
  for (Node node = 0; node < graph.node_count(); ++node) limit = std::max(limit, graph.entity(node).index() + 1);
  return limit;
}

}  // namespace

bool LooplessRoutes::Part::comes_later(const Part& a, const Part& b) {
  const RouteCost of_a = a.cost();
  const RouteCost of_b = b.cost();
  return std::tie(of_a, a.found, a.nodes) > std::tie(of_b, b.found, b.nodes);
}

LooplessRoutes::LooplessRoutes(const RouteGraph& graph, Node start, Node goal)
    : graph_(graph), goal_(goal), homeward_(graph, goal), closed_(entity_limit(graph)), notes_(graph.node_count()) {
  homeward_.grow_to(start);
  if (homeward_.at_least(start) != unreachable)
    add({.begun = {}, .rest = homeward_.at_least(start), .nodes = {start}, .closed_next = {}});
}

std::optional<Route> LooplessRoutes::next(const Effort& effort) {
  while (!parts_.empty() && !effort.over()) {
    Part part = take();
    if (part.found) {
      part_from(part);
      return Route{part.cost(), std::move(part.nodes)};
    }
    if (find_best(part)) add(std::move(part));
  }
  return std::nullopt;
}

void LooplessRoutes::add(Part part) {
  parts_.push_back(std::move(part));
  std::push_heap(parts_.begin(), parts_.end(), Part::comes_later);
}

LooplessRoutes::Part LooplessRoutes::take() {
  std::pop_heap(parts_.begin(), parts_.end(), Part::comes_later);
  Part part = std::move(parts_.back());
  parts_.pop_back();
  return part;
}

/// Closes the entities of the nodes up to the spur.
void LooplessRoutes::close_beginning(const Part& part, std::size_t spur) {
  ++closing_round_;
  for (std::size_t i = 0; i <= spur; ++i) closed_[graph_.entity(part.nodes[i]).index()] = closing_round_;
}

bool LooplessRoutes::may_go(const Part& part, Node from, Node to) const {
  if (closed_[graph_.entity(to).index()] == closing_round_) return false;
  return from != part.nodes[part.spur] ||
         std::find(part.closed_next.begin(), part.closed_next.end(), to) == part.closed_next.end();
}

/// Completes the part with its best route; false if it holds none.
bool LooplessRoutes::find_best(Part& part) {
  close_beginning(part, part.spur);
  homeward_.grow_to(part.rest);
  part.found = true;
  if (trace(part, part.rest)) return true;
  part.rest = cheapest(part);
  return part.rest != unreachable && trace(part, part.rest);
}

/// Divides what is left of the part that a route was taken from.
void LooplessRoutes::part_from(const Part& taken) {
  Part part{.begun = taken.begun, .rest = {}, .nodes = {}, .spur = taken.spur, .closed_next = taken.closed_next};
  part.nodes.assign(taken.nodes.begin(), taken.nodes.begin() + static_cast<std::ptrdiff_t>(taken.spur) + 1);
  close_beginning(part, part.spur);
  while (part.spur + 1 < taken.nodes.size()) {
    const Node next = taken.nodes[part.spur + 1];
    part.closed_next.push_back(next);
    part.rest = bound(part);
    if (part.rest != unreachable) add(part);
    std::uint32_t& closing = closed_[graph_.entity(next).index()];
    if (closing == closing_round_) break;  // from here on no route would be loopless
    closing = closing_round_;
    part.begun = part.begun + arc_between(graph_, part.nodes.back(), next).cost();
    part.nodes.push_back(next);
    part.closed_next.clear();
    ++part.spur;
  }
}

RouteCost LooplessRoutes::bound(const Part& part) const {
  const Node spur = part.nodes[part.spur];
  RouteCost least = unreachable;
  for (const RouteArc& arc : graph_.leaving().of(spur)) {
    const RouteCost onwards = homeward_.at_least(arc.target);
    if (onwards != unreachable && arc.cost() + onwards < least && may_go(part, spur, arc.target))
      least = arc.cost() + onwards;
  }
  return least;
}

/// What the best way from the spur to the goal costs: Hart, Nilsson and Raphael, "A formal basis for the heuristic
/// determination of minimum cost paths", IEEE Transactions on Systems Science and Cybernetics 4 (1968).
RouteCost LooplessRoutes::cheapest(const Part& part) {
  std::priority_queue<Place, std::vector<Place>, std::greater<>> places;
  const Node spur = part.nodes[part.spur];
  notes_.forget();
  notes_.lower(spur, RouteCost{});
  places.push({part.rest, RouteCost{}, spur});
  while (!places.empty()) {
    const Place place = places.top();
    places.pop();
    if (place.node == goal_) return place.so_far;
    if (notes_.of(place.node) != place.so_far) continue;
    for (const RouteArc& arc : graph_.leaving().of(place.node)) {
      const RouteCost onwards = homeward_.at_least(arc.target);
      if (onwards == unreachable || !may_go(part, place.node, arc.target)) continue;
      const RouteCost so_far = place.so_far + arc.cost();
      if (notes_.lower(arc.target, so_far)) places.push({so_far + onwards, so_far, arc.target});
    }
  }
  return unreachable;
}

/// Goes on from the spur to the goal by the lowest nodes of all ways that cost that much, if there is one; none may
/// cost less. A node that was left in vain is only tried again when it is reached for less.
bool LooplessRoutes::trace(Part& part, const RouteCost& rest) {
  std::vector<Stop> walk{{part.nodes[part.spur], RouteCost{}}};
  notes_.forget();
  notes_.lower(walk.back().node, RouteCost{});
  while (!walk.empty() && walk.back().node != goal_) {
    Stop& here = walk.back();
    const auto row = graph_.leaving().of(here.node);
    if (here.next == row.size()) {
      walk.pop_back();
      continue;
    }
    const RouteArc& arc = row[here.next++];
    const RouteCost onwards = homeward_.at_least(arc.target);
    const RouteCost so_far = here.so_far + arc.cost();
    if (onwards != unreachable && so_far + onwards <= rest && may_go(part, here.node, arc.target) &&
        notes_.lower(arc.target, so_far))
      walk.push_back({arc.target, so_far});
  }
  for (std::size_t i = 1; i < walk.size(); ++i) part.nodes.push_back(walk[i].node);
  return !walk.empty();
}

}  // namespace entente
