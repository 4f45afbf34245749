#pragma once

#include "prose/language/parser.hpp"
#include "prose/language/transitions.hpp"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace entente::prose {

/// The cost of a move: the arcs of the treebank that can no longer be made after it (Goldberg and Nivre 2013).
class Oracle {
 public:
  explicit Oracle(const std::vector<Arc>& arcs) : arcs_(arcs), dependents_(arcs.size()) {
    for (std::size_t word = 0; word < arcs.size(); ++word) {
      if (arcs[word].head >= 0) {
        dependents_[static_cast<std::size_t>(arcs[word].head)].push_back(static_cast<std::int32_t>(word));
      }
    }
  }

  int cost(const ParserState& state, Move move) const {
    const std::int32_t end = static_cast<std::int32_t>(arcs_.size());
    const std::int32_t next = state.ahead(0) < 0 ? end : state.ahead(0);
    if (move == Move::shift) {
      return shift_cost(state, next);
    }
    const std::int32_t top = state.dependent();
    const std::int32_t head = head_of(top);
    const bool head_lost = move == Move::left ? (head > next || (head >= 0 && head == state.stacked(1))) : head >= next;
    return (head_lost ? 1 : 0) + dependents_from(top, next);
  }

  const Arc& arc(std::int32_t word) const { return arcs_[static_cast<std::size_t>(word)]; }

  /// The move by which the tree of the treebank is built if all moves before were such: an arc as soon as there is one.
  Move right_move(const ParserState& state) const {
    for (const Move move : {Move::left, Move::right}) {
      if (state.allowed(move) && cost(state, move) == 0) {
        return move;
      }
    }
    return Move::shift;
  }

 private:
  /// The head of a word; that of the root stands after the last word.
  std::int32_t head_of(std::int32_t word) const {
    const std::int32_t head = arc(word).head;
    return head < 0 ? static_cast<std::int32_t>(arcs_.size()) : head;
  }

  int dependents_from(std::int32_t word, std::int32_t first) const {
    const auto& below = dependents_[static_cast<std::size_t>(word)];
    return static_cast<int>(below.end() - std::lower_bound(below.begin(), below.end(), first));
  }

  int shift_cost(const ParserState& state, std::int32_t next) const {
    const auto stacked = [&](std::int32_t word) {
      return word < next && state.word(word).head == ParserState::no_word;
    };
    const std::int32_t head = head_of(next);
    int cost = head < next && head != state.stacked(0) && stacked(head) ? 1 : 0;
    for (const std::int32_t below : dependents_[static_cast<std::size_t>(next)]) {
      cost += stacked(below) ? 1 : 0;
    }
    return cost;
  }

  const std::vector<Arc>& arcs_;
  std::vector<std::vector<std::int32_t>> dependents_;
};

}  // namespace entente::prose
