#pragma once

#include "prose/training/tagger_training.hpp"

#include <filesystem>

namespace entente::prose {

/// The word classes in a file of lines `word<TAB>path`. Throws std::runtime_error if it cannot be read.
WordClasses read_word_classes(const std::filesystem::path& file);

} // namespace entente::prose
