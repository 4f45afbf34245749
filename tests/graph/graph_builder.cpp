#include <entente/graph_builder.hpp>

#include <catch2/catch.hpp>

#include <limits>
#include <map>
#include <random>
#include <tuple>

using namespace entente;

namespace {

EntityId add(GraphBuilder& builder, EntityType type, std::string name) {
  return *builder.add(Entity{.key = "", .type = type, .name = std::move(name)});
}

Relation relation(EntityId subject, Predicate predicate, EntityId object) {
  return Relation{.subject = subject, .predicate = predicate, .object = object};
}

Evidence quote(std::string text) {
  return {std::nullopt, std::nullopt, std::move(text)};
}

}  // namespace

TEST_CASE("keys are made from names and made different") {
  GraphBuilder builder;
  const auto key = [&](EntityType type, const char* name) { return builder.entity(add(builder, type, name)).key; };
  CHECK(key(EntityType::person, "Vladimir Putin") == "vladimir-putin");
  CHECK(key(EntityType::person, "vladimir PUTIN") == "vladimir-putin-2");
  CHECK(key(EntityType::person, "Vladimir Putin") == "vladimir-putin-3");
  CHECK(key(EntityType::state, "The U.S.") == "us");
  CHECK(key(EntityType::armed_group, "") == "armedgroup");
  CHECK(key(EntityType::event, "???") == "event");
  CHECK(builder.document(*builder.add(Document{.title = "A Report"})).key == "report");
  CHECK(builder.document(*builder.add(Document{})).key == "document");
}

TEST_CASE("made keys go round the keys that are given") {
  GraphBuilder builder;
  REQUIRE(builder.add(Entity{.key = "minsk-2", .type = EntityType::territory, .name = "Minsk"}));
  CHECK(builder.entity(add(builder, EntityType::territory, "Minsk")).key == "minsk");
  CHECK(builder.entity(add(builder, EntityType::agreement, "Minsk")).key == "minsk-3");
}

TEST_CASE("keys that are there already are refused") {
  GraphBuilder builder;
  REQUIRE(builder.add(Entity{.key = "k", .name = "first"}));
  REQUIRE(builder.add(Document{.key = "k"}));  // documents have keys of their own
  CHECK_FALSE(builder.add(Entity{.key = "k", .name = "second"}));
  CHECK(builder.last_problem() == FactProblem::duplicate_key);
  CHECK_FALSE(builder.add(Document{.key = "k"}));
  CHECK(builder.last_problem() == FactProblem::duplicate_key);
  CHECK(builder.entity_count() == 1);
  CHECK(builder.entity(*builder.entity_with_key("k")).name == "first");
  CHECK(builder.document_with_key("k") == DocumentId{0});
  CHECK_FALSE(builder.entity_with_key("second"));
  CHECK_FALSE(builder.document_with_key(""));
}

TEST_CASE("relations that break the vocabulary are refused and leave the builder as it was") {
  GraphBuilder builder;
  const EntityId putin = add(builder, EntityType::person, "Vladimir Putin");
  const EntityId russia = add(builder, EntityType::state, "Russia");
  const auto problem = [&](Relation wrong) {
    CHECK_FALSE(builder.add(std::move(wrong)));
    CHECK(builder.relation_count() == 0);
    return builder.last_problem();
  };
  CHECK(problem(relation(russia, Predicate::holds_office, russia)) == FactProblem::subject_not_in_domain);
  CHECK(problem(relation(putin, Predicate::holds_office, putin)) == FactProblem::object_not_in_range);
  CHECK(problem(relation(EntityId{2}, Predicate::holds_office, russia)) == FactProblem::unknown_id);
  CHECK(problem(relation(putin, Predicate::holds_office, EntityId{2})) == FactProblem::unknown_id);

  Relation wrong = relation(putin, Predicate::holds_office, russia);
  wrong.source = EntityId{9};
  CHECK(problem(wrong) == FactProblem::unknown_id);
  wrong.source.reset();
  wrong.condition = RelationId{0};
  CHECK(problem(wrong) == FactProblem::unknown_id);
  wrong.condition = EntityId{2};
  CHECK(problem(wrong) == FactProblem::unknown_id);
  wrong.condition = std::monostate{};
  wrong.evidence = {{DocumentId{0}, std::nullopt, ""}};
  CHECK(problem(wrong) == FactProblem::unknown_id);
  wrong.evidence.clear();
  for (double confidence : {-0.1, 1.1, std::numeric_limits<double>::quiet_NaN()}) {
    wrong.confidence = confidence;
    CHECK(problem(wrong) == FactProblem::confidence_out_of_range);
  }
  wrong.confidence = 0.0;
  CHECK(builder.add(wrong));
}

TEST_CASE("entities with mentions in unknown documents are refused") {
  GraphBuilder builder;
  Entity entity{.key = "nato", .name = "NATO"};
  entity.mentions = {{{DocumentId{0}, Span{0, 4}, "NATO"}, false}};
  CHECK_FALSE(builder.add(entity));
  CHECK(builder.last_problem() == FactProblem::unknown_id);
  CHECK_FALSE(builder.entity_with_key("nato"));
  builder.add(Document{});
  CHECK(builder.add(entity));
}

TEST_CASE("a repeated statement adds its evidence to the first") {
  GraphBuilder builder;
  const EntityId russia = add(builder, EntityType::state, "Russia");
  const EntityId crimea = add(builder, EntityType::territory, "Crimea");
  const EntityId summit = add(builder, EntityType::event, "summit");
  Relation first = relation(russia, Predicate::annexes, crimea);
  first.confidence = 0.5;
  first.evidence = {quote("one"), quote("one"), quote("two")};
  first.attributes = {{"a", "1"}};
  Relation second = relation(russia, Predicate::annexes, crimea);
  second.confidence = 0.75;
  second.rule = "second";
  second.role = "a role";
  second.condition = summit;
  second.evidence = {quote("two"), quote("three")};
  second.attributes = {{"a", "2"}, {"b", "3"}};
  Relation third = second;
  third.rule = "third";
  third.role = "other role";
  third.condition = std::monostate{};
  third.confidence = 0.1;

  const auto id = builder.add(first);
  CHECK(builder.add(second) == id);
  CHECK(builder.add(third) == id);
  CHECK(builder.relation_count() == 1);
  const RelationView kept = builder.relation(*id);
  CHECK(kept.confidence == 0.75);
  CHECK(kept.rule == "second");
  CHECK(kept.role == "a role");
  CHECK(std::get<EntityId>(kept.condition) == summit);
  CHECK(kept.evidence == std::vector{quote("one"), quote("two"), quote("three")});
  CHECK(kept.attributes == Attributes{{"a", "1"}, {"b", "3"}});
}

TEST_CASE("statements that differ in anything that counts are kept apart") {
  GraphBuilder builder;
  const EntityId a = add(builder, EntityType::state, "A-land");
  const EntityId b = add(builder, EntityType::state, "B-land");
  const Relation base = relation(a, Predicate::supports, b);
  std::vector<Relation> different(8, base);
  different[1].subject = b, different[1].object = a;
  different[2].predicate = Predicate::aids;
  different[3].polarity = Polarity::negative;
  different[4].modality = Modality::planned;
  different[5].date = Date(2022);
  different[6].date = Date(2022, 1);
  different[7].source = a;
  for (const Relation& each : different) builder.add(each);
  CHECK(builder.relation_count() == different.size());
  for (const Relation& each : different) builder.add(each);
  CHECK(builder.relation_count() == different.size());
}

TEST_CASE("the ends of symmetric predicates are ordered by key, whatever was added first") {
  for (bool austria_first : {true, false}) {
    GraphBuilder builder;
    if (austria_first) add(builder, EntityType::state, "Austria");
    const EntityId belgium = add(builder, EntityType::state, "Belgium");
    if (!austria_first) add(builder, EntityType::state, "Austria");
    const EntityId austria = *builder.entity_with_key("austria");
    const auto id = builder.add(relation(belgium, Predicate::borders, austria));
    CHECK(builder.add(relation(austria, Predicate::borders, belgium)) == id);
    CHECK(builder.relation(*id).subject == austria);
    CHECK(builder.add(relation(belgium, Predicate::supports, austria)) !=
          builder.add(relation(austria, Predicate::supports, belgium)));
  }
}

TEST_CASE("mentions and aliases are not added twice") {
  GraphBuilder builder;
  Entity nato{.key = "nato", .type = EntityType::organization, .name = "NATO"};
  nato.aliases = {"the alliance", "NATO", "the alliance", "", "OTAN"};
  nato.mentions = {{quote("NATO"), false}, {quote("NATO"), false}, {quote("NATO"), true}};
  const EntityId id = *builder.add(nato);
  builder.add_alias(id, "OTAN");
  builder.add_alias(id, "NATO");
  builder.add_alias(id, "nato");
  builder.add_mention(id, {quote("it"), true});
  builder.add_mention(id, {quote("NATO"), true});
  CHECK(builder.entity(id).aliases == std::vector<std::string>{"the alliance", "OTAN", "nato"});
  CHECK(builder.entity(id).mentions ==
        std::vector<Mention>{{quote("NATO"), false}, {quote("NATO"), true}, {quote("it"), true}});
}

TEST_CASE("long lists of evidence keep their order and have no repetitions either") {
  GraphBuilder builder;
  const EntityId a = add(builder, EntityType::state, "A");
  const EntityId b = add(builder, EntityType::state, "B");
  Relation statement = relation(a, Predicate::threatens, b);
  std::vector<Evidence> expected;
  for (int round = 0; round < 2; ++round) {
    for (int i = 0; i < 500; ++i) {
      statement.evidence = {quote("sentence " + std::to_string(i))};
      if (round == 0) expected.push_back(statement.evidence.front());
      builder.add(statement);
    }
  }
  CHECK(builder.relation(RelationId{0}).evidence == expected);
}

TEST_CASE("the builder agrees with a plain map on random statements") {
  GraphBuilder builder;
  constexpr std::size_t entity_total = 12;
  for (std::size_t i = 0; i < entity_total; ++i) add(builder, EntityType::state, "S" + std::to_string(i * 7 % 12));
  std::mt19937 random(3);
  const auto below = [&](std::size_t limit) { return static_cast<std::size_t>(random() % limit); };
  std::map<std::tuple<EntityId, Predicate, EntityId, Polarity, Modality, int>, RelationId> known;
  for (int i = 0; i < 20'000; ++i) {
    Relation r = relation(EntityId{below(entity_total)}, below(2) == 0 ? Predicate::consults : Predicate::supports,
                          EntityId{below(entity_total)});
    r.polarity = static_cast<Polarity>(below(2));
    r.modality = static_cast<Modality>(below(modality_count));
    const int year = static_cast<int>(below(4));
    if (year > 0) r.date = Date(2000 + year);
    auto [s, o] = std::pair(r.subject, r.object);
    if (r.predicate == Predicate::consults && builder.entity(o).key < builder.entity(s).key) std::swap(s, o);
    const auto id = builder.add(r);
    REQUIRE(id);
    const auto [entry, is_new] = known.try_emplace({s, r.predicate, o, r.polarity, r.modality, year}, *id);
    REQUIRE(entry->second == *id);
    REQUIRE(builder.relation(*id).subject == s);
  }
  CHECK(builder.relation_count() == known.size());
}

TEST_CASE("a condition can be set later") {
  GraphBuilder builder;
  const EntityId a = add(builder, EntityType::state, "A");
  const auto first = *builder.add(relation(a, Predicate::threatens, a));
  const auto second = *builder.add(relation(a, Predicate::coerces, a));
  builder.set_condition(first, second);
  CHECK(std::get<RelationId>(builder.relation(first).condition) == second);
  builder.set_condition(first, std::monostate{});
  CHECK(builder.relation(first).condition.index() == 0);
}
