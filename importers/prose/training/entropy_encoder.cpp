#include "prose/training/entropy_encoder.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <numeric>

namespace entente::prose {

namespace {

std::uint8_t symbol_of(std::uint32_t number, unsigned low_bits) {
  return static_cast<std::uint8_t>(std::min<std::uint32_t>(number >> low_bits, EntropyDecoder::long_number));
}

}  // namespace

void SymbolCounts::add_number(std::uint32_t number, unsigned low_bits) {
  add(symbol_of(number, low_bits));
}

FrequencyTable SymbolCounts::table() const {
  FrequencyTable::Shares shares{};
  const std::uint64_t all = std::accumulate(counts_.begin(), counts_.end(), std::uint64_t{0});
  int missing = static_cast<int>(FrequencyTable::whole);
  for (std::size_t symbol = 0; symbol < counts_.size(); ++symbol) {
    if (counts_[symbol] > 0) {
      shares[symbol] =
          static_cast<std::uint16_t>(std::max<std::uint64_t>(counts_[symbol] * FrequencyTable::whole / all, 1));
    }
    missing -= shares[symbol];
  }
  for (; missing != 0; missing -= missing > 0 ? 1 : -1) {  // what rounding has left matters least to the most frequent
    auto& largest = *std::max_element(shares.begin(), shares.end());
    largest = static_cast<std::uint16_t>(missing > 0 ? largest + 1 : largest - 1);
  }
  return FrequencyTable(shares);
}

void EntropyEncoder::bits(std::uint32_t value, unsigned count) {
  steps_.push_back({value, 1, count});
}

void EntropyEncoder::symbol(const FrequencyTable& table, std::uint8_t symbol) {
  steps_.push_back({table.start(symbol), table.share(symbol), FrequencyTable::scale_bits});
}

void EntropyEncoder::number(std::uint32_t number) {
  bits(number >> 16, 16);
  bits(number & 0xFFFF, 16);
}

void EntropyEncoder::number(const FrequencyTable& table, unsigned low_bits, std::uint32_t number) {
  const std::uint8_t high = symbol_of(number, low_bits);
  symbol(table, high);
  if (high == EntropyDecoder::long_number) {
    this->number(number);
  } else {
    bits(number & ((1U << low_bits) - 1), low_bits);
  }
}

void EntropyEncoder::table(const FrequencyTable& table) {
  for (unsigned symbol = 0; symbol < 256; ++symbol) {
    const std::uint32_t share = table.share(static_cast<std::uint8_t>(symbol));
    bits(share > 0 ? 1 : 0, 1);
    if (share > 0) {
      bits(share - 1, FrequencyTable::scale_bits);
    }
  }
}

std::vector<std::byte> EntropyEncoder::bytes() const {
  std::array<std::uint32_t, 2> states{EntropyDecoder::first_state, EntropyDecoder::first_state};
  std::vector<std::uint16_t> words;
  for (std::size_t at = steps_.size(); at-- > 0;) {
    const Step& step = steps_[at];
    std::uint32_t& state = states[at % 2];
    if (state >= std::uint64_t{step.share} << (32 - step.scale_bits)) {
      words.push_back(static_cast<std::uint16_t>(state));
      state >>= 16;
    }
    state = (state / step.share << step.scale_bits) + state % step.share + step.start;
  }
  std::reverse(words.begin(), words.end());
  std::vector<std::byte> bytes(sizeof states + words.size() * sizeof(std::uint16_t));
  std::memcpy(bytes.data(), states.data(), sizeof states);
  if (!words.empty()) {
    std::memcpy(bytes.data() + sizeof states, words.data(), words.size() * sizeof(std::uint16_t));
  }
  return bytes;
}

}  // namespace entente::prose
