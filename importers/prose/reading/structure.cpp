#include "prose/reading/structure.hpp"

#include <algorithm>
#include <array>

#include "prose/language/characters.hpp"
#include "prose/reading/fillers.hpp"
#include "prose/reading/tables.hpp"

namespace entente::prose {
namespace {

class StructureReader {
 public:
  StructureReader(Passage& passage, const Tree& tree, const Roles& roles, const Lexicon& lexicon)
      : passage_(passage), tree_(tree), roles_(roles), lexicon_(lexicon) {}

  void run() {
    for (std::uint32_t w = 0; w < passage_.words.size(); ++w) {
      const Word& it = passage_.words[w];
      if (it.name != none) names_inside(w, it.name);
      if (it.referent != none) phrase(w);
      if (it.tag.upos == Upos::NOUN) party_of(w);
    }
    for (const Sentence& sentence : passage_.sentences) known_wholes(sentence);
    for (std::uint32_t s = 0; s < passage_.sentences.size(); ++s) parties_line(s);
  }

  /// "Parties: A, B" at the head of a summary: those of the text that a heading before it names, or else of the first
  /// one that the text goes on to speak of.
  void parties_line(std::uint32_t s) {
    if (!lists_parties(passage_, passage_.sentences[s])) return;
    constexpr std::uint32_t reach = 12;  // sentences
    std::uint32_t text = none;
    for (std::uint32_t k = s; k > 0 && k + reach > s && text == none; --k) {
      if (passage_.sentences[k - 1].heading) text = agreement_in(passage_.sentences[k - 1]);
    }
    for (std::uint32_t k = s + 1; k < passage_.sentences.size() && k < s + reach && text == none; ++k)
      text = agreement_in(passage_.sentences[k]);
    if (text == none) return;
    std::optional<DateInterval> signed_on;
    for (std::uint32_t k = s > 4 ? s - 4 : 0; k < passage_.sentences.size() && k < s + 5 && !signed_on; ++k)
      signed_on = day_of_signing(passage_.sentences[k]);
    const std::uint32_t line = passage_.sentences[s].first_word;
    for (const std::uint32_t party : referents_in(passage_.sentences[s])) {
      if (!is_actor(type(party)) || !add(line, party, Predicate::party_to, text, "header:parties", 0.85)) continue;
      passage_.statements.back().date = signed_on;
    }
  }

  [[nodiscard]] std::uint32_t agreement_in(const Sentence& sentence) const {
    for (std::uint32_t w = sentence.first_word; w < sentence.last_word; ++w) {
      const std::uint32_t r = passage_.words[w].referent;
      if (r != none && type(r) == EntityType::agreement) return r;
    }
    return none;
  }

  /// The day in "Signed: 13 June 1975".
  [[nodiscard]] std::optional<DateInterval> day_of_signing(const Sentence& sentence) const {
    if (!sentence.heading || lower(passage_.words[sentence.first_word].form) != "signed") return std::nullopt;
    const std::uint32_t end = passage_.words[sentence.last_word - 1].last;
    const auto time =
        std::ranges::lower_bound(passage_.times, passage_.words[sentence.first_word].first, {}, &TimeExpression::first);
    if (time == passage_.times.end() || time->first >= end) return std::nullopt;
    return time->interval;
  }

  /// Places named in one sentence of which the lexicon knows that one lies in the other.
  void known_wholes(const Sentence& sentence) {
    const std::vector<std::uint32_t> referents = referents_in(sentence);
    for (const std::uint32_t place : referents) {
      if (passage_.referents[place].entry == none) continue;
      const EntityType kind = type(place);
      if (kind != EntityType::territory && kind != EntityType::organization && kind != EntityType::armed_group)
        continue;
      const LexiconEntry& entry = lexicon_.entry(passage_.referents[place].entry);
      if (entry.within.empty() || entry.kind == "sea" || entry.kind == "continent") continue;
      for (const std::uint32_t whole : referents) {
        if (whole == place || !passage_.referents[whole].members.empty()) continue;
        const std::uint32_t middle = kind == EntityType::organization ? lexicon_.named(entry.within) : none;
        const bool beyond = middle != none && lexicon_.entry(middle).within == passage_.referents[whole].name;
        if (is_among(passage_.referents[whole].name, entry.within) || beyond)
          add(sentence.first_word, place, Predicate::part_of, whole, "lexicon:within", 0.6);
      }
    }
  }

  /// Everything that the sentence speaks of, once.
  [[nodiscard]] std::vector<std::uint32_t> referents_in(const Sentence& sentence) const {
    std::vector<std::uint32_t> found;
    for (std::uint32_t w = sentence.first_word; w < sentence.last_word; ++w) {
      const std::uint32_t r = passage_.words[w].referent;
      if (r != none && std::ranges::find(found, r) == found.end()) found.push_back(r);
    }
    return found;
  }

  static bool is_among(std::string_view name, std::string_view list) {
    for (std::string_view part : split(list, '|')) {
      if (part == name) return true;
    }
    return false;
  }

 private:
  [[nodiscard]] EntityType type(std::uint32_t r) const { return passage_.referents[r].type; }

  /// Parts of a name: "Russian Foreign Ministry", "UN Security Council", "Treaty between A and B", "eastern Ukraine".
  void names_inside(std::uint32_t w, std::uint32_t outer) {
    const std::uint32_t whole = passage_.names[outer].referent;
    if (whole == none) return;
    const bool between = has_token(passage_.names[outer], "between");
    for (std::uint32_t n = outer + 1; n < passage_.names.size() && passage_.names[n].first < passage_.names[outer].last;
         ++n) {
      if (passage_.names[n].within != outer || passage_.names[n].referent == none) continue;
      const std::uint32_t part = passage_.names[n].referent;
      switch (type(whole)) {
        case EntityType::organization:
        case EntityType::armed_group:
          if (type(part) == EntityType::state || (type(part) == EntityType::organization && n == outer + 1)) {
            const bool movement =
                type(whole) == EntityType::armed_group && n != outer + 1;  // "Armed Forces of Colombia" may be rebels
            const bool own = !movement && !is_party(passage_.names[outer]) && !is_of_people(passage_.names[n]);
            if (own && belongs(passage_.names[outer], passage_.names[n]))
              add(w, whole, Predicate::part_of, part, "name:part", 0.8);
            if (is_one_of_pair(passage_.names[outer], passage_.names[n]))
              add(w, part, Predicate::member_of, whole, "name:pair", 0.7);
          }
          break;
        case EntityType::territory:
          if (is_water(passage_.names[outer]) || passage_.names[n].form == NameForm::adjective) break;
          add(w, whole, Predicate::part_of, part, "name:region", 0.9);
          break;
        case EntityType::agreement:
          if (between && is_actor(type(part)))
            add(w, part, Predicate::party_to, whole, "name:between", 0.8);
          else if (type(part) == EntityType::territory && passage_.names[n].first > passage_.names[outer].first)
            add(w, whole, Predicate::concerns, part, "name:about", 0.6);
          break;
        default:
          break;
      }
    }
  }

  /// "the Palestinian Authority": an adjective from a people rather than from a state that all recognize.
  [[nodiscard]] bool is_of_people(const Name& inner) const {
    return inner.form == NameForm::adjective && inner.entry != none &&
           lexicon_.entry(inner.entry).kind == "contested state";
  }

  /// Parties and movements are in a state, not of it.
  [[nodiscard]] bool is_party(const Name& name) const {
    static constexpr std::array<std::string_view, 9> words = {
        "Party", "Jihad", "Front", "Movement", "Brotherhood", "League", "Liberation", "Resistance", "Revolutionary"};
    return std::ranges::any_of(words, [&](std::string_view word) { return has_token(name, word); });
  }

  /// "the Gulf of Aqaba" is no part of Aqaba.
  [[nodiscard]] bool is_water(const Name& name) const {
    static constexpr std::array<std::string_view, 7> waters = {"gulf", "strait",  "straits", "bay",
                                                               "sea",  "channel", "cape"};
    return is_one_of(lower(passage_.tokens[name.first].text), waters) ||
           is_one_of(lower(passage_.tokens[name.last - 1].text), waters);
  }

  [[nodiscard]] bool has_token(const Name& name, std::string_view text) const {
    for (std::uint32_t t = name.first; t < name.last; ++t) {
      if (passage_.tokens[t].text == text) return true;
    }
    return false;
  }

  /// "Kosovo Assembly", "Russian Foreign Ministry": the state stands first; "NATO-Russia Council" belongs to neither.
  [[nodiscard]] bool belongs(const Name& outer, const Name& inner) const {
    if (inner.last < outer.last && passage_.tokens[inner.last].text == "-") return false;
    if (inner.first == outer.first) return passage_.tokens[inner.last].text != "-";
    const std::string_view before = passage_.tokens[inner.first - 1].text;
    return (before == "of" || (before == "the" && passage_.tokens[inner.first - 2].text == "of")) &&
           inner.last == outer.last;
  }

  /// "EU-UK Joint Committee": both are members.
  [[nodiscard]] bool is_one_of_pair(const Name& outer, const Name& inner) const {
    const bool first = inner.first == outer.first && inner.last < outer.last && passage_.tokens[inner.last].text == "-";
    const bool second = inner.first > outer.first + 1 && passage_.tokens[inner.first - 1].text == "-";
    return (first || second) && inner.last < outer.last;
  }

  void phrase(std::uint32_t w) {
    const std::uint32_t r = passage_.words[w].referent;
    if (!passage_.referents[r].members.empty()) return;
    switch (type(r)) {
      case EntityType::territory:
        place(w, r);
        break;
      case EntityType::organization:
      case EntityType::armed_group:
        body(w, r);
        break;
      case EntityType::bloc:
        composed(w, r);
        bloc(w, r);
        break;
      case EntityType::provision:
        provision(w, r);
        break;
      case EntityType::person:
        person(w, r);
        break;
      case EntityType::agreement:
        agreement(w, r);
        break;
      case EntityType::event:
        round(w, r);
        break;
      default:
        break;
    }
  }

  /// "the third round of the Arvendal Dialogue".
  void round(std::uint32_t w, std::uint32_t r) {
    static constexpr std::array<std::string_view, 5> parts = {"round", "session", "phase", "stage", "meeting"};
    if (!is_one_of(passage_.words[w].lemma, parts)) return;
    for (const std::uint32_t of : roles_.with_preposition(w, "of")) {
      const std::uint32_t whole = passage_.words[of].referent;
      if (whole == none || whole == r || !passage_.referents[whole].named) continue;
      if (type(whole) == EntityType::event || type(whole) == EntityType::agreement)
        add(w, r, Predicate::part_of, whole, "phrase:round", 0.75);
    }
  }

  /// "the treaty between A and B".
  void agreement(std::uint32_t w, std::uint32_t r) {
    if (passage_.words[w].tag.upos == Upos::PRON || w + 1 >= passage_.words.size() ||
        passage_.words[w + 1].lemma != "between")
      return;
    for (const std::uint32_t party : passage_.referents[r].parties) {
      if (!add(w, party, Predicate::party_to, r, "phrase:between", 0.8)) continue;
      passage_.statements.back().modality = passage_.words[w].modality;
      passage_.statements.back().source = passage_.words[w].source;
    }
  }

  /// "Berlin, Germany", "Mekelle in Tigray", "the Kenyan town of X".
  void place(std::uint32_t w, std::uint32_t r) {
    const Word& it = passage_.words[w];
    if (passage_.words.size() > w + 2 && passage_.words[w + 1].form == "," && passage_.words[w + 2].name != none &&
        sentence_of(passage_, w) == sentence_of(passage_, w + 2)) {
      const std::uint32_t next = passage_.words[w + 2].referent;
      const Deprel relation = passage_.words[w + 2].relation;
      const bool apposed = relation != Deprel::conj && relation != Deprel::nsubj && it.name != none;
      if (next != none && apposed && is_state_or_region(next) && lexicon_agrees(r, next)) {
        add(w, r, Predicate::part_of, next, "place:comma", 0.85);
      }
    }
    place_in_apposition(w, r);
    for (const std::uint32_t c : tree_.children(w)) {
      const Word& child = passage_.words[c];
      if (child.referent == none || !is_state_or_region(child.referent)) continue;
      if (child.relation == Deprel::nmod &&
          (tree_.preposition(c) == "in" || (tree_.preposition(c) == "of" && it.name == none))) {
        add(w, r, Predicate::part_of, child.referent, "place:in", 0.7);
      }
      if (child.relation == Deprel::nmod_poss) add(w, r, Predicate::part_of, child.referent, "place:of", 0.6);
    }
  }

  /// "Mekelle, the capital of Tigray", "Aceh, a province at the northern tip of Sumatra".
  void place_in_apposition(std::uint32_t w, std::uint32_t r) {
    static constexpr std::array<std::string_view, 12> kinds = {"capital", "city",      "district", "enclave",
                                                               "island",  "port",      "province", "region",
                                                               "suburb",  "territory", "town",     "village"};
    if (passage_.words[w].name == none) return;
    const std::uint32_t noun = tree_.child(w, {Deprel::appos});
    if (noun == none || !is_one_of(passage_.words[noun].lemma, kinds)) return;
    for (std::string_view preposition : {"of", "in", "at"}) {
      for (const std::uint32_t p : roles_.with_preposition(noun, preposition)) {
        for (const std::uint32_t whole : fillers(passage_, tree_, roles_, p)) {
          if (whole != r && is_state_or_region(whole) && lexicon_agrees(r, whole))
            add(w, r, Predicate::part_of, whole, "place:apposition", 0.75);
        }
      }
    }
  }

  [[nodiscard]] bool is_state_or_region(std::uint32_t r) const {
    return type(r) == EntityType::state || type(r) == EntityType::territory;
  }

  /// What the lexicon knows of where a place lies must not speak against it.
  [[nodiscard]] bool lexicon_agrees(std::uint32_t place, std::uint32_t whole) const {
    const Referent& inner = passage_.referents[place];
    if (inner.entry == none || lexicon_.entry(inner.entry).within.empty()) return true;
    return lexicon_.entry(inner.entry).within.find(passage_.referents[whole].name) != std::string::npos;
  }

  /// "a contact group of A, B and C".
  void composed(std::uint32_t w, std::uint32_t r) {
    static constexpr std::array<std::string_view, 8> kinds = {"alliance", "coalition", "commission", "committee",
                                                              "group",    "panel",     "quartet",    "troika"};
    if (passage_.words[w].name != none || !is_one_of(std::string_view(passage_.words[w].lemma), kinds)) return;
    const std::vector<std::uint32_t> members = roles_.with_preposition(w, "of");
    for (const std::uint32_t m : members) {
      const std::uint32_t member = passage_.words[m].referent;
      if (members.size() < 2 || member == none || passage_.words[m].name == none || !is_actor(type(member))) continue;
      if (add(w, member, Predicate::member_of, r, "phrase:of-members", 0.7))
        passage_.statements.back().modality = passage_.words[w].modality;
    }
  }

  /// "the Geneva-based centre".
  void seat(std::uint32_t w, std::uint32_t r) {
    const std::uint32_t based = tree_.child(w, {Deprel::amod});
    if (based == none || passage_.words[based].lemma != "base") return;
    for (const std::uint32_t c : tree_.children(based)) {
      const std::uint32_t place = passage_.words[c].referent;
      if (c < based && place != none && is_state_or_region(place))
        add(w, r, Predicate::located_in, place, "phrase:based", 0.75);
    }
  }

  /// "the Ukrainian parliament", "Russian peacekeepers in Nagorno-Karabakh".
  void body(std::uint32_t w, std::uint32_t r) {
    seat(w, r);
    composed(w, r);
    static constexpr std::array<std::string_view, 7> private_bodies = {"company",     "firm",    "bank",  "newspaper",
                                                                       "broadcaster", "channel", "centre"};
    if (passage_.words[w].name != none) {
      ministry_of(w, r);
      return own_party(w, r);
    }
    if (is_one_of(std::string_view(passage_.words[w].lemma), private_bodies)) return;
    for (const std::uint32_t owner : roles_.possessors(w)) {
      const std::uint32_t whole = passage_.words[owner].referent;
      if (whole == none || whole == r) continue;
      if (type(whole) == EntityType::state ||
          (type(whole) == EntityType::organization && type(r) == EntityType::organization)) {
        add(w, r, Predicate::part_of, whole, "phrase:part", 0.75);
      }
    }
    for (const std::uint32_t p : roles_.with_preposition(w, "in")) {
      const std::uint32_t where = passage_.words[p].referent;
      if (where == none || !is_state_or_region(where)) continue;
      add(w, r, type(r) == EntityType::armed_group ? Predicate::deploys_forces_in : Predicate::located_in, where,
          "phrase:in", 0.6);
    }
  }

  /// "Iran's Foreign Ministry".
  void ministry_of(std::uint32_t w, std::uint32_t r) {
    static constexpr std::array<std::string_view, 9> kinds = {
        "Army", "Assembly", "Congress", "Council", "Court", "Government", "Ministry", "Parliament", "Senate"};
    const Name& name = passage_.names[passage_.words[w].name];
    if (passage_.referents[r].entry != none || !is_one_of(passage_.tokens[name.last - 1].text, kinds)) return;
    for (const std::uint32_t c : tree_.children(w)) {
      const std::uint32_t state = passage_.words[c].referent;
      if (passage_.words[c].relation == Deprel::nmod_poss && state != none && type(state) == EntityType::state &&
          passage_.words[c].tag.upos == Upos::PROPN)
        add(w, r, Predicate::part_of, state, "phrase:part", 0.75);
    }
  }

  /// "A and her Democratic Party": whose party it is belongs to it.
  void own_party(std::uint32_t w, std::uint32_t r) {
    if (!is_party(passage_.names[passage_.words[w].name])) return;
    members_by_ownership(w, roles_.possessors(w), r);
  }

  void members_by_ownership(std::uint32_t w, const std::vector<std::uint32_t>& owners, std::uint32_t party) {
    for (const std::uint32_t owner : owners) {
      const std::uint32_t person = passage_.words[owner].referent;
      if (person != none && type(person) == EntityType::person)
        add(w, person, Predicate::member_of, party, "phrase:own", 0.75);
    }
  }

  /// "NATO member states" are members of NATO.
  void bloc(std::uint32_t w, std::uint32_t r) {
    if (passage_.words[w].name != none) return;
    for (const std::uint32_t owner : roles_.possessors(w)) {
      const std::uint32_t whole = passage_.words[owner].referent;
      if (whole != none && type(whole) == EntityType::organization)
        add(w, r, Predicate::member_of, whole, "phrase:members", 0.6);
    }
  }

  /// "A and his party, the SDLP", "the SDLP, the party of A".
  void party_of(std::uint32_t w) {
    static constexpr std::array<std::string_view, 4> kinds = {"movement", "organisation", "organization", "party"};
    if (passage_.words[w].name != none || !is_one_of(std::string_view(passage_.words[w].lemma), kinds)) return;
    const std::uint32_t named = tree_.child(w, {Deprel::appos});
    std::uint32_t party = passage_.words[w].referent;
    if (party == none && named != none) party = passage_.words[named].referent;
    const bool apposed = passage_.words[w].relation == Deprel::appos && tree_.head(w) != none;
    if (party == none && apposed) party = passage_.words[tree_.head(w)].referent;
    if (party == none || (type(party) != EntityType::organization && type(party) != EntityType::armed_group)) return;
    std::vector<std::uint32_t> owners = roles_.possessors(w);
    if (owners.empty() && apposed) owners = roles_.with_preposition(w, "of");
    members_by_ownership(w, owners, party);
  }

  /// "John Hume of the SDLP", "signed by A for the SDLP".
  void person(std::uint32_t w, std::uint32_t r) {
    if (passage_.words[w].name != none) in_brackets(w, r);
    if (passage_.words[w].name == none || passage_.names[passage_.words[w].name].office_last > 0) return;
    for (const std::uint32_t c : tree_.children(w)) {
      const Word& it = passage_.words[c];
      if (it.relation != Deprel::nmod || it.referent == none) continue;
      if (tree_.preposition(c) != "of" && tree_.preposition(c) != "for") continue;
      if (type(it.referent) == EntityType::organization || type(it.referent) == EntityType::armed_group) {
        add(w, r, Predicate::member_of, it.referent, "phrase:of", 0.75);
      }
    }
  }

  /// "Jane Doe (ABC)": of which party.
  void in_brackets(std::uint32_t w, std::uint32_t person) {
    const auto& words = passage_.words;
    if (w + 3 >= words.size() || words[w + 1].form != "(" || words[w + 3].form != ")") return;
    const std::uint32_t party = words[w + 2].referent;
    if (words[w + 2].name == none || party == none) return;
    if (type(party) == EntityType::organization || type(party) == EntityType::armed_group)
      add(w, person, Predicate::member_of, party, "phrase:brackets", 0.75);
  }

  void provision(std::uint32_t w, std::uint32_t r) {
    const std::uint32_t text = passage_.referents[r].text;
    if (text == none) return;
    const bool added = add(w, r, Predicate::part_of, text, "provision:part", 0.85);
    const std::uint32_t verb = tree_.head(w);
    const bool draft = verb != none && passage_.words[verb].modality == Modality::proposed;
    if (draft && added) passage_.statements.back().modality = Modality::proposed;
  }

  /// Adds a plain statement, unless the vocabulary does not let the two be joined so; tells whether it did.
  bool add(std::uint32_t w, std::uint32_t subject, Predicate predicate, std::uint32_t object, const char* rule,
           double confidence) {
    if (!joins(passage_, subject, predicate, object)) return false;
    Statement statement = statement_at(passage_, w, subject, predicate, object);
    statement.polarity = Polarity::positive;
    statement.modality = Modality::actual;
    statement.source = none;
    statement.date.reset();
    statement.rule = rule;
    statement.confidence = confidence;
    passage_.statements.push_back(std::move(statement));
    return true;
  }

  Passage& passage_;
  const Tree& tree_;
  const Roles& roles_;
  const Lexicon& lexicon_;
};

}  // namespace

void find_structure(Passage& passage, const Tree& tree, const Roles& roles, const Lexicon& lexicon) {
  StructureReader(passage, tree, roles, lexicon).run();
}

}  // namespace entente::prose
