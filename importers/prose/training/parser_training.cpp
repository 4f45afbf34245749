#include "prose/training/parser_training.hpp"

#include "prose/language/parser_features.hpp"
#include "prose/language/transitions.hpp"

#include <algorithm>
#include <array>
#include <limits>

namespace entente::prose {

namespace {

constexpr unsigned exploration = 90;  ///< per cent of moves that follow the parser instead of the treebank

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

constexpr std::array<Move, move_count> all_moves{Move::shift, Move::left, Move::right};

struct Choice {
  Move predicted = Move::shift;
  Move right = Move::shift;  ///< the best-scored move among those of least cost
};

Choice choose(const ParserState& state, const Oracle& oracle, std::span<const std::int32_t> scores) {
  Choice choice;
  std::int32_t best = std::numeric_limits<std::int32_t>::min();
  std::int32_t best_right = best;
  int least = std::numeric_limits<int>::max();
  for (const Move move : all_moves) {
    if (!state.allowed(move)) {
      continue;
    }
    const std::int32_t score = scores[static_cast<std::size_t>(move)];
    const int cost = oracle.cost(state, move);
    if (score > best) {
      best = score;
      choice.predicted = move;
    }
    if (cost < least || (cost == least && score > best_right)) {
      least = cost;
      best_right = score;
      choice.right = move;
    }
  }
  return choice;
}

/// Trains on one sentence.
class SentenceTrainer {
 public:
  SentenceTrainer(const Example& example, const Weights& known, ParserPerceptrons& perceptrons, Random& random)
      : oracle_(example.arcs),
        nodes_(
            make_nodes(known, std::vector<std::string_view>(example.forms.begin(), example.forms.end()), example.tags)),
        state_(example.forms.size()),
        perceptrons_(perceptrons),
        random_(random) {}

  void run(bool explore) {
    while (!state_.done()) {
      const Choice choice = learn_move();
      const Move move = explore && random_.chance(exploration) ? choice.predicted : choice.right;
      state_.apply(move, move == Move::shift ? Deprel::root : learn_relation(move, explore));
    }
  }

 private:
  Choice learn_move() {
    std::array<std::int32_t, move_count> scores{};
    const bool forced = !state_.allowed(Move::shift) || !state_.allowed(Move::left);
    if (forced) {
      return choose(state_, oracle_, scores);
    }
    move_features(state_, nodes_, features_);
    perceptrons_.moves.add_scores(features_.numbers(), scores);
    const Choice choice = choose(state_, oracle_, scores);
    if (oracle_.cost(state_, choice.predicted) > oracle_.cost(state_, choice.right)) {
      perceptrons_.moves.update(features_.numbers(), static_cast<std::size_t>(choice.right),
                                static_cast<std::size_t>(choice.predicted));
    }
    perceptrons_.moves.tick();
    return choice;
  }

  Deprel learn_relation(Move move, bool explore) {
    relation_features(state_, nodes_, move, features_);
    std::array<std::int32_t, deprel_names.size()> scores{};
    perceptrons_.relations.add_scores(features_.numbers(), scores);
    const auto predicted = static_cast<Deprel>(std::max_element(scores.begin(), scores.end()) - scores.begin());
    const Arc& arc = oracle_.arc(state_.dependent());
    if (arc.head != state_.head(move)) {
      return predicted;
    }
    perceptrons_.relations.update(features_.numbers(), static_cast<std::size_t>(arc.relation),
                                  static_cast<std::size_t>(predicted));
    perceptrons_.relations.tick();
    return explore ? predicted : arc.relation;
  }

  Oracle oracle_;
  std::vector<Node> nodes_;
  ParserState state_;
  ParserPerceptrons& perceptrons_;
  Random& random_;
  FeatureList features_;
};

}  // namespace

ParserPerceptrons train_parser(const std::vector<Example>& examples, const Weights& known, Random& random,
                               int iterations) {
  std::vector<std::size_t> order(examples.size());
  for (std::size_t at = 0; at < order.size(); ++at) {
    order[at] = at;
  }
  ParserPerceptrons perceptrons;
  for (int iteration = 0; iteration < iterations; ++iteration) {
    random.shuffle(order);
    for (const std::size_t at : order) {
      SentenceTrainer(examples[at], known, perceptrons, random).run(iteration > 0);
    }
  }
  return perceptrons;
}

}  // namespace entente::prose
