#pragma once

#include "prose/language/weights.hpp"
#include "prose/training/perceptron.hpp"
#include "prose/training/random.hpp"
#include "prose/training/treebank.hpp"

#include <map>
#include <span>
#include <string>
#include <vector>

namespace entente::prose {

/// Paths in the tree of word classes, by normalised word.
using WordClasses = std::map<std::string, std::uint16_t>;

/// The pairs of tags in the sentences, the most frequent first.
std::vector<Tag> collect_tags(std::span<const TreebankSentence> sentences);

/// What the model is to know of each word, from the sentences and the word classes; `tag_classes` as in the model.
std::vector<WordEntry> collect_words(std::span<const TreebankSentence> sentences, const WordClasses& classes,
                                     std::span<const Tag> tag_classes);

/// A tagger for the sentences; `known` has the tags and words.
Perceptron train_tagger(std::span<const TreebankSentence* const> sentences, const Weights& known, Random& random,
                        int iterations);

}  // namespace entente::prose
