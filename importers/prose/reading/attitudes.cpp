#include "prose/reading/attitudes.hpp"

#include <algorithm>
#include <array>

#include "prose/language/characters.hpp"
#include "prose/reading/fillers.hpp"
#include "prose/reading/tables.hpp"

namespace entente::prose {
namespace {

constexpr int highest = 14;  // how many heads are climbed

constexpr std::array<std::string_view, 16> attitude_names = {
    "neutral",  "says",    "thinks", "plans",    "proposes", "demands", "threatens", "fears",
    "possible", "refuses", "denies", "prevents", "fails",    "wants",   "achieves",  "accuses"};

bool is_conditional_marker(std::string_view lemma) {
  return lemma == "if" || lemma == "unless" || lemma == "whether" || lemma == "lest" || lemma == "provided" ||
         lemma == "once" || lemma == "until" || lemma == "till";
}

/// Verbs by which something is said, as a source for what follows.
bool speaks(Attitude attitude) {
  return attitude == Attitude::says || attitude == Attitude::thinks || attitude == Attitude::demands ||
         attitude == Attitude::proposes || attitude == Attitude::threatens || attitude == Attitude::denies;
}

struct Mood {
  Polarity polarity = Polarity::positive;
  Modality modality = Modality::actual;
  std::uint32_t source = none;
  bool would = false;  ///< the modality stems from a bare "would"

  void negate() { polarity = polarity == Polarity::positive ? Polarity::negative : Polarity::positive; }
  void weaken(Modality to) {
    if (modality == Modality::actual) modality = to;
  }
};

class AttitudeReader {
 public:
  AttitudeReader(Passage& passage, const Tree& tree, const Roles& roles, const AttitudeLexicon& lexicon)
      : passage_(passage), tree_(tree), roles_(roles), lexicon_(lexicon) {}

  void run() {
    attach_times();
    writer_ = writer_in_first_person();
    for (const Sentence& sentence : passage_.sentences) read(sentence);
  }

 private:
  /// Who signs a text that says "I", or "we" over and over: what it proposes, they propose. `none` for other texts.
  [[nodiscard]] std::uint32_t writer_in_first_person() const {
    constexpr std::size_t often = 4;
    std::size_t singular = 0, plural = 0;
    for (const Sentence& sentence : passage_.sentences) {
      bool quoted = sentence.opens_inside_quotation;
      for (std::uint32_t w = sentence.first_word; w < sentence.last_word; ++w) {
        const std::string_view form = passage_.words[w].form, lemma = passage_.words[w].lemma;
        quoted = quoted_after(form, quoted);
        if (quoted || passage_.words[w].tag.upos != Upos::PRON) continue;
        if (form == "I" || lemma == "my" || lemma == "me") ++singular;
        if (form == "we" || form == "We" || form == "our" || form == "Our" || form == "us") ++plural;
      }
    }
    return singular > 1 || plural >= often ? author_of(passage_) : none;
  }

  void read(const Sentence& sentence) {
    const Credit credit = credit_in(sentence);
    note_speaker(sentence);
    if (credit.who != none) speaker_ = credit.who;
    const std::string_view first = passage_.words[sentence.first_word].form;
    bool quoted = sentence.opens_inside_quotation;
    bool whole_quotation = quoted || first == "\"" || first == "“";  // not a few quoted words
    const bool point = is_point_without_verb(sentence);
    const Modality listed = mood_of_list(sentence);
    for (std::uint32_t w = sentence.first_word; w < sentence.last_word; ++w) {
      Word& it = passage_.words[w];
      const bool was_quoted = quoted;
      quoted = quoted_after(it.form, quoted);
      if (quoted && !was_quoted && w > sentence.first_word) {  // said, “…”
        const std::string_view before = passage_.words[w - 1].form;
        whole_quotation = before == "," || before == ":";
      }
      const Upos upos = it.tag.upos;
      if (upos != Upos::VERB && upos != Upos::NOUN && upos != Upos::ADJ && upos != Upos::AUX && upos != Upos::PROPN)
        continue;
      Mood mood = mood_of(w);
      if (point) mood.weaken(Modality::proposed);
      if (listed != Modality::actual && says_main_thing(w)) mood.weaken(listed);
      if (mood.source == none && credit.who != none && is_below(w, credit.predicate)) mood.source = credit.who;
      if (mood.source == none && quoted && whole_quotation) mood.source = speaker_;
      if (mood.source == none && mood.modality == Modality::proposed) mood.source = writer_;
      it.polarity = mood.polarity;
      it.modality = mood.modality;
      it.source = mood.source;
    }
  }

  /// "We recommend that" before a list: what the mood of its items is; `actual` for other sentences.
  Modality mood_of_list(const Sentence& sentence) {
    const bool item = passage_.blocks[sentence.block].item;
    if (!item) list_mood_ = Modality::actual;
    const std::uint32_t last = sentence.last_word - 1;
    const std::string_view end = passage_.words[last].form;
    const std::string_view before = last > sentence.first_word ? passage_.words[last - 1].form : std::string_view();
    const bool opens = end == "that" || end == "to" || (end == ":" && (before == "that" || before == "to"));
    if (item || !opens) return item ? list_mood_ : Modality::actual;
    for (std::uint32_t w = sentence.first_word; w < sentence.last_word; ++w) {
      if (!tree_.is_verb(w)) continue;
      const Attitude attitude = lexicon_.of(passage_.words[w].lemma, Upos::VERB);
      if (attitude == Attitude::proposes) list_mood_ = Modality::proposed;
      if (attitude == Attitude::demands) list_mood_ = Modality::demanded;
    }
    return Modality::actual;
  }

  /// Whether the word stands in no clause that only describes something.
  [[nodiscard]] bool says_main_thing(std::uint32_t w) const {
    for (int i = 0; i < highest && w != none; ++i, w = tree_.head(w)) {
      const Deprel relation = passage_.words[w].relation;
      if (relation == Deprel::acl || relation == Deprel::acl_relcl || relation == Deprel::parataxis) return false;
    }
    return true;
  }

  /// "First, a moratorium on …": a point of a list of what ought to be done.
  [[nodiscard]] bool is_point_without_verb(const Sentence& sentence) const {
    static constexpr std::array<std::string_view, 9> ordinals = {"First",   "Second",  "Third",    "Fourth", "Fifth",
                                                                 "Finally", "Firstly", "Secondly", "Thirdly"};
    if (sentence.last_word - sentence.first_word < 4 || passage_.words[sentence.first_word + 1].form != ",")
      return false;
    if (!is_one_of(passage_.words[sentence.first_word].form, ordinals)) return false;
    for (std::uint32_t w = sentence.first_word; w < sentence.last_word; ++w) {
      if (tree_.head(w) == none && passage_.words[w].relation == Deprel::root) return tree_.is_noun(w);
    }
    return false;
  }

  // --- sources ------------------------------------------------------------------------------------------------------

  /// Whoever "according to" names, and the predicate that is theirs.
  struct Credit {
    std::uint32_t who = none, predicate = none;
  };
  [[nodiscard]] Credit credit_in(const Sentence& sentence) const {
    for (std::uint32_t w = sentence.first_word; w < sentence.last_word; ++w) {
      const Word& it = passage_.words[w];
      if (it.relation != Deprel::obl && it.relation != Deprel::nmod) continue;
      if (!tree_.preposition(w).starts_with("accord")) continue;
      if (const std::uint32_t who = speaker_at(w); who != none) return {who, tree_.head(w)};
    }
    return {};
  }

  [[nodiscard]] bool is_below(std::uint32_t w, std::uint32_t above) const {
    if (above == none || !tree_.is_verb(above)) return true;
    for (std::uint32_t at = w; at != none; at = tree_.head(at)) {
      if (at == above) return true;
    }
    return false;
  }

  /// The referent of a word, or of the one whose statement, read-out or spokesman it is.
  [[nodiscard]] std::uint32_t speaker_at(std::uint32_t w) const {
    const std::uint32_t own = passage_.words[w].referent;
    if (own != none && is_actor(passage_.referents[own].type) && passage_.referents[own].members.empty()) return own;
    for (const std::uint32_t p : roles_.possessors(w)) {
      const std::uint32_t r = passage_.words[p].referent;
      if (r != none && is_actor(passage_.referents[r].type)) return r;
    }
    return none;
  }

  /// Who does the saying that a verb or noun names.
  [[nodiscard]] std::uint32_t subject_speaker(std::uint32_t verb) const {
    for (const std::uint32_t s : roles_.subjects(verb)) {
      if (const std::uint32_t who = speaker_at(s); who != none) return who;
    }
    if (tree_.is_verb(verb)) return none;
    if (const std::uint32_t who = speaker_at(verb); who != none) return who;  // "Russia's concern that …"
    for (std::string_view preposition : {"by", "of", "from"}) {               // "statements by ministers that …"
      for (const std::uint32_t s : roles_.with_preposition(verb, preposition)) {
        if (const std::uint32_t who = speaker_at(s); who != none) return who;
      }
    }
    return none;
  }

  /// The last one in the sentence who says something or issues a statement: quotations that follow are theirs.
  void note_speaker(const Sentence& sentence) {
    for (std::uint32_t w = sentence.first_word; w < sentence.last_word; ++w) {
      if (!lexicon_.is_speech(passage_.words[w])) continue;
      if (const std::uint32_t who = subject_speaker(w); who != none && !inside_quotation(sentence, w)) speaker_ = who;
    }
  }

  [[nodiscard]] bool inside_quotation(const Sentence& sentence, std::uint32_t word) const {
    bool quoted = sentence.opens_inside_quotation;
    for (std::uint32_t w = sentence.first_word; w < word; ++w) quoted = quoted_after(passage_.words[w].form, quoted);
    return quoted;
  }

  // --- moods
  // ----------------------------------------------------------------------------------------------------------

  [[nodiscard]] Mood mood_of(std::uint32_t w) const {
    Mood mood;
    apply_local(w, mood, true);
    bool mood_counts = true;
    std::uint32_t at = w;
    for (int i = 0; i < highest; ++i) {
      if (mood.source == none) mood.source = source_beside(at);
      const std::uint32_t governor = tree_.head(at);
      if (governor == none) break;
      if (mood.source == none && is_charge(at, governor)) mood.source = subject_speaker(verb_of_charge(governor));
      climb(at, governor, mood, mood_counts, tree_.is_noun(w) && (at == w || passage_.words[at].lemma == "basis"));
      at = governor;
    }
    if (mood.polarity == Polarity::negative && is_background(w)) {
      mood.polarity = Polarity::positive;
      mood.modality = Modality::actual;
    }
    if (is_answer(w)) mood.weaken(Modality::proposed);
    if (mood.source == none) mood.source = source_of_cleft(w);
    if (mood.source == none && tree_.head(w) != none) mood.source = source_of_cleft(tree_.head(w));
    const bool accompanies = passage_.words[w].relation == Deprel::advcl && passage_.words[w].tag.xpos == Xpos::VBG &&
                             tree_.child(w, {Deprel::mark}) == none;
    if (accompanies && tree_.head(w) != none)
      mood.weaken(mood_of(tree_.head(w)).modality);  // "will table a draft endorsing it"
    const std::uint32_t noun = tree_.head(w);
    const bool participle = passage_.words[w].relation == Deprel::acl && tree_.child(w, {Deprel::mark}) == none;
    if (participle && noun != none && passage_.words[noun].relation == Deprel::nsubj && tree_.head(noun) != none) {
      borrow_modality(tree_.head(noun), mood);  // "talks involving A and B will begin"
    }
    return mood;
  }

  /// "failed to ratify it after the clash", "did not meet despite the truce": what it is told beside has happened.
  [[nodiscard]] bool is_background(std::uint32_t noun) const {
    static constexpr std::array<std::string_view, 5> prepositions = {"after", "following", "despite", "amid", "since"};
    return tree_.is_noun(noun) && passage_.words[noun].relation == Deprel::obl &&
           is_one_of(std::string_view(tree_.preposition(noun)), prepositions);
  }

  /// "Autonomy is the only solution": what is said to be a way out is proposed.
  [[nodiscard]] bool is_answer(std::uint32_t noun) const {
    static constexpr std::array<std::string_view, 8> answers = {"alternative", "answer", "cure",     "goal",
                                                                "option",      "remedy", "solution", "way"};
    const std::uint32_t head = tree_.head(noun);
    return tree_.is_noun(noun) && passage_.words[noun].relation == Deprel::nsubj && head != none &&
           tree_.is_noun(head) && tree_.child(head, {Deprel::cop}) != none &&
           is_one_of(std::string_view(passage_.words[head].lemma), answers);
  }

  /// "B, A warned, could invade C": who says so in the middle of the clause, or `none`.
  [[nodiscard]] std::uint32_t source_beside(std::uint32_t w) const {
    for (const std::uint32_t c : tree_.children(w)) {
      const Word& it = passage_.words[c];
      if (it.relation != Deprel::parataxis || !tree_.is_verb(c) || tree_.is_passive(c)) continue;
      const std::uint32_t subject = tree_.child(c, {Deprel::nsubj});
      const bool bare = tree_.child(c, {Deprel::obj, Deprel::ccomp, Deprel::xcomp}) == none;
      if (subject != none && bare && speaks(lexicon_.of(it.lemma, it.tag.upos))) return subject_speaker(c);
    }
    return none;
  }

  /// "One thing that A has made clear is that …": who says what the word is the predicate of, or `none`.
  [[nodiscard]] std::uint32_t source_of_cleft(std::uint32_t w) const {
    const std::uint32_t thing = tree_.child(w, {Deprel::nsubj_outer, Deprel::csubj_outer});
    if (thing == none) return none;
    const std::uint32_t said = tree_.is_verb(thing) ? thing : tree_.child(thing, {Deprel::acl_relcl});
    if (said == none) return none;
    const bool speaks_out = tree_.has_child_lemma(said, {"clear"}) ||
                            speaks(lexicon_.of(passage_.words[said].lemma, passage_.words[said].tag.upos));
    return speaks_out ? subject_speaker(said) : none;
  }

  /// "accused Israel of attacking Damascus": the clause behind "of" is what the accuser says.
  [[nodiscard]] bool is_charge(std::uint32_t at, std::uint32_t governor) const {
    const Deprel relation = passage_.words[at].relation;
    if (relation != Deprel::advcl && relation != Deprel::acl) return false;
    if (!tree_.has_child_lemma(at, {"of", "for"})) return false;
    const std::uint32_t verb = verb_of_charge(governor);
    return verb != none && lexicon_.of(passage_.words[verb].lemma, Upos::VERB) == Attitude::accuses;
  }
  /// The verb itself, or that of which the noun is the object.
  [[nodiscard]] std::uint32_t verb_of_charge(std::uint32_t governor) const {
    if (tree_.is_verb(governor)) return governor;
    return passage_.words[governor].relation == Deprel::obj ? tree_.head(governor) : none;
  }

  /// What the auxiliaries, negations and conjunctions around a word say of it.
  void apply_local(std::uint32_t w, Mood& mood, bool negation_counts) const {
    bool conditional_sibling = false;
    for (const std::uint32_t c : tree_.children(w)) {
      const Word& it = passage_.words[c];
      if (negation_counts && is_negation(it)) mood.negate();
      if (it.relation == Deprel::nsubj && negation_counts && tree_.has_child_lemma(c, {"neither"})) mood.negate();
      if (it.relation == Deprel::aux) apply_auxiliary(w, it, mood);
      if (it.relation == Deprel::mark && is_conditional_marker(it.lemma)) mood.weaken(Modality::hypothetical);
      if (it.relation == Deprel::advcl && has_condition(c)) conditional_sibling = true;
      if (is_supposition(tree_, c)) conditional_sibling = true;
      if (it.relation == Deprel::amod || it.relation == Deprel::compound)
        apply_attitude(lexicon_.of(it.lemma, Upos::ADJ), false, false, mood);
    }
    if (conditional_sibling && mood.modality == Modality::planned) mood.modality = Modality::hypothetical;
    if (negation_counts && is_over(w)) mood.negate();
    const Word& it = passage_.words[w];
    const bool to_be_done = it.lemma == "be" || (it.tag.xpos == Xpos::VB && has_form_of_be(w));  // "is to withdraw"
    if (to_be_done && tree_.has_child_lemma(w, {"to"})) mood.weaken(Modality::planned);
  }

  [[nodiscard]] bool has_form_of_be(std::uint32_t verb) const {
    for (const std::uint32_t c : tree_.children(verb)) {
      const Word& it = passage_.words[c];
      const bool beside = it.relation == Deprel::aux || it.relation == Deprel::cop;
      if (c < verb && beside && it.lemma == "be") return true;
    }
    return false;
  }

  /// "no longer supports", "is no longer bound": whatever the parser made of the two words.
  [[nodiscard]] bool is_over(std::uint32_t w) const {
    for (std::uint32_t k = w; k > 1 && k + 3 > w; --k) {
      if (passage_.words[k - 1].form == "longer" && passage_.words[k - 2].form == "no") return true;
      if (passage_.words[k - 1].tag.upos == Upos::VERB) return false;
    }
    return false;
  }

  [[nodiscard]] bool has_condition(std::uint32_t clause) const {
    for (const std::uint32_t c : tree_.children(clause)) {
      const Word& it = passage_.words[c];
      if (it.relation == Deprel::mark && (it.lemma == "if" || it.lemma == "unless")) return true;
    }
    return false;
  }

  [[nodiscard]] static bool is_negation(const Word& it) {
    if (it.relation == Deprel::advmod || it.relation == Deprel::cc || it.relation == Deprel::cc_preconj ||
        it.relation == Deprel::det) {
      return it.lemma == "not" || it.lemma == "n't" || it.lemma == "never" || it.lemma == "neither" ||
             it.lemma == "no" || it.lemma == "nor" || it.form == "n’t" || it.form == "n't";
    }
    return false;
  }

  void apply_auxiliary(std::uint32_t w, const Word& auxiliary, Mood& mood) const {
    const std::string form = lower(auxiliary.form);
    if (form == "will" || form == "shall" || form == "'ll" || form == "’ll" || form == "wo")
      return mood.weaken(Modality::planned);
    if (form == "should" || form == "ought") return mood.weaken(Modality::proposed);
    if (form == "must") return mood.weaken(Modality::demanded);
    if (form == "would" || form == "'d" || form == "’d") {
      if (subject_is_draft(w)) return mood.weaken(Modality::proposed);
      mood.would = mood.modality == Modality::actual;
      return mood.weaken(Modality::hypothetical);
    }
    if (form == "could" && tree_.has_child_lemma(w, {"not"})) return;  // "could not agree": they did not
    if (form == "may" || form == "might" || form == "could" || form == "can" || form == "ca")
      mood.weaken(Modality::hypothetical);
  }

  /// "The draft treaty would commit …": what a text that is not agreed would do is proposed.
  [[nodiscard]] bool subject_is_draft(std::uint32_t verb) const {
    for (const std::uint32_t s : roles_.subjects(verb)) {
      const std::uint32_t r = passage_.words[s].referent;
      if (r == none) continue;
      const EntityType type = passage_.referents[r].type;
      if (type == EntityType::agreement || type == EntityType::proposal || type == EntityType::provision) return true;
    }
    return false;
  }

  /// "the Oslo Accords concluded in 1993": a participle tells of a name what has happened, whatever is done with it.
  [[nodiscard]] bool tells_known(std::uint32_t participle, std::uint32_t noun) const {
    return passage_.words[participle].tag.xpos == Xpos::VBN &&
           (passage_.words[noun].name != none || tree_.has_child_lemma(noun, {"the"}));
  }

  [[nodiscard]] bool at_noun_of_will(std::uint32_t noun) const {
    return tree_.is_noun(noun) && lexicon_.of(passage_.words[noun].lemma, Upos::NOUN) != Attitude::neutral;
  }
  [[nodiscard]] bool is_denied(std::uint32_t verb) const {
    Mood own;
    apply_local(verb, own, true);
    return own.polarity == Polarity::negative;
  }

  /// What the governor of a word does to it.
  void climb(std::uint32_t at, std::uint32_t governor, Mood& mood, bool& mood_counts, bool noun_start) const {
    const Word& it = passage_.words[at];
    const Word& above = passage_.words[governor];
    const std::uint32_t position = position_of(governor);
    const bool makes_clear =
        above.lemma == "clear" && tree_.head(governor) != none && passage_.words[tree_.head(governor)].lemma == "make";
    const Attitude attitude = makes_clear || (above.lemma == "make" && tree_.has_child_lemma(governor, {"clear"}))
                                  ? Attitude::says
                                  : attitude_of(position);
    switch (it.relation) {
      case Deprel::conj:
        if (mood_counts && tree_.child(at, {Deprel::nsubj, Deprel::nsubj_pass}) == none &&
            tree_.child(at, {Deprel::aux}) == none) {
          apply_local(governor, mood, false);
        }
        return;
      case Deprel::acl_relcl:
        if (is_content_clause(at)) break;
        mood_counts = false;
        return;
      case Deprel::acl:
        if (!tells_known(at, governor)) break;
        mood_counts = false;
        return;
      case Deprel::parataxis:
        if (speaks(attitude) && mood.source == none && !tree_.is_passive(governor))
          mood.source = subject_speaker(governor);
        mood_counts = false;
        return;
      case Deprel::advcl:
        if (speaks(attitude) && tree_.has_child_lemma(at, {"that"})) break;  // "what A made clear is that …"
        if (attitude == Attitude::prevents && tree_.has_child_lemma(at, {"from"})) break;  // "prohibit A from …"
        if (above.tag.upos == Upos::ADJ && attitude != Attitude::neutral && tree_.has_child_lemma(at, {"in", "to"}))
          break;  // "is interested in receiving …"
        if (mood_counts && tree_.has_child_lemma(at, {"to"}) && above.lemma != "vote") mood.weaken(Modality::planned);
        mood_counts = false;  // "voted to reject it": that is done
        return;
      default:
        break;
    }
    const bool content = is_content_clause(at);
    if (content && speaks_against(governor)) mood.negate();
    if (mood_counts && above.lemma == "have" && it.relation == Deprel::obj && at_noun_of_will(at) &&
        is_denied(governor))
      mood.negate();  // "neither A nor B has the intention of …"
    const bool completes = it.relation == Deprel::ccomp || it.relation == Deprel::xcomp || content ||
                           it.relation == Deprel::advcl || it.relation == Deprel::csubj ||
                           it.relation == Deprel::csubj_pass;
    const bool object = it.relation == Deprel::obj || it.relation == Deprel::nmod || it.relation == Deprel::obl ||
                        it.relation == Deprel::nsubj_pass || it.relation == Deprel::nmod_poss;
    const bool fails_by_itself = attitude == Attitude::fails && tree_.is_verb(at) && it.tag.xpos != Xpos::VBG &&
                                 !tree_.has_child_lemma(at, {"to"});  // "if the talks fail, they could …"
    if (mood_counts && !fails_by_itself && (completes || (object && noun_governs(at, governor))))
      apply_attitude(attitude, completes, !stands_anyway(at, attitude), mood);
    const bool utters =
        attitude == Attitude::demands || attitude == Attitude::threatens || attitude == Attitude::denies;
    const bool told = speaks(attitude) || (attitude == Attitude::fears && tree_.has_child_lemma(at, {"that"}));
    const bool holds = content && position != governor;
    if (holds && attitude == Attitude::demands) mood.modality = Modality::demanded;  // "that A can never join"
    if (mood.source == none && ((completes && told) || (utters && (holds || it.relation == Deprel::obj)))) {
      mood.source = subject_speaker(makes_clear ? tree_.head(governor) : governor);
    }
    if (completes && mood_counts) apply_verb_phrase(at, above, mood);
    if (!mood_counts) return;
    if (tree_.is_verb(governor) || above.tag.upos == Upos::AUX || above.tag.upos == Upos::ADJ) {
      if (completes && attitude != Attitude::says && attitude != Attitude::thinks)
        apply_local(governor, mood, true);
      else if (noun_start)
        borrow_modality(governor, mood);
      if (!completes && it.relation == Deprel::nsubj) mood_counts = false;
    }
  }

  /// "no reason to think that …", "no sign that …": what there is nothing to say for.
  [[nodiscard]] bool speaks_against(std::uint32_t noun) const {
    static constexpr std::array<std::string_view, 6> grounds = {"reason",   "sign",   "indication",
                                                                "evidence", "ground", "cause"};
    return is_one_of(std::string_view(passage_.words[noun].lemma), grounds) && tree_.has_child_lemma(noun, {"no"});
  }

  /// "the red lines of A—that B never will—": the noun whose content is told behind the name of who holds it; otherwise
  /// the word itself.
  [[nodiscard]] std::uint32_t position_of(std::uint32_t w) const {
    const std::uint32_t holder = tree_.first_conjunct(w);
    if (passage_.words[w].name == none || passage_.words[holder].relation != Deprel::nmod) return w;
    const std::uint32_t noun = tree_.head(holder);
    return noun != none && tree_.preposition(holder) == "of" && attitude_of(noun) != Attitude::neutral ? noun : w;
  }

  /// The attitude of a word, with its particle or modifier if the lexicon knows both together ("rule out", "red line").
  [[nodiscard]] Attitude attitude_of(std::uint32_t w) const {
    const Word& it = passage_.words[w];
    const std::uint32_t particle = tree_.is_verb(w) ? tree_.child(w, {Deprel::compound_prt}) : none;
    if (particle != none) {
      const Attitude both = lexicon_.of(it.lemma + ' ' + passage_.words[particle].lemma, it.tag.upos);
      if (both != Attitude::neutral) return both;
    }
    const std::uint32_t modifier = tree_.is_noun(w) ? tree_.child(w, {Deprel::amod, Deprel::compound}) : none;
    if (modifier != none && w > 0) {
      const Attitude both = lexicon_.of(passage_.words[w - 1].lemma + ' ' + it.lemma, it.tag.upos);
      if (both != Attitude::neutral) return both;
    }
    return lexicon_.of(it.lemma, it.tag.upos);
  }

  /// A clause that says what its noun is about: "the decision to leave", "concerns that they might leave".
  [[nodiscard]] bool is_content_clause(std::uint32_t clause) const {
    const Deprel relation = passage_.words[clause].relation;
    if (relation != Deprel::acl && relation != Deprel::acl_relcl) return false;
    return tree_.child(clause, {Deprel::mark}) != none;
  }

  /// A noun that is the object of "avoid" or follows "the threat of" is governed by it; one beside other verbs is not.
  [[nodiscard]] bool noun_governs(std::uint32_t at, std::uint32_t governor) const {
    const Deprel relation = passage_.words[at].relation;
    if (relation == Deprel::obj || relation == Deprel::nsubj_pass) return true;
    const std::string preposition = tree_.preposition(at);
    if (relation == Deprel::nmod && preposition == "on") {  // "a moratorium on …"
      return lexicon_.of(passage_.words[governor].lemma, Upos::NOUN) == Attitude::prevents;
    }
    if (relation == Deprel::nmod) return preposition == "of" || preposition == "to" || preposition == "for";
    return tree_.is_verb(governor) &&
           (preposition == "for" || preposition == "of" || preposition == "to" || preposition == "against");
  }

  /// A proposal that is rejected was made all the same.
  [[nodiscard]] bool stands_anyway(std::uint32_t at, Attitude attitude) const {
    const std::uint32_t r = passage_.words[at].referent;
    if (r == none || (attitude != Attitude::refuses && attitude != Attitude::denies)) return false;
    const EntityType type = passage_.referents[r].type;
    return type == EntityType::agreement || type == EntityType::proposal;
  }

  /// "will sign the agreement": what the noun says is no more certain than the verb.
  void borrow_modality(std::uint32_t verb, Mood& mood) const {
    Mood above;
    apply_local(verb, above, false);
    mood.weaken(above.modality);
  }

  /// "is to", "has to", "going to", "need to".
  void apply_verb_phrase(std::uint32_t at, const Word& above, Mood& mood) const {
    if (passage_.words[at].relation != Deprel::xcomp || !tree_.has_child_lemma(at, {"to"})) return;
    if (above.lemma == "be" || above.lemma == "go") mood.weaken(Modality::planned);
    if (above.lemma == "have" || above.lemma == "need") mood.weaken(Modality::demanded);
  }

  static void apply_attitude(Attitude attitude, bool clause, bool negates, Mood& mood) {
    switch (attitude) {
      case Attitude::plans:
      case Attitude::wants:
        if (mood.would) mood.modality = Modality::planned;
        return mood.weaken(Modality::planned);
      case Attitude::proposes:
        return mood.weaken(Modality::proposed);
      case Attitude::demands:
        if (mood.would) mood.modality = Modality::demanded;
        return mood.weaken(Modality::demanded);
      case Attitude::threatens:
      case Attitude::fears:
      case Attitude::possible:
        return mood.weaken(Modality::hypothetical);
      case Attitude::refuses:
      case Attitude::denies:
      case Attitude::fails:
      case Attitude::prevents:
        if (negates) mood.negate();
        return;
      case Attitude::says:
        if (clause && mood.would) mood.modality = Modality::planned;
        mood.would = false;
        return;
      default:
        return;
    }
  }

  // --- times
  // -----------------------------------------------------------------------------------------------------------

  /// Gives each expression of time to the predicate it modifies, and the only one of a sentence to its main predicate.
  void attach_times() {
    std::size_t next = 0;
    for (const Sentence& sentence : passage_.sentences) {
      while (next < passage_.times.size() && passage_.times[next].first < sentence.first_token) ++next;
      for (; next < passage_.times.size() && passage_.times[next].first < sentence.last_token; ++next) {
        attach_time(sentence, static_cast<std::uint32_t>(next));
      }
    }
    for (const Word& it : passage_.words) {
      if (it.time == none || it.referent == none) continue;
      Referent& referent = passage_.referents[it.referent];
      const bool dated = referent.type == EntityType::event || referent.type == EntityType::agreement;
      if (dated && !referent.date) referent.date = passage_.times[it.time].interval;
    }
    for (std::uint32_t w = 0; w < passage_.words.size(); ++w) happens_when_told(w);
    date_entries();
    for (std::uint32_t w = 0; w < passage_.words.size(); ++w) inherit_time(w);
    for (std::uint32_t w = 0; w < passage_.words.size(); ++w) inherit_term(w);
    for (std::uint32_t w = 0; w < passage_.words.size(); ++w) date_what_happens(w);
    carry_times_on();
  }

  /// "10 January 1966: A and B sign …": the day with which an entry of a timeline opens is that of all it tells.
  void date_entries() {
    std::uint32_t entry = none;
    for (std::size_t s = 0; s < passage_.sentences.size(); ++s) {
      const Sentence& sentence = passage_.sentences[s];
      if (opens_block(passage_, static_cast<std::uint32_t>(s))) entry = time_that_opens(sentence);
      if (entry == none) continue;
      for (std::uint32_t w = sentence.first_word; w < sentence.last_word; ++w) {
        Word& it = passage_.words[w];
        const bool top = tree_.head(w) == none || it.relation == Deprel::conj || it.relation == Deprel::parataxis;
        if (top && tree_.is_verb(w) && it.time == none) it.time = entry;
      }
    }
  }

  /// The expression of time before a colon or dash with which the sentence begins, or `none`.
  [[nodiscard]] std::uint32_t time_that_opens(const Sentence& sentence) const {
    const auto time = std::ranges::lower_bound(passage_.times, sentence.first_token, {}, &TimeExpression::first);
    if (time == passage_.times.end() || time->first > sentence.first_token + 1 || time->last >= sentence.last_token)
      return none;
    const std::string_view mark = passage_.tokens[time->last].text;
    const bool opens = mark == ":" || mark == "–" || mark == "—" || mark == "-";
    return opens ? static_cast<std::uint32_t>(time - passage_.times.begin()) : none;
  }

  /// "The expansion took place in 1999", "A and B signed it in May": the day of the verb is that of what happens.
  void date_what_happens(std::uint32_t w) {
    static constexpr std::array<std::string_view, 10> verbs = {"take",  "occur", "hold",  "sign",    "conclude",
                                                               "begin", "open",  "start", "initial", "adopt"};
    const Word& it = passage_.words[w];
    const std::uint32_t verb = tree_.head(w);
    if (it.referent == none || verb == none || passage_.words[verb].time == none) return;
    const bool subject = it.relation == Deprel::nsubj || it.relation == Deprel::nsubj_pass;
    const bool made = it.relation == Deprel::obj && passage_.referents[it.referent].type == EntityType::agreement;
    if (!subject && !made) return;
    if (!is_one_of(passage_.words[verb].lemma, verbs)) return;
    Referent& referent = passage_.referents[it.referent];
    const bool datable = referent.type == EntityType::event || referent.type == EntityType::agreement;
    if (datable && !referent.date) referent.date = passage_.times[passage_.words[verb].time].interval;
  }

  /// "The massacre, which the forces committed in July": its own clause dates an event.
  void happens_when_told(std::uint32_t w) {
    static constexpr std::array<std::string_view, 9> verbs = {"commit", "begin", "take",   "hold", "start",
                                                              "open",   "occur", "launch", "end"};
    Word& it = passage_.words[w];
    if (it.time != none || it.referent == none || passage_.referents[it.referent].type != EntityType::event) return;
    for (const std::uint32_t c : tree_.children(w)) {
      const Word& clause = passage_.words[c];
      const bool own = clause.relation == Deprel::acl || clause.relation == Deprel::acl_relcl;
      if (own && clause.time != none && is_one_of(clause.lemma, verbs)) it.time = clause.time;
    }
  }

  /// "obliges the government to grant amnesty within fifteen days": the duty has the term of what is to be done.
  void inherit_term(std::uint32_t w) {
    Word& it = passage_.words[w];
    const std::uint32_t content = roles_.complement(w);
    if (it.time != none || !tree_.is_verb(w) || content == none) return;
    const std::uint32_t time = passage_.words[content].time;
    if (time != none && passage_.times[time].term) it.time = time;
  }

  /// A report goes on: what "he" did "subsequently", in the same paragraph and without a day of its own, he did that
  /// day.
  void carry_times_on() {
    static constexpr std::array<std::string_view, 12> goes_on = {
        "Subsequently", "Then", "Afterwards", "Later", "He", "She", "They", "Both", "In", "“", "\"", "The"};
    std::uint32_t carried = none;
    for (std::size_t s = 0; s < passage_.sentences.size(); ++s) {
      const Sentence& sentence = passage_.sentences[s];
      const std::uint32_t root = root_of(sentence);
      if (root == none) continue;
      const bool same_block = s > 0 && passage_.sentences[s - 1].block == sentence.block;
      const std::string_view first = passage_.words[sentence.first_word].form;
      const bool continues = same_block && (sentence.opens_inside_quotation || is_one_of(first, goes_on));
      Word& verb = passage_.words[root];
      if (verb.time != none) {
        const auto& interval = passage_.times[verb.time].interval;
        const bool a_day =
            interval.from() && interval.from()->precision() == DatePrecision::day && verb.tag.xpos == Xpos::VBD;
        carried = a_day ? verb.time : none;
      } else if (continues && carried != none && verb.tag.xpos == Xpos::VBD) {
        verb.time = carried;
        for (std::uint32_t w = sentence.first_word; w < sentence.last_word; ++w) inherit_time(w);
      } else {
        carried = none;
      }
    }
  }

  [[nodiscard]] std::uint32_t root_of(const Sentence& sentence) const {
    for (std::uint32_t w = sentence.first_word; w < sentence.last_word; ++w) {
      if (passage_.words[w].relation == Deprel::root && tree_.head(w) == none && tree_.is_verb(w)) return w;
    }
    return none;
  }

  /// What is said within a dated clause happens on its date, unless it has one of its own.
  void inherit_time(std::uint32_t w) {
    std::uint32_t at = w;
    for (int i = 0; i < 4 && passage_.words[w].time == none; ++i) {
      const Deprel relation = passage_.words[at].relation;
      if (at == w && is_spoken_of(w)) return;
      const bool inside = goes_on_from(at) || relation == Deprel::conj || relation == Deprel::xcomp ||
                          relation == Deprel::obj || relation == Deprel::nsubj || relation == Deprel::nsubj_pass ||
                          relation == Deprel::nmod || relation == Deprel::obl || relation == Deprel::obl_agent ||
                          relation == Deprel::acl;
      at = tree_.head(at);
      if (!inside || at == none) return;
      passage_.words[w].time = passage_.words[at].time;
    }
  }

  /// "called off his summit in May": an event happens when it is held, not when it is called off or announced.
  [[nodiscard]] bool is_spoken_of(std::uint32_t w) const {
    static constexpr std::array<std::string_view, 20> speaking = {
        "agree",  "announce", "call",  "cancel", "condemn",  "criticise", "criticize", "delay",  "demand", "discuss",
        "expect", "mark",     "offer", "plan",   "postpone", "promise",   "propose",   "recall", "reject", "welcome"};
    const Word& it = passage_.words[w];
    if (it.relation != Deprel::obj && it.relation != Deprel::nsubj_pass) return false;
    if (it.referent == none || passage_.referents[it.referent].type != EntityType::event) return false;
    return tree_.head(w) != none && tree_.is_verb(tree_.head(w)) &&
           is_one_of(passage_.words[tree_.head(w)].lemma, speaking);
  }

  /// "brokered the agreement, which ended …", "drove to the headquarters, where they met …", "has been slow for years
  /// on implementing …": clauses that happen when the one above them does.
  [[nodiscard]] bool goes_on_from(std::uint32_t w) const {
    static constexpr std::array<std::string_view, 9> making = {"adopt", "agree", "broker",  "conclude", "initial",
                                                               "reach", "sign",  "mediate", "negotiate"};
    static constexpr std::array<std::string_view, 8> moving = {"drive", "fly",    "go",   "head",
                                                               "move",  "return", "send", "travel"};
    const Word& it = passage_.words[w];
    const std::uint32_t governor = tree_.head(w);
    if (governor == none) return false;
    if (it.relation == Deprel::advcl)
      return it.tag.xpos == Xpos::VBG && tree_.is_verb(governor) && tree_.has_child_lemma(w, {"on", "in"});
    if (it.relation != Deprel::acl_relcl || it.tag.xpos != Xpos::VBD) return false;
    const std::uint32_t verb = tree_.head(governor);
    if (verb == none || passage_.words[verb].tag.xpos == Xpos::VB) return false;
    const std::string_view above = passage_.words[verb].lemma;
    if (tree_.has_child_lemma(w, {"where"})) return is_one_of(above, moving);
    const std::uint32_t text = passage_.words[governor].referent;
    return text != none && passage_.referents[text].type == EntityType::agreement && is_one_of(above, making);
  }

  void attach_time(const Sentence& sentence, std::uint32_t time) {
    const TimeExpression& expression = passage_.times[time];
    std::uint32_t top = none;
    for (std::uint32_t w = sentence.first_word; w < sentence.last_word; ++w) {
      const Word& it = passage_.words[w];
      if (it.first < expression.first || it.first >= expression.last) continue;
      const std::uint32_t governor = tree_.head(w);
      const bool leaves = governor == none || passage_.words[governor].first < expression.first ||
                          passage_.words[governor].first >= expression.last;
      if (leaves) top = w;
    }
    if (top == none) return;
    std::uint32_t at = tree_.head(top);
    for (int i = 0; i < highest && at != none; ++i) {
      Word& it = passage_.words[at];
      if ((it.tag.upos == Upos::VERB || it.tag.upos == Upos::NOUN || it.tag.upos == Upos::AUX ||
           it.tag.upos == Upos::PROPN) &&
          it.time == none)
        it.time = time;
      if (it.tag.upos == Upos::VERB || it.relation == Deprel::root) break;
      const bool text = it.referent != none && passage_.referents[it.referent].type == EntityType::agreement;
      if (text && tree_.preposition(top) == "of") break;  // "Under the Act of 1979 A must …"
      at = tree_.head(at);
    }
  }

  Passage& passage_;
  const Tree& tree_;
  const Roles& roles_;
  const AttitudeLexicon& lexicon_;
  std::uint32_t writer_ = none;            ///< of a text in the first person
  Modality list_mood_ = Modality::actual;  // of the items that follow
  std::uint32_t speaker_ = none;           ///< of the quotation that goes on or comes next
};

}  // namespace

const AttitudeLexicon& AttitudeLexicon::builtin() {
  static const AttitudeLexicon lexicon;
  return lexicon;
}

AttitudeLexicon::AttitudeLexicon() {
  const Table table(embedded_table("attitudes"));
  for (const Table::Row& row : table.rows()) {
    const auto found = std::ranges::find(attitude_names, row["attitude"]);
    if (found == attitude_names.end()) continue;
    const auto attitude = static_cast<Attitude>(found - attitude_names.begin());
    auto& words = row["part"] == "noun" ? nouns_ : row["part"] == "adjective" ? adjectives_ : verbs_;
    for (std::string_view word : row.list("words")) words.emplace(word, attitude);
  }
}

Attitude AttitudeLexicon::of(std::string_view lemma, Upos upos) const {
  const auto& words = upos == Upos::VERB ? verbs_ : upos == Upos::ADJ ? adjectives_ : nouns_;
  if (upos != Upos::VERB && upos != Upos::ADJ && upos != Upos::NOUN) return Attitude::neutral;
  const auto found = words.find(std::string(lemma));
  return found == words.end() ? Attitude::neutral : found->second;
}

bool AttitudeLexicon::is_speech(const Word& word) const {
  static constexpr std::array<std::string_view, 3> issuing = {"issue", "release", "publish"};
  return word.tag.upos == Upos::VERB &&
         (is_one_of(word.lemma, issuing) || of(word.lemma, Upos::VERB) == Attitude::says);
}

bool is_supposition(const Tree& tree, std::uint32_t w) {
  const Word& it = tree.word(w);
  return it.relation == Deprel::obl && (it.lemma == "event" || it.lemma == "case") && tree.preposition(w) == "in";
}

void find_attitudes(Passage& passage, const Tree& tree, const Roles& roles, const AttitudeLexicon& lexicon) {
  AttitudeReader(passage, tree, roles, lexicon).run();
}

}  // namespace entente::prose
