#include "prose/language/transitions.hpp"

#include <catch2/catch.hpp>

using namespace entente::prose;

TEST_CASE("moves build a tree around the last word left") {
  ParserState state(3);
  CHECK(state.allowed(Move::left));
  CHECK_FALSE(state.allowed(Move::right));
  state.apply(Move::left, Deprel::nsubj);
  CHECK_FALSE(state.allowed(Move::left));
  state.apply(Move::shift, Deprel::root);
  state.apply(Move::shift, Deprel::root);
  CHECK_FALSE(state.allowed(Move::shift));
  CHECK(state.head(Move::right) == 1);
  CHECK(state.dependent() == 2);
  state.apply(Move::right, Deprel::obj);
  CHECK(state.done());
  CHECK(state.words()[0].head == 1);
  CHECK(state.words()[1].head == ParserState::no_word);
  CHECK(state.words()[2].head == 1);
  CHECK(state.words()[2].relation == Deprel::obj);
}

TEST_CASE("the outermost two dependents on each side are known") {
  ParserState state(4);
  state.apply(Move::shift, Deprel::root);
  state.apply(Move::shift, Deprel::root);
  state.apply(Move::left, Deprel::amod);
  state.apply(Move::left, Deprel::amod);
  state.apply(Move::left, Deprel::det);
  const auto& word = state.word(3);
  CHECK(word.left_count == 3);
  CHECK(word.left[0] == 0);
  CHECK(word.left[1] == 1);
  CHECK(word.left_relations == (std::uint64_t{1} << static_cast<unsigned>(Deprel::amod) |
                                std::uint64_t{1} << static_cast<unsigned>(Deprel::det)));
  CHECK(state.word(ParserState::no_word).left_count == 0);
}

TEST_CASE("a sentence without words is done at once") {
  CHECK(ParserState(0).done());
}
