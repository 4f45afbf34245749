#include "json_vocabulary.hpp"

#include <algorithm>
#include <array>

#include "text_ends.hpp"

namespace entente {
namespace {

struct FieldRow {
  std::string_view name;
  std::string_view must_be;
};

/// In the order of `JsonField`.
constexpr std::array<FieldRow, 33> field_rows{{
    {"format", "the string \"entente-graph\""},
    {"version", "the number 1"},
    {"document", "an object"},
    {"documents", "a list of documents"},
    {"entities", "a list of entities"},
    {"relations", "a list of relations"},
    {"id", "a string"},
    {"title", "a string"},
    {"date", "a string"},
    {"author", "a string"},
    {"publisher", "a string"},
    {"source", "a string"},
    {"language", "a string"},
    {"sha256", "a string"},
    {"type", "a string"},
    {"name", "a string"},
    {"aliases", "a list of strings"},
    {"identifiers", "an object of strings"},
    {"mentions", "a list of mentions"},
    {"subject", "the id of an entity, a string"},
    {"predicate", "a string"},
    {"object", "the id of an entity, a string"},
    {"polarity", "a string"},
    {"modality", "a string"},
    {"role", "a string"},
    {"condition", "the id of an entity or a relation, a string"},
    {"confidence", "a number"},
    {"rule", "a string"},
    {"evidence", "a string or a list of evidence"},
    {"start", "a number"},
    {"end", "a number"},
    {"text", "a string"},
    {"kind", "a string"},
}};

using enum JsonField;
constexpr std::array graph_fields{format, version, document, documents, entities, relations};
constexpr std::array document_fields{id, title, date, author, publisher, source, language, sha256};
constexpr std::array entity_fields{id, type, JsonField::name, aliases, identifiers, mentions};
constexpr std::array relation_fields{id,     subject, predicate, object,     polarity, modality, date,
                                     source, role,    condition, confidence, rule,     evidence};
constexpr std::array mention_fields{document, start, end, text, kind};
constexpr std::array evidence_fields{document, start, end, text};

constexpr std::size_t place_count = static_cast<std::size_t>(JsonPlace::evidence) + 1;

/// A bit for each field that an object of the place may have.
constexpr auto fields_of_places = [] {
  std::array<std::uint64_t, place_count> sets{};
  const auto set = [&](JsonPlace place, const auto& fields) {
    for (const JsonField field : fields) {
      sets[static_cast<std::size_t>(place)] |= std::uint64_t{1} << static_cast<unsigned>(field);
    }
  };
  set(JsonPlace::graph, graph_fields);
  set(JsonPlace::document, document_fields);
  set(JsonPlace::entity, entity_fields);
  set(JsonPlace::relation, relation_fields);
  set(JsonPlace::mention, mention_fields);
  set(JsonPlace::evidence, evidence_fields);
  return sets;
}();

/// Tells the names of all fields apart; the factors were found by trying.
constexpr std::size_t slot_of(std::string_view name) {
  const auto letter = [&](std::size_t i) { return static_cast<std::size_t>(static_cast<unsigned char>(name[i])); };
  return name.size() < 2 ? 0 : (4 * name.size() + 16 * letter(0) + 7 * letter(1) + letter(name.size() - 1)) % 64;
}

constexpr auto fields_by_slot = [] {
  std::array<JsonField, 64> fields{};
  fields.fill(other);
  for (std::size_t i = 0; i < field_rows.size(); ++i) fields[slot_of(field_rows[i].name)] = static_cast<JsonField>(i);
  return fields;
}();
static_assert(std::count(fields_by_slot.begin(), fields_by_slot.end(), other) == 64 - field_rows.size(),
              "no two fields share a slot");

struct Passage {
  JsonPlace from;
  JsonField field;  // `other` in lists
  JsonPlace to;
};

constexpr std::array passages{
    Passage{JsonPlace::graph, document, JsonPlace::document},
    Passage{JsonPlace::graph, documents, JsonPlace::documents},
    Passage{JsonPlace::graph, entities, JsonPlace::entities},
    Passage{JsonPlace::graph, relations, JsonPlace::relations},
    Passage{JsonPlace::documents, other, JsonPlace::document},
    Passage{JsonPlace::entities, other, JsonPlace::entity},
    Passage{JsonPlace::entity, aliases, JsonPlace::aliases},
    Passage{JsonPlace::entity, identifiers, JsonPlace::identifiers},
    Passage{JsonPlace::entity, mentions, JsonPlace::mentions},
    Passage{JsonPlace::mentions, other, JsonPlace::mention},
    Passage{JsonPlace::relations, other, JsonPlace::relation},
    Passage{JsonPlace::relation, evidence, JsonPlace::evidence_list},
    Passage{JsonPlace::evidence_list, other, JsonPlace::evidence},
};

/// Where each passage leads, by its origin and its field.
constexpr auto passages_by_origin = [] {
  std::array<std::array<std::optional<JsonPlace>, static_cast<std::size_t>(repeated) + 1>, place_count> to{};
  for (const Passage& passage : passages) {
    to[static_cast<std::size_t>(passage.from)][static_cast<std::size_t>(passage.field)] = passage.to;
  }
  return to;
}();

}  // namespace

JsonField field_named(std::string_view name, JsonPlace place) {
  const JsonField field = fields_by_slot[slot_of(name)];
  if (field == other || !are_equal(field_rows[static_cast<std::size_t>(field)].name, name)) return other;
  const bool belongs_there = (fields_of_places[static_cast<std::size_t>(place)] >> static_cast<unsigned>(field)) & 1U;
  return belongs_there ? field : other;
}

std::optional<JsonPlace> place_within(JsonPlace from, JsonField field, JsonKind kind) {
  const auto to = passages_by_origin[static_cast<std::size_t>(from)][static_cast<std::size_t>(field)];
  return to && is_list(*to) == (kind == JsonKind::list) ? to : std::nullopt;
}

bool is_list(JsonPlace place) {
  switch (place) {
    case JsonPlace::documents:
    case JsonPlace::entities:
    case JsonPlace::aliases:
    case JsonPlace::mentions:
    case JsonPlace::relations:
    case JsonPlace::evidence_list:
      return true;
    default:
      return false;
  }
}

std::string_view name(JsonField field) {
  return field_rows[static_cast<std::size_t>(field)].name;
}
std::string_view must_be(JsonField field) {
  return field_rows[static_cast<std::size_t>(field)].must_be;
}

std::string_view item_must_be(JsonPlace list) {
  switch (list) {
    case JsonPlace::documents:
      return "a document must be an object";
    case JsonPlace::entities:
      return "an entity must be an object";
    case JsonPlace::aliases:
      return "an alias must be a string";
    case JsonPlace::mentions:
      return "a mention must be an object or a string";
    case JsonPlace::relations:
      return "a relation must be an object";
    default:
      return "evidence must be an object or a string";
  }
}

std::string_view noun(JsonPlace place) {
  switch (place) {
    case JsonPlace::document:
      return "the document";
    case JsonPlace::entity:
      return "the entity";
    case JsonPlace::identifiers:
      return "the list of identifiers";
    case JsonPlace::mention:
      return "the mention";
    case JsonPlace::relation:
      return "the relation";
    case JsonPlace::evidence:
      return "the evidence";
    default:
      return "the graph";
  }
}

}  // namespace entente
