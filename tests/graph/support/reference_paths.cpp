#include <algorithm>
#include <tuple>

#include "reference.hpp"

namespace entente::testing {

namespace {

bool is_fact(const RelationView& relation) {
  return relation.polarity == Polarity::positive && relation.modality == Modality::actual;
}

/// All steps from one entity to another, the best supported first.
std::vector<Step> steps_between(const GraphView& view, EntityId from, EntityId to, Direction direction) {
  std::vector<Step> steps;
  for (const RelationId id : view.relations()) {
    const RelationView relation = view.graph().relation(id);
    if (relation.subject == from && relation.object == to) steps.push_back({id, false});
    if (relation.object == from && relation.subject == to &&
        (direction == Direction::either || is_symmetric(relation.predicate)))
      steps.push_back({id, true});
  }
  const auto rank = [&](const Step& step) {
    const RelationView relation = view.graph().relation(step.relation);
    return std::tuple(is_fact(relation) ? 0 : 1, -relation.confidence, -static_cast<long>(relation.evidence.size()),
                      step.relation);
  };
  std::sort(steps.begin(), steps.end(), [&](const Step& a, const Step& b) { return rank(a) < rank(b); });
  return steps;
}

struct Search {
  const GraphView& view;
  EntityId to;
  Direction direction;
  std::size_t max_length;
  std::vector<Path> found;

  void go_on(Path& path, std::vector<EntityId>& visited) {
    if (visited.back() == to) {
      found.push_back(path);
      return;
    }
    if (path.length() == max_length) return;
    for (const EntityId next : view.entities()) {
      if (std::find(visited.begin(), visited.end(), next) != visited.end()) continue;
      const std::vector<Step> steps = steps_between(view, visited.back(), next, direction);
      if (steps.empty()) continue;
      path.steps.push_back(steps.front());
      visited.push_back(next);
      go_on(path, visited);
      path.steps.pop_back();
      visited.pop_back();
    }
  }
};

}  // namespace

std::vector<Path> reference_paths(const GraphView& view, EntityId from, EntityId to, Direction direction,
                                  std::size_t max_length) {
  if (!view.shows(from) || !view.shows(to)) return {};
  Search search{view, to, direction, max_length, {}};
  Path path{from, {}};
  std::vector<EntityId> visited{from};
  search.go_on(path, visited);
  const auto rank = [&](const Path& found) {
    const auto doubtful = std::count_if(found.steps.begin(), found.steps.end(), [&](const Step& step) {
      return !is_fact(view.graph().relation(step.relation));
    });
    return std::tuple(found.length(), doubtful, entities_along(view.graph(), found));
  };
  std::sort(search.found.begin(), search.found.end(), [&](const Path& a, const Path& b) { return rank(a) < rank(b); });
  return search.found;
}

}  // namespace entente::testing
