#include "json_symbols.hpp"

#include <algorithm>
#include <functional>

namespace entente {
namespace {

/// The finaliser of MurmurHash3 (Appleby, public domain).
std::uint64_t mixed(std::uint64_t bits) {
  bits = (bits ^ (bits >> 33U)) * 0xff51afd7ed558ccdU;
  bits = (bits ^ (bits >> 33U)) * 0xc4ceb9fe1a85ec53U;
  return bits ^ (bits >> 33U);
}

}  // namespace

JsonKey::JsonKey(std::string_view text)
    : ends_(ends_of(text)), begin_(text.data()), size_(static_cast<std::uint32_t>(text.size())) {
  std::uint64_t hash = mixed(ends_[0] ^ (std::uint64_t{size_} << 56U)) + ends_[1];
  if (size_ > sizeof ends_) hash += std::hash<std::string_view>{}(text);
  hash_ = static_cast<std::uint32_t>(mixed(hash) >> 32U);
}

std::uint32_t JsonSymbols::number_of(const JsonKey& key) {
  if (4 * symbols_.size() >= 3 * slots_.size()) grow();
  Slot& slot = slots_[slot_of(key)];
  if (slot.successor == 0) {
    slot = Slot(key, static_cast<std::uint32_t>(symbols_.size()));
    symbols_.push_back({key});
  }
  return slot.successor - 1;
}

std::optional<std::uint32_t> JsonSymbols::find(const JsonKey& key) const {
  if (slots_.empty()) return std::nullopt;
  const Slot& slot = slots_[slot_of(key)];
  return slot.successor == 0 ? std::nullopt : std::optional(slot.successor - 1);
}

/// The slot of a key, or the empty one where it would be.
std::size_t JsonSymbols::slot_of(const JsonKey& key) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = key.hash() & mask;
  while (slots_[at].successor != 0 && !slots_[at].has(key)) at = (at + 1) & mask;
  return at;
}

void JsonSymbols::count_use(std::uint32_t number, JsonOffset first_at) {
  JsonSymbol& symbol = symbols_[number];
  if (symbol.uses == 0) symbol.first_use = first_at;
  ++symbol.uses;
}

void JsonSymbols::prefetch(const JsonKey& key) const {
#if defined(__GNUC__)
  if (!slots_.empty()) __builtin_prefetch(&slots_[key.hash() & (slots_.size() - 1)]);
#else
  static_cast<void>(key);
#endif
}

void JsonSymbols::grow() {
  constexpr std::size_t first_size = 64;
  slots_ = std::vector<Slot>(std::max(first_size, 2 * slots_.size()));
  for (std::uint32_t number = 0; number < symbols_.size(); ++number) {
    const JsonKey& key = symbols_[number].key;
    slots_[slot_of(key)] = Slot(key, number);
  }
}

}  // namespace entente
