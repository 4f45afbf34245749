#include <entente/relation_view.hpp>

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>

#include <entente/graph_builder.hpp>

using namespace entente;

static_assert(std::random_access_iterator<RelationList::Iterator>);

namespace {

/// Two entities, a document, and a relation with a value in every field.
GraphBuilder builder_with(const Relation& relation) {
  GraphBuilder builder;
  builder.add(Document{.key = "report"});
  builder.add(Entity{.key = "a", .type = EntityType::person, .name = "A"});
  builder.add(Entity{.key = "b", .type = EntityType::state, .name = "B"});
  builder.add(relation);
  return builder;
}

Relation full_relation() {
  return {.subject = EntityId(0),
          .predicate = Predicate::holds_office,
          .object = EntityId(1),
          .polarity = Polarity::negative,
          .modality = Modality::demanded,
          .date = DateInterval(std::nullopt, Date(2014, 3)),
          .source = EntityId(1),
          .role = "minister",
          .condition = EntityId(0),
          .confidence = 0.25,
          .rule = "a rule",
          .evidence = {{DocumentId(0), Span{3, 9}, "one"}, {std::nullopt, std::nullopt, "two"}},
          .attributes = {{"x", "1"}}};
}

Evidence numbered(std::size_t number) {
  return {DocumentId(0), std::nullopt, "sentence " + std::to_string(number)};
}

}  // namespace

TEST_CASE("a frozen relation has every field of the one that was added") {
  const KnowledgeGraph graph = builder_with(full_relation()).build();
  CHECK(Relation(graph.relation(RelationId(0))) == full_relation());
  CHECK(graph.relation(RelationId(0)).evidence == full_relation().evidence);
}

TEST_CASE("what a relation does not say is absent from its view") {
  const Relation bare{.subject = EntityId(1), .predicate = Predicate::supports, .object = EntityId(0)};
  CHECK(Relation(builder_with(bare).build().relation(RelationId(0))) == bare);
}

TEST_CASE("evidence that comes late and in turns stays with its relation, in order and once") {
  GraphBuilder builder = builder_with(full_relation());
  constexpr std::size_t relations = 5;
  std::vector<std::vector<Evidence>> expected(relations);
  for (std::size_t round = 0; round < 40; ++round) {
    for (std::size_t i = 0; i < relations; ++i) {
      Relation relation{.subject = EntityId(0), .predicate = Predicate::supports, .object = EntityId(1)};
      relation.date = Date(2000 + static_cast<int>(i));
      if (round % (i + 1) == 0) relation.evidence = {numbered(round / 2), numbered(round / 2)};
      for (const Evidence& evidence : relation.evidence) {
        auto& known = expected[i];
        if (std::find(known.begin(), known.end(), evidence) == known.end()) known.push_back(evidence);
      }
      builder.add(relation);
    }
  }
  for (std::size_t i = 0; i < relations; ++i) CHECK(builder.relation(RelationId(i + 1)).evidence == expected[i]);
  const KnowledgeGraph graph = std::move(builder).build();
  for (std::size_t i = 0; i < relations; ++i) CHECK(graph.relation(RelationId(i + 1)).evidence == expected[i]);
  CHECK(graph.relation(RelationId(0)).evidence == full_relation().evidence);
}

TEST_CASE("relations that share role and rule get attributes of their own") {
  Relation relation{.subject = EntityId(0), .predicate = Predicate::holds_office, .object = EntityId(1)};
  relation.role = "minister";
  GraphBuilder builder = builder_with(relation);
  relation.date = Date(2001);
  builder.add(relation);
  relation.attributes = {{"x", "1"}};
  builder.add(relation);
  relation.attributes = {{"x", "2"}, {"y", "3"}};
  relation.rule = "a rule";
  builder.add(relation);
  const KnowledgeGraph graph = std::move(builder).build();
  REQUIRE(graph.relation_count() == 2);
  CHECK(graph.relation(RelationId(0)).attributes.empty());
  CHECK(graph.relation(RelationId(0)).rule.empty());
  CHECK(graph.relation(RelationId(1)).attributes == Attributes{{"x", "1"}, {"y", "3"}});
  CHECK(graph.relation(RelationId(1)).rule == "a rule");
  CHECK(graph.relation(RelationId(1)).role == "minister");
}

TEST_CASE("a relation takes at most 64 bytes in a graph besides its texts and evidence") {
  GraphBuilder builder;
  constexpr std::size_t entities = 100;
  constexpr std::size_t relations = 10'000;
  for (std::size_t i = 0; i < entities; ++i) builder.add(Entity{.type = EntityType::state, .name = "State"});
  for (std::size_t i = 0; i < relations; ++i) {
    Relation relation{
        .subject = EntityId(i % entities), .predicate = Predicate::supports, .object = EntityId(i / entities)};
    relation.rule = "a rule";
    relation.evidence = {{std::nullopt, std::nullopt, "a sentence"}};
    REQUIRE(builder.add(relation));
  }
  const KnowledgeGraph graph = std::move(builder).build();
  REQUIRE(graph.relation_count() == relations);
  CHECK(graph.memory_of_relations().relations <= 64 * relations);
}
