#include "prose/reading/provisions.hpp"

#include <algorithm>
#include <array>

#include "prose/language/characters.hpp"
#include "prose/reading/fillers.hpp"

namespace entente::prose {
namespace {

class ProvisionReader {
 public:
  ProvisionReader(Passage& passage, const Tree& tree, const Roles& roles, const AttitudeLexicon& attitudes)
      : passage_(passage), tree_(tree), roles_(roles), attitudes_(attitudes) {}

  void run() {
    for (std::uint32_t s = 0; s < passage_.sentences.size(); ++s) {
      const Sentence sentence = passage_.sentences[s];
      follow_label(sentence);
      for (std::uint32_t w = sentence.first_word; w < sentence.last_word; ++w) {
        if (passage_.words[w].tag.upos == Upos::VERB) content(w);
      }
      if (sentence.last_clause - sentence.first_clause >= 3) enumeration(sentence);
      labelled(sentence);
      numbered_point(s);
    }
  }

 private:
  [[nodiscard]] EntityType type(std::uint32_t r) const { return passage_.referents[r].type; }
  [[nodiscard]] bool is_text(std::uint32_t r) const {
    return type(r) == EntityType::agreement || type(r) == EntityType::proposal || type(r) == EntityType::provision;
  }

  // --- what a clause under a text says
  // ----------------------------------------------------------------------------------

  void content(std::uint32_t verb) {
    const std::uint32_t text = subject_text(verb);
    std::uint32_t under = text == none ? text_under_which(verb) : none;
    if (text == none && under == none && lays_down(verb)) under = label_;
    const std::uint32_t whose = text != none ? text : under;
    if (whose == none) return;
    std::vector<std::uint32_t> obliged;
    if (under != none && passage_.words[verb].polarity == Polarity::positive) obliged = obliged_subjects(verb);
    for (const std::uint32_t actor : obliged) add(verb, whose, Predicate::obligates, actor, "provision:under", 0.7);
    bind_parties(verb, whose, obliged);
    if (text == none && type(whose) == EntityType::agreement) conclude(verb, whose);
    if (text != none && type(text) == EntityType::provision) forbid(verb, text);
    if (text != none && type(text) == EntityType::provision) {
      for (const std::uint32_t object : roles_.objects(verb)) {
        for (const std::uint32_t r : fillers(passage_, tree_, roles_, object)) obliged.push_back(r);
      }
    }
    if (type(whose) == EntityType::provision) about(verb, whose, obliged);
    if (text != none && tree_.child(verb, {Deprel::nsubj}) != none) of_relevance(verb, whose);
  }

  /// "Article 3." or the heading "Article 3": what follows in the paragraph or section is what it says.
  void follow_label(const Sentence& sentence) {
    std::uint32_t provision = none;
    bool alone = true;
    for (std::uint32_t w = sentence.first_word; w < sentence.last_word; ++w) {
      const Word& it = passage_.words[w];
      const bool names_it = it.name != none && it.referent != none && type(it.referent) == EntityType::provision;
      if (names_it && provision == none && w == sentence.first_word)
        provision = it.referent;
      else if (it.tag.upos != Upos::PUNCT)
        alone = alone && sentence.heading;
    }
    if (provision != none && alone) {
      label_ = provision;
      label_heads_section_ = sentence.heading;
      label_block_ = sentence.block;
    } else if (sentence.heading || (!label_heads_section_ && sentence.block != label_block_)) {
      label_ = none;
    }
  }

  /// "Strand Two: the Ministerial Council, which links A with B": what stands behind the colon without a verb is what
  /// the provision is about.
  void labelled(const Sentence& sentence) {
    const std::uint32_t label = sentence.first_word;
    if (label + 2 >= sentence.last_word || passage_.words[label + 1].form != ":") return;
    const std::uint32_t provision = passage_.words[label].referent;
    if (passage_.words[label].name == none || provision == none || type(provision) != EntityType::provision) return;
    std::vector<std::uint32_t> seen{provision};
    for (std::uint32_t w = label + 2; w < sentence.last_word; ++w) {
      const Word& it = passage_.words[w];
      if (it.relation == Deprel::acl_relcl || it.lemma == "which" || it.lemma == "who") return;
      if (tree_.is_verb(w) && tree_.child(w, {Deprel::nsubj, Deprel::nsubj_pass}) != none) return;
      const bool topic = it.name != none && it.referent != none && type(it.referent) != EntityType::person &&
                         std::ranges::find(seen, it.referent) == seen.end();
      if (!topic || passage_.names[it.name].form == NameForm::adjective) continue;
      seen.push_back(it.referent);
      add(w, provision, Predicate::concerns, it.referent, "provision:label", 0.65);
    }
  }

  /// "The parties undertake …", "they shall …": the main clause of a rule, which tells nothing past.
  [[nodiscard]] bool lays_down(std::uint32_t verb) const {
    const Word& it = passage_.words[verb];
    return label_ != none && tree_.head(verb) == none && it.tag.xpos != Xpos::VBD;
  }

  /// "Article 6 would prohibit any enlargement of NATO": it binds whoever would do it.
  void forbid(std::uint32_t verb, std::uint32_t text) {
    if (attitudes_.of(passage_.words[verb].lemma, Upos::VERB) != Attitude::prevents) return;
    for (const std::uint32_t act : roles_.objects(verb)) {
      if (passage_.words[act].tag.upos != Upos::NOUN) continue;
      std::vector<std::uint32_t> doers = roles_.possessors(act);
      if (doers.empty()) doers = roles_.with_preposition(act, "by");
      if (doers.empty()) doers = roles_.with_preposition(act, "of");
      for (const std::uint32_t doer : doers) {
        for (const std::uint32_t actor : fillers(passage_, tree_, roles_, doer)) {
          if (is_actor(type(actor))) add(verb, text, Predicate::obligates, actor, "provision:forbids", 0.6);
        }
      }
    }
  }

  /// Whoever a provision of an agreement obliges is a party to it.
  void bind_parties(std::uint32_t verb, std::uint32_t whose, const std::vector<std::uint32_t>& obliged) {
    const std::uint32_t text = passage_.referents[whose].text;
    if (type(whose) != EntityType::provision || text == none || type(text) != EntityType::agreement) return;
    std::vector<std::uint32_t> actors = obliged;
    const Attitude attitude = attitudes_.of(passage_.words[verb].lemma, Upos::VERB);
    if (actors.empty() && (attitude == Attitude::plans || attitude == Attitude::demands)) {
      for (const std::uint32_t object : roles_.objects(verb)) {
        for (const std::uint32_t r : fillers(passage_, tree_, roles_, object)) actors.push_back(r);
      }
    }
    for (const std::uint32_t actor : actors) {
      const bool sovereign = type(actor) == EntityType::state || type(actor) == EntityType::armed_group;
      if (sovereign) add(verb, actor, Predicate::party_to, text, "provision:party", 0.6);
    }
  }

  /// "the treaty, in which A and B promised …": who promises something in a text has concluded it.
  void conclude(std::uint32_t verb, std::uint32_t text) {
    static constexpr std::array<std::string_view, 6> concluding = {"accept",   "confirm", "recognise",
                                                                   "renounce", "settle",  "recognize"};
    const std::string_view lemma = passage_.words[verb].lemma;
    if (passage_.words[verb].relation != Deprel::acl_relcl) return;
    if (attitudes_.of(lemma, Upos::VERB) != Attitude::plans && !is_one_of(lemma, concluding)) return;
    for (const std::uint32_t s : roles_.subjects(verb)) {
      for (const std::uint32_t r : fillers(passage_, tree_, roles_, s)) {
        if (is_actor(type(r))) add(verb, r, Predicate::party_to, text, "provision:concluded", 0.7);
      }
    }
  }

  /// The text that is the verb's subject: "Article 5 created …".
  [[nodiscard]] std::uint32_t subject_text(std::uint32_t verb) const {
    for (const std::uint32_t s : roles_.subjects(verb)) {
      const std::uint32_t r = passage_.words[s].referent;
      if (r != none && is_text(r)) return r;
    }
    return none;
  }

  /// "Under Article 4.2 …", "In Article 4.5 …".
  [[nodiscard]] std::uint32_t text_under_which(std::uint32_t verb) const {
    for (const std::uint32_t c : tree_.children(verb)) {
      const bool pronoun = passage_.words[c].lemma == "which" && passage_.words[verb].relation == Deprel::acl_relcl;
      const std::uint32_t noun = pronoun ? tree_.head(verb) : none;
      if (noun != none && passage_.words[noun].referent != none && is_text(passage_.words[noun].referent) &&
          (tree_.preposition(c) == "in" || tree_.preposition(c) == "under"))
        return passage_.words[noun].referent;  // "the treaty, in which A promised …"
      if (passage_.words[c].relation != Deprel::obl || passage_.words[c].referent == none) continue;
      const std::uint32_t r = passage_.words[c].referent;
      const std::string preposition = tree_.preposition(c);
      if (preposition == "under" && is_text(r)) return r;
      if (preposition == "in" && type(r) == EntityType::provision) return r;
    }
    return none;
  }

  /// The subjects of a clause that says what must, shall or is agreed to be done.
  [[nodiscard]] std::vector<std::uint32_t> obliged_subjects(std::uint32_t verb) const {
    const Word& it = passage_.words[verb];
    const bool binds = it.modality == Modality::planned || it.modality == Modality::demanded ||
                       it.modality == Modality::proposed || attitudes_.of(it.lemma, Upos::VERB) == Attitude::plans ||
                       (tree_.head(verb) == none && it.tag.xpos != Xpos::VBD) || it.modality == Modality::hypothetical;
    std::vector<std::uint32_t> actors;
    if (!binds) return actors;
    std::vector<std::uint32_t> words = roles_.subjects(verb);
    if (words.empty()) words = roles_.objects(verb);  // "the fighters are to be disarmed"
    for (const std::uint32_t s : words) {
      for (const std::uint32_t r : fillers(passage_, tree_, roles_, s)) {
        if (is_actor(type(r)) && type(r) != EntityType::person) actors.push_back(r);
      }
    }
    return actors;
  }

  /// "Of particular relevance to Ukraine, Article 4 would …".
  void of_relevance(std::uint32_t verb, std::uint32_t text) {
    static constexpr std::array<std::string_view, 5> nouns = {"relevance", "importance", "concern", "interest",
                                                              "significance"};
    const Sentence& sentence = passage_.sentences[sentence_of(passage_, verb)];
    for (std::uint32_t w = sentence.first_word; w < verb && w < sentence.first_word + 4; ++w) {
      if (!is_one_of(passage_.words[w].lemma, nouns) || w + 2 >= verb) continue;
      const std::string_view preposition = passage_.words[w + 1].form;
      if (preposition != "to" && preposition != "for") continue;
      const std::uint32_t whom = passage_.words[w + 2].lemma == "the" ? w + 3 : w + 2;
      if (passage_.words[whom].referent != none)
        add(verb, text, Predicate::concerns, passage_.words[whom].referent, "provision:about", 0.6);
    }
  }

  /// Everything named below the verb that is not obliged is what the provision is about.
  void about(std::uint32_t verb, std::uint32_t text, const std::vector<std::uint32_t>& obliged) {
    std::vector<std::uint32_t> seen = obliged;
    for (const std::uint32_t w : words_said_of(verb)) {
      const std::uint32_t r = passage_.words[w].referent;
      if (passage_.words[w].name != none && passage_.names[passage_.words[w].name].form == NameForm::adjective)
        continue;
      if (r == none || r == text || r == passage_.referents[text].text || passage_.words[w].tag.upos == Upos::PRON)
        continue;
      if (!passage_.referents[r].members.empty() || std::ranges::find(seen, r) != seen.end()) continue;
      if (!passage_.referents[r].named || !may_be_topic(r)) continue;
      seen.push_back(r);
      add(verb, text, Predicate::concerns, r, "provision:about", 0.6);
    }
  }

  /// Provisions are about places, texts, forces and events; the states and bodies in them act or are bound.
  [[nodiscard]] bool may_be_topic(std::uint32_t r) const {
    return type(r) == EntityType::territory || type(r) == EntityType::agreement || type(r) == EntityType::armed_group ||
           type(r) == EntityType::event || type(r) == EntityType::bloc;
  }

  /// The words below the verb, without other clauses beside it, relative clauses and asides. In the order of the text.
  [[nodiscard]] std::vector<std::uint32_t> words_said_of(std::uint32_t verb) const {
    std::vector<std::uint32_t> words, open{verb};
    while (!open.empty()) {
      const std::uint32_t at = open.back();
      open.pop_back();
      words.push_back(at);
      for (const std::uint32_t c : tree_.children(at)) {
        const Deprel relation = passage_.words[c].relation;
        const bool other_clause =
            relation == Deprel::conj && tree_.child(c, {Deprel::nsubj, Deprel::nsubj_pass}) != none;
        if (relation == Deprel::acl_relcl || relation == Deprel::advcl || relation == Deprel::parataxis || other_clause)
          continue;
        open.push_back(c);
      }
    }
    std::ranges::sort(words);
    return words;
  }

  // --- enumerations
  // -------------------------------------------------------------------------------------------------------

  /// "The draft treaty would commit both parties to not …; not …; refrain from …".
  void enumeration(const Sentence& sentence) {
    const Clause opening = passage_.clauses[sentence.first_clause];
    std::uint32_t governor = none, text = none;
    for (std::uint32_t w = opening.first_word; w < opening.last_word; ++w) {
      const Word& it = passage_.words[w];
      const bool named_text = it.referent != none &&
                              (type(it.referent) == EntityType::agreement || type(it.referent) == EntityType::proposal);
      if (named_text && text == none) text = it.referent;
      const Attitude attitude = it.tag.upos == Upos::VERB ? attitudes_.of(it.lemma, Upos::VERB) : Attitude::neutral;
      const bool opens = attitude == Attitude::plans || attitude == Attitude::demands ||
                         attitude == Attitude::prevents || attitude == Attitude::proposes || it.lemma == "provide" ||
                         it.lemma == "include" || it.lemma == "contain";
      const bool may_govern = opens && it.tag.upos == Upos::VERB && it.relation != Deprel::acl_relcl;
      const bool opens_better = governor == none || (subject_text(governor) == none && attitude != Attitude::prevents);
      if (may_govern && opens_better) governor = w;
    }
    if (governor == none) return;
    if (const std::uint32_t subject = subject_text(governor); subject != none) text = subject;
    if (text == none) return;
    std::vector<std::uint32_t> obliged;
    for (const std::uint32_t object : roles_.objects(governor)) {
      for (const std::uint32_t r : fillers(passage_, tree_, roles_, object)) obliged.push_back(r);
    }
    items_.clear();
    item(governor, first_item(governor, opening), text, obliged);
    for (std::uint32_t c = sentence.first_clause + 1; c < sentence.last_clause; ++c) {
      item(governor, {passage_.clauses[c].first_word, passage_.clauses[c].last_word}, text, obliged);
    }
  }

  /// What stands behind the governor and its object in the clause that opens the list.
  [[nodiscard]] Tree::Phrase first_item(std::uint32_t governor, Clause opening) const {
    std::uint32_t first = governor + 1;
    for (const std::uint32_t c : tree_.children(governor)) {
      const Deprel relation = passage_.words[c].relation;
      if (c > governor && relation == Deprel::obj) first = std::max(first, tree_.noun_phrase(c).last);
    }
    return {first, opening.last_word};
  }

  void item(std::uint32_t governor, Tree::Phrase words, std::uint32_t text, const std::vector<std::uint32_t>& obliged) {
    while (words.first < words.last && opens_item(words.first)) ++words.first;
    while (words.last > words.first && passage_.words[words.last - 1].tag.upos == Upos::PUNCT) --words.last;
    if (words.last - words.first < 2) return;
    const std::uint32_t provision = add_described(passage_, tree_, EntityType::provision, words, text);
    const std::size_t first_statement = passage_.statements.size();
    add(governor, provision, Predicate::part_of, text, "enumeration:part", 0.75);
    for (const std::uint32_t actor : obliged) {
      if (is_actor(type(actor))) add(governor, provision, Predicate::obligates, actor, "enumeration:obligates", 0.7);
    }
    order_after_earlier(governor, provision, words);
    std::vector<std::uint32_t> seen = obliged;
    for (std::uint32_t w = words.first; w < words.last; ++w) {
      const std::uint32_t r = passage_.words[w].referent;
      if (r == none || r == text || r == provision || passage_.words[w].name == none ||
          std::ranges::find(seen, r) != seen.end())
        continue;
      seen.push_back(r);
      if (may_be_topic(r)) add(governor, provision, Predicate::concerns, r, "enumeration:about", 0.6);
    }
    for (std::size_t i = first_statement; i < passage_.statements.size(); ++i) {
      passage_.statements[i].evidence = tree_.bytes(words);  // the member of the list, not all of it
    }
  }

  /// "local elections based on those laws", "once those elections take place": the earlier member of the list that has
  /// the noun comes first.
  void order_after_earlier(std::uint32_t governor, std::uint32_t provision, Tree::Phrase words) {
    std::vector<std::string> nouns;
    for (std::uint32_t w = words.first; w < words.last; ++w) {
      const Word& it = passage_.words[w];
      static constexpr std::array<std::string_view, 7> bystanders = {"area",    "region", "territory", "party",
                                                                     "country", "state",  "zone"};
      if (it.tag.upos != Upos::NOUN || is_one_of(it.lemma, bystanders)) continue;
      nouns.push_back(it.lemma);
      if (!points_back(w) && !points_back(tree_.first_conjunct(w))) continue;
      for (const auto& [earlier, earlier_nouns] : items_) {
        if (std::ranges::find(earlier_nouns, it.lemma) == earlier_nouns.end()) continue;
        add(governor, earlier, Predicate::precedes, provision, "enumeration:order", 0.65);
        if (joins(passage_, earlier, Predicate::precedes, provision))
          passage_.statements.back().modality = Modality::planned;
        break;
      }
    }
    items_.emplace_back(provision, std::move(nouns));
  }

  /// "those laws", "these new elections".
  [[nodiscard]] bool points_back(std::uint32_t noun) const {
    std::uint32_t k = noun;
    while (k > 0 && passage_.words[k - 1].tag.upos == Upos::ADJ) --k;
    return k > 0 && (passage_.words[k - 1].lemma == "that" || passage_.words[k - 1].lemma == "this");
  }

  /// "and, importantly,", "to": before the item proper.
  [[nodiscard]] bool opens_item(std::uint32_t w) const {
    const Word& it = passage_.words[w];
    return it.tag.upos == Upos::CCONJ || it.tag.upos == Upos::PUNCT || it.form == "to" || it.tag.upos == Upos::DET ||
           it.lemma == "importantly" || it.lemma == "finally";
  }

  // --- numbered points
  // ----------------------------------------------------------------------------------------------------

  /// "First, the United States should …": a point of what the author, or whoever was named before the list, proposes.
  void numbered_point(std::uint32_t s) {
    static constexpr std::array<std::string_view, 10> ordinals = {"first",   "firstly", "second", "secondly", "third",
                                                                  "thirdly", "fourth",  "fifth",  "finally",  "lastly"};
    const Sentence& sentence = passage_.sentences[s];
    if (sentence.last_word - sentence.first_word < 6) return;
    const bool ordinal = is_one_of(lower(passage_.words[sentence.first_word].form), ordinals);
    if (!ordinal || passage_.words[sentence.first_word + 1].form != ",") return;
    const std::uint32_t main = main_predicate(sentence);
    if (main == none) return;
    const bool advised =
        passage_.words[main].modality == Modality::proposed || passage_.words[main].modality == Modality::demanded;
    const bool phrase_only = tree_.is_noun(main) && opens_block(passage_, s);
    if (!advised && !phrase_only) return;
    const std::uint32_t announced = announced_proposer(s);
    if (announced != none) last_proposer_ = announced;
    const std::uint32_t offering = last_proposer_ != none ? last_proposer_ : who_offers(main);
    const std::uint32_t proposer = offering != none ? offering : author_of(passage_);
    const std::uint32_t proposal = proposal_in(sentence, main);
    // What the author proposes is proposed by this very text.
    const Modality uttered = offering == none ? Modality::actual : Modality::proposed;
    if (proposer != none) add_proposed(main, proposer, Predicate::proposes, proposal, uttered);
    const bool commits = passage_.words[main].lemma == "commitment" || passage_.words[main].lemma == "pledge";
    std::vector<std::uint32_t> bound =
        phrase_only ? (commits ? roles_.possessors(main) : std::vector<std::uint32_t>{}) : roles_.subjects(main);
    std::vector<std::uint32_t> obligated{proposal, proposer};
    for (const std::uint32_t word : bound) {
      for (const std::uint32_t r : fillers(passage_, tree_, roles_, word)) {
        if (type(r) == EntityType::person) continue;
        add_proposed(main, proposal, Predicate::obligates, r);
        obligated.push_back(r);
      }
    }
    about_point(main, proposal, std::move(obligated));
  }

  /// "First, A should offer to …": who is to put something forward; who is only to do something proposes nothing.
  [[nodiscard]] std::uint32_t who_offers(std::uint32_t main) const {
    if (!tree_.is_verb(main) || attitudes_.of(passage_.words[main].lemma, Upos::VERB) != Attitude::proposes)
      return none;
    for (const std::uint32_t subject : roles_.subjects(main)) {
      for (const std::uint32_t r : fillers(passage_, tree_, roles_, subject)) {
        if (is_actor(type(r))) return r;
      }
    }
    return none;
  }

  /// "The proposals from the U.S. side should be the following:" before the list.
  [[nodiscard]] std::uint32_t announced_proposer(std::uint32_t s) const {
    for (std::uint32_t k = s; k > 0 && k + 2 > s; --k) {
      const Sentence& before = passage_.sentences[k - 1];
      if (passage_.words[before.last_word - 1].form != ":") continue;
      for (std::uint32_t w = before.first_word; w < before.last_word; ++w) {
        const std::uint32_t r = passage_.words[w].referent;
        if (r != none && is_actor(type(r)) && passage_.referents[r].members.empty()) return r;
      }
    }
    return none;
  }

  [[nodiscard]] std::uint32_t main_predicate(const Sentence& sentence) const {
    for (std::uint32_t w = sentence.first_word; w < sentence.last_word; ++w) {
      if (tree_.head(w) == none && passage_.words[w].tag.upos != Upos::PUNCT) return w;
    }
    return none;
  }

  /// The proposal that the sentence describes already, or a new one called by what is to be done.
  std::uint32_t proposal_in(const Sentence& sentence, std::uint32_t main) {
    for (std::uint32_t w = sentence.first_word; w < sentence.last_word; ++w) {
      const std::uint32_t r = passage_.words[w].referent;
      if (r != none && type(r) == EntityType::proposal && passage_.words[w].tag.upos == Upos::NOUN) return r;
    }
    Tree::Phrase words{tree_.is_noun(main) ? tree_.noun_phrase(main).first : main, main + 1};
    while (words.last < sentence.last_word && passage_.words[words.last].form != ";" &&
           passage_.words[words.last].form != ".")
      ++words.last;
    return add_described(passage_, tree_, EntityType::proposal, words, none);
  }

  /// What the point is about, besides those in `seen`.
  void about_point(std::uint32_t main, std::uint32_t proposal, std::vector<std::uint32_t> seen) {
    for (const std::uint32_t w : words_said_of(main)) {
      const Word& it = passage_.words[w];
      if (it.referent == none || std::ranges::find(seen, it.referent) != seen.end()) continue;
      const Referent& meant = passage_.referents[it.referent];
      const bool adjective = it.name != none && passage_.names[it.name].form == NameForm::adjective;
      const bool told = it.name != none ? !adjective || meant.type == EntityType::state
                                        : meant.type == EntityType::agreement && meant.named && tree_.is_noun(w);
      if (!told) continue;
      seen.push_back(it.referent);
      if (meant.type != EntityType::person) add_proposed(main, proposal, Predicate::concerns, it.referent);
    }
  }

  void add_proposed(std::uint32_t w, std::uint32_t subject, Predicate predicate, std::uint32_t object,
                    Modality modality = Modality::proposed) {
    add(w, subject, predicate, object, "point:numbered", 0.6);
    if (joins(passage_, subject, predicate, object)) {
      passage_.statements.back().modality = modality;
      passage_.statements.back().polarity = Polarity::positive;
    }
  }

  void add(std::uint32_t w, std::uint32_t subject, Predicate predicate, std::uint32_t object, const char* rule,
           double confidence) {
    if (!joins(passage_, subject, predicate, object)) return;
    Statement statement = statement_at(passage_, w, subject, predicate, object);
    statement.polarity = Polarity::positive;
    statement.modality = passage_.words[w].modality == Modality::proposed ? Modality::proposed : Modality::actual;
    statement.rule = rule;
    statement.confidence = confidence;
    passage_.statements.push_back(std::move(statement));
  }

  Passage& passage_;
  const Tree& tree_;
  const Roles& roles_;
  const AttitudeLexicon& attitudes_;
  std::uint32_t label_ = none;  ///< the provision under whose number the text goes on
  std::uint32_t label_block_ = none;
  bool label_heads_section_ = false;
  std::uint32_t last_proposer_ = none;
  std::vector<std::pair<std::uint32_t, std::vector<std::string>>> items_;  ///< of the list being read, with their nouns
};

}  // namespace

void find_provisions(Passage& passage, const Tree& tree, const Roles& roles, const AttitudeLexicon& attitudes) {
  ProvisionReader(passage, tree, roles, attitudes).run();
}

}  // namespace entente::prose
