#pragma once

#include "prose/language/name_hints.hpp"
#include "prose/language/name_labels.hpp"
#include "prose/language/weights.hpp"

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace entente::prose {

/// A trained finder of names. Const use from several threads is safe.
class NameWeights {
 public:
  /// The model in `bytes`, which are needed no longer than this takes. Throws std::runtime_error that says what is
  /// wrong when they are not a model of this version. Linear in the size.
  explicit NameWeights(std::span<const std::byte> bytes);

  const LinearModel& words() const { return words_; }
  const NameTransitions& transitions() const { return transitions_; }

 private:
  LinearModel words_;
  NameTransitions transitions_{};
};

/// A model of names is the magic, the version (32-bit, little-endian) and its classifier, packed for an EntropyDecoder.
inline constexpr std::string_view name_model_magic = "ENTENAME";
inline constexpr std::uint32_t name_model_version = 2;

/// The model of names inside the library.
const NameWeights& embedded_name_weights();

/// The names in one sentence, from left to right, none inside another.
///
/// The words are cut as for `tag`, which made the `tags`, one for each word; `weights` are those that the names were
/// trained with. `hints` is empty or has one element for each word: what is known of the words from elsewhere. A name
/// may begin or end with a word in lower case ("1999 European Parliament election"); titles before names of persons are
/// outside. Linear in the number of words. Any bytes are accepted.
std::vector<TaggedName> tag_names(const NameWeights& names, const Weights& weights,
                                  std::span<const std::string_view> words, std::span<const Tag> tags,
                                  std::span<const NameHint> hints = {});

}  // namespace entente::prose
