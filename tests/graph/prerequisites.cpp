#include <entente/prerequisites.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include <catch2/catch.hpp>

#include "support/random_graph.hpp"
#include "support/story.hpp"

using namespace entente;
using namespace entente::testing;

namespace {

using Numbers = std::vector<std::pair<Happening, std::size_t>>;

Numbers numbers(const std::vector<Stage>& stages) {
  Numbers result;
  for (const Stage& stage : stages) result.emplace_back(stage.what, stage.number);
  return result;
}

Story peace_plan() {
  Story story;
  story.add(EntityType::agreement, "accord");
  for (const char* key : {"ceasefire", "law", "vote", "border"}) story.add(EntityType::provision, key);
  story.add(EntityType::state, "north");
  story.add(EntityType::territory, "island");
  return story;
}

}  // namespace

TEST_CASE("The parts of an agreement come in the stages in which one precedes the other") {
  Story story = peace_plan();
  for (const char* key : {"ceasefire", "law", "vote", "border"}) story.says(key, Predicate::part_of, "accord");
  const RelationId law_first = story.says("law", Predicate::precedes, "vote");
  story.says({.modality = Modality::planned}, "vote", Predicate::precedes, "border");
  story.says({.polarity = Polarity::negative}, "ceasefire", Predicate::precedes, "law");
  const KnowledgeGraph graph = story.graph();
  const std::vector<Stage> stages = prerequisites(graph, EntityId(0));
  CHECK(numbers(stages) == Numbers{{EntityId(1), 1}, {EntityId(2), 1}, {EntityId(3), 2}, {EntityId(4), 3}});
  CHECK(stages[2].after == std::vector<Requirement>{{EntityId(2), law_first}});
  CHECK(numbers(prerequisites(graph, EntityId(3))) == Numbers{{EntityId(2), 1}, {EntityId(3), 2}});
  CHECK(numbers(prerequisites(GraphView(graph, Lens{.modalities = {Modality::actual}}), EntityId(4))) ==
        Numbers{{EntityId(4), 1}});
}

TEST_CASE("A relation waits for its condition, be that an entity or a relation") {
  Story story = peace_plan();
  const RelationId vote = story.says({.condition = "vote"}, "north", Predicate::controls, "island");
  const RelationId exit = story.says({.modality = Modality::planned}, "north", Predicate::withdraws_from, "island");
  story.builder().set_condition(exit, vote);
  story.says("law", Predicate::precedes, "vote");
  const KnowledgeGraph graph = story.graph();
  CHECK(numbers(prerequisites(graph, EntityId(6))) ==
        Numbers{{EntityId(2), 1}, {EntityId(6), 1}, {EntityId(3), 2}, {vote, 3}, {exit, 4}});
}

TEST_CASE("What waits for itself is circular, and so is what waits for that") {
  Story story = peace_plan();
  story.says("law", Predicate::precedes, "vote");
  story.says("vote", Predicate::precedes, "law");
  story.says("vote", Predicate::precedes, "border");
  story.says("ceasefire", Predicate::precedes, "border");
  const KnowledgeGraph graph = story.graph();
  const std::vector<Stage> stages = prerequisites(graph, EntityId(4));
  CHECK(numbers(stages) == Numbers{{EntityId(1), 1}, {EntityId(2), 2}, {EntityId(3), 2}, {EntityId(4), 2}});
  CHECK_FALSE(stages[0].circular);
  CHECK(std::all_of(stages.begin() + 1, stages.end(), [](const Stage& stage) { return stage.circular; }));
}

TEST_CASE("Stages are complete, and as low as what they wait for allows") {
  Dice dice(81);
  std::size_t late = 0;
  for (int round = 0; round < 500; ++round) {
    const KnowledgeGraph graph = random_story(dice, 12);
    const GraphView view(graph, random_lens(dice, graph));
    const std::vector<Stage> stages = prerequisites(view, EntityId(dice.roll(graph.entity_count())));
    std::map<Happening, Stage> by_what;
    for (const Stage& stage : stages) REQUIRE(by_what.emplace(stage.what, stage).second);
    for (const Stage& stage : stages) {
      if (const auto* entity = std::get_if<EntityId>(&stage.what)) {
        std::size_t preceding = 0;
        for (const RelationId id : view.relations()) {
          const RelationView relation = graph.relation(id);
          preceding += relation.predicate == Predicate::precedes && relation.polarity == Polarity::positive &&
                               relation.object == *entity
                           ? 1U
                           : 0U;
        }
        REQUIRE(stage.after.size() == preceding);
      }
      std::size_t number = 1;
      bool waits_for_circular = false;
      for (const Requirement& requirement : stage.after) {
        REQUIRE(by_what.contains(requirement.first));
        number = std::max(number, by_what.at(requirement.first).number + 1);
        waits_for_circular = waits_for_circular || by_what.at(requirement.first).circular;
      }
      REQUIRE(stage.circular == waits_for_circular);
      if (!stage.circular) REQUIRE(stage.number == number);
      late += stage.number > 1 ? 1U : 0U;
    }
  }
  CHECK(late > 100);
}
