// Shortest paths: a breadth-first search, and Yen's algorithm on top of it with Lawler's saving: a path is only varied
// from the step on at which it left the paths before it, so none is found twice.
#include <entente/paths.hpp>

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include "route_search.hpp"

namespace entente {

namespace {

/// A route that leaves those found before it at step `deviation`.
struct Candidate {
  Route route;
  std::size_t deviation;
  friend bool operator<(const Candidate& a, const Candidate& b) { return a.route < b.route; }
};

bool begin_alike(const Route& a, const Route& b, std::size_t steps) {
  return a.length() > steps && b.length() > steps &&
         std::equal(a.entities.begin(), a.entities.begin() + static_cast<std::ptrdiff_t>(steps) + 1,
                    b.entities.begin());
}

/// What must be avoided to leave the routes found so far after the first `steps` of `route`.
Detour leaving(const std::vector<Route>& found, const Route& route, std::size_t steps) {
  Detour detour;
  detour.closed.assign(route.entities.begin(), route.entities.begin() + static_cast<std::ptrdiff_t>(steps));
  for (const Route& other : found)
    if (begin_alike(route, other, steps)) detour.closed_next.push_back(other.entities[steps + 1]);
  return detour;
}

/// The first `steps` of a route, and then another.
Route joined(const RouteSearch& search, const Route& head, std::size_t steps, Route tail) {
  const auto count = static_cast<std::ptrdiff_t>(steps);
  tail.entities.insert(tail.entities.begin(), head.entities.begin(), head.entities.begin() + count);
  tail.relations.insert(tail.relations.begin(), head.relations.begin(), head.relations.begin() + count);
  tail.doubtful +=
      static_cast<std::size_t>(std::count_if(head.relations.begin(), head.relations.begin() + count,
                                             [&](RelationId relation) { return search.is_doubtful(relation); }));
  return tail;
}

/// The length beyond which another candidate is of no use when only `wanted` more routes are.
std::size_t useful_length(const std::set<Candidate>& candidates, std::size_t wanted, std::size_t max_length) {
  return candidates.size() < wanted ? max_length : std::prev(candidates.end())->route.length();
}

std::vector<Route> best_routes(RouteSearch& search, EntityId from, std::size_t k, std::size_t max_length) {
  std::vector<Route> found;
  std::set<Candidate> candidates;
  if (auto first = search.best(from, max_length)) candidates.insert({*std::move(first), 0});
  while (!candidates.empty()) {
    const Candidate best = std::move(candidates.extract(candidates.begin()).value());
    found.push_back(best.route);
    if (found.size() == k) break;
    for (std::size_t steps = best.deviation; steps < best.route.length(); ++steps) {
      const std::size_t limit = useful_length(candidates, k - found.size(), max_length) - steps;
      auto tail = search.best(best.route.entities[steps], limit, leaving(found, best.route, steps));
      if (tail) candidates.insert({joined(search, best.route, steps, *std::move(tail)), steps});
      if (candidates.size() > k - found.size()) candidates.erase(std::prev(candidates.end()));
    }
  }
  return found;
}

Path as_path(const KnowledgeGraph& graph, const Route& route) {
  Path path{route.entities.front(), {}};
  for (std::size_t i = 0; i < route.length(); ++i)
    path.steps.push_back({route.relations[i], graph.relation(route.relations[i]).subject != route.entities[i]});
  return path;
}

}  // namespace

std::vector<EntityId> entities_along(const KnowledgeGraph& graph, const Path& path) {
  std::vector<EntityId> entities{path.start};
  for (const Step& step : path.steps) {
    const Relation& relation = graph.relation(step.relation);
    entities.push_back(step.backwards ? relation.subject : relation.object);
  }
  return entities;
}

std::optional<Path> shortest_path(const GraphView& view, EntityId from, EntityId to, Direction direction,
                                  std::size_t max_length) {
  std::vector<Path> paths = shortest_paths(view, from, to, 1, direction, max_length);
  if (paths.empty()) return std::nullopt;
  return std::move(paths.front());
}

std::vector<Path> shortest_paths(const GraphView& view, EntityId from, EntityId to, std::size_t k, Direction direction,
                                 std::size_t max_length) {
  if (k == 0 || !view.shows(from) || !view.shows(to)) return {};
  if (from == to) return {Path{from, {}}};
  RouteSearch search(view, to, direction);
  std::vector<Path> paths;
  for (const Route& route : best_routes(search, from, k, max_length)) paths.push_back(as_path(view.graph(), route));
  return paths;
}

}  // namespace entente
