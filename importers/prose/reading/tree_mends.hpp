// Corrections of parsed trees where what the parser gets wrong is known and words and names tell how it is right.
#pragma once

#include <cstdint>

#include "prose/passage.hpp"

namespace entente::prose {

/// Corrects the tree of the words [first, last), which hang on one another. O(words × depth of the tree).
void mend_tree(Passage&, std::uint32_t first, std::uint32_t last);

}  // namespace entente::prose
