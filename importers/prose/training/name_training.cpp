#include "prose/training/name_training.hpp"

#include "prose/language/name_features.hpp"
#include "prose/training/model_file.hpp"

#include <algorithm>
#include <bit>
#include <cstdio>
#include <iterator>

namespace entente::prose {

namespace {

/// The class of the perceptron that stands for nothing: what a transition is moved away from or towards.
constexpr std::size_t no_label = name_labels;

/// By how much the right label of a word must win.
constexpr std::int32_t demanded_margin = 200;

/// The features of each word of a sentence.
using Features = std::vector<std::vector<std::uint32_t>>;

Features features_of(const MarkedSentence& sentence, const Weights& weights) {
  Features features;
  visit_name_features(
      weights, sentence.views(), sentence.tags, sentence.hints,
      [&](std::span<const std::uint32_t> numbers) { features.emplace_back(numbers.begin(), numbers.end()); });
  return features;
}

class NameTrainer {
 public:
  void learn(const MarkedSentence& sentence, const Features& features) {
    score(features);
    const auto right = best_reading(scores_, transitions_, sentence.allowed, false).labels;
    demand_margin(right);
    const auto guess = best_reading(scores_, transitions_, {}, false).labels;
    if (guess != right) {
      move(features, right, guess);
    }
    perceptron_.tick();
  }

  const Perceptron& perceptron() const { return perceptron_; }

 private:
  void score(const Features& features) {
    std::array<std::int32_t, name_labels + 1> row{};
    for (std::size_t before = 0; before <= name_labels; ++before) {
      row.fill(0);
      perceptron_.add_scores(std::array{transition_feature(before)}, row);
      std::copy_n(row.begin(), name_labels, transitions_[before].begin());
    }
    scores_.clear();
    for (const auto& numbers : features) {
      row.fill(0);
      perceptron_.add_scores(numbers, row);
      scores_.insert(scores_.end(), row.begin(), row.end() - 1);
    }
  }

  /// Lets every wrong label look better than it is, so that the right ones must win by a margin.
  void demand_margin(const std::vector<NameLabel>& right) {
    for (std::size_t at = 0; at < scores_.size(); ++at) {
      scores_[at] += at % name_labels == right[at / name_labels] ? 0 : demanded_margin;
    }
  }

  void move(const Features& features, const std::vector<NameLabel>& right, const std::vector<NameLabel>& wrong) {
    for (std::size_t word = 0; word < right.size(); ++word) {
      perceptron_.update(features[word], right[word], wrong[word]);
      const std::size_t right_before = word == 0 ? name_labels : right[word - 1];
      const std::size_t wrong_before = word == 0 ? name_labels : wrong[word - 1];
      if (right_before != wrong_before || right[word] != wrong[word]) {
        perceptron_.update(std::array{transition_feature(right_before)}, right[word], no_label);
        perceptron_.update(std::array{transition_feature(wrong_before)}, no_label, wrong[word]);
      }
    }
  }

  Perceptron perceptron_;
  NameTransitions transitions_{};
  std::vector<std::int32_t> scores_;
};

/// The weights of one feature added to those of another.
void add(FeatureWeights& to, const FeatureWeights& more) {
  for (const auto& weight : more.weights) {
    const auto same =
        std::find_if(to.weights.begin(), to.weights.end(), [&](const auto& one) { return one.label >= weight.label; });
    if (same != to.weights.end() && same->label == weight.label) {
      same->value += weight.value;
    } else {
      to.weights.insert(same, weight);
    }
  }
}

/// The sum of two classifiers, both ordered by feature.
std::vector<FeatureWeights> added(const std::vector<FeatureWeights>& one, const std::vector<FeatureWeights>& other) {
  std::vector<FeatureWeights> all;
  std::merge(one.begin(), one.end(), other.begin(), other.end(), std::back_inserter(all),
             [](const auto& left, const auto& right) { return left.number < right.number; });
  std::vector<FeatureWeights> sum;
  for (FeatureWeights& feature : all) {
    if (sum.empty() || sum.back().number != feature.number) {
      sum.push_back(std::move(feature));
    } else {
      add(sum.back(), feature);
    }
  }
  return sum;
}

std::string percent(std::size_t part, std::size_t whole) {
  const double share = whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole);
  char text[16];
  std::snprintf(text, sizeof text, "%6.2f", 100.0 * share);
  return text;
}

}  // namespace

std::vector<FeatureWeights> train_names(std::span<const MarkedSentence* const> sentences, const Weights& weights,
                                        Random& random, int iterations, int rounds) {
  std::vector<std::pair<const MarkedSentence*, Features>> examples;
  for (const MarkedSentence* sentence : sentences) {
    examples.emplace_back(sentence, features_of(*sentence, weights));
  }
  std::vector<FeatureWeights> sum;
  for (int round = 0; round < rounds; ++round) {
    NameTrainer trainer;
    for (int iteration = 0; iteration < iterations; ++iteration) {
      random.shuffle(examples);
      for (const auto& [sentence, features] : examples) {
        trainer.learn(*sentence, features);
      }
    }
    sum = added(sum, trainer.perceptron().average());
  }
  return sum;
}

std::vector<std::byte> pack_names(std::vector<FeatureWeights> features, std::size_t budget) {
  for (auto& feature : features) {
    std::erase_if(feature.weights, [](const auto& weight) { return weight.label == no_label; });
  }
  EntropyEncoder encoder;
  write_classifier(pack(features, budget), encoder);
  return with_header(name_model_magic, name_model_version, encoder.bytes());
}

std::vector<NameScores> evaluate_names(const NameWeights& names, const Weights& weights,
                                       std::span<const MarkedSentence> sentences) {
  std::vector<NameScores> scores(name_class_names.size() + 1);
  const auto count = [&](NameClass type, std::size_t NameScores::*what) {
    ++(scores[static_cast<std::size_t>(type)].*what);
    ++(scores.back().*what);
  };
  for (const MarkedSentence& sentence : sentences) {
    std::vector<NameLabel> labels;
    for (const NameLabelSet allowed : sentence.allowed) {
      labels.push_back(static_cast<NameLabel>(std::countr_zero(allowed)));
    }
    const auto marked = names_of(labels);
    const auto found = tag_names(names, weights, sentence.views(), sentence.tags, sentence.hints);
    for (const TaggedName& name : marked) {
      count(name.type, &NameScores::marked);
    }
    for (TaggedName name : found) {
      count(name.type, &NameScores::found);
      name.margin = 0;
      if (std::find(marked.begin(), marked.end(), name) != marked.end()) {
        count(name.type, &NameScores::right);
      }
    }
  }
  return scores;
}

std::string to_text(std::span<const NameScores> scores) {
  std::string text = "class          marked  found  precision  recall      F1\n";
  for (std::size_t type = 0; type < scores.size(); ++type) {
    const auto& [right, found, marked] = scores[type];
    char line[128];
    std::snprintf(line, sizeof line, "%-14s %6zu %6zu     %s  %s  %s\n",
                  type < name_class_names.size() ? std::string(name_class_names[type]).c_str() : "all", marked, found,
                  percent(right, found).c_str(), percent(right, marked).c_str(),
                  percent(2 * right, found + marked).c_str());
    text += line;
  }
  return text;
}

}  // namespace entente::prose
