// Text that every reader of an exported file accepts.
#pragma once

#include <string>
#include <string_view>

namespace entente {

/// The text with U+FFFD in place of every byte that is not UTF-8. O(length).
std::string valid_utf8(std::string_view text);

/// The text as valid UTF-8 with U+FFFD in place of the characters that XML 1.0 has no way to write: controls other
/// than tab, line feed and carriage return, U+FFFE and U+FFFF. O(length).
std::string valid_xml_text(std::string_view text);

}  // namespace entente
