#include "prose/reading/verb_forms.hpp"

#include <catch2/catch.hpp>

#include "importers/prose/reading_of.hpp"

using namespace entente::prose;
using entente::test::Reading;

TEST_CASE("forms of the verbs of the lexicon lead back to them") {
  const VerbForms& forms = VerbForms::builtin();
  CHECK(forms.base("shelled", Xpos::VBD) == "shell");
  CHECK(forms.base("monitored", Xpos::VBN) == "monitor");
  CHECK(forms.base("aiding", Xpos::VBG) == "aid");
  CHECK(forms.base("united", Xpos::VBN) == "unite");
  CHECK(forms.base("controlled", Xpos::VBD) == "control");
  CHECK(forms.base("occupied", Xpos::VBD) == "occupy");
  CHECK(forms.base("ratifies", Xpos::VBZ) == "ratify");
  CHECK(forms.base("overran", Xpos::VBD) == "overrun");
  CHECK(forms.base("strolled", Xpos::VBD).empty());
  CHECK(forms.base("shelled", Xpos::NN).empty());
}

TEST_CASE("what only a verb can be is read as one") {
  CHECK(Reading("Iraq overran Kuwait.").has_relation("Iraq", "controls", "Kuwait"));
  CHECK(Reading("Serbia and Kosovo initialled the Treaty of Arvendal.")
            .has_relation("Kosovo", "partyTo", "Treaty of Arvendal"));
}
