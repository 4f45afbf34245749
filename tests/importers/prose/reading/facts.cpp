#include "prose/reading/facts.hpp"

#include <catch2/catch.hpp>

#include "importers/prose/reading_of.hpp"

using namespace entente;
using entente::test::Reading;

TEST_CASE("mentions stand in the order of the text, with their place") {
  const Reading it("Russia left. Georgia stayed. Russia came back.");
  REQUIRE(it.entity("Russia") != nullptr);
  const auto& mentions = it.entity("Russia")->mentions;
  REQUIRE(mentions.size() == 2);
  CHECK(mentions[0].span == Span{0, 6});
  CHECK(mentions[1].span == Span{29, 35});
  CHECK(mentions[1].text == "Russia");
  CHECK(mentions[0].document.has_value());
}

TEST_CASE("a statement made twice is one relation with two pieces of evidence") {
  const Reading it("Russia annexed Crimea. Nobody stirred. Russia annexed Crimea.");
  REQUIRE(it.has_relation("Russia", "annexes", "Crimea"));
  CHECK(it.relation("Russia", "annexes", "Crimea")->evidence.size() == 2);
}

TEST_CASE("every relation is one that the vocabulary allows") {
  const Reading it("Biden met Putin in Geneva. Russia annexed Crimea. Egypt and Israel signed the Treaty of Arvendal.");
  CHECK(it.graph().relation_count() >= 5);
  for (const RelationView relation : it.graph().relations()) {
    CHECK(in_domain(relation.predicate, it.graph().entity(relation.subject).type));
    CHECK(in_range(relation.predicate, it.graph().entity(relation.object).type));
    CHECK_FALSE(relation.evidence.empty());
    CHECK_FALSE(relation.rule.empty());
  }
}

TEST_CASE("descriptions that nothing is said of are no entities") {
  CHECK(Reading("The meeting was long. A treaty is a text.").graph().entity_count() == 0);
}
