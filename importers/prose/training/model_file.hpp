#pragma once

#include "prose/language/weights.hpp"
#include "prose/training/entropy_encoder.hpp"
#include "prose/training/perceptron.hpp"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string_view>
#include <vector>

namespace entente::prose {

/// A classifier in the form in which a LinearModel keeps it.
struct PackedClassifier {
  std::vector<std::uint32_t> offsets;
  std::vector<std::uint16_t> units;
};

/// The classifier with weights in eight bits, the smallest left out until it takes at most `budget` bytes of memory. In
/// a file it is less than half as large.
PackedClassifier pack(const std::vector<FeatureWeights>& features, std::size_t budget);

/// Packs a classifier for LinearModel's reader.
void write_classifier(const PackedClassifier& classifier, EntropyEncoder& encoder);

/// The parts of a model before they become bytes.
struct ModelParts {
  std::vector<Tag> tag_classes;
  std::vector<WordEntry> words;  ///< ordered by hash
  std::vector<LemmaRule> lemma_rules;
  PackedClassifier tagger;
  PackedClassifier moves;
  PackedClassifier relations;
};

/// The bytes of a model file.
std::vector<std::byte> model_bytes(const ModelParts& parts);

/// Bytes that begin with the magic and the version.
std::vector<std::byte> with_header(std::string_view magic, std::uint32_t version, std::span<const std::byte> bytes);

/// A model file. Throws std::runtime_error if it cannot be read.
std::vector<std::byte> read_model(const std::filesystem::path& file);

/// Writes a model file. Throws std::runtime_error if it cannot be written.
void write_model(const std::filesystem::path& file, std::span<const std::byte> bytes);

}  // namespace entente::prose
