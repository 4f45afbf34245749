#include "prose/language/roles.hpp"

#include <algorithm>
#include <array>

#include "prose/language/characters.hpp"

namespace entente::prose {
namespace {

constexpr int deepest = 6;  // how many clauses a role is followed through

/// Verbs whose object does what their infinitive says ("urged Russia to leave").
constexpr std::array<std::string_view, 34> object_control = {
    "allow",    "appeal",   "ask",     "authorise", "authorize", "bind",  "call",   "cause",    "commit",
    "compel",   "convince", "enable",  "encourage", "entrust",   "force", "get",    "help",     "instruct",
    "invite",   "lead",     "let",     "make",      "oblige",    "order", "permit", "persuade", "press",
    "pressure", "prompt",   "require", "task",      "tell",      "urge",  "want"};

bool controls_by_object(std::string_view lemma) {
  return is_one_of(lemma, object_control);
}

/// Verbs whose object does, or is kept from, what a gerund behind "of", "for" or "from" says ("accused Iran of
/// arming").
bool charges(std::string_view lemma) {
  static constexpr std::array<std::string_view, 18> verbs = {
      "accuse",   "ban",  "bar",    "blame",   "charge",   "condemn", "criticise", "criticize", "denounce",
      "dissuade", "keep", "praise", "prevent", "prohibit", "stop",    "suspect",   "thank",     "warn"};
  return is_one_of(lemma, verbs);
}

bool imposes(std::string_view lemma) {
  return lemma == "impose" || lemma == "place" || lemma == "slap" || lemma == "levy";
}

bool is_relative(const Word& word) {
  return word.tag.xpos == Xpos::WDT || word.tag.xpos == Xpos::WP || word.tag.xpos == Xpos::WP_S ||
         (word.tag.upos == Upos::PRON && (word.lemma == "that" || word.lemma == "which" || word.lemma == "who"));
}

}  // namespace

/// The noun that a relative pronoun stands for; the word itself if it is none.
std::uint32_t Roles::antecedent(std::uint32_t word) const {
  if (!is_relative(passage_.words[word]) && share_of(word) == none) return word;
  std::uint32_t at = tree_.head(word);
  for (int i = 0; i < deepest && at != none; ++i) {
    if (passage_.words[at].relation == Deprel::acl_relcl) return tree_.head(at) == none ? word : tree_.head(at);
    at = tree_.head(at);
  }
  return word;
}

/// The relative pronoun in "both of whom", "three of which"; `none` if the word is no share of them.
std::uint32_t Roles::share_of(std::uint32_t word) const {
  for (const std::uint32_t c : tree_.children(word)) {
    if (c > word && is_relative(passage_.words[c]) && tree_.preposition(c) == "of") return c;
  }
  return none;
}

/// The subject of "A was the first state to …", "A is one of those that …", if the noun is such a general one; else
/// `none`.
std::uint32_t Roles::said_to_be(std::uint32_t noun) const {
  static constexpr std::array<std::string_view, 16> general = {
      "actor", "body",  "country", "government", "leader", "man",       "member", "nation",
      "one",   "party", "power",   "president",  "state",  "statesman", "those",  "woman"};
  const Word& it = passage_.words[noun];
  if (it.referent != none || tree_.child(noun, {Deprel::cop}) == none) return none;
  if (it.tag.upos != Upos::NUM && !is_one_of(std::string_view(it.lemma), general)) return none;
  return tree_.child(noun, {Deprel::nsubj});
}

std::vector<std::uint32_t> Roles::subjects(std::uint32_t verb) const {
  std::vector<std::uint32_t> words = expand(subject_heads(verb, 0));
  if (words.empty() || tree_.is_passive(verb)) return words;
  for (std::string_view preposition : {"like", "along with", "together with"}) {
    for (const std::uint32_t w : with_preposition(verb, preposition)) {
      if ((w < verb || preposition == "together with") && std::ranges::find(words, w) == words.end())
        words.push_back(w);
    }
  }
  return words;
}

std::vector<std::uint32_t> Roles::expand(const std::vector<std::uint32_t>& heads) const {
  std::vector<std::uint32_t> words;
  for (const std::uint32_t h : heads) {
    const std::uint32_t noun = antecedent(h);
    if (const std::uint32_t one = said_to_be(noun); one != none) {  // "A is among the five that …"
      for (const std::uint32_t w : expand({one})) words.push_back(w);
      continue;
    }
    const std::string_view share = share_of(h) == none ? std::string_view() : passage_.words[h].lemma;
    const bool outside = noun != h;  // a noun with a relative clause speaks for itself, not for those beside it
    const bool all = share == "both" || share == "all" || share == "neither" || share == "none";
    const std::vector<std::uint32_t> group =
        all ? tree_.conjuncts(tree_.first_conjunct(noun)) : (outside ? std::vector{noun} : tree_.conjuncts(noun));
    for (const std::uint32_t w : group) {
      if (std::ranges::find(words, w) == words.end()) words.push_back(w);
    }
  }
  return words;
}

std::vector<std::uint32_t> Roles::agents(std::uint32_t verb) const {
  std::vector<std::uint32_t> found;
  for (const std::uint32_t c : tree_.children(verb)) {
    const Word& it = passage_.words[c];
    if (it.relation == Deprel::obl_agent || (it.relation == Deprel::obl && tree_.preposition(c) == "by"))
      found.push_back(c);
  }
  return found;
}

std::vector<std::uint32_t> Roles::subject_heads(std::uint32_t verb, int depth) const {
  if (depth > deepest) return {};
  if (tree_.is_passive(verb)) return agents(verb);
  if (const std::uint32_t own = tree_.child(verb, {Deprel::nsubj}); own != none) return {own};
  return controllers(verb, depth);
}

/// Whoever does what a verb without a subject of its own says.
std::vector<std::uint32_t> Roles::controllers(std::uint32_t verb, int depth) const {
  const Word& it = passage_.words[verb];
  const std::uint32_t governor = tree_.head(verb);
  if (governor == none) return {};
  switch (it.relation) {
    case Deprel::conj:
    case Deprel::parataxis:
      if (tree_.is_passive(governor) && !tree_.is_passive(verb)) return object_heads(governor, depth + 1);
      return subject_heads(governor, depth + 1);
    case Deprel::xcomp:
    case Deprel::ccomp:
    case Deprel::advcl: {
      if (it.relation == Deprel::ccomp && tree_.child(verb, {Deprel::mark}) != none) return {};
      if (tree_.is_passive(governor)) return object_heads(governor, depth + 1);
      if (it.relation == Deprel::advcl && it.tag.xpos == Xpos::VBG && tree_.is_noun(governor) &&
          tree_.has_child_lemma(verb, {"of", "for", "from"}))
        return {governor};  // the parser hung it on the one who is accused
      if (it.relation == Deprel::advcl && it.tag.xpos == Xpos::VBG && imposes(passage_.words[governor].lemma) &&
          tree_.has_child_lemma(verb, {"for"}))
        return with_preposition(governor, "on");  // "imposed sanctions on A for arming B"
      if (it.relation == Deprel::advcl && it.tag.xpos == Xpos::VBG && charges(passage_.words[governor].lemma) &&
          tree_.has_child_lemma(verb, {"of", "for", "from"}))
        return object_heads(governor, depth + 1);
      if (it.relation != Deprel::advcl && controls_by_object(passage_.words[governor].lemma)) {
        if (auto objects = object_heads(governor, depth + 1); !objects.empty()) return objects;
        if (const std::uint32_t told = tree_.child(governor, {Deprel::iobj}); told != none) return {told};
        for (const std::uint32_t c : tree_.children(governor)) {
          const std::string marker = passage_.words[c].relation == Deprel::obl ? tree_.preposition(c) : std::string();
          if (marker == "on" || marker == "to" || marker == "upon") return {c};  // "called on both parties to …"
        }
      }
      return subject_heads(governor, depth + 1);
    }
    case Deprel::acl:
      if (it.tag.xpos == Xpos::VBG && tree_.has_child_lemma(verb, {"of"}) &&
          passage_.words[governor].referent == none) {  // "have no intention of leaving"
        auto who = deciders(governor);
        if (who.empty() && passage_.words[governor].relation == Deprel::obj)
          who = subject_heads(tree_.head(governor), depth + 1);
        if (!who.empty()) return who;
      }
      if (it.tag.xpos == Xpos::VBG || tree_.has_child_lemma(verb, {"have"})) return {governor};
      return deciders(governor);
    case Deprel::acl_relcl:
      return tree_.child(verb, {Deprel::nsubj, Deprel::nsubj_pass}) == none ? std::vector{governor}
                                                                            : std::vector<std::uint32_t>{};
    default:
      return {};
  }
}

/// Whose the decision is: "Russia's decision to withdraw", "the refusal of A to ratify", "A's will and ability to act".
std::vector<std::uint32_t> Roles::deciders(std::uint32_t noun) const {
  std::vector<std::uint32_t> found = possessors(noun);
  if (found.empty()) found = with_preposition(noun, "of");
  const std::uint32_t first = tree_.first_conjunct(noun);
  return found.empty() && first != noun ? possessors(first) : found;
}

std::vector<std::uint32_t> Roles::object_heads(std::uint32_t verb, int depth) const {
  if (depth > deepest) return {};
  const Word& it = passage_.words[verb];
  if (tree_.is_passive(verb)) {
    if (const std::uint32_t own = tree_.child(verb, {Deprel::nsubj_pass, Deprel::nsubj}); own != none) return {own};
    const std::uint32_t governor = tree_.head(verb);
    if (governor == none) return {};
    if (it.relation == Deprel::acl || it.relation == Deprel::amod || it.relation == Deprel::acl_relcl)
      return {governor};
    if (it.relation == Deprel::conj) return object_heads(governor, depth + 1);
    if (it.relation == Deprel::xcomp) return subject_heads(governor, depth + 1);
    if (it.relation == Deprel::advcl)
      return tree_.is_passive(governor) ? object_heads(governor, depth + 1) : subject_heads(governor, depth + 1);
    return {};
  }
  if (const std::uint32_t own = tree_.child(verb, {Deprel::obj}); own != none) return {own};
  if (tree_.child(verb, {Deprel::xcomp, Deprel::ccomp}) != none) return {};
  const std::uint32_t clause = it.relation == Deprel::xcomp ? tree_.head(verb) : verb;
  const std::uint32_t gap = clause == none ? none : object_spoken_of(clause);
  return gap == none ? std::vector<std::uint32_t>{} : std::vector{gap};
}

std::uint32_t Roles::object_spoken_of(std::uint32_t verb) const {
  if (passage_.words[verb].relation != Deprel::acl_relcl) return none;
  const std::uint32_t subject = tree_.child(verb, {Deprel::nsubj});
  if (subject == none || is_relative(passage_.words[subject]) || tree_.has_child_lemma(subject, {"whose"})) return none;
  for (const std::uint32_t c : tree_.children(verb)) {  // "in which", "where": it is no object
    if (passage_.words[c].relation != Deprel::obj && is_relative(passage_.words[c])) return none;
  }
  return tree_.head(verb);
}

std::vector<std::uint32_t> Roles::indirect_objects(std::uint32_t verb) const {
  const std::uint32_t own = tree_.child(verb, {Deprel::iobj});
  return own == none ? std::vector<std::uint32_t>{} : expand({own});
}

std::vector<std::uint32_t> Roles::with_preposition(std::uint32_t predicate, std::string_view preposition) const {
  std::vector<std::uint32_t> heads;
  auto collect = [&](std::uint32_t from) {
    for (const std::uint32_t c : tree_.children(from)) {
      const Deprel relation = passage_.words[c].relation;
      if (relation != Deprel::obl && relation != Deprel::nmod && relation != Deprel::obl_agent) continue;
      if (tree_.preposition(c) == preposition) heads.push_back(c);
    }
  };
  collect(predicate);
  if (heads.empty() && tree_.is_verb(predicate)) {
    if (const std::uint32_t object = tree_.child(predicate, {Deprel::obj, Deprel::nsubj_pass}); object != none)
      collect(object);
  }
  if (heads.empty() && tree_.is_verb(predicate)) {  // "spoke by phone | with A"
    static constexpr std::array<std::string_view, 7> means = {"phone", "telephone", "video",          "videolink",
                                                              "link",  "call",      "videoconference"};
    for (const std::uint32_t c : tree_.children(predicate)) {
      const Word& it = passage_.words[c];
      if (it.relation == Deprel::obl && is_one_of(it.lemma, means)) collect(c);
    }
  }
  if (heads.empty() && tree_.is_noun(predicate)) {  // "autonomy for the Donbas within Ukraine"
    for (const std::uint32_t c : tree_.children(predicate)) {
      if (passage_.words[c].relation == Deprel::nmod) collect(c);
    }
  }
  if (heads.empty() && tree_.is_verb(predicate)) {  // "the talks that Russia took part in"
    for (const std::uint32_t c : tree_.children(predicate)) {
      if (passage_.words[c].relation == Deprel::compound_prt && passage_.words[c].lemma == preposition) {
        if (const std::uint32_t object = tree_.child(predicate, {Deprel::obj}); object != none) heads.push_back(object);
      }
    }
  }
  return expand(heads);
}

std::vector<std::uint32_t> Roles::possessors(std::uint32_t noun) const {
  std::vector<std::uint32_t> heads;
  for (const std::uint32_t c : tree_.children(noun)) {
    const Word& it = passage_.words[c];
    const bool before =
        it.relation == Deprel::nmod_poss ||
        ((it.relation == Deprel::amod || it.relation == Deprel::compound || it.relation == Deprel::nmod_desc) &&
         it.referent != none);
    if (before || (it.relation == Deprel::nmod && tree_.preposition(c) == "by")) heads.push_back(c);
  }
  return expand(heads);
}

std::uint32_t Roles::complement(std::uint32_t predicate) const {
  return tree_.child(predicate, {Deprel::ccomp, Deprel::xcomp});
}

}  // namespace entente::prose
