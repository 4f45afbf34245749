// What pronouns and descriptions mean: "he", "both leaders", "the agreement", "Russian peacekeepers".
#pragma once

#include "prose/language/roles.hpp"
#include "prose/language/tree.hpp"
#include "prose/passage.hpp"
#include "prose/reading/lexicon.hpp"

namespace entente::prose {

/// Goes through the text once, from left to right. A description whose head noun the lexicon types ("the treaty",
/// "Russian peacekeepers", "a video call") gets a referent: that of an earlier one when it is definite and fits, a new
/// one when it brings something new. Pronouns and groups ("both sides") get those of whom was spoken last and fits in
/// gender, number and type. When nobody fits they are left without. Fills the words' `referent`. O(words).
void resolve_descriptions(Passage&, const Tree&, const Roles&, const Lexicon&);

}  // namespace entente::prose
