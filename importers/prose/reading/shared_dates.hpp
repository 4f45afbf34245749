// The dates that statements about one event or text share.
#pragma once

#include "prose/passage.hpp"

namespace entente::prose {

/// Gives statements without a date that of the event or text that they are about: who takes part in a dated event does
/// so then, who is a party to a treaty has been since it was signed. O(statements).
void share_dates(Passage&);

}  // namespace entente::prose
