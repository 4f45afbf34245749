#include <entente/diagnostics.hpp>

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <utility>

#include "utf8.hpp"

namespace entente {
namespace {

constexpr std::string_view indentation = "  ";
constexpr std::size_t longest_line = 100;  // in code points; of longer ones a window is shown
constexpr std::size_t shown_before = 60;   // how much of a longer line stands before the place

std::string_view in_words(Severity severity) {
  static constexpr std::array<std::string_view, 3> words = {"note", "warning", "error"};
  return words[static_cast<std::size_t>(severity)];
}

// What changes the screen instead of being seen: control characters and marks that turn the direction of writing.
bool is_control(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029 || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069);
}

// The bytes to show for what stands at `offset`.
std::string_view shown(std::string_view text, std::size_t offset, const Decoded& decoded) {
  static constexpr std::string_view replacement = "\xEF\xBF\xBD";
  if (!decoded.valid || (is_control(decoded.code_point) && decoded.code_point != U'\t')) return replacement;
  return text.substr(offset, decoded.length);
}

std::string shown(std::string_view text) {
  std::string result;
  for (std::size_t offset = 0; offset < text.size();) {
    const Decoded decoded = decode_at(text, offset);
    result += shown(text, offset, decoded);
    offset += decoded.length;
  }
  return result;
}

std::size_t line_begin(std::string_view text, std::size_t offset) {
  return offset == 0 ? 0 : text.rfind('\n', offset - 1) + 1;  // npos + 1 is 0
}

std::string_view line_at(std::string_view text, std::size_t offset) {
  const std::size_t begin = line_begin(text, offset);
  std::string_view line = text.substr(begin, std::min(text.find('\n', offset), text.size()) - begin);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

// Whether the line has more code points than `count`. O(count).
bool is_longer_than(std::string_view line, std::size_t count) {
  std::size_t offset = 0;
  for (; count > 0 && offset < line.size(); --count) offset += decode_at(line, offset).length;
  return offset < line.size();
}

// As much blank space as the shown bytes take up, tabs as tabs.
std::string blank_for(char32_t code_point, std::string_view shown_bytes) {
  if (shown_bytes == "\t") return "\t";
  return std::string(
      static_cast<std::size_t>(std::max(0, utf8proc_charwidth(static_cast<utf8proc_int32_t>(code_point)))), ' ');
}

// The line, or the window of it around the column, and below it the caret.
std::string excerpt(std::string_view line, std::size_t column) {
  const std::size_t place = column - 1;
  const std::size_t first = is_longer_than(line, longest_line) && place > shown_before ? place - shown_before : 0;
  std::string source(first > 0 ? "…" : "");
  std::string below(first > 0 ? " " : "");
  std::size_t offset = 0;
  for (std::size_t i = 0; offset < line.size() && i < first + longest_line; ++i) {
    const Decoded decoded = decode_at(line, offset);
    if (i >= first) {
      const std::string_view bytes = shown(line, offset, decoded);
      source += bytes;
      if (i < place) below += blank_for(decode_at(bytes, 0).code_point, bytes);
    }
    offset += decoded.length;
  }
  if (offset < line.size()) source += "…";
  return std::string(indentation) + source + "\n" + std::string(indentation) + below + "^\n";
}

}  // namespace

void Diagnostics::report(Diagnostic diagnostic) {
  if (diagnostic.severity == Severity::error) ++errors_;
  if (kept_.size() < limit_) {
    kept_.push_back(std::move(diagnostic));
  } else {
    ++dropped_;
  }
}

Position position_at(std::string_view text, std::size_t offset) {
  offset = std::min(offset, text.size());
  const std::size_t begin = line_begin(text, offset);
  Position position;
  position.line +=
      static_cast<std::size_t>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(begin), '\n'));
  for (std::size_t i = begin; i < offset; ++position.column) {
    i += decode_at(text, i).length;
    if (i > offset) break;  // the offset lies within this code point
  }
  return position;
}

std::string render(const Diagnostic& diagnostic, std::string_view file_name, std::string_view text) {
  const std::size_t offset = std::min(diagnostic.span.begin, text.size());
  const Position position = position_at(text, offset);
  std::string rendered = shown(file_name) + ":" + std::to_string(position.line) + ":" +
                         std::to_string(position.column) + ": " + std::string(in_words(diagnostic.severity)) + ": " +
                         shown(diagnostic.message) + "\n";
  const std::string_view line = line_at(text, offset);
  if (!line.empty()) rendered += excerpt(line, position.column);
  return rendered;
}

}  // namespace entente
