#include "prose/language/tagger.hpp"

#include "prose/language/features.hpp"

#include <algorithm>

namespace entente::prose {

namespace {

/// The best tag for the word at `at`, from the dictionary if the word is always tagged alike.
Tag choose(const Weights& weights, std::span<const Lexeme> sentence, std::size_t at, const TagHistory& history,
           std::vector<std::int32_t>& scores, FeatureList& features) {
  if (const auto knowledge = sentence[at].entry.knowledge; knowledge >= 2) {
    return weights.tag_classes()[knowledge - 2U];
  }
  tag_features(sentence, at, history, features);
  std::fill(scores.begin(), scores.end(), 0);
  weights.tagger().add_scores(features.numbers(), scores);
  const auto best = std::max_element(scores.begin(), scores.end()) - scores.begin();
  return weights.tag_classes()[static_cast<std::size_t>(best)];
}

}  // namespace

std::vector<Tag> tag(const Weights& weights, std::span<const std::string_view> words,
                     std::span<const std::optional<Tag>> given) {
  const auto sentence = look_up(weights, words);
  std::vector<std::int32_t> scores(weights.tag_classes().size());
  FeatureList features;
  TagHistory history;
  std::vector<Tag> tags;
  tags.reserve(words.size());
  for (std::size_t at = 0; at < words.size(); ++at) {
    const bool known = at < given.size() && given[at].has_value();
    tags.push_back(known ? *given[at] : choose(weights, sentence, at, history, scores, features));
    history.push(sentence[at], tags.back());
  }
  return tags;
}

}  // namespace entente::prose
