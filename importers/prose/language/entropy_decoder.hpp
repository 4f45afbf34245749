#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <utility>

namespace entente::prose {

/// How often each of at most 256 symbols comes, in parts of `whole`.
class FrequencyTable {
 public:
  static constexpr unsigned scale_bits = 12;
  static constexpr std::uint32_t whole = 1U << scale_bits;
  using Shares = std::array<std::uint16_t, 256>;

  /// Throws std::runtime_error unless the shares add up to `whole`.
  explicit FrequencyTable(const Shares& shares);

  std::uint32_t share(std::uint8_t symbol) const { return shares_[symbol]; }
  std::uint32_t start(std::uint8_t symbol) const { return starts_[symbol]; }
  std::uint8_t symbol_at(std::uint32_t place) const { return symbols_[place]; }

 private:
  Shares shares_;
  Shares starts_{};  ///< the sum of the shares of the symbols before
  std::array<std::uint8_t, whole> symbols_{};
};

/// Reads symbols that were packed by how frequent they are: asymmetric numeral systems in the variant with ranges
/// (rANS), J. Duda, "Asymmetric numeral systems: entropy coding combining speed of Huffman coding with compression rate
/// of arithmetic coding", arXiv:1311.2540, 2013. Two states take turns, so that the processor works on both at once.
///
/// A view of the bytes, which must outlive it. The bytes are the two states (32-bit, little-endian), then words of 16
/// bits. Every member throws std::runtime_error when the bytes come to an end too early.
class EntropyDecoder {
 public:
  explicit EntropyDecoder(std::span<const std::byte> bytes);

  /// The next `count` bits, at most 16, as a number.
  std::uint32_t bits(unsigned count) {
    const std::uint32_t value = state_ & ((1U << count) - 1);
    take(state_ >> count);
    return value;
  }

  /// The next symbol, which was packed with the same table.
  std::uint8_t symbol(const FrequencyTable& table) {
    const std::uint32_t place = state_ & (FrequencyTable::whole - 1);
    const std::uint8_t found = table.symbol_at(place);
    take(table.share(found) * (state_ >> FrequencyTable::scale_bits) + place - table.start(found));
    return found;
  }

  /// A number in 32 bits.
  std::uint32_t number();

  /// A number that is mostly small: a symbol for what is above its lowest `low_bits` (at most 16), then these; or the
  /// symbol `long_number`, then all its bits.
  std::uint32_t number(const FrequencyTable& table, unsigned low_bits);
  static constexpr std::uint8_t long_number = 255;

  /// A table of frequencies.
  FrequencyTable table();

  /// Throws std::runtime_error unless everything was read and the states are those that packing began with.
  void finish() const;

  static constexpr std::uint32_t first_state = 1U << 16;

 private:
  /// Ends a turn: fills `state` up from the bytes. Inline, like what calls it: it is done millions of times in a row.
  void take(std::uint32_t state) {
    const bool short_of_bits = state < first_state;  // as often as not: a choice of values, no jump to be guessed
    if (end_ - next_ >= 2) {
      std::uint16_t low = 0;
      std::memcpy(&low, next_, sizeof low);
      next_ += short_of_bits ? sizeof low : 0;
      state = short_of_bits ? state << 16 | low : state;
    } else if (short_of_bits) {
      reject_cut();
    }
    state_ = std::exchange(other_, state);
  }

  [[noreturn]] static void reject_cut();

  const std::byte* next_ = nullptr;
  const std::byte* end_ = nullptr;
  std::uint32_t state_ = 0;  ///< whose turn it is
  std::uint32_t other_ = 0;
};

}  // namespace entente::prose
