#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace entente::prose {

/// What a name names. Organizations include political parties; events include elections.
enum class NameClass : std::uint8_t { person, organization, country, location, event, other };

inline constexpr std::array<std::string_view, 6> name_class_names{"person",   "organization", "country",
                                                                  "location", "event",        "other"};

/// A name in a sentence: a run of words.
struct TaggedName {
  std::uint32_t first = 0, last = 0;  ///< words, half-open
  NameClass type = NameClass::other;
  float margin = 0;  ///< by how much the best reading without this name is worse, 0 or more; see the model card

  friend bool operator==(const TaggedName&, const TaggedName&) = default;
};

/// The part that a word plays in a name.
enum class NamePlace : std::uint8_t { first, inside, last, whole };

/// A label of a word: `outside`, or 1 + 4 · class + place.
using NameLabel = std::uint8_t;
inline constexpr NameLabel outside = 0;
inline constexpr std::size_t name_labels = 1 + 4 * name_class_names.size();

constexpr NameLabel name_label(NameClass type, NamePlace place) {
  return static_cast<NameLabel>(1 + 4 * static_cast<unsigned>(type) + static_cast<unsigned>(place));
}
constexpr NameClass class_of(NameLabel label) {
  return static_cast<NameClass>((label - 1) / 4);
}
constexpr NamePlace place_of(NameLabel label) {
  return static_cast<NamePlace>((label - 1) % 4);
}

/// A set of labels, one bit each.
using NameLabelSet = std::uint32_t;
inline constexpr NameLabelSet any_name_label = (NameLabelSet{1} << name_labels) - 1;

/// What it is worth that one label follows another; the row `name_labels` is for the first word of a sentence.
using NameTransitions = std::array<std::array<std::int32_t, name_labels>, name_labels + 1>;

/// The best sequence of well-formed labels and by how much each of them wins over every other label for its word.
struct NameReading {
  std::vector<NameLabel> labels;
  std::vector<std::int32_t> margins;  ///< empty if not asked for
};

/// The reading with the highest sum of scores (`name_labels` for each word) and transitions (Viterbi), among those that
/// take each label from the set `allowed` for the word; empty `allowed` allows all. Linear in the number of words.
NameReading best_reading(std::span<const std::int32_t> scores, const NameTransitions& transitions,
                         std::span<const NameLabelSet> allowed, bool with_margins);

/// The names that the labels spell. Margins are 0.
std::vector<TaggedName> names_of(std::span<const NameLabel> labels);

}  // namespace entente::prose
