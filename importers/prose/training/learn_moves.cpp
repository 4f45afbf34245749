#include "prose/training/parser_training.hpp"

#include <array>
#include <limits>

namespace entente::prose {

namespace {

constexpr unsigned exploration = 90;  ///< per cent of moves that follow the parser instead of the treebank
constexpr std::int32_t move_margin = 300;

using MoveScores = std::array<std::int32_t, move_count>;

struct Choice {
  Move predicted = Move::shift;
  Move right = Move::shift;  ///< the best-scored move among those of least cost
  Move wrong = Move::shift;  ///< the best-scored move among the others; the right one if there are none
};

Choice choose(const ParserState& state, const Oracle& oracle, const MoveScores& scores) {
  constexpr std::array<Move, move_count> all{Move::shift, Move::left, Move::right};
  constexpr std::int32_t lowest = std::numeric_limits<std::int32_t>::min();
  std::array<int, move_count> costs{};
  int least = std::numeric_limits<int>::max();
  for (const Move move : all) {
    if (state.allowed(move)) {
      costs[static_cast<std::size_t>(move)] = oracle.cost(state, move);
      least = std::min(least, costs[static_cast<std::size_t>(move)]);
    }
  }
  std::int32_t best_right = lowest;
  std::int32_t best_wrong = lowest;
  Choice choice;
  for (const Move move : all) {
    const auto at = static_cast<std::size_t>(move);
    if (!state.allowed(move)) {
      continue;
    }
    if (costs[at] == least && scores[at] > best_right) {
      best_right = scores[at];
      choice.right = move;
    } else if (costs[at] > least && scores[at] > best_wrong) {
      best_wrong = scores[at];
      choice.wrong = move;
    }
  }
  if (best_wrong == lowest) {
    choice.wrong = choice.right;
  }
  choice.predicted = best_wrong > best_right ? choice.wrong : choice.right;
  return choice;
}

Choice learn_move(Lesson& lesson, const ParserState& state) {
  MoveScores scores{};
  if (!state.chooses()) {
    return choose(state, lesson.oracle(), scores);
  }
  lesson.scores(state, scores);
  const Choice choice = choose(state, lesson.oracle(), scores);
  const auto right = static_cast<std::size_t>(choice.right);
  const auto wrong = static_cast<std::size_t>(choice.wrong);
  if (scores[wrong] + move_margin >= scores[right]) {
    lesson.moves().update(lesson.features(state).numbers(), right, wrong);
  }
  lesson.moves().tick();
  return choice;
}

}  // namespace

void learn_moves(Lesson& lesson, Random& random, bool explore) {
  ParserState state(lesson.words());
  while (!state.done()) {
    const Choice choice = learn_move(lesson, state);
    const Move move = explore && random.chance(exploration) ? choice.predicted : choice.right;
    Deprel relation = Deprel::root;
    if (move != Move::shift) {
      const Arc& arc = lesson.oracle().arc(state.dependent());
      const bool right = arc.head == state.head(move);
      relation = lesson.learn_relation(state, move);
      relation = right && !explore ? arc.relation : relation;
    }
    state.apply(move, relation);
  }
}

}  // namespace entente::prose
