#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace entente::prose {

/// A 64-bit hash of bytes that is the same on every machine: the models are keyed by it.
std::uint64_t hash_text(std::string_view text);

/// The number of a feature: a hash of its template and of the values in it.
template <typename... Values>
constexpr std::uint32_t feature(std::uint32_t pattern, Values... values) {
  std::uint64_t hash = 0x9E3779B97F4A7C15ULL * (pattern + 1);
  ((hash = (hash ^ static_cast<std::uint64_t>(values)) * 0xFF51AFD7ED558CCDULL, hash ^= hash >> 32), ...);
  return static_cast<std::uint32_t>(hash ^ (hash >> 29));
}

/// The word in plain letters: the last of its parts if it has spaces, ASCII letters in lower case, typographic quotes
/// and dashes as their ASCII likes. Any bytes are accepted.
std::string normalise(std::string_view word);

/// What can be said of a word from its letters alone.
struct Spelling {
  std::uint32_t word = 0;                   ///< hash of the normalised word with each digit as 0
  std::uint32_t shape = 0;                  ///< capitals, digits and marks, runs shortened: `Xx`, `0`, `X.X.`
  std::array<std::uint32_t, 5> suffixes{};  ///< hashes of the last 1 to 5 bytes of the normalised word
  std::array<std::uint32_t, 3> prefixes{};  ///< hashes of the first 1 to 3 bytes
};

/// The spelling of `word`. Linear in its length.
Spelling spell(std::string_view word);

}  // namespace entente::prose
