#include "last_departures.hpp"

#include <algorithm>
#include <limits>
#include <utility>

#include "hop_distances.hpp"

namespace entente {

LastDepartures::LastDepartures(const GraphView& view, EntityId goal, Direction direction)
    : days_(view.graph().entity_count()) {
  const KnowledgeGraph& graph = view.graph();
  std::vector<EntityId> changed;
  offer(goal, 0, std::numeric_limits<long>::max(), changed);
  for (std::size_t steps = 1; !changed.empty(); ++steps) {
    std::vector<EntityId> next;
    std::vector<long> arrivals;  // as the round before left them
    for (const EntityId entity : changed) arrivals.push_back(days_[entity.index()].back().day);
    for (std::size_t i = 0; i < changed.size(); ++i) {
      const EntityId entity = changed[i];
      const long arrival = arrivals[i];
      const auto step_from = [&](EntityId before, RelationId id) {
        const auto& date = graph.relation(id).date;
        if (view.shows(id) && date && date->first_day_number() <= arrival)
          offer(before, steps, std::min(date->last_day_number(), arrival), next);
      };
      for (const RelationId id : graph.incoming(entity)) step_from(graph.relation(id).subject, id);
      for (const RelationId id : graph.outgoing(entity)) {
        const RelationView relation = graph.relation(id);
        if (direction == Direction::either || is_symmetric(relation.predicate)) step_from(relation.object, id);
      }
    }
    changed = std::move(next);
  }
}

std::size_t LastDepartures::steps_from(EntityId entity, long day) const {
  const std::vector<Since>& days = days_[entity.index()];
  const auto enough = std::lower_bound(days.begin(), days.end(), day,
                                       [](const Since& since, long wanted) { return since.day < wanted; });
  return enough == days.end() ? out_of_reach : enough->steps;
}

/// Notes the day if it is later than what is possible in fewer steps, or in as many.
void LastDepartures::offer(EntityId entity, std::size_t steps, long day, std::vector<EntityId>& changed) {
  std::vector<Since>& days = days_[entity.index()];
  if (!days.empty() && days.back().day >= day) return;
  if (!days.empty() && days.back().steps == steps) {
    days.back().day = day;
    return;
  }
  days.push_back({steps, day});
  changed.push_back(entity);
}

}  // namespace entente
