// The forms of the verbs that the lexicon knows.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "prose/language/tags.hpp"

namespace entente::prose {

/// Gives the base form of every inflected form of the verbs in `predicates.tsv` and `attitudes.tsv`, which a lemmatiser
/// that learnt from examples may miss ("shelled", "monitored", "overran"). Immutable; safe to use from many threads.
class VerbForms {
 public:
  static const VerbForms& builtin();
  /// The base form, or an empty text when the word, of whatever case, is no form of a verb of the lexicon. O(1).
  [[nodiscard]] std::string_view base(std::string_view form, Xpos) const;

  /// Whether the word, in lower case, is the past tense of a verb and nothing else ("undertook", "overran").
  [[nodiscard]] static bool is_only_past(std::string_view form);

 private:
  VerbForms();
  void add(const std::string& verb);
  void add(Xpos, std::string form, const std::string& verb);

  std::unordered_map<std::string, std::string> past_, gerunds_, present_;
};

}  // namespace entente::prose
