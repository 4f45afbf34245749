#pragma once

#include "prose/training/tagger_training.hpp"

#include <cstddef>
#include <filesystem>

namespace entente::prose {

/// Classes of words that are used alike, from word vectors: a file of lines `word number number ...`, the most frequent
/// word first, of which the first `most` are taken.
///
/// A linear map learnt from the treebank tells from its vector how a word is used (tags, relations, heads, dependents),
/// so that also words the treebank lacks get a usage. By usage and vector together the words are cut in two again and
/// again, ten deep (two-means from the first principal direction), so that a prefix of a path is a wider class. Throws
/// std::runtime_error if the file cannot be read.
WordClasses make_word_classes(const std::filesystem::path& vectors, std::size_t most,
                              std::span<const TreebankSentence> sentences);

/// Reads and writes word classes as lines `word<TAB>path`. Both throw std::runtime_error if that fails.
WordClasses read_word_classes(const std::filesystem::path& file);
void write_word_classes(const WordClasses& classes, const std::filesystem::path& file);

}  // namespace entente::prose
