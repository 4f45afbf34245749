#include "prose/language/features.hpp"

#include <bit>
#include <utility>

namespace entente::prose {

std::vector<Lexeme> look_up(const Weights& weights, std::span<const std::string_view> words) {
  constexpr std::uint32_t rare_form = 1;
  std::vector<Lexeme> lexemes;
  lexemes.reserve(words.size());
  for (const std::string_view word : words) {
    Lexeme lexeme;
    lexeme.spelling = spell(word);
    lexeme.entry = weights.word(lexeme.spelling.word);
    lexeme.form = lexeme.entry.knowledge > 0 ? lexeme.spelling.word
                                             : feature(rare_form, lexeme.spelling.shape, lexeme.spelling.suffixes[1]);
    lexemes.push_back(lexeme);
  }
  return lexemes;
}

std::uint32_t cluster_at(const WordEntry& entry, unsigned depth) {
  const auto steps = static_cast<unsigned>(std::bit_width(entry.cluster));
  return steps <= depth + 1 ? entry.cluster : static_cast<std::uint32_t>(entry.cluster) >> (steps - depth - 1);
}

void TagHistory::push(const Lexeme& word, Tag tag) {
  before = std::exchange(previous, code(tag));
  if (tag.upos == Upos::AUX || tag.upos == Upos::VERB) {
    verb = tag.upos == Upos::AUX ? word.form : code(tag);
  }
  if (is_finite(tag) && finite < 2) {
    ++finite;
  }
}

bool is_finite(Tag tag) {
  return tag.xpos == Xpos::VBD || tag.xpos == Xpos::VBZ || tag.xpos == Xpos::VBP || tag.xpos == Xpos::MD;
}

void tag_features(std::span<const Lexeme> sentence, std::size_t at, const TagHistory& history, FeatureList& features) {
  static constexpr Lexeme none{};
  const Lexeme& word = sentence[at];
  const Lexeme& back = at >= 1 ? sentence[at - 1] : none;
  const Lexeme& back2 = at >= 2 ? sentence[at - 2] : none;
  const Lexeme& next = at + 1 < sentence.size() ? sentence[at + 1] : none;
  const Lexeme& next2 = at + 2 < sentence.size() ? sentence[at + 2] : none;
  const auto& spelling = word.spelling;
  const bool first = at == 0;
  const auto previous = history.previous;
  const auto before = history.before;
  features.clear();
  std::uint32_t pattern = 0;
  const auto add = [&](auto... values) { features.add(pattern++, values...); };

  add();
  add(spelling.word);
  add(word.form);
  for (const std::uint32_t suffix : spelling.suffixes) {
    add(suffix);
  }
  for (const std::uint32_t prefix : spelling.prefixes) {
    add(prefix);
  }
  add(spelling.shape);
  add(spelling.shape, first);
  add(spelling.shape, spelling.suffixes[2]);
  add(spelling.shape, spelling.suffixes[0], first);
  add(spelling.shape, next.spelling.shape);
  add(spelling.shape, back.spelling.shape);
  add(spelling.word, spelling.shape);
  add(word.entry.ambiguity);
  add(previous);
  add(previous, before);
  add(previous, spelling.word);
  add(previous, word.entry.ambiguity);
  add(previous, spelling.shape);
  add(previous, spelling.suffixes[2]);
  add(previous, before, word.entry.ambiguity);
  add(previous, word.entry.ambiguity, next.entry.ambiguity);
  add(previous, next.entry.ambiguity);
  add(word.entry.ambiguity, next.entry.ambiguity);
  add(word.entry.ambiguity, next.entry.ambiguity, next2.entry.ambiguity);
  add(next.entry.ambiguity);
  add(next2.entry.ambiguity);
  add(back.form);
  add(back2.form);
  add(next.form);
  add(next2.form);
  add(back.form, spelling.word);
  add(next.form, spelling.word);
  add(back.form, next.form);
  add(spelling.word, next.entry.ambiguity);
  add(spelling.word, back.form, next.entry.ambiguity);
  add(previous, before, spelling.word);
  add(next.spelling.suffixes[2]);
  add(back.spelling.suffixes[2]);
  add(next.spelling.suffixes[1], spelling.word);
  add(next.spelling.shape, spelling.word);
  add(previous, next.form);
  for (const unsigned depth : {4U, 6U, 10U}) {
    add(cluster_at(word.entry, depth));
    add(cluster_at(next.entry, depth));
    add(cluster_at(back.entry, depth));
  }
  add(cluster_at(word.entry, 10), spelling.shape);
  add(cluster_at(word.entry, 10), previous);
  add(cluster_at(word.entry, 6), previous, cluster_at(next.entry, 6));
  add(cluster_at(word.entry, 10), spelling.suffixes[1]);
  add(cluster_at(next.entry, 10), spelling.word);
  add(cluster_at(next.entry, 6), word.entry.ambiguity);
  add(cluster_at(next2.entry, 6), cluster_at(next.entry, 6));
  add(history.verb, spelling.suffixes[1], previous);
  add(history.verb, word.entry.ambiguity);
  add(history.finite, spelling.suffixes[1], previous);
  add(history.finite, history.verb, word.entry.ambiguity);
}

}  // namespace entente::prose
