// Fewest steps: a search from both ends, and where they meet the best of all ways that have as few steps: mostly the
// first in the order of ids, as all its steps are stated as facts; otherwise all of them are compared.
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

/// What of an arc the search needs, small enough that most of a graph stays in the cache.
struct HopArc {
  HopArc() = default;
  explicit HopArc(const RouteArc& arc) : target(arc.target & 0x7fffffffU), doubtful(arc.doubtful) {}

  Node target : 31 = 0;
  Node doubtful : 1 = 0;
};

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
        leaving(graph.leaving(), [](const RouteArc& arc) { return HopArc(arc); }),
        arriving_otherwise(direction == Direction::either
                               ? Rows<HopArc>()
                               : Rows<HopArc>(graph.arriving(), [](const RouteArc& arc) { return HopArc(arc); })),
        hops(graph.node_count()),
        steps_home(graph.node_count(), unknown),
        labels(graph.node_count()) {}

  std::optional<std::size_t> distance(EntityId from, EntityId to, std::size_t most) {
    if (!view.shows(from) || !view.shows(to)) return std::nullopt;
    return hops.distance(leaving, arriving(), graph.node(from), graph.node(to), most);
  }

  Route best_route(Node start, Node goal, std::uint32_t steps);
  std::optional<Route> first_factual_route(Node start, std::uint32_t steps);
  void mark_levels(std::uint32_t steps);
  void mark_meeting(std::uint32_t home);
  bool leads_home(Node node, std::uint32_t home, Route& route);
  Route least_doubtful_route(Node start, Node goal, std::uint32_t steps);
  void label_back();
  void label_meeting(std::uint32_t home);
  void label_forth(std::uint32_t steps);
  void offer(Node node, std::uint32_t home, const HopArc& arc, Node next);
  [[nodiscard]] Path path_of(const Route&) const;
  void forget();

  [[nodiscard]] const Rows<HopArc>& arriving() const {
    return arriving_otherwise.node_count() == 0 ? leaving : arriving_otherwise;
  }

  GraphView view;
  RouteGraph graph;
  Rows<HopArc> leaving;             // of the graph
  Rows<HopArc> arriving_otherwise;  // of the graph, where they are others
  HopSearch hops;
  std::vector<std::uint32_t> steps_home;  // of what the search reached from the goal, or is on a best route
  std::vector<Label> labels;              // of the same nodes
};

/// The best of the routes with that many steps, as few as there can be, just found by `hops`.
Route PathSearch::Memory::best_route(Node start, Node goal, std::uint32_t steps) {
  if (auto route = first_factual_route(start, steps)) return *std::move(route);
  return least_doubtful_route(start, goal, steps);
}

/// The first of the routes without a doubtful step, by the order of their nodes: rows are in the order of their
/// targets, so that it is the first that is found.
std::optional<Route> PathSearch::Memory::first_factual_route(Node start, std::uint32_t steps) {
  Route route{{steps, steps, 0}, {start}};
  mark_levels(steps);
  const bool found = leads_home(start, steps, route);
  forget();
  return found ? std::optional(std::move(route)) : std::nullopt;
}

/// Marks what the searches reached with the steps that it is from home if a route passes it. Of the last level from
/// the start only those are marked that an arc joins to the last from the goal, if it takes less to find them from
/// there.
void PathSearch::Memory::mark_levels(std::uint32_t steps) {
  const HopSearch::Side& forth = hops.forth();
  const HopSearch::Side& back = hops.back();
  for (std::size_t level = 0; level < back.levels.size(); ++level)
    for (const Node node : back.level(level)) steps_home[node] = static_cast<std::uint32_t>(level);
  const bool from_home = back.rim_arcs < forth.rim_arcs;
  for (std::size_t level = 0; level + (from_home ? 1 : 0) < forth.levels.size(); ++level)
    for (const Node node : forth.level(level)) steps_home[node] = steps - static_cast<std::uint32_t>(level);
  if (from_home) mark_meeting(steps - static_cast<std::uint32_t>(forth.levels.size()) + 1);
}

/// Nodes beyond the last complete level are marked with others, to no effect: no arc leads to them from the level
/// before.
void PathSearch::Memory::mark_meeting(std::uint32_t home) {
  const HopSearch::Side& forth = hops.forth();
  const HopSearch::Side& back = hops.back();
  const auto rim = back.level(back.levels.size() - 1);
  for (std::size_t i = 0; i < rim.size(); ++i) {
    arriving().expect_next(rim, i);
    for (const HopArc arc : arriving().of(rim[i]))
      if (forth.has(arc.target)) steps_home[arc.target] = home;
  }
}

/// Whether a factual route of `home` steps leads from the node to the goal; appends it.
bool PathSearch::Memory::leads_home(Node node, std::uint32_t home, Route& route) {
  if (home == 0) return true;
  for (const HopArc arc : leaving.of(node)) {
    if (steps_home[arc.target] != home - 1 || arc.doubtful != 0) continue;
    route.nodes.push_back(arc.target);
    if (leads_home(arc.target, home - 1, route)) return true;
    route.nodes.pop_back();
  }
  steps_home[node] = unknown;  // nobody needs to look again
  return false;
}

/// The same where some step is doubtful: what the two searches have passed is passed again, from the goal to the start.
Route PathSearch::Memory::least_doubtful_route(Node start, Node goal, std::uint32_t steps) {
  label_back();
  label_meeting(steps - static_cast<std::uint32_t>(hops.forth().levels.size()));
  label_forth(steps);
  Route route{{steps, steps, labels[start].doubtful}, {start}};
  while (route.nodes.back() != goal) route.nodes.push_back(labels[route.nodes.back()].next);
  forget();
  return route;
}

/// Takes the step along the arc to `next` if that is the best way home so far.
void PathSearch::Memory::offer(Node node, std::uint32_t home, const HopArc& arc, Node next) {
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
      for (const HopArc arc : arriving().of(back.order[i]))
        if (steps_home[arc.target] >= home) offer(arc.target, home, arc, back.order[i]);
  }
}

/// Labels the nodes of the start's last level from which an arc leads to the goal's last level.
void PathSearch::Memory::label_meeting(std::uint32_t home) {
  const HopSearch::Side& forth = hops.forth();
  const HopSearch::Side& back = hops.back();
  if (forth.rim_arcs <= back.rim_arcs) {
    for (std::size_t i = forth.levels.back(); i < forth.complete; ++i)
      for (const HopArc arc : leaving.of(forth.order[i]))
        if (steps_home[arc.target] == home) offer(forth.order[i], home + 1, arc, arc.target);
    return;
  }
  for (std::size_t i = back.levels.back(); i < back.complete; ++i)
    for (const HopArc arc : arriving().of(back.order[i]))
      if (forth.has(arc.target)) offer(arc.target, home + 1, arc, back.order[i]);
}

/// Labels the nodes of the start's levels before the last from which arcs lead on to labelled ones.
void PathSearch::Memory::label_forth(std::uint32_t steps) {
  const HopSearch::Side& forth = hops.forth();
  for (std::size_t level = forth.levels.size() - 1; level-- > 0;) {
    const std::uint32_t home = steps - static_cast<std::uint32_t>(level);
    for (std::size_t i = forth.levels[level]; i < forth.levels[level + 1]; ++i)
      for (const HopArc arc : leaving.of(forth.order[i]))
        if (steps_home[arc.target] == home - 1) offer(forth.order[i], home, arc, arc.target);
  }
}

/// What `entente::path_of` returns; the small arcs, which were just looked at, tell where the others are.
Path PathSearch::Memory::path_of(const Route& route) const {
  Path path{graph.entity(route.nodes.front()), {}};
  path.steps.reserve(route.nodes.size() - 1);
  for (std::size_t i = 0; i + 1 < route.nodes.size(); ++i) {
    const auto row = leaving.of(route.nodes[i]);
    const auto arc = std::lower_bound(row.begin(), row.end(), route.nodes[i + 1],
                                      [](const HopArc& a, Node target) { return a.target < target; });
    const RelationId relation =
        graph.leaving().of(route.nodes[i])[static_cast<std::size_t>(arc - row.begin())].relation();
    path.steps.push_back({relation, view.graph().relation(relation).subject != graph.entity(route.nodes[i])});
  }
  return path;
}

void PathSearch::Memory::forget() {
  for (const HopSearch::Side* side : {&hops.forth(), &hops.back()})
    for (const Node node : side->order) steps_home[node] = unknown;
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
  return memory_->path_of(route);
}

std::optional<Path> shortest_path(const GraphView& view, EntityId from, EntityId to, Direction direction,
                                  std::size_t max_length) {
  if (!view.shows(from) || !view.shows(to)) return std::nullopt;
  return PathSearch(view, direction).shortest(from, to, max_length);
}

}  // namespace entente
