// What texts and proposals say: their provisions, whom these oblige, what they are about.
#pragma once

#include "prose/language/roles.hpp"
#include "prose/passage.hpp"
#include "prose/reading/attitudes.hpp"

namespace entente::prose {

/// Adds statements about the content of agreements, proposals and provisions: whom a clause under one obliges ("Under
/// Article 4 GAM undertook to …", "the treaty would commit both parties to …"), the places, bodies and texts it is
/// about, the members of an enumeration as provisions of the text ("to not …; not …; refrain from …"), and numbered
/// points
/// ("First, … Second, …") as proposals. O(words).
void find_provisions(Passage&, const Tree&, const Roles&, const AttitudeLexicon&);

}  // namespace entente::prose
