#include "prose/language/lemmas.hpp"

#include "prose/language/lexeme.hpp"

#include <algorithm>

namespace entente::prose {

namespace {

const LemmaRule* find_rule(const Weights& weights, std::string_view word, Tag tag) {
    if (const auto* rule = weights.lemma_rule(LemmaRule::number(tag, word, true))) {
        return rule;
    }
    for (std::size_t length = std::min(word.size(), longest_lemma_ending) + 1; length-- > 0;) {
        const auto ending = word.substr(word.size() - length);
        if (const auto* rule = weights.lemma_rule(LemmaRule::number(tag, ending, false))) {
            return rule;
        }
    }
    return nullptr;
}

} // namespace

std::string lemma(const Weights& weights, std::string_view word, Tag tag) {
    std::string base = normalise(word);
    const LemmaRule* rule = find_rule(weights, base, tag);
    if (rule != nullptr && rule->strip <= base.size()) {
        base.resize(base.size() - rule->strip);
        base.append(rule->ending, rule->length);
    }
    return base;
}

std::string lemma(std::string_view word, Tag tag) { return lemma(embedded_weights(), word, tag); }

} // namespace entente::prose
