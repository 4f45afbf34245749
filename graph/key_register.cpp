#include "key_register.hpp"

#include <algorithm>
#include <bit>
#include <functional>
#include <utility>

#include <entente/names.hpp>

namespace entente {
namespace {

std::uint32_t hash_of(std::string_view key) {
  return static_cast<std::uint32_t>(std::hash<std::string_view>{}(key));
}

}  // namespace

std::string key_from(std::string_view name, std::string_view otherwise) {
  std::string key = fold_name(name);
  if (key.empty()) key = fold_name(otherwise);
  std::replace(key.begin(), key.end(), ' ', '-');
  return key;
}

std::optional<std::size_t> KeyRegister::find(std::string_view key) const {
  if (entries_.empty()) return std::nullopt;
  const Slot& slot = slots_[slot_of(key, hash_of(key))];
  return slot.successor == 0 ? std::nullopt : std::optional(entries_[slot.successor - 1].position);
}

bool KeyRegister::add(std::string_view key, std::size_t position) {
  if (4 * (entries_.size() + 1) > 3 * slots_.size()) reserve(2 * entries_.size() + 1);
  const std::uint32_t hash = hash_of(key);
  Slot& slot = slots_[slot_of(key, hash)];
  if (slot.successor != 0) return false;
  entries_.push_back({keys_.keep(key), position});
  slot = {hash, static_cast<std::uint32_t>(entries_.size())};
  return true;
}

void KeyRegister::reserve(std::size_t count) {
  if (4 * count <= 3 * slots_.size()) return;
  const std::vector<Slot> old = std::exchange(slots_, std::vector<Slot>(std::bit_ceil(4 * count / 3 + 1)));
  entries_.reserve(slots_.size() / 4 * 3);
  for (const Slot& slot : old) {
    if (slot.successor != 0) slots_[slot_of(entries_[slot.successor - 1].key, slot.hash)] = slot;
  }
}

std::size_t KeyRegister::slot_of(std::string_view key, std::uint32_t hash) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  const auto is_other = [&](const Slot& slot) { return slot.hash != hash || entries_[slot.successor - 1].key != key; };
  while (slots_[at].successor != 0 && is_other(slots_[at])) at = (at + 1) & mask;
  return at;
}

std::string KeyRegister::unused(const std::string& key) {
  if (!find(key)) return key;
  std::size_t& suffix = last_suffixes_.try_emplace(key, 1).first->second;
  std::string numbered;
  do numbered = key + "-" + std::to_string(++suffix);
  while (find(numbered));
  return numbered;
}

}  // namespace entente
