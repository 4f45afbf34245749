// Who holds which office: titles, appositions, "is the president of".
#pragma once

#include "prose/language/roles.hpp"
#include "prose/passage.hpp"
#include "prose/reading/lexicon.hpp"

namespace entente::prose {

/// Adds a `holds_office` statement for every title before a person's name ("Russian Foreign Minister Sergei Lavrov"),
/// office in apposition to one ("Catherine Ashton, the European Union's foreign policy chief") and office said of one
/// ("X is the president of Y"). O(words).
void find_offices(Passage&, const Tree&, const Roles&, const Lexicon&);

}  // namespace entente::prose
