#include "decimal.hpp"

#include <array>
#include <charconv>

namespace entente {

std::string shortest_decimal(double value) {
  std::array<char, 32> digits{};
  return std::string(digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr);
}

std::string plain_decimal(double value) {
  std::array<char, 1100> digits{};  // the smallest double has 1,074 of them behind the point
  char* const end = digits.data() + digits.size();
  return std::string(digits.data(), std::to_chars(digits.data(), end, value, std::chars_format::fixed).ptr);
}

}  // namespace entente
