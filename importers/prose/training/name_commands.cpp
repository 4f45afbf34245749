#include "prose/training/name_commands.hpp"

#include "prose/training/model_file.hpp"
#include "prose/training/name_training.hpp"

#include <iostream>
#include <iterator>

namespace entente::prose {

namespace {

constexpr std::size_t names_budget = 1'900'000;

/// The sentences of the files of an option.
template <typename Read>
std::vector<MarkedSentence> read_all(const Options& options, const std::string& name, Read read) {
  std::vector<MarkedSentence> sentences;
  if (const auto files = options.values.find(name); files != options.values.end()) {
    for (const auto& file : files->second) {
      auto more = read(file, embedded_weights());
      for (auto& sentence : more) {
        if (options.values.contains("--without-hints")) {
          sentence.hints.clear();
        }
      }
      std::move(more.begin(), more.end(), std::back_inserter(sentences));
    }
  }
  return sentences;
}

}  // namespace

void make_name_model(const Options& options) {
  const auto fine = read_all(options, "--conll", read_marked);
  const auto coarse = read_all(options, "--coarse", read_marked);
  const auto entities = read_all(options, "--entities", read_entities);
  std::vector<const MarkedSentence*> sentences;
  for (int repeat = options.number("--repeat", 1); repeat > 0; --repeat) {
    for (const auto& sentence : fine) {
      sentences.push_back(&sentence);
    }
  }
  for (const auto* more : {&coarse, &entities}) {
    for (const auto& sentence : *more) {
      sentences.push_back(&sentence);
    }
  }
  std::cerr << fine.size() << " + " << coarse.size() << " + " << entities.size() << " sentences\n";
  Random random(static_cast<std::uint64_t>(options.number("--seed", 1)));
  const auto bytes = pack_names(train_names(sentences, embedded_weights(), random, options.number("--iterations", 8),
                                            options.number("--rounds", 3)),
                                names_budget);
  write_model(options.one("--out"), bytes);
  std::cerr << bytes.size() << " bytes\n";
}

void measure_name_model(const Options& options) {
  const NameWeights names(read_model(options.one("--model")));
  const auto sentences = read_all(options, "--conll", read_marked);
  std::cout << to_text(evaluate_names(names, embedded_weights(), sentences));
}

}  // namespace entente::prose
