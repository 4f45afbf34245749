// Mood and source: what is fact, plan, proposal, demand or possibility, what is denied, when, and who says so.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "prose/language/roles.hpp"
#include "prose/passage.hpp"

namespace entente::prose {

/// What a word does to the clause or noun that completes it. The rows of `attitudes.tsv`.
enum class Attitude : std::uint8_t {
  neutral,
  says,
  thinks,
  plans,
  proposes,
  demands,
  threatens,
  fears,
  possible,
  refuses,
  denies,
  prevents,
  fails,
  wants,
  achieves,
  accuses
};

/// The words of `importers/lexicon/attitudes.tsv` by lemma and part of speech.
class AttitudeLexicon {
 public:
  static const AttitudeLexicon& builtin();
  [[nodiscard]] Attitude of(std::string_view lemma, Upos) const;
  /// Whether by the verb something is said or issued, so that a quotation beside it is its subject's.
  [[nodiscard]] bool is_speech(const Word&) const;

 private:
  AttitudeLexicon();
  std::unordered_map<std::string, Attitude> verbs_, nouns_, adjectives_;
};

/// "in the event of an invasion", "in case of war": whether the word is the noun that supposes something.
bool is_supposition(const Tree&, std::uint32_t w);

/// Fills polarity, modality, source and time of every word that may be a predicate: from negations, modal verbs and
/// conditions around it and from the words that govern it ("urged … to", "the threat of", "denied that"). Words inside
/// quotation marks belong to the speaker named with the quotation. O(words × depth of the trees).
void find_attitudes(Passage&, const Tree&, const Roles&, const AttitudeLexicon&);

}  // namespace entente::prose
