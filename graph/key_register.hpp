// The keys of items, and the making of new ones.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

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
  void reserve(std::size_t count) { positions_.reserve(count); }

  /// Enters the key; false if it is there already.
  bool add(const std::string& key, std::size_t position);

  /// The key itself, or with the lowest suffix ("-2", "-3", …) that makes it unused. O(length) amortised.
  [[nodiscard]] std::string unused(const std::string& key);

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view key) const { return std::hash<std::string_view>{}(key); }
  };
  std::unordered_map<std::string, std::size_t, Hash, std::equal_to<>> positions_;
  std::unordered_map<std::string, std::size_t> last_suffixes_;
};

}  // namespace entente
