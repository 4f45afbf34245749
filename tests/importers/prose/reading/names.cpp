#include "prose/reading/names.hpp"

#include <catch2/catch.hpp>

#include "importers/prose/reading_of.hpp"

using entente::test::Reading;

TEST_CASE("states are known by their names and by the people's adjective") {
  const Reading it("Russia and French diplomats left Turkey.");
  CHECK(it.has_entity("State", "Russia"));
  CHECK(it.has_entity("State", "France"));
  CHECK(it.has_entity("State", "Turkey"));
}

TEST_CASE("persons are known by a title before them") {
  const Reading it("They heard President Tormund Hallvarsen and Foreign Minister Yelda Okonjo-Brandt.");
  CHECK(it.has_entity("Person", "Tormund Hallvarsen"));
  CHECK(it.has_entity("Person", "Yelda Okonjo-Brandt"));
}

TEST_CASE("persons are known by a given name or by what they say") {
  const Reading it("The crowd saw Maria Quennell. Orven Tadisi said that the war was over.");
  CHECK(it.has_entity("Person", "Maria Quennell"));
  CHECK(it.has_entity("Person", "Orven Tadisi"));
}

TEST_CASE("a head noun types a capitalised name") {
  const Reading it("They joined the Lake Victoria Fisheries Commission and signed the Treaty of Arvendal.");
  CHECK(it.has_entity("Organization", "Lake Victoria Fisheries Commission"));
  CHECK(it.has_entity("Agreement", "Treaty of Arvendal"));
}

TEST_CASE("the parts of the compass make regions of places") {
  const Reading it("Fighting spread to northern Syria and southern Chad.");
  CHECK(it.has_entity("Territory", "Southern Chad"));
  CHECK(it.has_entity("Territory", "Northern Syria"));
}

TEST_CASE("a capital is a place in places and a government elsewhere") {
  const Reading place("The delegates met in Moscow.");
  CHECK(place.has_entity("Territory", "Moscow"));
  const Reading government("Later, Moscow accused Georgia.");
  CHECK(government.has_relation("Russia", "accuses", "Georgia"));
}

TEST_CASE("a hyphenated pair before a council is one name") {
  const Reading it("Later, the NATO-Russia Council met in Brussels.");
  CHECK(it.has_entity("Organization", "NATO-Russia Council"));
}

TEST_CASE("months and weekdays are no names") {
  const Reading it("In May and on Friday the Senate met.");
  CHECK(it.entity("May") == nullptr);
  CHECK(it.entity("Friday") == nullptr);
}

TEST_CASE("words that are capitalised only because they stand first are no names") {
  const Reading it("Nobody came. Then they left. Those who stayed were quiet.");
  CHECK(it.graph().entity_count() == 0);
}

TEST_CASE("a name at the very end of the text is read") {
  const Reading it("Joe Biden met Vladimir Putin. Then came Biden");
  CHECK(it.means("Biden", "Joe Biden"));
}

TEST_CASE("a name behind the first word of a sentence is read") {
  CHECK(Reading("The United Nations accused Israel.").has_relation("United Nations", "accuses", "Israel"));
  CHECK(Reading("Later Germany supported Ukraine.").has_relation("Germany", "supports", "Ukraine"));
  CHECK(Reading("The Ethiopian government accused Eritrea.").has_relation("Ethiopia", "accuses", "Eritrea"));
}

TEST_CASE("a surname that the lexicon knows may begin another person's name") {
  const Reading it("Meir Ben-Shabbat signed the Treaty of Arvendal.");
  CHECK_FALSE(it.has_entity("Person", "Golda Meir"));
}

TEST_CASE("the parties in the title of a treaty may be governments and members") {
  const Reading it("Libya rejected the Agreement between the government of Chad and the member states of NATO.");
  CHECK(it.has_relation("NATO member states", "partyTo",
                        "Agreement between the government of Chad and the member states of NATO"));
}

TEST_CASE("titles with a point, offices behind capitalised words and hyphenated articles open and join names") {
  const Reading klaar("Toivo Klaar met Ilia Darchiashvili. Mr. Klaar thanked Chad.");
  CHECK(klaar.has_relation("Toivo Klaar", "supports", "Chad"));
  CHECK(Reading("Former Secretary of State Mike Pompeo praised Chad.").has_relation("Mike Pompeo", "supports", "Chad"));
  CHECK(Reading("President Abdel Fattah al-Burhan praised Chad.").has_entity("Person", "Abdel Fattah al-Burhan"));
}

TEST_CASE("resolutions are called by their number") {
  const Reading it("The UN Security Council adopted resolution 2534 (2020).");
  CHECK(it.has_relation("UN Security Council", "partyTo", "Resolution 2534"));
}

TEST_CASE("a capital that is seized is a city") {
  const Reading it("The Houthis seized Sana'a.");
  CHECK(it.has_relation("Houthis", "controls", "Sanaa"));
  CHECK_FALSE(it.has_relation("Houthis", "controls", "Yemen"));
}

TEST_CASE("the body in an office has a name of its own") {
  const Reading it("They met at the invitation of the President of the European Council, Charles Michel.");
  CHECK(it.has_relation("Charles Michel", "holdsOffice", "European Council"));
}

TEST_CASE("a state that acts is no part of the name before it") {
  const Reading it("Under President Carlos Menem Argentina agreed with Britain to meet.");
  CHECK(it.has_relation("Argentina", "agreesWith", "United Kingdom"));
}
