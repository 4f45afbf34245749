// What it costs to get from one entity to all others.
#include <entente/paths.hpp>

#include <algorithm>
#include <limits>
#include <utility>

#include "dijkstra.hpp"
#include "hub_order.hpp"
#include "step_weights.hpp"

namespace entente {

namespace {

struct WeighedArc {
  Node from;
  CostArc<std::uint64_t> arc;
};

std::vector<WeighedArc> arcs_of(const GraphView& view, const StepWeights& weights, Direction direction) {
  std::vector<WeighedArc> arcs;
  for (const RelationId id : view.relations()) {
    const RelationView relation = view.graph().relation(id);
    const std::uint64_t weight = weights(id);
    if (weight == closed) continue;
    const auto subject = static_cast<Node>(relation.subject.index());
    const auto object = static_cast<Node>(relation.object.index());
    arcs.push_back({subject, {object, weight}});
    if (direction == Direction::either || is_symmetric(relation.predicate)) arcs.push_back({object, {subject, weight}});
  }
  return arcs;
}

}  // namespace

std::vector<double> distances_from(const GraphView& view, EntityId from, StepCost by, Direction direction) {
  std::vector<double> distances(view.graph().entity_count(), std::numeric_limits<double>::infinity());
  if (!view.shows(from)) return distances;
  const StepWeights weights(view, by);
  const std::vector<WeighedArc> arcs = arcs_of(view, weights, direction);
  const std::vector<Node> places =
      hub_order(distances.size(), arcs, [](const WeighedArc& arc) { return arc.arc.target; });
  const auto row_of = [&](const WeighedArc& arc) { return places[arc.from]; };
  const auto moved = [&](const WeighedArc& arc) {
    return CostArc<std::uint64_t>{places[arc.arc.target], arc.arc.cost()};
  };
  Rows<CostArc<std::uint64_t>> rows(distances.size(), arcs, row_of, moved);
  Dijkstra<std::uint64_t> search(std::move(rows), Searches::once);
  const auto& found = search.from(places[from.index()]);
  for (std::size_t i = 0; i < distances.size(); ++i)
    if (found[places[i]] != search.unreached) distances[i] = static_cast<double>(found[places[i]]) / weights.unit();
  return distances;
}

}  // namespace entente
