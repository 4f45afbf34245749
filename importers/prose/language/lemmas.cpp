#include "prose/language/lemmas.hpp"

#include "prose/language/lexeme.hpp"

#include <algorithm>

namespace entente::prose {

namespace {

const LemmaRule* find_ending(const Weights& weights, std::string_view word, Tag tag) {
  for (std::size_t length = std::min(word.size(), longest_lemma_ending) + 1; length-- > 0;) {
    const auto ending = word.substr(word.size() - length);
    if (const auto* rule = weights.lemma_rule(LemmaRule::number(tag, ending, false))) {
      return rule;
    }
  }
  return nullptr;
}

std::string apply(const LemmaRule* rule, const std::string& word) {
  if (rule == nullptr || rule->strip > word.size()) {
    return word;
  }
  return word.substr(0, word.size() - rule->strip).append(rule->ending, rule->length);
}

bool is_word(const Weights& weights, std::string_view text) {
  return weights.word(spell(text).word).word != 0;
}

}  // namespace

std::string lemma(const Weights& weights, std::string_view word, Tag tag) {
  const std::string plain = normalise(word);
  if (const auto* rule = weights.lemma_rule(LemmaRule::number(tag, plain, true))) {
    return apply(rule, plain);
  }
  std::string base = apply(find_ending(weights, plain, tag), plain);
  const bool verb = tag.xpos == Xpos::VBD || tag.xpos == Xpos::VBN || tag.xpos == Xpos::VBG;
  if (verb && base != plain && !is_word(weights, base) && is_word(weights, base + "e")) {
    base += "e";
  }
  const std::size_t length = base.size();
  const bool doubled = verb && length > 3 && base[length - 1] == base[length - 2];
  if (doubled && !is_word(weights, base) && is_word(weights, base.substr(0, length - 1))) base.pop_back();
  return base;
}

std::string lemma(std::string_view word, Tag tag) {
  return lemma(embedded_weights(), word, tag);
}

}  // namespace entente::prose
