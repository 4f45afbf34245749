#include "prose/training/name_commands.hpp"

#include "prose/training/name_training.hpp"

#include <fstream>
#include <iostream>
#include <stdexcept>

namespace entente::prose {

namespace {

constexpr std::size_t names_budget = 1'900'000;

std::string one(const OptionValues& values, const std::string& name) {
  const auto found = values.find(name);
  if (found == values.end() || found->second.size() != 1) {
    throw std::runtime_error("expected " + name + " with one value");
  }
  return found->second.front();
}

int number(const OptionValues& values, const std::string& name, int otherwise) {
  return values.contains(name) ? std::stoi(one(values, name)) : otherwise;
}

/// The sentences of the files of an option.
template <typename Read>
std::vector<MarkedSentence> read_all(const OptionValues& values, const std::string& name, Read read) {
  std::vector<MarkedSentence> sentences;
  if (const auto files = values.find(name); files != values.end()) {
    for (const auto& file : files->second) {
      auto more = read(file, embedded_weights());
      for (auto& sentence : more) {
        if (values.contains("--without-hints")) {
          sentence.hints.clear();
        }
      }
      std::move(more.begin(), more.end(), std::back_inserter(sentences));
    }
  }
  return sentences;
}

/// A file as words of four bytes, so that a model may be read in place.
std::vector<std::uint32_t> read_model(const std::string& file) {
  std::ifstream input(file, std::ios::binary | std::ios::ate);
  if (!input) {
    throw std::runtime_error("cannot read " + file);
  }
  std::vector<std::uint32_t> words(static_cast<std::size_t>(input.tellg()) / sizeof(std::uint32_t));
  input.seekg(0);
  input.read(reinterpret_cast<char*>(words.data()), static_cast<std::streamsize>(words.size() * sizeof(std::uint32_t)));
  return words;
}

}  // namespace

void make_name_model(const OptionValues& values) {
  const auto fine = read_all(values, "--conll", read_marked);
  const auto coarse = read_all(values, "--coarse", read_marked);
  const auto entities = read_all(values, "--entities", read_entities);
  std::vector<const MarkedSentence*> sentences;
  for (int repeat = number(values, "--repeat", 1); repeat > 0; --repeat) {
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
  Random random(static_cast<std::uint64_t>(number(values, "--seed", 1)));
  const auto words = pack_names(train_names(sentences, embedded_weights(), random, number(values, "--iterations", 8),
                                            number(values, "--rounds", 3)),
                                names_budget);
  const auto bytes = std::as_bytes(std::span(words));
  std::ofstream output(one(values, "--out"), std::ios::binary);
  output.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
  if (!output.flush()) {
    throw std::runtime_error("cannot write " + one(values, "--out"));
  }
  std::cerr << bytes.size() << " bytes\n";
}

void measure_name_model(const OptionValues& values) {
  const auto words = read_model(one(values, "--model"));
  const NameWeights names(std::as_bytes(std::span(words)));
  const auto sentences = read_all(values, "--conll", read_marked);
  std::cout << to_text(evaluate_names(names, embedded_weights(), sentences));
}

}  // namespace entente::prose
