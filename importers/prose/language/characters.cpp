#include "prose/language/characters.hpp"

#include <algorithm>

#include <utf8proc.h>

namespace entente::prose {

Character character_at(std::string_view text, std::size_t offset) {
  if (offset >= text.size()) return {};
  const auto byte = static_cast<unsigned char>(text[offset]);
  if (byte < 0x80) return {byte, 1};
  utf8proc_int32_t value = 0;
  const auto length = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data() + offset),
                                       static_cast<utf8proc_ssize_t>(text.size() - offset), &value);
  if (length <= 0) return {byte, 1};
  return {static_cast<char32_t>(value), static_cast<std::size_t>(length)};
}

bool is_space(char32_t c) {
  if (c < 0x80) return c == ' ' || (c >= '\t' && c <= '\r');
  return c == 0xA0 || c == 0x2028 || c == 0x2029 || (c >= 0x2000 && c <= 0x200B) || c == 0x202F || c == 0x3000 ||
         c == 0xFEFF;
}

bool is_digit(char32_t c) {
  return c >= '0' && c <= '9';
}

bool is_letter(char32_t c) {
  if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(c));
  return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_ME;
}

bool is_upper(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z';
  const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(c));
  return category == UTF8PROC_CATEGORY_LU || category == UTF8PROC_CATEGORY_LT;
}

bool is_opening_quote(char32_t c) {
  return c == 0x201C || c == 0x2018 || c == 0xAB || c == 0x201E;
}
bool is_closing_quote(char32_t c) {
  return c == 0x201D || c == 0x2019 || c == 0xBB;
}
bool is_dash(char32_t c) {
  return c >= 0x2012 && c <= 0x2015;
}

bool quoted_after(std::string_view token, bool quoted) {
  if (token == "\"") return !quoted;
  if (token == "“") return true;
  return token != "”" && quoted;
}

bool is_capitalised(std::string_view word) {
  return !word.empty() && is_upper(character_at(word, 0).value);
}

bool is_all_capitals(std::string_view word) {
  std::size_t letters = 0;
  for (std::size_t i = 0; i < word.size();) {
    const auto [value, length] = character_at(word, i);
    if (is_letter(value)) {
      if (!is_upper(value)) return false;
      ++letters;
    }
    i += length;
  }
  return letters >= 2;
}

bool has_letter(std::string_view word) {
  for (std::size_t i = 0; i < word.size();) {
    const auto [value, length] = character_at(word, i);
    if (is_letter(value)) return true;
    i += length;
  }
  return false;
}

std::string lower(std::string_view word) {
  std::string result(word);
  for (char& c : result) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return result;
}

std::string with_capital(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

std::vector<std::string_view> parts_between(std::string_view text, std::string_view separators) {
  std::vector<std::string_view> words;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find_first_of(separators, begin), text.size());
    if (end > begin) words.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return words;
}

std::string_view trim(std::string_view text) {
  auto is_ascii_space = [](char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  };  // others have bytes of letters in them
  while (!text.empty() && is_ascii_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_ascii_space(text.back())) text.remove_suffix(1);
  return text;
}

}  // namespace entente::prose
