#include "prose/training/evaluation.hpp"

#include "prose/language/lemmas.hpp"
#include "prose/language/lexeme.hpp"
#include "prose/language/parser.hpp"
#include "prose/language/tagger.hpp"

#include <cstdio>
#include <ctime>

namespace entente::prose {

namespace {

using Given = std::vector<std::optional<Tag>>;

void count_arcs(const std::vector<Arc>& found, const std::vector<Arc>& gold, std::size_t& heads,
                std::size_t& relations) {
  for (std::size_t at = 0; at < gold.size(); ++at) {
    heads += found[at].head == gold[at].head ? 1U : 0U;
    relations += found[at] == gold[at] ? 1U : 0U;
  }
}

void count_tags(const Weights& weights, const TreebankSentence& sentence, const std::vector<Tag>& tags,
                Scores& scores) {
  for (std::size_t at = 0; at < sentence.size(); ++at) {
    const std::string gold = normalise(sentence.lemmas[at]);
    scores.upos += tags[at].upos == sentence.tags[at].upos ? 1U : 0U;
    scores.xpos += tags[at].xpos == sentence.tags[at].xpos ? 1U : 0U;
    scores.lemmas += lemma(weights, sentence.forms[at], tags[at]) == gold ? 1U : 0U;
    scores.lemmas_with_gold_tags += lemma(weights, sentence.forms[at], sentence.tags[at]) == gold ? 1U : 0U;
  }
}

void evaluate(const Weights& weights, const TreebankSentence& sentence, const Given& given, Scores& scores) {
  const auto words = sentence.words();
  const std::clock_t start = std::clock();
  const auto tags = tag(weights, words, given);
  const auto arcs = parse(weights, words, tags);
  scores.seconds += static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
  scores.words += words.size();
  count_tags(weights, sentence, tags, scores);
  count_arcs(arcs, sentence.arcs, scores.heads, scores.relations);
  count_arcs(parse(weights, words, sentence.tags), sentence.arcs, scores.heads_with_gold_tags,
             scores.relations_with_gold_tags);
}

Given given_tags(const Collapsed& collapsed) {
  Given given(collapsed.sentence.size());
  for (std::size_t at = 0; at < given.size(); ++at) {
    if (collapsed.names[at]) {
      given[at] = Tag{Upos::PROPN, Xpos::NNP};
    }
  }
  return given;
}

}  // namespace

Scores evaluate(const Weights& weights, const std::vector<TreebankSentence>& sentences, bool collapse) {
  Scores scores;
  for (const auto& sentence : sentences) {
    const auto collapsed = collapse ? collapse_names(sentence) : std::nullopt;
    if (collapsed) {
      evaluate(weights, collapsed->sentence, given_tags(*collapsed), scores);
    } else {
      evaluate(weights, sentence, {}, scores);
    }
  }
  return scores;
}

std::string to_text(const Scores& scores) {
  const auto share = [&](std::size_t right) {
    return 100.0 * static_cast<double>(right) / static_cast<double>(scores.words);
  };
  char text[400];
  std::snprintf(text, sizeof text,
                "words %zu\nUPOS %.2f  XPOS %.2f\npredicted tags: UAS %.2f  LAS %.2f  lemmas %.2f\n"
                "gold tags:      UAS %.2f  LAS %.2f  lemmas %.2f\nwords per second %.0f\n",
                scores.words, share(scores.upos), share(scores.xpos), share(scores.heads), share(scores.relations),
                share(scores.lemmas), share(scores.heads_with_gold_tags), share(scores.relations_with_gold_tags),
                share(scores.lemmas_with_gold_tags), static_cast<double>(scores.words) / scores.seconds);
  return text;
}

}  // namespace entente::prose
