#include "prose/language/tags.hpp"

#include <algorithm>

namespace entente::prose {

namespace {

template <typename Enumeration, std::size_t Size>
std::optional<Enumeration> find(const std::array<std::string_view, Size>& names, std::string_view text) {
  const auto found = std::find(names.begin(), names.end(), text);
  if (found == names.end()) {
    return std::nullopt;
  }
  return static_cast<Enumeration>(found - names.begin());
}

}  // namespace

std::optional<Upos> parse_upos(std::string_view text) {
  return find<Upos>(upos_names, text);
}
std::optional<Xpos> parse_xpos(std::string_view text) {
  return find<Xpos>(xpos_names, text);
}
std::optional<Deprel> parse_deprel(std::string_view text) {
  return find<Deprel>(deprel_names, text);
}

}  // namespace entente::prose
