#include "prose/training/marked_words.hpp"

#include "prose/language/tagger.hpp"
#include "prose/language/tokens.hpp"
#include "prose/reading/name_hints.hpp"

#include <bit>

namespace entente::prose {

namespace {

const HintFinder& hint_finder() {
  static const HintFinder finder(Lexicon::builtin());
  return finder;
}

NameLabelSet labels_for(NameClassSet classes, NamePlace place) {
  NameLabelSet labels = 0;
  for (std::size_t type = 0; type < name_class_names.size(); ++type) {
    if ((classes >> type & 1U) != 0) {
      labels |= NameLabelSet{1} << name_label(static_cast<NameClass>(type), place);
    }
  }
  return labels;
}

NamePlace place_between(bool first, bool last) {
  if (first) {
    return last ? NamePlace::whole : NamePlace::first;
  }
  return last ? NamePlace::last : NamePlace::inside;
}

NameLabelSet labels_anywhere(const MarkedWord& word) {
  NameLabelSet labels = word.optional ? NameLabelSet{1} << outside : 0;
  for (const NamePlace place : {NamePlace::first, NamePlace::inside, NamePlace::last, NamePlace::whole}) {
    labels |= labels_for(word.classes, place);
  }
  return labels;
}

/// The labels of the tokens that come from the words `origins`.
std::vector<NameLabelSet> allowed_labels(const std::vector<MarkedWord>& words, std::span<const std::size_t> origins) {
  std::vector<NameLabelSet> allowed(origins.size(), NameLabelSet{1} << outside);
  const auto breaks_before = [&](std::size_t at) {
    return at == 0 || at == origins.size() || words[origins[at]].classes == 0 || words[origins[at - 1]].classes == 0 ||
           (words[origins[at]].begins && origins[at] != origins[at - 1]);
  };
  for (std::size_t at = 0; at < origins.size(); ++at) {
    const MarkedWord& word = words[origins[at]];
    if (word.classes != 0) {
      allowed[at] = word.bounded ? labels_for(word.classes, place_between(breaks_before(at), breaks_before(at + 1)))
                                 : labels_anywhere(word);
    }
  }
  return allowed;
}

/// Lets titles stay outside where a corpus that tells no bounds counts them as names of persons.
void free_titles(MarkedSentence& sentence) {
  for (std::size_t word = 0; word < sentence.words.size(); ++word) {
    const bool open = std::popcount(sentence.allowed[word]) >= 4;
    if (open && (sentence.hints[word].word & (NameHint::office | NameHint::honorific)) != 0) {
      sentence.allowed[word] |= NameLabelSet{1} << outside;
    }
  }
}

}  // namespace

std::vector<MarkedSentence> make_sentences(const MarkedDocument& document, const Weights& weights) {
  std::vector<MarkedSentence> sentences;
  std::vector<Token> tokens;
  for (const auto& words : document) {
    const std::size_t first = tokens.size();
    std::vector<std::size_t> origins;
    for (std::size_t at = 0; at < words.size(); ++at) {
      tokenise(words[at].word, {0, static_cast<std::uint32_t>(words[at].word.size())}, tokens);
      origins.resize(tokens.size() - first, at);
    }
    MarkedSentence& sentence = sentences.emplace_back();
    for (const Token& token : std::span(tokens).subspan(first)) {
      sentence.words.emplace_back(token.text);
    }
    sentence.allowed = allowed_labels(words, origins);
    sentence.tags = tag(weights, sentence.views());
  }
  const auto hints = hint_finder().hints(tokens);
  auto next = hints.begin();
  for (MarkedSentence& sentence : sentences) {
    const auto end = next + static_cast<std::ptrdiff_t>(sentence.words.size());
    sentence.hints.assign(next, end);
    next = end;
    free_titles(sentence);
  }
  return sentences;
}

}  // namespace entente::prose
