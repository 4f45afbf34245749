#pragma once

#include "prose/language/entropy_decoder.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace entente::prose {

/// Counts symbols, to make a table that packs them well.
class SymbolCounts {
 public:
  void add(std::uint8_t symbol) { ++counts_[symbol]; }
  void add_number(std::uint32_t number, unsigned low_bits);

  /// Every symbol that was counted has a share, as near to its frequency as that allows. Of no symbols: all of it is
  /// the symbol 0's.
  FrequencyTable table() const;

 private:
  std::array<std::uint64_t, 256> counts_{};
};

/// Packs what an EntropyDecoder reads, by calls of the same names in the same order.
class EntropyEncoder {
 public:
  void bits(std::uint32_t value, unsigned count);
  void symbol(const FrequencyTable& table, std::uint8_t symbol);
  void number(std::uint32_t number);
  void number(const FrequencyTable& table, unsigned low_bits, std::uint32_t number);
  void table(const FrequencyTable& table);

  /// Everything so far. Linear in the number of calls.
  std::vector<std::byte> bytes() const;

 private:
  struct Step {
    std::uint32_t start;
    std::uint32_t share;
    unsigned scale_bits;
  };
  std::vector<Step> steps_;  ///< the decoder undoes them from the last, so they are packed from the last
};

}  // namespace entente::prose
