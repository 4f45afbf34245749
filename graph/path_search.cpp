// Fewest steps: a search from both ends, and where they meet the best of all ways that have as few steps.
#include <entente/paths.hpp>

#include <algorithm>
#include <limits>
#include <utility>

#include "hop_search.hpp"
#include "route.hpp"
#include "route_graph.hpp"

namespace entente {

namespace {

constexpr std::uint32_t unknown = std::numeric_limits<std::uint32_t>::max();

/// How a node best gets to the goal.
struct Label {
  std::uint32_t doubtful = 0;
  Node next = 0;
  friend auto operator<=>(const Label&, const Label&) = default;
};

}  // namespace

struct PathSearch::Memory {
  Memory(const GraphView& the_view, Direction direction)
      : view(the_view),
        graph(view, direction, [](RelationId) { return 1; }),
        hops(graph.node_count()),
        steps_home(graph.node_count(), unknown),
        labels(graph.node_count()),
        on_rim(graph.node_count()) {}

  std::optional<std::size_t> distance(EntityId from, EntityId to, std::size_t most) {
    if (!view.shows(from) || !view.shows(to)) return std::nullopt;
    return hops.distance(graph.leaving(), graph.arriving(), graph.node(from), graph.node(to), most);
  }

  Route best_route(Node start, Node goal, std::uint32_t steps);
  void label_back();
  void label_meeting(std::uint32_t home);
  void label_forth(std::uint32_t steps);
  void offer(Node node, std::uint32_t home, const RouteArc& arc, Node next);
  void forget();

  GraphView view;
  RouteGraph graph;
  HopSearch hops;
  std::vector<std::uint32_t> steps_home;  // of what the search reached from the goal, or is on a best route
  std::vector<Label> labels;              // of the same nodes
  std::vector<bool> on_rim;               // whether the node is one that the search from the start reached last
};

/// The best of the routes with that many steps, as few as there can be, just found by `hops`: what the two searches
/// have passed is passed again, from the goal to the start.
Route PathSearch::Memory::best_route(Node start, Node goal, std::uint32_t steps) {
  label_back();
  label_meeting(steps - static_cast<std::uint32_t>(hops.forth().levels.size()));
  label_forth(steps);
  Route route{{steps, steps, labels[start].doubtful}, {start}};
  while (route.nodes.back() != goal) route.nodes.push_back(labels[route.nodes.back()].next);
  forget();
  return route;
}

/// Takes the step along the arc to `next` if that is the best way home so far.
void PathSearch::Memory::offer(Node node, std::uint32_t home, const RouteArc& arc, Node next) {
  const Label offered{labels[next].doubtful + arc.doubtful, next};
  if (steps_home[node] != unknown && labels[node] <= offered) return;
  steps_home[node] = home;
  labels[node] = offered;
}

/// Labels what was reached from the goal, level by level.
void PathSearch::Memory::label_back() {
  const HopSearch::Side& back = hops.back();
  steps_home[back.order[0]] = 0;
  labels[back.order[0]] = {0, 0};
  for (std::size_t level = 1; level < back.levels.size(); ++level) {
    const auto home = static_cast<std::uint32_t>(level);
    for (std::size_t i = back.levels[level - 1]; i < back.levels[level]; ++i)
      for (const RouteArc& arc : graph.arriving().of(back.order[i]))
        if (steps_home[arc.target] >= home) offer(arc.target, home, arc, back.order[i]);
  }
}

/// Labels the nodes of the start's last level from which an arc leads to the goal's last level.
void PathSearch::Memory::label_meeting(std::uint32_t home) {
  const HopSearch::Side& forth = hops.forth();
  const HopSearch::Side& back = hops.back();
  if (forth.rim_arcs <= back.rim_arcs) {
    for (std::size_t i = forth.levels.back(); i < forth.complete; ++i)
      for (const RouteArc& arc : graph.leaving().of(forth.order[i]))
        if (steps_home[arc.target] == home) offer(forth.order[i], home + 1, arc, arc.target);
    return;
  }
  for (std::size_t i = forth.levels.back(); i < forth.complete; ++i) on_rim[forth.order[i]] = true;
  for (std::size_t i = back.levels.back(); i < back.complete; ++i)
    for (const RouteArc& arc : graph.arriving().of(back.order[i]))
      if (on_rim[arc.target]) offer(arc.target, home + 1, arc, back.order[i]);
  for (std::size_t i = forth.levels.back(); i < forth.complete; ++i) on_rim[forth.order[i]] = false;
}

/// Labels the nodes of the start's levels before the last from which arcs lead on to labelled ones.
void PathSearch::Memory::label_forth(std::uint32_t steps) {
  const HopSearch::Side& forth = hops.forth();
  for (std::size_t level = forth.levels.size() - 1; level-- > 0;) {
    const std::uint32_t home = steps - static_cast<std::uint32_t>(level);
    for (std::size_t i = forth.levels[level]; i < forth.levels[level + 1]; ++i)
      for (const RouteArc& arc : graph.leaving().of(forth.order[i]))
        if (steps_home[arc.target] == home - 1) offer(forth.order[i], home, arc, arc.target);
  }
}

void PathSearch::Memory::forget() {
  for (const HopSearch::Side* side : {&hops.forth(), &hops.back()})
    for (std::size_t i = 0; i < side->complete; ++i) steps_home[side->order[i]] = unknown;
}

PathSearch::PathSearch(const GraphView& view, Direction direction)
    : memory_(std::make_unique<Memory>(view, direction)) {}
PathSearch::~PathSearch() = default;
PathSearch::PathSearch(PathSearch&&) noexcept = default;
PathSearch& PathSearch::operator=(PathSearch&&) noexcept = default;

std::optional<std::size_t> PathSearch::distance(EntityId from, EntityId to, std::size_t max_length) {
  return memory_->distance(from, to, max_length);
}

std::optional<Path> PathSearch::shortest(EntityId from, EntityId to, std::size_t max_length) {
  const auto steps = memory_->distance(from, to, max_length);
  if (!steps) return std::nullopt;
  if (*steps == 0) return Path{from, {}};
  const RouteGraph& graph = memory_->graph;
  const Route route = memory_->best_route(graph.node(from), graph.node(to), static_cast<std::uint32_t>(*steps));
  return path_of(memory_->view.graph(), graph, route);
}

std::optional<Path> shortest_path(const GraphView& view, EntityId from, EntityId to, Direction direction,
                                  std::size_t max_length) {
  if (!view.shows(from) || !view.shows(to)) return std::nullopt;
  return PathSearch(view, direction).shortest(from, to, max_length);
}

}  // namespace entente
