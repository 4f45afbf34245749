// The facts of a native JSON document as it states them, before its references are resolved.
#pragma once

#include <cstdint>
#include <deque>
#include <list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <entente/diagnostics.hpp>
#include <entente/facts.hpp>
#include <entente/graph_builder.hpp>

#include "json_symbols.hpp"
#include "json_tokens.hpp"

namespace entente {

/// A reference to an entity or a relation, and where it is written.
struct JsonReference {
  std::uint32_t symbol = 0;
  JsonOffset at = 0;
};

/// The document of a quote that was written as bare text.
inline constexpr DocumentId the_only_document{0xFFFF'FFFFU};

// The ids of documents in quotes are numbers of `JsonFacts::document_ids`.

struct JsonDocument {
  Document facts;  ///< but its key
  std::optional<std::uint32_t> symbol;
  JsonOffset id_at = 0;
};

struct JsonEntity {
  Entity facts;  ///< but its key
  std::optional<std::uint32_t> symbol;
  JsonOffset id_at = 0;
};

/// A relation and where its parts are. The texts are those of the document or among `JsonFacts::texts`.
struct JsonRelation {
  JsonReference subject;
  JsonReference object;
  std::optional<JsonReference> source;
  std::optional<JsonReference> condition;
  std::optional<DateInterval> date;
  Predicate predicate = Predicate::concerns;
  Polarity polarity = Polarity::positive;
  Modality modality = Modality::actual;
  double confidence = 1.0;
  std::string_view role;
  std::string_view rule;
  std::uint32_t first_quote = 0;  ///< among those of its batch, up to those of the next relation
  std::uint32_t attributes = 0;   ///< the successor of a place among those of its batch; 0: none
  std::optional<std::uint32_t> symbol;
  JsonOffset id_at = 0;
};

/// Some relations that follow each other.
struct JsonBatch {
  static constexpr std::size_t most_relations = 512;  // so that a batch stays in the cache

  std::vector<JsonRelation> relations;
  std::vector<QuoteView> quotes;
  std::vector<Attributes> attributes;
};

/// Relations that follow each other, ready for a builder that takes all documents and entities.
struct ResolvedRelations {
  struct Place {
    JsonOffset subject = 0;
    JsonOffset object = 0;
  };
  RelationBatch relations;
  std::vector<Place> places;  ///< of each
};

/// Everything that a document states and that is sound by itself.
struct JsonFacts {
  JsonSymbols document_ids;
  JsonSymbols ids;  ///< of entities and relations
  std::deque<JsonDocument> documents;
  std::deque<JsonEntity> entities;
  std::deque<JsonBatch> relations;
  ResolvedRelations resolved;  ///< which follow
  Attributes attributes;
  std::list<std::string> texts;  ///< those that the document has only with escapes
};

/// How a document is to be read.
struct JsonReading {
  std::vector<JsonStretch> stretches;  ///< of its relations, up to its end, each of which a thread may read
  std::size_t threads = 1;
  std::size_t max_depth = 0;
};

/// Reads a document for a builder; nothing when its syntax, format or version leaves it unread. Trouble is reported.
/// Where stretches begin makes no difference to what the facts say: stretches are resolved when everything that they
/// refer to stands before the first of them, and there is no trouble in any; else the document is read in one.
/// `bytes` must be followed by a zero byte and have fewer than 2^32 of them, and outlive the facts. O(length).
std::optional<JsonFacts> read_json_facts(std::string_view bytes, const JsonReading&, const GraphBuilder&, Diagnostics&);

/// Parts a document into stretches of relations of about equal length that follow each other up to its end, and what is
/// before them. Fewer than `count`, or none, if no relations are found where they should begin.
std::vector<JsonStretch> parted_relations(std::string_view bytes, std::size_t count);

}  // namespace entente
