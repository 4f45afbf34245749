// UTF-8 text as code points.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// The offset of the first byte that is not valid UTF-8 (overlong forms, surrogates and values beyond U+10FFFF are
/// not), or nothing. O(length).
std::optional<std::size_t> first_invalid_utf8(std::string_view text);

/// The number of code points; stray bytes count as one each. O(length).
std::size_t count_code_points(std::string_view text);

/// Turns byte offsets of one text into code point offsets and back. Keeps a mark for every 64 code points.
class CodePointIndex {
 public:
  /// `text` must be valid UTF-8 and outlive the index. O(length).
  explicit CodePointIndex(std::string_view text);
  /// The number of code points that begin before the byte offset; offsets past the end mean the end. O(1).
  [[nodiscard]] std::uint32_t to_code_points(std::size_t byte_offset) const;
  /// The byte offset of a code point; the length of the text when there are fewer. O(1).
  [[nodiscard]] std::size_t to_bytes(std::uint32_t code_point) const;

 private:
  std::string_view text_;
  std::vector<std::size_t> marks_;          // byte offset of code point 64 i
  std::vector<std::uint32_t> code_points_;  // code points before byte 64 i
};

}  // namespace entente
