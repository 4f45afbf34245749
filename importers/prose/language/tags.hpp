#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace entente::prose {

/// A universal part of speech of Universal Dependencies.
enum class Upos : std::uint8_t {
  ADJ,
  ADP,
  ADV,
  AUX,
  CCONJ,
  DET,
  INTJ,
  NOUN,
  NUM,
  PART,
  PRON,
  PROPN,
  PUNCT,
  SCONJ,
  SYM,
  VERB,
  X
};

/// A part of speech of the Penn Treebank, as the English treebanks of Universal Dependencies write it.
/// `PRP_S` and `WP_S` are the possessives `PRP$` and `WP$`; a hyphen inside a word is `HYPH`.
enum class Xpos : std::uint8_t {
  CC,
  CD,
  DT,
  EX,
  FW,
  IN,
  JJ,
  JJR,
  JJS,
  LS,
  MD,
  NN,
  NNP,
  NNPS,
  NNS,
  PDT,
  POS,
  PRP,
  PRP_S,
  RB,
  RBR,
  RBS,
  RP,
  SYM,
  TO,
  UH,
  VB,
  VBD,
  VBG,
  VBN,
  VBP,
  VBZ,
  WDT,
  WP,
  WP_S,
  WRB,
  ADD,
  AFX,
  GW,
  NFP,
  HYPH,
  PERIOD,
  COMMA,
  COLON,
  DOLLAR,
  OPEN_QUOTE,
  CLOSE_QUOTE,
  LRB,
  RRB
};

/// A relation of Universal Dependencies, with the subtypes of the English treebanks (`nsubj_pass` is `nsubj:pass`).
enum class Deprel : std::uint8_t {
  acl,
  acl_relcl,
  advcl,
  advcl_relcl,
  advmod,
  amod,
  appos,
  aux,
  aux_pass,
  case_,
  cc,
  cc_preconj,
  ccomp,
  compound,
  compound_prt,
  conj,
  cop,
  csubj,
  csubj_outer,
  csubj_pass,
  dep,
  det,
  det_predet,
  discourse,
  dislocated,
  expl,
  fixed,
  flat,
  goeswith,
  iobj,
  list,
  mark,
  nmod,
  nmod_desc,
  nmod_poss,
  nmod_unmarked,
  nsubj,
  nsubj_outer,
  nsubj_pass,
  nummod,
  obj,
  obl,
  obl_agent,
  obl_unmarked,
  orphan,
  parataxis,
  punct,
  reparandum,
  root,
  vocative,
  xcomp
};

inline constexpr std::array<std::string_view, 17> upos_names{"ADJ",   "ADP",   "ADV", "AUX",  "CCONJ", "DET",
                                                             "INTJ",  "NOUN",  "NUM", "PART", "PRON",  "PROPN",
                                                             "PUNCT", "SCONJ", "SYM", "VERB", "X"};

inline constexpr std::array<std::string_view, 49> xpos_names{
    "CC",   "CD",   "DT",  "EX",  "FW",  "IN",   "JJ",  "JJR", "JJS",   "LS",   "MD",  "NN",  "NNP",
    "NNPS", "NNS",  "PDT", "POS", "PRP", "PRP$", "RB",  "RBR", "RBS",   "RP",   "SYM", "TO",  "UH",
    "VB",   "VBD",  "VBG", "VBN", "VBP", "VBZ",  "WDT", "WP",  "WP$",   "WRB",  "ADD", "AFX", "GW",
    "NFP",  "HYPH", ".",   ",",   ":",   "$",    "``",  "''",  "-LRB-", "-RRB-"};

inline constexpr std::array<std::string_view, 51> deprel_names{
    "acl",        "acl:relcl", "advcl",       "advcl:relcl",   "advmod",   "amod",        "appos",        "aux",
    "aux:pass",   "case",      "cc",          "cc:preconj",    "ccomp",    "compound",    "compound:prt", "conj",
    "cop",        "csubj",     "csubj:outer", "csubj:pass",    "dep",      "det",         "det:predet",   "discourse",
    "dislocated", "expl",      "fixed",       "flat",          "goeswith", "iobj",        "list",         "mark",
    "nmod",       "nmod:desc", "nmod:poss",   "nmod:unmarked", "nsubj",    "nsubj:outer", "nsubj:pass",   "nummod",
    "obj",        "obl",       "obl:agent",   "obl:unmarked",  "orphan",   "parataxis",   "punct",        "reparandum",
    "root",       "vocative",  "xcomp"};

static_assert(static_cast<std::size_t>(Upos::X) + 1 == upos_names.size());
static_assert(static_cast<std::size_t>(Xpos::RRB) + 1 == xpos_names.size());
static_assert(static_cast<std::size_t>(Deprel::xcomp) + 1 == deprel_names.size());
static_assert(deprel_names.size() <= 64, "sets of relations are kept as 64 bits");

/// The text of a tag or relation as CoNLL-U writes it.
constexpr std::string_view name(Upos tag) {
  return upos_names[static_cast<std::size_t>(tag)];
}
constexpr std::string_view name(Xpos tag) {
  return xpos_names[static_cast<std::size_t>(tag)];
}
constexpr std::string_view name(Deprel relation) {
  return deprel_names[static_cast<std::size_t>(relation)];
}

/// The tag or relation that CoNLL-U writes as `text`, if there is one.
std::optional<Upos> parse_upos(std::string_view text);
std::optional<Xpos> parse_xpos(std::string_view text);
std::optional<Deprel> parse_deprel(std::string_view text);

/// Both parts of speech of a word.
struct Tag {
  Upos upos = Upos::X;
  Xpos xpos = Xpos::FW;

  bool operator==(const Tag&) const = default;
};

}  // namespace entente::prose
