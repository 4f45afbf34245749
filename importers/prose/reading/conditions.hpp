// On what a statement depends: "if Russia invades", "once elections are held", "in the event of an attack".
#pragma once

#include "prose/language/roles.hpp"
#include "prose/passage.hpp"

namespace entente::prose {

/// Gives every statement whose clause has a condition what that says: the statement in it, or the event that it names.
/// O(statements x length of their sentences).
void find_conditions(Passage&, const Tree&, const Roles&);

}  // namespace entente::prose
