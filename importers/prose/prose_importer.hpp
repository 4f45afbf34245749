// English running text as an importer.
#pragma once

#include <memory>

#include <entente/importer.hpp>

namespace entente {

/// The importer of English prose. It calls the stages of reading in order: cleaning, sentences and tokens, tags, names,
/// clauses, expressions of time, referents, attitudes, relations. O(length of the text).
std::shared_ptr<const Importer> make_prose_importer();

}  // namespace entente
