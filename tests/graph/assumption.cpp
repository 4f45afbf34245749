#include <entente/assumption.hpp>

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

#include <catch2/catch.hpp>

#include "support/random_graph.hpp"
#include "support/story.hpp"

using namespace entente;
using namespace entente::testing;

namespace {

using Ids = std::vector<std::size_t>;

Ids indexes(const std::vector<RelationId>& relations) {
  Ids result;
  for (const RelationId id : relations) result.push_back(id.index());
  return result;
}

Story treaty_story() {
  Story story;
  for (const char* key : {"north", "south"}) story.add(EntityType::state, key);
  story.add(EntityType::territory, "island");
  story.add(EntityType::proposal, "plan");
  story.add(EntityType::provision, "clause");
  story.add(EntityType::proposal, "counterplan");
  story.add(EntityType::agreement, "treaty");
  return story;
}

auto statement(const RelationView& relation) {
  return std::tuple(relation.subject, relation.predicate, relation.object, relation.polarity, relation.modality,
                    relation.date, relation.source);
}

}  // namespace

TEST_CASE("A plan that is carried out binds, and what its sentences propose is done") {
  Story story = treaty_story();
  const auto wish = [](std::string sentence) {
    return Story::Circumstances{.modality = Modality::proposed, .sentence = std::move(sentence)};
  };
  story.says(wish("North should propose that it leave the island."), "north", Predicate::proposes, "plan");  // 0
  story.says(wish("that it leave the island"), "north", Predicate::withdraws_from, "island");                // 1
  story.says(wish("A clause"), "clause", Predicate::part_of, "plan");                                        // 2
  story.says(wish("binds South to recognize the island"), "clause", Predicate::obligates, "south");          // 3
  story.says(wish("to recognize the island"), "south", Predicate::recognizes, "island");                     // 4
  story.says(wish("A clause"), "south", Predicate::proposes, "counterplan");  // other text
  story.says(wish("elsewhere"), "south", Predicate::claims, "island");        // other sentence
  story.says({.modality = Modality::planned, .sentence = "A clause"}, "south", Predicate::invades,
             "island");  // own plan
  story.says({.modality = Modality::proposed, .source = "south", .sentence = "A clause"}, "north",
             Predicate::recognizes, "island");                                       // another's
  story.says({.modality = Modality::planned}, "south", Predicate::rejects, "plan");  // against it
  story.says({.modality = Modality::hypothetical, .condition = "clause"}, "south", Predicate::aids, "north");  // 10
  const KnowledgeGraph graph = story.graph();
  const Assumption assumption = assumption_of(graph, EntityId(3));
  CHECK(assumption.parts == std::vector{EntityId(3), EntityId(4)});
  CHECK(indexes(assumption.fulfilled) == Ids{0, 1, 2, 3, 4, 10});
}

TEST_CASE("Facts that cannot last beside what is done no longer hold") {
  Story story = treaty_story();
  story.says({.modality = Modality::proposed}, "plan", Predicate::concerns, "island");
  story.says({.modality = Modality::proposed, .sentence = "s"}, "north", Predicate::proposes, "plan");
  story.says({.modality = Modality::proposed, .sentence = "s"}, "north", Predicate::withdraws_from, "island");
  story.says({.modality = Modality::proposed, .sentence = "s"}, "south", Predicate::recognizes, "island");
  story.says({.modality = Modality::proposed, .sentence = "s"}, "south", Predicate::party_to, "treaty");
  const RelationId forces = story.says({.date = "1990"}, "north", Predicate::deploys_forces_in, "island");
  const RelationId denial = story.says({.polarity = Polarity::negative}, "south", Predicate::recognizes, "island");
  story.says("south", Predicate::deploys_forces_in, "island");
  story.says({.modality = Modality::hypothetical, .polarity = Polarity::negative}, "south", Predicate::recognizes,
             "island");
  const RelationId exit = story.says("south", Predicate::withdraws_from, "treaty");
  const KnowledgeGraph graph = story.graph();
  const Assumption assumption = assumption_of(graph, EntityId(3));
  CHECK(assumption.superseded == std::vector{forces, denial, exit});

  const KnowledgeGraph after = assume(graph, assumption);
  CHECK(after.relation_count() == graph.relation_count() - 3);
  CHECK(after.entity(EntityId(3)) == graph.entity(EntityId(3)));
}

TEST_CASE("What is a fact anyway is not marked as assumed, and keeps the evidence of both") {
  Story story = treaty_story();
  story.says({.sentence = "fact"}, "north", Predicate::party_to, "treaty");
  story.says({.modality = Modality::proposed, .sentence = "wish"}, "north", Predicate::party_to, "treaty");
  story.says({.modality = Modality::proposed, .sentence = "wish"}, "south", Predicate::party_to, "treaty");
  const KnowledgeGraph graph = story.graph();
  const KnowledgeGraph after = assume(graph, assumption_of(graph, EntityId(6)));
  REQUIRE(after.relation_count() == 2);
  CHECK_FALSE(is_assumed(after.relation(RelationId(0))));
  CHECK(after.relation(RelationId(0)).evidence.size() == 2);
  CHECK(is_assumed(after.relation(RelationId(1))));
  CHECK(after.relation(RelationId(1)).attributes.get().at("assumed") == "\"treaty\"");
}

TEST_CASE("What depends on something that comes about comes about too, link by link") {
  Story story = treaty_story();
  const RelationId first =
      story.says({.modality = Modality::planned, .condition = "treaty"}, "north", Predicate::aids, "south");
  const RelationId second = story.says({.modality = Modality::hypothetical}, "south", Predicate::recognizes, "island");
  const RelationId third = story.says({.modality = Modality::hypothetical}, "south", Predicate::claims, "island");
  story.builder().set_condition(second, first);
  story.builder().set_condition(third, third);
  const KnowledgeGraph graph = story.graph();
  const Assumption assumption = assumption_of(graph, EntityId(6));
  CHECK(assumption.fulfilled == std::vector{first, second});
  const KnowledgeGraph after = assume(graph, assumption);
  CHECK(after.relation(second).condition == graph.relation(second).condition);
  CHECK(after.relation(third).condition == graph.relation(third).condition);
}

TEST_CASE("Under an assumption the same facts hold but for those that come and those that go") {
  Dice dice(51);
  std::size_t come = 0;
  std::size_t gone = 0;
  for (int round = 0; round < 500; ++round) {
    const KnowledgeGraph graph = random_story(dice, 12);
    const Assumption assumption = assumption_of(graph, EntityId(dice.roll(graph.entity_count())));
    const KnowledgeGraph after = assume(graph, assumption);
    std::set<decltype(statement(RelationView{}))> expected;
    for (std::size_t i = 0; i < graph.relation_count(); ++i) {
      RelationView relation = graph.relation(RelationId(i));
      const auto is_among = [&](const std::vector<RelationId>& ids) {
        return std::find(ids.begin(), ids.end(), RelationId(i)) != ids.end();
      };
      if (is_among(assumption.superseded)) {
        REQUIRE(relation.modality == Modality::actual);
        continue;
      }
      if (is_among(assumption.fulfilled)) {
        REQUIRE(relation.modality != Modality::actual);
        relation.modality = Modality::actual;
      }
      expected.insert(statement(relation));
    }
    std::set<decltype(statement(RelationView{}))> found;
    for (const RelationView relation : after.relations()) found.insert(statement(relation));
    REQUIRE(found == expected);
    REQUIRE(after.relation_count() == found.size());
    REQUIRE(
        std::equal(after.entities().begin(), after.entities().end(), graph.entities().begin(), graph.entities().end()));
    come += assumption.fulfilled.size();
    gone += assumption.superseded.size();
  }
  CHECK(come > 500);
  CHECK(gone > 0);
}
