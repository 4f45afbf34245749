// Which names mean the same person, state, organization or text.
#pragma once

#include "prose/passage.hpp"
#include "prose/reading/lexicon.hpp"

namespace entente::prose {

/// Gives every name its referent: one for each entry of the lexicon, one for each person by full name or by surname,
/// one for each other name and the acronym that the text defines for it. Never joins names whose numbers differ
/// ("Minsk I", "Minsk II"). Fills `referents` and the words' `referent`. O(names log names).
void resolve_names(Passage&, const Lexicon&);

}  // namespace entente::prose
