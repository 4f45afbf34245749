#include "prose/reading/clauses.hpp"

#include <catch2/catch.hpp>

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
