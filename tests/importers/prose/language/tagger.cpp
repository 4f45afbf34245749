#include "prose/language/tagger.hpp"

#include <catch2/catch.hpp>

using namespace entente::prose;

namespace {

std::string upos_of(const std::vector<std::string_view>& words, const std::vector<std::optional<Tag>>& given = {}) {
  std::string text;
  for (const Tag& found : tag(embedded_weights(), words, given)) {
    text += text.empty() ? "" : " ";
    text += name(found.upos);
  }
  return text;
}

}  // namespace

TEST_CASE("the words of plain sentences are tagged") {
  CHECK(upos_of({"Russia", "invaded", "Ukraine", "."}) == "PROPN VERB PROPN PUNCT");
  CHECK(upos_of({"The", "two", "ministers", "will", "not", "sign", "the", "treaty", "today", "."}) ==
        "DET NUM NOUN AUX PART VERB DET NOUN NOUN PUNCT");
  CHECK(upos_of({"They", "do", "n’t", "have", "to", "leave", "."}) == "PRON AUX PART VERB PART VERB PUNCT");
}

TEST_CASE("a word is tagged as its neighbours make it") {
  const std::vector<std::string_view> words{"They", "plan", "to", "attack", "after", "the", "attack", "."};
  const auto tags = tag(embedded_weights(), words);
  CHECK(tags[1] == Tag{Upos::VERB, Xpos::VBP});
  CHECK(tags[3] == Tag{Upos::VERB, Xpos::VB});
  CHECK(tags[6] == Tag{Upos::NOUN, Xpos::NN});
}

TEST_CASE("given tags are kept") {
  const Tag given{Upos::PROPN, Xpos::NNP};
  CHECK(upos_of({"the", "and"}, {given, std::nullopt}) == "PROPN CCONJ");
  CHECK(tag(embedded_weights(), std::vector<std::string_view>{"Wendy Sherman"}, std::vector{std::optional(given)}) ==
        std::vector{given});
}

TEST_CASE("no words have no tags") {
  CHECK(tag(embedded_weights(), {}).empty());
}
