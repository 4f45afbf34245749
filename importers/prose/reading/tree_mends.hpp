// Corrections of parsed trees where what the parser gets wrong is known and words and names tell how it is right.
#pragma once

#include <cstdint>

#include "prose/passage.hpp"

namespace entente::prose {

/// Corrects the tree of the words [first, last), which hang on one another. At most O(words²), for a few of the
/// words of a sentence.
void mend_tree(Passage&, std::uint32_t first, std::uint32_t last);

}  // namespace entente::prose
