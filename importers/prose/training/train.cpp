// entente-train: makes the language model from treebanks, and measures it. See ../weights/README.md.

#include "prose/language/tagger.hpp"
#include "prose/training/draft.hpp"
#include "prose/training/evaluation.hpp"
#include "prose/training/lemma_training.hpp"
#include "prose/training/model_file.hpp"
#include "prose/training/name_commands.hpp"
#include "prose/training/options.hpp"
#include "prose/training/parser_training.hpp"
#include "prose/training/tagger_training.hpp"
#include "prose/training/word_classes.hpp"

#include <algorithm>
#include <exception>
#include <iostream>
#include <stdexcept>
#include <string>
#include <vector>

namespace entente::prose {

namespace {

constexpr std::size_t folds = 5;
constexpr std::size_t tagger_budget = 2'000'000;
constexpr std::size_t moves_budget = 2'900'000;
constexpr std::size_t relations_budget = 1'900'000;

std::vector<TreebankSentence> read_all(const Options& options) {
  std::vector<TreebankSentence> sentences;
  for (const auto& file : options.files("--ud")) {
    auto more = read_treebank(file);
    std::move(more.begin(), more.end(), std::back_inserter(sentences));
  }
  return sentences;
}

/// The tags of the sentences by taggers that have not seen them.
std::vector<std::vector<Tag>> tag_unseen(const std::vector<TreebankSentence>& sentences, ModelParts parts,
                                         Random& random, int iterations) {
  std::vector<std::vector<Tag>> tags(sentences.size());
  const Weights known(model_bytes(parts));
  for (std::size_t fold = 0; fold < folds; ++fold) {
    std::vector<const TreebankSentence*> others;
    for (std::size_t at = 0; at < sentences.size(); ++at) {
      if (at % folds != fold) {
        others.push_back(&sentences[at]);
      }
    }
    parts.tagger = pack(train_tagger(others, known, random, iterations).average(), tagger_budget);
    const Weights model(model_bytes(parts));
    for (std::size_t at = fold; at < sentences.size(); at += folds) {
      tags[at] = tag(model, sentences[at].words());
    }
  }
  return tags;
}

/// Every sentence as it is, and again with its names collapsed if it has any.
std::vector<Example> make_examples(const std::vector<TreebankSentence>& sentences,
                                   const std::vector<std::vector<Tag>>& tags) {
  std::vector<Example> examples;
  for (std::size_t at = 0; at < sentences.size(); ++at) {
    examples.push_back({sentences[at].forms, tags[at], projectivise(sentences[at].arcs)});
    const auto collapsed = collapse_names(sentences[at]);
    if (!collapsed) {
      continue;
    }
    Example example{collapsed->sentence.forms, {}, projectivise(collapsed->sentence.arcs)};
    for (std::size_t word = 0; word < example.forms.size(); ++word) {
      example.tags.push_back(collapsed->names[word] ? Tag{Upos::PROPN, Xpos::NNP} : tags[at][collapsed->origins[word]]);
    }
    examples.push_back(std::move(example));
  }
  return examples;
}

void train(const Options& options) {
  const auto sentences = read_all(options);
  Random random(static_cast<std::uint64_t>(options.number("--seed", 1)));
  const int iterations = options.number("--iterations", 12);
  ModelParts parts;
  parts.tag_classes = collect_tags(sentences);
  const auto classes =
      options.values.contains("--classes") ? read_word_classes(options.one("--classes")) : WordClasses{};
  parts.words = collect_words(sentences, classes, parts.tag_classes);
  parts.lemma_rules = learn_lemmas(sentences);
  const Weights known(model_bytes(parts));
  std::vector<const TreebankSentence*> all;
  for (const auto& sentence : sentences) {
    all.push_back(&sentence);
  }
  std::cerr << sentences.size() << " sentences; tagger\n";
  parts.tagger = pack(train_tagger(all, known, random, iterations).average(), tagger_budget);
  std::cerr << "tags for the parser\n";
  const auto tags = tag_unseen(sentences, parts, random, std::max(iterations / 2, 1));
  std::cerr << "parser\n";
  const auto parser = train_parser(make_examples(sentences, tags), known, random, std::max(iterations / 2, 1));
  parts.moves = pack(parser.moves.average(), moves_budget);
  parts.relations = pack(parser.relations.average(), relations_budget);
  const auto bytes = model_bytes(parts);
  write_model(options.one("--out"), bytes);
  std::cerr << bytes.size() << " bytes\n";
}

void sort_words(const Options& options) {
  const auto most = static_cast<std::size_t>(options.number("--words", 60'000));
  write_word_classes(make_word_classes(options.one("--vectors"), most, read_all(options)), options.one("--out"));
}

void measure(const Options& options) {
  const Weights weights(read_model(options.one("--model")));
  std::cout << to_text(evaluate(weights, read_all(options), options.values.contains("--collapse")));
}

void draft(const Options& options) {
  const Weights weights(read_model(options.one("--model")));
  for (const auto& file : options.files("--text")) {
    draft_treebank(weights, file, std::cout);
  }
}

}  // namespace

}  // namespace entente::prose

int main(int count, char** arguments) {
  try {
    const auto options = entente::prose::read_options(count, arguments);
    if (options.command == "evaluate") {
      entente::prose::measure(options);
    } else if (options.command == "draft") {
      entente::prose::draft(options);
    } else if (options.command == "classes") {
      entente::prose::sort_words(options);
    } else if (options.command == "names") {
      entente::prose::make_name_model(options);
    } else if (options.command == "evaluate-names") {
      entente::prose::measure_name_model(options);
    } else {
      entente::prose::train(options);
    }
    return 0;
  } catch (const std::exception& error) {
    std::cerr << "entente-train: " << error.what() << '\n';
    return 1;
  }
}
