// Reading the native JSON.
#pragma once

#include <cstddef>
#include <memory>

#include <entente/importer.hpp>

namespace entente {

/// What a JSON document may ask for; whatever is beyond is reported and the document is not read.
struct JsonLimits {
  std::size_t depth = 64;            ///< lists and objects within each other
  std::size_t bytes = 0xFFFF'FFFFU;  ///< the length of a document; more than the default is not possible
  std::size_t threads = 0;           ///< that may read one document; 0: as many as the machine has
  std::size_t bytes_each_part = std::size_t{1} << 23U;  ///< of a document that a thread reads at a time
};

/// The importer of the native JSON graph format, described in docs/native-json.md.
///
/// A syntax error leaves the whole document unread; any other trouble costs only the item that it is in. Relations may
/// come before the entities that they join. What comes of a document does not depend on the number of threads.
/// O(length) time; memory for the facts and the names of references only.
std::shared_ptr<const Importer> make_json_importer(JsonLimits = {});

}  // namespace entente
