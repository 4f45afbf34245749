#include <entente/prerequisites.hpp>

#include <algorithm>
#include <map>
#include <utility>

#include "text_contents.hpp"

namespace entente {

namespace {

/// What has to come before what.
class Order {
 public:
  Order(const GraphView& view, EntityId goal) : view_(view) {
    const KnowledgeGraph& graph = view.graph();
    std::vector<Happening> open;
    const std::vector<EntityId> parts = parts_of(graph, goal);
    for (const EntityId part : parts) {
      if (part != goal || parts.size() == 1) open.emplace_back(part);
      for (const auto ids : {graph.outgoing(part), graph.incoming(part)})
        for (const RelationId id : ids)
          if (view.shows(id) && graph.relation(id).condition.index() != 0) open.emplace_back(id);
    }
    while (!open.empty()) {
      const Happening what = open.back();
      open.pop_back();
      const auto [known, is_new] = requirements_.try_emplace(what);
      if (!is_new) continue;
      known->second = requirements_of(what);
      for (const Requirement& requirement : known->second) open.push_back(requirement.first);
    }
  }

  /// All happenings with their numbers, those that are free to come first before those that wait for them.
  [[nodiscard]] std::vector<Stage> stages() const {
    std::map<Happening, std::size_t> waits_for;
    std::map<Happening, std::vector<Happening>> awaited_by;
    std::vector<Happening> free;
    for (const auto& [what, after] : requirements_) {
      waits_for[what] = after.size();
      if (after.empty()) free.push_back(what);
      for (const Requirement& requirement : after) awaited_by[requirement.first].push_back(what);
    }
    std::map<Happening, std::size_t> numbers;
    std::size_t last = 0;
    for (std::size_t i = 0; i < free.size(); ++i) {
      const Happening what = free[i];
      std::size_t number = 1;
      for (const Requirement& requirement : requirements_.at(what))
        number = std::max(number, numbers.at(requirement.first) + 1);
      numbers[what] = number;
      last = std::max(last, number);
      for (const Happening& next : awaited_by[what])
        if (--waits_for[next] == 0) free.push_back(next);
    }
    std::vector<Stage> stages;
    for (const auto& [what, after] : requirements_) {
      const auto number = numbers.find(what);
      const bool circular = number == numbers.end();
      stages.push_back({what, circular ? last + 1 : number->second, circular, after});
    }
    std::stable_sort(stages.begin(), stages.end(), [](const Stage& a, const Stage& b) { return a.number < b.number; });
    return stages;
  }

 private:
  [[nodiscard]] std::vector<Requirement> requirements_of(const Happening& what) const {
    const KnowledgeGraph& graph = view_.graph();
    std::vector<Requirement> found;
    if (const auto* entity = std::get_if<EntityId>(&what)) {
      for (const RelationId id : graph.incoming(*entity)) {
        const RelationView relation = graph.relation(id);
        const bool is_affirmed = view_.shows(id) && relation.polarity == Polarity::positive;
        if (relation.predicate == Predicate::precedes && is_affirmed) found.push_back({relation.subject, id});
      }
      return found;
    }
    const RelationId id = std::get<RelationId>(what);
    const auto& condition = graph.relation(id).condition;
    if (const auto* entity = std::get_if<EntityId>(&condition)) found.push_back({*entity, id});
    if (const auto* relation = std::get_if<RelationId>(&condition)) found.push_back({*relation, id});
    return found;
  }

  const GraphView& view_;
  std::map<Happening, std::vector<Requirement>> requirements_;
};

}  // namespace

std::vector<Stage> prerequisites(const GraphView& view, EntityId goal) {
  return Order(view, goal).stages();
}

}  // namespace entente
