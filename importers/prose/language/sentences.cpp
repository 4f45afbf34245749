#include "prose/language/sentences.hpp"

#include <algorithm>
#include <array>

#include "prose/language/characters.hpp"
#include "prose/language/tokens.hpp"

namespace entente::prose {
namespace {

constexpr std::uint32_t longest_sentence = 400;  // tokens

constexpr std::array<std::string_view, 40> starters = {
    "A",         "After", "Although", "An",   "And",     "As",    "At",   "Both", "But",   "By",
    "For",       "From",  "He",       "His",  "However", "If",    "In",   "It",   "Its",   "Later",
    "Meanwhile", "No",    "On",       "One",  "She",     "Since", "Such", "That", "The",   "Their",
    "There",     "These", "They",     "This", "Those",   "Two",   "We",   "When", "While", "With"};

bool is_quote_mark(std::string_view token) {
  if (token == "\"" || token == "''" || token == "'" || token == ")" || token == "]") return true;
  return is_closing_quote(character_at(token, 0).value);
}

bool ends_sentence(std::string_view token) {
  return token == "." || token == "?" || token == "!" || token == "…" || token.starts_with("...");
}

/// Whether a sentence can begin with this token.
bool can_begin(std::string_view token) {
  const char32_t first = character_at(token, 0).value;
  return is_upper(first) || is_digit(first) || is_opening_quote(first) || first == '"' || first == '(' ||
         first == '[' || first == 0x2022 || first == '\'' || is_dash(first);
}

class Splitter {
 public:
  explicit Splitter(Passage& passage) : passage_(passage) {}

  void run() {
    for (std::uint32_t b = 0; b < passage_.blocks.size(); ++b) {
      const Block& block = passage_.blocks[b];
      const bool heading = block.kind == BlockKind::heading || block.kind == BlockKind::title;
      if (block.kind != BlockKind::body && !heading) continue;
      if (!block.continues_previous) {
        close(static_cast<std::uint32_t>(passage_.tokens.size()));
        block_ = b;
        quoted_ = false;
      }
      const auto first = static_cast<std::uint32_t>(passage_.tokens.size());
      tokenise(passage_.text, block.bytes, passage_.tokens);
      if (heading)
        close_heading();
      else
        scan(first);
    }
    close(static_cast<std::uint32_t>(passage_.tokens.size()));
  }

 private:
  void close_heading() {
    const auto last = static_cast<std::uint32_t>(passage_.tokens.size());
    while (open_ < last) {
      close(std::min(last, open_ + longest_sentence));
      passage_.sentences.back().heading = true;
    }
  }

  void scan(std::uint32_t first) {
    const auto& tokens = passage_.tokens;
    for (std::uint32_t t = first; t < tokens.size(); ++t) {
      if (ends_sentence(tokens[t].text)) {
        std::uint32_t end = t + 1;
        while (end < tokens.size() && is_quote_mark(tokens[end].text) && !opens_quotation(end)) ++end;
        if (end == tokens.size() || can_begin(tokens[end].text)) {
          close(end);
          t = end - 1;
        }
      } else if (abbreviation_ends_sentence(t) || t - open_ >= longest_sentence) {
        close(t + 1);
      }
    }
  }

  /// Whether a straight quotation mark begins a quotation: space before it, none behind.
  [[nodiscard]] bool opens_quotation(std::uint32_t t) const {
    const auto& tokens = passage_.tokens;
    if (tokens[t].text != "\"" && tokens[t].text != "'") return false;
    return tokens[t].bytes.begin > tokens[t - 1].bytes.end && t + 1 < tokens.size() &&
           tokens[t + 1].bytes.begin == tokens[t].bytes.end;
  }

  [[nodiscard]] bool abbreviation_ends_sentence(std::uint32_t t) const {
    const auto& tokens = passage_.tokens;
    const std::string_view token = tokens[t].text;
    if (token.size() < 3 || token.back() != '.' || t + 1 >= tokens.size()) return false;
    if (!is_letter(static_cast<unsigned char>(token[0]))) return false;
    if (std::ranges::count(token, '.') < 2 && lower(token) != "etc.") return false;
    return std::ranges::binary_search(starters, tokens[t + 1].text);
  }

  void close(std::uint32_t end) {
    if (end <= open_) return;
    Sentence sentence;
    sentence.first_token = open_;
    sentence.last_token = end;
    sentence.block = block_;
    sentence.bytes = passage_.bytes_of_tokens(open_, end);
    sentence.opens_inside_quotation = quoted_;
    follow_quotation(open_, end);
    passage_.sentences.push_back(sentence);
    open_ = end;
  }

  /// Whether the text is inside quotation marks after these tokens; a new paragraph may repeat the opening mark.
  void follow_quotation(std::uint32_t first, std::uint32_t last) {
    for (std::uint32_t t = first; t < last; ++t) {
      const std::string_view token = passage_.tokens[t].text;
      const char32_t mark = character_at(token, 0).value;
      if (mark == 0x201C)
        quoted_ = true;
      else if (mark == 0x201D)
        quoted_ = false;
      else if (token == "\"")
        quoted_ = !quoted_;
    }
  }

  Passage& passage_;
  std::uint32_t open_ = 0;
  std::uint32_t block_ = 0;
  bool quoted_ = false;
};

}  // namespace

void split_sentences(Passage& passage) {
  Splitter(passage).run();
}

}  // namespace entente::prose
