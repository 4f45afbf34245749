#include "prose/language/sentences.hpp"

#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "prose/language/cleaning.hpp"

using namespace entente::prose;
using Texts = std::vector<std::string>;

namespace {

Passage split(std::string_view text) {
  Passage passage;
  passage.text = text;
  clean(passage);
  split_sentences(passage);
  return passage;
}

/// The text of every sentence, line ends as spaces.
Texts sentences_of(std::string_view text) {
  const Passage passage = split(text);
  Texts found;
  for (const Sentence& sentence : passage.sentences) {
    found.emplace_back(passage.slice(sentence.bytes));
    for (char& c : found.back()) c = c == '\n' ? ' ' : c;
  }
  return found;
}

}  // namespace

TEST_CASE("sentences end at full stops, question and exclamation marks") {
  CHECK(sentences_of("The talks failed. Why did they fail? Nobody knew! It was late.") ==
        Texts{"The talks failed.", "Why did they fail?", "Nobody knew!", "It was late."});
}

TEST_CASE("an abbreviation inside a sentence does not end it") {
  CHECK(sentences_of("The U.S. envoy met Gen. Haftar on Jan. 14 in Benghazi.").size() == 1);
  CHECK(sentences_of("Mr. Ali of St. Kitts met Dr. Sen of the U.N. Secretariat.").size() == 1);
}

TEST_CASE("an abbreviation at the end of a sentence ends it when the next begins") {
  CHECK(sentences_of("The treaty was rejected by the U.S. The others ratified it.") ==
        Texts{"The treaty was rejected by the U.S.", "The others ratified it."});
}

TEST_CASE("initials do not end a sentence") {
  CHECK(sentences_of("Lester B. Pearson and George F. Kennan disagreed.").size() == 1);
}

TEST_CASE("a decimal point does not end a sentence") {
  CHECK(sentences_of("Turnout was 61.5 percent. Few had expected it.").size() == 2);
}

TEST_CASE("closing quotes and brackets belong to the sentence before") {
  CHECK(sentences_of("“We will not sign.” Nobody moved.") == Texts{"“We will not sign.”", "Nobody moved."});
  CHECK(sentences_of("He left. (Nobody saw him.) She stayed.") ==
        Texts{"He left.", "(Nobody saw him.)", "She stayed."});
  CHECK(sentences_of("She said \"no.\" They left.") == Texts{"She said \"no.\"", "They left."});
}

TEST_CASE("a quotation over several sentences is remembered at their beginnings") {
  const Passage passage = split("“We gave our word. We shall keep it,” she said. The others went home.");
  REQUIRE(passage.sentences.size() == 3);
  CHECK_FALSE(passage.sentences[0].opens_inside_quotation);
  CHECK(passage.sentences[1].opens_inside_quotation);
  CHECK_FALSE(passage.sentences[2].opens_inside_quotation);
}

TEST_CASE("a quotation that is never closed ends with its paragraph") {
  const Passage passage = split("He said: “It was wrong. It was a mistake.\n\nThe army withdrew to its barracks.");
  REQUIRE(passage.sentences.size() == 3);
  CHECK(passage.sentences[1].opens_inside_quotation);
  CHECK_FALSE(passage.sentences[2].opens_inside_quotation);
}

TEST_CASE("a full stop before a lower-case word does not end a sentence") {
  CHECK(sentences_of("The firm Acme. com was sanctioned by both sides.").size() == 1);
}

TEST_CASE("paragraphs and points of a list end sentences") {
  CHECK(
      sentences_of(
          "The plan has two parts:\n\n- a ceasefire along the river\n- an exchange of all prisoners\n\nBoth failed.") ==
      Texts{"The plan has two parts:", "a ceasefire along the river", "an exchange of all prisoners", "Both failed."});
}

TEST_CASE("wrapped lines make one sentence") {
  CHECK(sentences_of("The delegates of both governments came back to the table\nin the morning and signed.") ==
        Texts{"The delegates of both governments came back to the table in the morning and signed."});
}

TEST_CASE("headings are sentences that state nothing") {
  const Passage passage = split("# The road to peace\n\nThe parties met in Rome.");
  REQUIRE(passage.sentences.size() == 2);
  CHECK(passage.sentences[0].heading);
  CHECK_FALSE(passage.sentences[1].heading);
}

TEST_CASE("what is set aside has no sentences") {
  CHECK(sentences_of("Share this article\n\nThe border was closed.\n\n© 2020 Example Press. All rights reserved.") ==
        Texts{"The border was closed."});
}

TEST_CASE("endless sentences are cut") {
  std::string endless = "It";
  for (int i = 0; i < 3000; ++i) endless += " goes on";
  const Passage body = split(endless + ".");
  CHECK(body.sentences.size() >= 10);
  for (const Sentence& sentence : body.sentences) CHECK(sentence.last_token - sentence.first_token <= 402);
}

TEST_CASE("endless headings are cut") {
  std::string endless = "# It";
  for (int i = 0; i < 3000; ++i) endless += " goes on";
  for (const Sentence& sentence : split(endless).sentences) {
    CHECK(sentence.heading);
    CHECK(sentence.last_token - sentence.first_token <= 402);
  }
}
