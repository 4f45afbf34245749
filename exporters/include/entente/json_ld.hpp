// Linked data.
#pragma once

#include <memory>
#include <string>

#include <entente/exporter.hpp>

namespace entente {

/// Where the names of a JSON-LD file live. The defaults are under a domain name that is reserved and belongs to nobody.
struct JsonLdOptions {
  std::string base = "https://entente.example/id/";        ///< of entities, documents and statements; ends in `/`
  std::string vocabulary = "https://entente.example/ns#";  ///< of types and predicates; ends in `/` or `#`
};

/// Writes JSON-LD 1.1 with its context inside.
///
/// Entities are `base` + `entity/` + key, documents `base` + `document/` + key (percent-encoded). Every relation is a
/// statement node with subject, predicate, object, mood, time, source and evidence; its name is made from what it says,
/// and so the same in every graph. What is actual, affirmed and attributed to nobody is a plain triple as well.
/// Evidence and mentions are places in documents (`oa:SpecificResource`), offsets counted in code points.
/// Attributes are left out.
std::shared_ptr<const Exporter> json_ld_exporter(JsonLdOptions = {});

}  // namespace entente
