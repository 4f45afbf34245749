#include "prose/language/name_tagger.hpp"

#include <catch2/catch.hpp>

#include "prose/language/tagger.hpp"
#include "prose/reading/name_hints.hpp"
#include "prose/training/model_file.hpp"
#include "prose/training/random.hpp"

#include <stdexcept>
#include <string>
#include <vector>

using namespace entente::prose;

namespace {

using Words = std::vector<std::string_view>;

std::vector<TaggedName> names_in(const Words& words, const std::vector<NameHint>& hints = {}) {
  return tag_names(embedded_name_weights(), embedded_weights(), words, tag(embedded_weights(), words), hints);
}

std::vector<NameHint> hints_of(const Words& words) {
  std::vector<Token> tokens;
  for (const std::string_view word : words) {
    tokens.push_back({{}, word, {}});
  }
  return HintFinder(Lexicon::builtin()).hints(tokens);
}

/// The names as "class: words; class: words".
std::string text_of(const Words& words, const std::vector<TaggedName>& names) {
  std::string text;
  for (const TaggedName& name : names) {
    text += (text.empty() ? "" : "; ") + std::string(name_class_names[static_cast<std::size_t>(name.type)]) + ":";
    for (std::uint32_t word = name.first; word < name.last; ++word) {
      text += " " + std::string(words[word]);
    }
  }
  return text;
}

std::string read(const Words& words) {
  return text_of(words, names_in(words, hints_of(words)));
}

/// Words of random letters, marks and bytes, some of them capitalised.
std::vector<std::string> random_words(Random& random) {
  std::vector<std::string> words(random.below(30));
  for (std::string& word : words) {
    for (std::size_t letters = random.below(9); letters > 0; --letters) {
      word.push_back(static_cast<char>(random.chance(80) ? 'a' + random.below(26) : random.below(256)));
    }
    if (!word.empty() && random.chance(40)) {
      word[0] = static_cast<char>('A' + random.below(26));
    }
  }
  return words;
}

void check_well_formed(const std::vector<TaggedName>& names, std::size_t words) {
  std::size_t end = 0;
  for (const TaggedName& name : names) {
    REQUIRE(name.first >= end);
    REQUIRE(name.first < name.last);
    REQUIRE(name.last <= words);
    REQUIRE(static_cast<std::size_t>(name.type) < name_class_names.size());
    REQUIRE(name.margin >= 0);
    end = name.last;
  }
}

/// The smallest model: no feature.
std::vector<std::byte> small_model() {
  EntropyEncoder encoder;
  write_classifier({}, encoder);
  return with_header(name_model_magic, name_model_version, encoder.bytes());
}

void check_rejected(const std::vector<std::byte>& bytes, const std::string& reason) {
  CHECK_THROWS_WITH(NameWeights(bytes), Catch::Contains(reason));
  CHECK_THROWS_AS(NameWeights(bytes), std::runtime_error);
}

}  // namespace

TEST_CASE("names that no list has are found by their place in the sentence") {
  CHECK(read({"Jacinda", "Ardern", "met", "Narendra", "Modi", "in", "Suva", "."}) ==
        "person: Jacinda Ardern; person: Narendra Modi; location: Suva");
  CHECK(read({"Tarvo", "Kellinen", "leads", "the", "Velmark", "Democratic", "Party", "."}) ==
        "person: Tarvo Kellinen; organization: Velmark Democratic Party");
}

TEST_CASE("elections are events together with their year") {
  CHECK(read({"She", "won", "the", "1999", "Velmark", "parliamentary", "election", "."}) ==
        "event: 1999 Velmark parliamentary election");
}

TEST_CASE("countries are told from other places") {
  CHECK(read({"The", "talks", "moved", "from", "London", "to", "India", "."}) == "location: London; country: India");
}

TEST_CASE("a sentence without names has none") {
  CHECK(names_in({"the", "talks", "went", "on", "for", "two", "days", "."}).empty());
  CHECK(names_in({}).empty());
}

TEST_CASE("hints change what an unknown word is taken for") {
  const Words words{"They", "went", "to", "Qorvat", "."};
  std::vector<NameHint> hints(words.size());
  hints[3].known = KnownName::state;
  CHECK(text_of(words, names_in(words, hints)) == "country: Qorvat");
  hints[3].known = KnownName::territory;
  CHECK(text_of(words, names_in(words, hints)) == "location: Qorvat");
}

TEST_CASE("names in random words are well formed and the same each time") {
  Random random(7);
  for (int round = 0; round < 300; ++round) {
    const auto text = random_words(random);
    const Words words(text.begin(), text.end());
    const auto hints = hints_of(words);
    const auto names = names_in(words, hints);
    check_well_formed(names, words.size());
    REQUIRE(names == names_in(words, hints));
    check_well_formed(names_in(words), words.size());
  }
}

TEST_CASE("a model of names without features can be read") {
  const NameWeights empty(small_model());
  const Words words{"Suva"};
  CHECK(tag_names(empty, embedded_weights(), words, tag(embedded_weights(), words)).empty());
}

TEST_CASE("a malformed model of names is rejected") {
  check_rejected({}, "model of names: too short");
  auto model = small_model();
  model[0] ^= std::byte{1};
  check_rejected(model, "does not begin with ENTENAME");
  model = small_model();
  model[8] = std::byte{name_model_version + 1};
  check_rejected(model, "version");
  model = small_model();
  model.push_back(std::byte{0});
  check_rejected(model, "do not end where they should");
}

TEST_CASE("a model of names that is cut anywhere is rejected") {
  const auto model = small_model();
  for (std::size_t size = 0; size < model.size(); ++size) {
    CHECK_THROWS_AS(NameWeights(std::span(model).first(size)), std::runtime_error);
  }
}
