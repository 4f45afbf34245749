#include "prose/training/marked_words.hpp"

#include <fstream>
#include <functional>
#include <iterator>
#include <map>
#include <sstream>
#include <stdexcept>

namespace entente::prose {

namespace {

/// The classes that a type of the corpora may mean. CoNLL 2003 does not tell countries from other places.
const std::map<std::string, NameClassSet, std::less<>>& classes_of_types() {
  static const std::map<std::string, NameClassSet, std::less<>> classes{
      {"politician", set_of(NameClass::person)},
      {"person", set_of(NameClass::person)},
      {"politicalparty", set_of(NameClass::organization)},
      {"organisation", set_of(NameClass::organization)},
      {"country", set_of(NameClass::country)},
      {"location", set_of(NameClass::location)},
      {"event", set_of(NameClass::event)},
      {"election", set_of(NameClass::event)},
      {"misc", set_of(NameClass::other)},
      {"PER", set_of(NameClass::person)},
      {"ORG", set_of(NameClass::organization)},
      {"LOC", set_of(NameClass::country) | set_of(NameClass::location)},
      {"MISC", set_of(NameClass::event) | set_of(NameClass::other)},
  };
  return classes;
}

MarkedWord parse(const std::string& line, const MarkedWord& before) {
  std::istringstream fields(line);
  MarkedWord word;
  std::string label;
  fields >> word.word >> label;
  if (label == "O") {
    return word;
  }
  const auto classes = label.size() < 3 ? classes_of_types().end() : classes_of_types().find(label.substr(2));
  if (classes == classes_of_types().end()) {
    throw std::runtime_error("unknown label: " + line);
  }
  word.classes = classes->second;
  word.begins = label[0] == 'B' || before.classes != word.classes;
  return word;
}

}  // namespace

std::vector<MarkedSentence> read_marked(const std::filesystem::path& file, const Weights& weights) {
  std::ifstream input(file);
  if (!input) {
    throw std::runtime_error("cannot read " + file.string());
  }
  std::vector<MarkedSentence> sentences;
  MarkedDocument document;
  std::vector<MarkedWord> words;
  bool documents = false;
  const auto finish_sentence = [&] {
    if (!words.empty()) {
      document.push_back(std::move(words));
    }
    words.clear();
  };
  const auto finish_document = [&] {
    auto more = make_sentences(document, weights);
    std::move(more.begin(), more.end(), std::back_inserter(sentences));
    document.clear();
  };
  for (std::string line; std::getline(input, line);) {
    const bool starts_document = line.starts_with("-DOCSTART-");
    documents = documents || starts_document;
    if (!starts_document && line.find_first_not_of(" \t\r") != std::string::npos) {
      words.push_back(parse(line, words.empty() ? MarkedWord{} : words.back()));
      continue;
    }
    finish_sentence();
    if (starts_document || !documents) {
      finish_document();
    }
  }
  finish_sentence();
  finish_document();
  return sentences;
}

}  // namespace entente::prose
