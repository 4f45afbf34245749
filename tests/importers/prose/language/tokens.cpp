#include "prose/language/tokens.hpp"

#include <string>

#include <catch2/catch.hpp>

using namespace entente::prose;

namespace {

/// The tokens with bars between them.
std::string tokens_of(std::string_view text) {
  std::vector<Token> tokens;
  tokenise(text, {0, static_cast<std::uint32_t>(text.size())}, tokens);
  std::string joined;
  for (const Token& token : tokens) joined += (joined.empty() ? "" : "|") + std::string(token.text);
  return joined;
}

}  // namespace

TEST_CASE("words and marks are tokens, spaces are not") {
  CHECK(tokens_of("Oslo hosted  the talks.") == "Oslo|hosted|the|talks|.");
  CHECK(tokens_of("").empty());
  CHECK(tokens_of(" \n ").empty());
}

TEST_CASE("clitics stand alone") {
  CHECK(tokens_of("Cyprus's north") == "Cyprus|'s|north");
  CHECK(tokens_of("Chad’s army") == "Chad|’s|army");
  CHECK(tokens_of("They didn't and we'll see") == "They|did|n't|and|we|'ll|see");
  CHECK(tokens_of("the parties' lawyers") == "the|parties|'|lawyers");
  CHECK(tokens_of("Sana'a and O'Neill") == "Sana'a|and|O'Neill");
}

TEST_CASE("abbreviations and initials keep their full stop") {
  CHECK(tokens_of("Mr. J. P. Okello of the U.N. spoke.") == "Mr.|J.|P.|Okello|of|the|U.N.|spoke|.");
  CHECK(tokens_of("on Nov. 4") == "on|Nov.|4");
  CHECK(tokens_of("He said no.") == "He|said|no|.");
  CHECK(tokens_of("A plan, e.g. a truce, etc.") == "A|plan|,|e.g.|a|truce|,|etc.");
  CHECK(tokens_of("World War I.") == "World|War|I|.");
}

TEST_CASE("an abbreviation is one with its full stop") {
  CHECK(is_abbreviation("Gen."));
  CHECK(is_abbreviation("U.S."));
  CHECK(is_abbreviation("K."));
  CHECK_FALSE(is_abbreviation("gen."));
  CHECK_FALSE(is_abbreviation("talks."));
  CHECK_FALSE(is_abbreviation("I."));
}

TEST_CASE("a hyphen joins two words but stays inside behind a prefix") {
  CHECK(tokens_of("the Greek-Turkish border") == "the|Greek|-|Turkish|border");
  CHECK(tokens_of("co-operation and pre-war aims") == "co-operation|and|pre-war|aims");
  CHECK(tokens_of("a cease-fire") == "a|cease-fire");
}

TEST_CASE("numbers keep their commas and points") {
  CHECK(tokens_of("1,500 men, 2.5 percent") == "1,500|men|,|2.5|percent");
  CHECK(tokens_of("in 1991, 40 states") == "in|1991|,|40|states");
  CHECK(tokens_of("It ended in 1988.") == "It|ended|in|1988|.");
}

TEST_CASE("quotation marks and brackets are tokens of their own") {
  CHECK(tokens_of("“a ‘red’ line”") == "“|a|‘|red|’|line|”");
  CHECK(tokens_of("(\"never\")") == "(|\"|never|\"|)");
  CHECK(tokens_of("[sic]; so") == "[|sic|]|;|so");
}

TEST_CASE("dots and dashes in a row are one token") {
  CHECK(tokens_of("Well... yes -- perhaps") == "Well|...|yes|--|perhaps");
  CHECK(tokens_of("yes—no") == "yes|—|no");
}

TEST_CASE("tokens stand where their bytes say") {
  const std::string_view text = "Le Havre – “São Tomé’s” end.";
  std::vector<Token> tokens;
  tokenise(text, {3, static_cast<std::uint32_t>(text.size())}, tokens);
  REQUIRE(tokens.size() == 9);
  CHECK(tokens.front().text == "Havre");
  for (const Token& token : tokens) CHECK(text.substr(token.bytes.begin, token.bytes.size()) == token.text);
}
