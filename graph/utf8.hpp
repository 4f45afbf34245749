// Decoding UTF-8 one code point at a time.
#pragma once

#include <cstddef>
#include <string_view>

namespace entente {

inline constexpr char32_t replacement_character = 0xFFFD;

/// What stands at one place of a text: a code point, or one stray byte.
struct Decoded {
  char32_t code_point = replacement_character;
  std::size_t length = 1;
  bool valid = false;
};

/// Whether the byte continues a code point that an earlier byte began.
constexpr bool is_continuation(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

/// The code point at `offset`, which must lie in the text; a byte that begins none is an invalid one of length 1.
/// Well-formed sequences are those of table 3-7 of the Unicode Standard.
inline Decoded decode_at(std::string_view text, std::size_t offset) {
  const auto lead = static_cast<unsigned char>(text[offset]);
  if (lead < 0x80) return {lead, 1, true};
  if (lead < 0xC2 || lead > 0xF4) return {};
  const std::size_t length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  if (text.size() - offset < length) return {};
  char32_t code_point = lead & (0xFFU >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) {
    if (!is_continuation(text[offset + i])) return {};
    code_point = (code_point << 6U) | (static_cast<unsigned char>(text[offset + i]) & 0x3FU);
  }
  const bool overlong = (length == 3 && code_point < 0x800) || (length == 4 && code_point < 0x10000);
  const bool surrogate = code_point >= 0xD800 && code_point <= 0xDFFF;
  if (overlong || surrogate || code_point > 0x10FFFF) return {};
  return {code_point, length, true};
}

}  // namespace entente
