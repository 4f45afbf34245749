// The values a graph is made of: documents, entities with their mentions, relations with their evidence. Every field
// has a default, so that `Entity{.key = "kosovo", .name = "Kosovo"}` compiles without a warning about the others.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include <entente/dates.hpp>
#include <entente/ids.hpp>
#include <entente/ontology.hpp>

namespace entente {

/// Fields that the vocabulary does not know, kept so that nothing is lost: name to value, the value as JSON text.
using Attributes = std::map<std::string, std::string>;

/// A half-open stretch of a document's text, counted in Unicode code points.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  friend auto operator<=>(const Span&, const Span&) = default;
};

/// A text that facts were read from. `source` is the path or IRI it came from.
struct Document {
  std::string key{};  ///< "id" in the native JSON; unique in its graph
  std::string title{};
  std::optional<Date> date{};  ///< the day of publication
  std::string author{};
  std::string publisher{};
  std::string source{};
  std::string language{};  ///< BCP 47, e.g. "en"
  std::string sha256{};    ///< of the bytes read, in hexadecimal
  Attributes attributes{};
  friend bool operator==(const Document&, const Document&) = default;
};

/// A quotation from a document; without a span when its place is not known, without a document when that is not known.
struct Quote {
  std::optional<DocumentId> document{};
  std::optional<Span> span{};
  std::string text{};
  friend auto operator<=>(const Quote&, const Quote&) = default;
};

/// What a relation rests on: the sentence or clause that states it.
using Evidence = Quote;

/// A place where an entity is named, or (`coreference`) meant by a pronoun or a description.
struct Mention : Quote {
  bool coreference = false;
  friend auto operator<=>(const Mention&, const Mention&) = default;
};

/// An actor, place, text or event.
struct Entity {
  std::string key{};  ///< "id" in the native JSON; unique in its graph and stable from run to run
  EntityType type = EntityType::event;
  std::string name{};                                ///< as the field writes it
  std::vector<std::string> aliases{};                ///< every other name met or known
  std::map<std::string, std::string> identifiers{};  ///< register to code, e.g. "iso3166-1" to "UKR"
  std::vector<Mention> mentions{};
  Attributes attributes{};
  friend bool operator==(const Entity&, const Entity&) = default;
};

/// A statement that joins two entities, with its mood, time, source and evidence.
struct Relation {
  EntityId subject{0};
  Predicate predicate = Predicate::concerns;
  EntityId object{0};
  Polarity polarity = Polarity::positive;
  Modality modality = Modality::actual;
  std::optional<DateInterval> date{};
  std::optional<EntityId> source{};  ///< who says so; nobody named: the author's own voice
  std::string role{};                ///< for `holds_office`, the office as written
  /// The event, provision or relation on which this one depends.
  std::variant<std::monostate, EntityId, RelationId> condition{};
  double confidence = 1.0;  ///< 0 to 1
  std::string rule{};       ///< the rule or importer that produced it
  std::vector<Evidence> evidence{};
  Attributes attributes{};
  friend bool operator==(const Relation&, const Relation&) = default;
};

}  // namespace entente
