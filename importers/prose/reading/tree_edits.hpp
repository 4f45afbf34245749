// Words of a parsed tree hung elsewhere.
#pragma once

#include <cstdint>
#include <vector>

#include "prose/passage.hpp"

namespace entente::prose {

/// Whether `w` depends on `head`, by however many steps. O(depth of the tree).
inline bool stands_below(const std::vector<Word>& words, std::uint32_t w, std::uint32_t head) {
  std::int32_t at = words[w].head;
  while (at >= 0 && at != static_cast<std::int32_t>(head)) at = words[static_cast<std::uint32_t>(at)].head;
  return at >= 0;
}

/// Hangs a word on one that does not depend on it.
inline void hang(std::vector<Word>& words, std::uint32_t w, std::uint32_t head, Deprel relation) {
  words[w].head = static_cast<std::int32_t>(head);
  words[w].relation = relation;
}

/// Hangs a word elsewhere in its tree, unless on what depends on the word; tells whether it did.
inline bool rehang(std::vector<Word>& words, std::uint32_t w, std::uint32_t head, Deprel relation) {
  const bool would_make_a_ring = head == w || stands_below(words, head, w);
  if (!would_make_a_ring) hang(words, w, head, relation);
  return !would_make_a_ring;
}

/// Whether the word is the name of a person.
inline bool names_person(const Passage& passage, const Word& word) {
  return word.name != none && passage.names[word.name].type == EntityType::person;
}

}  // namespace entente::prose
