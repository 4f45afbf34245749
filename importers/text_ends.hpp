// Short texts as words, for comparing them quickly.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace entente {

/// The first and the last eight bytes of a text; of a shorter one, halves that overlap. Texts of the same length up to
/// sixteen bytes are equal if these are.
using TextEnds = std::array<std::uint64_t, 2>;

inline TextEnds ends_of(std::string_view text) {
  const auto overlapping = [text](auto word) {
    auto last = word;
    std::memcpy(&word, text.data(), sizeof word);
    std::memcpy(&last, text.data() + text.size() - sizeof last, sizeof last);
    return TextEnds{word, last};
  };
  if (text.size() >= sizeof(std::uint64_t)) return overlapping(std::uint64_t{});
  if (text.size() >= sizeof(std::uint32_t)) return overlapping(std::uint32_t{});
  if (text.size() >= sizeof(std::uint16_t)) return overlapping(std::uint16_t{});
  return text.empty() ? TextEnds{} : overlapping(std::uint8_t{});
}

/// Whether two texts are equal, at most sixteen bytes of which are looked at in words.
inline bool are_equal(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  return a.size() <= sizeof(TextEnds) ? ends_of(a) == ends_of(b) : a == b;
}

}  // namespace entente
