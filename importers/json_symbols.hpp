// The ids that a native JSON document declares and refers to.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "text_ends.hpp"

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

/// The text of an id, prepared for comparing.
class JsonKey {
 public:
  explicit JsonKey(std::string_view text);

  [[nodiscard]] std::string_view text() const { return {begin_, size_}; }
  [[nodiscard]] std::uint32_t hash() const { return hash_; }

 private:
  friend class JsonSymbols;
  TextEnds ends_;
  const char* begin_;
  std::uint32_t size_;
  std::uint32_t hash_;
};

/// An id that a document declares or refers to.
struct JsonSymbol {
  JsonKey key;  ///< its text lives as long as the document and its facts
  JsonReferent referent = JsonReferent::nothing;
  JsonOffset declared_at = 0;
  JsonOffset first_use = 0;
  std::uint32_t uses = 0;                ///< references that were counted
  std::optional<std::uint32_t> graph{};  ///< its id in the builder
};

/// The ids of one kind in one document, each with a number. O(length of the key) for each call.
class JsonSymbols {
 public:
  /// The number of a key, given one if it has none.
  std::uint32_t number_of(const JsonKey&);
  /// The number of a key that has one.
  [[nodiscard]] std::optional<std::uint32_t> find(const JsonKey&) const;
  /// Counts references to a symbol, the first of which is at that place.
  void count_use(std::uint32_t number, JsonOffset first_at);
  /// Fetches into the cache where `number_of` and `find` will look.
  void prefetch(const JsonKey&) const;

  JsonSymbol& operator[](std::uint32_t number) { return symbols_[number]; }
  const JsonSymbol& operator[](std::uint32_t number) const { return symbols_[number]; }
  [[nodiscard]] const std::vector<JsonSymbol>& all() const { return symbols_; }

 private:
  /// Has the key but its hash, for of millions of symbols most are not in the cache: so one look at one line is enough.
  struct alignas(32) Slot {
    TextEnds ends{};
    const char* begin = nullptr;
    std::uint32_t size = 0;
    std::uint32_t successor = 0;  // of a number; 0: empty

    Slot() = default;
    Slot(const JsonKey& key, std::uint32_t number)
        : ends(key.ends_), begin(key.begin_), size(key.size_), successor(number + 1) {}
    [[nodiscard]] bool has(const JsonKey& key) const {
      return ends == key.ends_ && size == key.size_ &&
             (size <= sizeof ends || std::string_view(begin, size) == key.text());
    }
  };
  void grow();
  [[nodiscard]] std::size_t slot_of(const JsonKey&) const;

  std::vector<JsonSymbol> symbols_;
  std::vector<Slot> slots_;  // a hash table with linear probing, a power of two long and at most three quarters full
};

}  // namespace entente
