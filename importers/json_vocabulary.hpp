// The fields of the native JSON: which there are, where, and what they hold.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "json_tokens.hpp"

namespace entente {

enum class JsonField : std::uint8_t {
  format,
  version,
  document,
  documents,
  entities,
  relations,
  id,
  title,
  date,
  author,
  publisher,
  source,
  language,
  sha256,
  type,
  name,
  aliases,
  identifiers,
  mentions,
  subject,
  predicate,
  object,
  polarity,
  modality,
  role,
  condition,
  confidence,
  rule,
  evidence,
  start,
  end,
  text,
  kind,
  other,    ///< none that the format knows
  repeated  ///< given before in the same object
};

/// The lists and objects that the format gives a meaning.
enum class JsonPlace : std::uint8_t {
  graph,
  documents,
  document,
  entities,
  entity,
  aliases,
  identifiers,
  mentions,
  mention,
  relations,
  relation,
  evidence_list,
  evidence
};

/// The field of that name in such an object, or `other`. O(length of the name).
JsonField field_named(std::string_view name, JsonPlace);

/// Where one gets by opening a list or object in that field (`other` for the items of a list), or nothing if none
/// belongs there.
std::optional<JsonPlace> place_within(JsonPlace, JsonField, JsonKind);

bool is_list(JsonPlace);
std::string_view name(JsonField);
/// What it holds, for messages: "a list of entities".
std::string_view must_be(JsonField);
/// What an item of a list must be, for messages: "an entity must be an object".
std::string_view item_must_be(JsonPlace list);
/// What the object is called in messages: "the entity".
std::string_view noun(JsonPlace);

}  // namespace entente
