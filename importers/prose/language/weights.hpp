#pragma once

#include "prose/language/lexeme.hpp"
#include "prose/language/tags.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace entente::prose {

class EntropyDecoder;

/// A linear classifier with hashed features.
///
/// Features are kept in buckets by the low bits of their number. A bucket is a run of 16-bit units: for each feature
/// one unit with the top nine bits of its number and the count of its weights, then one unit per weight (class, value).
/// A stored value v stands for v·|v|: that keeps small weights apart where a linear eight-bit scale makes them zero.
class LinearModel {
 public:
  static constexpr unsigned check_bits = 9;
  static constexpr unsigned count_bits = 7;

  LinearModel() = default;

  /// A classifier with `classes` classes; `offsets` has one more element than there are buckets, and the buckets are a
  /// power of two. Throws std::runtime_error when the parts do not fit together.
  LinearModel(std::vector<std::uint32_t> offsets, std::vector<std::uint16_t> units, std::size_t classes);

  /// The classifier with `classes` classes that was packed in a model file: the numbers of its features, its units, the
  /// bits of a bucket's number and the low bits of a step; tables of frequencies of steps, counts, classes and values;
  /// then for each feature the step from the one before to its place (bucket and top bits as one number), the count of
  /// its weights, and these. Throws std::runtime_error when the bytes are not such a classifier.
  LinearModel(EntropyDecoder& packed, std::size_t classes);

  /// Adds the weights of `features` to `scores`, which has at least `classes()` elements.
  void add_scores(std::span<const std::uint32_t> features, std::span<std::int32_t> scores) const;

  std::size_t classes() const { return classes_; }

  static std::uint16_t head_unit(std::uint32_t number, std::size_t count);
  static std::uint16_t weight_unit(std::size_t label, int value);

 private:
  void check_units() const;
  void add_feature(std::uint32_t number, std::size_t bucket, std::span<std::int32_t> scores) const;

  std::vector<std::uint32_t> offsets_;
  std::vector<std::uint16_t> units_;
  std::size_t classes_ = 0;
};

/// What a model knows of one word.
struct WordEntry {
  std::uint32_t word = 0;      ///< hash of the normalised word; 0 marks an empty slot
  std::uint16_t cluster = 0;   ///< path in the tree of word classes with a leading 1; 0 if in none
  std::uint8_t ambiguity = 0;  ///< number of the set of tags that the word was seen with; 0 if rare
  std::uint8_t knowledge = 0;  ///< 0 if rare in the treebanks, 1 if common, tag class + 2 if always tagged alike
};
static_assert(sizeof(WordEntry) == 8);

/// How the words of a tag that end alike become lemmas: `strip` bytes off, then `length` bytes of `ending` on.
struct LemmaRule {
  std::uint32_t key = 0;  ///< `LemmaRule::number` of tag and ending; 0 marks an empty slot
  std::uint8_t strip = 0;
  std::uint8_t length = 0;
  char ending[6]{};

  /// The key of the rule for words tagged `tag` that end in `ending` (`whole`: that are `ending`).
  static std::uint32_t number(Tag tag, std::string_view ending, bool whole);
};
static_assert(sizeof(LemmaRule) == 12);

/// The length in bytes of the longest ending that has lemma rules; only rules for whole words are longer.
inline constexpr std::size_t longest_lemma_ending = 6;

/// A trained model of English: tagger, parser and lemmatiser. Const use from several threads is safe.
class Weights {
 public:
  /// The model in `bytes`, which are needed no longer than this takes. Throws std::runtime_error that says what is
  /// wrong when they are not a model of this version. Linear in the size; some tens of milliseconds for a model of 4
  /// MB.
  explicit Weights(std::span<const std::byte> bytes);

  /// The tags that the tagger tells apart, by class.
  std::span<const Tag> tag_classes() const { return tag_classes_; }
  const LinearModel& tagger() const { return tagger_; }
  const LinearModel& moves() const { return moves_; }
  const LinearModel& relations() const { return relations_; }

  /// What is known of the word with this hash; an empty entry if nothing is. Constant time.
  WordEntry word(std::uint32_t hash) const;

  /// The rule with this key, or nullptr. Constant time.
  const LemmaRule* lemma_rule(std::uint32_t key) const;

 private:
  std::vector<Tag> tag_classes_;
  std::vector<WordEntry> words_;
  std::vector<LemmaRule> lemma_rules_;
  LinearModel tagger_;
  LinearModel moves_;
  LinearModel relations_;
};

/// A model file is the magic, the version (32-bit, little-endian), then, packed for an EntropyDecoder, the tags that
/// the tagger tells apart, the words ordered by hash, the lemma rules, and the three classifiers: tagger, moves,
/// relations.
inline constexpr std::string_view model_magic = "ENTELANG";
inline constexpr std::uint32_t model_version = 2;

/// Low bits of the steps between words ordered by hash.
inline constexpr unsigned word_step_bits = 12;

/// The bytes after the magic and the version of a model file, for messages called `what`. Throws std::runtime_error
/// when it does not begin so.
std::span<const std::byte> after_header(std::span<const std::byte> bytes, std::string_view magic, std::uint32_t version,
                                        const std::string& what);

/// The model inside the library.
const Weights& embedded_weights();

}  // namespace entente::prose
