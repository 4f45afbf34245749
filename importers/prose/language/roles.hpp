// Who does what to whom: the logical subject and objects of a predicate, seen through passives, control and relative
// clauses.
#pragma once

#include <string_view>
#include <vector>

#include "prose/language/tree.hpp"

namespace entente::prose {

/// Finds the words that fill the roles of a verb, noun or adjective. All results are single words, coordination
/// resolved: "A and B signed" has two subjects. A view of the tree.
class Roles {
 public:
  Roles(const Passage& passage, const Tree& tree) : passage_(passage), tree_(tree) {}

  /// Who does it: the subject, the agent of a passive ("signed by X"), whoever controls an infinitive or participle;
  /// and whoever does it like them or together with them.
  [[nodiscard]] std::vector<std::uint32_t> subjects(std::uint32_t verb) const;
  /// To whom or what it is done: the object, the subject of a passive, the noun before a participle or relative clause.
  [[nodiscard]] std::vector<std::uint32_t> objects(std::uint32_t verb) const { return expand(object_heads(verb, 0)); }
  [[nodiscard]] std::vector<std::uint32_t> indirect_objects(std::uint32_t verb) const;
  /// The noun phrases that the preposition attaches to the predicate, or to the object beside it.
  [[nodiscard]] std::vector<std::uint32_t> with_preposition(std::uint32_t predicate,
                                                            std::string_view preposition) const;

  /// Of a noun: who acts in it ("Russia's invasion", "Russian invasion", "invasion by Russia").
  [[nodiscard]] std::vector<std::uint32_t> possessors(std::uint32_t noun) const;
  /// The verb of the clause that completes the predicate ("agreed to meet", "said that …"), or `none`.
  [[nodiscard]] std::uint32_t complement(std::uint32_t predicate) const;

 private:
  [[nodiscard]] std::vector<std::uint32_t> subject_heads(std::uint32_t verb, int depth) const;
  [[nodiscard]] std::vector<std::uint32_t> object_heads(std::uint32_t verb, int depth) const;
  /// "the text, which A rejected": the noun that a relative clause with a subject of its own speaks of, as the object
  /// of its verb, or `none`.
  [[nodiscard]] std::uint32_t object_spoken_of(std::uint32_t verb) const;
  [[nodiscard]] std::vector<std::uint32_t> agents(std::uint32_t verb) const;
  [[nodiscard]] std::vector<std::uint32_t> controllers(std::uint32_t verb, int depth) const;
  [[nodiscard]] std::vector<std::uint32_t> deciders(std::uint32_t noun) const;
  [[nodiscard]] std::vector<std::uint32_t> expand(const std::vector<std::uint32_t>& heads) const;
  [[nodiscard]] std::uint32_t antecedent(std::uint32_t word) const;
  [[nodiscard]] std::uint32_t share_of(std::uint32_t word) const;
  [[nodiscard]] std::uint32_t said_to_be(std::uint32_t noun) const;

  const Passage& passage_;
  const Tree& tree_;
};

}  // namespace entente::prose
