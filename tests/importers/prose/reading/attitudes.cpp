#include "prose/reading/attitudes.hpp"

#include <catch2/catch.hpp>

#include "importers/prose/reading_of.hpp"

using entente::test::Reading;

TEST_CASE("what is told is actual") {
  CHECK(Reading("Russia invaded Georgia.").mood("Russia", "invades", "Georgia") == "positive actual");
}

TEST_CASE("a negation makes it negative") {
  CHECK(Reading("France did not recognize Kosovo.").mood("France", "recognizes", "Kosovo") == "negative actual");
  CHECK(Reading("France never recognized Kosovo.").mood("France", "recognizes", "Kosovo") == "negative actual");
  CHECK(Reading("France hasn't recognized Kosovo.").mood("France", "recognizes", "Kosovo") == "negative actual");
}

TEST_CASE("modal verbs say how certain it is") {
  CHECK(Reading("Georgia will join NATO.").mood("Georgia", "memberOf", "NATO") == "positive planned");
  CHECK(Reading("Georgia should join NATO.").mood("Georgia", "memberOf", "NATO") == "positive proposed");
  CHECK(Reading("Georgia must join NATO.").mood("Georgia", "memberOf", "NATO") == "positive demanded");
  CHECK(Reading("Georgia may join NATO.").mood("Georgia", "memberOf", "NATO") == "positive hypothetical");
  CHECK(Reading("Georgia might join NATO.").mood("Georgia", "memberOf", "NATO") == "positive hypothetical");
  CHECK(Reading("Georgia would join NATO.").mood("Georgia", "memberOf", "NATO") == "positive hypothetical");
}

TEST_CASE("a negated plan is a negative plan") {
  CHECK(Reading("Serbia will not recognize Kosovo.").mood("Serbia", "recognizes", "Kosovo") == "negative planned");
}

TEST_CASE("plans and agreements to do something are plans") {
  CHECK(Reading("Sweden plans to join NATO.").mood("Sweden", "memberOf", "NATO") == "positive planned");
  CHECK(Reading("Sweden decided to join NATO.").mood("Sweden", "memberOf", "NATO") == "positive planned");
}

TEST_CASE("what is refused does not happen") {
  CHECK(Reading("Spain refused to recognize Kosovo.").mood("Spain", "recognizes", "Kosovo") == "negative actual");
}

TEST_CASE("what is threatened is hypothetical") {
  CHECK(Reading("Turkey threatened to invade Syria.").mood("Turkey", "invades", "Syria") == "positive hypothetical");
}

TEST_CASE("what somebody is urged to do is demanded") {
  CHECK(Reading("China urged Israel to withdraw from Lebanon.").mood("Israel", "withdrawsFrom", "Lebanon") ==
        "positive demanded");
}

TEST_CASE("what a condition hangs on is hypothetical") {
  const Reading it("Russia will sanction Turkey if Turkey invades Syria.");
  CHECK(it.mood("Russia", "sanctions", "Turkey") == "positive hypothetical");
  CHECK(it.mood("Turkey", "invades", "Syria") == "positive hypothetical");
  CHECK(Reading("If Turkey invades Syria, Russia will accuse Turkey.").mood("Turkey", "invades", "Syria") ==
        "positive hypothetical");
}

TEST_CASE("whoever says it is the source") {
  CHECK(Reading("Norway said that Russia had violated the Treaty of Arvendal.")
            .source("Russia", "violates", "Treaty of Arvendal") == "Norway");
  CHECK(Reading("According to Norway, Russia invaded Georgia.").source("Russia", "invades", "Georgia") == "Norway");
  CHECK(Reading("Russia invaded Georgia, Norway said.").source("Russia", "invades", "Georgia") == "Norway");
  CHECK(Reading("Russia invaded Georgia.").source("Russia", "invades", "Georgia").empty());
}

TEST_CASE("a quotation belongs to the speaker named with it") {
  const Reading it("“Russia invaded Georgia,” said Angela Merkel.");
  CHECK(it.source("Russia", "invades", "Georgia") == "Angela Merkel");
}

TEST_CASE("what would be done, somebody said, is planned") {
  CHECK(Reading("Norway said that it would join NATO.").mood("Norway", "memberOf", "NATO") == "positive planned");
}

TEST_CASE("whoever accuses is the source of what he accuses of") {
  const Reading it("Iran accused Israel of attacking Syria.");
  CHECK(it.mood("Israel", "assaults", "Syria") == "positive actual");
  CHECK(it.source("Israel", "assaults", "Syria") == "Iran");
}

TEST_CASE("what a participle adds is no more certain than its verb") {
  CHECK(Reading("Russia will sign the treaty, invading Moldova.").mood("Russia", "invades", "Moldova") ==
        "positive planned");
  CHECK(Reading("Russia signed the treaty, invading Moldova.").mood("Russia", "invades", "Moldova") ==
        "positive actual");
}

TEST_CASE("the content of a statement, claim or concern is of whoever has it") {
  CHECK(Reading("Norway's concerns that Russia might invade Georgia have grown.")
            .source("Russia", "invades", "Georgia") == "Norway");
  CHECK(Reading("Norway repeated its claim that Russia had invaded Georgia.").source("Russia", "invades", "Georgia") ==
        "Norway");
}

TEST_CASE("what somebody has made clear, he says") {
  const Reading it("One thing that Norway has made clear is that Chad did not invade Libya.");
  CHECK(it.mood("Chad", "invades", "Libya") == "negative actual");
  CHECK(it.source("Chad", "invades", "Libya") == "Norway");
}

TEST_CASE("only what hangs on “according to” is credited") {
  const Reading it("Chad invaded Libya and, according to Norway, annexed Mali.");
  CHECK(it.source("Chad", "invades", "Libya").empty());
  CHECK(it.source("Chad", "annexes", "Mali") == "Norway");
}

TEST_CASE("a text that was proposed by somebody was not signed according to him") {
  const Reading it("Proposed by Norway in May 1982, the Treaty of Arvendal was signed by Chad.");
  CHECK(it.source("Chad", "partyTo", "Treaty of Arvendal").empty());
}

TEST_CASE("a summit takes part on its own day and not when it is called off") {
  const Reading it("In May 2018 Norway called off its summit with Chad.");
  CHECK(it.date("Norway", "participatesIn", "Summit with Chad").empty());
}

TEST_CASE("whoever is accused does what he is accused of, and whoever is kept from something does not do it") {
  const Reading it("Eritrea accuses Ethiopia of supporting Somalia.");
  CHECK(it.has_relation("Ethiopia", "supports", "Somalia"));
  CHECK_FALSE(it.has_relation("Eritrea", "supports", "Somalia"));
  CHECK(Reading("Chad ruled out an invasion of Libya.").mood("Chad", "invades", "Libya") != "positive actual");
}

TEST_CASE("what happens if something fails is not denied") {
  CHECK(Reading("If the talks fail, Ethiopia could attack Eritrea.").mood("Ethiopia", "assaults", "Eritrea") ==
        "positive hypothetical");
}

TEST_CASE("the day with which an entry of a timeline opens is that of what it tells") {
  const Reading it("10 January 1966: Chad and Libya sign the Treaty of Arvendal.");
  CHECK(it.date("Chad", "partyTo", "Treaty of Arvendal") == "1966-01-10");
}

TEST_CASE("what something failed after has happened") {
  const Reading it("The parliament of Norway failed to ratify the Treaty of Arvendal after a clash in Mali in 2015.");
  CHECK(it.mood("Clash in Mali in 2015", "locatedIn", "Mali") == "positive actual");
}

TEST_CASE("what is or was to be done is planned") {
  CHECK(Reading("Russia is to withdraw from Georgia.").mood("Russia", "withdrawsFrom", "Georgia") ==
        "positive planned");
  CHECK(Reading("Norway was to invade Chad.").mood("Norway", "invades", "Chad") == "positive planned");
}

TEST_CASE("what is no longer so is denied") {
  CHECK(Reading("Russia no longer supports Serbia.").mood("Russia", "supports", "Serbia") == "negative actual");
}

TEST_CASE("who warns early in a year is the source") {
  const Reading it("Early in May 2020 Angela Merkel warned that Norway would invade Chad.");
  REQUIRE(it.relation("Norway", "invades", "Chad"));
  CHECK(it.source("Norway", "invades", "Chad") == "Angela Merkel");
}

TEST_CASE("items of a list have the mood of the words before it") {
  const Reading it(
      "We recommend that\n\n(a) Sudan withdraw its police from Abyei;\n\n(b) Norway support the treaty signed by Mali "
      "in "
      "Oslo in 1999.\n\nNorway left Mali.");
  CHECK(it.mood("Sudan", "withdrawsFrom", "Abyei") == "positive proposed");
  CHECK(it.mood("Norway", "withdrawsFrom", "Mali") == "positive actual");
}

TEST_CASE("what a writer in the first person proposes has them as source") {
  const Reading it(
      "Peace, please\n\nBy Anna Lindberg\n\nI have seen war. I know Mali. Norway should recognise Kosovo.");
  CHECK(it.source("Norway", "recognizes", "Kosovo") == "Anna Lindberg");
}

TEST_CASE("a way out is proposed") {
  const Reading it("Autonomy for the Donbas within Ukraine is the only possible solution.");
  CHECK(it.mood("Ukraine", "grantsAutonomyTo", "Donbas") == "positive proposed");
}
