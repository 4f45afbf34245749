#include "prose/training/tagger_training.hpp"

#include "prose/language/features.hpp"

#include <algorithm>
#include <map>
#include <numeric>

namespace entente::prose {

namespace {

constexpr int known_from = 2;      ///< occurrences from which the treebanks are taken to know a word
constexpr int ambiguity_from = 4;  ///< occurrences from which the tags of a word are taken to be known
constexpr int always_from = 30;    ///< occurrences with one tag from which the tagger asks no more
constexpr std::int32_t margin = 100;
constexpr double share_of_set = 0.04;
constexpr std::size_t most_sets = 254;

using Counts = std::vector<int>;  // by tag class

std::size_t class_of(std::span<const Tag> tag_classes, Tag tag) {
  return static_cast<std::size_t>(std::find(tag_classes.begin(), tag_classes.end(), tag) - tag_classes.begin());
}

std::map<std::uint32_t, Counts> count_words(std::span<const TreebankSentence> sentences,
                                            std::span<const Tag> tag_classes) {
  std::map<std::uint32_t, Counts> counts;
  for (const auto& sentence : sentences) {
    for (std::size_t at = 0; at < sentence.size(); ++at) {
      auto& of_word = counts[spell(sentence.forms[at]).word];
      of_word.resize(tag_classes.size());
      ++of_word[class_of(tag_classes, sentence.tags[at])];
    }
  }
  return counts;
}

int total(const Counts& counts) {
  return std::accumulate(counts.begin(), counts.end(), 0);
}

std::vector<bool> frequent_tags(const Counts& counts) {
  std::vector<bool> set;
  for (const int count : counts) {
    set.push_back(count > share_of_set * total(counts));
  }
  return set;
}

/// Numbers from 1 for the sets of tags that most words share; the other sets have the number after those.
std::map<std::vector<bool>, std::uint8_t> number_sets(const std::map<std::uint32_t, Counts>& counts) {
  std::map<std::vector<bool>, int> seen;
  for (const auto& [word, of_word] : counts) {
    if (total(of_word) >= ambiguity_from) {
      ++seen[frequent_tags(of_word)];
    }
  }
  std::vector<std::pair<int, std::vector<bool>>> order;
  for (const auto& [set, count] : seen) {
    order.emplace_back(-count, set);
  }
  std::sort(order.begin(), order.end());
  std::map<std::vector<bool>, std::uint8_t> numbers;
  for (const auto& [count, set] : order) {
    numbers.emplace(set, static_cast<std::uint8_t>(std::min(numbers.size(), most_sets) + 1));
  }
  return numbers;
}

std::uint8_t knowledge_of(const Counts& counts) {
  const int all = total(counts);
  const auto most = std::max_element(counts.begin(), counts.end());
  if (all >= always_from && *most == all) {
    return static_cast<std::uint8_t>(most - counts.begin() + 2);
  }
  return all >= known_from ? 1 : 0;
}

std::size_t best_class(std::span<const std::int32_t> scores) {
  return static_cast<std::size_t>(std::max_element(scores.begin(), scores.end()) - scores.begin());
}

void train_on(const TreebankSentence& sentence, const Weights& known, Perceptron& perceptron) {
  const auto words = sentence.words();
  const auto lexemes = look_up(known, words);
  const auto classes = known.tag_classes();
  std::vector<std::int32_t> scores(classes.size());
  FeatureList features;
  TagHistory history;
  for (std::size_t at = 0; at < sentence.size(); ++at) {
    Tag tag = sentence.tags[at];
    if (const auto knowledge = lexemes[at].entry.knowledge; knowledge >= 2) {
      tag = classes[knowledge - 2U];
    } else {
      tag_features(lexemes, at, history, features);
      std::fill(scores.begin(), scores.end(), 0);
      perceptron.add_scores(features.numbers(), scores);
      perceptron.learn(features.numbers(), scores, class_of(classes, tag), margin);
      perceptron.tick();
      tag = classes[best_class(scores)];
    }
    history.push(lexemes[at], tag);
  }
}

}  // namespace

std::vector<Tag> collect_tags(std::span<const TreebankSentence> sentences) {
  std::map<std::pair<Upos, Xpos>, int> counts;
  for (const auto& sentence : sentences) {
    for (const Tag tag : sentence.tags) {
      ++counts[{tag.upos, tag.xpos}];
    }
  }
  std::vector<std::pair<int, std::pair<Upos, Xpos>>> order;
  for (const auto& [tag, count] : counts) {
    order.emplace_back(-count, tag);
  }
  std::sort(order.begin(), order.end());
  std::vector<Tag> tags;
  for (const auto& [count, tag] : order) {
    tags.push_back({tag.first, tag.second});
  }
  return tags;
}

std::vector<WordEntry> collect_words(std::span<const TreebankSentence> sentences, const WordClasses& classes,
                                     std::span<const Tag> tag_classes) {
  const auto counts = count_words(sentences, tag_classes);
  const auto sets = number_sets(counts);
  std::map<std::uint32_t, WordEntry> entries;
  for (const auto& [word, of_word] : counts) {
    const WordEntry entry{
        .word = word,
        .ambiguity = total(of_word) >= ambiguity_from ? sets.at(frequent_tags(of_word)) : std::uint8_t{0},
        .knowledge = knowledge_of(of_word)};
    if (entry.knowledge > 0) {
      entries[word] = entry;
    }
  }
  for (const auto& [text, path] : classes) {
    const std::uint32_t word = spell(text).word;
    auto& entry = entries[word];
    entry.word = word;
    entry.cluster = path;
  }
  entries.erase(0);
  std::vector<WordEntry> words;
  for (const auto& [word, entry] : entries) {
    words.push_back(entry);
  }
  return words;
}

Perceptron train_tagger(std::span<const TreebankSentence* const> sentences, const Weights& known, Random& random,
                        int iterations) {
  std::vector<const TreebankSentence*> order(sentences.begin(), sentences.end());
  Perceptron perceptron;
  for (int iteration = 0; iteration < iterations; ++iteration) {
    random.shuffle(order);
    for (const TreebankSentence* sentence : order) {
      train_on(*sentence, known, perceptron);
    }
  }
  return perceptron;
}

}  // namespace entente::prose
