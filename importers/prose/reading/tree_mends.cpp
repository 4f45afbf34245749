#include "prose/reading/tree_mends.hpp"

#include <algorithm>
#include <array>

#include "prose/language/calendar.hpp"
#include "prose/language/characters.hpp"
#include "prose/reading/tree_edits.hpp"

namespace entente::prose {
namespace {

class TreeMender {
 public:
  TreeMender(Passage& passage, std::uint32_t first, std::uint32_t last)
      : passage_(passage), words_(passage.words), first_(first), last_(last) {}

  void run() {
    for (std::uint32_t w = first_; w < last_; ++w) {
      mend_recipient(w);
      mend_only_object(w);
      mend_late_object(w);
      mend_gerund(w);
      mend_possession(w);
      mend_particle(w);
      mend_duty(w);
      mend_second_deed(w);
      mend_year_of_noun(w);
      mend_control(w);
      mend_lost_subject(w);
      mend_comparison(w);
      mend_share_of_them(w);
      mend_being_among(w);
      mend_late_time(w);
      mend_under_text(w);
      mend_label(w);
      mend_dated_subject(w);
      mend_split_subject(w);
      mend_object_before_and(w);
      mend_gift(w);
      mend_subject_behind_opening(w);
      mend_named_holders(w);
    }
    for (std::uint32_t w = first_; w < last_; ++w) {
      mend_relative_on_verb(w);
      mend_who(w);
      mend_coordination(w);
      mend_listing(w);
      mend_parallel(w);
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

  /// "stressed that rights mattered, and encouraged A to talk": behind the comma the main clause goes on.
  void mend_second_deed(std::uint32_t w) {
    const Word& it = words_[w];
    if (it.tag.xpos != Xpos::VBD || it.relation != Deprel::conj || it.head < 0 || w < first_ + 3) return;
    if (words_[w - 1].form != "and" || has_subject(w)) return;
    if (words_[w - 2].form != "," && !only_persons_do(w)) return;
    auto verb = static_cast<std::uint32_t>(it.head);
    if (words_[verb].relation == Deprel::xcomp && words_[verb].head >= 0)
      verb = static_cast<std::uint32_t>(words_[verb].head);
    if (words_[verb].relation != Deprel::ccomp || words_[verb].head < 0 || child(verb, Deprel::mark) == none) return;
    const auto main = static_cast<std::uint32_t>(words_[verb].head);
    if (words_[main].tag.xpos == Xpos::VBD && main < verb) rehang(words_, w, main, Deprel::conj);
  }

  /// "stressed that there was no solution and expressed support": what is no person does not express.
  [[nodiscard]] bool only_persons_do(std::uint32_t verb) const {
    static constexpr std::array<std::string_view, 12> speaking = {"appeal", "call",     "condemn",   "express",
                                                                  "praise", "reaffirm", "reiterate", "thank",
                                                                  "urge",   "voice",    "warn",      "welcome"};
    const auto content = static_cast<std::uint32_t>(words_[verb].head);
    const std::uint32_t subject = child(content, Deprel::nsubj);
    const bool nobody = child(content, Deprel::expl) != none ||
                        (subject != none && words_[subject].name == none && words_[subject].tag.upos == Upos::NOUN);
    return nobody && is_one_of(std::string_view(words_[verb].lemma), speaking);
  }

  /// "at the summit of 2021 A met B": the year says which summit.
  void mend_year_of_noun(std::uint32_t w) {
    if (words_[w].form != "of" || w == first_ || w + 1 >= last_ || !is_noun(w - 1)) return;
    if (words_[w + 1].tag.upos != Upos::NUM || words_[w + 1].head < 0) return;
    const Word& head = words_[static_cast<std::uint32_t>(words_[w + 1].head)];
    if (head.tag.upos != Upos::VERB || !rehang(words_, w + 1, w - 1, Deprel::nmod)) return;
    hang(words_, w, w + 1, Deprel::case_);
  }

  /// "A is to leave": its copula is an auxiliary.
  void mend_duty(std::uint32_t w) {
    if (words_[w].tag.xpos != Xpos::VB) return;
    const std::uint32_t copula = child(w, Deprel::cop), subject = child(w, Deprel::nsubj_outer);
    if (copula == none || copula + 1 >= w || words_[copula + 1].form != "to") return;
    words_[copula].relation = Deprel::aux;
    if (subject != none) words_[subject].relation = Deprel::nsubj;
  }

  /// "should propose to A a new process": what stands behind the recipient without a comma is the object.
  void mend_late_object(std::uint32_t w) {
    const Word& it = words_[w];
    if (it.relation != Deprel::appos || it.head < 0 || it.tag.upos != Upos::NOUN) return;
    const auto recipient = static_cast<std::uint32_t>(it.head);
    const std::uint32_t determiner = child(w, Deprel::det);
    if (words_[recipient].relation != Deprel::obl || words_[recipient].head < 0) return;
    if (determiner != recipient + 1 || words_[determiner].lemma != "a") return;
    const auto verb = static_cast<std::uint32_t>(words_[recipient].head);
    if (words_[verb].tag.upos == Upos::VERB && child(verb, Deprel::obj) == none) hang(words_, w, verb, Deprel::obj);
  }

  /// "A, which has close ties with B": what has an object is no auxiliary.
  void mend_possession(std::uint32_t w) {
    Word& it = words_[w];
    const bool helps = it.relation == Deprel::aux || it.relation == Deprel::aux_pass || it.relation == Deprel::cop;
    if (it.tag.upos == Upos::AUX && it.lemma == "have" && !helps && child(w, Deprel::obj) != none)
      it.tag.upos = Upos::VERB;
  }

  /// "denies arming A": the gerund right behind the verb is what is denied.
  void mend_gerund(std::uint32_t w) {
    static constexpr std::array<std::string_view, 12> verbs = {"admit",    "avoid", "begin",  "consider",
                                                               "continue", "deny",  "oppose", "recommend",
                                                               "risk",     "start", "stop",   "suggest"};
    const Word& it = words_[w];
    if (it.tag.xpos != Xpos::VBG || it.relation != Deprel::advcl || w == first_) return;
    if (it.head == static_cast<std::int32_t>(w - 1) && is_one_of(std::string_view(words_[w - 1].lemma), verbs))
      words_[w].relation = Deprel::xcomp;
  }

  /// "urged A to leave", "told A that …": who has no object beside is the object.
  void mend_only_object(std::uint32_t w) {
    Word& it = words_[w];
    if (it.relation != Deprel::iobj || it.head < 0) return;
    if (child(static_cast<std::uint32_t>(it.head), Deprel::obj) == none) it.relation = Deprel::obj;
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

  /// "under President A Argentina agreed", "said in part A is interested": a name right before a predicate that lacks a
  /// subject is its subject.
  void mend_lost_subject(std::uint32_t w) {
    const Word& it = words_[w];
    const bool loose = it.relation == Deprel::flat || (it.relation == Deprel::nmod && child(w, Deprel::case_) == none);
    if (!loose || it.name == none || w == first_) return;
    std::uint32_t k = w + 1;
    while (k < last_ && words_[k].form == "\"") ++k;
    if (k >= last_ || !is_finite_verb(k)) return;
    const bool helps = words_[k].relation == Deprel::cop || words_[k].relation == Deprel::aux;
    if (helps && words_[k].head < static_cast<std::int32_t>(k)) return;
    const std::uint32_t predicate = helps ? static_cast<std::uint32_t>(words_[k].head) : k;
    free_subject(predicate, w);
    if (!has_subject(predicate)) rehang(words_, w, predicate, Deprel::nsubj);
  }
  /// "released a statement that said in part | A is interested": the noun behind the verb is its object.
  void free_subject(std::uint32_t predicate, std::uint32_t before) {
    const std::uint32_t subject = child(predicate, Deprel::nsubj);
    if (subject == none || subject > before || words_[predicate].relation != Deprel::ccomp) return;
    const auto verb = static_cast<std::uint32_t>(words_[predicate].head);
    const bool behind = verb < subject && child(subject, Deprel::acl_relcl) != none;
    if (behind && child(verb, Deprel::obj) == none) rehang(words_, subject, verb, Deprel::obj);
  }

  /// "A, which like B claims the islands": who has a preposition is no subject; the pronoun is.
  void mend_comparison(std::uint32_t w) {
    if (words_[w].relation != Deprel::nsubj || words_[w].head < 0) return;
    const std::uint32_t preposition = child(w, Deprel::case_);
    if (preposition == none || (words_[preposition].lemma != "like" && words_[preposition].lemma != "unlike")) return;
    const auto verb = static_cast<std::uint32_t>(words_[w].head);
    words_[w].relation = Deprel::obl;
    const std::uint32_t pronoun = child(verb, Deprel::obj);
    if (pronoun < w && (words_[pronoun].tag.xpos == Xpos::WDT || words_[pronoun].tag.xpos == Xpos::WP))
      words_[pronoun].relation = Deprel::nsubj;
  }

  /// "A is among the five that have left": what stands behind the preposition is the predicate, of which the clause
  /// tells.
  void mend_being_among(std::uint32_t w) {
    if (words_[w].relation != Deprel::aux_pass || words_[w].head < 0 || w + 1 >= last_) return;
    if (words_[w + 1].form != "among" && words_[w + 1].form != "one") return;
    const auto verb = static_cast<std::uint32_t>(words_[w].head);
    std::uint32_t pronoun = w + 2;
    while (pronoun < verb && words_[pronoun].tag.xpos != Xpos::WDT && words_[pronoun].tag.xpos != Xpos::WP) ++pronoun;
    const std::uint32_t subject = child(verb, Deprel::nsubj_pass);
    if (pronoun >= verb || subject == none || subject > w) return;
    const std::uint32_t noun = words_[w + 1].form == "one" ? w + 1 : pronoun - 1;
    if (words_[noun].head < 0) return;
    const std::int32_t above = words_[verb].head;
    const Deprel relation = words_[verb].relation;
    words_[noun].head = above, words_[noun].relation = relation;
    words_[verb].head = static_cast<std::int32_t>(noun), words_[verb].relation = Deprel::acl_relcl;
    words_[w].head = static_cast<std::int32_t>(noun), words_[w].relation = Deprel::cop;
    words_[subject].head = static_cast<std::int32_t>(noun), words_[subject].relation = Deprel::nsubj;
  }

  /// "initialled an agreement meant to end A, after ten rounds of talks": behind the comma the main clause goes on.
  void mend_late_time(std::uint32_t w) {
    if (words_[w].lemma != "after" && words_[w].lemma != "following") return;
    if (words_[w].relation != Deprel::case_ || words_[w].head < 0 || w == first_ || words_[w - 1].form != ",") return;
    const auto noun = static_cast<std::uint32_t>(words_[w].head);
    if (words_[noun].relation != Deprel::obl || words_[noun].head < 0) return;
    auto verb = static_cast<std::uint32_t>(words_[noun].head);
    const std::uint32_t low = verb;
    while (verb < w && words_[verb].head >= 0 && !is_finite_verb(verb) &&
           words_[static_cast<std::uint32_t>(words_[verb].head)].head != static_cast<std::int32_t>(verb))
      verb = static_cast<std::uint32_t>(words_[verb].head);
    if (verb != low && verb < w && is_finite_verb(verb)) rehang(words_, noun, verb, Deprel::obl);
  }

  /// "Under Article 4 A undertook …": the text is where it stands, not a part of the name behind it.
  void mend_under_text(std::uint32_t w) {
    if (words_[w].name == none || w == first_ || words_[w].head < 0) return;
    const Word& preposition = words_[w - 1];
    if (preposition.form != "Under" && preposition.form != "under" && preposition.form != "In") return;
    const EntityType type = passage_.names[words_[w].name].type;
    if (type != EntityType::provision && type != EntityType::agreement) return;
    auto above = static_cast<std::uint32_t>(words_[w].head);
    if (words_[w].relation == Deprel::compound && above == w + 1 && words_[above].name != none &&
        words_[above].head >= 0)
      above = static_cast<std::uint32_t>(words_[above].head);
    else if (words_[w].relation != Deprel::nsubj)
      return;
    if (words_[above].tag.upos != Upos::VERB || !rehang(words_, w, above, Deprel::obl)) return;
    hang(words_, w - 1, w, Deprel::case_);
  }

  /// "A: welcomes the text and calls on B …": who is named before the colon does it.
  void mend_label(std::uint32_t w) {
    if (w != first_ || words_[w].name == none || w + 2 >= last_ || words_[w + 1].form != ":") return;
    for (std::uint32_t verb = w + 2; verb < last_ && verb < w + 5; ++verb) {
      if (!is_finite_verb(verb)) continue;
      if (words_[verb].tag.upos == Upos::VERB && !has_subject(verb) && verb == w + 2) {
        if (words_[w].head < 0) words_[verb].head = -1, words_[verb].relation = Deprel::root;
        rehang(words_, w, verb, Deprel::nsubj);
      }
      return;
    }
  }

  /// "On 3 April A met B": the month is not who meets.
  void mend_dated_subject(std::uint32_t w) {
    const bool loose =
        words_[w].relation == Deprel::flat || words_[w].relation == Deprel::appos || words_[w].relation == Deprel::nmod;
    if (!loose || words_[w].name == none || words_[w].head < 0) return;
    const auto month = static_cast<std::uint32_t>(words_[w].head);
    const bool dates = words_[month].relation == Deprel::nsubj && month < w && month > first_ &&
                       month_named(words_[month].form) != 0 && words_[month - 1].tag.upos == Upos::NUM;
    if (!dates || words_[month].head < static_cast<std::int32_t>(w)) return;
    hang(words_, w, static_cast<std::uint32_t>(words_[month].head), Deprel::nsubj);
    rehang(words_, month, month - 1, Deprel::nmod_unmarked);
  }

  /// "A, the president of C, and B, who leads D, resumed talks": both are the subject of the verb.
  void mend_split_subject(std::uint32_t w) {
    const Word& it = words_[w];
    if (it.relation != Deprel::conj || it.head < 0 || !is_finite_verb(w)) return;
    const auto noun = static_cast<std::uint32_t>(it.head);
    const std::uint32_t subject = child(w, Deprel::nsubj), conjunction = child(w, Deprel::cc);
    if (words_[noun].name == none || words_[noun].relation != Deprel::root || child(noun, Deprel::cop) != none) return;
    if (subject == none || conjunction == none || words_[subject].name == none || conjunction > subject) return;
    words_[w].head = -1, words_[w].relation = Deprel::root;
    hang(words_, noun, w, Deprel::nsubj);
    hang(words_, subject, noun, Deprel::conj);
    hang(words_, conjunction, subject, Deprel::cc);
  }

  /// "Under pressure from A, the government of B and the C signed …": no other names of A, but who signed.
  void mend_subject_behind_opening(std::uint32_t w) {
    const Word& it = words_[w];
    if (it.relation != Deprel::appos || it.head < 0 || words_[first_].tag.upos != Upos::ADP) return;
    const auto noun = static_cast<std::uint32_t>(it.head);
    std::uint32_t verb = w + 1;
    while (verb < last_ && !is_finite_verb(verb) && words_[verb].form != ",") ++verb;
    if (noun > w || verb >= last_ || !is_finite_verb(verb) || words_[verb].relation != Deprel::root) return;
    if (has_subject(verb) || !stands_below(words_, noun, verb)) return;
    std::uint32_t comma = w;
    while (comma > noun && words_[comma].form != ",") --comma;
    if (comma == noun || !rehang(words_, w, verb, Deprel::nsubj)) return;
    for (std::uint32_t k = w + 1; k < verb; ++k) {
      if (depends(k, noun, Deprel::conj)) rehang(words_, k, w, Deprel::conj);
    }
  }

  /// "A cannot leave B, and C and D cannot …": the name right behind the verb is its object, not the first of the next
  /// clause's subjects.
  void mend_object_before_and(std::uint32_t w) {
    const Word& it = words_[w];
    if (it.relation != Deprel::nsubj || it.name == none || it.head < 0 || w < first_ + 2 || w + 3 >= last_) return;
    if (words_[w - 1].tag.upos != Upos::VERB || words_[w + 1].form != "," || words_[w + 2].form != "and") return;
    const auto next = static_cast<std::uint32_t>(it.head);
    if (next < w || child(w - 1, Deprel::obj) != none || words_[w + 3].name == none) return;
    std::vector<std::uint32_t> others;
    for (std::uint32_t k = w + 3; k < next; ++k) {
      if (depends(k, w, Deprel::conj)) others.push_back(k);
    }
    if (others.empty() || stands_below(words_, w - 1, w)) return;
    hang(words_, w, w - 1, Deprel::obj);
    hang(words_, others.front(), next, Deprel::nsubj);
    for (std::size_t i = 1; i < others.size(); ++i) hang(words_, others[i], others.front(), Deprel::conj);
    hang(words_, w + 2, next, Deprel::cc);
  }

  /// "granted A 20 million euros": two things named side by side behind such a verb are whom and what it gives.
  void mend_gift(std::uint32_t w) {
    static constexpr std::array<std::string_view, 9> giving = {"give", "grant", "lend",  "offer",  "pay",
                                                               "sell", "send",  "award", "promise"};
    const Word& it = words_[w];
    if (it.head < 0 || !is_noun(w) || it.name != none) return;
    if (it.relation == Deprel::obj &&
        is_one_of(std::string_view(words_[static_cast<std::uint32_t>(it.head)].lemma), giving)) {
      const std::uint32_t first = child(static_cast<std::uint32_t>(it.head), Deprel::obj);
      if (first < w && words_[first].name != none) words_[first].relation = Deprel::iobj;
      return;
    }
    if (it.relation != Deprel::conj) return;
    const auto whom = static_cast<std::uint32_t>(it.head);
    if (words_[whom].relation != Deprel::obj || words_[whom].name == none || words_[whom].head < 0) return;
    const auto verb = static_cast<std::uint32_t>(words_[whom].head);
    if (!is_one_of(std::string_view(words_[verb].lemma), giving) || child(w, Deprel::cc) != none) return;
    for (std::uint32_t k = whom + 1; k < w; ++k) {
      if (words_[k].form == ",") return;
    }
    hang(words_, w, verb, Deprel::obj);
    words_[whom].relation = Deprel::iobj;
  }

  /// "A and B, both of whom had been indicted": the share is the subject, not a determiner of the verb.
  void mend_share_of_them(std::uint32_t w) {
    const Word& it = words_[w];
    const bool share = it.relation == Deprel::det || it.relation == Deprel::advmod || it.relation == Deprel::obl;
    if (!share || it.head < 0 || w + 2 >= last_ || words_[w + 1].form != "of") return;
    if (words_[w + 2].lemma != "whom" && words_[w + 2].lemma != "which" && words_[w + 2].lemma != "who") return;
    const auto verb = static_cast<std::uint32_t>(it.head);
    if (words_[verb].tag.upos != Upos::VERB || verb < w || has_subject(verb)) return;
    words_[w].relation = child(verb, Deprel::aux_pass) != none ? Deprel::nsubj_pass : Deprel::nsubj;
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

  /// "the envoy for A, who led the talks": not a state but the person before it is who did.
  void mend_who(std::uint32_t w) {
    if (words_[w].tag.xpos != Xpos::WP || words_[w].lemma != "who" || words_[w].head < 0) return;
    const auto clause = static_cast<std::uint32_t>(words_[w].head);
    if (words_[clause].relation != Deprel::acl_relcl || words_[clause].head < 0) return;
    const auto noun = static_cast<std::uint32_t>(words_[clause].head);
    if (words_[noun].name == none || names_person(passage_, words_[noun])) return;
    const EntityType type = passage_.names[words_[noun].name].type;
    if (type != EntityType::state && type != EntityType::territory && type != EntityType::organization) return;
    std::int32_t at = words_[noun].head;
    while (at >= 0 && words_[noun].relation == Deprel::nmod && !is_noun(static_cast<std::uint32_t>(at)))
      at = words_[static_cast<std::uint32_t>(at)].head;
    if (at >= 0 && words_[noun].relation == Deprel::nmod && static_cast<std::uint32_t>(at) < noun)
      rehang(words_, clause, static_cast<std::uint32_t>(at), Deprel::acl_relcl);
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

  /// "a draft treaty on guarantees and a draft agreement": what is introduced in the same words stands beside it.
  void mend_parallel(std::uint32_t w) {
    const Word& it = words_[w];
    if (it.relation != Deprel::conj || it.head < 0 || it.tag.upos != Upos::NOUN) return;
    const Word& beside = words_[static_cast<std::uint32_t>(it.head)];
    if (beside.relation != Deprel::nmod || beside.head < 0) return;
    const auto above = static_cast<std::uint32_t>(beside.head);
    const std::uint32_t determiner = child(w, Deprel::det), other = child(above, Deprel::det);
    if (determiner == none || other == none || words_[determiner].lemma != "a" || words_[other].lemma != "a") return;
    if (child(static_cast<std::uint32_t>(it.head), Deprel::det) != none || words_[above].tag.upos != Upos::NOUN) return;
    const std::uint32_t modifier = child(w, Deprel::compound), same = child(above, Deprel::compound);
    if (modifier == none || same == none || words_[modifier].lemma != words_[same].lemma) return;
    const std::int32_t left = it.head;
    if (!rehang(words_, w, above, Deprel::conj)) return;
    for (std::uint32_t k = w + 1; k < last_; ++k) {  // what follows is said of it
      if (words_[k].head == left) words_[k].head = static_cast<std::int32_t>(w);
    }
  }

  /// "by the United Kingdom, Ireland and eight parties", "by A, B of C and D": one state or person is no other name of
  /// another.
  void mend_listing(std::uint32_t w) {
    Word& it = words_[w];
    if (it.relation != Deprel::appos || it.name == none || it.head < 0) return;
    const Word& beside = words_[static_cast<std::uint32_t>(it.head)];
    if (beside.name == none) return;
    const Name &name = passage_.names[it.name], &other = passage_.names[beside.name];
    const bool same_kind = name.type == other.type && name.form == other.form;
    const bool listed = name.type == EntityType::state || name.type == EntityType::person;
    if (same_kind && listed && name.canonical != other.canonical) it.relation = Deprel::conj;
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
    if (before.name == none || before.tag.upos != Upos::PROPN) return;
    rehang(words_, w, held_at(w) ? static_cast<std::uint32_t>(before.head) : w - 1, it.relation);
  }

  /// "talks in Brussels chaired by A": it is not the place that is chaired.
  [[nodiscard]] bool held_at(std::uint32_t participle) const {
    static constexpr std::array<std::string_view, 14> holding = {
        "attend",  "broker",   "chair",     "convene", "facilitate", "host",     "lead",
        "mediate", "moderate", "negotiate", "observe", "organise",   "organize", "sponsor"};
    const Word& place = words_[participle - 1];
    return place.relation == Deprel::nmod && is_one_of(std::string_view(words_[participle].lemma), holding) &&
           passage_.names[place.name].type == EntityType::territory && is_noun(static_cast<std::uint32_t>(place.head));
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
