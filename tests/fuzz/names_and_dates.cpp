// A folded name is valid UTF-8 and does not depend on the blanks around it; a date that is read is written as it was
// meant.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include <entente/dates.hpp>
#include <entente/names.hpp>
#include <entente/unicode.hpp>

namespace {

void require(bool condition) {
  if (!condition) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const std::string folded = entente::fold_name(text);
  require(!entente::first_invalid_utf8(folded));
  require(entente::fold_name(std::string(" ").append(text).append("  ")) == folded);

  if (const auto date = entente::Date::parse(text)) {
    require(entente::Date::parse(date->to_string()) == date);
    require(date->first_day_number() <= date->last_day_number());
  }
  if (const auto interval = entente::DateInterval::parse(text)) {
    require(entente::DateInterval::parse(interval->to_string()) == interval);
    require(interval->overlaps(*interval));
  }
  return 0;
}
