#include "prose/training/model_file.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
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

OwnedModel::OwnedModel(const ModelParts& parts) {
  std::vector<std::byte> bytes(model_magic.size() + sizeof(std::uint32_t) * (1 + 2 * part_count));
  std::memcpy(bytes.data(), model_magic.data(), model_magic.size());
  std::memcpy(bytes.data() + model_magic.size(), &model_version, sizeof model_version);
  std::size_t entry = model_magic.size() + sizeof model_version;
  const auto append = [&]<typename Element>(const std::vector<Element>& part) {
    const std::array<std::uint32_t, 2> extent{static_cast<std::uint32_t>(bytes.size()),
                                              static_cast<std::uint32_t>(part.size() * sizeof(Element))};
    std::memcpy(bytes.data() + entry, extent.data(), sizeof extent);
    entry += sizeof extent;
    const auto raw = std::as_bytes(std::span(part));
    bytes.insert(bytes.end(), raw.begin(), raw.end());
    bytes.resize((bytes.size() + 3) / 4 * 4);
  };
  append(parts.tag_classes);
  append(parts.words);
  append(parts.lemma_rules);
  for (const auto* classifier : {&parts.tagger, &parts.moves, &parts.relations}) {
    append(classifier->offsets);
    append(classifier->units);
  }
  words_.resize(bytes.size() / sizeof(std::uint32_t));
  std::memcpy(words_.data(), bytes.data(), bytes.size());
}

std::vector<std::uint32_t> read_model(const std::filesystem::path& file) {
  std::ifstream input(file, std::ios::binary | std::ios::ate);
  if (!input) {
    throw std::runtime_error("cannot read " + file.string());
  }
  std::vector<std::uint32_t> words(static_cast<std::size_t>(input.tellg()) / sizeof(std::uint32_t));
  input.seekg(0);
  input.read(reinterpret_cast<char*>(words.data()), static_cast<std::streamsize>(words.size() * sizeof(std::uint32_t)));
  return words;
}

void write_model(const std::filesystem::path& file, std::span<const std::byte> bytes) {
  std::ofstream output(file, std::ios::binary);
  output.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
  if (!output.flush()) {
    throw std::runtime_error("cannot write " + file.string());
  }
}

}  // namespace entente::prose
