#include <entente/paths.hpp>

#include <algorithm>
#include <cmath>
#include <set>
#include <tuple>
#include <utility>
#include <variant>

#include <catch2/catch.hpp>

#include <entente/graph_builder.hpp>

#include "support/random_graph.hpp"
#include "support/reference.hpp"

using namespace entente;
using namespace entente::testing;

namespace {

using Entities = std::vector<EntityId>;

Entities ids(std::initializer_list<std::size_t> indexes) {
  Entities result;
  for (const std::size_t index : indexes) result.push_back(EntityId(index));
  return result;
}

/// The relations among states that are given in full, in a graph.
class States {
 public:
  explicit States(std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) {
      Entity state;
      state.name = "State";
      state.type = EntityType::state;
      builder_.add(state);
    }
  }
  RelationId add(std::size_t subject, Predicate predicate, std::size_t object, Modality modality = Modality::actual,
                 Polarity polarity = Polarity::positive, double confidence = 1.0, std::size_t evidence = 0) {
    Relation relation;
    relation.subject = EntityId(subject);
    relation.predicate = predicate;
    relation.object = EntityId(object);
    relation.modality = modality;
    relation.polarity = polarity;
    relation.confidence = confidence;
    for (std::size_t i = 0; i < evidence; ++i) {
      Evidence quote;
      quote.text = std::to_string(i);
      relation.evidence.push_back(quote);
    }
    return *builder_.add(relation);
  }
  KnowledgeGraph graph() { return std::move(builder_).build(); }

 private:
  GraphBuilder builder_;
};

constexpr EntityId first{0};
constexpr EntityId second{1};

}  // namespace

TEST_CASE("The path from an entity to itself has no steps") {
  const KnowledgeGraph graph = graph_of(2, {{0, 0}, {0, 1}, {1, 0}});
  CHECK(shortest_path(graph, first, first) == Path{first, {}});
  CHECK(shortest_paths(graph, first, first, 3) == std::vector{Path{first, {}}});
  CHECK(shortest_path(graph, first, first, Direction::either, 0) == Path{first, {}});
}

TEST_CASE("There is no path between parts, nor to what the view hides") {
  const KnowledgeGraph graph = graph_of(4, {{0, 1}, {2, 3}});
  CHECK_FALSE(shortest_path(graph, first, EntityId(3)));
  const GraphView part = GraphView(graph).restricted_to({first});
  CHECK_FALSE(shortest_path(part, first, second));
  CHECK_FALSE(shortest_path(part, second, first));
  CHECK_FALSE(shortest_path(part, second, second));
}

TEST_CASE("A directed path goes along relations only, and both ways along symmetric ones") {
  States states(3);
  const RelationId threat = states.add(1, Predicate::threatens, 0);
  const RelationId talk = states.add(1, Predicate::consults, 2);
  const KnowledgeGraph graph = states.graph();
  CHECK_FALSE(shortest_path(graph, first, second, Direction::directed));
  CHECK(shortest_path(graph, first, second) == Path{first, {{threat, true}}});
  CHECK(shortest_path(graph, second, first, Direction::directed) == Path{second, {{threat, false}}});
  CHECK(shortest_path(graph, EntityId(2), first, Direction::directed) ==
        Path{EntityId(2), {{talk, true}, {threat, false}}});
}

TEST_CASE("Of parallel relations a path takes the best supported") {
  States states(2);
  SECTION("a fact before what is denied or planned, however sure") {
    states.add(0, Predicate::threatens, 1, Modality::actual, Polarity::negative, 1.0, 3);
    states.add(0, Predicate::invades, 1, Modality::planned, Polarity::positive, 1.0, 3);
    const RelationId fact = states.add(1, Predicate::aids, 0, Modality::actual, Polarity::positive, 0.1);
    CHECK(shortest_path(states.graph(), first, second) == Path{first, {{fact, true}}});
  }
  SECTION("then the more certain") {
    states.add(0, Predicate::threatens, 1, Modality::actual, Polarity::positive, 0.5, 3);
    const RelationId surer = states.add(0, Predicate::aids, 1, Modality::actual, Polarity::positive, 0.6);
    CHECK(shortest_path(states.graph(), first, second) == Path{first, {{surer, false}}});
  }
  SECTION("then the one with more evidence, then the first") {
    states.add(0, Predicate::threatens, 1);
    const RelationId quoted = states.add(0, Predicate::aids, 1, Modality::actual, Polarity::positive, 1.0, 1);
    states.add(0, Predicate::coerces, 1, Modality::actual, Polarity::positive, 1.0, 1);
    CHECK(shortest_path(states.graph(), first, second) == Path{first, {{quoted, false}}});
  }
}

TEST_CASE("Of paths with equally few steps the one with more facts comes first, then the one with lower ids") {
  States states(5);
  for (const std::size_t middle : {2U, 3U, 4U}) {
    states.add(0, Predicate::aids, middle, middle == 2 ? Modality::planned : Modality::actual);
    states.add(middle, Predicate::aids, 1);
  }
  const KnowledgeGraph graph = states.graph();
  const std::vector<Path> paths = shortest_paths(graph, first, second, 9, Direction::directed);
  REQUIRE(paths.size() == 3);
  CHECK(entities_along(graph, paths[0]) == ids({0, 3, 1}));
  CHECK(entities_along(graph, paths[1]) == ids({0, 4, 1}));
  CHECK(entities_along(graph, paths[2]) == ids({0, 2, 1}));
  CHECK(shortest_path(graph, first, second) == paths[0]);
}

TEST_CASE("No path is longer than allowed") {
  const KnowledgeGraph graph = graph_of(4, {{0, 2}, {2, 3}, {3, 1}});
  CHECK_FALSE(shortest_path(graph, first, second, Direction::either, 2));
  CHECK(shortest_path(graph, first, second, Direction::either, 3)->length() == 3);
  CHECK_FALSE(shortest_path(graph, first, second, Direction::either, 0));
}

TEST_CASE("No more paths are returned than asked for") {
  const KnowledgeGraph graph = graph_of(4, {{0, 2}, {2, 1}, {0, 3}, {3, 1}});
  CHECK(shortest_paths(graph, first, second, 0).empty());
  CHECK(shortest_paths(graph, first, second, 1).size() == 1);
  CHECK(shortest_paths(graph, first, second, 5).size() == 2);
}

TEST_CASE("The shortest paths are the first of all paths") {
  Dice dice(3);
  std::size_t several = 0;
  for (int round = 0; round < 1000; ++round) {
    const KnowledgeGraph graph = random_graph(dice, 8);
    const GraphView view = !dice.chance(4) ? GraphView(graph) : GraphView(graph, random_lens(dice, graph));
    const EntityId from(dice.roll(graph.entity_count()));
    const EntityId to(dice.roll(graph.entity_count()));
    const Direction direction = dice.chance(2) ? Direction::directed : Direction::either;
    const std::size_t max_length = dice.chance(3) ? dice.roll(5) : std::numeric_limits<std::size_t>::max();
    const std::vector<Path> all = reference_paths(view, from, to, direction, max_length);
    INFO("round " << round);
    if (all.size() > 3) ++several;
    REQUIRE(shortest_paths(view, from, to, all.size() + 1, direction, max_length) == all);
    const auto best = shortest_path(view, from, to, direction, max_length);
    REQUIRE(best.has_value() == !all.empty());
    if (all.empty()) continue;
    REQUIRE(*best == all.front());
    const std::size_t k = dice.roll(all.size()) + 1;
    REQUIRE(shortest_paths(view, from, to, k, direction, max_length) ==
            std::vector<Path>(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(k)));
  }
  CHECK(several > 100);
}

TEST_CASE("A search that is asked again and again answers as if it were asked once") {
  Dice dice(4);
  std::size_t reached = 0;
  for (int round = 0; round < 300; ++round) {
    const KnowledgeGraph graph = random_graph(dice, 25);
    const GraphView view = dice.chance(2) ? GraphView(graph) : GraphView(graph, random_lens(dice, graph));
    const Direction direction = dice.chance(2) ? Direction::directed : Direction::either;
    const auto distance = distances(view, direction);
    PathSearch search(view, direction);
    INFO("round " << round);
    for (int question = 0; question < 20; ++question) {
      const EntityId from(dice.roll(graph.entity_count()));
      const EntityId to(dice.roll(graph.entity_count()));
      const std::size_t most = dice.chance(4) ? dice.roll(4) : any_length;
      const auto steps = search.distance(from, to, most);
      const auto expected = distance[from.index()][to.index()];
      const bool reachable = view.shows(from) && view.shows(to) && expected && *expected <= most;
      REQUIRE(steps == (reachable ? expected : std::nullopt));
      const auto paths = shortest_paths(view, from, to, 1, direction, most);
      REQUIRE(search.shortest(from, to, most) == (paths.empty() ? std::nullopt : std::optional(paths.front())));
      if (steps && *steps > 1) ++reached;
    }
  }
  CHECK(reached > 1000);
}

TEST_CASE("All simple paths are those that the reference writes down, in the order of their entities") {
  Dice dice(5);
  std::size_t several = 0;
  for (int round = 0; round < 3000; ++round) {
    const KnowledgeGraph graph = random_graph(dice, 9);
    const GraphView view = dice.chance(2) ? GraphView(graph) : GraphView(graph, random_lens(dice, graph));
    const EntityId from(dice.roll(graph.entity_count()));
    const EntityId to(dice.roll(graph.entity_count()));
    const Direction direction = dice.chance(2) ? Direction::directed : Direction::either;
    const std::size_t max_length = dice.chance(4) ? any_length : dice.roll(7);
    std::vector<Path> expected = reference_paths(view, from, to, direction, max_length);
    std::sort(expected.begin(), expected.end(),
              [&](const Path& a, const Path& b) { return entities_along(graph, a) < entities_along(graph, b); });
    std::vector<Path> paths;
    const auto take = [&](const Path& path) {
      paths.push_back(path);
      return true;
    };
    INFO("round " << round);
    REQUIRE(each_simple_path(view, from, to, max_length, take, direction));
    REQUIRE(paths == expected);
    if (expected.size() > 5) ++several;
  }
  CHECK(several > 100);
}

TEST_CASE("No more simple paths are handed over than are wanted") {
  const KnowledgeGraph graph = graph_of(5, {{0, 2}, {2, 1}, {0, 3}, {3, 1}, {0, 4}, {4, 1}});
  std::size_t taken = 0;
  CHECK_FALSE(each_simple_path(graph, first, second, 2, [&](const Path&) { return ++taken < 2; }));
  CHECK(taken == 2);
}

TEST_CASE("Paths by cost are the first of all paths that keep to the rules") {
  Dice dice(6);
  std::size_t several = 0;
  for (int round = 0; round < 3000; ++round) {
    const KnowledgeGraph graph = random_graph(dice, 6);
    const GraphView view = dice.chance(2) ? GraphView(graph) : GraphView(graph, random_lens(dice, graph));
    const EntityId from(dice.roll(graph.entity_count()));
    const EntityId to(dice.roll(graph.entity_count()));
    PathRules rules;
    rules.by = static_cast<StepCost>(dice.roll(step_cost_count));
    rules.direction = dice.chance(2) ? Direction::directed : Direction::either;
    if (dice.chance(3)) rules.max_length = dice.roll(5);
    const auto all = reference_ruled_paths(view, from, to, rules, [](const Path&) { return true; });
    INFO("round " << round << " by " << name(rules.by));
    REQUIRE(shortest_paths(view, from, to, all.size() + 1, rules) == all);
    if (all.size() > 3) ++several;
    if (all.empty()) continue;
    const std::size_t k = dice.roll(all.size()) + 1;
    REQUIRE(shortest_paths(view, from, to, k, rules) ==
            std::vector<Path>(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(k)));
  }
  CHECK(several > 100);
}

namespace {

/// The cost and the doubts of paths, which tell their order apart from equals, and what they pass.
std::vector<std::tuple<double, std::size_t, long>> marks(const GraphView& view, const std::vector<Path>& paths,
                                                         StepCost by) {
  std::vector<std::tuple<double, std::size_t, long>> result;
  for (const Path& path : paths) {
    const auto doubtful = std::count_if(path.steps.begin(), path.steps.end(), [&](const Step& step) {
      const RelationView relation = view.graph().relation(step.relation);
      return relation.polarity == Polarity::negative || relation.modality != Modality::actual;
    });
    result.emplace_back(path_cost(view, path, by), path.length(), doubtful);
  }
  return result;
}

std::set<Entities> courses(const GraphView& view, const std::vector<Path>& paths) {
  std::set<Entities> result;
  for (const Path& path : paths) result.insert(entities_along(view.graph(), path));
  return result;
}

}  // namespace

TEST_CASE("Paths in time are the first of all that can be walked in the order of their dates") {
  Dice dice(7);
  std::size_t several = 0;
  std::size_t fewer = 0;
  for (int round = 0; round < 4000; ++round) {
    const KnowledgeGraph graph = random_graph(dice, 7);
    const GraphView view = dice.chance(2) ? GraphView(graph) : GraphView(graph, random_lens(dice, graph));
    const EntityId from(dice.roll(graph.entity_count()));
    const EntityId to(dice.roll(graph.entity_count()));
    PathRules rules;
    rules.by = dice.chance(2) ? StepCost::hops : static_cast<StepCost>(dice.roll(step_cost_count));
    rules.direction = dice.chance(2) ? Direction::directed : Direction::either;
    if (dice.chance(3)) rules.max_length = dice.roll(5);
    const auto any_time = reference_ruled_paths(view, from, to, rules, [](const Path&) { return true; });
    rules.in_time = true;
    const auto all = reference_ruled_paths(view, from, to, rules, [](const Path&) { return true; });
    INFO("round " << round << " by " << name(rules.by));
    const auto found = shortest_paths(view, from, to, all.size() + 1, rules);
    REQUIRE(marks(view, found, rules.by) == marks(view, all, rules.by));
    REQUIRE(courses(view, found) == courses(view, all));
    if (all.size() > 2) ++several;
    if (all.size() < any_time.size()) ++fewer;
    if (all.empty()) continue;
    const std::size_t k = dice.roll(all.size()) + 1;
    const std::vector<Path> expected(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(k));
    REQUIRE(marks(view, shortest_paths(view, from, to, k, rules), rules.by) == marks(view, expected, rules.by));
  }
  CHECK(several > 50);
  CHECK(fewer > 100);
}

TEST_CASE("The widest path has the strongest weakest step, and is the shortest of those that have") {
  Dice dice(8);
  std::size_t longer = 0;
  for (int round = 0; round < 1000; ++round) {
    const KnowledgeGraph graph = random_graph(dice, 7);
    const GraphView view = dice.chance(2) ? GraphView(graph) : GraphView(graph, random_lens(dice, graph));
    const EntityId from(dice.roll(graph.entity_count()));
    const EntityId to(dice.roll(graph.entity_count()));
    const Direction direction = dice.chance(2) ? Direction::directed : Direction::either;
    const auto weakest = [&](const Path& path) {
      auto least = std::tuple(true, 2.0, std::size_t{1000});
      for (const Step& step : path.steps) {
        const RelationView relation = graph.relation(step.relation);
        const bool fact = relation.polarity == Polarity::positive && relation.modality == Modality::actual;
        least = std::min(least, std::tuple(fact, relation.confidence, relation.evidence.size()));
      }
      return least;
    };
    const std::vector<Path> all = reference_paths(view, from, to, direction, any_length);
    const auto widest = widest_path(view, from, to, direction);
    INFO("round " << round);
    REQUIRE(widest.has_value() == !all.empty());
    if (all.empty()) continue;
    // Of equally wide ones the reference comes to the first first.
    const auto best =
        std::max_element(all.begin(), all.end(), [&](const Path& a, const Path& b) { return weakest(a) < weakest(b); });
    REQUIRE(*widest == *best);
    if (best != all.begin()) ++longer;
  }
  CHECK(longer > 50);
}

TEST_CASE("The distances from an entity are the costs of the cheapest paths to each") {
  Dice dice(9);
  for (int round = 0; round < 500; ++round) {
    const KnowledgeGraph graph = random_graph(dice, 8);
    const GraphView view = dice.chance(2) ? GraphView(graph) : GraphView(graph, random_lens(dice, graph));
    const EntityId from(dice.roll(graph.entity_count()));
    const Direction direction = dice.chance(2) ? Direction::directed : Direction::either;
    const auto by = static_cast<StepCost>(dice.roll(step_cost_count));
    const std::vector<double> found = distances_from(view, from, by, direction);
    REQUIRE(found.size() == graph.entity_count());
    INFO("round " << round << " by " << name(by));
    for (std::size_t to = 0; to < found.size(); ++to) {
      const auto best = shortest_paths(view, from, EntityId(to), 1, {.direction = direction, .by = by});
      const double expected = best.empty() ? std::numeric_limits<double>::infinity() : path_cost(view, best[0], by);
      REQUIRE(found[to] == expected);
    }
  }
}

TEST_CASE("A path by confidence is the one that is most probably right") {
  States states(3);
  const auto aid = [&](std::size_t from, std::size_t to, double confidence) {
    return states.add(from, Predicate::aids, to, Modality::actual, Polarity::positive, confidence);
  };
  aid(0, 1, 0.5);
  const RelationId out = aid(0, 2, 0.8);
  const RelationId on = aid(2, 1, 0.8);
  const KnowledgeGraph graph = states.graph();
  const auto paths = shortest_paths(graph, first, second, 1, {.by = StepCost::confidence});
  REQUIRE(paths.size() == 1);
  CHECK(paths[0] == Path{first, {{out, false}, {on, false}}});
  CHECK(path_cost(graph, paths[0], StepCost::confidence) == Approx(-std::log(0.64)).margin(1e-8));
}

namespace {

PathRules random_rules(Dice& dice) {
  PathRules rules;
  rules.by = dice.chance(2) ? StepCost::hops : static_cast<StepCost>(dice.roll(step_cost_count));
  rules.direction = dice.chance(2) ? Direction::directed : Direction::either;
  if (dice.chance(3)) rules.max_length = dice.roll(5);
  rules.in_time = dice.chance(3);
  if (dice.chance(3)) rules.via = std::get<PathPattern>(PathPattern::parse("(any|^any)*"));
  return rules;
}

}  // namespace

TEST_CASE("With effort enough paths are the same as without a limit, and with less they are the first of these") {
  Dice dice(11);
  std::size_t fewer = 0;
  for (int round = 0; round < 2000; ++round) {
    const KnowledgeGraph graph = random_graph(dice, 7);
    const GraphView view = dice.chance(2) ? GraphView(graph) : GraphView(graph, random_lens(dice, graph));
    const EntityId from(dice.roll(graph.entity_count()));
    const EntityId to(dice.roll(graph.entity_count()));
    const PathRules rules = random_rules(dice);
    const std::vector<Path> all = shortest_paths(view, from, to, 20, rules);
    const Effort enough{.deadline = Deadline(3600)};
    const FoundPaths found = shortest_paths_within(enough, view, from, to, 20, rules);
    REQUIRE(found.complete);
    REQUIRE(found.paths == all);

    std::atomic<bool> stop = false;
    std::size_t news_left = dice.roll(4);
    const Effort less{.stop = &stop, .progress = [&](std::size_t, std::size_t) { stop = stop || news_left-- == 0; }};
    const FoundPaths some = shortest_paths_within(less, view, from, to, 20, rules);
    REQUIRE(some.paths.size() <= all.size());
    REQUIRE(std::equal(some.paths.begin(), some.paths.end(), all.begin()));
    if (some.complete) REQUIRE(some.paths.size() == all.size());
    if (some.paths.size() < all.size()) ++fewer;
  }
  CHECK(fewer > 200);
}

TEST_CASE("Without any effort no path is found, and nothing says that there is none") {
  const KnowledgeGraph graph = graph_of(4, {{0, 2}, {2, 1}, {0, 3}, {3, 1}});
  const std::atomic<bool> stop = true;
  PathRules by_pattern;
  by_pattern.via = std::get<PathPattern>(PathPattern::parse("any/any"));
  for (const Effort& effort : {Effort{.stop = &stop}, Effort{.deadline = Deadline(0)}}) {
    for (const PathRules& rules : {PathRules{}, PathRules{.max_length = 3, .by = StepCost::recency}, by_pattern}) {
      CHECK(shortest_paths(graph, first, second, 5, rules).size() == 2);
      const FoundPaths found = shortest_paths_within(effort, graph, first, second, 5, rules);
      CHECK(found.paths.empty());
      CHECK_FALSE(found.complete);
    }
    std::size_t taken = 0;
    const auto take = [&](const Path&) { return ++taken > 0; };
    CHECK_FALSE(each_simple_path(graph, first, second, 2, take, Direction::either, effort));
    CHECK(taken == 0);
  }
}

TEST_CASE("An effort that is over ends the enumeration of simple paths, which tells how far it has come") {
  Dice dice(12);
  std::size_t ended = 0;
  for (int round = 0; round < 500; ++round) {
    const KnowledgeGraph graph = random_graph(dice, 8);
    const EntityId from(dice.roll(graph.entity_count()));
    const EntityId to(dice.roll(graph.entity_count()));
    std::vector<Path> all;
    const auto collect = [&](const Path& path) { return all.push_back(path), true; };
    const Effort enough{.deadline = Deadline(3600),
                        .progress = [](std::size_t done, std::size_t total) { CHECK(done <= total); }};
    REQUIRE(each_simple_path(graph, from, to, 5, collect, Direction::either, enough));
    REQUIRE(all.size() == reference_paths(graph, from, to, Direction::either, 5).size());

    std::atomic<bool> stop = false;
    std::size_t taken = 0;
    const auto take_two = [&](const Path&) {
      stop = ++taken == 2;
      return true;
    };
    const bool was_all = each_simple_path(graph, from, to, 5, take_two, Direction::either, {.stop = &stop});
    REQUIRE(taken == std::min<std::size_t>(all.size(), 2));
    if (all.size() > 2) REQUIRE_FALSE(was_all);
    if (all.size() > 2) ++ended;
  }
  CHECK(ended > 50);
}
