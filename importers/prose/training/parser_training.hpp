#pragma once

#include "prose/language/features.hpp"
#include "prose/language/parser_features.hpp"
#include "prose/language/weights.hpp"
#include "prose/training/oracle.hpp"
#include "prose/training/perceptron.hpp"
#include "prose/training/random.hpp"
#include "prose/training/treebank.hpp"

#include <array>
#include <vector>

namespace entente::prose {

/// A sentence to learn parsing from: the tags are those that the tagger would give, the arcs do not cross.
struct Example {
  std::vector<std::string> forms;
  std::vector<Tag> tags;
  std::vector<Arc> arcs;
};

struct ParserPerceptrons {
  Perceptron moves;
  Perceptron relations;
};

/// What one pass over the examples sees of each: the sentence, its tree, and the classifiers as they are by then.
class Lesson {
 public:
  Lesson(const Example& example, const Weights& known, ParserPerceptrons& perceptrons);

  std::size_t words() const { return nodes_.size(); }
  const Oracle& oracle() const { return oracle_; }
  Perceptron& moves() { return perceptrons_.moves; }

  /// The features of the next move.
  const FeatureList& features(const ParserState& state);

  /// Adds the score of each move.
  void scores(const ParserState& state, std::array<std::int32_t, move_count>& scores);

  /// The relation of the arc that `move` makes, as it would be named now.
  Deprel relation(const ParserState& state, Move move);

  /// The same, after which its name is learnt if it is an arc of the tree.
  Deprel learn_relation(const ParserState& state, Move move);

 private:
  using RelationScores = std::array<std::int32_t, deprel_names.size()>;

  RelationScores relation_scores(const ParserState& state, Move move);

  Oracle oracle_;
  std::vector<Node> nodes_;
  ParserPerceptrons& perceptrons_;
  FeatureList features_;
};

/// Learns from one sentence move by move, with the dynamic oracle and exploration of Goldberg and Nivre (2013); a move
/// is learnt if its score does not lead by a margin.
void learn_moves(Lesson& lesson, Random& random, bool explore);

/// Learns from one sentence as a whole: of the moves up to where a wrong way of the beam leads the right one by most
/// (max-violation updates; Huang, Fayong and Guo 2012), or follows it by less than a margin.
void learn_ways(Lesson& lesson);

/// A parser for the examples; `known` has the words. A few passes move by move, then `iterations` by beam search, over
/// which the weights of moves are averaged.
ParserPerceptrons train_parser(const std::vector<Example>& examples, const Weights& known, Random& random,
                               int iterations);

}  // namespace entente::prose
