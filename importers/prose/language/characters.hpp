// Classes of characters that several stages of reading ask for.
#pragma once

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace entente::prose {

/// One decoded character and its length in bytes; a stray byte counts as itself, the end of the text as 0.
struct Character {
  char32_t value = 0;
  std::size_t length = 1;
};
Character character_at(std::string_view text, std::size_t offset);

bool is_space(char32_t);
bool is_digit(char32_t);
bool is_letter(char32_t);
bool is_upper(char32_t);
bool is_opening_quote(char32_t);
bool is_closing_quote(char32_t);
bool is_dash(char32_t);  ///< en and em dashes and their like, not the hyphen

/// Whether the word is in the list.
template <std::size_t N>
bool is_one_of(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::ranges::find(words, word) != words.end();
}

/// Whether what follows a token is quoted, when what stands before it is or is not: quotation marks open and close.
bool quoted_after(std::string_view token, bool quoted);

/// Whether the word begins with an upper-case letter; whether it has at least two letters, all of them upper-case.
bool is_capitalised(std::string_view word);
bool is_all_capitals(std::string_view word);
bool has_letter(std::string_view word);

/// ASCII letters in lower case; other bytes as they are.
std::string lower(std::string_view word);
/// The text with an ASCII letter at its beginning in upper case.
std::string with_capital(std::string text);
/// The stretches of the text between separators, none of them empty.
std::vector<std::string_view> parts_between(std::string_view text, std::string_view separators = " ");
/// The text without the white space of ASCII at its ends.
std::string_view trim(std::string_view text);

}  // namespace entente::prose
