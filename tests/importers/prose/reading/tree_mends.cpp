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
  CHECK(it.has_relation("John Bolton", "threatens", "Chad"));
  CHECK_FALSE(it.has_relation("John Bolton", "threatens", "Libya"));
}

TEST_CASE("what is said after a meeting is no clause about the meeting") {
  const Reading it("Norway said after the meeting that Chad would invade Mali.");
  CHECK(it.has_relation("Chad", "invades", "Mali"));
}
