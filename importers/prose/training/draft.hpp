#pragma once

#include "prose/language/weights.hpp"

#include <filesystem>
#include <ostream>

namespace entente::prose {

/// Writes the sentences of a text as CoNLL-U with the tags, lemmas and trees of the model: a draft of a treebank, to be
/// corrected by hand. Sentences are numbered after the file's name. Throws IoError if the file cannot be read.
void draft_treebank(const Weights& weights, const std::filesystem::path& text, std::ostream& out);

}  // namespace entente::prose
