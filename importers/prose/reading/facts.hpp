// From what was read to facts in a graph.
#pragma once

#include <string>

#include <entente/graph_builder.hpp>

#include "prose/passage.hpp"
#include "prose/reading/lexicon.hpp"

namespace entente::prose {

/// Adds the document, an entity for every referent that is named or takes part in a statement, and the statements as
/// relations. Offsets become code points. O(n log n).
void add_facts(const Passage&, const Lexicon&, Document document, GraphBuilder&);

}  // namespace entente::prose
