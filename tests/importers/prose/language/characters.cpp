#include "prose/language/characters.hpp"

#include <catch2/catch.hpp>

using namespace entente::prose;

TEST_CASE("a character is decoded with its length in bytes") {
  CHECK(character_at("a", 0).value == U'a');
  CHECK(character_at("xé", 1).value == U'é');
  CHECK(character_at("xé", 1).length == 2);
  CHECK(character_at("“", 0).value == U'“');
  CHECK(character_at("“", 0).length == 3);
}

TEST_CASE("a stray byte counts as itself") {
  CHECK(character_at("\xFF", 0).value == 0xFF);
  CHECK(character_at("\xFF", 0).length == 1);
  CHECK(character_at("\xE2\x80", 0).length == 1);
}

TEST_CASE("letters of all scripts are letters, digits are not") {
  CHECK(is_letter(U'z'));
  CHECK(is_letter(U'ë'));
  CHECK(is_letter(U'Ж'));
  CHECK(is_letter(U'中'));
  CHECK_FALSE(is_letter(U'4'));
  CHECK_FALSE(is_letter(U'–'));
  CHECK(is_digit(U'4'));
  CHECK_FALSE(is_digit(U'²'));
}

TEST_CASE("the spaces of typesetters are spaces") {
  CHECK(is_space(U' '));
  CHECK(is_space(U'\n'));
  CHECK(is_space(0xA0));    // no-break space
  CHECK(is_space(0x202F));  // narrow no-break space
  CHECK(is_space(0x200B));  // zero width
  CHECK_FALSE(is_space(U'_'));
}

TEST_CASE("quotation marks open or close, the straight one does neither") {
  CHECK(is_opening_quote(U'“'));
  CHECK(is_opening_quote(U'«'));
  CHECK(is_closing_quote(U'”'));
  CHECK(is_closing_quote(U'’'));
  CHECK_FALSE(is_opening_quote(U'"'));
  CHECK_FALSE(is_closing_quote(U'"'));
}

TEST_CASE("a dash is no hyphen") {
  CHECK(is_dash(U'–'));
  CHECK(is_dash(U'—'));
  CHECK_FALSE(is_dash(U'-'));
}

TEST_CASE("capitals are known beyond English") {
  CHECK(is_capitalised("Erdoğan"));
  CHECK(is_capitalised("Öcalan"));
  CHECK_FALSE(is_capitalised("özgür"));
  CHECK_FALSE(is_capitalised(""));
  CHECK(is_all_capitals("OSCE"));
  CHECK(is_all_capitals("P5+UK"));
  CHECK_FALSE(is_all_capitals("U"));
  CHECK_FALSE(is_all_capitals("NATOs"));
}

TEST_CASE("words are trimmed, lowered and searched for letters") {
  CHECK(trim(" \t two words \r\n") == "two words");
  CHECK(trim("   ").empty());
  CHECK(lower("Minsk II") == "minsk ii");
  CHECK(has_letter("4th"));
  CHECK_FALSE(has_letter("1,000"));
}

TEST_CASE("trimming leaves letters whole whose bytes look like spaces") {
  CHECK(trim(" voilà ") == "voilà");
}
