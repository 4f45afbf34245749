// The questions about paths, and who answers them.
#include <entente/paths.hpp>

#include <array>

#include "loopless_routes.hpp"
#include "route.hpp"
#include "ruled_routes.hpp"
#include "step_weights.hpp"

namespace entente {

namespace {

FoundPaths loopless_paths(const Effort& effort, const GraphView& view, EntityId from, EntityId to, std::size_t k,
                          const PathRules& rules) {
  const RouteGraph graph(view, rules.direction, StepWeights(view, rules.by));
  LooplessRoutes routes(graph, graph.node(from), graph.node(to));
  FoundPaths found;
  while (found.paths.size() < k) {
    effort.tell(found.paths.size(), k);
    const auto route = routes.next(effort);
    if (!route) found.complete = routes.are_all();
    if (!route || route->cost.steps > rules.max_length) break;
    found.paths.push_back(path_of(view.graph(), graph, *route));
  }
  return found;
}

}  // namespace

std::vector<EntityId> entities_along(const KnowledgeGraph& graph, const Path& path) {
  std::vector<EntityId> entities{path.start};
  for (const Step& step : path.steps) {
    const RelationView relation = graph.relation(step.relation);
    entities.push_back(step.backwards ? relation.subject : relation.object);
  }
  return entities;
}

std::vector<Path> shortest_paths(const GraphView& view, EntityId from, EntityId to, std::size_t k, Direction direction,
                                 std::size_t max_length) {
  return shortest_paths(view, from, to, k, {.direction = direction, .max_length = max_length});
}

std::vector<Path> shortest_paths(const GraphView& view, EntityId from, EntityId to, std::size_t k,
                                 const PathRules& rules) {
  return shortest_paths_within({}, view, from, to, k, rules).paths;
}

FoundPaths shortest_paths_within(const Effort& effort, const GraphView& view, EntityId from, EntityId to, std::size_t k,
                                 const PathRules& rules) {
  if (k == 0 || !view.shows(from) || !view.shows(to)) return {};
  const bool counts_steps = rules.by != StepCost::hops && rules.max_length != any_length;
  if (rules.via || rules.in_time || counts_steps) return ruled_paths(effort, view, from, to, k, rules);
  return loopless_paths(effort, view, from, to, k, rules);
}

std::string_view name(StepCost by) {
  constexpr std::array<std::string_view, step_cost_count> names = {"hops", "confidence", "documents", "recency"};
  return names[static_cast<std::size_t>(by)];
}

double path_cost(const GraphView& view, const Path& path, StepCost by) {
  const StepWeights weights(view, by);
  std::uint64_t cost = 0;
  for (const Step& step : path.steps) cost += weights(step.relation);
  return static_cast<double>(cost) / weights.unit();
}

}  // namespace entente
