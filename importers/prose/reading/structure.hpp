// What names and phrases are parts of: places in states, bodies of organizations, provisions of texts.
#pragma once

#include "prose/language/roles.hpp"
#include "prose/passage.hpp"
#include "prose/reading/lexicon.hpp"

namespace entente::prose {

/// Adds statements that the form of the text makes without a verb: "Berlin, Germany", "eastern Ukraine", "the Ukrainian
/// parliament", "UN Security Council", "Article 4" of a treaty, "the treaty between A and B". O(words + names).
void find_structure(Passage&, const Tree&, const Roles&, const Lexicon&);

}  // namespace entente::prose
