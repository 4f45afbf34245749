#include <entente/comparison.hpp>

#include <algorithm>
#include <atomic>
#include <set>
#include <utility>

#include <catch2/catch.hpp>

#include "support/random_graph.hpp"
#include "support/story.hpp"

using namespace entente;
using namespace entente::testing;

namespace {

Story dispute() {
  Story story;
  for (const char* key : {"north", "south", "east"}) story.add(EntityType::state, key);
  for (const char* key : {"island", "cape"}) story.add(EntityType::territory, key);
  for (const char* key : {"plan", "counterplan"}) story.add(EntityType::proposal, key);
  story.add(EntityType::agreement, "treaty");
  story.add(EntityType::organization, "league");
  return story;
}

Comparison compared(const KnowledgeGraph& graph) {
  return compare(graph, world_of(graph, EntityId(0)), world_of(graph, EntityId(1)));
}

using Conflicts = std::vector<std::pair<RelationPair, Contradiction>>;

Conflicts conflicts(const Comparison& comparison) {
  Conflicts result;
  for (const Conflict& conflict : comparison.conflicts) result.emplace_back(conflict.relations, conflict.kind);
  return result;
}

Story::Circumstances by(const std::string& source, Polarity polarity = Polarity::positive,
                        Modality modality = Modality::actual, const std::string& date = "") {
  return {.modality = modality, .polarity = polarity, .source = source, .date = date};
}

}  // namespace

TEST_CASE("To affirm what the other denies is a contradiction, unless it is only possible or of another time") {
  Story story = dispute();
  const RelationId claim = story.says(by("north"), "east", Predicate::violates, "treaty");
  const RelationId denial = story.says(by("south", Polarity::negative), "east", Predicate::violates, "treaty");
  story.says(by("south", Polarity::negative, Modality::hypothetical), "east", Predicate::violates, "treaty");
  story.says(by("north", Polarity::positive, Modality::actual, "1990"), "east", Predicate::member_of, "league");
  story.says(by("south", Polarity::negative, Modality::actual, "1995"), "east", Predicate::member_of, "league");
  const RelationId wish =
      story.says(by("south", Polarity::negative, Modality::demanded, "1995"), "east", Predicate::member_of, "league");
  const KnowledgeGraph graph = story.graph();
  const Comparison comparison = compared(graph);
  CHECK(conflicts(comparison) ==
        Conflicts{{{claim, denial}, Contradiction::statement}, {{RelationId(3), wish}, Contradiction::statement}});
  CHECK(comparison.only_first.empty());
  CHECK(comparison.only_second == std::vector{RelationId(2), RelationId(4)});
}

TEST_CASE("A comparison that is stopped tells the contradictions found by then, and nothing of silence") {
  Story story = dispute();
  for (const char* text : {"plan", "counterplan", "treaty"}) {
    story.says(by("north"), "east", Predicate::violates, text);
    story.says(by("south", Polarity::negative), "east", Predicate::violates, text);
    story.says(by("south"), "east", Predicate::supports, text);
  }
  const KnowledgeGraph graph = story.graph();
  const World north = world_of(graph, EntityId(0));
  const World south = world_of(graph, EntityId(1));
  const Conflicts all = conflicts(compare(graph, north, south));
  REQUIRE(all.size() == 3);
  for (std::size_t allowed = 0; allowed <= 3; ++allowed) {
    std::atomic<bool> stop = allowed == 0;
    const auto watch = [&](std::size_t done, std::size_t of) {
      CHECK(of == 3);
      stop = done == allowed;
    };
    const Comparison found = compare_within({.stop = &stop, .progress = watch}, graph, north, south);
    CHECK_FALSE(found.complete);
    CHECK(conflicts(found) == Conflicts(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(allowed)));
    CHECK(found.only_first.empty());
    CHECK(found.only_second.empty());
  }
}

TEST_CASE("To be for what the other is against is a contradiction, but not when it is the other") {
  Story story = dispute();
  const RelationId support = story.says("north", Predicate::supports, "plan");
  const RelationId rejection = story.says("south", Predicate::rejects, "plan");
  const RelationId cold = story.says({.polarity = Polarity::negative}, "north", Predicate::recognizes, "island");
  const RelationId warm = story.says("south", Predicate::recognizes, "island");
  story.says("north", Predicate::accuses, "south");
  story.says("south", Predicate::party_to, "treaty");
  story.says("north", Predicate::party_to, "treaty");
  const Comparison comparison = compared(story.graph());
  CHECK(conflicts(comparison) ==
        Conflicts{{{support, rejection}, Contradiction::attitude}, {{cold, warm}, Contradiction::attitude}});
  CHECK(comparison.agreements == std::vector<RelationPair>{{RelationId(6), RelationId(5)}});
}

TEST_CASE("A refusal contradicts what the other wants in the same sentence") {
  Story story = dispute();
  const RelationId demand = story.says({.modality = Modality::demanded,
                                        .source = "south",
                                        .sentence = "South wants the league to leave, North stands firm."},
                                       "league", Predicate::withdraws_from, "island");
  const RelationId firm =
      story.says({.modality = Modality::planned, .polarity = Polarity::negative, .sentence = "North stands firm"},
                 "north", Predicate::yields_to, "south");
  story.says({.modality = Modality::demanded, .source = "south", .sentence = "elsewhere"}, "league",
             Predicate::withdraws_from, "cape");
  CHECK(conflicts(compared(story.graph())) == Conflicts{{{firm, demand}, Contradiction::refusal}});
}

TEST_CASE("A place cannot belong to two, nor be recognized by one and claimed by the other") {
  Story story = dispute();
  const RelationId claim = story.says("north", Predicate::claims, "island");
  const RelationId part = story.says(by("south"), "island", Predicate::part_of, "south");
  const RelationId same = story.says(by("south"), "island", Predicate::part_of, "north");
  const RelationId control = story.says(by("north"), "north", Predicate::controls, "cape");
  const RelationId other_control = story.says(by("south"), "east", Predicate::controls, "cape");
  const RelationId recognition = story.says("south", Predicate::recognizes, "island");
  const Comparison comparison = compared(story.graph());
  CHECK(conflicts(comparison) == Conflicts{{{claim, part}, Contradiction::territory},
                                           {{claim, recognition}, Contradiction::territory},
                                           {{control, other_control}, Contradiction::territory}});
  CHECK(comparison.only_second == std::vector{same});
}

TEST_CASE("Different proposals about the same two things contradict each other, and what the other wants of them") {
  Story story = dispute();
  const RelationId ours = story.says("north", Predicate::proposes, "plan");
  const RelationId theirs = story.says("south", Predicate::proposes, "counterplan");
  for (const char* matter : {"east", "league"}) {
    story.says("plan", Predicate::concerns, matter);
    story.says("counterplan", Predicate::concerns, matter);
  }
  story.says("plan", Predicate::concerns, "south");
  const RelationId wish =
      story.says(by("south", Polarity::negative, Modality::demanded), "east", Predicate::member_of, "league");
  const KnowledgeGraph graph = story.graph();
  CHECK(conflicts(compared(graph)) ==
        Conflicts{{{ours, theirs}, Contradiction::proposal}, {{ours, wish}, Contradiction::proposal}});
}

TEST_CASE("A world agrees with itself in everything, and contradicts itself only where it holds both") {
  Story story = dispute();
  story.says(by("north"), "east", Predicate::violates, "treaty");
  story.says("north", Predicate::claims, "island");
  const KnowledgeGraph graph = story.graph();
  const World world = world_of(graph, EntityId(0));
  const Comparison comparison = compare(graph, world, world);
  CHECK(comparison.agreements ==
        std::vector<RelationPair>{{RelationId(0), RelationId(0)}, {RelationId(1), RelationId(1)}});
  CHECK(comparison.conflicts.empty());
}

TEST_CASE("It makes no difference which world is the first") {
  Dice dice(61);
  std::size_t found = 0;
  for (int round = 0; round < 1000; ++round) {
    const KnowledgeGraph graph = random_story(dice, 10);
    const World one = world_of(graph, EntityId(dice.roll(graph.entity_count())));
    const World other = world_of(graph, EntityId(dice.roll(graph.entity_count())));
    const Comparison forwards = compare(graph, one, other);
    const Comparison backwards = compare(graph, other, one);
    Conflicts turned;
    for (const auto& [pair, kind] : conflicts(backwards)) turned.push_back({{pair.second, pair.first}, kind});
    std::sort(turned.begin(), turned.end());
    REQUIRE(conflicts(forwards) == turned);
    REQUIRE(forwards.agreements.size() == backwards.agreements.size());
    REQUIRE(forwards.only_first == backwards.only_second);
    REQUIRE(forwards.only_second == backwards.only_first);
    found += turned.size();
  }
  CHECK(found > 50);
}

TEST_CASE("Statements of two worlds contradict each other when all pairs are looked at one by one") {
  Dice dice(62);
  std::size_t found = 0;
  for (int round = 0; round < 400; ++round) {
    const KnowledgeGraph graph = random_story(dice, 6);
    const World one = world_of(graph, EntityId(dice.roll(graph.entity_count())));
    const World other = world_of(graph, EntityId(dice.roll(graph.entity_count())));
    std::set<RelationPair> expected;
    for (const Belief& ours : one.beliefs) {
      for (const Belief& theirs : other.beliefs) {
        const RelationView a = graph.relation(ours.relation);
        const RelationView b = graph.relation(theirs.relation);
        const bool possible = a.modality == Modality::hypothetical || b.modality == Modality::hypothetical;
        const bool facts = a.modality == Modality::actual && b.modality == Modality::actual;
        const bool apart = facts && a.date && b.date && !a.date->overlaps(*b.date);
        if (a.subject == b.subject && a.predicate == b.predicate && a.object == b.object && a.polarity != b.polarity &&
            !possible && !apart)
          expected.insert({ours.relation, theirs.relation});
      }
    }
    std::set<RelationPair> contradictions;
    for (const Conflict& conflict : compare(graph, one, other).conflicts)
      if (conflict.kind == Contradiction::statement) contradictions.insert(conflict.relations);
    REQUIRE(contradictions == expected);
    found += expected.size();
  }
  CHECK(found > 5);
}

TEST_CASE("What both say several times is told as often as it takes to show each relation") {
  Story story = dispute();
  for (const char* year : {"1990", "1995", "1999"})
    story.says(by("north", Polarity::positive, Modality::actual, year), "east", Predicate::violates, "treaty");
  for (const char* year : {"1992", "1997"})
    story.says(by("south", Polarity::positive, Modality::actual, year), "east", Predicate::violates, "treaty");
  const KnowledgeGraph graph = story.graph();
  const Comparison comparison = compared(graph);
  CHECK(comparison.agreements == std::vector<RelationPair>{{RelationId(0), RelationId(3)},
                                                           {RelationId(1), RelationId(4)},
                                                           {RelationId(2), RelationId(3)}});
  CHECK(comparison.only_first.empty());
  CHECK(comparison.only_second.empty());
}
