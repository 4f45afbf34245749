#include "prose/reading/relations.hpp"

#include <catch2/catch.hpp>

#include "importers/prose/reading_of.hpp"

using entente::test::Reading;

TEST_CASE("an active verb joins its subject and object") {
  CHECK(Reading("Russia annexed Crimea.").has_relation("Russia", "annexes", "Crimea"));
  CHECK(Reading("Iraq invaded Kuwait.").has_relation("Iraq", "invades", "Kuwait"));
  CHECK(Reading("Japan protested against North Korea.").has_relation("Japan", "protestsAgainst", "North Korea"));
  CHECK(Reading("Armenia withdrew from Lachin.").has_relation("Armenia", "withdrawsFrom", "Lachin"));
}

TEST_CASE("a passive verb joins its agent and subject") {
  const Reading it("Crimea was annexed by Russia.");
  CHECK(it.has_relation("Russia", "annexes", "Crimea"));
  CHECK_FALSE(it.has_relation("Crimea", "annexes", "Russia"));
}

TEST_CASE("a noun of action joins whose it is and what it is of") {
  CHECK(Reading("Later, Russia's annexation of Crimea angered Ukraine.").has_relation("Russia", "annexes", "Crimea"));
  CHECK(Reading("Later, the Iraqi invasion of Kuwait failed.").has_relation("Iraq", "invades", "Kuwait"));
}

TEST_CASE("a relative clause speaks of the noun before it") {
  const Reading it("Chad violated the treaty that Sudan had signed with Libya.");
  CHECK(it.has_relation("Sudan", "agreesWith", "Libya"));
  CHECK_FALSE(it.has_relation("Chad", "agreesWith", "Libya"));
}

TEST_CASE("an infinitive has the subject of the verb before it") {
  CHECK(Reading("Ukraine agreed to join NATO.").has_relation("Ukraine", "memberOf", "NATO"));
}

TEST_CASE("all that are coordinated take part") {
  const Reading it("Finland and Sweden joined NATO and supported Ukraine.");
  for (const char* state : {"Finland", "Sweden"}) {
    CAPTURE(state);
    CHECK(it.has_relation(state, "memberOf", "NATO"));
    CHECK(it.has_relation(state, "supports", "Ukraine"));
  }
}

TEST_CASE("those who sign a text together are parties to it and agree with each other") {
  const Reading it("Egypt and Israel signed the Treaty of Arvendal in 1978.");
  CHECK(it.has_relation("Egypt", "partyTo", "Treaty of Arvendal"));
  CHECK(it.has_relation("Israel", "partyTo", "Treaty of Arvendal"));
  CHECK(it.has_relation("Egypt", "agreesWith", "Israel"));
  CHECK(it.date("Egypt", "partyTo", "Treaty of Arvendal") == "1978");
}

TEST_CASE("some verbs need their object to say something") {
  CHECK(Reading("Russia deployed troops in Belarus.").has_relation("Russia", "deploysForcesIn", "Belarus"));
  CHECK(Reading("The European Union imposed sanctions on Belarus.")
            .has_relation("European Union", "sanctions", "Belarus"));
  CHECK_FALSE(
      Reading("The European Union imposed order on Belarus.").has_relation("European Union", "sanctions", "Belarus"));
}

TEST_CASE("talks between two are negotiations, whoever hosts them") {
  const Reading it("Norway hosted talks between Russia and Ukraine.");
  CHECK(it.has_relation("Russia", "negotiatesWith", "Ukraine"));
  CHECK(it.has_relation("Ukraine", "negotiatesWith", "Russia"));
  CHECK_FALSE(it.has_relation("Norway", "negotiatesWith", "Russia"));
}

TEST_CASE("types that the vocabulary does not join are not joined") {
  const Reading it("Russia annexed Angela Merkel.");
  CHECK(it.graph().relation_count() == 0);
}

TEST_CASE("a relation rests on the sentence that states it") {
  const Reading it("Nothing happened at first. Russia annexed Crimea. Then nothing happened.");
  const auto found = it.relation("Russia", "annexes", "Crimea");
  REQUIRE(found);
  REQUIRE(found->evidence.size() == 1);
  CHECK(found->evidence[0].text == "Russia annexed Crimea.");
  CHECK(found->rule == "verb:annex");
  CHECK(found->confidence > 0.0);
  CHECK(found->confidence <= 1.0);
}

TEST_CASE("a relative clause between commas leaves the subject to the main verb") {
  const Reading it("Iraq, which invaded Kuwait in 1990, accused Iran.");
  CHECK(it.has_relation("Iraq", "invades", "Kuwait"));
  CHECK(it.has_relation("Iraq", "accuses", "Iran"));
}

TEST_CASE("a verb that says little gives its subject to the noun that it governs") {
  CHECK(Reading("Iraq launched an invasion of Kuwait.").has_relation("Iraq", "invades", "Kuwait"));
  CHECK(Reading("Canada voiced its support for Ukraine.").has_relation("Canada", "supports", "Ukraine"));
  CHECK(Reading("Chad will enter into talks with Libya.").mood("Chad", "negotiatesWith", "Libya") ==
        "positive planned");
  CHECK(Reading("Chad did not impose sanctions on Libya.").mood("Chad", "sanctions", "Libya") == "negative actual");
}

TEST_CASE("who becomes a member is one") {
  CHECK(Reading("Montenegro became a member of NATO.").has_relation("Montenegro", "memberOf", "NATO"));
  CHECK(Reading("Norway fears that Ukraine might become a member of NATO.").source("Ukraine", "memberOf", "NATO") ==
        "Norway");
}

TEST_CASE("troops along a border threaten what lies behind it and are not in it") {
  const Reading it("Russia has amassed troops along its border with Georgia.");
  CHECK(it.has_relation("Russia", "mobilizesAgainst", "Georgia"));
  CHECK_FALSE(it.has_relation("Russia", "deploysForcesIn", "Georgia"));
}

TEST_CASE("forces are withdrawn from where they stand") {
  const Reading it("France should withdraw the forces it has stationed in Mali.");
  CHECK(it.mood("France", "withdrawsFrom", "Mali") == "positive proposed");
  CHECK(it.mood("France", "deploysForcesIn", "Mali") == "positive actual");
}

TEST_CASE("whoever is urged does what the infinitive says") {
  const Reading it("Norway urged Chad and Libya to join NATO.");
  CHECK(it.mood("Chad", "memberOf", "NATO") == "positive demanded");
  CHECK(it.mood("Libya", "memberOf", "NATO") == "positive demanded");
  CHECK_FALSE(it.has_relation("Norway", "memberOf", "NATO"));
}

TEST_CASE("a person's apposition with a clause of its own speaks of the person") {
  const Reading it("Angela Merkel, a former minister who leads the Democratic Party of Serbia, accused Russia.");
  CHECK(it.has_relation("Angela Merkel", "holdsOffice", "Democratic Party of Serbia"));
}

TEST_CASE("an aside between dashes leaves the clause around it whole") {
  const Reading it("Norway — the first talks with Chad took place in 1999 — annexed Libya.");
  CHECK(it.has_relation("Norway", "annexes", "Libya"));
}

TEST_CASE("a date that opens a sentence is not its subject") {
  const Reading it("On March 9 and 10, representatives of Chad and Libya, led by Angela Merkel, will meet in Geneva.",
                   "2021-03-01");
  CHECK(it.has_relation("Chad", "negotiatesWith", "Libya"));
  CHECK(it.date("Chad", "negotiatesWith", "Libya") == "2021-03-09/2021-03-10");
}

TEST_CASE("a phrase with a preposition is not the subject either") {
  const Reading it("As a result of this process Russia would have to recognize Kosovo.");
  CHECK(it.has_relation("Russia", "recognizes", "Kosovo"));
}

TEST_CASE("who will respond to an act threatens whoever would do it") {
  const Reading it("Norway said that it will respond if Chad invades Libya.");
  CHECK(it.mood("Norway", "threatens", "Chad") == "positive actual");
}

TEST_CASE("each gets autonomy within its own state") {
  const Reading it(
      "The Donbas and Transnistria could be resolved on the basis of autonomy within Ukraine and Moldova.");
  CHECK(it.mood("Ukraine", "grantsAutonomyTo", "Donbas") == "positive hypothetical");
  CHECK(it.has_relation("Moldova", "grantsAutonomyTo", "Transnistria"));
  CHECK_FALSE(it.has_relation("Moldova", "grantsAutonomyTo", "Donbas"));
}

TEST_CASE("who is accused of something does it") {
  const Reading it("Chad accused Libya of violating the Treaty of Arvendal.");
  CHECK(it.has_relation("Libya", "violates", "Treaty of Arvendal"));
  CHECK_FALSE(it.has_relation("Chad", "violates", "Treaty of Arvendal"));
}

TEST_CASE("who condemns what somebody does accuses him of it") {
  const Reading it("Chad condemned Libya's support for Mali.");
  CHECK(it.has_relation("Chad", "accuses", "Libya"));
  CHECK(it.has_relation("Libya", "supports", "Mali"));
}

TEST_CASE("who acts under pressure is the one it is put on") {
  CHECK(Reading("Under pressure from Chad, Libya signed the Treaty of Arvendal.")
            .has_relation("Chad", "coerces", "Libya"));
}

TEST_CASE("dealings that are broken off were between two, and nothing else is broken") {
  const Reading it("Chad broke off talks with Libya.");
  CHECK(it.has_relation("Chad", "negotiatesWith", "Libya"));
  CHECK_FALSE(Reading("Chad broke off the Arvendal Dialogue.").has_relation("Chad", "violates", "Arvendal Dialogue"));
}

TEST_CASE("who receives arms is aided by who gives them") {
  CHECK(Reading("Mali received arms from Chad.").has_relation("Chad", "aids", "Mali"));
}

TEST_CASE("guarantees that somebody is interested in are demanded, those he has are not") {
  const Reading asked("Chad is interested in receiving legally binding guarantees ruling out the expansion of NATO.");
  CHECK(asked.mood("Chad", "proposes", "Legally binding guarantees") == "positive demanded");
  CHECK_FALSE(Reading("Chad received binding guarantees.").has_relation("Chad", "proposes", "Binding guarantees"));
}

TEST_CASE("members are named beside the others, as examples, or behind the noun") {
  const Reading it("Brazil, Uruguay and the other members of Mercosur closed their ports.");
  CHECK(it.has_relation("Brazil", "memberOf", "Mercosur"));
  CHECK(it.has_relation("Uruguay", "memberOf", "Mercosur"));
  const Reading besides("The council includes Russia as well as Norway and all other NATO members.");
  CHECK_FALSE(besides.has_relation("Russia", "memberOf", "NATO"));
}

TEST_CASE("a council that adopts a resolution concludes it") {
  const Reading it("The UN Security Council adopted Resolution 502 in 1982.");
  CHECK(it.has_relation("UN Security Council", "partyTo", "Resolution 502"));
  CHECK_FALSE(it.has_relation("UN Security Council", "ratifies", "Resolution 502"));
}

TEST_CASE("a treaty is denounced by leaving it") {
  const Reading it("Norway and Mali signed a peace treaty in 1975. In 1980 Norway denounced the treaty.");
  CHECK(it.has_relation("Norway", "withdrawsFrom", "Peace treaty"));
  CHECK_FALSE(it.has_relation("Norway", "accuses", "Peace treaty"));
}

TEST_CASE("troops that remain somewhere are deployed there") {
  const Reading it("Russia, whose peacekeepers remain in Nagorno-Karabakh, was absent.");
  CHECK(it.has_relation("Russia", "deploysForcesIn", "Nagorno-Karabakh"));
}

TEST_CASE("a summit that a city names is held there") {
  const Reading it("At the Geneva summit of 2021 Norway met Mali.");
  CHECK(it.has_relation("Geneva summit of 2021", "locatedIn", "Geneva"));
}

TEST_CASE("who speaks after a call with somebody has called him") {
  const Reading it("Emmanuel Macron said after a telephone call with Vladimir Putin that Norway would leave Mali.");
  CHECK(it.has_relation("Emmanuel Macron", "consults", "Vladimir Putin"));
}

TEST_CASE("states that speak in turn do not negotiate") {
  CHECK_FALSE(Reading("Ukraine, Norway and China also spoke.").has_relation("Ukraine", "negotiatesWith", "China"));
}

TEST_CASE("whoever does something like others or together with them does it too") {
  const Reading it("Vietnam, which like Malaysia and Brunei claims part of the Spratly Islands, welcomed the ruling.");
  for (const char* claimant : {"Vietnam", "Malaysia", "Brunei"})
    CHECK(it.has_relation(claimant, "claims", "Spratly Islands"));
}

TEST_CASE("what is said of both of them is said of each") {
  const Reading it("Norway neither met Radovan Karadžić nor Ratko Mladić, both of whom had been indicted by Sweden.");
  CHECK(it.has_relation("Sweden", "accuses", "Radovan Karadžić"));
  CHECK(it.has_relation("Sweden", "accuses", "Ratko Mladić"));
}

TEST_CASE("one of those who do something does it") {
  const Reading it(
      "Kosovo has been recognised by Norway; Spain and Cyprus are among the five that have not recognised it.");
  for (const char* state : {"Spain", "Cyprus"}) CHECK(it.mood(state, "recognizes", "Kosovo") == "negative actual");
}

TEST_CASE("help with which something is done is given to whoever does it") {
  const Reading it("With the help of Turkey, Libya retook Tripoli.");
  CHECK(it.has_relation("Turkey", "aids", "Libya"));
}

TEST_CASE("who is threatened with what is to be done") {
  const Reading it("Russia threatened to invade Georgia.");
  CHECK(it.has_relation("Russia", "threatens", "Georgia"));
}

TEST_CASE("who claims that another has broken an agreement accuses them") {
  const Reading it("Iran claimed that Iraq had violated the Algiers Agreement.");
  CHECK(it.has_relation("Iran", "accuses", "Iraq"));
}

TEST_CASE("who leaves an organization is no longer its member") {
  const Reading it("Eritrea left the African Union in 2007.");
  CHECK(it.mood("Eritrea", "memberOf", "African Union") == "negative actual");
}

TEST_CASE("states and forces do something to each other") {
  const Reading it("Neither Russia nor Ukraine has the intention of fighting each other.");
  CHECK(it.mood("Russia", "assaults", "Ukraine") == "negative planned");
  CHECK(it.mood("Ukraine", "assaults", "Russia") == "negative planned");
}

TEST_CASE("who denies doing something is said not to do it") {
  const Reading it("Iran denies arming the Houthis.");
  CHECK(it.mood("Iran", "aids", "Houthis") == "negative actual");
}

TEST_CASE("a gift goes to the one named first") {
  const Reading it("The European Union granted Rwanda 20 million euros for its deployment in Mozambique.");
  CHECK(it.has_relation("European Union", "aids", "Rwanda"));
  CHECK(it.has_relation("Rwanda", "deploysForcesIn", "Mozambique"));
}

TEST_CASE("a participle tells what has happened to something that is demanded") {
  const Reading it("Sweden demanded the implementation of the Oslo Accords, concluded by Israel and Egypt in 1993.");
  CHECK(it.mood("Israel", "partyTo", "Oslo Accords") == "positive actual");
}

TEST_CASE("recognising a claim recognises nobody") {
  const Reading it("France recognised Morocco's sovereignty over Western Sahara.");
  CHECK_FALSE(it.has_relation("France", "recognizes", "Morocco"));
}
