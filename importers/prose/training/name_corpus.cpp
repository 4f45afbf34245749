#include "prose/training/name_corpus.hpp"

#include "prose/language/tagger.hpp"
#include "prose/language/tokens.hpp"
#include "prose/reading/name_hints.hpp"

#include <fstream>
#include <map>
#include <sstream>
#include <stdexcept>

namespace entente::prose {

namespace {

constexpr unsigned set_of(NameClass type) { return 1U << static_cast<unsigned>(type); }

/// The classes that a type of the corpora may mean: the types of CrossNER politics, and those of CoNLL 2003, which do
/// not tell countries from other places.
const std::map<std::string, unsigned, std::less<>>& classes_of_types() {
  static const std::map<std::string, unsigned, std::less<>> classes{
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

/// A word as the file has it.
struct Line {
  std::string word;
  bool begins = false;
  std::string type;  ///< empty outside names
};

Line parse(const std::string& text, const Line& before) {
  std::istringstream fields(text);
  Line line;
  std::string label;
  fields >> line.word >> label;
  if (label != "O") {
    if (label.size() < 3 || !classes_of_types().contains(label.substr(2))) {
      throw std::runtime_error("unknown label: " + text);
    }
    line.type = label.substr(2);
    line.begins = label[0] == 'B' || before.type != line.type;
  }
  return line;
}

/// The tokens of the words, as views of them, and the line that each comes from.
struct Cut {
  std::vector<Token> tokens;
  std::vector<std::size_t> origins;
};

Cut cut(const std::vector<Line>& lines) {
  Cut result;
  for (std::size_t at = 0; at < lines.size(); ++at) {
    const std::string_view word = lines[at].word;
    tokenise(word, {0, static_cast<std::uint32_t>(word.size())}, result.tokens);
    result.origins.resize(result.tokens.size(), at);
  }
  return result;
}

NameLabelSet labels_for(unsigned classes, NamePlace place) {
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

std::vector<NameLabelSet> allowed_labels(const std::vector<Line>& lines, const std::vector<std::size_t>& origins) {
  std::vector<NameLabelSet> allowed(origins.size(), NameLabelSet{1} << outside);
  const auto new_name = [&](std::size_t at) {
    return at == origins.size() || lines[origins[at]].type.empty() ||
           (lines[origins[at]].begins && origins[at] != origins[at - 1]);
  };
  for (std::size_t at = 0; at < origins.size(); ++at) {
    const Line& line = lines[origins[at]];
    if (!line.type.empty()) {
      const bool first = at == 0 || lines[origins[at - 1]].type.empty() || new_name(at);
      allowed[at] = labels_for(classes_of_types().at(line.type), place_between(first, new_name(at + 1)));
    }
  }
  return allowed;
}

MarkedSentence make_sentence(const std::vector<Line>& lines, const Weights& weights, const HintFinder& finder) {
  const Cut pieces = cut(lines);
  MarkedSentence sentence;
  for (const Token& token : pieces.tokens) {
    sentence.words.emplace_back(token.text);
  }
  sentence.allowed = allowed_labels(lines, pieces.origins);
  sentence.tags = tag(weights, sentence.views());
  sentence.hints = finder.hints(pieces.tokens);
  return sentence;
}

}  // namespace

std::vector<MarkedSentence> read_marked(const std::filesystem::path& file, const Weights& weights) {
  std::ifstream input(file);
  if (!input) {
    throw std::runtime_error("cannot read " + file.string());
  }
  const HintFinder finder(Lexicon::builtin());
  std::vector<MarkedSentence> sentences;
  std::vector<Line> lines;
  const auto finish = [&] {
    if (!lines.empty()) {
      sentences.push_back(make_sentence(lines, weights, finder));
    }
    lines.clear();
  };
  for (std::string text; std::getline(input, text);) {
    if (text.find_first_not_of(" \t\r") == std::string::npos || text.starts_with("-DOCSTART-")) {
      finish();
    } else {
      lines.push_back(parse(text, lines.empty() ? Line{} : lines.back()));
    }
  }
  finish();
  return sentences;
}

}  // namespace entente::prose
