// Relations read off the syntax: which words state them, and who stands at their ends.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "prose/language/roles.hpp"
#include "prose/passage.hpp"

namespace entente::prose {

/// One row of `predicates.tsv`.
struct Frame {
  Predicate predicate = Predicate::concerns;
  std::vector<std::string> from, to, needs;
  std::string role;
  std::string rule;  ///< how statements that it gives are labelled, e.g. "verb:sign"
};

/// The rows of `predicates.tsv` by part of speech and word.
class FrameLexicon {
 public:
  static const FrameLexicon& builtin();
  /// The frames of a verb or noun by base form, of any event or text noun by "*"; null if there are none.
  [[nodiscard]] const std::vector<Frame>* frames(std::string_view part, std::string_view word) const;

 private:
  FrameLexicon();
  std::unordered_map<std::string, std::vector<Frame>> frames_;
};

/// Adds a statement for every predicate word whose ends are filled by referents of fitting types. Needs roles,
/// referents and attitudes. O(words).
void find_relations(Passage&, const Tree&, const Roles&, const FrameLexicon&);

}  // namespace entente::prose
