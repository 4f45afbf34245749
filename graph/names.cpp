#include <entente/names.hpp>

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <optional>
#include <utility>

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
    FoldedLetter{U'æ', "ae"}, FoldedLetter{U'ð', "d"},  FoldedLetter{U'ø', "o"},  FoldedLetter{U'þ', "th"},
    FoldedLetter{U'đ', "d"},  FoldedLetter{U'ħ', "h"},  FoldedLetter{U'ı', "i"},  FoldedLetter{U'ĸ', "k"},
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
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_NO:
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME:
      return Kind::letter;
    case UTF8PROC_CATEGORY_ZS:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
    case UTF8PROC_CATEGORY_CC:
      return Kind::space;
    case UTF8PROC_CATEGORY_PD:
    case UTF8PROC_CATEGORY_PC:
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
      case Kind::letter:
        take_letter(c);
        break;
      case Kind::space:
        end_word(true);
        break;
      case Kind::joiner:
        end_word(false);
        break;
      case Kind::apostrophe:
        apostrophe_ = folded_.size();
        break;
      case Kind::nothing:
        dotted_ = dotted_ || c == U'.';
        break;
    }
  }

  std::string result() && {
    if (apostrophe_ > 0 && apostrophe_ + 1 == folded_.size() && folded_.back() == U's') {
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
    if (c < 0x80) {
      begin_word();
      folded_.push_back(static_cast<utf8proc_int32_t>(c >= U'A' && c <= U'Z' ? c - U'A' + U'a' : c));
      return;
    }
    // The longest decomposition has 18 code points.
    std::array<utf8proc_int32_t, 32> parts{};
    int boundary = 0;
    constexpr auto options =
        static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE);
    const auto count =
        utf8proc_decompose_char(static_cast<utf8proc_int32_t>(c), parts.data(), parts.size(), options, &boundary);
    for (utf8proc_ssize_t i = 0; i < count; ++i) take_part(parts[static_cast<std::size_t>(i)]);
  }

  // Marks of combining class 10 and above are accents, points and vowel signs that people leave out; those below belong
  // to the letter (Indic vowels and viramas, Japanese voicing).
  void take_part(utf8proc_int32_t part) {
    constexpr int first_optional_class = 10;
    if (utf8proc_get_property(part)->combining_class >= first_optional_class) return;
    const auto letter = static_cast<char32_t>(part);
    if (kind_of(letter) != Kind::letter) return take(letter);  // "½" holds a slash
    begin_word();
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

std::u32string code_points(std::string_view utf8) {
  std::u32string result;
  for (std::size_t offset = 0; offset < utf8.size();) {
    const Decoded decoded = decode_at(utf8, offset);
    result.push_back(decoded.code_point);
    offset += decoded.length;
  }
  return result;
}

// The number of letters to insert, delete, replace or swap with their neighbour to turn one word into the other
// (optimal string alignment: no place is edited twice), or nothing if it is more than `limit`. O(product of the
// lengths).
std::optional<std::size_t> edit_distance(std::u32string_view a, std::u32string_view b, std::size_t limit) {
  if (std::max(a.size(), b.size()) - std::min(a.size(), b.size()) > limit) return std::nullopt;
  std::vector<std::size_t> before_last(b.size() + 1), last(b.size() + 1), current(b.size() + 1);
  std::iota(current.begin(), current.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::swap(before_last, last);
    std::swap(last, current);
    current[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      current[j] = std::min({replaced, last[j] + 1, current[j - 1] + 1});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) current[j] = std::min(current[j], before_last[j - 2] + 1);
    }
    if (*std::min_element(current.begin(), current.end()) > limit) return std::nullopt;
  }
  return current.back() <= limit ? std::optional(current.back()) : std::nullopt;
}

// A mistyped word, to be compared with many others.
class Mistyped {
 public:
  explicit Mistyped(std::string_view word) : folded_(code_points(fold_name(word))) {}

  // How far the other is away, or nothing if it differs in more than a third of this word.
  [[nodiscard]] std::optional<std::size_t> distance_to(std::string_view other) const {
    return edit_distance(folded_, code_points(fold_name(other)), folded_.size() / 3);
  }

 private:
  std::u32string folded_;
};

// How an entity bears a name, best first.
enum class Bearing { key, name, alias, mention, last_name, none };

Bearing bearing_of(const Entity& entity, std::string_view name, const std::string& folded) {
  const auto fits = [&](std::string_view other) { return fold_name(other) == folded; };
  if (entity.key == name) return Bearing::key;
  if (folded.empty()) return Bearing::none;
  const std::string own = fold_name(entity.name);
  if (own == folded) return Bearing::name;
  if (std::any_of(entity.aliases.begin(), entity.aliases.end(), fits)) return Bearing::alias;
  if (std::any_of(entity.identifiers.begin(), entity.identifiers.end(),
                  [&](const auto& row) { return fits(row.second); })) {
    return Bearing::alias;
  }
  const auto names_it = [&](const Mention& mention) { return !mention.coreference && fits(mention.text); };
  if (std::any_of(entity.mentions.begin(), entity.mentions.end(), names_it)) return Bearing::mention;
  if (entity.type == EntityType::person && own.ends_with(" " + folded)) return Bearing::last_name;
  return Bearing::none;
}

// The best known first: those with more relations, then with more mentions, then in the order of the graph.
void sort_best_known_first(const KnowledgeGraph& graph, std::vector<EntityId>& ids) {
  const auto renown = [&](EntityId id) {
    return std::pair(graph.outgoing(id).size() + graph.incoming(id).size(), graph.entity(id).mentions.size());
  };
  std::stable_sort(ids.begin(), ids.end(), [&](EntityId a, EntityId b) { return renown(a) > renown(b); });
}

std::vector<EntityId> bearers_of(const KnowledgeGraph& graph, std::string_view name) {
  const std::string folded = fold_name(name);
  std::vector<EntityId> best;
  Bearing best_bearing = Bearing::none;
  for (std::size_t i = 0; i < graph.entity_count(); ++i) {
    const Bearing bearing = bearing_of(graph.entity(EntityId{i}), name, folded);
    if (bearing == Bearing::none || bearing > best_bearing) continue;
    if (bearing < best_bearing) best.clear();
    best_bearing = bearing;
    best.emplace_back(i);
  }
  sort_best_known_first(graph, best);
  return best;
}

std::vector<EntityId> entities_named_like(const KnowledgeGraph& graph, std::string_view name, std::size_t limit) {
  const Mistyped mistyped(name);
  std::map<std::size_t, std::vector<EntityId>> by_distance;
  for (std::size_t i = 0; i < graph.entity_count(); ++i) {
    const Entity& entity = graph.entity(EntityId{i});
    auto nearest = mistyped.distance_to(entity.name);
    for (const std::string& alias : entity.aliases) {
      const auto distance = mistyped.distance_to(alias);
      if (distance && (!nearest || *distance < *nearest)) nearest = distance;
    }
    if (nearest) by_distance[*nearest].emplace_back(i);
  }
  std::vector<EntityId> near;
  for (auto& [distance, ids] : by_distance) {
    sort_best_known_first(graph, ids);
    near.insert(near.end(), ids.begin(), ids.end());
  }
  if (near.size() > limit) near.erase(near.begin() + static_cast<std::ptrdiff_t>(limit), near.end());
  return near;
}

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

NameMatch find_by_name(const KnowledgeGraph& graph, std::string_view name, std::size_t limit) {
  NameMatch match;
  match.exact = bearers_of(graph, name);
  if (match.exact.empty()) match.near = entities_named_like(graph, name, limit);
  return match;
}

std::vector<std::string_view> near_misses(std::string_view word, std::span<const std::string_view> candidates,
                                          std::size_t limit) {
  const Mistyped mistyped(word);
  std::multimap<std::size_t, std::string_view> by_distance;  // equally near ones keep their order
  for (std::string_view candidate : candidates) {
    if (const auto distance = mistyped.distance_to(candidate)) by_distance.emplace(*distance, candidate);
  }
  std::vector<std::string_view> nearest;
  for (auto row = by_distance.begin(); row != by_distance.end() && nearest.size() < limit; ++row) {
    nearest.push_back(row->second);
  }
  return nearest;
}

}  // namespace entente
