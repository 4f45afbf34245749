#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <set>
#include <tuple>

#include "reference.hpp"

namespace entente::testing {

namespace {

bool is_fact(const RelationView& relation) {
  return relation.polarity == Polarity::positive && relation.modality == Modality::actual;
}

struct Walker {
  const GraphView& view;
  EntityId to;
  Direction direction;
  std::size_t max_length;
  std::vector<Path> found;

  void go_on(Path& path, std::vector<EntityId>& visited) {
    const EntityId here = visited.back();
    if (here == to) {
      found.push_back(path);
      return;
    }
    if (path.length() == max_length) return;
    for (const RelationId id : view.relations()) {
      const RelationView relation = view.graph().relation(id);
      for (const bool backwards : {false, true}) {
        if (here != (backwards ? relation.object : relation.subject)) continue;
        if (backwards && direction == Direction::directed && !is_symmetric(relation.predicate)) continue;
        const EntityId next = backwards ? relation.subject : relation.object;
        if (std::find(visited.begin(), visited.end(), next) != visited.end()) continue;
        path.steps.push_back({id, backwards});
        visited.push_back(next);
        go_on(path, visited);
        path.steps.pop_back();
        visited.pop_back();
      }
    }
  }
};

/// Whether days can be found for all steps, none before the one of the step before it: by trying all first days.
bool can_be_in_time(const GraphView& view, const Path& path) {
  std::set<long> days{std::numeric_limits<long>::min()};
  for (const Step& step : path.steps) {
    const auto& date = view.graph().relation(step.relation).date;
    if (!date) return false;
    std::set<long> later;
    for (const long day : days)
      if (day <= date->last_day_number()) later.insert(std::max(day, date->first_day_number()));
    days = later;
  }
  return !days.empty();
}

}  // namespace

std::vector<Path> every_walk(const GraphView& view, EntityId from, EntityId to, Direction direction,
                             std::size_t max_length) {
  if (!view.shows(from) || !view.shows(to)) return {};
  Walker walker{view, to, direction, max_length, {}};
  Path path{from, {}};
  std::vector<EntityId> visited{from};
  walker.go_on(path, visited);
  return walker.found;
}

std::optional<long long> reference_cost(const GraphView& view, RelationId id, StepCost by) {
  const RelationView relation = view.graph().relation(id);
  double cost = 1.0;
  if (by == StepCost::hops) return 1;
  if (by == StepCost::confidence) {
    if (relation.confidence == 0.0) return std::nullopt;
    cost = std::abs(std::log(relation.confidence));
  }
  if (by == StepCost::documents) {
    std::set<DocumentId> documents;
    for (const QuoteView& evidence : relation.evidence)
      if (evidence.document) documents.insert(*evidence.document);
    cost = documents.empty() ? 2.0 : 1.0 / static_cast<double>(documents.size());
  }
  if (by == StepCost::recency) {
    std::optional<long> oldest;
    std::optional<long> latest;
    for (const RelationId other : view.relations()) {
      const auto& date = view.graph().relation(other).date;
      if (!date) continue;
      const long day = date->to() ? date->last_day_number() : date->first_day_number();
      oldest = std::min(oldest.value_or(day), day);
      latest = std::max(latest.value_or(day), day);
    }
    long age = 0;
    if (!relation.date && latest) age = *latest - *oldest;
    if (relation.date && relation.date->to()) age = *latest - relation.date->last_day_number();
    cost = 1.0 + static_cast<double>(age) / 365.25;
  }
  return std::llround(cost * 1e9);
}

std::vector<Path> reference_ruled_paths(const GraphView& view, EntityId from, EntityId to, const PathRules& rules,
                                        const std::function<bool(const Path&)>& fits) {
  using Course = std::vector<EntityId>;
  using Rank = std::tuple<long long, std::size_t, long, Course>;
  // Of parallel relations the better comes first: facts, then confidence, evidence, lowest id.
  using Support = std::vector<std::tuple<int, double, long, RelationId>>;
  std::map<Course, std::tuple<Rank, Support, Path>> best;
  const Direction direction = rules.via ? Direction::either : rules.direction;
  for (const Path& path : every_walk(view, from, to, direction, rules.max_length)) {
    if (!fits(path) || (rules.in_time && !can_be_in_time(view, path))) continue;
    long long cost = 0;
    long doubtful = 0;
    bool walkable = true;
    Support support;
    for (const Step& step : path.steps) {
      const auto of_step = reference_cost(view, step.relation, rules.by);
      const RelationView relation = view.graph().relation(step.relation);
      walkable = walkable && of_step;
      cost += of_step.value_or(0);
      doubtful += is_fact(relation) ? 0 : 1;
      support.emplace_back(is_fact(relation) ? 0 : 1, -relation.confidence,
                           -static_cast<long>(relation.evidence.size()), step.relation);
    }
    if (!walkable) continue;
    const Course course = entities_along(view.graph(), path);
    const auto offered = std::tuple(Rank(cost, path.length(), doubtful, course), support, path);
    const auto [place, added] = best.try_emplace(course, offered);
    if (!added && std::tie(std::get<0>(offered), std::get<1>(offered)) <
                      std::tie(std::get<0>(place->second), std::get<1>(place->second)))
      place->second = offered;
  }
  std::vector<std::pair<Rank, Path>> ranked;
  for (const auto& [course, entry] : best) ranked.emplace_back(std::get<0>(entry), std::get<2>(entry));
  std::sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<Path> paths;
  for (const auto& [rank, path] : ranked) paths.push_back(path);
  return paths;
}

}  // namespace entente::testing
