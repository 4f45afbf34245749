// A passage of one sentence whose tree is written by hand, for stages that walk trees.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "prose/passage.hpp"

namespace entente::test {

struct TreeWord {
  std::string_view form;
  prose::Upos upos;
  std::int32_t head;  ///< index of the word; -1: the root
  prose::Deprel relation;
  prose::Xpos xpos = prose::Xpos::NN;
};

/// The sentence; the lemma of a word is its form. The words' forms must outlive it.
inline prose::Passage passage_of(const std::vector<TreeWord>& words) {
  prose::Passage passage;
  for (const TreeWord& it : words) {
    prose::Word word;
    word.first = static_cast<std::uint32_t>(passage.words.size());
    word.last = word.first + 1;
    word.form = it.form;
    word.lemma = it.form;
    word.tag = {it.upos, it.xpos};
    word.head = it.head;
    word.relation = it.relation;
    passage.words.push_back(std::move(word));
  }
  return passage;
}

/// The forms of some words with spaces between them.
inline std::string forms(const prose::Passage& passage, const std::vector<std::uint32_t>& words) {
  std::string joined;
  for (const std::uint32_t w : words) joined += (joined.empty() ? "" : " ") + std::string(passage.words[w].form);
  return joined;
}

}  // namespace entente::test
