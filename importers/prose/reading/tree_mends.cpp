#include "prose/reading/tree_mends.hpp"

#include <algorithm>
#include <array>

#include "prose/language/characters.hpp"
#include "prose/reading/attitudes.hpp"

namespace entente::prose {
namespace {

class TreeMender {
 public:
  TreeMender(std::vector<Word>& words, std::uint32_t first, std::uint32_t last)
      : words_(words), first_(first), last_(last) {}

  void run() {
    for (std::uint32_t w = first_; w < last_; ++w) {
      mend_subordinate_clause(w);
      mend_whose(w);
      mend_blame(w);
      mend_relative_object(w);
      mend_reported_clause(w);
      if (w > first_ + 1) mend_second_subject(w);
    }
  }

 private:
  [[nodiscard]] bool is_noun(std::uint32_t w) const {
    return words_[w].tag.upos == Upos::NOUN || words_[w].tag.upos == Upos::PROPN;
  }
  [[nodiscard]] bool is_finite_verb(std::uint32_t w) const {
    const Xpos xpos = words_[w].tag.xpos;
    return xpos == Xpos::VBD || xpos == Xpos::VBZ || xpos == Xpos::VBP;
  }
  [[nodiscard]] bool depends(std::uint32_t w, std::uint32_t head, Deprel relation) const {
    return words_[w].head == static_cast<std::int32_t>(head) && words_[w].relation == relation;
  }
  [[nodiscard]] std::uint32_t child(std::uint32_t head, Deprel relation) const {
    for (std::uint32_t w = first_; w < last_; ++w) {
      if (depends(w, head, relation)) return w;
    }
    return none;
  }
  [[nodiscard]] bool has_subject(std::uint32_t verb) const {
    return child(verb, Deprel::nsubj) != none || child(verb, Deprel::nsubj_pass) != none ||
           child(verb, Deprel::csubj) != none || child(verb, Deprel::expl) != none;
  }
  /// Whether `w` depends on `head`, by however many steps.
  [[nodiscard]] bool stands_below(std::uint32_t w, std::uint32_t head) const {
    std::int32_t at = words_[w].head;
    while (at >= 0 && at != static_cast<std::int32_t>(head)) at = words_[static_cast<std::uint32_t>(at)].head;
    return at >= 0;
  }
  void hang(std::uint32_t w, std::uint32_t head, Deprel relation) {
    words_[w].head = static_cast<std::int32_t>(head);
    words_[w].relation = relation;
  }
  /// Hangs a word elsewhere, unless on what depends on it; tells whether it did.
  bool rehang(std::uint32_t w, std::uint32_t head, Deprel relation) {
    const bool fits = head != w && !stands_below(head, w);
    if (fits) hang(w, head, relation);
    return fits;
  }

  /// `top`, which depends on `verb`, takes its place; what hangs on the verb before `end` hangs on `top`.
  void take_place(std::uint32_t top, std::uint32_t verb, std::uint32_t end) {
    words_[top].head = words_[verb].head;
    words_[top].relation = words_[verb].relation;
    for (std::uint32_t k = first_; k < end; ++k) {
      if (k != top && words_[k].head == static_cast<std::int32_t>(verb))
        words_[k].head = static_cast<std::int32_t>(top);
    }
  }

  /// The ancestor of `w` that depends on `verb`, or `none`.
  [[nodiscard]] std::uint32_t branch(std::uint32_t w, std::uint32_t verb) const {
    std::int32_t at = static_cast<std::int32_t>(w);
    while (at >= 0 && words_[static_cast<std::uint32_t>(at)].head != static_cast<std::int32_t>(verb))
      at = words_[static_cast<std::uint32_t>(at)].head;
    return at < 0 ? none : static_cast<std::uint32_t>(at);
  }

  /// "fought until a ceasefire was agreed", "annexed it after A, the colonial power, withdrew": a finite verb right
  /// behind the noun, and of no other subject, makes the phrase a clause.
  void mend_subordinate_clause(std::uint32_t w) {
    static constexpr std::array<std::string_view, 6> conjunctions = {"after", "before", "until",
                                                                     "since", "once",   "till"};
    if (!is_noun(w) || words_[w].head < 0) return;
    const std::uint32_t mark = child(w, Deprel::case_);
    if (mark == none || mark > w || !is_one_of(std::string_view(words_[mark].lemma), conjunctions)) return;
    const auto governor = static_cast<std::uint32_t>(words_[w].head);
    const std::uint32_t verb = predicate_behind(w);
    if (verb == none || governor == verb || governor > mark) return;
    const std::uint32_t top = branch(w, verb);
    const bool passive = child(verb, Deprel::aux_pass) != none;
    if (top != none) {
      if (words_[top].tag.upos != Upos::VERB || is_coordinated(top)) return;
      take_place(top, verb, mark);
    } else if (has_subject(verb)) {
      return;
    }
    std::uint32_t clause_of = governor;
    while (words_[clause_of].tag.upos != Upos::VERB && words_[clause_of].head >= 0 && clause_of != verb)
      clause_of = static_cast<std::uint32_t>(words_[clause_of].head);
    if (clause_of == verb) return;
    hang(w, verb, passive ? Deprel::nsubj_pass : Deprel::nsubj);
    hang(mark, verb, Deprel::mark);
    if (top != none || words_[verb].relation != Deprel::advcl) rehang(verb, clause_of, Deprel::advcl);
  }
  [[nodiscard]] bool is_coordinated(std::uint32_t w) const { return words_[w].relation == Deprel::conj; }

  /// The finite verb whose group begins right behind the noun, or behind an apposition between commas; else `none`.
  [[nodiscard]] std::uint32_t predicate_behind(std::uint32_t w) const {
    std::uint32_t k = w + 1;
    if (k < last_ && words_[k].form == ",") {
      const std::uint32_t apposition = child(w, Deprel::appos);
      if (apposition == none || apposition < k) return none;
      k = apposition + 1;
      while (k < last_ && stands_below(k, apposition) && words_[k].form != ",") ++k;
      if (k >= last_ || words_[k].form != ",") return none;
      ++k;
    }
    if (k >= last_) return none;
    if (words_[k].tag.upos == Upos::VERB && is_finite_verb(k)) return k;
    const bool auxiliary = words_[k].tag.upos == Upos::AUX && (is_finite_verb(k) || words_[k].tag.xpos == Xpos::MD);
    if (!auxiliary || words_[k].head <= static_cast<std::int32_t>(k)) return none;
    const auto verb = static_cast<std::uint32_t>(words_[k].head);
    for (std::uint32_t between = k; between < verb; ++between) {
      const Upos upos = words_[between].tag.upos;
      if (upos != Upos::AUX && upos != Upos::ADV && upos != Upos::PART) return none;
    }
    return words_[verb].tag.upos == Upos::VERB ? verb : none;
  }

  /// "renewed it at the request of A, whose adviser has threatened …": the verb behind "whose" is that of a clause
  /// about the noun before, and the verb before it the main one.
  void mend_whose(std::uint32_t w) {
    if (words_[w].lemma != "whose" || w < first_ + 3 || words_[w].head <= static_cast<std::int32_t>(w)) return;
    const std::uint32_t noun = words_[w - 1].form == "," ? w - 2 : w - 1;
    const auto possessed = static_cast<std::uint32_t>(words_[w].head);
    if (!is_noun(noun) || !is_noun(possessed)) return;
    if (words_[possessed].relation == Deprel::nsubj || words_[possessed].relation == Deprel::nsubj_pass) {
      const auto clause = static_cast<std::uint32_t>(words_[possessed].head);
      const bool stray = words_[clause].relation == Deprel::conj || words_[clause].relation == Deprel::parataxis;
      if (stray && words_[clause].head < static_cast<std::int32_t>(w)) rehang(clause, noun, Deprel::acl_relcl);
      return;
    }
    std::uint32_t verb = possessed + 1;
    while (verb < last_ && !is_finite_verb(verb) && words_[verb].tag.xpos != Xpos::MD) ++verb;
    while (verb < last_ && words_[verb].tag.upos != Upos::VERB) ++verb;
    if (verb >= last_ || words_[verb].relation == Deprel::acl_relcl || has_subject(verb)) return;
    const std::uint32_t top = branch(noun, verb);
    if (top == none || words_[top].tag.upos != Upos::VERB || !has_subject(top)) return;
    take_place(top, verb, w);
    hang(verb, noun, Deprel::acl_relcl);
    hang(possessed, verb, Deprel::nsubj);
  }

  /// "blamed the attack on A": it is the verb that goes on behind its object.
  void mend_blame(std::uint32_t w) {
    if (words_[w].relation != Deprel::nmod || words_[w].head < 0) return;
    const auto object = static_cast<std::uint32_t>(words_[w].head);
    if (words_[object].relation != Deprel::obj || words_[object].head < 0) return;
    const std::uint32_t preposition = child(w, Deprel::case_);
    const Word& verb = words_[static_cast<std::uint32_t>(words_[object].head)];
    if (verb.lemma != "blame" || preposition == none || words_[preposition].lemma != "on") return;
    hang(w, static_cast<std::uint32_t>(words_[object].head), Deprel::obl);
  }

  /// "suspended the treaty, which A and B signed in 1960": a clause about the noun before the pronoun, no second thing
  /// that was done.
  void mend_relative_object(std::uint32_t w) {
    const bool pronoun = words_[w].lemma == "which" || words_[w].lemma == "whom";
    if (!pronoun || w < first_ + 2 || words_[w].head <= static_cast<std::int32_t>(w)) return;
    if (words_[w].relation != Deprel::obj && words_[w].relation != Deprel::obl) return;
    const std::uint32_t noun = words_[w - 1].form == "," ? w - 2 : w - 1;
    const auto verb = static_cast<std::uint32_t>(words_[w].head);
    const Deprel relation = words_[verb].relation;
    const bool stray = relation == Deprel::conj || relation == Deprel::parataxis || relation == Deprel::advcl ||
                       relation == Deprel::advcl_relcl;
    if (!is_noun(noun) || !stray || words_[verb].head >= static_cast<std::int32_t>(w)) return;
    rehang(verb, noun, Deprel::acl_relcl);
  }

  /// "said after the meeting that a round would take place": what is said, and no clause about the meeting.
  void mend_reported_clause(std::uint32_t w) {
    const Word& clause = words_[w];
    const bool of_noun = clause.relation == Deprel::acl_relcl || clause.relation == Deprel::acl;
    if (!of_noun || clause.head < 0 || clause.head > static_cast<std::int32_t>(w)) return;
    const auto noun = static_cast<std::uint32_t>(clause.head);
    std::uint32_t mark = child(w, Deprel::mark);
    if (mark == none) mark = child(w, Deprel::obj);
    const bool that = mark != none && words_[mark].lemma == "that" && mark > noun && mark < w;
    const bool own_subject = child(w, Deprel::nsubj) != none || child(w, Deprel::nsubj_pass) != none;
    if (!that || !own_subject || words_[noun].relation != Deprel::obl || words_[noun].head < 0) return;
    const auto verb = static_cast<std::uint32_t>(words_[noun].head);
    if (verb > noun || !AttitudeLexicon::builtin().is_speech(words_[verb])) return;
    if (AttitudeLexicon::builtin().of(words_[noun].lemma, Upos::NOUN) != Attitude::neutral) return;
    if (words_[mark].relation == Deprel::obj && !has_other_object(w, mark)) return;
    if (child(verb, Deprel::ccomp) != none || !rehang(w, verb, Deprel::ccomp)) return;
    words_[mark].relation = Deprel::mark;
  }
  [[nodiscard]] bool has_other_object(std::uint32_t verb, std::uint32_t object) const {
    for (std::uint32_t w = first_; w < last_; ++w) {
      if (w != object && depends(w, verb, Deprel::obj)) return true;
    }
    return false;
  }

  /// "Delegations from A, the B and C met": a second subject behind a comma is listed with the name before the comma.
  void mend_second_subject(std::uint32_t w) {
    if (words_[w].relation != Deprel::nsubj || words_[w].head < 0 || words_[w].name == none) return;
    std::uint32_t comma = w - 1;
    while (comma > first_ && words_[comma].head == static_cast<std::int32_t>(w)) {
      if (words_[comma].form == ",") break;
      --comma;
    }
    if (comma <= first_ || words_[comma].form != "," || words_[comma - 1].name == none) return;
    const std::uint32_t listed = comma - 1;
    const auto verb = static_cast<std::uint32_t>(words_[w].head);
    const std::uint32_t subject = child(verb, Deprel::nsubj);
    if (subject == w || verb < w || (listed != subject && !stands_below(listed, subject))) return;
    rehang(w, listed, Deprel::conj);
  }

  std::vector<Word>& words_;
  std::uint32_t first_, last_;
};

}  // namespace

void mend_tree(Passage& passage, std::uint32_t first, std::uint32_t last) {
  TreeMender(passage.words, first, last).run();
}

}  // namespace entente::prose
