#include "prose/training/marked_words.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace entente::prose {

namespace {

/// A phrase that GUM marks; words of the sentence, half-open.
struct Phrase {
  std::string id;
  NameClassSet classes = 0;
  bool optional = false;
  std::size_t first = 0, last = 0;
};

/// A sentence while it is read.
struct Reading {
  std::vector<MarkedWord> words;
  std::vector<bool> proper, plural;
  std::vector<int> heads;
  std::vector<Phrase> phrases;
};

/// What a type of GUM may be in our classes. Products, works and ideas are names of many kinds, or none.
void set_classes(Phrase& phrase, std::string_view type) {
  const auto loose = set_of(NameClass::other) | set_of(NameClass::event) | set_of(NameClass::organization);
  phrase.optional = false;
  if (type == "person") {
    phrase.classes = set_of(NameClass::person);
  } else if (type == "place") {
    phrase.classes = set_of(NameClass::country) | set_of(NameClass::location);
  } else if (type == "organization") {
    phrase.classes = set_of(NameClass::organization);
  } else if (type == "event") {
    phrase.classes = set_of(NameClass::event);
  } else if (type != "time") {
    phrase.classes = loose;
    phrase.optional = true;
  }
}

/// Reads the brackets `(1-person-…`, `1)` and `(1-person-…)` at the word `at`.
void read_brackets(Reading& reading, std::string_view text, std::size_t at) {
  while (!text.empty()) {
    const bool opens = text[0] == '(';
    const std::size_t end = std::min(text.find_first_of("()", 1), text.size());
    const std::string_view bracket = text.substr(opens ? 1 : 0, end - (opens ? 1 : 0));
    const bool closes = end < text.size() && text[end] == ')';
    const std::string id(bracket.substr(0, bracket.find('-')));
    if (opens) {
      Phrase& phrase = reading.phrases.emplace_back();
      phrase.id = id;
      phrase.first = at;
      const std::string_view rest = bracket.substr(std::min(id.size() + 1, bracket.size()));
      set_classes(phrase, rest.substr(0, rest.find('-')));
    }
    if (closes) {
      const auto open = std::find_if(reading.phrases.rbegin(), reading.phrases.rend(),
                                     [&](const Phrase& phrase) { return phrase.id == id && phrase.last == 0; });
      if (open != reading.phrases.rend()) {
        open->last = at + 1;
      }
    }
    text.remove_prefix(std::min(end + (closes ? 1 : 0), text.size()));
  }
}

void read_word(Reading& reading, const std::string& line) {
  std::array<std::string_view, 10> columns{};
  std::string_view rest = line;
  for (auto& column : columns) {
    column = rest.substr(0, rest.find('\t'));
    rest.remove_prefix(std::min(column.size() + 1, rest.size()));
  }
  if (columns[0].find_first_of("-.") != std::string_view::npos) {
    return;
  }
  int head = 0;
  std::from_chars(columns[6].data(), columns[6].data() + columns[6].size(), head);
  reading.heads.push_back(head - 1);
  reading.proper.push_back(columns[4] == "NNP" || columns[4] == "NNPS");
  reading.plural.push_back(columns[4] == "NNPS");
  reading.words.push_back({std::string(columns[1])});
  constexpr std::string_view key = "Entity=";
  if (const std::size_t found = columns[9].find(key); found != std::string_view::npos) {
    const std::string_view value = columns[9].substr(found + key.size());
    read_brackets(reading, value.substr(0, value.find('|')), reading.words.size() - 1);
  }
}

/// The word of the phrase whose head is outside.
std::size_t head_of(const Reading& reading, const Phrase& phrase) {
  for (std::size_t at = phrase.first; at < phrase.last; ++at) {
    const int head = reading.heads[at];
    if (head < static_cast<int>(phrase.first) || head >= static_cast<int>(phrase.last)) {
      return at;
    }
  }
  return phrase.first;
}

/// Makes a phrase about several people ("the Democrats", "Germans") as open as GUM leaves it.
Phrase opened(Phrase phrase, bool plural) {
  if (plural && phrase.classes == set_of(NameClass::person)) {
    phrase.classes |= set_of(NameClass::other) | set_of(NameClass::organization);
    phrase.optional = true;
  }
  return phrase;
}

std::vector<MarkedWord> marked(Reading reading) {
  for (std::size_t at = 0; at < reading.words.size(); ++at) {
    reading.words[at].bounded = false;
    reading.words[at].optional = true;
  }
  for (const Phrase& read : reading.phrases) {
    if (read.last == 0 || read.classes == 0) {
      continue;
    }
    const std::size_t head = head_of(reading, read);
    const Phrase phrase = opened(read, reading.plural[head]);
    if (!reading.proper[head]) {
      continue;
    }
    for (std::size_t at = phrase.first; at < phrase.last; ++at) {
      reading.words[at].classes |= phrase.classes;
    }
    reading.words[head].optional = reading.words[head].optional && phrase.optional;
  }
  return reading.words;
}

}  // namespace

std::vector<MarkedSentence> read_entities(const std::filesystem::path& file, const Weights& weights) {
  std::ifstream input(file);
  if (!input) {
    throw std::runtime_error("cannot read " + file.string());
  }
  std::vector<MarkedSentence> sentences;
  MarkedDocument document;
  Reading reading;
  const auto finish_document = [&] {
    auto more = make_sentences(document, weights);
    std::move(more.begin(), more.end(), std::back_inserter(sentences));
    document.clear();
  };
  for (std::string line; std::getline(input, line);) {
    if (line.empty()) {
      document.push_back(marked(std::move(reading)));
      reading = {};
    } else if (line.starts_with("# newdoc")) {
      finish_document();
    } else if (line[0] != '#') {
      read_word(reading, line);
    }
  }
  finish_document();
  return sentences;
}

}  // namespace entente::prose
