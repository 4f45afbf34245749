#include <entente/names.hpp>

#include <utf8proc.h>

#include <algorithm>
#include <array>

#include "utf8.hpp"

namespace entente {
namespace {

struct FoldedLetter {
  char32_t letter;
  std::string_view plain;
};

// Small letters that Unicode does not take apart into a plain letter and an accent, and how people without them on the
// keyboard write them. Sorted.
constexpr std::array folded_letters = {
    FoldedLetter{U'æ', "ae"}, FoldedLetter{U'ð', "d"},  FoldedLetter{U'ø', "o"}, FoldedLetter{U'þ', "th"},
    FoldedLetter{U'đ', "d"},  FoldedLetter{U'ħ', "h"},  FoldedLetter{U'ı', "i"}, FoldedLetter{U'ĸ', "k"},
    FoldedLetter{U'ł', "l"},  FoldedLetter{U'ŋ', "ng"}, FoldedLetter{U'œ', "oe"}, FoldedLetter{U'ŧ', "t"},
    FoldedLetter{U'ə', "a"},
};
static_assert(std::is_sorted(folded_letters.begin(), folded_letters.end(),
                             [](const FoldedLetter& a, const FoldedLetter& b) { return a.letter < b.letter; }));

enum class Kind { letter, space, joiner, apostrophe, nothing };

bool is_apostrophe(char32_t c) {
  constexpr std::u32string_view apostrophes = U"'`´‘’‛′ʹʻʼʽ＇";
  return apostrophes.find(c) != std::u32string_view::npos;
}

Kind kind_of(char32_t c) {
  if (is_apostrophe(c)) return Kind::apostrophe;
  switch (utf8proc_category(static_cast<utf8proc_int32_t>(c))) {
    case UTF8PROC_CATEGORY_LU: case UTF8PROC_CATEGORY_LL: case UTF8PROC_CATEGORY_LT: case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO: case UTF8PROC_CATEGORY_ND: case UTF8PROC_CATEGORY_NL: case UTF8PROC_CATEGORY_NO:
    case UTF8PROC_CATEGORY_MN: case UTF8PROC_CATEGORY_MC: case UTF8PROC_CATEGORY_ME:
      return Kind::letter;
    case UTF8PROC_CATEGORY_ZS: case UTF8PROC_CATEGORY_ZL: case UTF8PROC_CATEGORY_ZP: case UTF8PROC_CATEGORY_CC:
      return Kind::space;
    case UTF8PROC_CATEGORY_PD: case UTF8PROC_CATEGORY_PC:
      return Kind::joiner;
    default:
      return c == U'/' || c == U'\u2212' ? Kind::joiner : Kind::nothing;
  }
}

// Folds one name, code point by code point.
class NameFolder {
 public:
  void take(char32_t c) {
    switch (kind_of(c)) {
      case Kind::letter: take_letter(c); break;
      case Kind::space: end_word(true); break;
      case Kind::joiner: end_word(false); break;
      case Kind::apostrophe: apostrophe_ = folded_.size(); break;
      case Kind::nothing: dotted_ = dotted_ || c == U'.'; break;
    }
  }

  std::string result() && {
    if (apostrophe_ > 0 && apostrophe_ + 1 == folded_.size() && folded_.back() == U's' && !word_ended_) {
      folded_.pop_back();
    }
    if (!plain_) compose();
    std::string utf8;
    for (utf8proc_int32_t c : folded_) {
      std::array<utf8proc_uint8_t, 4> bytes{};
      const auto length = utf8proc_encode_char(c, bytes.data());
      utf8.append(reinterpret_cast<const char*>(bytes.data()), static_cast<std::size_t>(length));
    }
    return utf8;
  }

 private:
  void take_letter(char32_t c) {
    begin_word();
    if (c < 0x80) {
      folded_.push_back(static_cast<utf8proc_int32_t>(c >= U'A' && c <= U'Z' ? c - U'A' + U'a' : c));
      return;
    }
    // The longest decomposition has 18 code points.
    std::array<utf8proc_int32_t, 32> parts{};
    int boundary = 0;
    constexpr auto options =
        static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE);
    const auto count = utf8proc_decompose_char(static_cast<utf8proc_int32_t>(c), parts.data(), parts.size(), options,
                                               &boundary);
    for (utf8proc_ssize_t i = 0; i < count; ++i) take_part(parts[static_cast<std::size_t>(i)]);
  }

  // Marks of combining class 10 and above are accents, points and vowel signs that people leave out; those below belong
  // to the letter (Indic vowels and viramas, Japanese voicing).
  void take_part(utf8proc_int32_t part) {
    constexpr int first_optional_class = 10;
    if (utf8proc_get_property(part)->combining_class >= first_optional_class) return;
    const auto letter = static_cast<char32_t>(part);
    auto found = std::lower_bound(folded_letters.begin(), folded_letters.end(), letter,
                                  [](const FoldedLetter& row, char32_t wanted) { return row.letter < wanted; });
    if (found != folded_letters.end() && found->letter == letter) {
      folded_.insert(folded_.end(), found->plain.begin(), found->plain.end());
    } else {
      folded_.push_back(part);
      plain_ = plain_ && part < 0x80;
    }
  }

  void begin_word() {
    if (!word_ended_) return;
    word_ended_ = false;
    if (first_word_stands_alone_ && is_article()) {
      folded_.clear();
      apostrophe_ = 0;
    } else if (!folded_.empty()) {
      folded_.push_back(U' ');
    }
    first_word_ = false;
    first_word_stands_alone_ = false;
  }

  // A hyphen joins its word to the next, and a dot makes it an initial: "A-levels" and "A. Merkel" have no article.
  void end_word(bool stands_alone) {
    if (folded_.empty()) return;
    if (!word_ended_) first_word_stands_alone_ = first_word_ && stands_alone && !dotted_;
    word_ended_ = true;
  }

  [[nodiscard]] bool is_article() const {
    static constexpr std::array<std::u32string_view, 3> articles = {U"the", U"a", U"an"};
    return std::any_of(articles.begin(), articles.end(), [&](std::u32string_view article) {
      return std::equal(article.begin(), article.end(), folded_.begin(), folded_.end(),
                        [](char32_t a, utf8proc_int32_t b) { return static_cast<utf8proc_int32_t>(a) == b; });
    });
  }

  void compose() {
    const auto length = utf8proc_normalize_utf32(folded_.data(), static_cast<utf8proc_ssize_t>(folded_.size()),
                                                 static_cast<utf8proc_option_t>(UTF8PROC_COMPOSE | UTF8PROC_STABLE));
    if (length >= 0) folded_.resize(static_cast<std::size_t>(length));
  }

  std::vector<utf8proc_int32_t> folded_;
  std::size_t apostrophe_ = 0;  // how much was folded when the last one came
  bool plain_ = true;           // nothing but ASCII was folded
  bool word_ended_ = false;
  bool first_word_ = true;
  bool dotted_ = false;  // a dot came
  bool first_word_stands_alone_ = false;
};

}  // namespace

std::string fold_name(std::string_view name) {
  NameFolder folder;
  for (std::size_t offset = 0; offset < name.size();) {
    const Decoded decoded = decode_at(name, offset);
    offset += decoded.length;
    if (decoded.valid) folder.take(decoded.code_point);
  }
  return std::move(folder).result();
}

}  // namespace entente
