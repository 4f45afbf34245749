#pragma once

#include "prose/language/weights.hpp"
#include "prose/training/treebank.hpp"

#include <span>
#include <vector>

namespace entente::prose {

/// The lemma rules of the sentences: for each tag and ending the most frequent change, where it differs from that of
/// the shorter ending, and the words that differ from their endings.
std::vector<LemmaRule> learn_lemmas(std::span<const TreebankSentence> sentences);

}  // namespace entente::prose
