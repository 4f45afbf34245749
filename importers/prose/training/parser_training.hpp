#pragma once

#include "prose/language/weights.hpp"
#include "prose/training/perceptron.hpp"
#include "prose/training/random.hpp"
#include "prose/training/treebank.hpp"

#include <span>
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

/// A parser for the examples; `known` has the words.
ParserPerceptrons train_parser(const std::vector<Example>& examples, const Weights& known, Random& random,
                               int iterations);

}  // namespace entente::prose
