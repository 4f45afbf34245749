#include "proper_names.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>

#include <entente/names.hpp>

#include "utf8.hpp"

namespace entente {
namespace {

// Words that name a kind of actor, place, text or event. Sorted.
constexpr std::array<std::string_view, 92> common_nouns = {
    "accord",       "accords",      "administration", "agreement",  "agreements", "alliance",
    "allies",       "area",         "armed",          "army",       "article",    "assembly",
    "bank",         "bloc",         "border",         "capital",    "ceasefire",  "central",
    "charter",      "city",         "coalition",      "commission", "committee",  "conference",
    "congress",     "constitution", "constitutional", "convention", "council",    "country",
    "court",        "deal",         "declaration",    "defence",    "defense",    "dialogue",
    "east",         "eastern",      "federation",     "force",      "forces",     "foreign",
    "framework",    "general",      "government",     "guerrillas", "high",       "interior",
    "island",       "islands",      "kingdom",        "law",        "memorandum", "military",
    "militia",      "militias",     "minister",       "ministry",   "mission",    "movement",
    "national",     "negotiations", "north",          "northern",   "of",         "opposition",
    "organization", "pact",         "parliament",     "party",      "peace",      "peacekeepers",
    "police",       "president",    "prime",          "process",    "protocol",   "province",
    "rebels",       "region",       "regional",       "republic",   "sea",        "separatists",
    "south",        "southern",     "state",          "states",     "supreme",    "talks",
    "treaty",       "union"};
static_assert(std::is_sorted(common_nouns.begin(), common_nouns.end()));

struct NumberWord {
  std::string_view word;
  std::string_view number;
};

constexpr std::array number_words = {NumberWord{"one", "1"},
                                     NumberWord{"first", "1"},
                                     NumberWord{"two", "2"},
                                     NumberWord{"second", "2"},
                                     NumberWord{"three", "3"},
                                     NumberWord{"third", "3"},
                                     NumberWord{"four", "4"},
                                     NumberWord{"fourth", "4"},
                                     NumberWord{"five", "5"},
                                     NumberWord{"fifth", "5"},
                                     NumberWord{"six", "6"},
                                     NumberWord{"sixth", "6"},
                                     NumberWord{"seven", "7"},
                                     NumberWord{"seventh", "7"},
                                     NumberWord{"eight", "8"},
                                     NumberWord{"eighth", "8"},
                                     NumberWord{"nine", "9"},
                                     NumberWord{"ninth", "9"},
                                     NumberWord{"ten", "10"},
                                     NumberWord{"tenth", "10"},
                                     NumberWord{"eleven", "11"},
                                     NumberWord{"eleventh", "11"},
                                     NumberWord{"twelve", "12"},
                                     NumberWord{"twelfth", "12"},
                                     NumberWord{"january", "january"},
                                     NumberWord{"february", "february"},
                                     NumberWord{"march", "march"},
                                     NumberWord{"april", "april"},
                                     NumberWord{"may", "may"},
                                     NumberWord{"june", "june"},
                                     NumberWord{"july", "july"},
                                     NumberWord{"august", "august"},
                                     NumberWord{"september", "september"},
                                     NumberWord{"october", "october"},
                                     NumberWord{"november", "november"},
                                     NumberWord{"december", "december"}};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// The number that a word of small Roman figures writes, up to 39, or nothing. Single letters other than "i", "v" and
// "x" are none.
std::optional<unsigned> roman_number(std::string_view word) {
  static constexpr std::array<std::string_view, 10> units = {"",  "i",  "ii",  "iii",  "iv",
                                                             "v", "vi", "vii", "viii", "ix"};
  const std::size_t tens = std::min(word.find_first_not_of('x'), word.size());
  const auto unit = std::find(units.begin(), units.end(), word.substr(tens));
  if (word.empty() || tens > 3 || unit == units.end()) return std::nullopt;
  return static_cast<unsigned>(tens * 10) + static_cast<unsigned>(unit - units.begin());
}

// The figures at the start of a word ("12th", "2015"), without leading zeros.
std::string leading_figures(std::string_view word) {
  const auto end = std::find_if_not(word.begin(), word.end(), is_digit);
  const std::string_view figures(word.begin(), end);
  return std::string(figures.substr(std::min(figures.find_first_not_of('0'), figures.size())));
}

bool is_capital_or_caseless(char32_t c) {
  const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(c));
  return category == UTF8PROC_CATEGORY_LU || category == UTF8PROC_CATEGORY_LT || category == UTF8PROC_CATEGORY_LO;
}

}  // namespace

std::vector<std::string_view> words_of(std::string_view folded_name) {
  std::vector<std::string_view> words;
  while (!folded_name.empty()) {
    const std::size_t end = std::min(folded_name.find(' '), folded_name.size());
    words.push_back(folded_name.substr(0, end));
    folded_name.remove_prefix(std::min(end + 1, folded_name.size()));
  }
  return words;
}

bool is_proper_name(std::string_view name) {
  bool has_capital = false;
  for (std::size_t offset = 0; offset < name.size() && !has_capital;) {
    const Decoded decoded = decode_at(name, offset);
    has_capital = decoded.valid && is_capital_or_caseless(decoded.code_point);
    offset += decoded.length;
  }
  const std::string folded = fold_name(name);
  const auto words = words_of(folded);
  return has_capital && !std::all_of(words.begin(), words.end(), [](std::string_view word) {
           return std::binary_search(common_nouns.begin(), common_nouns.end(), word);
         });
}

std::set<std::string> numbers_in(std::string_view name) {
  std::set<std::string> numbers;
  const std::string folded = fold_name(name);
  for (std::string_view word : words_of(folded)) {
    const auto row = std::find_if(number_words.begin(), number_words.end(),
                                  [word](const NumberWord& candidate) { return candidate.word == word; });
    if (row != number_words.end()) {
      numbers.emplace(row->number);
    } else if (is_digit(word.front())) {
      numbers.insert(leading_figures(word));
    } else if (const auto roman = roman_number(word)) {
      numbers.insert(std::to_string(*roman));
    }
  }
  return numbers;
}

bool holds_year(std::string_view name) {
  const std::string folded = fold_name(name);
  const auto words = words_of(folded);
  return std::any_of(words.begin(), words.end(), [](std::string_view word) {
    return word.size() == 4 && (word[0] == '1' || word[0] == '2') && std::all_of(word.begin(), word.end(), is_digit);
  });
}

}  // namespace entente
