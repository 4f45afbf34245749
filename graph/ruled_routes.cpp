// Rules are turned into a graph: its nodes are the states in which a walk may come to an entity. There every route
// keeps to them, and the best ones are found as without rules.
#include "ruled_routes.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <numeric>
#include <optional>
#include <set>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "hop_distances.hpp"
#include "last_departures.hpp"
#include "loopless_routes.hpp"
#include "pattern_automaton.hpp"
#include "relation_support.hpp"
#include "route.hpp"
#include "step_weights.hpp"

namespace entente {

namespace {

/// In what state a walk comes to an entity.
struct Situation {
  EntityId entity{0};
  PatternAutomaton::State pattern = 0;
  long day = std::numeric_limits<long>::min();  // the first on which it can be there
  std::size_t steps = 0;                        // so far, where a limit has to be kept to; otherwise 0
  friend auto operator<=>(const Situation&, const Situation&) = default;
};

struct SituationHash {
  std::size_t operator()(const Situation& it) const {
    std::size_t hash = it.entity.index();
    for (const std::size_t part : {std::size_t{it.pattern}, static_cast<std::size_t>(it.day), it.steps})
      hash = (hash ^ part) * 0x9e3779b97f4a7c15U + (hash >> 29U);
    return hash;
  }
};

/// What walks by the rules are like, as far as they can reach the goal in a number of steps.
class Walks {
 public:
  Walks(const Effort& effort, const GraphView& view, EntityId to, const PathRules& rules)
      : effort_(effort), view_(view), to_(to), rules_(rules), weights_(view, rules.by) {
    if (rules.via) automaton_.emplace(*rules.via);
    if (rules.in_time) departures_.emplace(view, to, direction());
    if (rules.in_time) return;
    const RouteGraph plain(view, direction(), weights_);
    const std::vector<std::size_t> steps = steps_to(plain, plain.node(to), any_length);
    home_.assign(view.graph().entity_count(), out_of_reach);
    for (Node node = 0; node < plain.node_count(); ++node) home_[plain.entity(node).index()] = steps[node];
  }

  /// The least number of steps in which the goal may be reached from there, or `out_of_reach`.
  [[nodiscard]] std::size_t steps_home(const Situation&) const;
  /// Whether longer walks than those found last may exist.
  [[nodiscard]] bool were_cut() const { return cut_; }
  /// The first `k` paths from the entity to the goal; where longer walks were cut, those of at most that many steps.
  FoundPaths first(EntityId from, std::size_t k, std::size_t longest);

 private:
  [[nodiscard]] Direction direction() const { return rules_.via ? Direction::either : rules_.direction; }
  [[nodiscard]] bool keeps_steps() const { return rules_.by != StepCost::hops && rules_.max_length != any_length; }

  bool begin(EntityId from);
  bool spread(std::size_t longest);
  void try_relation(Node here, std::size_t steps, RelationId, bool backwards);
  [[nodiscard]] std::optional<Situation> after(const Situation&, const RelationView&, bool backwards);
  Node node_of(const Situation&);
  struct Laid {
    RouteGraph graph;
    Node start;
    Node goal;
  };
  Laid in_order();

  const Effort& effort_;
  const GraphView& view_;
  EntityId to_;
  const PathRules& rules_;
  StepWeights weights_;
  std::optional<PatternAutomaton> automaton_;
  std::optional<LastDepartures> departures_;
  std::vector<std::size_t> home_;  // by entity: the number of steps to the goal; not where time is kept to

  std::vector<Situation> situations_;  // by node; that of the goal stands for all in which a walk may end there
  std::unordered_map<Situation, Node, SituationHash> nodes_;
  std::vector<RouteGraph::Draft> drafts_;
  std::size_t longest_ = 0;
  bool cut_ = false;
};

std::size_t Walks::steps_home(const Situation& it) const {
  if (departures_) return departures_->steps_from(it.entity, it.day);
  return home_[it.entity.index()];
}

/// Where a walk starts; false if the pattern fits no walk from there.
bool Walks::begin(EntityId from) {
  situations_.clear();
  nodes_.clear();
  drafts_.clear();
  cut_ = false;
  Situation start{from};
  if (automaton_) {
    const auto state = automaton_->start(view_.graph().entity(from).type);
    if (!state) return false;
    start.pattern = *state;
  }
  node_of(start);
  node_of({to_});
  return true;
}

Node Walks::node_of(const Situation& situation) {
  const auto [place, added] = nodes_.try_emplace(situation, static_cast<Node>(situations_.size()));
  if (added) situations_.push_back(situation);
  return place->second;
}

/// The situation after a step along the relation, or nothing if the rules forbid it or it leads to nowhere.
std::optional<Situation> Walks::after(const Situation& here, const RelationView& relation, bool backwards) {
  Situation there{backwards ? relation.subject : relation.object};
  if (there.entity == here.entity) return std::nullopt;
  if (automaton_) {
    const auto state =
        automaton_->next(here.pattern, relation.predicate, backwards, view_.graph().entity(there.entity).type);
    if (!state || (there.entity == to_ && !automaton_->accepts(*state))) return std::nullopt;
    there.pattern = *state;
  } else if (backwards && rules_.direction == Direction::directed && !is_symmetric(relation.predicate)) {
    return std::nullopt;
  }
  if (rules_.in_time) {
    if (!relation.date || here.day > relation.date->last_day_number()) return std::nullopt;
    there.day = std::max(here.day, relation.date->first_day_number());
  }
  if (keeps_steps()) there.steps = here.steps + 1;
  return there.entity == to_ ? Situation{to_} : there;
}

void Walks::try_relation(Node here, std::size_t steps, RelationId id, bool backwards) {
  const RelationView relation = view_.graph().relation(id);
  const std::uint64_t weight = weights_(id);
  const auto there = after(situations_[here], relation, backwards);
  if (!there || weight == closed) return;
  const std::size_t home = steps_home(*there);
  if (home == out_of_reach) return;
  if (steps + 1 + home > longest_) {
    cut_ = true;
    return;
  }
  drafts_.push_back({here, {node_of(*there), id, !is_stated_as_fact(relation), weight}});
}

/// Finds all situations, those of fewer steps first, and the steps between them; false if the effort is over before.
bool Walks::spread(std::size_t longest) {
  longest_ = longest;
  std::size_t level_end = 1;
  std::size_t steps = 0;
  for (Node node = 0; node < situations_.size(); ++node) {
    if (effort_.over()) return false;
    if (node == level_end) {
      ++steps;
      level_end = situations_.size();
    }
    if (situations_[node].entity == to_) continue;
    const EntityId entity = situations_[node].entity;
    for (const RelationId id : view_.graph().outgoing(entity))
      if (view_.shows(id)) try_relation(node, steps, id, false);
    for (const RelationId id : view_.graph().incoming(entity))
      if (view_.shows(id)) try_relation(node, steps, id, true);
  }
  return true;
}

/// The graph of what was found, its nodes in the order of entities.
Walks::Laid Walks::in_order() {
  std::vector<Node> order(situations_.size());
  std::iota(order.begin(), order.end(), Node{0});
  std::sort(order.begin(), order.end(), [&](Node a, Node b) { return situations_[a] < situations_[b]; });
  std::vector<Node> places(order.size());
  std::vector<EntityId> entities;
  for (const Node node : order) {
    places[node] = static_cast<Node>(entities.size());
    entities.push_back(situations_[node].entity);
  }
  for (RouteGraph::Draft& draft : drafts_) {
    draft.from = places[draft.from];
    draft.arc.target = places[draft.arc.target];
  }
  return {RouteGraph(view_.graph(), std::move(entities), drafts_), places[0], places[1]};
}

FoundPaths Walks::first(EntityId from, std::size_t k, std::size_t longest) {
  FoundPaths found;
  effort_.tell(0, k);
  if (!begin(from)) return found;
  if (!spread(longest)) return {{}, false};
  const Laid laid = in_order();
  LooplessRoutes routes(laid.graph, laid.start, laid.goal);
  std::set<std::vector<EntityId>> courses;
  while (found.paths.size() < k) {
    effort_.tell(found.paths.size(), k);
    const auto route = routes.next(effort_);
    if (!route) found.complete = routes.are_all();
    if (!route || route->cost.steps > (cut_ ? longest : rules_.max_length)) break;
    const Path path = path_of(view_.graph(), laid.graph, *route);
    const std::vector<EntityId> course = entities_along(view_.graph(), path);
    const bool loopless = std::set<EntityId>(course.begin(), course.end()).size() == course.size();
    if (loopless && courses.insert(course).second) found.paths.push_back(path);
  }
  return found;
}

}  // namespace

FoundPaths ruled_paths(const Effort& effort, const GraphView& view, EntityId from, EntityId to, std::size_t k,
                       const PathRules& rules) {
  if (from == to) {
    if (!rules.via) return {{Path{from, {}}}};
    PatternAutomaton automaton(*rules.via);
    const auto state = automaton.start(view.graph().entity(from).type);
    return state && automaton.accepts(*state) ? FoundPaths{{Path{from, {}}}} : FoundPaths{};
  }
  Walks walks(effort, view, to, rules);
  const std::size_t fewest = walks.steps_home({from});
  if (fewest == out_of_reach) return {};
  if (rules.by != StepCost::hops) return walks.first(from, k, rules.max_length);
  // Long walks are only looked for when there are too few short ones.
  std::vector<Path> shorter;
  for (std::size_t more = 1, longest = fewest;; longest += more, more *= 2) {
    FoundPaths found = walks.first(from, k, std::min(longest, rules.max_length));
    if (!found.complete && found.paths.size() < shorter.size()) found.paths = std::move(shorter);
    if (!found.complete || found.paths.size() == k || longest >= rules.max_length || !walks.were_cut()) return found;
    shorter = std::move(found.paths);
  }
}

}  // namespace entente
