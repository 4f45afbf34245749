#include "prose/reading/structure.hpp"

#include <catch2/catch.hpp>

#include "importers/prose/reading_of.hpp"

using entente::test::Reading;

TEST_CASE("places of which one is known to lie in the other are joined") {
  CHECK(Reading("The road from Mekelle to Tigray was closed.").has_relation("Mekelle", "partOf", "Tigray"));
}

TEST_CASE("a region of the compass is part of the whole") {
  CHECK(Reading("Fighting spread to northern Syria.").has_relation("Northern Syria", "partOf", "Syria"));
}

TEST_CASE("a treaty between two has both as parties") {
  const Reading it("They welcomed the treaty between Russia and Georgia.");
  CHECK(it.has_relation("Georgia", "agreesWith", "Russia"));
}

TEST_CASE("a council of two belongs to neither") {
  const Reading it("Later, the NATO-Russia Council met in Brussels.");
  CHECK_FALSE(it.has_relation("NATO-Russia Council", "partOf", "Russia"));
  CHECK_FALSE(it.has_relation("NATO-Russia Council", "partOf", "NATO"));
}

TEST_CASE("a place is part of where its apposition says that it lies") {
  CHECK(
      Reading("Troops entered Mekelle, the capital of Tigray, on Monday.").has_relation("Mekelle", "partOf", "Tigray"));
}

TEST_CASE("a gulf is no part of the town that it is called after") {
  CHECK_FALSE(Reading("Ships left the Gulf of Aqaba.").has_relation("Gulf of Aqaba", "partOf", "Aqaba"));
}

TEST_CASE("a person is a member of the party in brackets, and not the party") {
  const Reading it("Paul Givan (DUP) resigned, said Hwang Sun-mi, a lecturer.");
  CHECK(it.has_entity("Person", "Paul Givan"));
  CHECK(it.has_entity("Person", "Hwang Sun-mi"));
  CHECK(it.has_relation("Paul Givan", "memberOf", "Democratic Unionist Party"));
}

TEST_CASE("a person belongs to the party that is called hers") {
  CHECK(Reading("Tsai Ing-wen and her Democratic Progressive Party rejected the Treaty of Arvendal.")
            .has_relation("Tsai Ing-wen", "memberOf", "Democratic Progressive Party"));
}

TEST_CASE("a round is a part of the process that it is of") {
  CHECK(Reading("The third round of the Arvendal Dialogue was held in Geneva.")
            .has_relation("Third round of the Arvendal Dialogue", "partOf", "Arvendal Dialogue"));
}

TEST_CASE("a line of a summary tells the parties, another the day of signing") {
  const Reading it("Parties: Norway, Mali\nSigned: 13 June 1975\n\nThe treaty ended the war.\n");
  CHECK(it.has_relation("Norway", "partyTo", "The treaty"));
  CHECK(it.date("Mali", "partyTo", "The treaty") == "1975-06-13");
}

TEST_CASE("a council of two has both as members") {
  const Reading it("The EU-Mali Joint Committee will meet in Oslo.");
  CHECK(it.has_relation("Mali", "memberOf", "EU-Mali Joint Committee"));
}

TEST_CASE("a body sits where it is based") {
  const Reading it("The Geneva-based Lakes Centre brokered the truce between Norway and Mali.");
  CHECK(it.has_relation("Lakes Centre", "locatedIn", "Geneva"));
}
