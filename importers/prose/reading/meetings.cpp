#include "prose/reading/meetings.hpp"

#include <algorithm>
#include <array>
#include <deque>
#include <unordered_map>

#include "prose/language/characters.hpp"
#include "prose/reading/fillers.hpp"
#include "prose/reading/lexicon.hpp"

namespace entente::prose {
namespace {

constexpr std::size_t furthest_event = 100;  // of how many earlier events without a day one may be told again

class MeetingReader {
 public:
  MeetingReader(Passage& passage, const Tree& tree, const Roles& roles)
      : passage_(passage), tree_(tree), roles_(roles) {}

  void run() {
    const auto count = static_cast<std::uint32_t>(passage_.words.size());
    for (std::uint32_t w = 0; w < count; ++w) {
      if (passage_.words[w].tag.upos == Upos::VERB) read(w);
    }
  }

 private:
  void read(std::uint32_t w) {
    const std::string& lemma = passage_.words[w].lemma;
    if (lemma == "sign" || lemma == "initial" || lemma == "initiall") return signing(w);
    if (travels(lemma)) return visit(w);
    if (breaks_out(w)) return outbreak(w);
    const std::string kind = kind_of(w);
    if (kind.empty()) return;
    std::vector<std::uint32_t> actors;
    for (const std::uint32_t s : roles_.subjects(w)) add_actors(s, actors);
    const bool meets = passage_.words[w].lemma == "meet";
    if (meets || kind == "phone call") {
      for (const std::uint32_t o : roles_.objects(w)) add_actors(o, actors);
    }
    for (std::string_view preposition : {"with", "to"}) {
      for (const std::uint32_t o : roles_.with_preposition(w, preposition)) add_actors(o, actors);
    }
    const std::uint32_t place = place_of(w);
    const bool held_somewhere = meets && place != none && passage_.words[w].time != none && !actors.empty();
    if (actors.size() < 2 && !held_somewhere) return;
    if (actors.size() > 8) return;
    std::vector<std::uint32_t> witnesses;
    add_witnesses(w, witnesses);
    add_heads_of_delegations(w, witnesses);
    const std::uint32_t event = add_event(w, kind, actors, place);
    for (const std::uint32_t witness : witnesses) add(w, witness, Predicate::participates_in, event);
  }

  static bool travels(std::string_view lemma) {
    static constexpr std::array<std::string_view, 5> verbs = {"fly", "journey", "travel", "trek", "visit"};
    return is_one_of(lemma, verbs);
  }

  /// "Nixon flew to Beijing", "visited China": a person's visit to a state or place.
  void visit(std::uint32_t w) {
    std::vector<std::uint32_t> visitors, places;
    for (const std::uint32_t s : roles_.subjects(w)) add_actors(s, visitors);
    std::erase_if(visitors, [&](std::uint32_t r) { return passage_.referents[r].type != EntityType::person; });
    const bool direct = passage_.words[w].lemma == "visit";
    for (const std::uint32_t word : direct ? roles_.objects(w) : roles_.with_preposition(w, "to")) {
      for (const std::uint32_t r : fillers(passage_, tree_, roles_, word)) {
        const EntityType type = passage_.referents[r].type;
        if (type == EntityType::state || type == EntityType::territory) places.push_back(r);
      }
    }
    if (visitors.empty() || visitors.size() > 3 || places.empty()) return;
    Referent event;
    event.type = EntityType::event;
    event.head = "visit";
    if (const std::uint32_t time = passage_.words[w].time; time != none) event.date = passage_.times[time].interval;
    event.name = name_of("visit to " + passage_.referents[places.front()].name, visitors, none, event.date);
    const std::uint32_t made = record(w, event, visitors, places.front());
    for (std::size_t i = 1; i < places.size(); ++i) add(w, made, Predicate::located_in, places[i]);
  }

  /// A text that was signed somewhere, or texts without names: the signing is an event with the signatories in it.
  void signing(std::uint32_t w) {
    static constexpr std::array<std::string_view, 8> nouns = {"text",   "document", "agreement", "treaty",
                                                              "accord", "protocol", "deal",      "declaration"};
    const std::uint32_t place = place_of(w);
    if (place == none || passage_.words[w].time == none) return;
    std::vector<std::uint32_t> actors, texts;
    for (const std::uint32_t s : roles_.subjects(w)) add_actors(s, actors);
    bool nameless = false;
    for (const std::uint32_t object : roles_.objects(w)) {
      for (const std::uint32_t o : tree_.conjuncts(object)) {
        const std::uint32_t text = passage_.words[o].referent;
        const bool known = text != none && passage_.referents[text].type == EntityType::agreement;
        if (known && std::ranges::find(texts, text) == texts.end()) texts.push_back(text);
        nameless = nameless || (text == none && is_one_of(std::string_view(passage_.words[o].lemma), nouns));
      }
    }
    if (texts.empty() && !nameless) return;
    add_witnesses(w, actors);
    Referent event;
    event.type = EntityType::event;
    event.head = "signing";
    event.date = passage_.times[passage_.words[w].time].interval;
    event.name = texts.empty() ? name_of("signing", actors, place, event.date)
                               : "Signing of " + passage_.referents[texts.front()].name;
    const std::uint32_t made = record(w, event, actors, place);
    for (const std::uint32_t text : texts) add(w, made, Predicate::concerns, text);
  }

  /// "war broke out", "fighting resumed", "violence flared": of nothing that is known by another name.
  [[nodiscard]] bool breaks_out(std::uint32_t w) const {
    static constexpr std::array<std::string_view, 4> verbs = {"erupt", "flare", "resume", "explode"};
    const std::string& lemma = passage_.words[w].lemma;
    return is_one_of(std::string_view(lemma), verbs) || (lemma == "break" && tree_.has_child_lemma(w, {"out"}));
  }

  /// The war, fighting or unrest that broke out, where it did and between whom.
  void outbreak(std::uint32_t w) {
    static constexpr std::array<std::string_view, 8> kinds = {"war",   "conflict", "fighting", "violence",
                                                              "clash", "unrest",   "uprising", "rebellion"};
    for (const std::uint32_t s : roles_.subjects(w)) {
      Word& noun = passage_.words[s];
      if (!is_one_of(std::string_view(noun.lemma), kinds) || noun.referent != none || noun.name != none) continue;
      std::vector<std::uint32_t> actors;
      for (const std::uint32_t at : {s, w}) {
        for (const std::uint32_t c : roles_.with_preposition(at, "between")) add_actors(c, actors);
      }
      const std::uint32_t place = place_of(w);
      if (place == none && actors.size() < 2) continue;
      Referent event;
      event.type = EntityType::event;
      event.head = noun.lemma;
      if (const std::uint32_t time = passage_.words[w].time; time != none) event.date = passage_.times[time].interval;
      event.name = name_of(noun.lemma, actors, place, {});
      if (actors.empty()) event.name = with_capital(event.name.substr(1));
      noun.referent = record(w, event, actors, place);
      return;
    }
  }

  /// What kind of event the verb tells of; empty if of none.
  [[nodiscard]] std::string kind_of(std::uint32_t w) const {
    const std::string& lemma = passage_.words[w].lemma;
    if (lemma == "meet" || lemma == "confer") return "meeting";
    if (lemma != "speak" && lemma != "talk" && lemma != "call" && lemma != "phone" && lemma != "telephone") return {};
    const std::uint32_t sentence = sentence_of(passage_, w);
    static constexpr std::array<std::string_view, 7> signs = {"phone",           "telephone", "call", "video",
                                                              "videoconference", "videolink", "line"};
    for (std::uint32_t k = w; k < passage_.sentences[sentence].last_word && k < w + 14; ++k) {
      if (is_one_of(lower(passage_.words[k].form), signs) && k != w) return "phone call";
    }
    if (lemma == "phone" || lemma == "telephone") return "phone call";
    return lemma == "speak" && passage_.words[w].time != none ? "call" : std::string();
  }

  void add_actors(std::uint32_t word, std::vector<std::uint32_t>& actors) const {
    for (const std::uint32_t r : fillers(passage_, tree_, roles_, word)) {
      if (is_actor(passage_.referents[r].type) && std::ranges::find(actors, r) == actors.end()) actors.push_back(r);
    }
  }

  /// "in the presence of A and B": they take part.
  void add_witnesses(std::uint32_t w, std::vector<std::uint32_t>& actors) const {
    std::vector<std::uint32_t> beside = roles_.with_preposition(w, "in");
    for (const std::uint32_t object : roles_.objects(w)) {
      for (const std::uint32_t in : roles_.with_preposition(object, "in")) beside.push_back(in);
    }
    for (const std::uint32_t presence : beside) {
      if (passage_.words[presence].lemma != "presence") continue;
      for (const std::uint32_t witness : roles_.with_preposition(presence, "of")) add_actors(witness, actors);
    }
  }

  /// "delegations of A and B, led by C and D, met": C and D take part.
  void add_heads_of_delegations(std::uint32_t w, std::vector<std::uint32_t>& actors) const {
    std::vector<std::uint32_t> delegations = roles_.subjects(w);
    for (std::size_t i = 0, count = delegations.size(); i < count; ++i) {
      for (const std::uint32_t of : roles_.with_preposition(delegations[i], "of")) delegations.push_back(of);
    }
    for (const std::uint32_t delegation : delegations) {
      for (const std::uint32_t c : tree_.children(delegation)) {
        const Word& it = passage_.words[c];
        if (it.relation != Deprel::acl || (it.lemma != "lead" && it.lemma != "head")) continue;
        for (const std::uint32_t head : roles_.subjects(c)) add_actors(head, actors);
      }
    }
  }

  /// "on the margins of the summit", "under the umbrella of the dialogue": the event is part of it.
  void add_setting(std::uint32_t w, std::uint32_t event) {
    static constexpr std::array<std::string_view, 7> edges = {"edge", "fringe",   "framework", "margin",
                                                              "part", "sideline", "umbrella"};
    for (std::string_view preposition : {"on", "at", "in", "under", "within", "as"}) {
      for (const std::uint32_t edge : roles_.with_preposition(w, preposition)) {
        if (!is_one_of(std::string_view(passage_.words[edge].lemma), edges)) continue;
        for (const std::uint32_t of : roles_.with_preposition(edge, "of")) {
          const std::uint32_t whole = passage_.words[of].referent;
          if (whole == none || whole == event) continue;
          const EntityType type = passage_.referents[whole].type;
          if (type == EntityType::event || type == EntityType::agreement) add(w, event, Predicate::part_of, whole);
        }
      }
    }
  }

  [[nodiscard]] std::uint32_t place_of(std::uint32_t w) const {
    for (std::string_view preposition : {"in", "at", "near"}) {
      for (const std::uint32_t p : roles_.with_preposition(w, preposition)) {
        if (const std::uint32_t place = place_meant(p); place != none) return place;
        for (std::string_view inner : {"of", "in"}) {  // "in the north of Mali", "at the United Nations in Geneva"
          for (const std::uint32_t whole : roles_.with_preposition(p, inner)) {
            if (const std::uint32_t place = place_meant(whole); place != none) return place;
          }
        }
      }
    }
    return none;
  }

  [[nodiscard]] std::uint32_t place_meant(std::uint32_t word) const {
    for (const std::uint32_t r : fillers(passage_, tree_, roles_, word)) {
      const EntityType type = passage_.referents[r].type;
      if (type == EntityType::territory || type == EntityType::state) return r;
    }
    return none;
  }

  std::uint32_t add_event(std::uint32_t w, const std::string& kind, const std::vector<std::uint32_t>& actors,
                          std::uint32_t place) {
    Referent event;
    event.type = EntityType::event;
    event.head = kind;
    const std::uint32_t time = passage_.words[w].time;
    if (time != none) event.date = passage_.times[time].interval;
    event.name = name_of(kind, actors, place, event.date);
    return record(w, event, actors, place);
  }

  /// The event, new or told of before, with these participants; returns its referent.
  std::uint32_t record(std::uint32_t w, const Referent& event, const std::vector<std::uint32_t>& actors,
                       std::uint32_t place) {
    std::uint32_t made = same_event(event, actors);
    if (made == none) made = event_beside(w, event.head);
    if (made == none) {
      passage_.referents.push_back(event);
      made = static_cast<std::uint32_t>(passage_.referents.size() - 1);
    }
    passage_.referents[made].mentions.emplace_back(clause_bytes(w), true);
    speak_of_it_again(w, event.head, made);
    for (const std::uint32_t actor : actors) add(w, actor, Predicate::participates_in, made);
    add_setting(w, made);
    if (place != none) add(w, made, Predicate::located_in, place);
    return made;
  }

  /// Nouns that may mean an event of that kind.
  static bool may_mean(std::string_view noun, std::string_view kind) {
    if (kind == "signing")
      return noun == "signing" || noun == "signature" || noun == "ceremony" || noun == "initialling";
    if (kind == "war" || kind == "conflict" || kind == "fighting")
      return noun == "war" || noun == "conflict" || noun == "fighting";
    if (kind == "visit") return noun == "visit" || noun == "trip" || noun == "journey";
    if (kind == "meeting") return noun == "meeting" || noun == "encounter" || noun == "talk" || noun == "summit";
    if (kind == noun) return true;
    return noun == "call" || noun == "conversation" || noun == "videoconference" || noun == "exchange";
  }

  /// "spoke in a video call": the noun beside the verb is the event.
  [[nodiscard]] std::uint32_t event_beside(std::uint32_t w, std::string_view kind) const {
    for (const std::uint32_t c : tree_.children(w)) {
      const Word& it = passage_.words[c];
      const bool event = it.referent != none && passage_.referents[it.referent].type == EntityType::event;
      if (event && it.relation == Deprel::obl && may_mean(it.lemma, kind)) return it.referent;
    }
    return none;
  }

  /// "The signing was witnessed by …": a definite noun soon after that nothing else explains.
  void speak_of_it_again(std::uint32_t w, std::string_view kind, std::uint32_t event) {
    const std::uint32_t sentence = sentence_of(passage_, w);
    const auto last = std::min<std::size_t>(sentence + 4, passage_.sentences.size());
    for (std::uint32_t k = passage_.sentences[sentence].last_word; k < passage_.sentences[last - 1].last_word; ++k) {
      Word& it = passage_.words[k];
      if (it.tag.upos != Upos::NOUN || it.referent != none || !may_mean(it.lemma, kind)) continue;
      if (!tree_.has_child_lemma(k, {"the", "this", "that"})) continue;
      it.referent = event;
      passage_.referents[event].mentions.emplace_back(tree_.bytes(tree_.noun_phrase(k, 0)), true);
    }
  }

  /// An event told before: of the same name, or described with the same actors and no other day.
  [[nodiscard]] std::uint32_t same_event(const Referent& event, const std::vector<std::uint32_t>& actors) {
    for (; noted_ < passage_.referents.size(); ++noted_) note_event(noted_);
    const auto namesake = events_by_name_.find(event.name);
    const std::uint32_t of_same_name = namesake == events_by_name_.end() ? none : namesake->second;
    const auto undated = undated_events_.find(event.head);
    if (actors.size() != 2 || undated == undated_events_.end()) return of_same_name;
    for (const std::uint32_t r : undated->second) {
      const std::string& name = passage_.referents[r].name;
      const bool both =
          std::ranges::all_of(actors, [&](std::uint32_t a) { return name.find(short_name(a)) != std::string::npos; });
      if (both) return std::min(r, of_same_name);
    }
    return of_same_name;
  }

  void note_event(std::uint32_t r) {
    const Referent& event = passage_.referents[r];
    if (event.type != EntityType::event) return;
    events_by_name_.try_emplace(event.name, r);
    std::deque<std::uint32_t>& undated = undated_events_[event.head];
    if (!event.date) undated.push_back(r);
    if (undated.size() > furthest_event) undated.pop_front();
  }

  /// "Biden-Putin phone call, 2021-12-30", "NATO-Russia Council meeting in Brussels, 2022-01-12".
  [[nodiscard]] std::string name_of(const std::string& kind, const std::vector<std::uint32_t>& actors,
                                    std::uint32_t place, const std::optional<DateInterval>& date) {
    std::string name;
    for (std::size_t i = 0; i < std::min<std::size_t>(actors.size(), 3); ++i) {
      name += (i > 0 ? "-" : "") + short_name(actors[i]);
    }
    name += ' ' + kind;
    if (place != none) name += " in " + passage_.referents[place].name;
    if (date) name += ", " + in_words(*date);
    return name;
  }

  /// "30 December 2021", "9-10 January 2022", "February 2015".
  static std::string in_words(const DateInterval& interval) {
    const auto &from = interval.from(), &to = interval.to();
    if (!from || !to) return interval.to_string();
    if (*from == *to) return in_words(*from);
    const bool one_month =
        from->year() == to->year() && from->month() == to->month() && from->day() > 0 && to->day() > 0;
    return one_month ? std::to_string(from->day()) + "-" + in_words(*to) : in_words(*from) + " to " + in_words(*to);
  }
  static std::string in_words(const Date& date) {
    static constexpr std::array<std::string_view, 12> months = {"January",   "February", "March",    "April",
                                                                "May",       "June",     "July",     "August",
                                                                "September", "October",  "November", "December"};
    std::string words = date.day() > 0 ? std::to_string(date.day()) + " " : "";
    if (date.month() > 0) words += std::string(months[date.month() - 1]) + " ";
    return words + std::to_string(date.year());
  }

  /// The shortest name by which the text calls somebody.
  [[nodiscard]] const std::string& short_name(std::uint32_t r) {
    const auto [known, added] = short_names_.try_emplace(r);
    if (added) known->second = shortest_mention(passage_.referents[r]);
    return known->second;
  }

  [[nodiscard]] std::string shortest_mention(const Referent& actor) const {
    std::string best = actor.name;
    const std::string_view capital =
        actor.entry == none ? std::string_view() : std::string_view(Lexicon::builtin().entry(actor.entry).capital);
    for (const auto& [bytes, coreference] : actor.mentions) {
      const std::string_view text = passage_.slice(bytes);
      const bool name = !coreference && is_capitalised(text) && text != capital &&
                        (actor.type == EntityType::person || !text.ends_with("n"));
      if (name && text.size() < best.size()) best = text;
    }
    return best;
  }

  /// From the subject to the end of the clause, cut before what is subordinate.
  [[nodiscard]] Bytes clause_bytes(std::uint32_t w) const {
    Tree::Phrase phrase{w, w + 1};
    for (const std::uint32_t c : tree_.children(w)) {
      const Word& it = passage_.words[c];
      const bool core = it.relation == Deprel::nsubj || it.relation == Deprel::aux || it.relation == Deprel::advmod ||
                        it.relation == Deprel::obj || it.relation == Deprel::obl || it.relation == Deprel::obl_unmarked;
      if (!core || (c < w && it.relation != Deprel::nsubj)) continue;  // "On Monday, …" stands before the clause
      const Tree::Phrase part = tree_.noun_phrase(c);
      phrase.first = std::min(phrase.first, part.first);
      if (part.last < w + 14) phrase.last = std::max(phrase.last, part.last);
    }
    return tree_.bytes(phrase);
  }

  void add(std::uint32_t w, std::uint32_t subject, Predicate predicate, std::uint32_t object) {
    if (!joins(passage_, subject, predicate, object)) return;
    Statement statement = statement_at(passage_, w, subject, predicate, object);
    statement.rule = "meeting:" + passage_.words[w].lemma;
    statement.confidence = 0.8;
    passage_.statements.push_back(std::move(statement));
  }

  Passage& passage_;
  const Tree& tree_;
  const Roles& roles_;
  std::uint32_t noted_ = 0;  ///< referents looked at for the two below
  std::unordered_map<std::string, std::uint32_t> events_by_name_;
  std::unordered_map<std::string, std::deque<std::uint32_t>> undated_events_;  ///< by head noun
  std::unordered_map<std::uint32_t, std::string> short_names_;
};

}  // namespace

void find_meetings(Passage& passage, const Tree& tree, const Roles& roles) {
  MeetingReader(passage, tree, roles).run();
}

}  // namespace entente::prose
