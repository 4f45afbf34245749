#include "prose/language/tree.hpp"

#include <catch2/catch.hpp>

#include "tree_by_hand.hpp"

using namespace entente::prose;
using entente::test::forms;
using entente::test::passage_of;

namespace {

/// "the long war between Chad and Libya, which ended"
Passage war() {
  return passage_of({{"the", Upos::DET, 2, Deprel::det},
                     {"long", Upos::ADJ, 2, Deprel::amod},
                     {"war", Upos::NOUN, -1, Deprel::root},
                     {"between", Upos::ADP, 4, Deprel::case_},
                     {"Chad", Upos::PROPN, 2, Deprel::nmod},
                     {"and", Upos::CCONJ, 6, Deprel::cc},
                     {"Libya", Upos::PROPN, 4, Deprel::conj},
                     {",", Upos::PUNCT, 9, Deprel::punct},
                     {"which", Upos::PRON, 9, Deprel::nsubj},
                     {"ended", Upos::VERB, 2, Deprel::acl_relcl}});
}

}  // namespace

TEST_CASE("children come in the order of the text") {
  const Passage passage = war();
  const Tree tree(passage);
  std::vector<std::uint32_t> below;
  for (const std::uint32_t c : tree.children(2)) below.push_back(c);
  CHECK(below == std::vector<std::uint32_t>{0, 1, 4, 9});
  CHECK(tree.head(4) == 2);
  CHECK(tree.head(2) == none);
}

TEST_CASE("a child is found by its relation or lemma") {
  const Passage passage = war();
  const Tree tree(passage);
  CHECK(tree.child(2, {Deprel::nmod}) == 4);
  CHECK(tree.child(2, {Deprel::obj}) == none);
  CHECK(tree.has_child_lemma(2, {"short", "long"}));
  CHECK_FALSE(tree.has_child_lemma(4, {"long"}));
}

TEST_CASE("coordinated words are found from the first, and the first from each") {
  const Passage passage = war();
  const Tree tree(passage);
  CHECK(forms(passage, tree.conjuncts(4)) == "Chad Libya");
  CHECK(tree.first_conjunct(6) == 4);
  CHECK(tree.first_conjunct(2) == 2);
}

TEST_CASE("a preposition includes the words fixed to it") {
  const Passage passage = passage_of({{"according", Upos::ADP, 2, Deprel::case_},
                                      {"to", Upos::ADP, 0, Deprel::fixed},
                                      {"Oman", Upos::PROPN, -1, Deprel::root}});
  const Tree tree(passage);
  CHECK(tree.preposition(2) == "according to");
  CHECK(tree.preposition(0).empty());
}

TEST_CASE("a noun phrase ends before its relative clause") {
  const Passage passage = war();
  const Tree tree(passage);
  const Tree::Phrase phrase = tree.noun_phrase(2);
  CHECK(phrase.first == 0);
  CHECK(phrase.last == 7);
  CHECK(tree.noun_phrase(2, 0).last == 3);
  CHECK(tree.subtree(2).last == 10);
}

TEST_CASE("a verb is passive by its auxiliary, its agent or as a participle behind a noun") {
  const Passage passage = passage_of({{"deal", Upos::NOUN, 2, Deprel::nsubj_pass},
                                      {"was", Upos::AUX, 2, Deprel::aux_pass},
                                      {"signed", Upos::VERB, -1, Deprel::root, Xpos::VBN},
                                      {"plan", Upos::NOUN, 2, Deprel::obl},
                                      {"made", Upos::VERB, 3, Deprel::acl, Xpos::VBN},
                                      {"went", Upos::VERB, 2, Deprel::conj, Xpos::VBD}});
  const Tree tree(passage);
  CHECK(tree.is_passive(2));
  CHECK(tree.is_passive(4));
  CHECK_FALSE(tree.is_passive(5));
}
