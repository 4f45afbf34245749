#include "prose/language/tags.hpp"

#include <catch2/catch.hpp>

using namespace entente::prose;

TEST_CASE("every tag and relation is read back from its name") {
  for (std::size_t at = 0; at < upos_names.size(); ++at) {
    CHECK(parse_upos(name(static_cast<Upos>(at))) == static_cast<Upos>(at));
  }
  for (std::size_t at = 0; at < xpos_names.size(); ++at) {
    CHECK(parse_xpos(name(static_cast<Xpos>(at))) == static_cast<Xpos>(at));
  }
  for (std::size_t at = 0; at < deprel_names.size(); ++at) {
    CHECK(parse_deprel(name(static_cast<Deprel>(at))) == static_cast<Deprel>(at));
  }
}

TEST_CASE("names stand beside the tags they name") {
  CHECK(name(Upos::PROPN) == "PROPN");
  CHECK(name(Xpos::PRP_S) == "PRP$");
  CHECK(name(Xpos::WP_S) == "WP$");
  CHECK(name(Xpos::CLOSE_QUOTE) == "''");
  CHECK(name(Xpos::DOLLAR) == "$");
  CHECK(name(Xpos::LRB) == "-LRB-");
  CHECK(name(Deprel::case_) == "case");
  CHECK(name(Deprel::acl_relcl) == "acl:relcl");
  CHECK(name(Deprel::nsubj_pass) == "nsubj:pass");
  CHECK(name(Deprel::obl_agent) == "obl:agent");
}

TEST_CASE("a text that is no tag is none") {
  CHECK_FALSE(parse_upos("noun"));
  CHECK_FALSE(parse_xpos(""));
  CHECK_FALSE(parse_deprel("nsubj:unknown"));
}
