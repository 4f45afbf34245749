// The facts of a native JSON document as it states them, before its references are resolved.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <entente/diagnostics.hpp>
#include <entente/facts.hpp>

namespace entente {

/// The byte offset of something in a document.
using JsonOffset = std::uint32_t;

/// What an id stands for.
enum class JsonReferent : std::uint8_t {
  nothing,    ///< the document only refers to it
  item,       ///< a document or an entity
  relation,   ///< found by its id
  unreadable  ///< an item or relation that was left out because of an error
};

/// An id that a document declares or refers to.
struct JsonSymbol {
  std::string key;
  JsonReferent referent = JsonReferent::nothing;
  JsonOffset declared_at = 0;
  JsonOffset first_use = 0;
  std::uint32_t uses = 0;              ///< references only
  std::optional<std::uint32_t> graph;  ///< its id in the builder
};

/// The ids of one kind in one document, each with a number. O(1) for each call.
class JsonSymbols {
 public:
  std::uint32_t number_of(std::string_view key);
  /// The number of a key that is referred to at a place.
  std::uint32_t refer(std::string_view key, JsonOffset at);
  JsonSymbol& operator[](std::uint32_t number) { return symbols_[number]; }
  [[nodiscard]] const std::deque<JsonSymbol>& all() const { return symbols_; }

 private:
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t successor = 0;  // of a number; 0: empty
  };
  void grow();

  std::deque<JsonSymbol> symbols_;
  std::vector<Slot> slots_;  // a hash table with linear probing, a power of two long and at most half full
};

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

struct JsonRelation {
  Relation facts;  ///< but its subject, object, source and condition
  JsonReference subject;
  JsonReference object;
  std::optional<JsonReference> source;
  std::optional<JsonReference> condition;
  std::optional<std::uint32_t> symbol;
  JsonOffset id_at = 0;
};

/// Everything that a document states and that is sound by itself.
struct JsonFacts {
  JsonSymbols document_ids;
  JsonSymbols ids;  ///< of entities and relations
  std::deque<JsonDocument> documents;
  std::deque<JsonEntity> entities;
  std::deque<JsonRelation> relations;
  Attributes attributes;
};

/// Reads a document; nothing when its syntax, format or version leaves it unread. Trouble is reported.
/// `bytes` must be followed by a zero byte and have fewer than 2^32 of them. O(length).
std::optional<JsonFacts> read_json_facts(std::string_view bytes, std::size_t max_depth, Diagnostics&);

}  // namespace entente
