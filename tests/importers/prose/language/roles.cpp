#include "prose/language/roles.hpp"

#include <catch2/catch.hpp>

#include "tree_by_hand.hpp"

using namespace entente::prose;
using entente::test::forms;
using entente::test::passage_of;

namespace {

/// The roles of a hand-made sentence, as forms.
struct Reading {
  explicit Reading(const std::vector<entente::test::TreeWord>& words)
      : passage(passage_of(words)), tree(passage), roles(passage, tree) {}

  [[nodiscard]] std::string subjects(std::uint32_t verb) const { return forms(passage, roles.subjects(verb)); }
  [[nodiscard]] std::string objects(std::uint32_t verb) const { return forms(passage, roles.objects(verb)); }

  Passage passage;
  Tree tree;
  Roles roles;
};

}  // namespace

TEST_CASE("an active verb has its subjects and objects, all that are coordinated") {
  const Reading it({{"Chad", Upos::PROPN, 3, Deprel::nsubj},
                    {"and", Upos::CCONJ, 2, Deprel::cc},
                    {"Mali", Upos::PROPN, 0, Deprel::conj},
                    {"signed", Upos::VERB, -1, Deprel::root, Xpos::VBD},
                    {"it", Upos::PRON, 3, Deprel::obj}});
  CHECK(it.subjects(3) == "Chad Mali");
  CHECK(it.objects(3) == "it");
}

TEST_CASE("in the passive who acts stands behind by") {
  const Reading it({{"treaty", Upos::NOUN, 2, Deprel::nsubj_pass},
                    {"was", Upos::AUX, 2, Deprel::aux_pass},
                    {"signed", Upos::VERB, -1, Deprel::root, Xpos::VBN},
                    {"by", Upos::ADP, 4, Deprel::case_},
                    {"Niger", Upos::PROPN, 2, Deprel::obl_agent}});
  CHECK(it.subjects(2) == "Niger");
  CHECK(it.objects(2) == "treaty");
}

TEST_CASE("the subject of an infinitive is that of the verb before it, or its object after urging") {
  const std::vector<entente::test::TreeWord> agreed = {{"Chad", Upos::PROPN, 1, Deprel::nsubj},
                                                       {"agree", Upos::VERB, -1, Deprel::root, Xpos::VBD},
                                                       {"leave", Upos::VERB, 1, Deprel::xcomp, Xpos::VB}};
  CHECK(Reading(agreed).subjects(2) == "Chad");
  const std::vector<entente::test::TreeWord> urged = {{"Chad", Upos::PROPN, 1, Deprel::nsubj},
                                                      {"urge", Upos::VERB, -1, Deprel::root, Xpos::VBD},
                                                      {"Mali", Upos::PROPN, 1, Deprel::obj},
                                                      {"leave", Upos::VERB, 1, Deprel::xcomp, Xpos::VB}};
  CHECK(Reading(urged).subjects(3) == "Mali");
}

TEST_CASE("a relative pronoun stands for the noun before it") {
  const Reading it({{"Chad", Upos::PROPN, -1, Deprel::root},
                    {"which", Upos::PRON, 2, Deprel::nsubj, Xpos::WDT},
                    {"signed", Upos::VERB, 0, Deprel::acl_relcl, Xpos::VBD}});
  CHECK(it.subjects(2) == "Chad");
}

TEST_CASE("the object of a relative clause without pronoun is the noun before it") {
  const Reading it({{"deal", Upos::NOUN, -1, Deprel::root},
                    {"Mali", Upos::PROPN, 2, Deprel::nsubj},
                    {"signed", Upos::VERB, 0, Deprel::acl_relcl, Xpos::VBD}});
  CHECK(it.subjects(2) == "Mali");
  CHECK(it.objects(2) == "deal");
}

TEST_CASE("a participle behind a noun has it as object and its agent as subject") {
  const Reading it({{"deal", Upos::NOUN, -1, Deprel::root},
                    {"signed", Upos::VERB, 0, Deprel::acl, Xpos::VBN},
                    {"by", Upos::ADP, 3, Deprel::case_},
                    {"Mali", Upos::PROPN, 1, Deprel::obl}});
  CHECK(it.subjects(1) == "Mali");
  CHECK(it.objects(1) == "deal");
}

TEST_CASE("a second verb shares the subject of the first") {
  const Reading it({{"Chad", Upos::PROPN, 1, Deprel::nsubj},
                    {"came", Upos::VERB, -1, Deprel::root, Xpos::VBD},
                    {"signed", Upos::VERB, 1, Deprel::conj, Xpos::VBD}});
  CHECK(it.subjects(2) == "Chad");
}

TEST_CASE("who acts in a noun stands before it or behind by") {
  const Reading before({{"Libya", Upos::PROPN, 2, Deprel::nmod_poss},
                        {"'s", Upos::PART, 0, Deprel::case_},
                        {"raid", Upos::NOUN, -1, Deprel::root}});
  CHECK(forms(before.passage, before.roles.possessors(2)) == "Libya");
  const Reading behind({{"raid", Upos::NOUN, -1, Deprel::root},
                        {"by", Upos::ADP, 2, Deprel::case_},
                        {"Libya", Upos::PROPN, 0, Deprel::nmod}});
  CHECK(forms(behind.passage, behind.roles.possessors(0)) == "Libya");
}

TEST_CASE("prepositions are found at the verb and at its object") {
  const Reading it({{"Chad", Upos::PROPN, 1, Deprel::nsubj},
                    {"held", Upos::VERB, -1, Deprel::root, Xpos::VBD},
                    {"talks", Upos::NOUN, 1, Deprel::obj},
                    {"with", Upos::ADP, 4, Deprel::case_},
                    {"Mali", Upos::PROPN, 2, Deprel::nmod}});
  CHECK(forms(it.passage, it.roles.with_preposition(1, "with")) == "Mali");
  CHECK(it.roles.with_preposition(1, "in").empty());
}

TEST_CASE("what completes a verb is found") {
  const Reading it(
      {{"agreed", Upos::VERB, -1, Deprel::root, Xpos::VBD}, {"meet", Upos::VERB, 0, Deprel::xcomp, Xpos::VB}});
  CHECK(it.roles.complement(0) == 1);
  CHECK(it.roles.complement(1) == none);
}
