#include "prose/language/beam.hpp"
#include "prose/training/parser_training.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace entente::prose {

namespace {

constexpr std::size_t beam_width = 8;
constexpr std::int64_t no_gap = std::int64_t{1} << 60;
constexpr std::int64_t way_margin = 2000;

/// One move of a way.
struct Step {
  Move move = Move::shift;
  Deprel relation = Deprel::root;
};

using Way = std::vector<Step>;

/// Follows the treebank beside a beam.
class RightWay {
 public:
  explicit RightWay(Lesson& lesson) : lesson_(lesson), state_(lesson.words()) {}

  void step() {
    const Move move = lesson_.oracle().right_move(state_);
    if (state_.chooses()) {
      std::array<std::int32_t, move_count> scores{};
      lesson_.scores(state_, scores);
      score_ += scores[static_cast<std::size_t>(move)];
    }
    const Deprel relation = move == Move::shift ? Deprel::root : lesson_.oracle().arc(state_.dependent()).relation;
    steps_.push_back({move, relation});
    state_.apply(move, relation);
  }

  std::int64_t score() const { return score_; }
  const Way& steps() const { return steps_; }

 private:
  Lesson& lesson_;
  ParserState state_;
  std::int64_t score_ = 0;
  Way steps_;
};

/// What the beam held after each move.
class History {
 public:
  /// Where a way stood after so many moves.
  struct Place {
    std::size_t moves = 0;
    std::size_t at = 0;
  };

  void add(const std::vector<Beam<Lesson>::Way>& ways, Move right) {
    std::vector<Link> now;
    for (const auto& way : ways) {
      const bool right_before = links_.empty() || links_.back()[way.from].right;
      now.push_back({{way.move, way.relation}, way.from, right_before && way.move == right});
    }
    links_.push_back(std::move(now));
  }

  /// Where the best of the ways stands now that has made a wrong move; nowhere if none has.
  std::optional<Place> best_wrong() const {
    const auto& now = links_.back();
    const auto found = std::find_if(now.begin(), now.end(), [](const Link& link) { return !link.right; });
    return found == now.end() ? std::nullopt
                              : std::optional(Place{links_.size(), static_cast<std::size_t>(found - now.begin())});
  }

  /// The best way now.
  Place best() const { return {links_.size(), 0}; }

  /// The moves by which a way has come to its place.
  Way way(Place place) const {
    Way way(place.moves);
    for (std::size_t move = place.moves; move-- > 0;) {
      const Link& link = links_[move][place.at];
      way[move] = link.step;
      place.at = link.from;
    }
    return way;
  }

 private:
  /// The last move of a way, the place of the way that it goes on, and whether all its moves are right.
  struct Link {
    Step step;
    std::size_t from = 0;
    bool right = true;
  };

  std::vector<std::vector<Link>> links_;
};

/// Adds `change` to the weights of the moves of a way from `first` on.
void change_moves(Lesson& lesson, const Way& way, std::size_t count, std::size_t first, std::int32_t change) {
  ParserState state(lesson.words());
  for (std::size_t at = 0; at < count; ++at) {
    if (at >= first && state.chooses()) {
      lesson.moves().add(lesson.features(state).numbers(), static_cast<std::size_t>(way[at].move), change);
    }
    state.apply(way[at].move, way[at].relation);
  }
}

/// Where two ways part, by moves or by the relations that later moves see.
std::size_t parting(const Way& one, const Way& other) {
  const auto [left, right] =
      std::mismatch(one.begin(), one.end(), other.begin(), other.end(),
                    [](const Step& a, const Step& b) { return a.move == b.move && a.relation == b.relation; });
  return static_cast<std::size_t>(left - one.begin());
}

void learn_relations(Lesson& lesson, const Way& way) {
  ParserState state(lesson.words());
  for (const Step& step : way) {
    if (step.move != Move::shift) {
      lesson.learn_relation(state, step.move);
    }
    state.apply(step.move, step.relation);
  }
}

}  // namespace

void learn_ways(Lesson& lesson) {
  Beam<Lesson> beam(lesson, lesson.words(), beam_width, no_gap);
  RightWay right(lesson);
  History history;
  std::optional<History::Place> violation;
  std::int64_t most = -way_margin;
  while (!beam.done()) {
    right.step();
    beam.step();
    history.add(beam.ways(), right.steps().back().move);
    const auto wrong = history.best_wrong();
    if (wrong && beam.ways()[wrong->at].score - right.score() > most) {
      most = beam.ways()[wrong->at].score - right.score();
      violation = wrong;
    }
  }
  if (violation) {
    const Way wrong = history.way(*violation);
    const std::size_t first = parting(wrong, right.steps());
    change_moves(lesson, right.steps(), wrong.size(), first, 1);
    change_moves(lesson, wrong, wrong.size(), first, -1);
  }
  lesson.moves().tick();
  learn_relations(lesson, history.way(history.best()));
  learn_relations(lesson, right.steps());
}

}  // namespace entente::prose
