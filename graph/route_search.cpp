#include "route_search.hpp"

#include <algorithm>
#include <tuple>

#include "relation_support.hpp"

namespace entente {

std::strong_ordering operator<=>(const Route& a, const Route& b) {
  const auto rank = [](const Route& route) { return std::tuple(route.length(), route.doubtful); };
  if (const auto order = rank(a) <=> rank(b); order != 0) return order;
  return a.entities <=> b.entities;
}

RouteSearch::RouteSearch(const GraphView& view, EntityId goal, Direction direction)
    : view_(view),
      goal_(goal),
      direction_(direction),
      labels_(view.graph().entity_count()),
      closed_(view.graph().entity_count()) {}

std::optional<Route> RouteSearch::best(EntityId start, std::size_t max_length, const Detour& detour) {
  prepare(detour);
  spread_labels(start, max_length, detour);
  for (const EntityId entity : detour.closed) closed_[entity.index()] = false;
  if (labels_[start.index()].steps == unreached) return std::nullopt;
  return follow_labels(start);
}

bool RouteSearch::is_doubtful(RelationId id) const {
  return !is_stated_as_fact(view_.graph().relation(id));
}

void RouteSearch::prepare(const Detour& detour) {
  for (const EntityId entity : labelled_) labels_[entity.index()] = Label{};
  labelled_.assign(1, goal_);
  labels_[goal_.index()].steps = 0;
  for (const EntityId entity : detour.closed) closed_[entity.index()] = true;
}

/// Labels what is nearer to the goal than `start`, and `start`.
void RouteSearch::spread_labels(EntityId start, std::size_t max_length, const Detour& detour) {
  const KnowledgeGraph& graph = view_.graph();
  for (std::size_t i = 0; i < labelled_.size(); ++i) {
    const EntityId next = labelled_[i];
    const Label label = labels_[next.index()];
    if (label.steps >= std::min(max_length, labels_[start.index()].steps)) break;
    const bool start_may_go_here =
        std::find(detour.closed_next.begin(), detour.closed_next.end(), next) == detour.closed_next.end();
    const auto step_from = [&](EntityId entity, RelationId id) {
      if (entity != start || start_may_go_here)
        offer(entity, {label.steps + 1, label.doubtful + (is_doubtful(id) ? 1 : 0), next, id});
    };
    for (const RelationId id : graph.incoming(next))
      if (view_.shows(id)) step_from(graph.relation(id).subject, id);
    for (const RelationId id : graph.outgoing(next)) {
      const Relation& relation = graph.relation(id);
      if (view_.shows(id) && (direction_ == Direction::either || is_symmetric(relation.predicate)))
        step_from(relation.object, id);
    }
  }
}

void RouteSearch::offer(EntityId entity, const Label& offered) {
  if (closed_[entity.index()]) return;
  Label& present = labels_[entity.index()];
  if (present.steps == unreached) labelled_.push_back(entity);
  if (improves(offered, present)) present = offered;
}

bool RouteSearch::improves(const Label& offered, const Label& present) const {
  const auto rank = [](const Label& label) { return std::tuple(label.steps, label.doubtful, label.next); };
  if (rank(offered) != rank(present)) return rank(offered) < rank(present);
  return better_supported(view_.graph(), offered.relation, present.relation);
}

Route RouteSearch::follow_labels(EntityId start) const {
  Route route;
  route.doubtful = labels_[start.index()].doubtful;
  for (EntityId entity = start; entity != goal_; entity = labels_[entity.index()].next) {
    route.entities.push_back(entity);
    route.relations.push_back(labels_[entity.index()].relation);
  }
  route.entities.push_back(goal_);
  return route;
}

}  // namespace entente
