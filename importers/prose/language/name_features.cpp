#include "prose/language/name_features.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace entente::prose {

namespace {

constexpr std::uint32_t transition_pattern = 1000;

constexpr std::array<std::string_view, 22> joints{
    "of", "the", "for", "and", "de", "du", "des", "la",  "le",  "del", "di",
    "da", "van", "von", "bin", "al", "el", "on",  "der", "und", "et",  "-",
};

bool is_capital(std::string_view word) {
  return !word.empty() && ((word[0] >= 'A' && word[0] <= 'Z') || static_cast<unsigned char>(word[0]) >= 0xC3);
}

bool is_nominal(const Tag& tag) {
  return tag.upos == Upos::NOUN || tag.upos == Upos::PROPN || tag.upos == Upos::ADJ || tag.upos == Upos::NUM ||
         tag.xpos == Xpos::HYPH;
}

/// A run of words, half-open.
struct Run {
  std::uint32_t first = 0, last = 0;
};

/// A word with everything that the features are made of.
struct Place {
  Lexeme lexeme;
  std::uint32_t tag = 0;
  std::uint32_t hint = 0;       ///< known name and place in it
  std::uint32_t kind = 0;       ///< known name
  std::uint32_t head = 0;       ///< kind of thing
  std::uint32_t alone = 0;      ///< what the word alone may be
  std::uint32_t elsewhere = 0;  ///< how the word is used elsewhere
  Run capitals;                 ///< the capitalised words around
  Run joined;                   ///< the same across joints
  Run nominal;                  ///< the nouns, adjectives and numbers around
};

/// The places of a sentence; asked for one outside it gives an empty one.
class Places {
 public:
  Places(const Weights& weights, std::span<const std::string_view> words, std::span<const Tag> tags,
         std::span<const NameHint> hints)
      : words_(words), places_(words.size()) {
    const auto lexemes = look_up(weights, words);
    for (std::size_t at = 0; at < words.size(); ++at) {
      Place& place = places_[at];
      place.lexeme = lexemes[at];
      place.tag = code(tags[at]);
      if (at < hints.size()) {
        add_hint(place, hints[at]);
      }
    }
    const auto capital = [&](std::size_t at) { return is_capital(words[at]); };
    const auto joint = [&](std::size_t at) {
      return std::find(joints.begin(), joints.end(), words[at]) != joints.end();
    };
    const auto never = [](std::size_t) { return false; };
    add_runs(&Place::capitals, capital, never);
    add_runs(&Place::joined, capital, joint);
    add_runs(
        &Place::nominal, [&](std::size_t at) { return is_nominal(tags[at]); }, never);
  }

  std::size_t size() const { return places_.size(); }

  const Place& at(std::ptrdiff_t index) const {
    static constexpr Place none{};
    return index >= 0 && index < static_cast<std::ptrdiff_t>(places_.size()) ? places_[static_cast<std::size_t>(index)]
                                                                             : none;
  }

  std::string_view word(std::ptrdiff_t index) const {
    return index >= 0 && index < static_cast<std::ptrdiff_t>(words_.size()) ? words_[static_cast<std::size_t>(index)]
                                                                            : std::string_view{};
  }

 private:
  static void add_hint(Place& place, const NameHint& hint) {
    place.kind = static_cast<std::uint32_t>(hint.known);
    place.hint = hint.known == KnownName::unknown ? 0 : place.kind * 4 + static_cast<std::uint32_t>(hint.place);
    place.head = hint.head;
    place.alone = hint.word;
    place.elsewhere = hint.elsewhere;
  }

  /// Finds the longest runs of words that `belongs` holds for, with at most two words between that `joins` holds for.
  template <typename Belongs, typename Joins>
  void add_runs(Run Place::*member, Belongs belongs, Joins joins) {
    for (std::size_t first = 0; first < size();) {
      std::size_t last = first;
      for (std::size_t at = first; at < size() && at <= last + 2; ++at) {
        if (belongs(at)) {
          last = at + 1;
        } else if (at == first || !joins(at)) {
          break;
        }
      }
      for (std::size_t at = first; at < last; ++at) {
        places_[at].*member = {static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last)};
      }
      first = std::max(last, first + 1);
    }
  }

  std::span<const std::string_view> words_;
  std::vector<Place> places_;
};

/// Adds features under patterns that count up from one call to the next.
class Collector {
 public:
  explicit Collector(FeatureList& features) : features_(features) { features_.clear(); }

  /// The next pattern is the first of this section.
  void section(std::uint32_t number) { pattern_ = number * 40; }

  template <typename... Values>
  void add(Values... values) {
    features_.add(pattern_++, values...);
  }
  /// The same, left out where the first value is nothing.
  template <typename Value, typename... Values>
  void add_if(Value value, Values... values) {
    if (value != 0) {
      features_.add(pattern_, value, values...);
    }
    ++pattern_;
  }

 private:
  FeatureList& features_;
  std::uint32_t pattern_ = 0;
};

void add_words(Collector& to, const Places& places, std::ptrdiff_t at) {
  to.section(0);
  const Place& here = places.at(at);
  const Place& back = places.at(at - 1);
  const Place& next = places.at(at + 1);
  const Spelling& spelling = here.lexeme.spelling;
  const std::uint32_t word = spelling.word;
  to.add();
  to.add(word);
  to.add(word, spelling.shape);
  to.add(spelling.shape);
  to.add(spelling.shape, at == 0);
  to.add(spelling.shape, back.lexeme.spelling.shape);
  to.add(spelling.shape, next.lexeme.spelling.shape);
  to.add(back.lexeme.spelling.shape, spelling.shape, next.lexeme.spelling.shape);
  for (const std::size_t length : {1U, 2U, 3U}) {
    to.add(spelling.suffixes[length], spelling.shape);
  }
  for (const std::size_t length : {1U, 2U}) {
    to.add(spelling.prefixes[length], spelling.shape);
  }
  to.add(back.lexeme.spelling.word);
  to.add(next.lexeme.spelling.word);
  to.add(places.at(at - 2).lexeme.spelling.word);
  to.add(places.at(at + 2).lexeme.spelling.word);
  to.add(back.lexeme.spelling.word, spelling.shape);
  to.add(next.lexeme.spelling.word, spelling.shape);
  to.add(back.lexeme.spelling.word, word);
  to.add(word, next.lexeme.spelling.word);
  to.add(places.at(at - 2).lexeme.spelling.word, back.lexeme.spelling.word);
  to.add(next.lexeme.spelling.word, places.at(at + 2).lexeme.spelling.word);
}

void add_tags(Collector& to, const Places& places, std::ptrdiff_t at) {
  to.section(1);
  const Place& here = places.at(at);
  const Place& back = places.at(at - 1);
  const Place& next = places.at(at + 1);
  to.add(here.tag);
  to.add(here.tag, here.lexeme.spelling.shape);
  to.add(back.tag);
  to.add(next.tag);
  to.add(back.tag, here.tag);
  to.add(here.tag, next.tag);
  to.add(back.tag, here.tag, next.tag);
  to.add(places.at(at - 2).tag, back.tag);
  to.add(next.tag, places.at(at + 2).tag);
}

void add_classes(Collector& to, const Places& places, std::ptrdiff_t at) {
  to.section(2);
  const Place& here = places.at(at);
  const std::uint32_t shape = here.lexeme.spelling.shape;
  for (const std::ptrdiff_t step : {0, -1, 1}) {
    const WordEntry& entry = places.at(at + step).lexeme.entry;
    for (const unsigned depth : {4U, 6U, 8U, 10U, 15U}) {
      to.add_if(cluster_at(entry, depth), shape);
    }
  }
  for (const std::ptrdiff_t step : {-2, 2}) {
    const WordEntry& entry = places.at(at + step).lexeme.entry;
    to.add_if(cluster_at(entry, 8));
  }
  to.add_if(cluster_at(here.lexeme.entry, 8), cluster_at(places.at(at + 1).lexeme.entry, 8));
  to.add_if(cluster_at(here.lexeme.entry, 8), cluster_at(places.at(at - 1).lexeme.entry, 8));
}

void add_hints(Collector& to, const Places& places, std::ptrdiff_t at) {
  to.section(3);
  const Place& here = places.at(at);
  const Place& back = places.at(at - 1);
  const Place& next = places.at(at + 1);
  const std::uint32_t shape = here.lexeme.spelling.shape;
  to.add_if(here.hint);
  to.add_if(here.hint, back.lexeme.spelling.word);
  to.add_if(here.hint, next.lexeme.spelling.shape, back.lexeme.spelling.shape);
  to.add_if(here.hint, next.lexeme.spelling.word);
  to.add_if(back.hint, shape);
  to.add_if(next.hint, shape);
  to.add_if(here.alone, shape, here.kind);
  to.add_if(back.alone, shape);
  to.add_if(next.alone, shape);
  to.add_if(here.alone, next.alone, shape);
  to.add_if(back.alone, here.alone, shape);
  to.add_if(here.head, shape);
  to.add_if(back.head, shape);
  to.add_if(next.head, shape);
  for (const std::uint32_t bit : {1U, 2U, 4U, 8U}) {
    to.add_if(here.elsewhere & bit, at == 0);
  }
  to.add_if(here.elsewhere, shape, at == 0);
}

/// Where the word stands in a run, and the words at the ends of the run and around it.
void add_run(Collector& to, std::uint32_t section, const Places& places, std::ptrdiff_t at, const Run& run) {
  to.section(section);
  if (run.last == 0) {
    to.add();
    return;
  }
  const auto first = static_cast<std::ptrdiff_t>(run.first);
  const auto last = static_cast<std::ptrdiff_t>(run.last);
  const std::ptrdiff_t place = (at == first ? 1 : 0) + (at + 1 == last ? 2 : 0);
  const Place& head = places.at(last - 1);
  const Place& front = places.at(first);
  to.add(place, std::min<std::ptrdiff_t>(last - first, 5));
  to.add(place, head.lexeme.spelling.word);
  to.add(place, cluster_at(head.lexeme.entry, 8), head.head);
  to.add(place, front.lexeme.spelling.word);
  to.add(place, places.at(first - 1).lexeme.spelling.word);
  to.add(place, places.at(last).lexeme.spelling.word);
  to.add(place, cluster_at(places.at(first - 1).lexeme.entry, 8), cluster_at(places.at(last).lexeme.entry, 6));
  to.add(place, front.kind, front.alone, head.kind, head.alone);
}

/// An acronym in brackets: what stands before the bracket.
void add_bracket(Collector& to, const Places& places, std::ptrdiff_t at) {
  to.section(4);
  if (places.word(at - 1) != "(" || at < 2) {
    return;
  }
  const Place& before = places.at(at - 2);
  const Run run = before.joined;
  const bool closes = places.word(at + 1) == ")";
  to.add(closes, before.lexeme.spelling.word);
  to.add(closes, cluster_at(before.lexeme.entry, 8), before.head);
  if (run.last != 0) {
    const Place& front = places.at(static_cast<std::ptrdiff_t>(run.first));
    to.add(closes, front.lexeme.spelling.word);
    to.add(closes, cluster_at(front.lexeme.entry, 8), front.alone);
  }
}

}  // namespace

void visit_name_features(const Weights& weights, std::span<const std::string_view> words, std::span<const Tag> tags,
                         std::span<const NameHint> hints,
                         const std::function<void(std::span<const std::uint32_t>)>& visit) {
  const Places places(weights, words, tags, hints);
  FeatureList features;
  for (std::ptrdiff_t at = 0; at < static_cast<std::ptrdiff_t>(places.size()); ++at) {
    Collector to(features);
    add_words(to, places, at);
    add_tags(to, places, at);
    add_classes(to, places, at);
    add_hints(to, places, at);
    add_bracket(to, places, at);
    add_run(to, 5, places, at, places.at(at).capitals);
    add_run(to, 6, places, at, places.at(at).joined);
    add_run(to, 7, places, at, places.at(at).nominal);
    visit(features.numbers());
  }
}

std::uint32_t transition_feature(std::size_t before) {
  return feature(transition_pattern, before);
}

}  // namespace entente::prose
