#include "prose/language/lexeme.hpp"

#include <algorithm>

namespace entente::prose {

namespace {

constexpr std::size_t longest_shape = 8;

std::uint32_t short_hash(std::string_view text) {
  return static_cast<std::uint32_t>(hash_text(text) >> 16);
}

std::string_view last_part(std::string_view word) {
  const auto space = word.find_last_of(' ');
  return space == std::string_view::npos || space + 1 == word.size() ? word : word.substr(space + 1);
}

/// The ASCII text for the three bytes of general punctuation (U+2010 to U+203F) at the start of `text`, if it has one.
std::string_view plain_mark(std::string_view text) {
  if (text.size() < 3 || text[0] != '\xE2' || text[1] != '\x80') {
    return {};
  }
  switch (static_cast<unsigned char>(text[2])) {
    case 0x90:
    case 0x91:
    case 0x92:
    case 0x93:
      return "-";
    case 0x94:
    case 0x95:
      return "--";
    case 0x98:
    case 0x99:
      return "'";
    case 0x9C:
    case 0x9D:
      return "\"";
    case 0xA6:
      return "...";
    default:
      return {};
  }
}

char lower(char letter) {
  return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

bool is_digit(char letter) {
  return letter >= '0' && letter <= '9';
}

char shape_of(char letter) {
  if (letter >= 'A' && letter <= 'Z') {
    return 'X';
  }
  if ((letter >= 'a' && letter <= 'z') || static_cast<unsigned char>(letter) >= 0x80) {
    return 'x';
  }
  return is_digit(letter) ? '0' : letter;
}

std::string shape_text(std::string_view word) {
  std::string shape;
  for (const char letter : word) {
    const char mark = shape_of(letter);
    if ((shape.empty() || shape.back() != mark) && shape.size() < longest_shape) {
      shape.push_back(mark);
    }
  }
  if (word.size() > 1 && shape == "X") {
    shape = "XX";
  }
  return shape;
}

}  // namespace

std::uint64_t hash_text(std::string_view text) {
  std::uint64_t hash = 0xCBF29CE484222325ULL;
  for (const char letter : text) {
    hash = (hash ^ static_cast<unsigned char>(letter)) * 0x100000001B3ULL;
  }
  hash = (hash ^ (hash >> 32)) * 0xFF51AFD7ED558CCDULL;
  return hash ^ (hash >> 31);
}

std::string normalise(std::string_view word) {
  word = last_part(word);
  std::string plain;
  plain.reserve(word.size());
  for (std::size_t at = 0; at < word.size();) {
    if (const auto mark = plain_mark(word.substr(at)); !mark.empty()) {
      plain += mark;
      at += 3;
    } else {
      plain.push_back(lower(word[at++]));
    }
  }
  return plain;
}

Spelling spell(std::string_view word) {
  std::string plain = normalise(word);
  std::replace_if(plain.begin(), plain.end(), is_digit, '0');
  const std::string_view text = plain;
  Spelling spelling;
  spelling.word = short_hash(text);
  spelling.shape = short_hash(shape_text(last_part(word)));
  for (std::size_t length = 1; length <= spelling.suffixes.size(); ++length) {
    spelling.suffixes[length - 1] = short_hash(text.substr(text.size() - std::min(length, text.size())));
  }
  for (std::size_t length = 1; length <= spelling.prefixes.size(); ++length) {
    spelling.prefixes[length - 1] = short_hash(text.substr(0, length));
  }
  return spelling;
}

}  // namespace entente::prose
