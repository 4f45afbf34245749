#include "prose/passage.hpp"

#include <array>

namespace entente::prose {

std::string_view name(BlockKind kind) {
  static constexpr std::array<std::string_view, 12> names = {"body",      "title",    "heading",    "byline",
                                                             "dateline",  "metadata", "navigation", "credit",
                                                             "copyright", "footer",   "repeated",   "stray mark"};
  return names[static_cast<std::size_t>(kind)];
}

}  // namespace entente::prose
