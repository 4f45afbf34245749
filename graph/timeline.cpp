#include <entente/timeline.hpp>

#include <algorithm>
#include <limits>
#include <map>
#include <set>
#include <tuple>

#include "text_contents.hpp"

namespace entente {

namespace {

/// The visible relations of the entity, by who is at their other end.
std::map<EntityId, std::set<RelationId>> ties_of(const GraphView& view, EntityId entity) {
  const KnowledgeGraph& graph = view.graph();
  std::map<EntityId, std::set<RelationId>> ties;
  for (const RelationId id : graph.outgoing(entity))
    if (view.shows(id)) ties[graph.relation(id).object].insert(id);
  for (const RelationId id : graph.incoming(entity))
    if (view.shows(id)) ties[graph.relation(id).subject].insert(id);
  return ties;
}

std::vector<RelationId> in_order(const KnowledgeGraph& graph, const std::set<RelationId>& relations) {
  const auto time = [&](RelationId id) {
    const auto& date = graph.relation(id).date;
    constexpr long latest = std::numeric_limits<long>::max();
    return date ? std::tuple(false, date->first_day_number(), date->last_day_number())
                : std::tuple(true, latest, latest);
  };
  std::vector<RelationId> ordered(relations.begin(), relations.end());
  std::stable_sort(ordered.begin(), ordered.end(), [&](RelationId a, RelationId b) { return time(a) < time(b); });
  return ordered;
}

bool can_be_shared(const KnowledgeGraph& graph, EntityId id) {
  return graph.entity(id).type == EntityType::event || is_text(graph, id);
}

}  // namespace

std::vector<RelationId> timeline(const GraphView& view, EntityId entity) {
  std::set<RelationId> relations;
  for (const auto& [other, ids] : ties_of(view, entity)) relations.insert(ids.begin(), ids.end());
  return in_order(view.graph(), relations);
}

std::vector<RelationId> timeline(const GraphView& view, EntityId one, EntityId other) {
  const auto ties_of_one = ties_of(view, one);
  const auto ties_of_other = ties_of(view, other);
  std::set<RelationId> relations;
  for (const auto& [end, ids] : ties_of_one) {
    const auto shared = ties_of_other.find(end);
    if (end == other) relations.insert(ids.begin(), ids.end());
    if (shared == ties_of_other.end() || end == one || end == other || !can_be_shared(view.graph(), end)) continue;
    relations.insert(ids.begin(), ids.end());
    relations.insert(shared->second.begin(), shared->second.end());
  }
  return in_order(view.graph(), relations);
}

}  // namespace entente
