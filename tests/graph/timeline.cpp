#include <entente/timeline.hpp>

#include <algorithm>
#include <limits>
#include <set>
#include <tuple>

#include <catch2/catch.hpp>

#include "support/random_graph.hpp"
#include "support/story.hpp"

using namespace entente;
using namespace entente::testing;

namespace {

std::vector<std::size_t> indexes(const std::vector<RelationId>& relations) {
  std::vector<std::size_t> result;
  for (const RelationId id : relations) result.push_back(id.index());
  return result;
}

Story states_and_summit() {
  Story story;
  for (const char* key : {"north", "south", "east"}) story.add(EntityType::state, key);
  story.add(EntityType::event, "summit");
  return story;
}

}  // namespace

TEST_CASE("What began earlier comes first, then what ended earlier, and what has no date last") {
  Story story = states_and_summit();
  story.says("north", Predicate::supports, "south");
  story.says({.date = "1992"}, "north", Predicate::supports, "south");
  story.says({.date = "1991-05"}, "south", Predicate::supports, "north");
  story.says({.date = "1991"}, "north", Predicate::accuses, "east");
  story.says({.date = "1991-01"}, "north", Predicate::accuses, "east");
  story.says({.date = "/1995"}, "north", Predicate::accuses, "east");
  story.says({.date = "1991/"}, "north", Predicate::accuses, "east");
  story.says({.date = "1980"}, "south", Predicate::accuses, "east");
  const KnowledgeGraph graph = story.graph();
  CHECK(indexes(timeline(graph, EntityId(0))) == std::vector<std::size_t>{5, 4, 3, 6, 2, 1, 0});
  CHECK(indexes(timeline(graph, EntityId(0), EntityId(1))) == std::vector<std::size_t>{2, 1, 0});
}

TEST_CASE("A pair is joined by events of which both are part, and not by a third state") {
  Story story = states_and_summit();
  story.says({.date = "1991"}, "north", Predicate::participates_in, "summit");
  story.says({.date = "1990"}, "south", Predicate::participates_in, "summit");
  story.says("east", Predicate::participates_in, "summit");
  story.says("north", Predicate::accuses, "east");
  story.says("south", Predicate::accuses, "east");
  const KnowledgeGraph graph = story.graph();
  CHECK(indexes(timeline(graph, EntityId(0), EntityId(1))) == std::vector<std::size_t>{1, 0});
  CHECK(indexes(timeline(graph, EntityId(1), EntityId(0))) == std::vector<std::size_t>{1, 0});
}

TEST_CASE("A timeline holds each visible relation of the entity once, in order") {
  Dice dice(71);
  for (int round = 0; round < 500; ++round) {
    const KnowledgeGraph graph = random_story(dice, 10);
    const GraphView view(graph, random_lens(dice, graph));
    const EntityId entity(dice.roll(graph.entity_count()));
    std::set<RelationId> expected;
    for (const RelationId id : view.relations())
      if (graph.relation(id).subject == entity || graph.relation(id).object == entity) expected.insert(id);
    const std::vector<RelationId> found = timeline(view, entity);
    REQUIRE(found.size() == expected.size());
    REQUIRE(std::set(found.begin(), found.end()) == expected);
    REQUIRE(std::is_sorted(found.begin(), found.end(), [&](RelationId a, RelationId b) {
      const auto time = [&](RelationId id) {
        const auto& date = graph.relation(id).date;
        constexpr long never = std::numeric_limits<long>::max();
        return date ? std::tuple(0, date->first_day_number(), date->last_day_number(), id)
                    : std::tuple(1, never, never, id);
      };
      return time(a) < time(b);
    }));
  }
}
