// What of a text is running prose, and what the text says about itself.
#pragma once

#include "prose/passage.hpp"

namespace entente::prose {

/// Fills `blocks` and `imprint` of the passage. Navigation, credits, share links, page footers, copyright lines,
/// repeated pull quotes and stray marks are set aside with their kind; title, byline, publisher and date are read from
/// them. Offsets stay those of the text. O(length).
void clean(Passage&);

}  // namespace entente::prose
