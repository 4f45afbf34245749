// Meetings and calls that a verb tells of: "Biden and Putin spoke by telephone" is an event with two participants.
#pragma once

#include "prose/language/roles.hpp"
#include "prose/passage.hpp"

namespace entente::prose {

/// Adds an event, with participants, place and date, for every verb of meeting or calling that joins two actors.
/// O(words).
void find_meetings(Passage&, const Tree&, const Roles&);

}  // namespace entente::prose
