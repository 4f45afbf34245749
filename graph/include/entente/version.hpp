// Which Entente this is.
#pragma once

#include <string_view>

namespace entente {

/// The version of the library in use, `MAJOR.MINOR.PATCH`: the one that the build file states.
std::string_view version();

}  // namespace entente
