#include "prose/language/name_tagger.hpp"

#include "prose/language/entropy_decoder.hpp"
#include "prose/language/name_features.hpp"

#include <algorithm>
#include <array>

extern "C" {
extern const std::byte entente_english_names[];
extern const std::byte entente_english_names_end[];
}

namespace entente::prose {

namespace {

/// Margins are given in this many units of the scores; see the model card for what they mean.
constexpr float margin_unit = 50000.0F;

LinearModel read_classifier(std::span<const std::byte> bytes) {
  EntropyDecoder packed(after_header(bytes, name_model_magic, name_model_version, "model of names"));
  LinearModel words(packed, name_labels);
  packed.finish();
  return words;
}

}  // namespace

NameWeights::NameWeights(std::span<const std::byte> bytes) : words_(read_classifier(bytes)) {
  for (std::size_t before = 0; before <= name_labels; ++before) {
    words_.add_scores(std::array{transition_feature(before)}, transitions_[before]);
  }
}

const NameWeights& embedded_name_weights() {
  static const NameWeights weights(std::span<const std::byte>(entente_english_names, entente_english_names_end));
  return weights;
}

std::vector<TaggedName> tag_names(const NameWeights& names, const Weights& weights,
                                  std::span<const std::string_view> words, std::span<const Tag> tags,
                                  std::span<const NameHint> hints) {
  std::vector<std::int32_t> scores(words.size() * name_labels);
  std::span<std::int32_t> rest = scores;
  visit_name_features(weights, words, tags, hints, [&](std::span<const std::uint32_t> features) {
    names.words().add_scores(features, rest.first(name_labels));
    rest = rest.subspan(name_labels);
  });
  const NameReading reading = best_reading(scores, names.transitions(), {}, true);
  std::vector<TaggedName> found = names_of(reading.labels);
  for (TaggedName& name : found) {
    const auto first = reading.margins.begin() + name.first;
    name.margin = static_cast<float>(*std::min_element(first, first + (name.last - name.first))) / margin_unit;
  }
  return found;
}

}  // namespace entente::prose
