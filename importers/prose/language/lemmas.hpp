#pragma once

#include "prose/language/tags.hpp"
#include "prose/language/weights.hpp"

#include <string>
#include <string_view>

namespace entente::prose {

/// The base form of a word, normalised as the models look words up (lower case): `invade` for `Invaded` tagged VBD.
///
/// By the rule of the longest ending that the model has for the tag, with the silent e of a verb restored where that
/// makes a known word; a word in which no rule changes anything is its own lemma. Any bytes are accepted. Linear in the
/// length of the word.
std::string lemma(const Weights& weights, std::string_view word, Tag tag);

/// The base form of a word by the model inside the library.
std::string lemma(std::string_view word, Tag tag);

}  // namespace entente::prose
