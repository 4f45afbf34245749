// Clauses as dependency trees over words, with each name as one word.
#pragma once

#include "prose/language/weights.hpp"
#include "prose/passage.hpp"

namespace entente::prose {

/// Tags the tokens of every sentence.
void tag_tokens(Passage&, const Weights&);

/// Fills `words` and `clauses` of the passage and parses them: a name becomes one proper noun together with its title
/// and with the state or organization before that ("U.S. Deputy Secretary of State Wendy Sherman"); the members of a
/// semicolon list become clauses of their own; so does a date of several words. Needs tagged tokens, names and times.
void parse_clauses(Passage&, const Weights&);

}  // namespace entente::prose
