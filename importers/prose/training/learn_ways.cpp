#include "prose/language/beam.hpp"
#include "prose/training/parser_training.hpp"

#include <algorithm>
#include <array>
#include <limits>

namespace entente::prose {

namespace {

constexpr std::size_t beam_width = 8;
constexpr std::int64_t no_gap = std::int64_t{1} << 60;
constexpr std::int64_t way_margin = 2000;

/// One move of a way, and the place before it in the beam of the way that it goes on.
struct Step {
  Move move = Move::shift;
  Deprel relation = Deprel::root;
  std::size_t from = 0;
};

using Way = std::vector<Step>;

bool same_moves(const Way& one, const Way& other) {
  return std::equal(one.begin(), one.end(), other.begin(), other.end(),
                    [](const Step& left, const Step& right) { return left.move == right.move; });
}

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
    steps_.push_back({move, relation, 0});
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
  void add(const std::vector<Beam<Lesson>::Way>& ways) {
    auto& now = steps_.emplace_back();
    for (const auto& way : ways) {
      now.push_back({way.move, way.relation, way.from});
    }
  }

  /// The moves of the way that stands at `place` now.
  Way way(std::size_t place) const {
    Way way(steps_.size());
    for (std::size_t at = steps_.size(); at-- > 0;) {
      way[at] = steps_[at][place];
      place = way[at].from;
    }
    return way;
  }

 private:
  std::vector<std::vector<Step>> steps_;
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
  Way violation;
  std::int64_t most = -way_margin;
  while (!beam.done()) {
    right.step();
    beam.step();
    history.add(beam.ways());
    std::size_t place = 0;
    Way wrong = history.way(place);
    if (same_moves(wrong, right.steps())) {
      if (beam.ways().size() == 1) {
        continue;
      }
      place = 1;
      wrong = history.way(place);
    }
    const std::int64_t lead = beam.ways()[place].score - right.score();
    if (lead > most) {
      most = lead;
      violation = std::move(wrong);
    }
  }
  if (!violation.empty()) {
    const std::size_t first = parting(violation, right.steps());
    change_moves(lesson, right.steps(), violation.size(), first, 1);
    change_moves(lesson, violation, violation.size(), first, -1);
  }
  lesson.moves().tick();
  learn_relations(lesson, history.way(0));
  learn_relations(lesson, right.steps());
}

}  // namespace entente::prose
