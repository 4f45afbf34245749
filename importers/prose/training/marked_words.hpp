#pragma once

#include "prose/training/name_corpus.hpp"

#include <string>
#include <vector>

namespace entente::prose {

/// A set of classes of names, one bit each.
using NameClassSet = unsigned;

constexpr NameClassSet set_of(NameClass type) {
  return 1U << static_cast<unsigned>(type);
}

/// A word of a corpus with what its marks say.
struct MarkedWord {
  std::string word;
  NameClassSet classes = 0;  ///< of the name that it belongs to; 0 outside names
  bool begins = false;       ///< a name begins here
  bool bounded = true;       ///< where the name begins and ends is known
  bool optional = false;     ///< it may as well be outside names
};

using MarkedDocument = std::vector<std::vector<MarkedWord>>;  ///< by sentence

/// The document as the finder of names sees it: words cut as the reader cuts them, with tags and hints.
std::vector<MarkedSentence> make_sentences(const MarkedDocument& document, const Weights& weights);

}  // namespace entente::prose
