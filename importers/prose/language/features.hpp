#pragma once

#include "prose/language/lexeme.hpp"
#include "prose/language/weights.hpp"

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace entente::prose {

/// The numbers of the features that are true of one decision. A template that is added more than once in one list must
/// differ in its first value.
class FeatureList {
 public:
  template <typename... Values>
  void add(std::uint32_t pattern, Values... values) {
    numbers_[size_++] = feature(pattern, values...);
  }

  void clear() { size_ = 0; }
  std::span<const std::uint32_t> numbers() const { return {numbers_.data(), size_}; }

 private:
  std::array<std::uint32_t, 160> numbers_{};
  std::size_t size_ = 0;
};

/// A word as the classifiers see it.
struct Lexeme {
  Spelling spelling;
  std::uint32_t form = 0;  ///< the word if the treebanks have it often enough, otherwise its shape and ending
  WordEntry entry;
};

/// The lexemes of the words of a sentence.
std::vector<Lexeme> look_up(const Weights& weights, std::span<const std::string_view> words);

/// The class of words that has `entry`: the first `depth` steps of its path.
std::uint32_t cluster_at(const WordEntry& entry, unsigned depth);

/// A tag as a value in features.
constexpr std::uint32_t code(Tag tag) {
  return (static_cast<std::uint32_t>(tag.upos) << 8 | static_cast<std::uint32_t>(tag.xpos)) + 1;
}

/// What the tagger remembers of the words before the one it tags.
struct TagHistory {
  void push(const Lexeme& word, Tag tag);

  std::uint32_t previous = 0;  ///< code of the tag of the word before; 0 at the start of a sentence
  std::uint32_t before = 0;    ///< code of the tag of the word before that
  std::uint32_t verb = 0;      ///< the last verb: an auxiliary by its form, others by their tag
  std::uint32_t finite = 0;    ///< number of finite verbs so far, at most 2
};

/// Whether a verb has this tag in the place of a predicate (`MD` included).
bool is_finite(Tag tag);

/// Collects what the tagger looks at when it tags `sentence[at]`. Used by the trainer and at run time alike.
void tag_features(std::span<const Lexeme> sentence, std::size_t at, const TagHistory& history, FeatureList& features);

}  // namespace entente::prose
