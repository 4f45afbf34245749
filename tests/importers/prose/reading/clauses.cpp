#include "prose/reading/clauses.hpp"

#include <catch2/catch.hpp>

#include "importers/prose/reading_of.hpp"
#include "prose/reader.hpp"

using namespace entente::prose;
using entente::test::Reading;

namespace {

/// Whether every word comes to a root from head to head.
bool makes_trees(const Passage& passage) {
  for (const Word& word : passage.words) {
    std::size_t steps = 0;
    for (std::int32_t at = word.head; at >= 0; at = passage.words[static_cast<std::size_t>(at)].head) {
      if (++steps > passage.words.size()) return false;
    }
  }
  return true;
}

}  // namespace

TEST_CASE("words in any order make trees") {
  CHECK(makes_trees(read_passage("treaty treaty the treaty signed and signed.\n")));
  CHECK(makes_trees(read_passage("treaty and signed the of Russia signed and.\n")));
  CHECK(makes_trees(read_passage("NATO , , signed treaty of treaty NATO signed.\n")));
  CHECK(makes_trees(read_passage("which of treaty signed signed , the treaty and.\n")));
  CHECK(makes_trees(read_passage("which Russia signed the of Russia signed and which.\n")));
  CHECK(makes_trees(read_passage("signed signed NATO of signed treaty signed which the signed.\n")));
  CHECK(makes_trees(read_passage("and signed NATO signed treaty signed treaty NATO signed and NATO.\n")));
}

TEST_CASE("who says so in the middle of what is said is its source") {
  const Reading plain("Russia, Norway warned, could invade Georgia.");
  CHECK(plain.mood("Russia", "invades", "Georgia") == "positive hypothetical");
  CHECK(plain.source("Russia", "invades", "Georgia") == "Norway");
  const Reading supposed("If the talks fail, Norway warned, Ethiopia could attack Eritrea.");
  CHECK(supposed.mood("Ethiopia", "assaults", "Eritrea") == "positive hypothetical");
  CHECK(supposed.source("Ethiopia", "assaults", "Eritrea") == "Norway");
}

TEST_CASE("what is inserted between a noun and its verb speaks of the noun") {
  const Reading backers("Chad, Niger and Mali, the main backers of Togo, welcomed the Treaty of Arvendal.");
  for (const char* state : {"Chad", "Niger", "Mali"}) {
    CAPTURE(state);
    CHECK(backers.has_relation(state, "supports", "Togo"));
    CHECK(backers.has_relation(state, "supports", "Treaty of Arvendal"));
  }
  const Reading joined("The African Union, which Morocco joined in 2017, condemned Sudan.");
  CHECK(joined.has_relation("Morocco", "memberOf", "African Union"));
  CHECK(joined.has_relation("African Union", "accuses", "Sudan"));
}

TEST_CASE("a clause that opens another has a subject of its own or that of the other") {
  const Reading it("Speaking after the vote, the envoy of Chad, whose government drafted the text, condemned Libya.");
  CHECK(it.has_relation("Chad", "accuses", "Libya"));
}

TEST_CASE("a participle behind a comma speaks of the name before it") {
  const Reading team("The International Monitoring Team, composed of Norway, Japan and Brunei, visited Mindanao.");
  for (const char* state : {"Norway", "Japan", "Brunei"}) {
    CAPTURE(state);
    CHECK(team.has_relation(state, "memberOf", "International Monitoring Team"));
  }
  const Reading treaty(
      "The Treaty of Arvendal, concluded in May 1990 by Chad and Libya, obliged Niger to withdraw from Mali.");
  CHECK(treaty.has_relation("Chad", "partyTo", "Treaty of Arvendal"));
  CHECK(treaty.has_relation("Treaty of Arvendal", "obligates", "Niger"));
}

TEST_CASE("a finite verb is coordinated with a verb, not with its object") {
  const Reading it("Sudan welcomed the Treaty of Arvendal and praised Chad.");
  CHECK(it.has_relation("Sudan", "supports", "Treaty of Arvendal"));
  CHECK(it.has_relation("Sudan", "supports", "Chad"));
}

TEST_CASE("what stands between a name and a phrase may be its verb") {
  CHECK(Reading("Chad arms the Taliban.").has_relation("Chad", "aids", "Taliban"));
}

TEST_CASE("what takes two is between them, whatever stands in between") {
  const Reading it("The deal was reached after five days of talks in Geneva between delegations of Chad and Libya.");
  CHECK(it.has_relation("Chad", "negotiatesWith", "Libya"));
}

TEST_CASE("a clause of a chronicle has its verb in the word that may be one") {
  const Reading it("Norway condemns the raid; Nigeria expels Libyan diplomats.");
  CHECK(it.has_relation("Nigeria", "sanctions", "Libya"));
  const Reading visit("December 1990 — Emmanuel Macron criticises Norway and visits Tripoli two months later.");
  CHECK(visit.has_relation("Emmanuel Macron visit to Tripoli, February 1991", "locatedIn", "Tripoli"));
}

TEST_CASE("what stands between dashes behind the name of who holds a position is that position") {
  const Reading it("The red lines of Sudan—that Chad can never become a member of the Arab League—were rejected.");
  CHECK(it.mood("Chad", "memberOf", "Arab League") == "negative demanded");
  CHECK(it.source("Chad", "memberOf", "Arab League") == "Sudan");
}

TEST_CASE("“let alone” is passed over, and what follows it is done as little") {
  const Reading it("Chad and Sudan met. Neither side will modify, let alone abandon, those demands.");
  CHECK(it.mood("Chad", "yieldsTo", "Sudan") == "negative planned");
  CHECK(it.mood("Sudan", "yieldsTo", "Chad") == "negative planned");
}

TEST_CASE("what there is no reason to expect is denied") {
  const Reading it("There is no reason to think that Chad will invade Sudan.");
  CHECK(it.mood("Chad", "invades", "Sudan").starts_with("negative"));
}

TEST_CASE("a date that opens a clause is no part of its subject") {
  const Reading it("On 3 April 2023 Toivo Klaar met Omar Diallo in Tbilisi.");
  CHECK(it.has_relation("Toivo Klaar", "consults", "Omar Diallo"));
  const Reading row("Chronology\n\n10 April 1998 | Treaty of Oslo concluded by Norway and Mali");
  CHECK(row.date("Norway", "partyTo", "Treaty of Oslo") == "1998-04-10");
}

TEST_CASE("a circumstance may stand between subject and verb") {
  const Reading it("Ukraine, with the support of the United States, might attack Russia.");
  CHECK(it.mood("Ukraine", "assaults", "Russia") == "positive hypothetical");
  CHECK(it.has_relation("United States", "supports", "Ukraine"));
}

TEST_CASE("what stands behind a relative pronoun may be two verbs") {
  CHECK(Reading("Algeria, which shelters and arms the Polisario Front, protested.")
            .has_relation("Algeria", "aids", "Polisario Front"));
}
