// Where sentences begin and end.
#pragma once

#include "prose/passage.hpp"

namespace entente::prose {

/// Fills `tokens` and `sentences` of the passage from its body blocks and headings, each heading being a sentence. A
/// sentence ends at a full stop, question or exclamation mark with its closing quotes and brackets, when what follows
/// can begin one, and at the end of a block that the next does not continue. Very long stretches without a full stop
/// are cut at a mark or after 400 tokens, so that work stays linear. O(length).
void split_sentences(Passage&);

}  // namespace entente::prose
