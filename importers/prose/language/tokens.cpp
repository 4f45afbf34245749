#include "prose/language/tokens.hpp"

#include <algorithm>
#include <array>

#include "prose/language/characters.hpp"

namespace entente::prose {
namespace {

constexpr std::array<std::string_view, 62> abbreviations = {
    "adm",  "amb",  "apr", "aug", "ave", "brig", "capt", "cf",  "cmdr", "co",     "col", "corp", "dec",
    "dept", "dr",   "e.g", "est", "etc", "feb",  "fig",  "fr",  "ft",   "gen",    "gov", "hon",  "i.e",
    "inc",  "jan",  "jr",  "jul", "jun", "lt",   "ltd",  "maj", "mar",  "messrs", "mr",  "mrs",  "ms",
    "mt",   "no",   "nos", "nov", "oct", "op",   "p",    "pp",  "pres", "prof",   "rep", "rev",  "sec",
    "sen",  "sept", "sep", "sgt", "sr",  "st",   "supt", "u.n", "vol",  "vs"};

/// Parts before a hyphen that are no words of their own, so that the hyphen stays inside.
constexpr std::array<std::string_view, 41> prefixes = {
    "a",     "anti",  "bi",    "build", "cease",  "co",   "counter", "de",    "e",    "ex",    "extra",
    "inter", "intra", "mega",  "micro", "mid",    "mini", "mis",     "multi", "neo",  "non",   "over",
    "post",  "pre",   "pro",   "proto", "pseudo", "re",   "read",    "run",   "semi", "spill", "stand",
    "sub",   "super", "trans", "tri",   "ultra",  "un",   "under",   "vice"};

bool is_word_character(char32_t c) {
  return is_letter(c) || is_digit(c);
}

bool is_apostrophe(char32_t c) {
  return c == '\'' || c == 0x2019;
}

/// One pass over a stretch, left to right.
class Tokeniser {
 public:
  Tokeniser(std::string_view text, Bytes stretch, std::vector<Token>& tokens)
      : text_(text), at_(stretch.begin), end_(stretch.end), tokens_(tokens) {}

  void run() {
    while (at_ < end_) {
      const Character c = look(at_);
      if (is_space(c.value)) {
        at_ += c.length;
      } else if (is_word_character(c.value)) {
        word();
      } else {
        mark(c);
      }
    }
  }

 private:
  [[nodiscard]] Character look(std::size_t at) const { return at < end_ ? character_at(text_, at) : Character{0, 1}; }

  void add(std::size_t begin, std::size_t end) {
    tokens_.push_back(
        {{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, text_.substr(begin, end - begin)});
  }

  void mark(Character c) {
    std::size_t end = at_ + c.length;
    if (c.value == '.' || c.value == '-' || c.value == '*' || c.value == '=') {  // "...", "--"
      while (end < end_ && text_[end] == text_[at_]) ++end;
    }
    add(at_, end);
    at_ = end;
  }

  void word() {
    const std::size_t begin = at_;
    std::size_t end = at_;
    while (end < end_) {
      const Character c = look(end);
      if (is_word_character(c.value) || continues_word(c.value, begin, end)) {
        end += c.length;
      } else {
        break;
      }
    }
    end = with_full_stop(begin, end);
    at_ = end;
    split_clitics(begin, end);
  }

  /// Whether a mark at `at` stands inside the word that began at `begin`.
  [[nodiscard]] bool continues_word(char32_t c, std::size_t begin, std::size_t at) const {
    if (at == begin) return false;
    const Character next = look(at + (c < 0x80 ? 1 : character_at(text_, at).length));
    if (is_apostrophe(c)) return is_letter(next.value);
    if (c == '-')
      return is_letter(next.value) &&
             std::ranges::binary_search(prefixes, std::string_view(lower(text_.substr(begin, at - begin))));
    if (c == '.') {
      return is_word_character(next.value) &&
             (single_letter_before(begin, at) || (is_digit(next.value) && digit_before(at)));
    }
    if (c == ',') return is_digit(next.value) && digit_before(at);
    if (c == '&') return is_upper(next.value) && is_upper(look(begin).value);
    return false;
  }

  [[nodiscard]] bool digit_before(std::size_t at) const { return is_digit(static_cast<unsigned char>(text_[at - 1])); }
  [[nodiscard]] bool single_letter_before(std::size_t begin, std::size_t at) const {
    return at >= begin + 1 && is_letter(static_cast<unsigned char>(text_[at - 1])) &&
           (at == begin + 1 || text_[at - 2] == '.');
  }

  [[nodiscard]] std::size_t with_full_stop(std::size_t begin, std::size_t end) const {
    if (end >= end_ || text_[end] != '.') return end;
    if (end + 1 < end_ && text_[end + 1] == '.') return end;  // an ellipsis
    const std::string_view word = text_.substr(begin, end + 1 - begin);
    const bool numbered =
        lower(word) == "no." && end + 2 < end_ && is_digit(static_cast<unsigned char>(text_[end + 2]));  // "No. 1"
    return numbered || is_abbreviation(word) ? end + 1 : end;
  }

  void split_clitics(std::size_t begin, std::size_t end) {
    const std::string_view word = text_.substr(begin, end - begin);
    std::size_t apostrophe = std::string_view::npos;
    std::size_t width = 1;
    for (std::size_t i = 0; i < word.size();) {
      const Character c = character_at(word, i);
      if (is_apostrophe(c.value)) {
        apostrophe = i;
        width = c.length;
      }
      i += c.length;
    }
    if (lower(word) == "cannot") {  // two words, as the treebanks have it
      add(begin, begin + 3);
      return add(begin + 3, end);
    }
    if (apostrophe == std::string_view::npos) return add(begin, end);
    const std::string tail = lower(word.substr(apostrophe + width));
    if (tail == "t" && apostrophe >= 2 && (word[apostrophe - 1] == 'n' || word[apostrophe - 1] == 'N')) {
      if (apostrophe > 1) add(begin, begin + apostrophe - 1);
      return add(begin + apostrophe - 1, end);
    }
    if (tail == "s" || tail == "re" || tail == "ve" || tail == "ll" || tail == "d" || tail == "m") {
      add(begin, begin + apostrophe);
      return add(begin + apostrophe, end);
    }
    add(begin, end);
  }

  std::string_view text_;
  std::size_t at_;
  std::size_t end_;
  std::vector<Token>& tokens_;
};

}  // namespace

bool is_abbreviation(std::string_view word) {
  word.remove_suffix(1);
  if (word.size() == 1) return is_upper(static_cast<unsigned char>(word[0])) && word != "I";
  if (word.size() >= 3 && word[word.size() - 2] == '.') return true;  // U.S.
  const std::string folded = lower(word);
  return is_capitalised(word)
             ? std::ranges::binary_search(abbreviations, std::string_view(folded)) && folded != "no" && folded != "mar"
             : folded == "e.g" || folded == "i.e" || folded == "etc" || folded == "cf" || folded == "vs" ||
                   folded == "pp";
}

void tokenise(std::string_view text, Bytes stretch, std::vector<Token>& tokens) {
  Tokeniser(text, stretch, tokens).run();
}

}  // namespace entente::prose
