#include "prose/training/treebank.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <fstream>
#include <stdexcept>
#include <utility>

namespace entente::prose {

namespace {

constexpr std::size_t columns = 10;

std::array<std::string_view, columns> split(std::string_view line) {
  std::array<std::string_view, columns> fields{};
  for (auto& field : fields) {
    const auto tab = line.find('\t');
    field = line.substr(0, tab);
    line = tab == std::string_view::npos ? std::string_view{} : line.substr(tab + 1);
  }
  return fields;
}

std::optional<std::int32_t> parse_number(std::string_view text) {
  std::int32_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc{} && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

/// Adds the word of `line` to `sentence`; false if it has a tag or relation that is not known.
bool add_word(TreebankSentence& sentence, std::string_view line) {
  const auto fields = split(line);
  if (!parse_number(fields[0])) {
    return true;
  }
  const auto upos = parse_upos(fields[3]);
  const auto xpos = parse_xpos(fields[4]);
  const auto head = parse_number(fields[6]);
  const auto relation = parse_deprel(fields[7]);
  if (!upos || !xpos || !head || !relation) {
    return false;
  }
  sentence.forms.emplace_back(fields[1]);
  sentence.lemmas.emplace_back(fields[2]);
  sentence.tags.push_back({*upos, *xpos});
  sentence.arcs.push_back({*head - 1, *relation});
  return true;
}

bool capital(std::string_view word) {
  return !word.empty() && ((word[0] >= 'A' && word[0] <= 'Z') || (word[0] >= '0' && word[0] <= '9') ||
                           static_cast<unsigned char>(word[0]) >= 0x80);
}

bool proper(const Tag& tag) {
  return tag.xpos == Xpos::NNP || tag.xpos == Xpos::NNPS;
}

/// The dependents of each word, from left to right.
std::vector<std::vector<std::size_t>> dependents_of(const TreebankSentence& sentence) {
  std::vector<std::vector<std::size_t>> dependents(sentence.size());
  for (std::size_t word = 0; word < sentence.size(); ++word) {
    if (sentence.arcs[word].head >= 0) {
      dependents[static_cast<std::size_t>(sentence.arcs[word].head)].push_back(word);
    }
  }
  return dependents;
}

/// Finds the words of one name by going down the tree from its head.
class NameFinder {
 public:
  explicit NameFinder(const TreebankSentence& sentence) : sentence_(sentence), dependents_(dependents_of(sentence)) {}

  /// The first and last word of the longest run of name words around `head` that hang together below it.
  std::pair<std::size_t, std::size_t> find(std::size_t head) const {
    std::vector<bool> inside(sentence_.size(), false);
    gather(head, inside);
    std::size_t first = head;
    std::size_t last = head;
    while (first > 0 && inside[first - 1]) {
      --first;
    }
    while (last + 1 < sentence_.size() && inside[last + 1]) {
      ++last;
    }
    return {first, last};
  }

 private:
  void gather(std::size_t word, std::vector<bool>& inside) const {
    inside[word] = true;
    for (const std::size_t dependent : dependents_[word]) {
      if (belongs(dependent)) {
        gather(dependent, inside);
      }
    }
  }

  bool belongs(std::size_t word) const {
    const auto& form = sentence_.forms[word];
    const auto& tag = sentence_.tags[word];
    switch (sentence_.arcs[word].relation) {
      case Deprel::flat:
        return capital(form);
      case Deprel::compound:
      case Deprel::nmod_desc:
        return capital(form) && (proper(tag) || tag.upos == Upos::PROPN);
      case Deprel::amod:
        return capital(form) && proper(tag);
      case Deprel::nmod:
        return capital(form) && proper(tag) && follows_of(word);
      case Deprel::case_:
        return form == "of";
      case Deprel::punct:
        return tag.xpos == Xpos::HYPH;
      default:
        return false;
    }
  }

  /// Whether `word` is the last part of a name such as Secretary of State.
  bool follows_of(std::size_t word) const {
    const auto& below = dependents_[word];
    return std::any_of(below.begin(), below.end(), [&](std::size_t dependent) {
      return sentence_.arcs[dependent].relation == Deprel::case_ && sentence_.forms[dependent] == "of";
    });
  }

  const TreebankSentence& sentence_;
  std::vector<std::vector<std::size_t>> dependents_;
};

/// For each word the last word of the name that it stands in, and the head of that name.
struct Names {
  std::vector<std::size_t> head;
  bool any = false;
};

Names find_names(const TreebankSentence& sentence) {
  Names names;
  names.head.resize(sentence.size());
  for (std::size_t word = 0; word < sentence.size(); ++word) {
    names.head[word] = word;
  }
  const NameFinder finder(sentence);
  std::vector<bool> taken(sentence.size(), false);
  const auto starts_name = [&](std::size_t word) {
    const auto relation = sentence.arcs[word].relation;
    return !taken[word] && proper(sentence.tags[word]) && relation != Deprel::flat && relation != Deprel::compound &&
           relation != Deprel::nmod_desc && relation != Deprel::amod;
  };
  for (std::size_t word = 0; word < sentence.size(); ++word) {
    if (!starts_name(word)) {
      continue;
    }
    const auto [first, last] = finder.find(word);
    const bool overlaps = std::find(taken.begin() + static_cast<std::ptrdiff_t>(first),
                                    taken.begin() + static_cast<std::ptrdiff_t>(last) + 1,
                                    true) != taken.begin() + static_cast<std::ptrdiff_t>(last) + 1;
    if (first == last || overlaps) {
      continue;
    }
    for (std::size_t inside = first; inside <= last; ++inside) {
      names.head[inside] = word;
      taken[inside] = true;
    }
    names.any = true;
  }
  return names;
}

bool ancestor(const std::vector<Arc>& arcs, std::int32_t above, std::int32_t word) {
  while (word >= 0 && word != above) {
    word = arcs[static_cast<std::size_t>(word)].head;
  }
  return word == above;
}

/// Whether every word between the ends of the arc to `word` is below its head.
bool projective(const std::vector<Arc>& arcs, std::int32_t word) {
  const std::int32_t head = arcs[static_cast<std::size_t>(word)].head;
  for (std::int32_t between = std::min(word, head) + 1; head >= 0 && between < std::max(word, head); ++between) {
    if (!ancestor(arcs, head, between)) {
      return false;
    }
  }
  return true;
}

}  // namespace

std::vector<TreebankSentence> read_treebank(const std::filesystem::path& file) {
  std::ifstream input(file);
  if (!input) {
    throw std::runtime_error("cannot read " + file.string());
  }
  std::vector<TreebankSentence> sentences;
  TreebankSentence sentence;
  bool known = true;
  for (std::string line; std::getline(input, line);) {
    if (line.empty()) {
      if (known && sentence.size() > 0) {
        sentences.push_back(std::move(sentence));
      }
      sentence = {};
      known = true;
    } else if (line[0] != '#') {
      known = add_word(sentence, line) && known;
    }
  }
  return sentences;
}

std::optional<Collapsed> collapse_names(const TreebankSentence& sentence) {
  const Names names = find_names(sentence);
  if (!names.any) {
    return std::nullopt;
  }
  Collapsed collapsed;
  std::vector<std::int32_t> place(sentence.size());
  for (std::size_t word = 0; word < sentence.size(); ++word) {
    const std::size_t head = names.head[word];
    const bool continues = word > 0 && names.head[word - 1] == head;
    if (!continues) {
      collapsed.origins.push_back(head);
      collapsed.names.push_back(false);
      collapsed.sentence.forms.push_back(sentence.forms[word]);
      collapsed.sentence.lemmas.push_back(sentence.lemmas[word]);
      collapsed.sentence.tags.push_back(sentence.tags[head]);
    } else {
      collapsed.names.back() = true;
      collapsed.sentence.forms.back() = sentence.forms[word];
      collapsed.sentence.tags.back() = {Upos::PROPN, Xpos::NNP};
    }
    place[word] = static_cast<std::int32_t>(collapsed.origins.size()) - 1;
  }
  for (const std::size_t origin : collapsed.origins) {
    Arc arc = sentence.arcs[origin];
    arc.head = arc.head < 0 ? arc.head : place[static_cast<std::size_t>(arc.head)];
    collapsed.sentence.arcs.push_back(arc);
  }
  return collapsed;
}

std::vector<Arc> projectivise(std::vector<Arc> arcs) {
  for (bool changed = true; changed;) {
    changed = false;
    for (std::size_t word = 0; word < arcs.size(); ++word) {
      if (!projective(arcs, static_cast<std::int32_t>(word))) {
        arcs[word].head = arcs[static_cast<std::size_t>(arcs[word].head)].head;
        changed = true;
      }
    }
  }
  return arcs;
}

}  // namespace entente::prose
