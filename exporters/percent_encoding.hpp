// Keys as names in other formats.
#pragma once

#include <string>
#include <string_view>

namespace entente {

/// The text with every byte percent-encoded (RFC 3986) that is not an ASCII letter or digit or one of `-._~`.
/// Different texts give different results. O(length).
std::string percent_encoded(std::string_view text);

}  // namespace entente
