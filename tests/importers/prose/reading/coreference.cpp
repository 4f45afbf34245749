#include "prose/reading/coreference.hpp"

#include <catch2/catch.hpp>

#include "importers/prose/reading_of.hpp"

using entente::test::Reading;

TEST_CASE("he and she mean the person of that gender spoken of last") {
  const Reading it("Angela Merkel met Emmanuel Macron. She supported Ukraine. He accused Russia.");
  CHECK(it.has_relation("Angela Merkel", "supports", "Ukraine"));
  CHECK(it.has_relation("Emmanuel Macron", "accuses", "Russia"));
  CHECK(it.means("She", "Angela Merkel"));
}

TEST_CASE("both leaders are the two that were named side by side") {
  const Reading it("Vladimir Putin and Joe Biden met in Geneva. Both leaders accused Iran.");
  CHECK(it.has_relation("Vladimir Putin", "accuses", "Iran"));
  CHECK(it.has_relation("Joe Biden", "accuses", "Iran"));
}

TEST_CASE("the two sides are the two states named side by side") {
  const Reading it("Later, Egypt and Israel held talks. The two sides signed the Treaty of Arvendal.");
  CHECK(it.has_relation("Egypt", "partyTo", "Treaty of Arvendal"));
  CHECK(it.has_relation("Israel", "partyTo", "Treaty of Arvendal"));
}

TEST_CASE("the treaty is the one that was named") {
  const Reading it("Egypt and Israel signed the Treaty of Arvendal. Later, Israel violated the treaty.");
  CHECK(it.has_relation("Israel", "violates", "Treaty of Arvendal"));
}

TEST_CASE("it means the state or body spoken of last") {
  const Reading it("Russia invaded Georgia. It annexed Abkhazia.");
  CHECK(it.has_relation("Russia", "annexes", "Abkhazia"));
}

TEST_CASE("the government of a state is the state") {
  const Reading it("Sudan closed the border. Later, the government of Ethiopia accused Eritrea.");
  CHECK(it.has_relation("Ethiopia", "accuses", "Eritrea"));
}

TEST_CASE("the government is that of the state spoken of last") {
  const Reading it("Ethiopia closed the border. The government accused Eritrea.");
  CHECK(it.has_relation("Ethiopia", "accuses", "Eritrea"));
}

TEST_CASE("a mention by another word is marked as such") {
  const Reading it("Angela Merkel met Emmanuel Macron. She supported Ukraine.");
  REQUIRE(it.entity("Angela Merkel") != nullptr);
  const auto& mentions = it.entity("Angela Merkel")->mentions;
  REQUIRE(mentions.size() == 2);
  CHECK_FALSE(mentions[0].coreference);
  CHECK(mentions[1].coreference);
}

TEST_CASE("a pronoun of which nobody fits means nobody") {
  const Reading it("He left. They came. It ended.");
  CHECK(it.graph().entity_count() == 0);
}

TEST_CASE("whoever is quoted does not speak of himself as “he”") {
  const Reading it(
      "President Joe Biden said, “I made it clear to President Vladimir Putin that if he goes into Ukraine, we will "
      "have severe sanctions.”");
  CHECK(it.has_relation("Vladimir Putin", "invades", "Ukraine"));
  CHECK_FALSE(it.has_relation("Joe Biden", "invades", "Ukraine"));
}

TEST_CASE("the president of a state is whoever was called so") {
  const Reading it("Egyptian President Anwar Sadat flew to Israel. The Egyptian president accused Libya.");
  CHECK(it.has_relation("Anwar Sadat", "accuses", "Libya"));
}

TEST_CASE("what is denounced or signed is a text, if one is in view") {
  const Reading it("Chad and Libya signed the Treaty of Arvendal. Norway, which borders Sweden, rejected it.");
  CHECK(it.has_relation("Norway", "rejects", "Treaty of Arvendal"));
}

TEST_CASE("the chapters of a list are those of the text that it began with") {
  const Reading it(
      "The Treaty of Arvendal has three chapters.\n\n"
      "- Land (Chapter 1): Norway must leave Mali.\n"
      "- Trade (Chapter 2): Norway joins the Accord of Belmar.\n"
      "- Courts (Chapter 3): Norway must pay.\n");
  CHECK(it.has_relation("Chapter 1", "partOf", "Treaty of Arvendal"));
  CHECK(it.has_relation("Chapter 3", "partOf", "Treaty of Arvendal"));
}

TEST_CASE("a noun in capitals is the first text that bears it") {
  const Reading it(
      "The Arvendal Agreement was signed in 1998. Norway and Chad met after the Belmar Agreement. "
      "The Agreement obliges Chad to leave Mali.");
  CHECK(it.has_relation("Arvendal Agreement", "obligates", "Chad"));
}

TEST_CASE("a title that only says between whom is that of the text described so before") {
  const Reading it(
      "Chad handed over a draft treaty between Norway and Chad. Libya rejected the Treaty between the Kingdom of "
      "Norway and the Republic of Chad.");
  CHECK(it.has_relation("Libya", "rejects", "Draft treaty between Norway and Chad"));
}

TEST_CASE("a title with other parties is another text") {
  const Reading it(
      "Chad handed over a draft treaty between Norway and Chad. Libya rejected the Treaty between Norway and Mali.");
  CHECK(it.has_relation("Libya", "rejects", "Treaty between Norway and Mali"));
}

TEST_CASE("a name with all words of a text described before is its name") {
  const Reading it("Norway and Chad signed a declaration on Arvendal. Libya rejected the Arvendal Declaration.");
  CHECK(it.has_relation("Norway", "partyTo", "Arvendal Declaration"));
}

TEST_CASE("the territory is the one spoken of last, or most") {
  const Reading it("Talks on Western Sahara were held. Norway annexed the territory. Chad left the city.");
  CHECK(it.has_relation("Norway", "annexes", "Western Sahara"));
  CHECK_FALSE(it.has_relation("Chad", "withdrawsFrom", "Western Sahara"));
}

TEST_CASE("delegations from several sides are the sides") {
  const Reading it("Delegations from Norway, the Polisario Front and Chad met in Geneva on 5 December 2018.");
  CHECK(it.has_relation("Norway", "negotiatesWith", "Polisario Front"));
  CHECK(it.has_relation("Chad", "negotiatesWith", "Norway"));
}

TEST_CASE("the government of a person is that of the state for which the person is known") {
  const Reading it("Ferdinand Marcos ruled the Philippines. The Marcos government signed the Treaty of Arvendal.");
  CHECK(it.has_relation("Philippines", "partyTo", "Treaty of Arvendal"));
}

TEST_CASE("the troops of several states are those states, and militias are the group that their name names") {
  const Reading troops("Zimbabwean and Malawian troops withdrew from Mozambique.");
  CHECK(troops.has_relation("Zimbabwe", "withdrawsFrom", "Mozambique"));
  CHECK(troops.has_relation("Malawi", "withdrawsFrom", "Mozambique"));
  CHECK(Reading("Houthi militias attacked Saudi Arabia.").has_relation("Houthis", "assaults", "Saudi Arabia"));
}

TEST_CASE("the capital of a state is a city") {
  const Reading it("Abdel Fattah al-Burhan met Antony Blinken in the Kenyan capital.");
  CHECK(it.has_relation("Abdel Fattah al-Burhan-Antony Blinken meeting in Nairobi", "locatedIn", "Nairobi"));
}

TEST_CASE("both parties are the two of whom the text speaks most") {
  const Reading it(
      "Chad and Libya signed the Treaty of Arvendal. Chad and Libya met. Spain and Cyprus attended. France called on "
      "both parties to implement it.");
  CHECK(it.has_relation("France", "requests", "Chad"));
  CHECK(it.has_relation("France", "requests", "Libya"));
  CHECK_FALSE(it.has_relation("France", "requests", "Spain"));
}

TEST_CASE("whoever does something is not the one whom a pronoun beside it means") {
  const Reading it("Isaias Afwerki praised Abiy Ahmed. Isaias received him.");
  CHECK(it.has_relation("Isaias Afwerki", "consults", "Abiy Ahmed"));
}

TEST_CASE("who votes against a text is not what is voted on") {
  const Reading it("The UN Security Council adopted Resolution 502 the next day. Panama voted against it.");
  CHECK(it.has_relation("Panama", "rejects", "Resolution 502"));
  const Reading together("Norway, Mali and Chad condemn it.");
  CHECK_FALSE(together.has_relation("Norway", "accuses", "Chad"));
}

TEST_CASE("what is denied is what was said") {
  const Reading it("Norway blamed Mali for the attack. Chad denied it.");
  CHECK_FALSE(it.has_relation("Chad", "rejects", "Norway"));
}

TEST_CASE("ministers named side by side are not the leaders") {
  const Reading it(
      "President Emmanuel Macron and Prime Minister Boris Johnson met in Oslo on 4 May 2020. Ministers Peter Hain and "
      "Robin Cook stayed at home. The leaders will meet again in Geneva in July 2020.");
  CHECK(it.has_relation("Emmanuel Macron-Boris Johnson meeting in Geneva, July 2020", "locatedIn", "Geneva"));
}

TEST_CASE("articles that open paragraphs go on with the text of the first") {
  const Reading it(
      "The Treaty of Oslo was signed by Norway and Mali.\n\nArticle 1. The Treaty of Oslo confirms the Geneva Protocol "
      "of 1913.\n\nArticle 2. The frontier follows the river.\n");
  CHECK(it.has_relation("Article 2", "partOf", "Treaty of Oslo"));
}

TEST_CASE("states that a participle tells apart are not those named last") {
  const Reading it("Poland, Hungary and Czechia met. The border between Russia and the states allied with it is long.");
  CHECK_FALSE(it.has_relation("Russia", "borders", "Hungary"));
}

TEST_CASE("an ordinal tells one agreement of a place from another") {
  const Reading it(
      "The Minsk II agreement was signed in February 2015. The first Minsk agreement was signed by Russia.");
  CHECK_FALSE(it.has_relation("Russia", "partyTo", "Minsk II agreement"));
}

TEST_CASE("below a heading “the agreement” is that of which the document speaks") {
  const Reading it(
      "The Dayton Agreement\n\nThe Dayton Agreement ended the Bosnian War. Croatia signed the Dayton Agreement. The "
      "Washington Agreement came before.\n\nProvisions\n\nThe agreement obliges Croatia to withdraw its troops.\n");
  CHECK(it.has_relation("Dayton Agreement", "obligates", "Croatia"));
}

TEST_CASE("an agent is less in view than the subject of the passive") {
  const Reading it("Kosovo has been recognised by the United States, but Spain does not recognise it.");
  CHECK(it.mood("Spain", "recognizes", "Kosovo") == "negative actual");
}

TEST_CASE("whoever is given something for its own ends") {
  const Reading it("The European Union gave Rwanda a loan for its army.");
  CHECK(it.has_relation("European Union", "aids", "Rwanda"));
}

TEST_CASE("sides are those of whom the text speaks most") {
  const Reading it(
      "Morocco and Algeria broke off relations. Morocco closed its border with Algeria. Norway and Mali met in Oslo. "
      "The parties could not agree.");
  CHECK(it.mood("Morocco", "agreesWith", "Algeria") == "negative actual");
}

TEST_CASE("who writes \u201cI\u201d is the author") {
  const Reading it(
      "Peace, please\n\nBy Anna Lindberg\n\nI met Emmanuel Macron in Paris. I believe that Norway should sign.");
  CHECK(it.has_relation("Anna Lindberg", "consults", "Emmanuel Macron"));
}

TEST_CASE("articles of a law belong to no agreement") {
  const Reading it("India and Pakistan signed the Simla Agreement. India revoked Article 370 of its constitution.");
  CHECK_FALSE(it.has_relation("Article 370", "partOf", "Simla Agreement"));
}
