#include "prose/language/name_tagger.hpp"

#include "prose/language/name_features.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <stdexcept>
#include <string>

extern "C" {
extern const std::byte entente_english_names[];
extern const std::byte entente_english_names_end[];
}

namespace entente::prose {

namespace {

/// Margins are given in this many units of the scores; see the model card for what they mean.
constexpr float margin_unit = 50000.0F;

[[noreturn]] void reject(const std::string& reason) {
  throw std::runtime_error("model of names: " + reason);
}

LinearModel read_classifier(std::span<const std::byte> bytes) {
  constexpr std::size_t header = name_model_magic.size() + 3 * sizeof(std::uint32_t);
  if (reinterpret_cast<std::uintptr_t>(bytes.data()) % alignof(std::uint32_t) != 0) {
    reject("the bytes are not aligned to four");
  }
  if (bytes.size() < header) {
    reject("too short for a header: " + std::to_string(bytes.size()) + " bytes");
  }
  if (std::memcmp(bytes.data(), name_model_magic.data(), name_model_magic.size()) != 0) {
    reject("does not begin with " + std::string(name_model_magic));
  }
  std::array<std::uint32_t, 3> numbers{};
  std::memcpy(numbers.data(), bytes.data() + name_model_magic.size(), sizeof numbers);
  const auto [version, buckets, units] = numbers;
  if (version != name_model_version) {
    reject("version " + std::to_string(version) + ", expected " + std::to_string(name_model_version));
  }
  const std::size_t offsets_size = (std::size_t{buckets} + 1) * sizeof(std::uint32_t);
  const std::size_t units_size = std::size_t{units} * sizeof(std::uint16_t);
  if (const std::size_t size = header + offsets_size + units_size; (size + 3) / 4 * 4 != bytes.size()) {
    reject("has " + std::to_string(bytes.size()) + " bytes, expected " + std::to_string((size + 3) / 4 * 4));
  }
  const std::byte* offsets = bytes.data() + header;
  return LinearModel({reinterpret_cast<const std::uint32_t*>(offsets), std::size_t{buckets} + 1},
                     {reinterpret_cast<const std::uint16_t*>(offsets + offsets_size), units}, name_labels);
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
