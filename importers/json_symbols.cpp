#include "json_symbols.hpp"

#include <algorithm>
#include <cstring>
#include <functional>
#include <utility>

namespace entente {
namespace {

/// The finaliser of MurmurHash3 (Appleby, public domain).
std::uint64_t mixed(std::uint64_t bits) {
  bits = (bits ^ (bits >> 33U)) * 0xff51afd7ed558ccdU;
  bits = (bits ^ (bits >> 33U)) * 0xc4ceb9fe1a85ec53U;
  return bits ^ (bits >> 33U);
}

void fetch(const void* address) {
#if defined(__GNUC__)
  __builtin_prefetch(address);
#else
  static_cast<void>(address);
#endif
}

}  // namespace

JsonKey::JsonKey(std::string_view text) : begin_(text.data()), size_(static_cast<std::uint32_t>(text.size())) {
  std::memcpy(words_.data(), text.data(), std::min(text.size(), sizeof words_));
  std::uint64_t hash = mixed(words_[0] ^ (std::uint64_t{size_} << 56U)) + words_[1];
  if (size_ > sizeof words_) hash += std::hash<std::string_view>{}(text);
  hash_ = static_cast<std::uint32_t>(mixed(hash) >> 32U);
}

std::uint32_t JsonSymbols::number_of(const JsonKey& key) {
  if (2 * symbols_.size() >= slots_.size()) grow();
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = key.hash() & mask;
  for (; slots_[at].successor != 0; at = (at + 1) & mask) {
    const std::uint32_t number = slots_[at].successor - 1;
    if (slots_[at].hash == key.hash() && symbols_[number].key == key) return number;
  }
  symbols_.push_back({key});
  slots_[at] = {key.hash(), static_cast<std::uint32_t>(symbols_.size())};
  return slots_[at].successor - 1;
}

void JsonSymbols::count_use(std::uint32_t number, JsonOffset first_at, std::uint32_t times) {
  JsonSymbol& symbol = symbols_[number];
  if (symbol.uses == 0) symbol.first_use = first_at;
  symbol.uses += times;
}

void JsonSymbols::prefetch_slot(const JsonKey& key) const {
  if (!slots_.empty()) fetch(&slots_[key.hash() & (slots_.size() - 1)]);
}

void JsonSymbols::prefetch_symbol(const JsonKey& key) const {
  if (slots_.empty()) return;
  const Slot& slot = slots_[key.hash() & (slots_.size() - 1)];
  if (slot.successor != 0) prefetch(slot.successor - 1);
}

void JsonSymbols::prefetch(std::uint32_t number) const {
  fetch(&symbols_[number]);
}

void JsonSymbols::grow() {
  constexpr std::size_t first_size = 64;
  const std::vector<Slot> old = std::exchange(slots_, std::vector<Slot>(std::max(first_size, 2 * slots_.size())));
  for (const Slot& slot : old) {
    if (slot.successor == 0) continue;
    std::size_t at = slot.hash & (slots_.size() - 1);
    while (slots_[at].successor != 0) at = (at + 1) & (slots_.size() - 1);
    slots_[at] = slot;
  }
}

}  // namespace entente
