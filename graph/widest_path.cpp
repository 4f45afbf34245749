// The path whose weakest step is best supported: Pollack, "The maximum capacity through a network", Operations Research
// 8 (1960). First how weak a step has to be accepted, by a search that always goes on from the strongest, then the best
// of the paths that accept no weaker one.
#include <entente/paths.hpp>

#include <algorithm>
#include <queue>

#include "loopless_routes.hpp"
#include "relation_support.hpp"
#include "route.hpp"

namespace entente {

namespace {

/// By relation: 0 for the best supported ones that are visible, 1 for the next, and so on.
std::vector<std::uint64_t> ranks_of_support(const GraphView& view) {
  const KnowledgeGraph& graph = view.graph();
  std::vector<RelationId> order = view.relations();
  std::stable_sort(order.begin(), order.end(),
                   [&](RelationId a, RelationId b) { return support(graph, a) > support(graph, b); });
  std::vector<std::uint64_t> ranks(graph.relation_count());
  for (std::size_t i = 1; i < order.size(); ++i)
    ranks[order[i].index()] =
        ranks[order[i - 1].index()] + (support(graph, order[i - 1]) != support(graph, order[i]) ? 1 : 0);
  return ranks;
}

/// The rank of the weakest step that every route has to accept, or `closed` if there is no route.
std::uint64_t bottleneck(const RouteGraph& graph, Node start, Node goal) {
  using Place = std::pair<std::uint64_t, Node>;
  std::priority_queue<Place, std::vector<Place>, std::greater<>> places;
  std::vector<std::uint64_t> weakest(graph.node_count(), closed);
  weakest[start] = 0;
  places.emplace(0, start);
  while (!places.empty()) {
    const auto [rank, node] = places.top();
    places.pop();
    if (node == goal) return rank;
    if (rank != weakest[node]) continue;
    for (const RouteArc& arc : graph.leaving().of(node)) {
      const std::uint64_t through = std::max(rank, arc.weight);
      if (through >= weakest[arc.target]) continue;
      weakest[arc.target] = through;
      places.emplace(through, arc.target);
    }
  }
  return closed;
}

}  // namespace

std::optional<Path> widest_path(const GraphView& view, EntityId from, EntityId to, Direction direction) {
  if (!view.shows(from) || !view.shows(to)) return std::nullopt;
  const std::vector<std::uint64_t> ranks = ranks_of_support(view);
  const RouteGraph all(view, direction, [&](RelationId id) { return ranks[id.index()]; });
  const std::uint64_t weakest = bottleneck(all, all.node(from), all.node(to));
  if (weakest == closed) return std::nullopt;
  const RouteGraph accepted(view, direction, [&](RelationId id) { return ranks[id.index()] <= weakest ? 1 : closed; });
  const auto route = LooplessRoutes(accepted, accepted.node(from), accepted.node(to)).next();
  return path_of(view.graph(), accepted, *route);
}

}  // namespace entente
