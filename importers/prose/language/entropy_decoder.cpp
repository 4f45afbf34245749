#include "prose/language/entropy_decoder.hpp"

#include <algorithm>
#include <numeric>
#include <stdexcept>

namespace entente::prose {

FrequencyTable::FrequencyTable(const Shares& shares) : shares_(shares) {
  if (std::accumulate(shares.begin(), shares.end(), 0U) != whole) {
    throw std::runtime_error("packed numbers: the shares of the symbols do not add up");
  }
  std::uint16_t start = 0;
  for (std::size_t symbol = 0; symbol < shares.size(); ++symbol) {
    starts_[symbol] = start;
    std::fill_n(symbols_.begin() + start, shares[symbol], static_cast<std::uint8_t>(symbol));
    start = static_cast<std::uint16_t>(start + shares[symbol]);
  }
}

EntropyDecoder::EntropyDecoder(std::span<const std::byte> bytes)
    : next_(bytes.data()), end_(bytes.data() + bytes.size()) {
  if (bytes.size() < 2 * sizeof(std::uint32_t)) {
    reject_cut();
  }
  for (std::uint32_t* state : {&state_, &other_}) {
    std::memcpy(state, next_, sizeof *state);
    next_ += sizeof *state;
  }
}

void EntropyDecoder::reject_cut() {
  throw std::runtime_error("packed numbers: cut");
}

std::uint32_t EntropyDecoder::number() {
  const std::uint32_t high = bits(16);
  return high << 16 | bits(16);
}

std::uint32_t EntropyDecoder::number(const FrequencyTable& table, unsigned low_bits) {
  const std::uint32_t high = symbol(table);
  return high == long_number ? number() : high << low_bits | bits(low_bits);
}

FrequencyTable EntropyDecoder::table() {
  FrequencyTable::Shares shares{};
  for (auto& share : shares) {
    share = static_cast<std::uint16_t>(bits(1) == 0 ? 0 : bits(FrequencyTable::scale_bits) + 1);
  }
  return FrequencyTable(shares);
}

void EntropyDecoder::finish() const {
  if (next_ != end_ || state_ != first_state || other_ != first_state) {
    throw std::runtime_error("packed numbers: do not end where they should");
  }
}

}  // namespace entente::prose
