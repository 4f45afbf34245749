#include "prose/reading/identities.hpp"

#include <catch2/catch.hpp>

#include "importers/prose/reading_of.hpp"

using entente::EntityType;
using entente::test::Reading;

TEST_CASE("a surname means whoever bore it with a given name") {
  const Reading it("Maria Quennell left Rome. Later, Quennell accused Russia.");
  CHECK(it.means("Quennell", "Maria Quennell"));
  CHECK(it.has_relation("Maria Quennell", "accuses", "Russia"));
  CHECK(it.count(EntityType::person) == 1);
}

TEST_CASE("a surname may stand before the full name") {
  const Reading it("President Hallvarsen left. Tormund Hallvarsen accused Russia.");
  CHECK(it.means("Hallvarsen", "Tormund Hallvarsen"));
  CHECK(it.count(EntityType::person) == 1);
}

TEST_CASE("two spellings of a state are one state") {
  const Reading it("The army of the United States left. Later, the U.S. accused Iran. Then America threatened Iran.");
  CHECK(it.means("U.S.", "United States"));
  CHECK(it.has_relation("United States", "accuses", "Iran"));
  CHECK(it.count(EntityType::state) == 2);
}

TEST_CASE("an acronym in brackets is the name before it") {
  const Reading it("They joined the Lake Victoria Fisheries Commission (LVFC). Later, the LVFC accused Kenya.");
  CHECK(it.means("LVFC", "Lake Victoria Fisheries Commission"));
  CHECK(it.has_relation("Lake Victoria Fisheries Commission", "accuses", "Kenya"));
}

TEST_CASE("texts whose numbers differ are different texts") {
  const Reading it("Ukraine signed the Minsk I agreement. Later, Ukraine violated the Minsk II agreement.");
  CHECK_FALSE(it.relation("Ukraine", "partyTo", "Minsk II"));
  CHECK(it.count(EntityType::agreement) == 2);
}

TEST_CASE("a people is not its state") {
  const Reading it("Azerbaijan accused Armenia. Later, the Armenians protested.");
  CHECK_FALSE(it.means("Armenians", "Armenia"));
  CHECK_FALSE(it.means("the Armenians", "Armenia"));
}

TEST_CASE("a known entity has its identifiers and other names") {
  const Reading it("Later, Germany supported Ukraine.");
  REQUIRE(it.entity("Germany") != nullptr);
  CHECK(it.entity("Germany")->identifiers.at("iso3166-1") == "DEU");
  CHECK_FALSE(it.entity("Germany")->aliases.empty());
}

TEST_CASE("an acronym in brackets may be that of a part of the name") {
  const Reading it(
      "The Permanent Council of the Organization for Security and Co-operation in Europe (OSCE) met Norway.");
  CHECK_FALSE(it.has_relation("OSCE", "consults", "Norway"));
  CHECK_FALSE(it.has_relation("OSCE", "negotiatesWith", "Norway"));
  CHECK(it.has_entity("Organization", "OSCE"));
}

TEST_CASE("a kind alone takes up the longer name before") {
  const Reading it("Libya occupied the Aouzou Strip in 1973. In 1994 Libya withdrew from the Strip.");
  CHECK(it.has_relation("Libya", "withdrawsFrom", "Aouzou Strip"));
}
