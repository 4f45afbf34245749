#include "prose/training/model_file.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <fstream>
#include <utility>

namespace entente::prose {

namespace {

constexpr double largest_value = 127.0;

/// The sizes of all weights, from the smallest.
std::vector<double> sizes(const std::vector<FeatureWeights>& features) {
  std::vector<double> all;
  for (const auto& feature : features) {
    for (const auto& weight : feature.weights) {
      all.push_back(std::abs(weight.value));
    }
  }
  std::sort(all.begin(), all.end());
  return all;
}

std::size_t bucket_count(std::size_t features) {
  std::size_t buckets = 16;
  while (buckets * 2 < features) {
    buckets *= 2;
  }
  return buckets;
}

/// The bytes that the weights of at least `smallest` take.
std::size_t packed_size(const std::vector<FeatureWeights>& features, double smallest) {
  std::size_t kept = 0;
  std::size_t units = 0;
  for (const auto& feature : features) {
    const auto weights = std::count_if(feature.weights.begin(), feature.weights.end(),
                                       [&](const auto& weight) { return std::abs(weight.value) >= smallest; });
    kept += weights > 0 ? 1U : 0U;
    units += weights > 0 ? static_cast<std::size_t>(weights) + 1 : 0;
  }
  return units * sizeof(std::uint16_t) + (bucket_count(kept) + 1) * sizeof(std::uint32_t);
}

/// The least size of weights with which the classifier fits into `budget` bytes; `all` are the sizes of its weights.
double least_size(const std::vector<FeatureWeights>& features, const std::vector<double>& all, std::size_t budget) {
  std::size_t low = 0;
  std::size_t high = all.size() - 1;
  while (low < high) {
    const std::size_t middle = low + (high - low) / 2;
    if (packed_size(features, all[middle]) <= budget) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  return all[low];
}

/// Eight bits for a weight: the square root of its share in the largest.
int quantise(double value, double largest) {
  const auto size = static_cast<int>(std::lround(std::sqrt(std::abs(value) / largest) * largest_value));
  return value < 0 ? -size : size;
}

/// The units of a feature: none if no weight is left.
std::vector<std::uint16_t> pack_feature(const FeatureWeights& feature, double smallest, double largest) {
  std::vector<std::uint16_t> units;
  for (const auto& weight : feature.weights) {
    const int value = std::abs(weight.value) >= smallest ? quantise(weight.value, largest) : 0;
    if (value != 0) {
      units.push_back(LinearModel::weight_unit(weight.label, value));
    }
  }
  if (!units.empty()) {
    units.insert(units.begin(), LinearModel::head_unit(feature.number, units.size()));
  }
  return units;
}

/// A feature on its way to the file.
struct PlacedFeature {
  std::uint32_t step;  ///< from the place (bucket and top bits of the number) of the feature before
  std::span<const std::uint16_t> weights;
};

std::vector<PlacedFeature> features_of(const PackedClassifier& classifier) {
  std::vector<PlacedFeature> features;
  const std::span units = classifier.units;
  std::uint32_t before = 0;
  for (std::size_t bucket = 0; bucket + 1 < classifier.offsets.size(); ++bucket) {
    for (std::size_t at = classifier.offsets[bucket]; at < classifier.offsets[bucket + 1];) {
      const std::size_t count = units[at] & ((1U << LinearModel::count_bits) - 1);
      const auto place =
          static_cast<std::uint32_t>(bucket << LinearModel::check_bits | units[at] >> LinearModel::count_bits);
      features.push_back({place - before, units.subspan(at + 1, count)});
      before = place;
      at += count + 1;
    }
  }
  return features;
}

/// The low bits of steps such that the mean of what is above them is a few: steps are spread geometrically.
unsigned step_bits(std::size_t buckets, std::size_t features) {
  const std::size_t mean = (buckets << LinearModel::check_bits) / features;
  return std::min(16U, static_cast<unsigned>(std::max(static_cast<int>(std::bit_width(mean)) - 5, 0)));
}

void write_tags(const std::vector<Tag>& tags, EntropyEncoder& encoder) {
  encoder.bits(static_cast<std::uint32_t>(tags.size()), 8);
  for (const Tag& tag : tags) {
    encoder.bits(static_cast<std::uint32_t>(tag.upos), 8);
    encoder.bits(static_cast<std::uint32_t>(tag.xpos), 8);
  }
}

void write_words(const std::vector<WordEntry>& words, EntropyEncoder& encoder) {
  SymbolCounts steps;
  SymbolCounts clusters;
  SymbolCounts ambiguities;
  SymbolCounts knowledge;
  std::uint32_t before = 0;
  for (const WordEntry& entry : words) {
    steps.add_number(entry.word - std::exchange(before, entry.word), word_step_bits);
    clusters.add_number(entry.cluster, 8);
    ambiguities.add(entry.ambiguity);
    knowledge.add(entry.knowledge);
  }
  encoder.number(static_cast<std::uint32_t>(words.size()));
  const std::array tables{steps.table(), clusters.table(), ambiguities.table(), knowledge.table()};
  for (const auto& table : tables) {
    encoder.table(table);
  }
  before = 0;
  for (const WordEntry& entry : words) {
    encoder.number(tables[0], word_step_bits, entry.word - std::exchange(before, entry.word));
    encoder.number(tables[1], 8, entry.cluster);
    encoder.symbol(tables[2], entry.ambiguity);
    encoder.symbol(tables[3], entry.knowledge);
  }
}

void write_lemma_rules(const std::vector<LemmaRule>& rules, EntropyEncoder& encoder) {
  encoder.number(static_cast<std::uint32_t>(rules.size()));
  for (const LemmaRule& rule : rules) {
    encoder.number(rule.key);
    encoder.bits(rule.strip, 8);
    encoder.bits(rule.length, 8);
    for (std::size_t at = 0; at < rule.length; ++at) {
      encoder.bits(static_cast<unsigned char>(rule.ending[at]), 8);
    }
  }
}

}  // namespace

PackedClassifier pack(const std::vector<FeatureWeights>& features, std::size_t budget) {
  const auto all = sizes(features);
  if (all.empty()) {
    return {};
  }
  const double smallest = least_size(features, all, budget);
  std::vector<std::pair<std::uint32_t, std::vector<std::uint16_t>>> packed;
  for (const auto& feature : features) {
    if (auto units = pack_feature(feature, smallest, all.back()); !units.empty()) {
      packed.emplace_back(feature.number, std::move(units));
    }
  }
  const std::size_t buckets = bucket_count(packed.size());
  const auto bucket_of = [&](const auto& feature) { return feature.first & (buckets - 1); };
  std::stable_sort(packed.begin(), packed.end(),
                   [&](const auto& one, const auto& other) { return bucket_of(one) < bucket_of(other); });
  PackedClassifier classifier;
  for (const auto& feature : packed) {
    classifier.offsets.resize(std::max<std::size_t>(classifier.offsets.size(), bucket_of(feature) + 1),
                              static_cast<std::uint32_t>(classifier.units.size()));
    classifier.units.insert(classifier.units.end(), feature.second.begin(), feature.second.end());
  }
  classifier.offsets.resize(buckets + 1, static_cast<std::uint32_t>(classifier.units.size()));
  return classifier;
}

void write_classifier(const PackedClassifier& classifier, EntropyEncoder& encoder) {
  const auto features = features_of(classifier);
  encoder.number(static_cast<std::uint32_t>(features.size()));
  if (features.empty()) {
    return;
  }
  const std::size_t buckets = classifier.offsets.size() - 1;
  const unsigned low_bits = step_bits(buckets, features.size());
  SymbolCounts steps;
  SymbolCounts counts;
  SymbolCounts labels;
  SymbolCounts values;
  for (const auto& feature : features) {
    steps.add_number(feature.step, low_bits);
    counts.add(static_cast<std::uint8_t>(feature.weights.size()));
    for (const std::uint16_t weight : feature.weights) {
      labels.add(static_cast<std::uint8_t>(weight >> 8));
      values.add(static_cast<std::uint8_t>(weight));
    }
  }
  encoder.number(static_cast<std::uint32_t>(classifier.units.size()));
  encoder.bits(static_cast<std::uint32_t>(std::countr_zero(buckets)), 8);
  encoder.bits(low_bits, 8);
  const std::array tables{steps.table(), counts.table(), labels.table(), values.table()};
  for (const auto& table : tables) {
    encoder.table(table);
  }
  for (const auto& feature : features) {
    encoder.number(tables[0], low_bits, feature.step);
    encoder.symbol(tables[1], static_cast<std::uint8_t>(feature.weights.size()));
    for (const std::uint16_t weight : feature.weights) {
      encoder.symbol(tables[2], static_cast<std::uint8_t>(weight >> 8));
      encoder.symbol(tables[3], static_cast<std::uint8_t>(weight));
    }
  }
}

std::vector<std::byte> model_bytes(const ModelParts& parts) {
  EntropyEncoder encoder;
  write_tags(parts.tag_classes, encoder);
  write_words(parts.words, encoder);
  write_lemma_rules(parts.lemma_rules, encoder);
  for (const auto* classifier : {&parts.tagger, &parts.moves, &parts.relations}) {
    write_classifier(*classifier, encoder);
  }
  return with_header(model_magic, model_version, encoder.bytes());
}

std::vector<std::byte> with_header(std::string_view magic, std::uint32_t version, std::span<const std::byte> bytes) {
  const auto first = std::as_bytes(std::span(magic));
  const auto second = std::as_bytes(std::span(&version, 1));
  std::vector<std::byte> all(first.begin(), first.end());
  all.insert(all.end(), second.begin(), second.end());
  all.insert(all.end(), bytes.begin(), bytes.end());
  return all;
}

std::vector<std::byte> read_model(const std::filesystem::path& file) {
  std::ifstream input(file, std::ios::binary | std::ios::ate);
  if (!input) {
    throw std::runtime_error("cannot read " + file.string());
  }
  std::vector<std::byte> bytes(static_cast<std::size_t>(input.tellg()));
  input.seekg(0);
  input.read(reinterpret_cast<char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
  return bytes;
}

void write_model(const std::filesystem::path& file, std::span<const std::byte> bytes) {
  std::ofstream output(file, std::ios::binary);
  output.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
  if (!output.flush()) {
    throw std::runtime_error("cannot write " + file.string());
  }
}

}  // namespace entente::prose
