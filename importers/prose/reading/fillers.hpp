// Whom the words at the ends of a relation mean.
#pragma once

#include <vector>

#include "prose/language/roles.hpp"
#include "prose/passage.hpp"

namespace entente::prose {

/// The referents that a word means, groups resolved to their members. Nouns that stand for those they belong to are
/// seen through: "representatives of the U.S.", "Russian troops", "the independence of Kosovo".
std::vector<std::uint32_t> fillers(const Passage&, const Tree&, const Roles&, std::uint32_t word);

/// A statement about a predicate word: its mood, source, time and the sentence as evidence are those of the word.
Statement statement_at(const Passage&, std::uint32_t word, std::uint32_t subject, Predicate, std::uint32_t object);

/// Adds something that the text describes without naming it, called by the words that describe it (the first twelve of
/// them). `text` is the agreement or proposal that it is a part of, or `none`. Returns the new referent.
std::uint32_t add_described(Passage&, const Tree&, EntityType, Tree::Phrase words, std::uint32_t text);

/// The person who signs the text, made if nothing else speaks of them; `none` if nobody does. O(referents).
std::uint32_t author_of(Passage&);

/// Whether the line is a heading "Parties: A, B" or "Signatories: A, B".
bool lists_parties(const Passage&, const Sentence&);

/// The number of the sentence in which the word stands. O(log sentences).
std::uint32_t sentence_of(const Passage&, std::uint32_t word);

/// Whether a block of the text begins with the sentence.
bool opens_block(const Passage&, std::uint32_t sentence);

/// Whether the vocabulary lets the predicate join the two referents.
bool joins(const Passage&, std::uint32_t subject, Predicate, std::uint32_t object);

}  // namespace entente::prose
