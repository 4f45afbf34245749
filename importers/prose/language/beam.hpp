// The search for the best tree of a sentence, for training and for parsing.
#pragma once

#include "prose/language/transitions.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace entente::prose {

/// The best few ways of going on with a sentence, all after the same number of moves (beam search).
///
/// `Model` has `scores(state, std::array<std::int32_t, move_count>&)`, which gives each move of a state its score, and
/// `relation(state, move)`, which names the arc that a move makes. The score of a way is the sum of those of its moves.
template <typename Model>
class Beam {
 public:
  /// One way: the state that it has come to, its score, and how it went on from the ways one move before.
  struct Way {
    ParserState state;
    std::int64_t score = 0;
    std::size_t from = 0;
    Move move = Move::shift;
    Deprel relation = Deprel::root;
  };

  /// Keeps at most `width` ways, and of those only the ones whose score is less than `gap` below the best.
  Beam(Model& model, std::size_t words, std::size_t width, std::int64_t gap)
      : model_(model), width_(width), gap_(gap), ways_{Way{ParserState(words)}} {}

  bool done() const { return ways_.front().state.done(); }

  /// The ways so far, the best first.
  const std::vector<Way>& ways() const { return ways_; }

  /// Makes one move in every way.
  void step() {
    candidates_.clear();
    for (std::size_t from = 0; from < ways_.size(); ++from) {
      expand(from);
    }
    std::stable_sort(candidates_.begin(), candidates_.end(),
                     [](const Candidate& one, const Candidate& other) { return one.score > other.score; });
    while (candidates_.size() > width_ || candidates_.back().score + gap_ <= candidates_.front().score) {
      candidates_.pop_back();
    }
    follow();
  }

 private:
  struct Candidate {
    std::int64_t score = 0;
    std::size_t from = 0;
    Move move = Move::shift;
  };

  void expand(std::size_t from) {
    const Way& way = ways_[from];
    constexpr std::array<Move, move_count> moves{Move::shift, Move::left, Move::right};
    std::array<std::int32_t, move_count> scores{};
    if (way.state.chooses()) {
      model_.scores(way.state, scores);
    }
    for (const Move move : moves) {
      if (way.state.allowed(move)) {
        candidates_.push_back({way.score + scores[static_cast<std::size_t>(move)], from, move});
      }
    }
  }

  void follow() {
    std::vector<std::size_t> last(ways_.size(), candidates_.size());
    for (std::size_t at = 0; at < candidates_.size(); ++at) {
      last[candidates_[at].from] = at;
    }
    next_.clear();
    for (std::size_t at = 0; at < candidates_.size(); ++at) {
      const auto& [score, from, move] = candidates_[at];
      Way& before = ways_[from];
      const Deprel relation = move == Move::shift ? Deprel::root : model_.relation(before.state, move);
      next_.push_back({last[from] == at ? std::move(before.state) : before.state, score, from, move, relation});
      next_.back().state.apply(move, relation);
    }
    std::swap(ways_, next_);
  }

  Model& model_;
  std::size_t width_;
  std::int64_t gap_;
  std::vector<Way> ways_;
  std::vector<Way> next_;
  std::vector<Candidate> candidates_;
};

}  // namespace entente::prose
