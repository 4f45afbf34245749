#include <entente/unicode.hpp>

#include <algorithm>
#include <cassert>
#include <cstring>

#include "utf8.hpp"

namespace entente {
namespace {

constexpr std::size_t stride = 64;

// The length of the run of ASCII that starts at `offset`, rounded down to whole words of eight bytes.
std::size_t ascii_words(std::string_view text, std::size_t offset) {
  constexpr std::uint64_t high_bits = 0x8080808080808080U;
  std::size_t length = 0;
  for (std::uint64_t word = 0; offset + length + sizeof word <= text.size(); length += sizeof word) {
    std::memcpy(&word, text.data() + offset + length, sizeof word);
    if ((word & high_bits) != 0) break;
  }
  return length;
}

}  // namespace

std::optional<std::size_t> first_invalid_utf8(std::string_view text) {
  for (std::size_t offset = 0; offset < text.size();) {
    const Decoded decoded = decode_at(text, offset);
    if (!decoded.valid) return offset;
    offset += decoded.length;
    if (decoded.length == 1) offset += ascii_words(text, offset);
  }
  return std::nullopt;
}

std::size_t count_code_points(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t offset = 0; offset < text.size(); ++count) {
    const Decoded decoded = decode_at(text, offset);
    offset += decoded.length;
    if (decoded.length == 1) {
      const std::size_t plain = ascii_words(text, offset);
      offset += plain;
      count += plain;
    }
  }
  return count;
}

CodePointIndex::CodePointIndex(std::string_view text) : text_(text) {
  assert(!first_invalid_utf8(text));
  code_points_.reserve(text.size() / stride + 1);
  std::uint32_t count = 0;
  for (std::size_t offset = 0; offset < text.size(); ++offset) {
    if (offset % stride == 0) code_points_.push_back(count);
    if (is_continuation(text[offset])) continue;
    if (count % stride == 0) marks_.push_back(offset);
    ++count;
  }
  if (text.size() % stride == 0) code_points_.push_back(count);
}

std::uint32_t CodePointIndex::to_code_points(std::size_t byte_offset) const {
  byte_offset = std::min(byte_offset, text_.size());
  const std::size_t mark = byte_offset / stride;
  const auto rest = text_.substr(mark * stride, byte_offset % stride);
  const auto begun = std::count_if(rest.begin(), rest.end(), [](char byte) { return !is_continuation(byte); });
  return code_points_[mark] + static_cast<std::uint32_t>(begun);
}

std::size_t CodePointIndex::to_bytes(std::uint32_t code_point) const {
  const std::size_t mark = code_point / stride;
  if (mark >= marks_.size()) return text_.size();
  std::size_t offset = marks_[mark];
  for (std::size_t left = code_point % stride; left > 0 && offset < text_.size(); --left) {
    do ++offset;
    while (offset < text_.size() && is_continuation(text_[offset]));
  }
  return offset;
}

}  // namespace entente
