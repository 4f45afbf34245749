// Walking the dependency trees of a passage.
#pragma once

#include <initializer_list>
#include <string>
#include <vector>

#include "prose/passage.hpp"

namespace entente::prose {

/// The words below each word. A view: it must not outlive the passage, whose words must not change. O(words) to make.
class Tree {
 public:
  explicit Tree(const Passage&);

  /// The words that depend on the word, in the order of the text.
  class Children {
   public:
    class Iterator {
     public:
      Iterator(const Tree* tree, std::uint32_t at) : tree_(tree), at_(at) {}
      std::uint32_t operator*() const { return at_; }
      Iterator& operator++() {
        at_ = tree_->next_sibling_[at_];
        return *this;
      }
      bool operator!=(const Iterator& other) const { return at_ != other.at_; }

     private:
      const Tree* tree_;
      std::uint32_t at_;
    };
    Children(const Tree* tree, std::uint32_t first) : tree_(tree), first_(first) {}
    [[nodiscard]] Iterator begin() const { return {tree_, first_}; }
    [[nodiscard]] Iterator end() const { return {tree_, none}; }

   private:
    const Tree* tree_;
    std::uint32_t first_;
  };

  [[nodiscard]] Children children(std::uint32_t word) const { return {this, first_child_[word]}; }
  [[nodiscard]] const Word& word(std::uint32_t w) const { return passage_.words[w]; }
  /// The head of the word, or `none` for a root.
  [[nodiscard]] std::uint32_t head(std::uint32_t w) const;

  /// The first child with one of the relations, or `none`.
  [[nodiscard]] std::uint32_t child(std::uint32_t w, std::initializer_list<Deprel> relations) const;
  [[nodiscard]] bool has_child_lemma(std::uint32_t w, std::initializer_list<std::string_view> lemmas) const;
  /// The preposition of a noun phrase, with the words fixed to it ("according to"); empty if it has none.
  [[nodiscard]] std::string preposition(std::uint32_t w) const;
  /// The word and everything coordinated with it. A conjunct of a conjunct counts as well.
  [[nodiscard]] std::vector<std::uint32_t> conjuncts(std::uint32_t w) const;
  /// The first of the words with which the word is coordinated; the word itself if with none.
  [[nodiscard]] std::uint32_t first_conjunct(std::uint32_t w) const;

  [[nodiscard]] bool is_verb(std::uint32_t w) const { return word(w).tag.upos == Upos::VERB; }
  [[nodiscard]] bool is_noun(std::uint32_t w) const {
    return word(w).tag.upos == Upos::NOUN || word(w).tag.upos == Upos::PROPN;
  }
  /// Whether the verb stands in the passive: "was signed", "signed by", a participle behind its noun.
  [[nodiscard]] bool is_passive(std::uint32_t w) const;

  /// The words of the noun phrase of w from its first modifier to its last prepositional one; relative clauses,
  /// appositions, coordinated phrases and what follows them are left out. At most `limit` words behind the noun.
  struct Phrase {
    std::uint32_t first = 0, last = 0;  ///< words, half-open
  };
  [[nodiscard]] Phrase noun_phrase(std::uint32_t w, std::uint32_t limit = 16) const;
  /// The bytes of a stretch of words.
  [[nodiscard]] Bytes bytes(Phrase) const;
  /// The first and last word of all that depends on w, half-open. O(words below).
  [[nodiscard]] Phrase subtree(std::uint32_t w) const;

 private:
  /// Whether a dash or colon stands between the words: "May 1994 — | Libyan forces".
  [[nodiscard]] bool is_set_off(std::uint32_t first, std::uint32_t w) const;
  /// Whether the phrase says under what circumstances something is, rather than what it is: behind a comma, or "on the
  /// basis of …", "in return for …".
  [[nodiscard]] bool is_circumstance(std::uint32_t w) const;
  /// Where what depends on w ends, at the first clause behind it ("talks in Geneva | led by …").
  [[nodiscard]] std::uint32_t end_without_clauses(std::uint32_t w) const;

  const Passage& passage_;
  std::vector<std::uint32_t> first_child_, next_sibling_;
};

}  // namespace entente::prose
