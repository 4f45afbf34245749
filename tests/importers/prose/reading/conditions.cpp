#include "prose/reading/conditions.hpp"

#include <catch2/catch.hpp>

#include <optional>
#include <variant>

#include "importers/prose/reading_of.hpp"

using namespace entente;
using entente::test::Reading;

namespace {

/// The relation on which that of the subject and object depends, or nothing.
std::optional<RelationView> condition_of(const Reading& it, std::string_view subject, std::string_view predicate,
                                         std::string_view object) {
  const auto relation = it.relation(subject, predicate, object);
  if (!relation) return std::nullopt;
  const auto* id = std::get_if<RelationId>(&relation->condition);
  return id == nullptr ? std::nullopt : std::optional(it.graph().relation(*id));
}

}  // namespace

TEST_CASE("what happens if something else does depends on it") {
  const Reading it("If Chad invades Libya, Norway will support Libya.");
  const auto condition = condition_of(it, "Norway", "supports", "Libya");
  REQUIRE(condition);
  CHECK(condition == it.relation("Chad", "invades", "Libya"));
}

TEST_CASE("what may happen in the event of another depends on the event") {
  const Reading it("In the event of a Chadian invasion of Libya, Norway will support Libya.");
  const auto relation = it.relation("Norway", "supports", "Libya");
  REQUIRE(relation);
  CHECK(std::holds_alternative<EntityId>(relation->condition));
}

TEST_CASE("facts depend on nothing, and a condition not on itself") {
  CHECK_FALSE(condition_of(Reading("Norway supports Libya."), "Norway", "supports", "Libya"));
  CHECK_FALSE(condition_of(Reading("If Chad invades Libya, Norway will support Libya."), "Chad", "invades", "Libya"));
}
