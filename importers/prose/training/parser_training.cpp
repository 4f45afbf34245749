#include "prose/training/parser_training.hpp"

#include <algorithm>
#include <numeric>

namespace entente::prose {

namespace {

constexpr std::int32_t relation_margin = 300;
constexpr int passes_by_moves = 3;

template <typename Scores>
Deprel best_of(const Scores& scores) {
  return static_cast<Deprel>(std::max_element(scores.begin(), scores.end()) - scores.begin());
}

}  // namespace

Lesson::Lesson(const Example& example, const Weights& known, ParserPerceptrons& perceptrons)
    : oracle_(example.arcs),
      nodes_(
          make_nodes(known, std::vector<std::string_view>(example.forms.begin(), example.forms.end()), example.tags)),
      perceptrons_(perceptrons) {}

const FeatureList& Lesson::features(const ParserState& state) {
  move_features(state, nodes_, features_);
  return features_;
}

void Lesson::scores(const ParserState& state, std::array<std::int32_t, move_count>& scores) {
  perceptrons_.moves.add_scores(features(state).numbers(), scores);
}

Deprel Lesson::relation(const ParserState& state, Move move) {
  return best_of(relation_scores(state, move));
}

Deprel Lesson::learn_relation(const ParserState& state, Move move) {
  const auto scores = relation_scores(state, move);
  const Arc& arc = oracle_.arc(state.dependent());
  if (arc.head == state.head(move)) {
    perceptrons_.relations.learn(features_.numbers(), scores, static_cast<std::size_t>(arc.relation), relation_margin);
    perceptrons_.relations.tick();
  }
  return best_of(scores);
}

Lesson::RelationScores Lesson::relation_scores(const ParserState& state, Move move) {
  relation_features(state, nodes_, move, features_);
  RelationScores scores{};
  perceptrons_.relations.add_scores(features_.numbers(), scores);
  return scores;
}

ParserPerceptrons train_parser(const std::vector<Example>& examples, const Weights& known, Random& random,
                               int iterations) {
  std::vector<std::size_t> order(examples.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  ParserPerceptrons perceptrons;
  for (int pass = 0; pass < passes_by_moves + iterations; ++pass) {
    if (pass == passes_by_moves) {
      perceptrons.moves.restart_average();
    }
    random.shuffle(order);
    for (const std::size_t at : order) {
      Lesson lesson(examples[at], known, perceptrons);
      if (pass < passes_by_moves) {
        learn_moves(lesson, random, pass > 0);
      } else {
        learn_ways(lesson);
      }
    }
  }
  return perceptrons;
}

}  // namespace entente::prose
