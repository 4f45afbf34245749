#include "clean_text.hpp"

#include <entente/unicode.hpp>

namespace entente {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";  // U+FFFD

/// The length of the character at the start of the text if XML cannot hold it, otherwise 0.
std::size_t length_of_non_xml(std::string_view text) {
  const auto byte = static_cast<unsigned char>(text.front());
  if (byte < 0x20) return byte == '\t' || byte == '\n' || byte == '\r' ? 0 : 1;
  return text.starts_with("\xEF\xBF\xBE") || text.starts_with("\xEF\xBF\xBF") ? 3 : 0;
}

}  // namespace

std::string valid_utf8(std::string_view text) {
  std::string valid;
  while (const auto bad = first_invalid_utf8(text)) {
    valid += text.substr(0, *bad);
    valid += replacement;
    text.remove_prefix(*bad + 1);
  }
  return valid += text;
}

std::string valid_xml_text(std::string_view text) {
  const std::string utf8 = valid_utf8(text);
  std::string valid;
  valid.reserve(utf8.size());
  for (std::string_view rest = utf8; !rest.empty();) {
    const std::size_t bad = length_of_non_xml(rest);
    if (bad == 0)
      valid += rest.front();
    else
      valid += replacement;
    rest.remove_prefix(bad == 0 ? 1 : bad);
  }
  return valid;
}

}  // namespace entente
