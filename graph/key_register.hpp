// The keys of items, and the making of new ones.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "text_pool.hpp"

namespace entente {

/// A key that reads like `name`, or like `otherwise` if nothing can be read of that: "Vladimir Putin" gives
/// "vladimir-putin".
std::string key_from(std::string_view name, std::string_view otherwise);

/// The keys of one kind of items, with the position of each item.
class KeyRegister {
 public:
  /// The position of the item with that key, or nothing. O(length).
  [[nodiscard]] std::optional<std::size_t> find(std::string_view key) const;

  /// Makes room for so many keys in all.
  void reserve(std::size_t count);

  /// Enters the key; false if it is there already.
  bool add(std::string_view key, std::size_t position);

  /// The key itself, or with the lowest suffix ("-2", "-3", …) that makes it unused. O(length) amortised.
  [[nodiscard]] std::string unused(const std::string& key);

 private:
  struct Entry {
    std::string_view key;
    std::size_t position;
  };
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t successor = 0;  // of a place among the entries; 0: empty
  };
  /// The slot of a key, or the empty one where it would be.
  [[nodiscard]] std::size_t slot_of(std::string_view key, std::uint32_t hash) const;

  TextPool keys_;
  std::vector<Entry> entries_;
  std::vector<Slot> slots_;  // a hash table with linear probing, a power of two long and at most three quarters full
  std::unordered_map<std::string, std::size_t> last_suffixes_;
};

}  // namespace entente
