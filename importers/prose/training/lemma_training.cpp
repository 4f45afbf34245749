#include "prose/training/lemma_training.hpp"

#include "prose/language/lexeme.hpp"
#include "prose/training/irregular_verbs.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <tuple>

namespace entente::prose {

namespace {

constexpr int least_words = 2;        ///< different words that an ending needs
constexpr int least_occurrences = 2;  ///< occurrences that a whole word needs

/// What makes a lemma of a word: bytes taken off the end and text put there.
using Change = std::pair<std::size_t, std::string>;
using Key = std::tuple<Upos, Xpos, std::string>;

std::optional<Change> change_between(const std::string& word, const std::string& lemma) {
  const auto same = std::mismatch(word.begin(), word.end(), lemma.begin(), lemma.end());
  Change change{static_cast<std::size_t>(word.end() - same.first), std::string(same.second, lemma.end())};
  const bool fits = change.second.size() <= sizeof(LemmaRule::ending) && change.first < 256;
  return fits ? std::optional(std::move(change)) : std::nullopt;
}

template <typename Counts>
const Change& most_frequent(const Counts& counts) {
  return std::max_element(counts.begin(), counts.end(),
                          [](const auto& one, const auto& other) { return one.second < other.second; })
      ->first;
}

/// How often each change was seen, by tag and word.
using Observations = std::map<Key, std::map<Change, int>>;

Observations observe(std::span<const TreebankSentence> sentences) {
  Observations seen;
  for (const auto& sentence : sentences) {
    for (std::size_t at = 0; at < sentence.size(); ++at) {
      const std::string word = normalise(sentence.forms[at]);
      const Tag tag = sentence.tags[at];
      if (auto change = change_between(word, normalise(sentence.lemmas[at]))) {
        ++seen[{tag.upos, tag.xpos, word}][std::move(*change)];
      }
    }
  }
  return seen;
}

/// The change of each ending of at most `longest_lemma_ending` bytes; each word counts once.
std::map<Key, Change> endings(const Observations& seen) {
  std::map<Key, std::map<Change, int>> counts;
  for (const auto& [key, changes] : seen) {
    const auto& [upos, xpos, word] = key;
    for (std::size_t length = 0; length <= std::min(longest_lemma_ending, word.size()); ++length) {
      const Change& change = most_frequent(changes);
      if (change.first <= word.size()) {
        ++counts[{upos, xpos, word.substr(word.size() - length)}][change];
      }
    }
  }
  std::map<Key, Change> rules;
  for (const auto& [key, changes] : counts) {
    int words = 0;
    for (const auto& [change, count] : changes) {
      words += count;
    }
    if (words >= least_words || std::get<2>(key).empty()) {
      rules[key] = most_frequent(changes);
    }
  }
  return rules;
}

/// The change that the rules make to a word, looking only at endings of at most `longest` bytes.
const Change* apply(const std::map<Key, Change>& rules, const Key& key, std::size_t longest) {
  const auto& [upos, xpos, word] = key;
  for (std::size_t length = std::min(longest, word.size()) + 1; length-- > 0;) {
    const auto found = rules.find({upos, xpos, word.substr(word.size() - length)});
    if (found != rules.end()) {
      return &found->second;
    }
  }
  return nullptr;
}

LemmaRule make_rule(const Key& key, const Change& change, bool whole) {
  const auto& [upos, xpos, text] = key;
  LemmaRule rule;
  rule.key = LemmaRule::number({upos, xpos}, text, whole);
  rule.strip = static_cast<std::uint8_t>(change.first);
  rule.length = static_cast<std::uint8_t>(change.second.size());
  std::copy(change.second.begin(), change.second.end(), rule.ending);
  return rule;
}

/// The words whose change differs from that of their ending; those of the treebank if it has them often enough,
/// otherwise irregular verbs.
std::map<Key, Change> whole_words(const Observations& seen) {
  std::map<Key, Change> words;
  for (const IrregularVerb& verb : irregular_verbs) {
    for (const auto& [xpos, form] : {std::pair(Xpos::VBD, verb.past), std::pair(Xpos::VBN, verb.participle)}) {
      if (auto change = change_between(std::string(form), std::string(verb.base))) {
        words[{Upos::VERB, xpos, std::string(form)}] = std::move(*change);
      }
    }
  }
  for (const auto& [key, changes] : seen) {
    const Change& change = most_frequent(changes);
    if (changes.at(change) >= least_occurrences) {
      words[key] = change;
    }
  }
  return words;
}

}  // namespace

std::vector<LemmaRule> learn_lemmas(std::span<const TreebankSentence> sentences) {
  const auto seen = observe(sentences);
  const auto rules = endings(seen);
  std::vector<LemmaRule> learnt;
  const auto add = [&](const Key& key, const Change& change, std::size_t shorter, bool whole) {
    const Change* general = apply(rules, key, shorter);
    if ((general == nullptr ? Change{} : *general) != change) {
      learnt.push_back(make_rule(key, change, whole));
    }
  };
  for (const auto& [key, change] : rules) {
    const std::size_t length = std::get<2>(key).size();
    if (length > 0) {
      add(key, change, length - 1, false);
    } else if (change != Change{}) {
      learnt.push_back(make_rule(key, change, false));
    }
  }
  for (const auto& [key, change] : whole_words(seen)) {
    add(key, change, longest_lemma_ending, true);
  }
  return learnt;
}

}  // namespace entente::prose
