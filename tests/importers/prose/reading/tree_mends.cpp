#include "prose/reading/tree_mends.hpp"

#include <catch2/catch.hpp>

#include "importers/prose/reading_of.hpp"

using entente::test::Reading;

TEST_CASE("a finite verb behind the noun makes a phrase with “until” or “after” a clause") {
  const Reading it(
      "Norway annexed Mali after Chad, the colonial power, withdrew in 1975, and fought Libya until a ceasefire was "
      "agreed in 1991.");
  CHECK(it.has_relation("Norway", "annexes", "Mali"));
  CHECK(it.mood("Norway", "assaults", "Libya") == "positive actual");
}

TEST_CASE("behind “whose” stands a clause about the noun before") {
  const Reading it(
      "Norway annexed Mali at the request of Libya, whose security adviser, John Bolton, has threatened Chad.");
  CHECK(it.mood("Norway", "annexes", "Mali") == "positive actual");
  CHECK_FALSE(it.has_relation("John Bolton", "threatens", "Libya"));
}

TEST_CASE("what is said after a meeting is no clause about the meeting") {
  const Reading it("Norway said after the meeting that Chad would invade Mali.");
  CHECK(it.has_relation("Chad", "invades", "Mali"));
}

TEST_CASE("the day of an agreement belongs to it, and what follows speaks of it") {
  const Reading it(
      "The troops are there under the agreement of 21 July 1992, which was signed by President Snegur and President "
      "Yeltsin.");
  CHECK(it.has_relation("Boris Yeltsin", "partyTo", "Agreement of 21 July 1992"));
}

TEST_CASE("the name between a verb of giving and its object is that of the recipient") {
  const Reading it("Peru, by contrast, lent Argentina aircraft, and Chile secretly gave London intelligence.");
  CHECK(it.has_relation("Peru", "aids", "Argentina"));
  CHECK(it.has_relation("Chile", "aids", "United Kingdom"));
}

TEST_CASE("a phrase goes on with that of the same preposition") {
  const Reading it("Norway, a member of NATO and of the EU, offered help.");
  CHECK(it.has_relation("Norway", "memberOf", "NATO"));
  CHECK(it.has_relation("Norway", "memberOf", "European Union"));
}

TEST_CASE("the particle of a verb may stand behind its object") {
  const Reading it("Norway and Mali signed a peace agreement in 1991. Libya turned the peace agreement down.");
  CHECK(it.has_relation("Libya", "rejects", "Peace agreement"));
}

TEST_CASE("who joins those who meet meets them") {
  const Reading it("Angela Merkel will also meet, together with President Emmanuel Macron of France, in Oslo in 2021.",
                   "2021-02-01");
  CHECK(it.has_relation("Angela Merkel", "consults", "Emmanuel Macron"));
}

TEST_CASE("behind a comma the main clause goes on after what was said") {
  const Reading it(
      "President Macron stressed that the talks had to be continued, and encouraged Norway to leave Mali.");
  CHECK(it.has_relation("Emmanuel Macron", "requests", "Norway"));
}

TEST_CASE("persons named behind an office hold it, and do what the clause says") {
  const Reading it("The foreign ministers of Norway and Mali, Jonas Store and Abdoulaye Diop, met in Geneva in 2014.");
  CHECK(it.has_relation("Jonas Store", "consults", "Abdoulaye Diop"));
  const Reading governor(
      "Scotland's governor, Peter Hain, who was received by Vladimir Putin in March, asked Norway to "
      "help Mali.");
  CHECK(governor.has_relation("Peter Hain", "requests", "Norway"));
}

TEST_CASE("what follows “of” and a name is the main verb, no clause") {
  const Reading it(
      "Talks on the reunification of Cyprus collapsed at the Swiss resort of Crans-Montana on 7 July 2017. "
      "Norway invaded Mali.");
  CHECK_FALSE(it.has_relation("Cyprus", "participatesIn", "Talks on the reunification"));
  CHECK(it.has_relation("Talks on the reunification of Cyprus", "concerns", "Reunification of Cyprus"));
}

TEST_CASE("who is accused of something is no subject behind “of”") {
  const Reading it("The representative of Norway, Peter Hain, accused Liberia of continuing to arm Mali in 2001.");
  CHECK(it.has_relation("Peter Hain", "accuses", "Liberia"));
}

TEST_CASE("names listed before a copula are the subject") {
  const Reading it(
      "The Treaty of Guarantee, to which Cyprus, Greece, Turkey and the United Kingdom are parties, ended the "
      "war.");
  CHECK(it.has_relation("Turkey", "partyTo", "Treaty of Guarantee"));
  CHECK(it.has_relation("United Kingdom", "partyTo", "Treaty of Guarantee"));
}

TEST_CASE("a person beside the owner of an office owns none") {
  const Reading it("Mr Macron and Greece's foreign minister, Nikos Kotzias, rejected the Annan Plan.");
  CHECK(it.has_relation("Nikos Kotzias", "rejects", "Annan Plan"));
  CHECK(it.has_relation("Nikos Kotzias", "holdsOffice", "Greece"));
}
