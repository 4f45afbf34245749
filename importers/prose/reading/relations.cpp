#include "prose/reading/relations.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "prose/language/characters.hpp"
#include "prose/reading/attitudes.hpp"
#include "prose/reading/fillers.hpp"
#include "prose/reading/tables.hpp"

namespace entente::prose {
namespace {

std::vector<std::string> strings(const std::vector<std::string_view>& views) {
  return {views.begin(), views.end()};
}

/// Verbs that say little beside the noun that they govern: "launched an invasion of", "gave its support to".
constexpr std::array<std::string_view, 53> light_verbs = {
    "accord",   "announce",  "assert", "assume",    "begin",    "claim",     "complete",  "conclude", "conduct",
    "continue", "engage",    "enter",  "establish", "exercise", "exert",     "expand",    "express",  "extend",
    "file",     "forge",     "form",   "gain",      "give",     "grant",     "have",      "hold",     "impose",
    "increase", "intensify", "issue",  "keep",      "launch",   "maintain",  "make",      "mount",    "open",
    "place",    "provide",   "put",    "raise",     "reach",    "regain",    "reiterate", "renew",    "resume",
    "seize",    "stage",     "start",  "step",      "take",     "undertake", "voice",     "wage"};
static_assert(std::ranges::is_sorted(light_verbs));

/// What somebody does or stands for, and is praised or blamed for.
constexpr std::array<std::string_view, 18> deeds = {
    "act",    "action",  "aggression", "attack", "behaviour", "buildup", "commitment", "conduct", "decision",
    "effort", "efforts", "leadership", "move",   "policy",    "role",    "step",       "threat",  "work"};

/// Verbs that do so beside talks and dealings only, which take two: "broke off talks with", "seeks cooperation with".
constexpr std::array<std::string_view, 14> verbs_of_dealings = {"accept",  "break",   "end",    "halt", "offer",
                                                                "propose", "reject",  "refuse", "rule", "seek",
                                                                "stop",    "suspend", "want",   "avoid"};
constexpr std::array<std::string_view, 8> dealings = {"talk",     "talks",       "negotiation", "negotiations",
                                                      "dialogue", "cooperation", "contact",     "consultation"};

bool is_text(EntityType type) {
  return type == EntityType::agreement || type == EntityType::proposal || type == EntityType::provision;
}

class RelationReader {
 public:
  RelationReader(Passage& passage, const Tree& tree, const Roles& roles, const FrameLexicon& lexicon)
      : passage_(passage), tree_(tree), roles_(roles), lexicon_(lexicon) {}

  void run() {
    for (std::uint32_t w = 0; w < passage_.words.size(); ++w) read(w);
  }

 private:
  void read(std::uint32_t w) {
    const Word& it = passage_.words[w];
    if (it.tag.upos == Upos::VERB) {
      const std::uint32_t particle = tree_.child(w, {Deprel::compound_prt});
      if (particle != none) apply("verb", it.lemma + ' ' + passage_.words[particle].lemma, w);
      if (particle == none || !changed_by_particle(it.lemma)) apply("verb", it.lemma, w);
      if (const std::uint32_t object = tree_.child(w, {Deprel::obj}); object != none) {
        apply("verb", it.lemma + ' ' + passage_.words[object].lemma, w);
      }
      return;
    }
    if (it.referent != none && (it.tag.upos == Upos::NOUN || it.tag.upos == Upos::PROPN)) {
      const EntityType type = passage_.referents[it.referent].type;
      if (type == EntityType::event) apply("event", "*", w), apply("event", it.lemma, w), attendance(w);
      if (type == EntityType::agreement || type == EntityType::proposal)
        apply("text", "*", w), apply("text", it.lemma, w);
    }
    if (it.tag.upos == Upos::NOUN) {
      apply("noun", it.lemma, w);
      const std::string form(it.form);
      if (form != it.lemma) apply("noun", form, w);
    }
  }

  /// "A was at the summit", "who were not in the talks".
  void attendance(std::uint32_t w) {
    const std::string preposition = tree_.preposition(w);
    if (tree_.child(w, {Deprel::cop}) == none || (preposition != "at" && preposition != "in")) return;
    if (qualifies_deed(w)) return;  // "is in breach of the treaty"
    for (const std::uint32_t s : roles_.subjects(w)) {
      for (const std::uint32_t r : fillers(passage_, tree_, roles_, s)) {
        const std::uint32_t event = passage_.words[w].referent;
        if (is_actor(passage_.referents[r].type)) state(w, r, Predicate::participates_in, event, "event:at");
      }
    }
  }

  /// "break off", "call off", "hold up": what the verb says alone it does not say with a particle.
  static bool changed_by_particle(std::string_view lemma) {
    static constexpr std::array<std::string_view, 7> verbs = {"break", "call", "give", "hold", "make", "meet", "take"};
    return is_one_of(lemma, verbs);
  }

  void apply(std::string_view part, std::string_view word, std::uint32_t w) {
    const auto* frames = lexicon_.frames(part, word);
    if (frames == nullptr) return;
    for (const Frame& frame : *frames) {
      const bool names_it = frame.predicate == Predicate::consults &&  // "called it a success", "what A calls B"
                            (tree_.child(w, {Deprel::xcomp}) != none || tree_.has_child_lemma(w, {"what"}));
      if (!names_it && has_what_it_needs(frame, w))
        apply(frame, w, part == "noun" || part == "event" || part == "text");
    }
  }

  [[nodiscard]] bool has_what_it_needs(const Frame& frame, std::uint32_t w) const {
    if (frame.needs.empty()) return true;
    if (frame.needs.front() == "with …") return !roles_.with_preposition(w, "with").empty();
    std::vector<std::uint32_t> words = roles_.objects(w);
    for (std::size_t i = 0, count = words.size(); i < count; ++i) {  // "thousands of troops"
      for (const std::uint32_t of : roles_.with_preposition(words[i], "of")) words.push_back(of);
    }
    if (frame.from.front() == "obj") words = roles_.subjects(w);  // what involves them
    for (const std::uint32_t object : words) {
      const Word& it = passage_.words[object];
      if (std::ranges::find(frame.needs, it.lemma) != frame.needs.end()) return true;
      if (std::ranges::find(frame.needs, lower(it.form)) != frame.needs.end()) return true;  // "arms"
      const bool agreement = it.referent != none && passage_.referents[it.referent].type == EntityType::agreement;
      if (agreement && std::ranges::find(frame.needs, "agreement") != frame.needs.end()) return true;
    }
    return false;
  }

  void apply(const Frame& frame, std::uint32_t w, bool noun) {
    const std::vector<std::uint32_t> from = first_filled(frame.from, w, noun);
    if (from.empty()) return;
    if (frame.predicate == Predicate::recognizes && recognizes_claim(w)) return;
    if (frame.to.front() == "clause") return propose_clause(frame, w, from);
    if (frame.to.front() == "each-other") return join_each_other(frame, w, from);
    const bool not_beside =
        frame.predicate == Predicate::deploys_forces_in || frame.predicate == Predicate::withdraws_from;
    if (frame.to.front() == "obj" && !noun && done_to_each_other(w)) return join_each_other(frame, w, from);
    const std::vector<std::uint32_t> objects = first_filled(frame.to, w, noun, not_beside);
    if (from.size() > 1 && objects == from) return;  // "A and B want their lost territories back": each its own
    if (frame.predicate == Predicate::grants_autonomy_to && from.size() > 1 && from.size() == objects.size()) {
      for (std::size_t i = 0; i < from.size(); ++i) add(frame, w, from[i], objects[i]);  // each in its own state
      return;
    }
    for (const std::uint32_t object : objects) {
      for (const std::uint32_t subject : from) add(frame, w, subject, object);
    }
  }

  /// "recognised A's sovereignty over B": no recognition of A.
  [[nodiscard]] bool recognizes_claim(std::uint32_t verb) const {
    static constexpr std::array<std::string_view, 5> claims = {"administration", "claim", "control", "rule",
                                                               "sovereignty"};
    return std::ranges::any_of(roles_.objects(verb), [&](std::uint32_t object) {
      return is_one_of(std::string_view(passage_.words[object].lemma), claims);
    });
  }

  /// "A and B fight each other".
  [[nodiscard]] bool done_to_each_other(std::uint32_t verb) const {
    const auto pair = [](const Word& first, const Word& second) {
      return (first.lemma == "each" && second.lemma == "other") || (first.lemma == "one" && second.lemma == "another");
    };
    return std::ranges::any_of(roles_.objects(verb), [&](std::uint32_t w) {
      const auto& words = passage_.words;
      return (w > 0 && pair(words[w - 1], words[w])) || (w + 1 < words.size() && pair(words[w], words[w + 1]));
    });
  }

  void join_each_other(const Frame& frame, std::uint32_t w, const std::vector<std::uint32_t>& all) {
    if (all.size() > (frame.predicate == Predicate::agrees_with ? 2 : 8)) return;
    const bool in_turn =
        passage_.words[w].lemma == "speak" && passage_.referents[all.front()].type != EntityType::person;
    if (in_turn) return;  // "A, B and C also spoke" to an assembly
    for (std::size_t i = 0; i < all.size(); ++i) {
      for (std::size_t j = i + 1; j < all.size(); ++j) {
        add(frame, w, all[i], all[j]);
        if (!is_symmetric(frame.predicate)) add(frame, w, all[j], all[i]);
      }
    }
  }

  void add(const Frame& frame, std::uint32_t w, std::uint32_t subject, std::uint32_t object) {
    const bool asks = passage_.words[w].lemma == "consult";
    const Predicate said = accepts_offer(passage_.words[w].lemma, frame.predicate, object);
    const Predicate told = asks ? said : states_negotiate(said, subject, object);
    const bool leaves = leaves_body(passage_.words[w].lemma, told, object);
    const Predicate predicate = leaves ? Predicate::member_of : adopts_resolution(told, object);
    if (!joins(passage_, subject, predicate, object)) return;
    if (contradicts_kind(w, predicate, subject, object)) return;
    Statement statement = statement_at(passage_, w, subject, predicate, object);
    const std::uint32_t light = tree_.is_noun(w) ? light_verb_over(w) : none;
    if (light != none && passage_.words[light].polarity == Polarity::negative) statement.polarity = Polarity::negative;
    if (leaves) statement.polarity = statement.polarity == Polarity::positive ? Polarity::negative : Polarity::positive;
    if (predicate == Predicate::proposes && frame.to.front() == "self")
      statement.modality = Modality::actual;  // it is there
    if (predicate == Predicate::threatens && frame.to.front() == "if-who")
      statement.modality = Modality::actual;  // who says what would happen threatens with it
    statement.rule = frame.rule;
    statement.role = frame.role;
    statement.confidence = 0.7;
    passage_.statements.push_back(std::move(statement));
    charge(w, predicate, subject);
  }

  /// Adds what a word states beside its frames, if the vocabulary lets the two be joined so.
  void state(std::uint32_t w, std::uint32_t subject, Predicate predicate, std::uint32_t object, std::string rule) {
    if (!joins(passage_, subject, predicate, object)) return;
    Statement statement = statement_at(passage_, w, subject, predicate, object);
    statement.rule = std::move(rule);
    statement.confidence = 0.7;
    passage_.statements.push_back(std::move(statement));
  }

  /// "A claimed that B had violated the treaty": A accuses B.
  void charge(std::uint32_t w, Predicate deed, std::uint32_t doer) {
    static constexpr std::array<std::string_view, 7> charging = {"allege", "charge",   "claim",  "complain",
                                                                 "insist", "maintain", "protest"};
    const bool misdeed = deed == Predicate::violates || deed == Predicate::assaults || deed == Predicate::invades ||
                         deed == Predicate::annexes || deed == Predicate::coerces;
    if (!misdeed || !is_actor(passage_.referents[doer].type)) return;
    if (passage_.words[w].relation != Deprel::ccomp || passage_.words[w].polarity == Polarity::negative) return;
    const std::uint32_t verb = tree_.head(w);
    if (!is_one_of(std::string_view(passage_.words[verb].lemma), charging)) return;
    for (const std::uint32_t s : roles_.subjects(verb)) {
      for (const std::uint32_t accuser : fillers(passage_, tree_, roles_, s)) {
        state(verb, accuser, Predicate::accuses, doer, "verb:" + passage_.words[verb].lemma);
      }
    }
  }

  /// "proposed that the office be closed", "offered to dismantle the site", "want a reform of the law": what is put
  /// forward becomes a proposal, called by the words that say it.
  void propose_clause(const Frame& frame, std::uint32_t w, const std::vector<std::uint32_t>& proposers) {
    constexpr std::uint32_t longest_proposal = 30;
    if (!frame.needs.empty() && passage_.words[w].modality == Modality::actual) return;  // who has it asks no more
    std::uint32_t content = frame.needs.empty() ? roles_.complement(w) : none;
    Tree::Phrase words;
    if (content != none && tree_.is_verb(content)) {
      words = tree_.subtree(content);
      while (words.first < words.last &&
             (passage_.words[words.first].tag.upos == Upos::SCONJ || passage_.words[words.first].form == "to"))
        ++words.first;
    } else {
      content = tree_.child(w, {Deprel::obj});
      if (content == none || passage_.words[content].tag.upos != Upos::NOUN) return;
      if (const std::uint32_t known = passage_.words[content].referent; known != none) {
        for (const std::uint32_t proposer : proposers)
          if (!frame.needs.empty()) add(frame, w, proposer, known);
        return;
      }
      if (!fillers(passage_, tree_, roles_, content).empty()) return;
      words = tree_.noun_phrase(content);
      if (passage_.words[words.first].tag.upos == Upos::DET) ++words.first;
      const std::uint32_t says = tree_.child(content, {Deprel::acl});  // "guarantees ruling out …"
      const std::uint32_t end = says != none ? tree_.subtree(says).last : words.last;
      if (end <= words.first + longest_proposal) words.last = std::max(words.last, end);
    }
    if (words.last - words.first < 2 || words.last - words.first > longest_proposal) return;
    const std::uint32_t proposal = add_described(passage_, tree_, EntityType::proposal, words, none);
    for (const std::uint32_t proposer : proposers) add(frame, w, proposer, proposal);
    for (std::uint32_t k = words.first; k < words.last; ++k) {
      const Word& it = passage_.words[k];
      if (it.referent == none || it.name == none || passage_.referents[it.referent].type == EntityType::person)
        continue;
      if (std::ranges::find(proposers, it.referent) != proposers.end()) continue;
      Frame about = frame;
      about.predicate = Predicate::concerns;
      add(about, w, proposal, it.referent);
    }
  }

  /// Persons who meet consult each other; states that meet negotiate.
  [[nodiscard]] Predicate states_negotiate(Predicate predicate, std::uint32_t subject, std::uint32_t object) const {
    const bool persons =
        passage_.referents[subject].type == EntityType::person || passage_.referents[object].type == EntityType::person;
    return predicate == Predicate::consults && !persons ? Predicate::negotiates_with : predicate;
  }

  /// Who accepts what is only proposed supports it.
  [[nodiscard]] Predicate accepts_offer(std::string_view verb, Predicate predicate, std::uint32_t object) const {
    const bool offer = verb == "accept" && passage_.referents[object].type == EntityType::proposal;
    return offer && predicate == Predicate::party_to ? Predicate::supports : predicate;
  }

  /// Who leaves an organization is no longer a member.
  [[nodiscard]] bool leaves_body(std::string_view verb, Predicate predicate, std::uint32_t object) const {
    static constexpr std::array<std::string_view, 8> leaving = {"leave", "quit",   "exit",  "withdraw",
                                                                "pull",  "secede", "split", "break"};
    return predicate == Predicate::withdraws_from && is_one_of(verb, leaving) &&
           passage_.referents[object].type == EntityType::organization;
  }

  /// A council that adopts a resolution concludes it; others do not ratify it.
  [[nodiscard]] Predicate adopts_resolution(Predicate predicate, std::uint32_t object) const {
    const bool resolution = lower(passage_.referents[object].name).find("resolution") != std::string::npos;
    return predicate == Predicate::ratifies && resolution ? Predicate::party_to : predicate;
  }

  /// Combinations that the vocabulary allows and that these words never mean.
  [[nodiscard]] bool contradicts_kind(std::uint32_t w, Predicate predicate, std::uint32_t subject,
                                      std::uint32_t object) const {
    const EntityType from = passage_.referents[subject].type, to = passage_.referents[object].type;
    const std::string_view lemma = passage_.words[w].lemma;
    const bool body = from == EntityType::organization || from == EntityType::armed_group;
    const bool has_seat = body && (lemma == "base" || lemma == "headquarter");
    switch (predicate) {
      case Predicate::participates_in:
        return to != EntityType::event;
      case Predicate::member_of:
        return lemma == "suspend" && struck_from_list(w);
      case Predicate::concerns:
        return (!is_text(from) && from != EntityType::event) ||
               (from == EntityType::provision && to == EntityType::provision);
      case Predicate::rejects:
        return (lemma == "dismiss" && to == EntityType::person) ||  // from an office
               (lemma == "denounce" && from == EntityType::state &&
                to == EntityType::agreement);  // that is to leave it
      case Predicate::part_of:
        return is_actor(from) && from != EntityType::state;
      case Predicate::holds_office:
        return to != EntityType::organization && to != EntityType::armed_group;
      case Predicate::located_in:
        return from != EntityType::event && !has_seat;
      case Predicate::accuses:
        return is_text(to);
      case Predicate::sanctions:
        return is_text(to) || struck_from_list(w);
      case Predicate::proposes:
        return (lemma == "answer" || lemma == "respond" || lemma == "counter") && !is_offer(object);
      case Predicate::threatens:
      case Predicate::requests:
        return !is_actor(to);
      case Predicate::aids:
        return is_text(to) || to == EntityType::event;
      case Predicate::supports:
        return lemma == "defend" && is_actor(to) && to != EntityType::person;  // that is military help
      case Predicate::deploys_forces_in:
        return lemma == "enter" && from != EntityType::armed_group;  // states enter agreements and wars
      case Predicate::controls:
        return (to != EntityType::territory && to != EntityType::state) || (lemma == "take" && to == EntityType::state);
      case Predicate::consults:
        return from == EntityType::armed_group && to == EntityType::armed_group;
      default:
        return false;
    }
  }

  [[nodiscard]] bool is_offer(std::uint32_t r) const {
    static constexpr std::array<std::string_view, 6> offers = {"draft", "initiative", "offer",
                                                               "plan",  "proposal",   "roadmap"};
    return is_one_of(std::string_view(passage_.referents[r].head), offers);
  }

  /// "suspended A from its list of terrorists": that is no punishment.
  [[nodiscard]] bool struck_from_list(std::uint32_t verb) const {
    if (!tree_.is_verb(verb)) return false;
    return std::ranges::any_of(roles_.with_preposition(verb, "from"),
                               [&](std::uint32_t from) { return passage_.words[from].lemma == "list"; });
  }

  /// The referents at the first of the places that any fill.
  [[nodiscard]] std::vector<std::uint32_t> first_filled(const std::vector<std::string>& places, std::uint32_t w,
                                                        bool noun, bool not_beside = false) const {
    for (const std::string& place : places) {
      std::vector<std::uint32_t> found;
      for (const std::uint32_t word : words_at(place, w, noun)) {
        if (not_beside && is_border(word)) continue;  // troops along a border are not across it
        if (place == "in" && word + 1 < passage_.words.size() && passage_.words[word + 1].form == "-")
          continue;  // "in A-B relations"
        for (const std::uint32_t r : fillers(passage_, tree_, roles_, word)) {
          if (std::ranges::find(found, r) == found.end()) found.push_back(r);
        }
      }
      if (place == "self" && passage_.words[w].referent != none) found = {passage_.words[w].referent};
      if (!found.empty()) return found;
    }
    return {};
  }

  [[nodiscard]] std::vector<std::uint32_t> words_at(const std::string& place, std::uint32_t w, bool noun) const {
    if (place == "whose") return roles_.possessors(w);
    if (place == "subj") return noun ? whose(w) : roles_.subjects(w);
    if (place == "obj") return objects_with_list(w);
    if (place == "iobj") return roles_.indirect_objects(w);
    if (place == "for-whom") return for_whom(w);
    if (place == "modifier") return modifiers_of(w);
    if (place == "city-before") return cities_before(w);
    if (place == "self") return {};
    if (place == "is") return said_of(w);
    if (place == "owner") return owners_of_object(w);
    if (place == "then") return who_shall(w);
    if (place == "where-object-stands") return where_object_stands(w);
    if (place == "border") return beyond_borders(w);
    if (place == "if-who") return who_may(w);
    if (place == "who-acts") return who_acts_under(w);
    if (place == "on-this-basis") return on_this_basis(w);
    if (place == "talks-before") return talks_before(w);
    if (place == "who-acts-with") return who_acts_with(w);
    if (place == "of-clause") return of_clause(w);
    if (place == "under-chair") return under_chair(w);
    if (place == "for-whose-deeds") return doers_before(w);
    std::vector<std::uint32_t> found = roles_.with_preposition(w, place);
    if (!noun || !found.empty()) return found;
    std::uint32_t above =
        light_verb_over(w);  // "entered into talks | with Libya", "on the basis of autonomy | within A"
    const std::uint32_t head = tree_.head(w);
    if (above == none && head != none && passage_.words[head].lemma == "basis") above = head;
    if (above == none && head != none && stays_at(w)) above = head;
    if (above == none) return found;
    for (const std::uint32_t word : roles_.with_preposition(above, place)) {
      if (word > w) found.push_back(word);
    }
    return found;
  }

  /// "A's troops remain in B": the verb says no more than where they are.
  [[nodiscard]] bool stays_at(std::uint32_t noun) const {
    static constexpr std::array<std::string_view, 3> staying = {"remain", "stand", "stay"};
    return passage_.words[noun].relation == Deprel::nsubj &&
           is_one_of(std::string_view(passage_.words[tree_.head(noun)].lemma), staying);
  }

  /// Whose the thing is that a noun names, or who does it: "Russia's invasion", "Russia launched an invasion".
  [[nodiscard]] std::vector<std::uint32_t> whose(std::uint32_t noun) const {
    std::vector<std::uint32_t> owners = roles_.possessors(noun);
    if (!owners.empty()) return owners;
    const std::uint32_t verb = light_verb_over(noun);
    if (verb != none) return roles_.subjects(verb);
    if (qualifies_deed(noun))
      return roles_.subjects(tree_.child(noun, {Deprel::cop}) != none ? noun : tree_.head(noun));
    return speaks_after(noun) ? roles_.subjects(tree_.head(noun)) : owners;
  }

  /// "in violation of A", "in support of B": what the noun says is done by whoever does the deed.
  [[nodiscard]] bool qualifies_deed(std::uint32_t noun) const {
    static constexpr std::array<std::string_view, 9> nouns = {"breach",         "contravention", "violation",
                                                              "implementation", "fulfilment",    "opposition",
                                                              "support",        "recognition",   "pursuit"};
    const Word& it = passage_.words[noun];
    const std::uint32_t verb = tree_.head(noun);
    if (!is_one_of(std::string_view(it.lemma), nouns) || noun == 0 || passage_.words[noun - 1].form != "in")
      return false;
    if (tree_.child(noun, {Deprel::cop}) != none) return true;
    if (it.relation != Deprel::obl || verb == none || verb > noun || !tree_.is_verb(verb)) return false;
    for (std::uint32_t k = verb + 1; k < noun; ++k) {
      if (tree_.is_verb(k)) return false;  // that may be the deed
    }
    return true;
  }

  /// "said after talks with A": whoever says so was there.
  [[nodiscard]] bool speaks_after(std::uint32_t noun) const {
    static constexpr std::array<std::string_view, 7> encounters = {"call",  "conversation", "meeting",    "talk",
                                                                   "talks", "consultation", "negotiation"};
    const Word& it = passage_.words[noun];
    const std::uint32_t verb = tree_.head(noun);
    if (it.relation != Deprel::obl || verb == none || !is_one_of(std::string_view(it.lemma), encounters)) return false;
    const std::string preposition = tree_.preposition(noun);
    const bool then =
        preposition == "after" || preposition == "during" || preposition == "following" || preposition == "in";
    const AttitudeLexicon& attitudes = AttitudeLexicon::builtin();
    const bool speaks = attitudes.is_speech(passage_.words[verb]) ||
                        attitudes.of(passage_.words[verb].lemma, Upos::VERB) != Attitude::neutral;
    return then && speaks && !roles_.with_preposition(noun, "with").empty();
  }

  /// The verb that only says that what the noun names is done, or `none`.
  [[nodiscard]] std::uint32_t light_verb_over(std::uint32_t noun) const {
    const std::uint32_t first = tree_.first_conjunct(noun);
    const std::uint32_t verb = tree_.head(first);
    if (verb == none || !tree_.is_verb(verb)) return none;
    const std::string_view lemma = passage_.words[verb].lemma;
    const bool of_dealings = is_one_of(passage_.words[noun].lemma, dealings) && is_one_of(lemma, verbs_of_dealings);
    if (!of_dealings && !std::ranges::binary_search(light_verbs, lemma)) return none;
    const Deprel relation = passage_.words[first].relation;
    const std::string preposition = relation == Deprel::obl ? tree_.preposition(first) : std::string();
    const bool into = preposition == "into" || (preposition == "in" && passage_.words[verb].lemma == "engage");
    return relation == Deprel::obj || relation == Deprel::nsubj_pass || into ? verb : none;
  }

  /// The objects, and what an object without a meaning of its own is spelled out as: "signed two texts: the …, and the
  /// …".
  [[nodiscard]] std::vector<std::uint32_t> objects_with_list(std::uint32_t verb) const {
    std::vector<std::uint32_t> objects = roles_.objects(verb);
    for (std::size_t i = 0, count = objects.size(); i < count; ++i) {
      const Word& object = passage_.words[objects[i]];
      const bool list = object.referent == none && object.tag.xpos == Xpos::NNS &&
                        (object.lemma == "text" || object.lemma == "agreement" || object.lemma == "document" ||
                         object.lemma == "treaty" || object.lemma == "accord");
      if (!list) continue;
      const std::uint32_t end = passage_.sentences[sentence_of(passage_, verb)].last_word;
      for (std::uint32_t w = objects[i] + 1; w < end; ++w) {
        const Word& it = passage_.words[w];
        if (it.name != none && it.referent != none && passage_.referents[it.referent].type == EntityType::agreement)
          objects.push_back(w);
      }
    }
    return objects;
  }

  /// Of whom the noun is said: "X is a member", "X, a member", "X became a member".
  [[nodiscard]] std::vector<std::uint32_t> said_of(std::uint32_t noun) const {
    const Word& it = passage_.words[noun];
    if (tree_.child(noun, {Deprel::cop}) != none) return roles_.subjects(noun);
    const std::uint32_t head = tree_.head(noun);
    if (it.relation == Deprel::appos && head != none)
      return it.tag.xpos == Xpos::NNS ? tree_.conjuncts(head) : std::vector{head};
    const bool becomes = it.relation == Deprel::xcomp || it.relation == Deprel::obj;
    if (becomes && (passage_.words[head].lemma == "become" || passage_.words[head].lemma == "remain"))
      return roles_.subjects(head);
    if (it.lemma == "member") return named_members(noun);
    return {};
  }

  /// "A, B", "A and all other"; not "A as well as B".
  [[nodiscard]] bool listed_together(std::uint32_t w, std::uint32_t next) const {
    return std::all_of(passage_.words.begin() + w + 1, passage_.words.begin() + next, [](const Word& it) {
      const Upos upos = it.tag.upos;
      return upos == Upos::PUNCT || upos == Upos::CCONJ || upos == Upos::DET || upos == Upos::ADJ || it.name != none;
    });
  }

  /// "A, B and the other members of C", "members such as A and B", "fellow C member A": who is named as one.
  [[nodiscard]] std::vector<std::uint32_t> named_members(std::uint32_t noun) const {
    if (tree_.has_child_lemma(noun, {"other"})) {
      std::vector<std::uint32_t> others;
      const std::vector<std::uint32_t> listed = tree_.conjuncts(tree_.first_conjunct(noun));
      std::uint32_t next = noun;
      for (auto w = listed.rbegin(); w != listed.rend(); ++w) {
        if (*w >= noun) continue;
        if (!listed_together(*w, next)) break;
        others.push_back(next = *w);
      }
      return others;
    }
    for (std::string_view preposition : {"such as", "including", "like"}) {
      const std::vector<std::uint32_t> examples = roles_.with_preposition(noun, preposition);
      if (!examples.empty()) return examples;
    }
    const std::uint32_t next = noun + 1;
    if (next >= passage_.words.size() || passage_.words[next].name == none) return {};
    const bool beside = tree_.head(noun) == next || tree_.head(next) == noun;
    const bool apart = passage_.words[next].relation == Deprel::nmod || passage_.words[next].relation == Deprel::conj;
    return beside && !apart ? tree_.conjuncts(next) : std::vector<std::uint32_t>{};
  }

  /// Whose the object is: "Russian forces deployed near …".
  [[nodiscard]] std::vector<std::uint32_t> owners_of_object(std::uint32_t verb) const {
    std::vector<std::uint32_t> owners;
    const bool own = !roles_.subjects(verb).empty();  // "A withdrew its forces": A is there already
    for (const std::uint32_t object : roles_.objects(verb)) {
      for (const std::uint32_t owner : roles_.possessors(object)) {
        if (!own || passage_.words[owner].tag.upos != Upos::PRON) owners.push_back(owner);
      }
      if (!owners.empty() || !is_one_of(std::string_view(passage_.words[object].lemma), deeds)) continue;
      for (const std::uint32_t of : roles_.with_preposition(object, "of")) owners.push_back(of);
    }
    return owners;
  }

  /// Who would do what the condition says: "will respond if Russia invades".
  [[nodiscard]] std::vector<std::uint32_t> who_may(std::uint32_t w) const {
    const std::uint32_t verb = tree_.is_verb(w) ? w : light_verb_over(w);
    if (verb == none) return {};
    for (const std::uint32_t c : tree_.children(verb)) {
      if (passage_.words[c].relation == Deprel::advcl && tree_.has_child_lemma(c, {"if", "should"}))
        return roles_.subjects(c);
    }
    return {};
  }

  /// Who does something under what the noun names: "under pressure from A, B agreed".
  [[nodiscard]] std::vector<std::uint32_t> who_acts_under(std::uint32_t noun) const {
    const std::uint32_t first = tree_.first_conjunct(noun);
    const std::uint32_t verb = tree_.head(first);
    const bool under = tree_.preposition(first) == "under" || tree_.preposition(first) == "after";
    return under && verb != none && tree_.is_verb(verb) ? roles_.subjects(verb) : std::vector<std::uint32_t>{};
  }

  /// Who does something with what the noun names: "with help from A, B fought".
  [[nodiscard]] std::vector<std::uint32_t> who_acts_with(std::uint32_t noun) const {
    const std::uint32_t first = tree_.first_conjunct(noun);
    const std::uint32_t verb = tree_.head(first);
    if (tree_.preposition(first) != "with" || verb == none) return {};
    if (tree_.is_verb(verb)) return roles_.subjects(verb);
    const Deprel relation = passage_.words[verb].relation;  // "was driven back by A's army with the help of B"
    return relation == Deprel::obl_agent || relation == Deprel::nsubj ? std::vector{verb}
                                                                      : std::vector<std::uint32_t>{};
  }

  /// "concern about A's attacks": whose deeds cause it.
  [[nodiscard]] std::vector<std::uint32_t> doers_before(std::uint32_t noun) const {
    std::vector<std::uint32_t> found;
    for (std::string_view preposition : {"about", "over", "at"}) {
      for (const std::uint32_t deed : roles_.with_preposition(noun, preposition)) {
        if (!is_one_of(std::string_view(passage_.words[deed].lemma), deeds)) continue;
        for (const std::uint32_t doer : roles_.possessors(deed)) found.push_back(doer);
      }
    }
    return found;
  }

  /// "held under the chairmanship of A", "resumed under the auspices of A's envoy, B".
  [[nodiscard]] std::vector<std::uint32_t> under_chair(std::uint32_t verb) const {
    static constexpr std::array<std::string_view, 10> chairs = {
        "auspices",  "auspice",      "chairmanship", "co-chairmanship", "chair",
        "mediation", "facilitation", "leadership",   "guidance",        "aegis"};
    std::vector<std::uint32_t> found;
    for (const std::uint32_t noun : roles_.with_preposition(verb, "under")) {
      if (!is_one_of(std::string_view(passage_.words[noun].lemma), chairs)) continue;
      for (const std::uint32_t of : roles_.with_preposition(noun, "of")) found.push_back(of);
      for (const std::uint32_t owner : roles_.possessors(noun)) found.push_back(owner);
    }
    return found;
  }

  /// To whom it would be done: "threatened to attack A", "to cut off aid to A", "to veto an application by A".
  [[nodiscard]] std::vector<std::uint32_t> of_clause(std::uint32_t verb) const {
    const std::uint32_t clause = roles_.complement(verb);
    if (clause == none || !tree_.is_verb(clause) || passage_.words[clause].relation != Deprel::xcomp) return {};
    std::vector<std::uint32_t> whom = roles_.objects(clause);
    for (std::size_t i = 0, count = whom.size(); i < count; ++i) {
      for (const std::uint32_t owner : roles_.possessors(whom[i])) whom.push_back(owner);
    }
    for (std::string_view preposition : {"to", "against", "from", "on", "at", "with"}) {
      for (const std::uint32_t w : roles_.with_preposition(clause, preposition)) whom.push_back(w);
    }
    return whom;
  }

  /// What is settled "on the basis of" the noun.
  [[nodiscard]] std::vector<std::uint32_t> on_this_basis(std::uint32_t noun) const {
    const std::uint32_t basis = tree_.head(noun);
    if (basis == none || passage_.words[basis].lemma != "basis") return {};
    const std::uint32_t verb = tree_.head(basis);
    return verb != none && tree_.is_verb(verb) ? roles_.objects(verb) : std::vector<std::uint32_t>{};
  }

  /// The talks after which something is agreed: "signed after two days of talks".
  [[nodiscard]] std::vector<std::uint32_t> talks_before(std::uint32_t verb) const {
    static constexpr std::array<std::string_view, 9> encounters = {
        "meeting", "summit", "negotiation", "negotiations", "talk", "talks", "conference", "round", "session"};
    std::vector<std::uint32_t> found;
    for (std::string_view preposition : {"after", "following", "during", "at"}) {
      for (std::uint32_t w : roles_.with_preposition(verb, preposition)) {
        if (passage_.words[w].referent == none) {  // "more than a week of talks"
          for (const std::uint32_t of : roles_.with_preposition(w, "of")) w = of;
        }
        if (is_one_of(std::string_view(passage_.words[w].lemma), encounters)) found.push_back(w);
      }
    }
    return found;
  }

  [[nodiscard]] bool is_border(std::uint32_t word) const {
    return passage_.words[word].lemma == "border" || passage_.words[word].lemma == "frontier";
  }

  /// Near whose border something stands: "along its border with A", "close to A's borders".
  [[nodiscard]] std::vector<std::uint32_t> beyond_borders(std::uint32_t verb) const {
    std::vector<std::uint32_t> found;
    for (std::string_view preposition : {"along", "on", "near", "at", "to", "close to"}) {
      for (const std::uint32_t border : roles_.with_preposition(verb, preposition)) {
        if (!is_border(border)) continue;
        for (std::string_view with : {"with", "to", "of"}) {
          for (const std::uint32_t w : roles_.with_preposition(border, with)) found.push_back(w);
        }
        if (!found.empty()) return found;
        for (const std::uint32_t w : roles_.possessors(border)) found.push_back(w);
      }
    }
    return found;
  }

  /// Where the forces stand that are withdrawn: "withdraw the troops stationed in …", "… that it has deployed in …".
  [[nodiscard]] std::vector<std::uint32_t> where_object_stands(std::uint32_t verb) const {
    static constexpr std::array<std::string_view, 6> standing = {"station", "deploy", "base", "place", "keep", "send"};
    std::vector<std::uint32_t> places;
    for (const std::uint32_t object : roles_.objects(verb)) {
      for (const std::uint32_t c : tree_.children(object)) {
        const Word& it = passage_.words[c];
        const bool says_which = it.relation == Deprel::acl || it.relation == Deprel::acl_relcl;
        if (!says_which || !is_one_of(it.lemma, standing)) continue;
        for (std::string_view preposition : {"in", "on", "along", "near", "at"}) {
          for (const std::uint32_t place : roles_.with_preposition(c, preposition)) places.push_back(place);
        }
      }
    }
    return places;
  }

  /// The names before a noun: "Donbas conflict", "GAM member".
  [[nodiscard]] std::vector<std::uint32_t> modifiers_of(std::uint32_t noun) const {
    std::vector<std::uint32_t> names;
    for (const std::uint32_t c : tree_.children(noun)) {
      const Deprel relation = passage_.words[c].relation;
      if (relation == Deprel::compound || relation == Deprel::amod || relation == Deprel::nmod_poss) names.push_back(c);
    }
    return names;
  }

  /// "the Istanbul summit": the place, which is no state that acts.
  [[nodiscard]] std::vector<std::uint32_t> cities_before(std::uint32_t noun) const {
    std::vector<std::uint32_t> names = modifiers_of(noun);
    std::erase_if(names, [&](std::uint32_t w) {
      const Word& it = passage_.words[w];
      return it.referent == none || it.tag.upos != Upos::PROPN ||
             passage_.referents[it.referent].type != EntityType::territory;
    });
    return names;
  }

  /// For whom the subjects act: "signed by A for the state of B".
  [[nodiscard]] std::vector<std::uint32_t> for_whom(std::uint32_t verb) const {
    std::vector<std::uint32_t> principals;
    auto collect = [&](const std::vector<std::uint32_t>& words) {
      principals.insert(principals.end(), words.begin(), words.end());
    };
    for (const std::uint32_t subject : roles_.subjects(verb)) {
      collect(roles_.with_preposition(subject, "for"));
      collect(roles_.with_preposition(subject, "on behalf of"));
    }
    collect(roles_.with_preposition(verb, "for"));
    collect(roles_.with_preposition(verb, "on behalf of"));
    return principals;
  }

  /// Who is to do what is demanded: the subject of the clause.
  [[nodiscard]] std::vector<std::uint32_t> who_shall(std::uint32_t verb) const {
    const std::uint32_t clause = tree_.child(verb, {Deprel::ccomp});
    if (clause == none || tree_.child(clause, {Deprel::nsubj}) == none) return {};
    return roles_.subjects(clause);
  }

  Passage& passage_;
  const Tree& tree_;
  const Roles& roles_;
  const FrameLexicon& lexicon_;
};

}  // namespace

const FrameLexicon& FrameLexicon::builtin() {
  static const FrameLexicon lexicon;
  return lexicon;
}

FrameLexicon::FrameLexicon() {
  const Table table(embedded_table("predicates"));
  for (const Table::Row& row : table.rows()) {
    const auto predicate = predicate_named(row["predicate"]);
    if (!predicate) continue;
    for (std::string_view word : row.list("words")) {
      Frame frame;
      frame.predicate = *predicate;
      frame.from = strings(row.list("from"));
      frame.to = strings(row.list("to"));
      frame.needs = strings(row.list("needs"));
      frame.role = row["role"];
      const std::string key = std::string(row["part"]) + ':' + std::string(word);
      frame.rule = key;
      if (!frame.from.empty() && !frame.to.empty()) frames_[key].push_back(std::move(frame));
    }
  }
}

const std::vector<Frame>* FrameLexicon::frames(std::string_view part, std::string_view word) const {
  const auto found = frames_.find(std::string(part) + ':' + std::string(word));
  return found == frames_.end() ? nullptr : &found->second;
}

void find_relations(Passage& passage, const Tree& tree, const Roles& roles, const FrameLexicon& lexicon) {
  RelationReader(passage, tree, roles, lexicon).run();
}

}  // namespace entente::prose
