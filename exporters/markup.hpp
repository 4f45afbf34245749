// Text inside XML and HTML.
#pragma once

#include <string>
#include <string_view>

namespace entente {

/// The text with references in place of the characters that markup gives a meaning to (and the backslash, which
/// Graphviz gives one), for content and for attribute values.
/// What XML cannot hold becomes U+FFFD. O(length).
std::string markup(std::string_view text);

}  // namespace entente
