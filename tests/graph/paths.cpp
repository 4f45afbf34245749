#include <entente/paths.hpp>

#include <utility>

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
