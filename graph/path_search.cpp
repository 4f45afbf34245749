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
constexpr std::uint32_t awaited = unknown - 1;

/// How a node best gets to the goal.
struct Label {
  std::uint32_t doubtful = unknown;
  Node next = 0;
};

}  // namespace

struct PathSearch::Memory {
  Memory(const GraphView& the_view, Direction direction)
      : view(the_view),
        graph(view, direction, [](RelationId) { return 1; }),
        hops(graph.node_count()),
        steps_out(graph.node_count(), unknown),
        steps_home(graph.node_count(), unknown),
        labels(graph.node_count()) {}

  std::optional<std::size_t> distance(EntityId from, EntityId to, std::size_t most) {
    if (!view.shows(from) || !view.shows(to)) return std::nullopt;
    return hops.distance(graph.leaving(), graph.arriving(), graph.node(from), graph.node(to), most);
  }

  Route best_route(Node start, Node goal, std::uint32_t steps);
  void count_steps();
  void join_sides(std::uint32_t steps);
  void approach(std::vector<Node> rim);
  void label(Node start);
  void forget_steps();

  GraphView view;
  RouteGraph graph;
  HopSearch hops;
  std::vector<std::uint32_t> steps_out;   // from the start, of what the search reached from there
  std::vector<std::uint32_t> steps_home;  // to the goal, of what the search reached from there or is on a best route
  std::vector<Label> labels;
  std::vector<Node> passed;  // by the best routes: nearest to the start first
};

/// The best of the routes with that many steps, as few as there can be, just found by `hops`.
Route PathSearch::Memory::best_route(Node start, Node goal, std::uint32_t steps) {
  count_steps();
  join_sides(steps);
  label(start);
  Route route{{steps, steps, labels[start].doubtful}, {start}};
  while (route.nodes.back() != goal) route.nodes.push_back(labels[route.nodes.back()].next);
  forget_steps();
  return route;
}

void PathSearch::Memory::count_steps() {
  const auto count = [](const HopSearch::Side& side, std::vector<std::uint32_t>& steps) {
    std::uint32_t level = 0;
    for (std::size_t i = 0; i < side.complete; ++i) {
      while (level + 1 < side.levels.size() && side.levels[level + 1] <= i) ++level;
      steps[side.order[i]] = level;
    }
  };
  count(hops.forth(), steps_out);
  count(hops.back(), steps_home);
}

/// Finds the nodes of the start's last level that have an arc to the goal's, and which nodes lead to them.
void PathSearch::Memory::join_sides(std::uint32_t steps) {
  const HopSearch::Side& forth = hops.forth();
  const HopSearch::Side& back = hops.back();
  const auto out = static_cast<std::uint32_t>(forth.levels.size() - 1);
  const std::uint32_t home = steps - out - 1;
  std::vector<Node> rim;
  const auto join = [&](Node node) {
    if (steps_home[node] != unknown) return;
    steps_home[node] = home + 1;
    rim.push_back(node);
  };
  if (forth.rim_arcs <= back.rim_arcs) {
    for (std::size_t i = forth.levels.back(); i < forth.complete; ++i)
      for (const RouteArc& arc : graph.leaving().of(forth.order[i]))
        if (steps_home[arc.target] == home) join(forth.order[i]);
  } else {
    for (std::size_t i = back.levels.back(); i < back.complete; ++i)
      for (const RouteArc& arc : graph.arriving().of(back.order[i]))
        if (steps_out[arc.target] == out) join(arc.target);
  }
  approach(std::move(rim));
}

/// Tells of the nodes before those of the rim, level by level, that they lead there.
void PathSearch::Memory::approach(std::vector<Node> rim) {
  while (!rim.empty()) {
    std::vector<Node> before;
    for (const Node node : rim) {
      if (steps_out[node] == 0) continue;
      for (const RouteArc& arc : graph.arriving().of(node)) {
        if (steps_out[arc.target] != steps_out[node] - 1 || steps_home[arc.target] != unknown) continue;
        steps_home[arc.target] = steps_home[node] + 1;
        before.push_back(arc.target);
      }
    }
    rim = std::move(before);
  }
}

/// Labels all nodes on routes with the fewest steps.
void PathSearch::Memory::label(Node start) {
  const auto leads_home = [&](Node node, const RouteArc& arc) {
    return steps_home[arc.target] != unknown && steps_home[arc.target] + 1 == steps_home[node];
  };
  passed.assign(1, start);
  for (std::size_t i = 0; i < passed.size(); ++i) {
    const Node node = passed[i];
    for (const RouteArc& arc : graph.leaving().of(node)) {
      if (!leads_home(node, arc) || labels[arc.target].doubtful == awaited) continue;
      labels[arc.target].doubtful = awaited;
      passed.push_back(arc.target);
    }
  }
  for (auto node = passed.rbegin(); node != passed.rend(); ++node) {
    Label best{steps_home[*node] == 0 ? 0 : unknown};
    for (const RouteArc& arc : graph.leaving().of(*node)) {
      if (!leads_home(*node, arc)) continue;
      const std::uint32_t doubtful = labels[arc.target].doubtful + arc.doubtful;
      if (doubtful < best.doubtful) best = {doubtful, arc.target};
    }
    labels[*node] = best;
  }
}

void PathSearch::Memory::forget_steps() {
  for (const Node node : hops.forth().order) steps_out[node] = steps_home[node] = unknown;
  for (const Node node : hops.back().order) steps_out[node] = steps_home[node] = unknown;
  for (const Node node : passed) labels[node] = Label{};
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
