#include "prose/reading/clauses.hpp"

#include <catch2/catch.hpp>

#include "importers/prose/reading_of.hpp"
#include "prose/reader.hpp"

using namespace entente::prose;

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
  using entente::test::Reading;
  const Reading plain("Russia, Norway warned, could invade Georgia.");
  CHECK(plain.mood("Russia", "invades", "Georgia") == "positive hypothetical");
  CHECK(plain.source("Russia", "invades", "Georgia") == "Norway");
  const Reading supposed("If the talks fail, Norway warned, Ethiopia could attack Eritrea.");
  CHECK(supposed.mood("Ethiopia", "assaults", "Eritrea") == "positive hypothetical");
  CHECK(supposed.source("Ethiopia", "assaults", "Eritrea") == "Norway");
}
