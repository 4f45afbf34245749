#include <entente/ontology.hpp>

#include <catch2/catch.hpp>

#include <set>
#include <string>
#include <vector>

using namespace entente;

TEST_CASE("every name of the vocabulary leads back to its value") {
  for (EntityType type : all_entity_types()) CHECK(entity_type_named(name(type)) == type);
  for (Predicate predicate : all_predicates()) CHECK(predicate_named(name(predicate)) == predicate);
  for (Modality modality : all_modalities()) CHECK(modality_named(name(modality)) == modality);
  for (Polarity polarity : {Polarity::positive, Polarity::negative}) CHECK(polarity_named(name(polarity)) == polarity);
}

TEST_CASE("names of the vocabulary are written as in the native JSON") {
  CHECK(name(EntityType::armed_group) == "ArmedGroup");
  CHECK(name(Predicate::holds_office) == "holdsOffice");
  CHECK(name(Predicate::deploys_forces_in) == "deploysForcesIn");
  CHECK(name(Predicate::assaults) == "assaults");
  CHECK(name(Modality::hypothetical) == "hypothetical");
  CHECK(name(Polarity::negative) == "negative");
}

TEST_CASE("names that are not in the vocabulary give nothing") {
  CHECK_FALSE(entity_type_named("person"));
  CHECK_FALSE(entity_type_named(""));
  CHECK_FALSE(predicate_named("member_of"));
  CHECK_FALSE(modality_named("Actual"));
  CHECK_FALSE(polarity_named("neutral"));
}

TEST_CASE("all values of the vocabulary are different and in the order of their declaration") {
  std::set<std::string_view> names;
  for (Predicate predicate : all_predicates()) names.insert(name(predicate));
  CHECK(names.size() == predicate_count);
  CHECK(all_predicates().front() == Predicate::member_of);
  CHECK(all_predicates().back() == Predicate::assaults);
  CHECK(all_entity_types().back() == EntityType::event);
}

TEST_CASE("actors are those who act") {
  std::vector<EntityType> actors;
  for (EntityType type : all_entity_types()) {
    if (is_actor(type)) actors.push_back(type);
  }
  CHECK(actors == std::vector{EntityType::person, EntityType::state, EntityType::organization, EntityType::bloc,
                              EntityType::armed_group});
}

TEST_CASE("five predicates are symmetric, and these go from and to the same types") {
  std::vector<Predicate> symmetric;
  for (Predicate predicate : all_predicates()) {
    if (!is_symmetric(predicate)) continue;
    symmetric.push_back(predicate);
    for (EntityType type : all_entity_types()) CHECK(in_domain(predicate, type) == in_range(predicate, type));
  }
  CHECK(symmetric == std::vector{Predicate::borders, Predicate::agrees_with, Predicate::consults,
                                 Predicate::negotiates_with, Predicate::cooperates_with});
}

namespace {

// One letter for each type that passes, in the order of declaration: person, state, organization, bloc, armed group
// (g), territory, agreement, proposal (q), provision (v), event.
template <class Test>
std::string letters(Test test) {
  constexpr std::string_view letter = "psobgtaqve";
  std::string result;
  for (EntityType type : all_entity_types()) {
    if (test(type)) result += letter[static_cast<std::size_t>(type)];
  }
  return result;
}

}  // namespace

TEST_CASE("predicates go from and to the types that the vocabulary names") {
  struct Row {
    Predicate predicate;
    std::string domain;
    std::string range;
  };
  const std::vector<Row> rows = {
      {Predicate::member_of, "psobgt", "obg"},
      {Predicate::holds_office, "p", "sogt"},
      {Predicate::part_of, "sogtaqve", "psobgtaqve"},
      {Predicate::borders, "st", "st"},
      {Predicate::located_in, "oe", "st"},
      {Predicate::participates_in, "psobg", "ae"},
      {Predicate::party_to, "psobg", "aq"},
      {Predicate::proposes, "psobg", "aqve"},
      {Predicate::obligates, "aqv", "psobg"},
      {Predicate::concerns, "aqve", "psobgtaqve"},
      {Predicate::ratifies, "psobg", "aqv"},
      {Predicate::withdraws_from, "psobg", "staqv"},
      {Predicate::monitors, "psobg", "staqv"},
      {Predicate::annexes, "psobg", "st"},
      {Predicate::grants_autonomy_to, "psobg", "t"},
      {Predicate::precedes, "aqve", "aqve"},
      {Predicate::causes, "ave", "ae"},
      {Predicate::consults, "psobg", "psobg"},
      {Predicate::supports, "psobg", "psobgaqve"},
      {Predicate::rejects, "psobg", "psobgaqve"},
      {Predicate::sanctions, "psobg", "psobgaq"},
  };
  for (const Row& row : rows) {
    CAPTURE(name(row.predicate));
    CHECK(letters([&](EntityType type) { return in_domain(row.predicate, type); }) == row.domain);
    CHECK(letters([&](EntityType type) { return in_range(row.predicate, type); }) == row.range);
  }
}

TEST_CASE("domains and ranges in words name exactly the types that are allowed") {
  const auto named_in = [](std::string_view words, EntityType type) {
    if (words == "anything") return true;
    if (is_actor(type) && words.find("Actor") != std::string_view::npos) return true;
    return words.find(name(type)) != std::string_view::npos;
  };
  for (Predicate predicate : all_predicates()) {
    for (EntityType type : all_entity_types()) {
      CAPTURE(name(predicate), name(type));
      CHECK(named_in(domain_in_words(predicate), type) == in_domain(predicate, type));
      CHECK(named_in(range_in_words(predicate), type) == in_range(predicate, type));
    }
  }
  CHECK(domain_in_words(Predicate::member_of) == "Actor or Territory");
}
