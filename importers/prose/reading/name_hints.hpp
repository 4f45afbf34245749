// What the lexicon knows of each token, for the finder of names.
#pragma once

#include <set>
#include <span>
#include <string_view>
#include <vector>

#include "prose/language/name_hints.hpp"
#include "prose/passage.hpp"
#include "prose/reading/lexicon.hpp"

namespace entente::prose {

/// Gives the hints of tokens; made once for a lexicon, which must outlive it. Const use from several threads is safe.
class HintFinder {
 public:
  explicit HintFinder(const Lexicon& lexicon);

  /// One hint for each token of a document: the longest known name that it stands in (names are taken from left to
  /// right and do not overlap), offices, given names, surnames of known persons, nouns that say what they name, and how
  /// the word is used elsewhere in the document. O(n log n) in the number of tokens.
  [[nodiscard]] std::vector<NameHint> hints(std::span<const Token> tokens) const;

 private:
  const Lexicon& lexicon_;
  std::set<std::string_view> surnames_;
};

}  // namespace entente::prose
