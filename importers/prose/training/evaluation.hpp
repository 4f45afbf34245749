#pragma once

#include "prose/language/weights.hpp"
#include "prose/training/treebank.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace entente::prose {

/// How much of a treebank the model gets right, counted in words; punctuation and subtypes of relations count.
struct Scores {
  std::size_t words = 0;
  std::size_t upos = 0;
  std::size_t xpos = 0;
  std::size_t heads = 0;
  std::size_t relations = 0;  ///< head and relation
  std::size_t heads_with_gold_tags = 0;
  std::size_t relations_with_gold_tags = 0;
  std::size_t lemmas = 0;
  std::size_t lemmas_with_gold_tags = 0;
  double seconds = 0;  ///< of the processor, for tagging and parsing
};

/// The scores of the model on the sentences. With `collapse`, names of several words are made one and their tags given.
Scores evaluate(const Weights& weights, const std::vector<TreebankSentence>& sentences, bool collapse);

/// The scores as lines of text.
std::string to_text(const Scores& scores);

}  // namespace entente::prose
