#include "prose/language/transitions.hpp"

#include <limits>

namespace entente::prose {

namespace {

void count_up(std::uint8_t& count) {
  if (count < std::numeric_limits<std::uint8_t>::max()) {
    ++count;
  }
}

std::uint64_t bit(Deprel relation) {
  return std::uint64_t{1} << static_cast<unsigned>(relation);
}

}  // namespace

ParserState::ParserState(std::size_t words) : words_(words) {
  if (words > 0) {
    stack_.push_back(0);
    next_ = 1;
  }
}

bool ParserState::allowed(Move move) const {
  const bool more = next_ < size();
  switch (move) {
    case Move::shift:
      return more;
    case Move::left:
      return more && !stack_.empty();
    case Move::right:
      return stack_.size() >= 2;
  }
  return false;
}

void ParserState::apply(Move move, Deprel relation) {
  if (move == Move::shift) {
    stack_.push_back(next_++);
    return;
  }
  const std::int32_t dependent_word = dependent();
  const std::int32_t head_word = head(move);
  stack_.pop_back();
  Word& dependent = words_[static_cast<std::size_t>(dependent_word)];
  Word& head = words_[static_cast<std::size_t>(head_word)];
  dependent.head = head_word;
  dependent.relation = relation;
  auto& outermost = move == Move::left ? head.left : head.right;
  outermost = {dependent_word, outermost[0]};
  (move == Move::left ? head.left_relations : head.right_relations) |= bit(relation);
  count_up(move == Move::left ? head.left_count : head.right_count);
}

std::int32_t ParserState::stacked(std::size_t depth) const {
  return depth < stack_.size() ? stack_[stack_.size() - 1 - depth] : no_word;
}

const ParserState::Word& ParserState::word(std::int32_t word) const {
  static constexpr Word none{};
  return word == no_word ? none : words_[static_cast<std::size_t>(word)];
}

}  // namespace entente::prose
