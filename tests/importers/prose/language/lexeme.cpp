#include "prose/language/lexeme.hpp"

#include <catch2/catch.hpp>

using namespace entente::prose;

TEST_CASE("a word in plain letters is in lower case with ASCII quotes and dashes") {
  CHECK(normalise("Treaty") == "treaty");
  CHECK(normalise("n’t") == "n't");
  CHECK(normalise("“") == "\"");
  CHECK(normalise("–") == "-");
  CHECK(normalise("…") == "...");
  CHECK(normalise("Łódź") == "Łódź");
  CHECK(normalise("") == "");
  CHECK(normalise("\xE2\x80") == "\xE2\x80");
}

TEST_CASE("a name of several words is looked up by its last part") {
  CHECK(normalise("Wendy Sherman") == "sherman");
  CHECK(normalise("ends in space ") == "ends in space ");
  CHECK(spell("Wendy Sherman").word == spell("Sherman").word);
}

TEST_CASE("numbers of as many digits are spelt alike") {
  CHECK(spell("1994").word == spell("2014").word);
  CHECK(spell("1994").word != spell("94").word);
  CHECK(spell("1994").shape == spell("94").shape);
}

TEST_CASE("the shape tells capitals, digits and marks apart") {
  CHECK(spell("Russia").shape == spell("Ukraine").shape);
  CHECK(spell("Russia").shape != spell("russia").shape);
  CHECK(spell("NATO").shape != spell("A").shape);
  CHECK(spell("U.S.").shape == spell("U.N.").shape);
  CHECK(spell("U.S.").shape != spell("US").shape);
}
