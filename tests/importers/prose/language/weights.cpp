#include "prose/language/weights.hpp"

#include <catch2/catch.hpp>

#include <array>
#include <map>
#include <stdexcept>
#include <vector>

#include "prose/training/model_file.hpp"
#include "prose/training/random.hpp"

using namespace entente::prose;

namespace {

using Bytes = std::vector<std::byte>;

/// The smallest model: one tag, and nothing else.
ModelParts small_parts() {
  ModelParts parts;
  parts.tag_classes = {Tag{Upos::NOUN, Xpos::NN}};
  return parts;
}

void check_rejected(const Bytes& bytes, const std::string& reason) {
  CHECK_THROWS_WITH(Weights(bytes), Catch::Contains(reason));
  CHECK_THROWS_AS(Weights(bytes), std::runtime_error);
}

/// Features by number, each with a weight for each label or none. Their top bits and buckets differ.
using Classifier = std::map<std::uint32_t, std::map<std::uint8_t, std::int8_t>>;

Classifier random_classifier(Random& random, std::size_t features, std::size_t classes) {
  Classifier made;
  while (made.size() < features) {
    auto& weights = made[static_cast<std::uint32_t>(random.below(1U << 23) << 9 | random.below(64))];
    for (std::size_t count = 1 + random.below(4); count > 0; --count) {
      weights[static_cast<std::uint8_t>(random.below(classes))] = static_cast<std::int8_t>(1 + random.below(120));
    }
  }
  return made;
}

/// Packed without leaving anything out, since the weights are whole squares up to the largest possible.
PackedClassifier packed(const Classifier& classifier) {
  std::vector<FeatureWeights> features;
  for (const auto& [number, weights] : classifier) {
    FeatureWeights feature{number, {}};
    for (const auto& [label, value] : weights) {
      feature.weights.push_back({label, static_cast<double>(value) * value});
    }
    features.push_back(std::move(feature));
  }
  if (!features.empty()) {
    features.front().weights.back().value = 127.0 * 127.0;
  }
  return pack(features, 1U << 30);
}

}  // namespace

TEST_CASE("the model in the library can be read and has all its parts") {
  const Weights& weights = embedded_weights();
  CHECK(weights.tag_classes().size() > 50);
  CHECK(weights.moves().classes() == 3);
  CHECK(weights.relations().classes() == deprel_names.size());
  CHECK(weights.word(spell("Minister").word).knowledge > 0);
  CHECK(weights.word(spell("qzxqzx").word).word == 0);
}

TEST_CASE("a model without features can be read") {
  CHECK(Weights(model_bytes(small_parts())).tag_classes().size() == 1);
}

TEST_CASE("words and lemma rules are read as they were written") {
  ModelParts parts = small_parts();
  Random random(5);
  for (std::uint64_t word = 1 + random.below(1000); word <= 0xFFFFFFFFU; word += 1 + random.below(1U << 24)) {
    parts.words.push_back({static_cast<std::uint32_t>(word), static_cast<std::uint16_t>(random.below(1U << 16)),
                           static_cast<std::uint8_t>(random.below(256)), static_cast<std::uint8_t>(random.below(3))});
  }
  const LemmaRule rule{77, 2, 3, {'i', 's', '\xE9'}};
  parts.lemma_rules = {{0xFFFFFFFF, 1, 0, {}}, rule};
  const Weights weights(model_bytes(parts));
  for (const WordEntry& written : parts.words) {
    const WordEntry read = weights.word(written.word);
    REQUIRE(read.word == written.word);
    REQUIRE(read.cluster == written.cluster);
    REQUIRE(read.ambiguity == written.ambiguity);
    REQUIRE(read.knowledge == written.knowledge);
  }
  REQUIRE(weights.lemma_rule(77) != nullptr);
  CHECK(weights.lemma_rule(77)->strip == 2);
  CHECK(std::string_view(weights.lemma_rule(77)->ending, 3) == "is\xE9");
  CHECK(weights.lemma_rule(0xFFFFFFFF)->length == 0);
  CHECK(weights.lemma_rule(78) == nullptr);
}

TEST_CASE("a packed classifier gives the weights that it was made of") {
  Random random(11);
  for (const std::size_t features : {1U, 2U, 40U, 3000U}) {
    const Classifier classifier = random_classifier(random, features, 20);
    const PackedClassifier together = packed(classifier);
    EntropyEncoder encoder;
    write_classifier(together, encoder);
    const Bytes bytes = encoder.bytes();
    EntropyDecoder decoder(bytes);
    const LinearModel read(decoder, 20);
    CHECK_NOTHROW(decoder.finish());
    const LinearModel kept(together.offsets, together.units, 20);
    std::int64_t sum = 0;
    for (const auto& [number, weights] : classifier) {
      std::array<std::int32_t, 20> scores{};
      read.add_scores(std::array{number}, scores);
      std::array<std::int32_t, 20> wanted{};
      kept.add_scores(std::array{number}, wanted);
      REQUIRE(scores == wanted);
      sum += scores[weights.begin()->first];
    }
    CHECK(sum > 0);
  }
}

TEST_CASE("a malformed header is rejected") {
  check_rejected({}, "too short");
  check_rejected(Bytes(11), "too short");
  Bytes model = model_bytes(small_parts());
  model[0] ^= std::byte{1};
  check_rejected(model, "does not begin with ENTELANG");
  model = model_bytes(small_parts());
  model[8] = std::byte{model_version + 1};
  check_rejected(model, "version 3, expected 2");
}

TEST_CASE("malformed parts are rejected") {
  ModelParts parts = small_parts();
  parts.tag_classes.clear();
  check_rejected(model_bytes(parts), "list of tags");
  parts.tag_classes = {Tag{static_cast<Upos>(upos_names.size()), Xpos::NN}};
  check_rejected(model_bytes(parts), "a tag that does not exist");
  parts = small_parts();
  parts.words = {{.word = 5, .knowledge = 3}};
  check_rejected(model_bytes(parts), "a word is malformed");
  parts.words = {{.word = 0}};
  check_rejected(model_bytes(parts), "a word is malformed");
  parts = small_parts();
  parts.lemma_rules = {{.key = 0}};
  check_rejected(model_bytes(parts), "a lemma rule is malformed");
  parts = small_parts();
  parts.moves = {{0, 2}, {LinearModel::head_unit(0, 1), LinearModel::weight_unit(3, 1)}};
  check_rejected(model_bytes(parts), "a class that does not exist");
}

TEST_CASE("a model that is cut is rejected, and one that was changed can be read or is rejected") {
  ModelParts parts = small_parts();
  Random random(3);
  parts.tagger = packed(random_classifier(random, 50, 1));
  const Bytes model = model_bytes(parts);
  std::size_t rejected = 0;
  for (std::size_t size = 0; size < model.size(); ++size) {
    CHECK_THROWS_AS(Weights(std::span(model).first(size)), std::runtime_error);
    Bytes changed = model;
    changed[size] ^= std::byte{0x10};
    try {
      const Weights read(changed);
      std::array<std::int32_t, 300> scores{};
      read.tagger().add_scores(std::array{0U, 1U, 77U}, scores);
    } catch (const std::runtime_error&) {
      ++rejected;
    }
  }
  CHECK(rejected > model.size() / 4);
  Bytes longer = model;
  longer.resize(model.size() + 2);
  check_rejected(longer, "do not end where they should");
}

TEST_CASE("numbers of a classifier that no file has are rejected before memory is asked for") {
  EntropyEncoder encoder;
  for (const std::uint32_t number : {0xFFFFFFFFU, 0xFFFFFFFFU}) {
    encoder.number(number);
  }
  encoder.bits(40, 8);
  encoder.bits(3, 8);
  const Bytes bytes = encoder.bytes();
  EntropyDecoder decoder(bytes);
  CHECK_THROWS_WITH(LinearModel(decoder, 2), Catch::Contains("larger than any"));
}

TEST_CASE("a classifier adds the weights of its features and of no others") {
  const std::uint32_t number = 0xABCD0000;
  const std::vector<std::uint16_t> units{LinearModel::head_unit(number, 2), LinearModel::weight_unit(0, 3),
                                         LinearModel::weight_unit(1, -5)};
  const std::vector<std::uint32_t> offsets{0, 3};
  const LinearModel model(offsets, units, 2);
  std::array<std::int32_t, 2> scores{1, 1};
  model.add_scores(std::array{number, ~number}, scores);
  CHECK(scores == std::array<std::int32_t, 2>{10, -24});
}

TEST_CASE("a malformed classifier is rejected") {
  const std::vector<std::uint16_t> units{LinearModel::head_unit(0, 1), LinearModel::weight_unit(7, 1)};
  const std::vector<std::uint16_t> cut{LinearModel::head_unit(0, 1)};
  CHECK_THROWS_WITH(LinearModel({0, 2}, units, 2), Catch::Contains("class"));
  CHECK_THROWS_WITH(LinearModel({0, 1}, cut, 2), Catch::Contains("past its bucket"));
  CHECK_THROWS_WITH(LinearModel({0, 1, 1, 2}, units, 9), Catch::Contains("buckets"));
  CHECK_THROWS_WITH(LinearModel({0, 9}, units, 9), Catch::Contains("buckets"));
  CHECK_THROWS_WITH(LinearModel({0, 3, 2}, units, 9), Catch::Contains("buckets"));
}
