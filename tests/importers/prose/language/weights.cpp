#include "prose/language/weights.hpp"

#include <catch2/catch.hpp>

#include <array>
#include <cstring>
#include <stdexcept>
#include <vector>

using namespace entente::prose;

namespace {

constexpr std::size_t header_words = (8 + 4 + part_count * 8) / 4;

/// The smallest model: one tag, and nothing else.
std::vector<std::uint32_t> small_model() {
  std::vector<std::uint32_t> words(header_words + 1);
  std::memcpy(words.data(), model_magic.data(), model_magic.size());
  words[2] = model_version;
  for (std::size_t part = 0; part < part_count; ++part) {
    words[3 + 2 * part] = header_words * 4;
  }
  words[4] = sizeof(Tag);
  return words;
}

Weights load(const std::vector<std::uint32_t>& words) {
  return Weights(std::as_bytes(std::span(words)));
}

void check_rejected(const std::vector<std::uint32_t>& words, const std::string& reason) {
  CHECK_THROWS_WITH(load(words), Catch::Contains(reason));
  CHECK_THROWS_AS(load(words), std::runtime_error);
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
  CHECK(load(small_model()).tag_classes().size() == 1);
}

TEST_CASE("a malformed header is rejected") {
  check_rejected({}, "too short");
  check_rejected(std::vector<std::uint32_t>(5), "too short");
  auto model = small_model();
  model[0] ^= 1;
  check_rejected(model, "does not begin with ENTELANG");
  model = small_model();
  model[2] = model_version + 1;
  check_rejected(model, "version");
  model = small_model();
  model[3] += 100;
  check_rejected(model, "past the end");
  model = small_model();
  model[4] = 0xFFFFFFFF;
  check_rejected(model, "past the end");
  model = small_model();
  model[4] = 1;
  check_rejected(model, "misaligned or cut");
}

TEST_CASE("bytes that are not aligned are rejected") {
  auto model = small_model();
  const auto bytes = std::as_bytes(std::span(model));
  CHECK_THROWS_WITH(Weights(bytes.subspan(1)), Catch::Contains("not aligned"));
}

TEST_CASE("malformed parts are rejected") {
  auto model = small_model();
  model[4] = 0;
  check_rejected(model, "list of tags");
  model = small_model();
  model[header_words] = 0xFF;
  check_rejected(model, "list of tags");
  model = small_model();
  model[6] = 0;
  model.insert(model.end(), {1, 2});
  model[5] = (header_words + 1) * 4;
  model[6] = 8;
  check_rejected(model, "words");
}

TEST_CASE("a model that is cut anywhere is rejected") {
  const auto model = small_model();
  for (std::size_t size = 0; size < model.size(); ++size) {
    CHECK_THROWS_AS(load({model.begin(), model.begin() + static_cast<std::ptrdiff_t>(size)}), std::runtime_error);
  }
}

TEST_CASE("a classifier adds the weights of its features and of no others") {
  const std::uint32_t number = 0xABCD0000;
  const std::array<std::uint16_t, 3> units{LinearModel::head_unit(number, 2), LinearModel::weight_unit(0, 3),
                                           LinearModel::weight_unit(1, -5)};
  const std::array<std::uint32_t, 2> offsets{0, 3};
  const LinearModel model(offsets, units, 2);
  std::array<std::int32_t, 2> scores{1, 1};
  model.add_scores(std::array{number, ~number}, scores);
  CHECK(scores == std::array<std::int32_t, 2>{10, -24});
}

TEST_CASE("a malformed classifier is rejected") {
  const std::array<std::uint16_t, 2> units{LinearModel::head_unit(0, 1), LinearModel::weight_unit(7, 1)};
  const std::array<std::uint16_t, 1> cut{LinearModel::head_unit(0, 1)};
  CHECK_THROWS_WITH(LinearModel(std::array<std::uint32_t, 2>{0, 2}, units, 2), Catch::Contains("class"));
  CHECK_THROWS_WITH(LinearModel(std::array<std::uint32_t, 2>{0, 1}, cut, 2), Catch::Contains("past its bucket"));
  CHECK_THROWS_WITH(LinearModel(std::array<std::uint32_t, 4>{0, 1, 1, 2}, units, 9), Catch::Contains("buckets"));
  CHECK_THROWS_WITH(LinearModel(std::array<std::uint32_t, 2>{0, 9}, units, 9), Catch::Contains("buckets"));
  CHECK_THROWS_WITH(LinearModel(std::array<std::uint32_t, 3>{0, 3, 2}, units, 9), Catch::Contains("buckets"));
}
