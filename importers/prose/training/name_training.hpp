#pragma once

#include "prose/language/name_tagger.hpp"
#include "prose/training/name_corpus.hpp"
#include "prose/training/perceptron.hpp"
#include "prose/training/random.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace entente::prose {

/// A finder of names for the sentences: a structured perceptron (Collins 2002) that must win by a margin. Where marks
/// leave several labels open, it learns the one that it likes best itself. Its weights are the sums of `rounds`
/// perceptrons that saw the sentences in different orders.
std::vector<FeatureWeights> train_names(std::span<const MarkedSentence* const> sentences, const Weights& weights,
                                        Random& random, int iterations, int rounds);

/// The bytes of the model, of which the classifier takes at most `budget` bytes of memory.
std::vector<std::byte> pack_names(std::vector<FeatureWeights> features, std::size_t budget);

/// How many names were found, with their exact boundaries and class.
struct NameScores {
  std::size_t right = 0, found = 0, marked = 0;
};

/// The scores by class, and of all classes in the last element. Sentences must be marked with classes of ours.
std::vector<NameScores> evaluate_names(const NameWeights& names, const Weights& weights,
                                       std::span<const MarkedSentence> sentences);

/// The scores as lines of text.
std::string to_text(std::span<const NameScores> scores);

}  // namespace entente::prose
