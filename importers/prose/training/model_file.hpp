#pragma once

#include "prose/language/weights.hpp"
#include "prose/training/perceptron.hpp"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <vector>

namespace entente::prose {

/// A classifier in the form in which the model keeps it.
struct PackedClassifier {
  std::vector<std::uint32_t> offsets;
  std::vector<std::uint16_t> units;
};

/// The classifier with weights in eight bits, the smallest left out until it takes at most `budget` bytes.
PackedClassifier pack(const std::vector<FeatureWeights>& features, std::size_t budget);

/// The parts of a model before they become bytes.
struct ModelParts {
  std::vector<Tag> tag_classes;
  std::vector<WordEntry> words;
  std::vector<LemmaRule> lemma_rules;
  PackedClassifier tagger;
  PackedClassifier moves;
  PackedClassifier relations;
};

/// A model that owns its bytes.
class OwnedModel {
 public:
  explicit OwnedModel(const ModelParts& parts);

  std::span<const std::byte> bytes() const { return std::as_bytes(std::span(words_)); }
  Weights weights() const { return Weights(bytes()); }

 private:
  std::vector<std::uint32_t> words_;
};

/// A model file as words of four bytes, so that it may be read in place. Throws std::runtime_error if it cannot be
/// read.
std::vector<std::uint32_t> read_model(const std::filesystem::path& file);

/// Writes a model file. Throws std::runtime_error if it cannot be written.
void write_model(const std::filesystem::path& file, std::span<const std::byte> bytes);

/// The entries as a table to be searched by probing from the low bits of `key`, in which slots are empty with key 0.
template <typename Entry>
std::vector<Entry> make_table(const std::vector<Entry>& entries, std::uint32_t Entry::*key) {
  std::size_t size = 16;
  while (size * 3 < entries.size() * 4) {
    size *= 2;
  }
  std::vector<Entry> table(size);
  for (const Entry& entry : entries) {
    std::size_t slot = entry.*key & (size - 1);
    while (table[slot].*key != 0) {
      slot = (slot + 1) & (size - 1);
    }
    table[slot] = entry;
  }
  return table;
}

}  // namespace entente::prose
