#include "prose/reading/tree_mends.hpp"

#include <algorithm>
#include <array>

#include "prose/language/calendar.hpp"
#include "prose/language/characters.hpp"
#include "prose/reading/attitudes.hpp"
#include "prose/reading/tree_edits.hpp"

namespace entente::prose {
namespace {

class TreeMender {
 public:
  TreeMender(Passage& passage, std::uint32_t first, std::uint32_t last)
      : passage_(passage), words_(passage.words), first_(first), last_(last) {}

  void run() {
    for (std::uint32_t w = first_; w < last_; ++w) {
      mend_subordinate_clause(w);
      mend_whose(w);
      mend_blame(w);
      mend_relative_object(w);
      mend_reported_clause(w);
      mend_date_of_noun(w);
      mend_recipient(w);
      mend_second_phrase(w);
      mend_particle(w);
      mend_company(w);
      mend_second_deed(w);
      mend_passive_relative(w);
      mend_main_verb(w);
      mend_person_beside_owner(w);
      mend_accused(w);
      mend_said_subject(w);
      mend_state_behind_person(w);
      mend_named_holders(w);
      if (w > first_ + 1) mend_second_subject(w);
    }
    for (std::uint32_t w = first_; w < last_; ++w) {
      mend_clause_behind_noun(w);
      mend_prepositional_subject(w);
      mend_contact_clause(w);
      mend_content_clause(w);
      mend_control(w);
      mend_relative(w);
      mend_relative_on_verb(w);
      mend_second_verb(w);
      mend_object_before_verb(w);
    }
    for (std::uint32_t w = first_; w < last_; ++w) {
      mend_coordination(w);
      mend_listing(w);
      mend_between(w);
      mend_apposition(w);
      mend_office_holder(w);
      mend_participle(w);
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
    hang(words_, w, verb, passive ? Deprel::nsubj_pass : Deprel::nsubj);
    hang(words_, mark, verb, Deprel::mark);
    if (top != none || words_[verb].relation != Deprel::advcl) rehang(words_, verb, clause_of, Deprel::advcl);
  }
  [[nodiscard]] bool is_coordinated(std::uint32_t w) const { return words_[w].relation == Deprel::conj; }

  /// The finite verb whose group begins right behind the noun, or behind an apposition between commas; else `none`.
  [[nodiscard]] std::uint32_t predicate_behind(std::uint32_t w) const {
    std::uint32_t k = w + 1;
    if (k < last_ && words_[k].form == ",") {
      const std::uint32_t apposition = child(w, Deprel::appos);
      if (apposition == none || apposition < k) return none;
      k = apposition + 1;
      while (k < last_ && stands_below(words_, k, apposition) && words_[k].form != ",") ++k;
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
      if (stray && words_[clause].head < static_cast<std::int32_t>(w)) rehang(words_, clause, noun, Deprel::acl_relcl);
      return;
    }
    std::uint32_t verb = possessed + 1;
    while (verb < last_ && !is_finite_verb(verb) && words_[verb].tag.xpos != Xpos::MD) ++verb;
    while (verb < last_ && words_[verb].tag.upos != Upos::VERB) ++verb;
    if (verb >= last_ || words_[verb].relation == Deprel::acl_relcl || has_subject(verb)) return;
    const std::uint32_t top = branch(noun, verb);
    if (top == none || words_[top].tag.upos != Upos::VERB || !has_subject(top)) return;
    take_place(top, verb, w);
    hang(words_, verb, noun, Deprel::acl_relcl);
    hang(words_, possessed, verb, Deprel::nsubj);
  }

  /// "blamed the attack on A": it is the verb that goes on behind its object.
  void mend_blame(std::uint32_t w) {
    if (words_[w].relation != Deprel::nmod || words_[w].head < 0) return;
    const auto object = static_cast<std::uint32_t>(words_[w].head);
    if (words_[object].relation != Deprel::obj || words_[object].head < 0) return;
    const std::uint32_t preposition = child(w, Deprel::case_);
    const Word& verb = words_[static_cast<std::uint32_t>(words_[object].head)];
    if (verb.lemma != "blame" || preposition == none || words_[preposition].lemma != "on") return;
    hang(words_, w, static_cast<std::uint32_t>(words_[object].head), Deprel::obl);
  }

  /// "suspended the treaty, which A and B signed in 1960": a clause about the noun before the pronoun, no second thing
  /// that was done.
  void mend_relative_object(std::uint32_t w) {
    const bool pronoun = words_[w].lemma == "which" || words_[w].lemma == "whom";
    if (!pronoun || w < first_ + 2 || words_[w].head <= static_cast<std::int32_t>(w)) return;
    if (words_[w].relation != Deprel::obj && words_[w].relation != Deprel::obl) return;
    std::uint32_t noun = words_[w - 1].tag.upos == Upos::ADP ? w - 2 : w - 1;  // "in which"
    if (words_[noun].form == "," && noun > first_) --noun;
    const auto verb = static_cast<std::uint32_t>(words_[w].head);
    const Deprel relation = words_[verb].relation;
    const bool stray = relation == Deprel::conj || relation == Deprel::parataxis || relation == Deprel::advcl ||
                       relation == Deprel::advcl_relcl;
    if (!is_noun(noun) || !stray || words_[verb].head >= static_cast<std::int32_t>(w)) return;
    rehang(words_, verb, noun, Deprel::acl_relcl);
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
    if (child(verb, Deprel::ccomp) != none || !rehang(words_, w, verb, Deprel::ccomp)) return;
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
    if (subject == w || verb < w || (listed != subject && !stands_below(words_, listed, subject))) return;
    rehang(words_, w, listed, Deprel::conj);
  }

  /// "under the agreement of 21 July 1992": the day says which agreement, whatever verb follows.
  void mend_date_of_noun(std::uint32_t w) {
    if (words_[w].form != "of" || w == first_ || w + 2 >= last_ || words_[w - 1].tag.upos != Upos::NOUN) return;
    const std::uint32_t day = w + 1;
    const bool dated = words_[day].tag.upos == Upos::NUM && month_named(words_[day + 1].form) > 0;
    if (!dated || !rehang(words_, day, w - 1, Deprel::nmod)) return;
    hang(words_, w, day, Deprel::case_);
    hang(words_, day + 1, day, Deprel::flat);
    const bool year = day + 2 < last_ && words_[day + 2].tag.upos == Upos::NUM;
    if (year) hang(words_, day + 2, day, Deprel::flat);
  }

  /// "lent Argentina aircraft", "gave London intelligence": the name right behind such a verb is that of whom it is
  /// given to.
  void mend_recipient(std::uint32_t w) {
    static constexpr std::array<std::string_view, 9> giving = {"give", "grant", "lend",  "offer", "pay",
                                                               "sell", "send",  "award", "loan"};
    const Word& it = words_[w];
    const bool modifier = it.relation == Deprel::compound && it.tag.upos == Upos::PROPN && it.name != none;
    if (!modifier || w == first_ || it.head != static_cast<std::int32_t>(w + 1)) return;
    const Word& verb = words_[w - 1];
    const bool given = verb.tag.upos == Upos::VERB && is_one_of(std::string_view(verb.lemma), giving);
    if (given && depends(w + 1, w - 1, Deprel::obj)) hang(words_, w, w - 1, Deprel::iobj);
  }

  /// "a member of NATO and of the EU": a phrase goes on with the one that has the same preposition.
  void mend_second_phrase(std::uint32_t w) {
    const Word& it = words_[w];
    if (it.relation != Deprel::conj || it.head < 0 || it.head > static_cast<std::int32_t>(w)) return;
    const auto noun = static_cast<std::uint32_t>(it.head);
    const std::uint32_t preposition = child(w, Deprel::case_), first = child(noun, Deprel::nmod);
    if (preposition == none || preposition > w || first == none || first > preposition) return;
    if (words_[noun].name != none || words_[first].name == none || it.name == none) return;
    const std::uint32_t before = child(first, Deprel::case_);
    if (child(noun, Deprel::case_) != none && words_[child(noun, Deprel::case_)].form == words_[preposition].form)
      return;
    if (before != none && words_[before].form == words_[preposition].form) rehang(words_, w, first, Deprel::conj);
  }

  /// "turned the proposals down": the particle may stand behind the object.
  void mend_particle(std::uint32_t w) {
    static constexpr std::array<std::array<std::string_view, 2>, 6> verbs = {
        {{"turn", "down"}, {"put", "forward"}, {"give", "up"}, {"hand", "over"}, {"call", "off"}, {"pull", "out"}}};
    if (words_[w].relation != Deprel::advmod || words_[w].head < 0) return;
    const Word& verb = words_[static_cast<std::uint32_t>(words_[w].head)];
    const bool particle = std::ranges::any_of(
        verbs, [&](const auto& pair) { return verb.lemma == pair[0] && words_[w].lemma == pair[1]; });
    if (particle && words_[w].head < static_cast<std::int32_t>(w)) words_[w].relation = Deprel::compound_prt;
  }

  /// "met, together with A,": who else takes part in what the verb says.
  void mend_company(std::uint32_t w) {
    static constexpr std::array<std::string_view, 3> words = {"together", "jointly", "along"};
    if (words_[w].relation != Deprel::obl || words_[w].head < 0) return;
    const auto adverb = static_cast<std::uint32_t>(words_[w].head);
    if (!is_one_of(std::string_view(words_[adverb].lemma), words)) return;
    std::int32_t verb = words_[adverb].head;
    while (verb >= 0 && words_[static_cast<std::uint32_t>(verb)].tag.upos != Upos::VERB)
      verb = words_[static_cast<std::uint32_t>(verb)].head;
    if (verb < 0) return;
    rehang(words_, w, static_cast<std::uint32_t>(verb), Deprel::obl);
  }

  /// "stressed that rights mattered, and encouraged A to talk": behind the comma the main clause goes on.
  void mend_second_deed(std::uint32_t w) {
    const Word& it = words_[w];
    if (it.tag.xpos != Xpos::VBD || it.relation != Deprel::conj || it.head < 0 || w < first_ + 3) return;
    if (words_[w - 1].form != "and" || words_[w - 2].form != "," || has_subject(w)) return;
    auto verb = static_cast<std::uint32_t>(it.head);
    if (words_[verb].relation == Deprel::xcomp && words_[verb].head >= 0)
      verb = static_cast<std::uint32_t>(words_[verb].head);
    if (words_[verb].relation != Deprel::ccomp || words_[verb].head < 0 || child(verb, Deprel::mark) == none) return;
    const auto main = static_cast<std::uint32_t>(words_[verb].head);
    if (words_[main].tag.xpos == Xpos::VBD && main < verb) rehang(words_, w, main, Deprel::conj);
  }

  /// "the agreement of 1992, which was signed by A": a participle with a pronoun for subject is a relative clause.
  void mend_passive_relative(std::uint32_t w) {
    if (words_[w].relation != Deprel::acl) return;
    const std::uint32_t subject = child(w, Deprel::nsubj_pass);
    if (subject != none && words_[subject].tag.xpos == Xpos::WDT) words_[w].relation = Deprel::acl_relcl;
  }

  /// "under President A Argentina agreed": the state is the subject of the verb right behind it.
  void mend_state_behind_person(std::uint32_t w) {
    const Word& it = words_[w];
    if (it.relation != Deprel::flat || it.name == none || w == first_ || w + 1 >= last_ || !is_person(w - 1)) return;
    if (passage_.names[it.name].type != EntityType::state || !is_finite_verb(w + 1) || has_subject(w + 1)) return;
    rehang(words_, w, w + 1, Deprel::nsubj);
  }

  /// "Talks on the future of A collapsed": what follows "of" is no clause; the finite verb is the main one.
  void mend_main_verb(std::uint32_t w) {
    const Word& it = words_[w];
    if (!is_finite_verb(w) || (it.relation != Deprel::acl && it.relation != Deprel::advcl) || it.head < 0) return;
    const std::uint32_t mark = child(w, Deprel::mark), subject = child(w, Deprel::nsubj);
    const auto noun = static_cast<std::uint32_t>(it.head);
    if (mark == none || words_[mark].form != "of" || subject == none || subject < mark || noun > mark) return;
    std::uint32_t top = noun;
    while (words_[top].head >= 0) top = static_cast<std::uint32_t>(words_[top].head);
    if (!is_noun(top) || top > mark) return;
    hang(words_, mark, subject, Deprel::case_);
    hang(words_, subject, noun, Deprel::nmod);
    words_[w].head = -1;
    words_[w].relation = Deprel::root;
    hang(words_, top, w, Deprel::nsubj);
    for (std::uint32_t k = w + 1; k < last_; ++k) {
      if (words_[k].head == static_cast<std::int32_t>(top)) words_[k].head = static_cast<std::int32_t>(w);
    }
  }

  /// "accused A of arming B": A is accused, not the subject behind "of".
  void mend_accused(std::uint32_t w) {
    const Word& it = words_[w];
    if (it.relation != Deprel::nsubj || it.head < 0 || w == first_ || w + 2 >= last_) return;
    const auto deed = static_cast<std::uint32_t>(it.head);
    if (words_[w + 1].form != "of" || words_[deed].tag.xpos != Xpos::VBG || words_[w - 1].tag.upos != Upos::VERB)
      return;
    if (child(deed, Deprel::mark) != w + 1 || !rehang(words_, w, w - 1, Deprel::obj)) return;
    rehang(words_, deed, w - 1, Deprel::advcl);
  }

  /// "A, B and C are parties": the names before the copula are the subject.
  void mend_said_subject(std::uint32_t w) {
    const Word& it = words_[w];
    if (it.relation != Deprel::compound || it.name == none || it.head < static_cast<std::int32_t>(w)) return;
    const auto noun = static_cast<std::uint32_t>(it.head);
    const std::uint32_t copula = child(noun, Deprel::cop);
    if (copula != none && copula > w && !has_subject(noun)) words_[w].relation = Deprel::nsubj;
  }

  /// "A and B's minister, C, insisted": A does so too, and owns no minister.
  void mend_person_beside_owner(std::uint32_t w) {
    const Word& it = words_[w];
    if (it.relation != Deprel::compound || !is_person(w) || it.head < static_cast<std::int32_t>(w)) return;
    const auto noun = static_cast<std::uint32_t>(it.head);
    const std::uint32_t owner = child(w, Deprel::conj);
    if (owner == none || owner > noun || is_person(owner) || owner + 1 >= last_) return;
    if (words_[owner + 1].tag.xpos != Xpos::POS) return;
    words_[w].head = words_[noun].head;
    words_[w].relation = words_[noun].relation;
    hang(words_, owner, noun, Deprel::nmod_poss);
    hang(words_, noun, w, Deprel::conj);
  }

  /// "the two foreign ministers, A and B, sign", "the governor of C, D, asked": the persons named between commas behind
  /// an office are those who hold it.
  void mend_named_holders(std::uint32_t w) {
    if (!is_person(w) || w < first_ + 3 || words_[w - 1].form != ",") return;
    const std::uint32_t office = office_before(w - 1);
    if (office == none) return;
    std::vector<std::uint32_t> holders{w};
    std::uint32_t end = w + 1;
    while (end + 1 < last_ && (words_[end].form == "," || words_[end].form == "and") && is_person(end + 1)) {
      holders.push_back(end + 1);
      end += 2;
    }
    const bool plural = words_[office].tag.xpos == Xpos::NNS;
    if (plural != (holders.size() > 1)) return;
    const bool closed = end >= last_ || words_[end].form == "," || words_[end].form == ".";
    if (!closed) return;
    const bool loose = words_[office].relation != Deprel::nsubj && words_[w].relation == Deprel::nsubj;
    if (loose && (child(office, Deprel::case_) != none || words_[office].relation == Deprel::obj)) return;
    const Word name = words_[w];
    if (stands_below(words_, office, w)) {
      words_[office].head = name.head;
      words_[office].relation = name.relation;
    } else if (loose) {
      if (name.head < 0 || !rehang(words_, office, static_cast<std::uint32_t>(name.head), Deprel::nsubj)) return;
    }
    if (!rehang(words_, w, office, Deprel::appos)) return;
    for (std::size_t i = 1; i < holders.size(); ++i) rehang(words_, holders[i], w, Deprel::conj);
  }
  [[nodiscard]] bool is_person(std::uint32_t w) const { return names_person(passage_, words_[w]); }

  /// The office that ends at the comma, perhaps with the bodies it is in ("of A and B"), or `none`.
  [[nodiscard]] std::uint32_t office_before(std::uint32_t comma) const {
    static constexpr std::array<std::string_view, 22> offices = {
        "ambassador",     "chairman",    "chancellor", "chief",      "colleague", "commander",
        "commissioner",   "counterpart", "deputy",     "envoy",      "general",   "governor",
        "king",           "leader",      "minister",   "negotiator", "premier",   "president",
        "representative", "secretary",   "spokesman",  "successor"};
    const auto is_office = [&](std::uint32_t k) {
      return words_[k].name == none && is_noun(k) && is_one_of(std::string_view(lower(words_[k].lemma)), offices);
    };
    if (is_office(comma - 1)) return comma - 1;
    for (std::uint32_t k = comma - 1; k > first_ + 1 && k + 9 > comma; --k) {
      const Word& it = words_[k];
      if (it.form == "," || it.tag.upos == Upos::VERB || it.tag.upos == Upos::AUX || is_person(k)) return none;
      if ((it.form == "of" || it.form == "for") && is_office(k - 1)) return k - 1;
    }
    return none;
  }

  /// "commit the states that were members to …": a clause that a relative pronoun opens right behind a noun is no
  /// subject.
  void mend_clause_behind_noun(std::uint32_t w) {
    const bool pronoun = words_[w].tag.xpos == Xpos::WDT || words_[w].tag.xpos == Xpos::WP;
    if (!pronoun || w == first_ || words_[w].head < 0) return;
    const auto clause = static_cast<std::uint32_t>(words_[w].head);
    const Upos before = words_[w - 1].tag.upos;
    if (words_[clause].relation == Deprel::csubj && (before == Upos::NOUN || before == Upos::PROPN))
      rehang(words_, clause, w - 1, Deprel::acl_relcl);
  }

  /// "as a result of this process Russia would …": a phrase with a preposition is no subject, the name behind it is.
  void mend_prepositional_subject(std::uint32_t w) {
    const auto at = static_cast<std::int32_t>(w);
    if (words_[w].relation != Deprel::nsubj || words_[w].head <= at) return;
    bool preposition = false;
    for (std::uint32_t k = w; k-- > 0 && k + 6 > w && !preposition;)
      preposition = words_[k].head == at && words_[k].relation == Deprel::case_ && words_[k].tag.upos == Upos::ADP;
    if (!preposition) return;
    for (std::uint32_t k = w + 1; k + 1 < static_cast<std::uint32_t>(words_[w].head) + 1; ++k) {
      if (words_[k].name == none || words_[k].tag.upos != Upos::PROPN || words_[k].relation != Deprel::nmod) continue;
      const Word& next = words_[k + 1];
      const bool verb_group = next.head == words_[w].head || k + 1 == static_cast<std::uint32_t>(words_[w].head);
      const bool own_preposition =
          words_[k - 1].tag.upos == Upos::ADP || words_[k - 1].head == static_cast<std::int32_t>(k);
      if (!verb_group || own_preposition) continue;
      if (rehang(words_, k, static_cast<std::uint32_t>(words_[w].head), Deprel::nsubj))
        words_[w].relation = Deprel::obl;
      return;
    }
  }

  /// "withdraw the forces it has stationed in A": a clause right behind an object, which the verb does not tell to
  /// somebody, says which object.
  void mend_contact_clause(std::uint32_t w) {
    static constexpr std::array<std::string_view, 12> tells = {
        "tell", "warn", "inform", "assure", "promise", "show", "remind", "convince", "persuade", "ask", "make", "see"};
    const Word& clause = words_[w];
    if (clause.head < 0 || (clause.relation != Deprel::ccomp && clause.relation != Deprel::parataxis)) return;
    const auto verb = static_cast<std::uint32_t>(clause.head);
    if (verb >= w || words_[verb].tag.upos != Upos::VERB || is_one_of(words_[verb].lemma, tells)) return;
    std::uint32_t object = none, subject = none;
    for (std::uint32_t k = first_; k < w; ++k) {
      if (words_[k].head == static_cast<std::int32_t>(verb) && words_[k].relation == Deprel::obj) object = k;
      if (words_[k].head == static_cast<std::int32_t>(w) && words_[k].relation == Deprel::nsubj) subject = k;
      if (words_[k].head == static_cast<std::int32_t>(w) && words_[k].relation == Deprel::mark) return;
    }
    if (object == none || subject != object + 1 || words_[subject].tag.upos != Upos::PRON) return;
    rehang(words_, w, object, Deprel::acl_relcl);
  }

  /// "concerns that A might invade B": the clause says what is feared; "that" stands for nothing in it.
  void mend_content_clause(std::uint32_t w) {
    Word& that = words_[w];
    if (that.lemma != "that" || that.relation != Deprel::obj || that.head < 0 || w == first_) return;
    const auto verb = static_cast<std::uint32_t>(that.head);
    if (words_[verb].relation != Deprel::acl_relcl || words_[verb].head < 0) return;
    const Word& noun = words_[static_cast<std::uint32_t>(words_[verb].head)];
    if (AttitudeLexicon::builtin().of(noun.lemma, Upos::NOUN) == Attitude::neutral) return;
    that.relation = Deprel::mark;
    if (verb + 1 >= last_ || words_[verb + 1].name == none || words_[verb + 1].relation != Deprel::nsubj) return;
    for (std::uint32_t k = first_; k < w; ++k) {  // the main verb has its subject already
      if (words_[k].head != words_[verb + 1].head || words_[k].relation != Deprel::nsubj) continue;
      rehang(words_, verb + 1, verb, Deprel::obj);
      return;
    }
  }

  /// "urged both sides to start talks", "called on A to comply": the infinitive completes the verb, and whoever is
  /// urged does what it says.
  void mend_control(std::uint32_t w) {
    static constexpr std::array<std::string_view, 24> urging = {
        "beg",    "implore",  "allow",     "appeal",  "ask",      "authorise", "authorize", "commit",
        "compel", "convince", "encourage", "force",   "instruct", "invite",    "oblige",    "order",
        "permit", "persuade", "press",     "require", "task",     "tell",      "urge",      "call"};
    const Word& clause = words_[w];
    const bool beside = clause.relation == Deprel::advcl || clause.relation == Deprel::acl;
    if (!beside || clause.head < 0 || w == 0 || words_[w - 1].form != "to" || clause.tag.xpos != Xpos::VB) return;
    auto verb = static_cast<std::uint32_t>(clause.head);
    if (clause.relation == Deprel::acl) {  // on the one who is urged
      if (words_[verb].head < 0) return;
      const bool urged = words_[verb].relation == Deprel::obj || words_[verb].relation == Deprel::obl;
      if (!urged || verb == 0) return;
      const bool somebody =
          words_[verb].name != none || words_[verb].tag.xpos == Xpos::NNS || words_[verb].tag.xpos == Xpos::PRP;
      if (!somebody) return;  // "required an effort to …"
      verb = static_cast<std::uint32_t>(words_[verb].head);
    }
    if (verb >= w || words_[verb].tag.upos != Upos::VERB || !is_one_of(words_[verb].lemma, urging)) return;
    rehang(words_, w, verb, Deprel::xcomp);
  }

  /// "A, which invaded B in 1990, accused C": the verb behind the pronoun is that of a relative clause, and the next
  /// one that has no subject is the main verb, whose subject A is.
  void mend_relative(std::uint32_t w) {
    const bool pronoun = words_[w].tag.xpos == Xpos::WDT || words_[w].tag.xpos == Xpos::WP;
    if (!pronoun || words_[w].head < 0 || words_[w].relation != Deprel::nsubj || w < first_ + 2) return;
    if (words_[w - 1].form != ",") return;
    const std::uint32_t noun = w - 2;
    const auto verb = static_cast<std::uint32_t>(words_[w].head);
    const Upos upos = words_[noun].tag.upos;
    const bool stray = words_[noun].head == words_[w].head && words_[noun].relation != Deprel::nsubj_pass;
    if ((upos != Upos::PROPN && upos != Upos::NOUN) || !stray || words_[verb].relation == Deprel::acl_relcl) return;
    const std::uint32_t main = next_predicate(verb);
    if (main == none) return;
    words_[main].head = words_[verb].head;
    words_[main].relation = words_[verb].relation;
    hang(words_, noun, main, Deprel::nsubj);
    hang(words_, verb, noun, Deprel::acl_relcl);
    for (std::uint32_t k = main + 1; k < last_; ++k) {
      if (words_[k].head == static_cast<std::int32_t>(verb)) words_[k].head = static_cast<std::int32_t>(main);
    }
  }

  /// "founded the front, which fought for …": a relative clause speaks of the noun before its pronoun.
  void mend_relative_on_verb(std::uint32_t w) {
    const bool pronoun = words_[w].tag.xpos == Xpos::WDT || words_[w].tag.xpos == Xpos::WP;
    if (!pronoun || words_[w].head < 0 || w < first_ + 2) return;
    const auto clause = static_cast<std::uint32_t>(words_[w].head);
    if (clause < w || words_[clause].relation != Deprel::acl_relcl || words_[clause].head < 0) return;
    if (words_[static_cast<std::uint32_t>(words_[clause].head)].tag.upos != Upos::VERB) return;
    std::uint32_t noun = words_[w - 1].form == "," ? w - 2 : w - 1;
    while (words_[noun].tag.upos == Upos::NUM && words_[noun].head >= 0 &&
           noun > first_)  // "the agreement of 2008, which"
      noun = static_cast<std::uint32_t>(words_[noun].head);
    if (is_noun(noun) && noun < w) rehang(words_, clause, noun, Deprel::acl_relcl);
  }

  /// "welcomed the agreement and praised A": a finite verb is coordinated with a verb, and what stands behind it is its
  /// object.
  void mend_second_verb(std::uint32_t w) {
    const Word& it = words_[w];
    if (it.relation != Deprel::conj || it.head < 0 || it.tag.upos != Upos::VERB || w == first_) return;
    const bool finite = it.tag.xpos == Xpos::VBD || it.tag.xpos == Xpos::VBZ;
    const auto noun = static_cast<std::uint32_t>(it.head);
    if (!finite || !is_noun(noun) || words_[w - 1].lemma != "and") return;
    std::int32_t verb = words_[noun].head;
    while (verb >= 0 && words_[static_cast<std::uint32_t>(verb)].tag.upos != Upos::VERB)
      verb = words_[static_cast<std::uint32_t>(verb)].head;
    if (verb < 0 || !rehang(words_, w, static_cast<std::uint32_t>(verb), Deprel::conj)) return;
    for (std::uint32_t k = w + 1; k < words_.size() && k < w + 4; ++k) {
      if (words_[k].head != static_cast<std::int32_t>(noun)) continue;
      const bool phrase = words_[k].relation == Deprel::nmod || words_[k].relation == Deprel::appos;
      const Upos before = words_[k - 1].tag.upos;
      if (phrase && (k == w + 1 || before == Upos::DET)) rehang(words_, k, w, Deprel::obj);
      return;
    }
  }

  /// "welcomed | the treaty and praised A": the noun right before "and" is no subject of what follows.
  void mend_object_before_verb(std::uint32_t w) {
    const bool finite = words_[w].tag.xpos == Xpos::VBD || words_[w].tag.xpos == Xpos::VBZ;
    if (!finite || w < first_ + 4 || words_[w - 1].form != "and" || words_[w].relation != Deprel::conj) return;
    const std::uint32_t noun = w - 2;
    if (words_[noun].head != static_cast<std::int32_t>(w) || words_[noun].relation != Deprel::nsubj) return;
    std::uint32_t verb = noun;
    while (verb > first_ && words_[verb].tag.upos != Upos::VERB) --verb;
    if (words_[verb].tag.upos != Upos::VERB || !rehang(words_, w, verb, Deprel::conj)) return;
    if (!rehang(words_, noun, verb, Deprel::obj)) return;
    for (std::uint32_t k = verb + 1; k < noun; ++k) {
      if (words_[k].tag.upos == Upos::DET && words_[k].head == static_cast<std::int32_t>(verb))
        hang(words_, k, noun, Deprel::det);
    }
  }

  /// The first_ finite verb coordinated with the verb behind a comma that has no subject of its own, or `none`.
  [[nodiscard]] std::uint32_t next_predicate(std::uint32_t verb) const {
    for (std::uint32_t k = verb + 1; k < last_; ++k) {
      const Xpos xpos = words_[k].tag.xpos;
      const bool finite = xpos == Xpos::VBD || xpos == Xpos::VBZ || xpos == Xpos::VBP;
      if (!finite || words_[k].head != static_cast<std::int32_t>(verb)) continue;
      if (words_[k].relation != Deprel::conj && words_[k].relation != Deprel::parataxis) continue;
      bool own_subject = false, behind_comma = false;
      for (std::uint32_t c = verb + 1; c < last_; ++c) {
        own_subject =
            own_subject || (words_[c].head == static_cast<std::int32_t>(k) && words_[c].relation == Deprel::nsubj);
        behind_comma = behind_comma || (c < k && words_[c].form == ",");
      }
      if (!own_subject && behind_comma) return k;
    }
    return none;
  }

  /// Corrects what names show to be wrong: a person is coordinated with a person, not with the army that he commands;
  /// in "the government of A and the B" it is the government and the B that act.
  void mend_coordination(std::uint32_t w) {
    Word& it = words_[w];
    if (it.relation != Deprel::conj || it.name == none || it.head < 0) return;
    const Word& beside = words_[static_cast<std::uint32_t>(it.head)];
    const EntityType type = passage_.names[it.name].type;
    if (type == EntityType::person && !names_person(passage_, beside)) {
      std::int32_t at = beside.head;
      for (int i = 0; i < 5 && at >= 0; ++i, at = words_[static_cast<std::uint32_t>(at)].head) {
        if (names_person(passage_, words_[static_cast<std::uint32_t>(at)])) {
          it.head = at;
          return;
        }
      }
    } else if (is_body(it) && beside.name != none && beside.head >= 0 && is_place(beside) &&
               is_body(words_[static_cast<std::uint32_t>(beside.head)])) {
      it.head = beside.head;  // "the party A in B and the party C"
    } else if (beside.relation == Deprel::nmod && beside.head >= 0 && w > 0 && words_[w - 1].lemma == "the") {
      const Word& noun = words_[static_cast<std::uint32_t>(beside.head)];
      if (noun.lemma == "government" || noun.lemma == "president" || noun.lemma == "leader") it.head = beside.head;
    }
  }

  /// "by the United Kingdom, Ireland and eight parties": one state is no other name of another.
  void mend_listing(std::uint32_t w) {
    Word& it = words_[w];
    if (it.relation != Deprel::appos || it.name == none || it.head < 0 || w == 0) return;
    const Word& beside = words_[static_cast<std::uint32_t>(it.head)];
    if (beside.name == none) return;
    const Name &name = passage_.names[it.name], &other = passage_.names[beside.name];
    const bool states = name.type == EntityType::state && other.type == EntityType::state;
    if (states && name.form == other.form && name.entry != other.entry) it.relation = Deprel::conj;
  }

  /// "five days of talks in Geneva between A and B": what takes two is between them.
  void mend_between(std::uint32_t w) {
    static constexpr std::array<std::string_view, 18> taking_two = {
        "agreement",    "ceasefire", "conflict",    "deal",  "dialogue", "dispute",
        "fighting",     "meeting",   "negotiation", "pact",  "summit",   "talk",
        "negotiations", "talks",     "treaty",      "truce", "war",      "border"};
    if (words_[w].form != "between" || words_[w].head < 0) return;
    const auto side = static_cast<std::uint32_t>(words_[w].head);
    if (side < w || words_[side].relation != Deprel::nmod || words_[side].head < 0) return;
    if (is_one_of(words_[static_cast<std::uint32_t>(words_[side].head)].lemma, taking_two)) return;
    for (std::uint32_t k = w; k > first_ && k + 8 > w; --k) {
      if (!is_one_of(words_[k - 1].lemma, taking_two) || words_[k - 1].tag.upos != Upos::NOUN) continue;
      rehang(words_, side, k - 1, Deprel::nmod);
      return;
    }
  }

  /// "the implementation of the Minsk Agreement agreed by A": a participle right behind a name speaks of the name; so
  /// does one behind a comma ("the team, composed of A and B").
  void mend_participle(std::uint32_t w) {
    const Word& it = words_[w];
    if (w == first_ || it.tag.xpos != Xpos::VBN) return;
    const bool loose = it.relation == Deprel::conj || it.relation == Deprel::acl || it.relation == Deprel::advcl;
    std::uint32_t comma = w - 1;
    if (comma > first_ && (words_[comma].lemma == "both" || words_[comma].lemma == "all")) --comma;
    if (loose && comma > first_ + 1 && words_[comma].form == "," && w + 1 < words_.size() &&
        words_[w + 1].tag.upos == Upos::ADP && is_noun(comma - 1) && it.head != -1) {
      const auto head = static_cast<std::uint32_t>(it.head);
      if (head < comma) rehang(words_, w, comma - 1, Deprel::acl);
      return;
    }
    if (it.relation != Deprel::acl) return;
    const Word& before = words_[w - 1];
    if (before.name != none && before.tag.upos == Upos::PROPN) rehang(words_, w, w - 1, it.relation);
  }

  /// "A, the minister of X, backs …": a verb has one subject, and the office behind the comma says who it is.
  void mend_apposition(std::uint32_t w) {
    const Word& it = words_[w];
    if (it.tag.upos != Upos::NOUN || it.relation != Deprel::nsubj || it.head < 0) return;
    for (std::uint32_t k = first_; k + 1 < w; ++k) {
      const Word& subject = words_[k];
      if (subject.head != it.head || subject.relation != Deprel::nsubj || !names_person(passage_, subject)) continue;
      if (words_[k + 1].form != ",") continue;
      rehang(words_, w, k, Deprel::appos);
      return;
    }
  }

  /// "received the President of A, B, and the Prime Minister of C, D": the person behind the comma holds the office.
  void mend_office_holder(std::uint32_t w) {
    static constexpr std::array<std::string_view, 14> offices = {
        "president", "minister",  "secretary", "chancellor", "king", "premier", "leader",
        "chief",     "commander", "director",  "ambassador", "head", "envoy",   "governor"};
    if (!names_person(passage_, words_[w]) || w < first_ + 4 || words_[w - 1].form != "," ||
        words_[w].relation == Deprel::appos)
      return;
    if (words_[w - 2].name == none) return;
    std::uint32_t of = w - 3;
    if (words_[of].tag.upos == Upos::DET && of > first_) --of;
    if (words_[of].form != "of" || of == first_) return;
    if (!is_one_of(lower(words_[of - 1].form), offices) || words_[w].relation != Deprel::conj) return;
    rehang(words_, w, of - 1, Deprel::appos);
  }

  [[nodiscard]] bool is_body(const Word& word) const {
    if (word.name == none) return false;
    const EntityType type = passage_.names[word.name].type;
    return type == EntityType::organization || type == EntityType::armed_group;
  }
  [[nodiscard]] bool is_place(const Word& word) const {
    return word.name != none && passage_.names[word.name].type == EntityType::territory;
  }

  Passage& passage_;
  std::vector<Word>& words_;
  std::uint32_t first_, last_;
};

}  // namespace

void mend_tree(Passage& passage, std::uint32_t first, std::uint32_t last) {
  TreeMender(passage, first, last).run();
}

}  // namespace entente::prose
