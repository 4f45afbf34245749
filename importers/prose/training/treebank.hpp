#pragma once

#include "prose/language/parser.hpp"
#include "prose/language/tags.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace entente::prose {

/// A sentence of a treebank: column by column, one element for each word.
struct TreebankSentence {
  std::vector<std::string> forms;
  std::vector<std::string> lemmas;
  std::vector<Tag> tags;
  std::vector<Arc> arcs;

  std::size_t size() const { return forms.size(); }
  std::vector<std::string_view> words() const { return {forms.begin(), forms.end()}; }
};

/// The sentences of a CoNLL-U file, without the lines of multiword tokens and empty nodes. Leaves out sentences with a
/// tag or relation that this program does not know. Throws std::runtime_error if the file cannot be read.
std::vector<TreebankSentence> read_treebank(const std::filesystem::path& file);

/// A sentence in which names of several words are single words, and where each of its words was.
struct Collapsed {
  TreebankSentence sentence;
  std::vector<std::size_t> origins;  ///< for each word the place of (the head of) what it stands for
  std::vector<bool> names;           ///< for each word whether it stands for several
};

/// The sentence with each name of several words, titles before it included, as one word (its last), if it has such.
std::optional<Collapsed> collapse_names(const TreebankSentence& sentence);

/// The arcs with those that cross others lifted until none do (a word takes the head of its head).
std::vector<Arc> projectivise(std::vector<Arc> arcs);

}  // namespace entente::prose
