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

/// The sentences of a file with a word and a label on each line (BIO or IO, separated by white space), with the types
/// of CrossNER politics or those of CoNLL 2003. Lines `-DOCSTART-` begin documents; without them each sentence is one.
///
/// Words are cut further as the reader cuts them, types are translated into sets of ours, tags and hints are added.
/// Throws std::runtime_error if the file cannot be read or has a label that is not known.
std::vector<MarkedSentence> read_marked(const std::filesystem::path& file, const Weights& weights);

/// The sentences of a treebank in CoNLL-U with entities as GUM marks them in the last column (`Entity=(1-person-…`).
///
/// GUM marks whole phrases, common nouns and names alike; here a phrase is a name if its head is a proper noun. The
/// head must be part of a name of the right class, other words of the phrase may be. Throws as `read_marked`.
std::vector<MarkedSentence> read_entities(const std::filesystem::path& file, const Weights& weights);

}  // namespace entente::prose
