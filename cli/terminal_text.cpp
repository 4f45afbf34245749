#include "terminal_text.hpp"

#include <unistd.h>
#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>

namespace entente::cli {
namespace {

// Takes the first character off the text; -1 for a byte that is not UTF-8.
utf8proc_int32_t take_character(std::string_view& text, std::string_view& bytes) {
  utf8proc_int32_t character = -1;
  const auto length = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                       static_cast<utf8proc_ssize_t>(text.size()), &character);
  bytes = text.substr(0, static_cast<std::size_t>(std::max<utf8proc_ssize_t>(length, 1)));
  text.remove_prefix(bytes.size());
  return length > 0 ? character : -1;
}

bool is_blank(utf8proc_int32_t c) {
  return c == ' ' || (c >= '\t' && c <= '\r') || c == 0x85 || c == 0x2028 || c == 0x2029;
}

bool steers_the_terminal(utf8proc_int32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

}  // namespace

std::string one_line(std::string_view text) {
  static constexpr std::string_view replacement = "\xEF\xBF\xBD";
  std::string line;
  bool blank = false;
  while (!text.empty()) {
    std::string_view bytes;
    const utf8proc_int32_t character = take_character(text, bytes);
    if (is_blank(character)) {
      blank = !line.empty();
      continue;
    }
    if (blank) line += ' ';
    blank = false;
    line += steers_the_terminal(character) ? replacement : bytes;
  }
  return line;
}

std::size_t display_width(std::string_view line) {
  std::size_t width = 0;
  while (!line.empty()) {
    std::string_view bytes;
    const utf8proc_int32_t character = take_character(line, bytes);
    width += character < 0 ? 1 : static_cast<std::size_t>(std::max(0, utf8proc_charwidth(character)));
  }
  return width;
}

std::string Style::dressed(std::string_view code, std::string_view text) const {
  if (!colored_) return std::string(text);
  return std::string("\x1B[").append(code).append("m").append(text).append("\x1B[0m");
}

bool is_terminal(int descriptor) {
  return ::isatty(descriptor) == 1;
}

bool is_colored(int descriptor) {
  const char* no_color = std::getenv("NO_COLOR");
  const char* terminal = std::getenv("TERM");
  const bool unwanted = no_color && *no_color != '\0';
  const bool unable = !terminal || std::string_view(terminal) == "dumb";
  return !unwanted && !unable && is_terminal(descriptor);
}

}  // namespace entente::cli
