#include "prose/language/tree.hpp"

#include <algorithm>
#include <array>

namespace entente::prose {

Tree::Tree(const Passage& passage)
    : passage_(passage), first_child_(passage.words.size(), none), next_sibling_(passage.words.size(), none) {
  for (auto w = static_cast<std::uint32_t>(passage.words.size()); w-- > 0;) {
    if (passage.words[w].head < 0) continue;
    const auto head = static_cast<std::uint32_t>(passage.words[w].head);
    next_sibling_[w] = first_child_[head];
    first_child_[head] = w;
  }
}

std::uint32_t Tree::head(std::uint32_t w) const {
  const std::int32_t head = word(w).head;
  return head < 0 ? none : static_cast<std::uint32_t>(head);
}

std::uint32_t Tree::child(std::uint32_t w, std::initializer_list<Deprel> relations) const {
  for (const std::uint32_t c : children(w)) {
    if (std::ranges::find(relations, word(c).relation) != relations.end()) return c;
  }
  return none;
}

bool Tree::has_child_lemma(std::uint32_t w, std::initializer_list<std::string_view> lemmas) const {
  for (const std::uint32_t c : children(w)) {
    if (std::ranges::find(lemmas, std::string_view(word(c).lemma)) != lemmas.end()) return true;
  }
  return false;
}

std::string Tree::preposition(std::uint32_t w) const {
  const std::uint32_t marker = child(w, {Deprel::case_});
  if (marker == none) return {};
  std::string result = word(marker).lemma;
  for (const std::uint32_t c : children(marker)) {
    if (word(c).relation == Deprel::fixed) result += ' ' + word(c).lemma;
  }
  return result;
}

std::vector<std::uint32_t> Tree::conjuncts(std::uint32_t w) const {
  std::vector<std::uint32_t> found{w};
  for (std::size_t i = 0; i < found.size(); ++i) {
    for (const std::uint32_t c : children(found[i])) {
      if (word(c).relation == Deprel::conj) found.push_back(c);
    }
  }
  return found;
}

std::uint32_t Tree::first_conjunct(std::uint32_t w) const {
  while (word(w).relation == Deprel::conj && head(w) != none) w = head(w);
  return w;
}

bool Tree::is_passive(std::uint32_t w) const {
  if (child(w, {Deprel::aux_pass, Deprel::nsubj_pass, Deprel::obl_agent}) != none) return true;
  if (word(w).tag.xpos != Xpos::VBN) return false;
  if (word(w).relation == Deprel::acl && child(w, {Deprel::aux, Deprel::nsubj}) != none) return false;
  if (word(w).relation == Deprel::acl || word(w).relation == Deprel::amod) return true;
  if (word(w).relation == Deprel::conj && head(w) != none)
    return child(w, {Deprel::nsubj, Deprel::aux}) == none && is_passive(head(w));
  return word(w).relation == Deprel::advcl && child(w, {Deprel::aux, Deprel::nsubj}) == none;
}

Tree::Phrase Tree::subtree(std::uint32_t w) const {
  Phrase phrase{w, w + 1};
  std::vector<std::uint32_t> open{w};
  while (!open.empty()) {
    const std::uint32_t at = open.back();
    open.pop_back();
    phrase.first = std::min(phrase.first, at);
    phrase.last = std::max(phrase.last, at + 1);
    for (const std::uint32_t c : children(at)) open.push_back(c);
  }
  return phrase;
}

namespace {

/// Prepositions that tell which thing is meant, rather than when or how it was.
bool says_which(std::string_view preposition) {
  static constexpr std::array<std::string_view, 14> prepositions = {
      "of", "between", "in", "on", "with", "for", "against", "to", "from", "at", "into", "about", "near", "among"};
  return std::ranges::find(prepositions, preposition) != prepositions.end();
}

}  // namespace

Tree::Phrase Tree::noun_phrase(std::uint32_t w, std::uint32_t limit) const {
  Phrase phrase{w, w + 1};
  for (const std::uint32_t c : children(w)) {
    const Deprel relation = word(c).relation;
    if (c < w) {
      const bool modifier = relation == Deprel::det || relation == Deprel::amod || relation == Deprel::compound ||
                            relation == Deprel::nummod || relation == Deprel::nmod_poss || relation == Deprel::flat ||
                            relation == Deprel::det_predet || relation == Deprel::nmod_desc;
      if (!modifier) continue;
      const std::uint32_t first = subtree(c).first;
      if (!is_set_off(first, w)) phrase.first = std::min(phrase.first, first);
      continue;
    }
    const bool names = relation == Deprel::flat || relation == Deprel::nummod || relation == Deprel::compound;
    if (!names && relation != Deprel::nmod) {
      if (relation == Deprel::punct && (word(c).form == "-" || word(c).form == "\"")) continue;
      break;
    }
    if (!names && (!says_which(preposition(c)) || is_circumstance(c))) break;
    const std::uint32_t last = end_without_clauses(c);
    if (last - w > limit) break;
    phrase.last = last;
    if (last < subtree(c).last) break;
  }
  return phrase;
}

bool Tree::is_set_off(std::uint32_t first, std::uint32_t w) const {
  for (std::uint32_t k = first; k < w; ++k) {
    if (word(k).form == "—" || word(k).form == "–" || word(k).form == ":" || word(k).form == "|") return true;
  }
  return false;
}

bool Tree::is_circumstance(std::uint32_t w) const {
  static constexpr std::array<std::string_view, 29> nouns = {
      "absence",   "accordance", "aid",        "assistance", "backing",   "help",    "support",  "aim",
      "auspices",  "basis",      "behalf",     "case",       "condition", "context", "course",   "exchange",
      "framework", "light",      "likelihood", "margin",     "presence",  "request", "response", "retaliation",
      "return",    "sideline",   "spirit",     "view",       "wake"};
  if (word(w).relation != Deprel::nmod) return false;
  return word(subtree(w).first).form == "," ||
         (!preposition(w).empty() && std::ranges::count(nouns, word(w).lemma) > 0);
}

std::uint32_t Tree::end_without_clauses(std::uint32_t w) const {
  std::uint32_t end = w + 1;
  for (const std::uint32_t c : children(w)) {
    if (c < w) continue;
    switch (word(c).relation) {
      case Deprel::acl:
      case Deprel::acl_relcl:
      case Deprel::advcl:
      case Deprel::advcl_relcl:
      case Deprel::appos:
      case Deprel::parataxis:
        return end;
      case Deprel::punct:
        if (word(c).form == ",") break;
        [[fallthrough]];
      default:
        if (is_circumstance(c)) return end;
        end = end_without_clauses(c);
        if (end < subtree(c).last) return end;
    }
  }
  return end;
}

Bytes Tree::bytes(Phrase phrase) const {
  return passage_.bytes_of_tokens(word(phrase.first).first, word(phrase.last - 1).last);
}

}  // namespace entente::prose
