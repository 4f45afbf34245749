#pragma once

#include "prose/language/name_hints.hpp"
#include "prose/language/name_labels.hpp"
#include "prose/language/tags.hpp"
#include "prose/language/weights.hpp"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace entente::prose {

/// A sentence with its names marked, as the finder of names sees it.
struct MarkedSentence {
  std::vector<std::string> words;
  std::vector<NameLabelSet> allowed;  ///< for each word the labels that the marks leave open
  std::vector<Tag> tags;
  std::vector<NameHint> hints;

  std::vector<std::string_view> views() const { return {words.begin(), words.end()}; }
};

/// The sentences of a file with a word and a label on each line (BIO or IO, separated by white space). Words are cut
/// further as the reader cuts them, labels are translated into sets of ours, tags and hints are added.
/// Throws std::runtime_error if the file cannot be read or has a label that is not known.
std::vector<MarkedSentence> read_marked(const std::filesystem::path& file, const Weights& weights);

}  // namespace entente::prose
