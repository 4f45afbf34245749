// Proper names: who and what is named, where, and of which type.
#pragma once

#include "prose/passage.hpp"
#include "prose/reading/lexicon.hpp"

namespace entente::prose {

/// Fills `names` of the passage, in the order of the text: names that the lexicon knows, runs of capitalised words
/// typed by their head noun ("Peace Implementation Council"), by a title before them ("President Moon"), by a given
/// name, or by what stands around them; numbered provisions ("Article 4"). Names inside longer names are kept as parts
/// of them. Needs tokens with tags and sentences. A name gets one type over the whole text, the one most of its places
/// speak for.
void find_names(Passage&, const Lexicon&);

}  // namespace entente::prose
