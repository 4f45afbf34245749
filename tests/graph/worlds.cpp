#include <entente/worlds.hpp>

#include <algorithm>
#include <set>
#include <utility>

#include <catch2/catch.hpp>

#include "support/random_graph.hpp"
#include "support/story.hpp"
#include "text_contents.hpp"

using namespace entente;
using namespace entente::testing;

namespace {

using Beliefs = std::vector<std::pair<std::size_t, Standing>>;

Beliefs beliefs(const World& world) {
  Beliefs result;
  for (const Belief& belief : world.beliefs) result.emplace_back(belief.relation.index(), belief.standing);
  return result;
}

/// Northland with its palace and its minister, Southland, an island that both want, and a plan for it.
Story two_states() {
  Story story;
  for (const char* key : {"north", "south"}) story.add(EntityType::state, key);
  story.add(EntityType::organization, "palace");
  for (const char* key : {"minister", "veteran"}) story.add(EntityType::person, key);
  story.add(EntityType::territory, "island");
  for (const char* key : {"plan", "pact"}) story.add(EntityType::proposal, key);
  return story;
}

std::set<std::size_t> voices(const KnowledgeGraph& graph, EntityId speaker) {
  std::set<std::size_t> result;
  for (const Voice& voice : voices_of(graph, speaker)) result.insert(voice.who.index());
  return result;
}

/// The relations in a world by its definition, without regard to how they come into it.
std::set<RelationId> reference_world(const GraphView& view, EntityId speaker) {
  const KnowledgeGraph& graph = view.graph();
  const auto speaks = [&](EntityId who, EntityId whom, const std::optional<DateInterval>& date) {
    const std::vector<Voice> all = voices_of(graph, whom);
    return std::any_of(all.begin(), all.end(), [&](const Voice& voice) {
      return voice.who == who && (!voice.during || !date || voice.during->overlaps(*date));
    });
  };
  const auto speaks_ever = [&](EntityId who, EntityId whom) { return speaks(who, whom, std::nullopt); };
  const auto is_stand = [&](const RelationView& relation) {
    const bool from_place = relation.predicate == Predicate::withdraws_from && !is_text(graph, relation.object);
    return is_position(relation.predicate) && !from_place &&
           (relation.modality == Modality::actual || relation.modality == Modality::planned);
  };
  const TextContents contents(graph);
  std::set<RelationId> world;
  for (const RelationId id : view.relations()) {
    const RelationView relation = graph.relation(id);
    if (relation.source && speaks(*relation.source, speaker, relation.date)) world.insert(id);
    const bool by_object = is_symmetric(relation.predicate) && speaks(relation.object, speaker, relation.date);
    if (!relation.source && is_stand(relation) && (by_object || speaks(relation.subject, speaker, relation.date)))
      world.insert(id);
    if (relation.predicate != Predicate::proposes || relation.polarity == Polarity::negative) continue;
    const bool by_author = !relation.source && is_stand(relation);
    const bool by_itself =
        relation.source && relation.modality != Modality::hypothetical &&
        (speaks_ever(*relation.source, relation.subject) || speaks_ever(relation.subject, *relation.source));
    if (!by_author && !by_itself) continue;
    for (const RelationId content : contents.of(relation.object)) {
      const RelationView wanted = graph.relation(content);
      if (view.shows(content) && !wanted.source && (is_wish(wanted) || is_text(graph, wanted.subject)) &&
          speaks(relation.subject, speaker, wanted.date))
        world.insert(content);
    }
  }
  return world;
}

}  // namespace

TEST_CASE("Officers and organs speak for a state, and for its organs") {
  Story story = two_states();
  story.says({.role = "foreign minister"}, "minister", Predicate::holds_office, "palace");
  story.says("palace", Predicate::part_of, "north");
  story.says({.role = "former president"}, "veteran", Predicate::holds_office, "north");
  story.says({.modality = Modality::planned}, "veteran", Predicate::holds_office, "south");
  story.says("island", Predicate::part_of, "south");
  const KnowledgeGraph graph = story.graph();
  CHECK(voices(graph, EntityId(0)) == std::set<std::size_t>{0, 2, 3});
  CHECK(voices(graph, EntityId(1)) == std::set<std::size_t>{1});
  CHECK(voices(graph, EntityId(2)) == std::set<std::size_t>{2, 3});
}

TEST_CASE("An officer speaks while in office, if it is known from when to when, and a single date limits nothing") {
  Story story = two_states();
  story.says({.date = "1990/1994"}, "minister", Predicate::holds_office, "north");
  story.says({.date = "1990"}, "veteran", Predicate::holds_office, "north");
  story.says({.source = "minister", .date = "1992"}, "south", Predicate::claims, "island");
  story.says({.source = "minister", .date = "1996"}, "south", Predicate::claims, "island");
  story.says({.source = "minister"}, "south", Predicate::claims, "island");
  story.says({.source = "veteran", .date = "1996"}, "south", Predicate::controls, "island");
  const KnowledgeGraph graph = story.graph();
  CHECK(beliefs(world_of(graph, EntityId(0))) ==
        Beliefs{{2, Standing::said}, {4, Standing::said}, {5, Standing::said}});
  CHECK(beliefs(world_of(graph, EntityId(3))).size() == 3);
  CHECK(world_of(graph, EntityId(0), {.in_person = true}).beliefs.empty());
}

TEST_CASE("A world holds what is said, the stands that the author reports, and what is proposed") {
  Story story = two_states();
  story.says({.source = "north"}, "south", Predicate::invades, "island");                              // 0: said
  story.says("north", Predicate::claims, "island");                                                    // 1: held
  story.says("north", Predicate::invades, "island");                                                   // a deed
  story.says({.modality = Modality::hypothetical}, "north", Predicate::recognizes, "island");          // no stand
  story.says({.source = "south"}, "north", Predicate::rejects, "pact");                                // south's
  story.says({.sentence = "North proposes that South leave."}, "north", Predicate::proposes, "plan");  // 5: held
  story.says({.modality = Modality::proposed, .sentence = "that South leave"}, "south", Predicate::withdraws_from,
             "island");  // 6: wanted
  story.says({.modality = Modality::planned, .sentence = "that South leave"}, "south", Predicate::invades, "island");
  story.says({.modality = Modality::proposed, .source = "south", .sentence = "that South leave"}, "north",
             Predicate::withdraws_from, "island");
  const KnowledgeGraph graph = story.graph();
  CHECK(beliefs(world_of(graph, EntityId(0))) ==
        Beliefs{{0, Standing::said}, {1, Standing::held}, {5, Standing::held}, {6, Standing::wanted}});
  CHECK(beliefs(world_of(graph, EntityId(1))) == Beliefs{{4, Standing::said}, {8, Standing::said}});
}

TEST_CASE("A speaker's world as another tells it holds the stands which that one reports") {
  Story story = two_states();
  story.says("minister", Predicate::holds_office, "south");
  story.says({.source = "minister"}, "north", Predicate::rejects, "pact");
  story.says({.source = "south"}, "north", Predicate::invades, "island");
  story.says({.source = "north"}, "north", Predicate::supports, "pact");
  story.says("north", Predicate::claims, "island");
  const KnowledgeGraph graph = story.graph();
  CHECK(beliefs(world_of(graph, EntityId(0), {.told_by = EntityId(1)})) == Beliefs{{1, Standing::held}});
  CHECK(beliefs(world_of(graph, EntityId(0), {.in_person = true, .told_by = EntityId(1)})).empty());
}

TEST_CASE("Both ends of an agreement hold it, and a world is listed once for each who has one") {
  Story story = two_states();
  story.says("minister", Predicate::holds_office, "north");
  story.says("minister", Predicate::agrees_with, "south");
  const KnowledgeGraph graph = story.graph();
  const std::vector<World> all = worlds(graph);
  REQUIRE(all.size() == 3);
  CHECK(graph.entity(all[0].speaker).key == "minister");
  CHECK(graph.entity(all[1].speaker).key == "north");
  CHECK(graph.entity(all[2].speaker).key == "south");
  CHECK(worlds(graph, {.in_person = true}).size() == 2);
  CHECK(topics(graph, all[1], 5) == std::vector{EntityId(1)});
}

TEST_CASE("Worlds are what their definition says, in any view, and the list of worlds has them all") {
  Dice dice(41);
  std::size_t found = 0;
  for (int round = 0; round < 300; ++round) {
    const KnowledgeGraph graph = random_story(dice, 12);
    const GraphView view(graph, random_lens(dice, graph));
    std::size_t worlds_with_beliefs = 0;
    for (std::size_t i = 0; i < graph.entity_count(); ++i) {
      std::set<RelationId> world;
      for (const Belief& belief : world_of(view, EntityId(i)).beliefs) world.insert(belief.relation);
      REQUIRE(world == reference_world(view, EntityId(i)));
      worlds_with_beliefs += world.empty() ? 0U : 1U;
    }
    const std::vector<World> all = worlds(view);
    REQUIRE(all.size() == worlds_with_beliefs);
    for (const World& world : all) REQUIRE(beliefs(world) == beliefs(world_of(view, world.speaker)));
    found += all.size();
  }
  CHECK(found > 500);
}
