#include "prose/language/lemmas.hpp"

#include <catch2/catch.hpp>

using namespace entente::prose;

namespace {

std::string past(std::string_view word) {
  return lemma(word, {Upos::VERB, Xpos::VBD});
}
std::string plural(std::string_view word) {
  return lemma(word, {Upos::NOUN, Xpos::NNS});
}

}  // namespace

TEST_CASE("regular verbs lose their endings") {
  CHECK(past("Invaded") == "invade");
  CHECK(past("signed") == "sign");
  CHECK(past("agreed") == "agree");
  CHECK(past("planned") == "plan");
  CHECK(past("ratified") == "ratify");
  CHECK(lemma("imposes", {Upos::VERB, Xpos::VBZ}) == "impose");
  CHECK(lemma("supplies", {Upos::VERB, Xpos::VBZ}) == "supply");
  CHECK(lemma("negotiating", {Upos::VERB, Xpos::VBG}) == "negotiate");
  CHECK(lemma("attacking", {Upos::VERB, Xpos::VBG}) == "attack");
}

TEST_CASE("irregular verbs are known") {
  CHECK(past("went") == "go");
  CHECK(past("said") == "say");
  CHECK(past("met") == "meet");
  CHECK(past("shot") == "shoot");
  CHECK(past("withdrew") == "withdraw");
  CHECK(lemma("overthrown", {Upos::VERB, Xpos::VBN}) == "overthrow");
  CHECK(lemma("begun", {Upos::VERB, Xpos::VBN}) == "begin");
  CHECK(lemma("was", {Upos::AUX, Xpos::VBD}) == "be");
  CHECK(lemma("has", {Upos::AUX, Xpos::VBZ}) == "have");
}

TEST_CASE("plurals become singular") {
  CHECK(plural("treaties") == "treaty");
  CHECK(plural("missiles") == "missile");
  CHECK(plural("countries") == "country");
  CHECK(plural("children") == "child");
  CHECK(plural("people") == "people");
}

TEST_CASE("clitics have the lemma of the whole word") {
  CHECK(lemma("n't", {Upos::PART, Xpos::RB}) == "not");
  CHECK(lemma("n’t", {Upos::PART, Xpos::RB}) == "not");
}

TEST_CASE("any bytes have a lemma") {
  CHECK(lemma("", {Upos::VERB, Xpos::VBD}) == "");
  CHECK_NOTHROW(past("s"));
  CHECK_NOTHROW(past("\xFF\xFE"));
  CHECK_NOTHROW(past(std::string(100'000, 'd')));
}
