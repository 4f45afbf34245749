#include "prose/reading/provisions.hpp"

#include <catch2/catch.hpp>

#include "importers/prose/reading_of.hpp"

using entente::EntityType;
using entente::test::Reading;

TEST_CASE("a numbered article is a provision of the text named with it") {
  const Reading it("Later, Article 4 of the Dayton Agreement obliged Croatia to disarm.");
  CHECK(it.has_entity("Provision", "Article 4"));
  CHECK(it.has_relation("Article 4", "partOf", "Dayton Agreement"));
  CHECK(it.has_relation("Article 4", "obligates", "Croatia"));
}

TEST_CASE("the same number in another text is another provision") {
  const Reading it("Article 4 of the Dayton Agreement failed. Article 4 of the Treaty of Arvendal failed.");
  CHECK(it.count(EntityType::provision) == 2);
}

TEST_CASE("the members of an enumeration are provisions of the text that opens it") {
  const Reading it(
      "The draft treaty would oblige Russia to leave Georgia; to end all exercises near Norway; and to recognize "
      "Kosovo.");
  CHECK(it.has_entity("Provision", "End all exercises near Norway"));
  CHECK(it.has_relation("End all exercises near Norway", "partOf", "Draft treaty"));
  CHECK(it.has_relation("End all exercises near Norway", "obligates", "Russia"));
}

TEST_CASE("a deadline in a provision counts from the day of its text") {
  const Reading it(
      "Chad and Libya signed the Treaty of Arvendal on 15 August 2005. Article 3 of the treaty obliges Libya to leave "
      "Mali "
      "within fifteen days.");
  CHECK(it.date("Article 3", "obligates", "Libya") == "2005-08-15/2005-08-30");
}

TEST_CASE("what a provision forbids binds whoever would do it, and it concerns those to whom it is relevant") {
  const Reading it(
      "Of particular relevance to Ukraine, Article 6 of the Treaty of Arvendal prohibits any enlargement of NATO.");
  CHECK(it.has_relation("Article 6", "obligates", "NATO"));
  CHECK(it.has_relation("Article 6", "concerns", "Ukraine"));
}

TEST_CASE("who ought to do something proposes nothing, who ought to offer something does") {
  const Reading it(
      "First, Norway should recognize Kosovo and sign the Treaty of Arvendal.\n\n"
      "Second, Chad should offer talks to Libya about the future of Mali.\n");
  for (const auto& relation : it.graph().relations()) {
    if (relation.predicate != entente::Predicate::proposes) continue;
    CHECK(it.graph().entity(relation.subject).name != "Norway");
  }
}

TEST_CASE("what follows the number of an article is what it says") {
  const Reading it(
      "Parties: Norway, Mali\n\nThe treaty ended the war.\n\nArticle 3. The parties undertake to withdraw from "
      "Chad.\n\nArticle 4. The river frontier follows the Geneva Protocol.\n");
  CHECK(it.has_relation("Article 3", "obligates", "Norway"));
  CHECK(it.has_relation("Article 3", "obligates", "Mali"));
  CHECK(it.has_relation("Article 4", "concerns", "Geneva Protocol"));
  CHECK_FALSE(it.has_relation("Article 3", "concerns", "Geneva Protocol"));
}

TEST_CASE("who promises something in an agreement has concluded it and is bound") {
  const Reading it("Norway and Mali signed the Act of Montevideo, in which Chad promised not to use force.");
  CHECK(it.has_relation("Chad", "partyTo", "Act of Montevideo"));
  CHECK(it.has_relation("Act of Montevideo", "obligates", "Chad"));
}
