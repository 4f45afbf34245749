#pragma once

#include "prose/language/tags.hpp"

#include <array>
#include <cstdint>
#include <vector>

namespace entente::prose {

/// The moves of the arc-hybrid system (Kuhlmann, Gómez-Rodríguez and Satta 2011). `left` makes the next word the head
/// of the top of the stack, `right` makes the word below the top its head; both take the top away.
enum class Move : std::uint8_t { shift, left, right };
inline constexpr std::size_t move_count = 3;

/// What the parser has done so far with one sentence: a stack, the words still to be read, and the arcs.
///
/// Words are numbers from 0; `no_word` stands for none. Every word gets its head when it leaves the stack, and the last
/// word left is the root, so the result is always one projective tree, found in 2n - 1 moves.
class ParserState {
 public:
  static constexpr std::int32_t no_word = -1;

  /// The arcs at one word; of its dependents on each side, the outermost two so far.
  struct Word {
    std::int32_t head = no_word;
    Deprel relation = Deprel::root;
    std::uint8_t left_count = 0;
    std::uint8_t right_count = 0;
    std::array<std::int32_t, 2> left{no_word, no_word};
    std::array<std::int32_t, 2> right{no_word, no_word};
    std::uint64_t left_relations = 0;  ///< the set of the relations of dependents on the left, as bits
    std::uint64_t right_relations = 0;
  };

  explicit ParserState(std::size_t words);

  /// Whether all words but the root have a head.
  bool done() const { return next_ == size() && stack_.size() <= 1; }
  bool allowed(Move move) const;
  /// Whether more than one move is allowed.
  bool chooses() const { return allowed(Move::shift) && allowed(Move::left); }

  /// The dependent and the head of the arc that `move`, which is allowed and no shift, would make.
  std::int32_t dependent() const { return stack_.back(); }
  std::int32_t head(Move move) const { return move == Move::left ? next_ : stacked(1); }

  /// Makes an allowed move; `relation` is that of the new arc, if there is one.
  void apply(Move move, Deprel relation);

  /// The word `depth` places below the top of the stack.
  std::int32_t stacked(std::size_t depth) const;
  /// The word `distance` places after the next word to be read.
  std::int32_t ahead(std::int32_t distance) const { return next_ + distance < size() ? next_ + distance : no_word; }

  /// The arcs at `word`; those of a word without any for `no_word`.
  const Word& word(std::int32_t word) const;
  const std::vector<Word>& words() const { return words_; }

 private:
  std::int32_t size() const { return static_cast<std::int32_t>(words_.size()); }

  std::vector<Word> words_;
  std::vector<std::int32_t> stack_;
  std::int32_t next_ = 0;
};

}  // namespace entente::prose
