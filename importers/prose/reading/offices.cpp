#include "prose/reading/offices.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>
#include <unordered_map>

#include "prose/language/characters.hpp"
#include "prose/reading/fillers.hpp"

namespace entente::prose {
namespace {

class OfficeReader {
 public:
  OfficeReader(Passage& passage, const Tree& tree, const Roles& roles, const Lexicon& lexicon)
      : passage_(passage), tree_(tree), roles_(roles), lexicon_(lexicon) {}

  void run() {
    for (std::uint32_t r = 0; r < passage_.referents.size(); ++r) {
      const Referent& it = passage_.referents[r];
      const bool body = it.type == EntityType::state || it.type == EntityType::organization;
      if (body && it.entry != none) bodies_.try_emplace(it.entry, r);
    }
    for (std::uint32_t w = 0; w < passage_.words.size(); ++w) {
      const Word& it = passage_.words[w];
      if (it.name != none && passage_.names[it.name].office_last > 0) title(w, passage_.names[it.name]);
      if (it.tag.upos == Upos::NOUN || it.tag.upos == Upos::PROPN) said_of_person(w);
      if (it.lemma == "successor" || it.lemma == "predecessor" || it.lemma == "succeed") succession(w);
    }
    write_out_offices();
  }

  /// "Secretary" is "Secretary of State" when the text says so elsewhere of the same person.
  void write_out_offices() {
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::string> longest;
    for (const Statement& statement : passage_.statements) {
      std::string& role = longest[{statement.subject, statement.object}];
      if (statement.role.size() > role.size()) role = statement.role;
    }
    for (Statement& statement : passage_.statements) {
      const std::string& full = longest[{statement.subject, statement.object}];
      if (full.starts_with(statement.role + ' ')) statement.role = full;
    }
  }

 private:
  [[nodiscard]] bool is_person(std::uint32_t r) const {
    return r != none && passage_.referents[r].type == EntityType::person && passage_.referents[r].members.empty();
  }
  [[nodiscard]] bool has_offices(std::uint32_t r) const {
    if (r == none) return false;
    const EntityType type = passage_.referents[r].type;
    return in_range(Predicate::holds_office, type);
  }

  /// "U.S. Deputy Secretary of State Wendy Sherman", "Ukraine's President Z", "President Petro Poroshenko of Ukraine".
  void title(std::uint32_t w, const Name& name) {
    static constexpr std::array<std::string_view, 4> callings = {"diplomat", "politician", "statesman", "lawmaker"};
    if (is_one_of(lower(passage_.tokens[name.office_last - 1].text), callings)) return;
    std::uint32_t body = none;
    if (name.office_of != none) body = passage_.names[name.office_of].referent;
    if (!has_offices(body)) body = body_near(w);
    double confidence = 0.95;
    if (!has_offices(body)) {
      body = body_of_person(name.referent);
      confidence = 0.7;
    }
    if (!has_offices(body)) return;
    add(w, name.referent, body, name.office_first, name.office_last, confidence, "office:title");
  }

  /// The state or organization that stands around a titled name.
  [[nodiscard]] std::uint32_t body_near(std::uint32_t w) const {
    for (const std::uint32_t c : tree_.children(w)) {
      const Word& it = passage_.words[c];
      const bool before =
          it.relation == Deprel::nmod_poss || it.relation == Deprel::amod || it.relation == Deprel::compound;
      const bool behind =
          it.relation == Deprel::nmod && (tree_.preposition(c) == "of" || tree_.preposition(c) == "for");
      if ((before || behind) && has_offices(it.referent)) return it.referent;
    }
    if (w > 0) {
      const Word& previous = passage_.words[w - 1];
      const bool touches = previous.last == passage_.words[w].first && previous.name != none;
      if (touches && has_offices(previous.referent) && previous.tag.upos == Upos::ADJ) return previous.referent;
    }
    return none;
  }

  /// The state or organization that a person of the lexicon is known for, if the text speaks of it.
  [[nodiscard]] std::uint32_t body_known(std::uint32_t person) const {
    if (person == none || passage_.referents[person].entry == none) return none;
    const std::uint32_t body = lexicon_.named(lexicon_.entry(passage_.referents[person].entry).within);
    const auto spoken_of = bodies_.find(body);
    return spoken_of == bodies_.end() ? none : spoken_of->second;
  }

  /// "former Finnish president": who no longer is in office is never without the word.
  [[nodiscard]] std::uint32_t former_before(std::uint32_t first) const {
    for (std::uint32_t t = first; t > 0 && t + 4 > first; --t) {
      const std::string_view before = passage_.tokens[t - 1].text;
      if (before == "former" || before == "Former" || before == "ex") return t - 1;
      if (!is_capitalised(before)) break;
    }
    return first;
  }

  /// "minister of law and human rights", "minister for women": with what the office is in charge of.
  [[nodiscard]] std::uint32_t end_of_charge(std::uint32_t last) const {
    const auto& tokens = passage_.tokens;
    static constexpr std::array<std::string_view, 4> heads = {"minister", "secretary", "commissioner", "ministers"};
    if (last + 1 >= tokens.size() || !is_one_of(lower(tokens[last - 1].text), heads)) return last;
    if (tokens[last].text != "of" && tokens[last].text != "for") return last;
    std::uint32_t end = last;
    for (std::uint32_t t = last + 1; t < tokens.size() && t < last + 7; ++t) {
      const Upos upos = tokens[t].tag.upos;
      if (upos == Upos::NOUN && !is_capitalised(tokens[t].text))
        end = t + 1;
      else if (upos != Upos::ADJ && tokens[t].text != "and")
        break;
    }
    return end;
  }

  /// The office as written, without the names in it.
  [[nodiscard]] std::string role_text(std::uint32_t first, std::uint32_t last) const {
    std::string role(passage_.slice(passage_.bytes_of_tokens(first, last)));
    std::ranges::replace(role, '\n', ' ');
    static constexpr std::array<std::string_view, 6> plural = {"presidents", "ministers",  "chancellors",
                                                               "senators",   "commanders", "envoys"};
    const bool several =
        std::ranges::any_of(plural, [low = lower(role)](std::string_view office) { return low.ends_with(office); });
    if (several) role.pop_back();  // "Presidents A and B"
    return role;
  }

  /// An office in apposition to a person or said of one.
  void said_of_person(std::uint32_t w) {
    if (passage_.words[w].name != none && passage_.names[passage_.words[w].name].type == EntityType::person) return;
    const auto [first, last] = office_tokens(w);
    if (first == last) return;
    const std::uint32_t meant = passage_.words[w].referent;  // "the Egyptian president", when it is known who that is
    if (meant != none && is_person(meant) && passage_.words[w].tag.upos == Upos::NOUN) {
      const std::uint32_t body = body_of_office(w);
      if (has_offices(body)) add(w, meant, body, first, last, 0.8, "office:description");
      return;
    }
    std::vector<std::uint32_t> persons;
    for (const std::uint32_t person_word : persons_of(w)) {
      if (const std::uint32_t own = body_behind(person_word); own != none) {
        add(w, passage_.words[person_word].referent, own, first, last, 0.85, "office:apposition");
        continue;
      }
      for (const std::uint32_t person : fillers(passage_, tree_, roles_, person_word)) {
        if (is_person(person)) persons.push_back(person);
      }
    }
    if (persons.size() > 1 && passage_.words[w].tag.xpos == Xpos::NNS) {
      if (is_theirs(w)) {  // "their ministers, A and B": of whom each, only who is known can say
        for (const std::uint32_t person : persons) {
          const std::uint32_t body = body_known(person);
          if (has_offices(body)) add(w, person, body, first, last, 0.75, "office:each");
        }
        return;
      }
      const std::vector<std::uint32_t> bodies = bodies_of_office(w);
      if (bodies.size() > 1) {  // "the foreign ministers of A and B, C and D"
        for (std::size_t i = 0; i < persons.size() && bodies.size() == persons.size(); ++i)
          add(w, persons[i], bodies[i], first, last, 0.8, "office:each");
        return;
      }
    }
    for (const std::uint32_t person : persons) state_office(w, person, first, last);
  }

  [[nodiscard]] bool is_theirs(std::uint32_t w) const {
    return std::ranges::any_of(roles_.possessors(w), [&](std::uint32_t owner) {
      const std::uint32_t r = passage_.words[owner].referent;
      return passage_.words[owner].tag.upos == Upos::PRON && r != none && !passage_.referents[r].members.empty();
    });
  }

  /// "the ministers, A of B and C of D": of which state the person behind an office is, or `none`.
  [[nodiscard]] std::uint32_t body_behind(std::uint32_t person_word) const {
    const Word& it = passage_.words[person_word];
    if (it.name == none || !is_person(it.referent) || it.relation == Deprel::nsubj) return none;
    for (const std::uint32_t c : tree_.children(person_word)) {
      const Word& of = passage_.words[c];
      if (of.relation == Deprel::nmod && of.name != none && tree_.preposition(c) == "of" && has_offices(of.referent))
        return of.referent;
    }
    return none;
  }

  /// The states and organizations whose offices they are, in the order of the text.
  [[nodiscard]] std::vector<std::uint32_t> bodies_of_office(std::uint32_t w) const {
    std::vector<std::uint32_t> words = roles_.possessors(w), bodies;
    if (words.empty()) words = roles_.with_preposition(w, "of");
    for (const std::uint32_t word : words) {
      for (const std::uint32_t r : fillers(passage_, tree_, roles_, word)) {
        if (has_offices(r) && std::ranges::find(bodies, r) == bodies.end()) bodies.push_back(r);
      }
    }
    return bodies;
  }

  /// "his Russian counterpart, A": who holds in the one state the office that the other person has in the other.
  void counterpart(std::uint32_t w, std::uint32_t person, std::uint32_t first, std::uint32_t last) {
    std::uint32_t body = none;
    for (const std::uint32_t owner : roles_.possessors(w)) {
      const std::uint32_t r = passage_.words[owner].referent;
      const bool beside = passage_.words[owner].relation != Deprel::nmod_poss;
      if (r != none && beside && type(r) == EntityType::state) body = r;
    }
    if (body == none) body = body_known(person);
    for (const std::uint32_t owner : roles_.possessors(w)) {  // the office is that of the other
      const auto office = last_office_.find(passage_.words[owner].referent);
      if (office != last_office_.end()) std::tie(first, last) = office->second;
    }
    if (has_offices(body)) add(w, person, body, first, last, 0.8, "office:counterpart");
  }
  [[nodiscard]] EntityType type(std::uint32_t r) const { return passage_.referents[r].type; }

  /// "his successor, A", "A succeeded B": A holds the office that B was said to hold.
  void succession(std::uint32_t w) {
    const bool verb = tree_.is_verb(w);
    if (verb && tree_.is_passive(w)) return;
    for (const std::uint32_t before : verb ? roles_.objects(w) : roles_.possessors(w)) {
      const auto office = last_office_.find(passage_.words[before].referent);
      if (office == last_office_.end()) continue;
      auto [first, last] = office->second;
      if (!verb) first = passage_.words[w].first, last = passage_.words[w].last;  // as the text calls it
      for (const std::uint32_t after : verb ? roles_.subjects(w) : persons_of(w))
        add(w, passage_.words[after].referent, office_body_.at(office->first), first, last, 0.75, "office:successor");
      return;
    }
  }

  void state_office(std::uint32_t w, std::uint32_t person, std::uint32_t first, std::uint32_t last) {
    if (passage_.words[w].lemma == "counterpart") return counterpart(w, person, first, last);
    std::uint32_t body = body_of_office(w);
    if (!has_offices(body) && last > passage_.words[w].last) {  // "chief of staff of the army"
      for (std::uint32_t k = w + 1; k < passage_.words.size() && passage_.words[k].first < last; ++k) {
        if (!has_offices(body)) body = body_of_office(k);
      }
    }
    if (!has_offices(body)) {
      body = body_known(person);  // of an organization many are "president" of a part
      const bool general = lower(passage_.tokens[last - 1].text).ends_with("general");
      if (has_offices(body) && passage_.referents[body].type == EntityType::organization && !general) return;
    }
    if (has_offices(body)) add(w, person, body, first, last, 0.85, "office:apposition");
  }

  /// The tokens of the longest office that ends in this noun, with "former", "deputy" and their like before it.
  [[nodiscard]] std::pair<std::uint32_t, std::uint32_t> office_tokens(std::uint32_t w) const {
    const std::uint32_t end = passage_.words[w].last;
    std::uint32_t best = end;
    for (std::uint32_t t = end; t > 0 && t + 7 > end; --t) {
      const std::uint32_t length =
          lexicon_.office_length({passage_.tokens.data() + t - 1, passage_.tokens.data() + passage_.tokens.size()});
      if (length > 0 && t - 1 + length >= end) best = t - 1;
    }
    if (best == end) return described_office(w);
    const std::uint32_t last =
        std::max(end, best + lexicon_.office_length(
                                 {passage_.tokens.data() + best, passage_.tokens.data() + passage_.tokens.size()}));
    if (best > 0 && (passage_.tokens[best - 1].text == "former" || passage_.tokens[best - 1].text == "deputy" ||
                     passage_.tokens[best - 1].text == "first"))
      --best;
    return {best, last};
  }

  /// "foreign policy chief", "special envoy": a noun for persons in office with the modifiers before it.
  [[nodiscard]] std::pair<std::uint32_t, std::uint32_t> described_office(std::uint32_t w) const {
    static constexpr std::array<std::string_view, 15> offices = {
        "chief",     "leader",      "envoy",   "head",   "representative", "negotiator", "commander", "counterpart",
        "spokesman", "spokeswoman", "adviser", "deputy", "mediator",       "founder",    "secretary"};
    const std::uint32_t end = passage_.words[w].last;
    if (!is_one_of(passage_.words[w].lemma, offices)) return {end, end};
    std::uint32_t first = passage_.words[w].first;
    for (std::uint32_t k = w; k-- > 0 && tree_.head(k) == w && passage_.words[k].referent == none;) {
      const Deprel relation = passage_.words[k].relation;
      if (relation != Deprel::amod && relation != Deprel::compound) break;
      first = passage_.words[k].first;
    }
    return {first, end};
  }

  /// The persons of whom the office is said.
  [[nodiscard]] std::vector<std::uint32_t> persons_of(std::uint32_t w) const {
    const Word& it = passage_.words[w];
    std::vector<std::uint32_t> persons;
    if (it.relation == Deprel::appos || it.relation == Deprel::nmod_desc || it.relation == Deprel::flat) {
      if (tree_.head(w) != none) persons.push_back(nearest_before(w, tree_.head(w)));
    }
    for (const std::uint32_t c : tree_.children(w)) {
      const Deprel relation = passage_.words[c].relation;
      if (relation != Deprel::appos && relation != Deprel::flat) continue;
      for (const std::uint32_t k : tree_.conjuncts(c)) {  // "the ministers, A and B"
        if (k == c || it.tag.xpos == Xpos::NNS) persons.push_back(k);
      }
    }
    for (const std::uint32_t person : persons_by_verb(w)) persons.push_back(person);
    const std::uint32_t first = tree_.first_conjunct(w);  // "prime minister of X and leader of Y"
    if (first != w && persons.empty()) return persons_of(first);
    if (tree_.child(w, {Deprel::cop}) != none && it.polarity == Polarity::positive) {
      for (const std::uint32_t s : roles_.subjects(w)) persons.push_back(s);
    }
    return persons;
  }

  /// "A and B, then president of C": of persons side by side the last before a single office.
  [[nodiscard]] std::uint32_t nearest_before(std::uint32_t w, std::uint32_t first) const {
    if (passage_.words[w].tag.xpos == Xpos::NNS) return first;
    std::uint32_t nearest = first;
    for (const std::uint32_t k : tree_.conjuncts(first)) {
      const bool person = passage_.words[k].name != none && is_person(passage_.words[k].referent);
      if (person && k < w && k > nearest) nearest = k;
    }
    return nearest;
  }

  /// "became president", "was elected governor", "took office as president", "served as envoy".
  [[nodiscard]] std::vector<std::uint32_t> persons_by_verb(std::uint32_t w) const {
    static constexpr std::array<std::string_view, 8> gaining = {"become", "serve", "take",   "remain",
                                                                "act",    "work",  "return", "resign"};
    static constexpr std::array<std::string_view, 9> giving = {"elect", "appoint", "name",   "nominate", "choose",
                                                               "swear", "dismiss", "remove", "make"};
    std::uint32_t verb = tree_.head(w);
    if (verb == none) return {};
    const std::string preposition = tree_.preposition(w);
    if (!preposition.empty() && preposition != "as") return {};
    if (!tree_.is_verb(verb)) verb = tree_.head(verb) != none && preposition == "as" ? tree_.head(verb) : verb;
    const std::string_view lemma = passage_.words[verb].lemma;
    if (passage_.words[verb].polarity == Polarity::negative || passage_.words[verb].modality != Modality::actual)
      return {};
    if (is_one_of(lemma, gaining)) return roles_.subjects(verb);
    if (!is_one_of(lemma, giving)) return {};
    std::vector<std::uint32_t> persons = roles_.objects(verb);
    std::erase(persons, w);
    return persons;
  }

  /// The state or organization whose office it is: "Serbia's …", "Serbian …", "… of the Democratic Party".
  [[nodiscard]] std::uint32_t body_of_office(std::uint32_t w) const {
    for (const std::uint32_t owner : roles_.possessors(w)) {
      for (const std::uint32_t r : fillers(passage_, tree_, roles_, owner)) {
        if (has_offices(r)) return r;
        if (const std::uint32_t body = body_of_person(r); body != none) return body;  // "his foreign minister"
      }
    }
    for (std::string_view preposition : {"of", "for", "at", "to", "in"}) {
      for (const std::uint32_t place : roles_.with_preposition(w, preposition)) {
        for (const std::uint32_t r : fillers(passage_, tree_, roles_, place)) {
          const bool place_only =
              preposition != "of" && preposition != "for" && passage_.referents[r].type != EntityType::organization;
          if (has_offices(r) && !place_only) return r;
          if (const std::uint32_t body = body_of_person(r); body != none)
            return body;  // "adviser to Prime Minister Abiy"
        }
        if (passage_.words[place].referent != none || preposition != "of") continue;
        for (const std::uint32_t owner : roles_.possessors(place)) {  // "envoy of the UN Secretary-General"
          if (has_offices(passage_.words[owner].referent)) return passage_.words[owner].referent;
        }
      }
    }
    return none;
  }

  /// Offices that somebody held when something happened years before the text was written are dated.
  [[nodiscard]] bool long_ago(const std::optional<DateInterval>& date) const {
    const auto& written = passage_.imprint.date;
    return date && date->to() && written && date->to()->year() + 1 < written->year();
  }

  [[nodiscard]] std::uint32_t body_of_person(std::uint32_t r) const {
    if (!is_person(r)) return none;
    const auto known = office_body_.find(r);
    return known != office_body_.end() ? known->second : body_known(r);
  }

  /// "President of the European Council" is president there.
  [[nodiscard]] static std::string without_body(std::string role, std::string_view body) {
    for (std::string_view joint : {" of the ", " of "}) {
      const std::string behind = std::string(joint) + std::string(body);
      if (role.size() > behind.size() && role.ends_with(behind)) role.resize(role.size() - behind.size());
    }
    return role;
  }

  /// "an Israeli historian" serves no state.
  [[nodiscard]] bool is_calling(std::uint32_t last) const {
    static constexpr std::array<std::string_view, 14> callings = {
        "activist", "author",   "businessman", "commentator", "economist",  "historian", "journalist",
        "lawyer",   "novelist", "poet",        "professor",   "researcher", "scholar",   "writer"};
    return is_one_of(lower(passage_.tokens[last - 1].text), callings);
  }

  /// The office stands in the tokens from `first` to `last`.
  void add(std::uint32_t w, std::uint32_t person, std::uint32_t body, std::uint32_t first, std::uint32_t last,
           double confidence, const char* rule) {
    if (!is_person(person)) return;
    if (passage_.referents[body].type == EntityType::state && is_calling(last)) return;
    office_body_.try_emplace(person, body);
    last_office_.try_emplace(person, first, last);
    Statement statement = statement_at(passage_, w, person, Predicate::holds_office, body);
    statement.polarity = Polarity::positive;
    statement.modality = Modality::actual;
    statement.source = none;
    const bool held_then = first > 0 && passage_.tokens[first - 1].text == "then";
    const std::uint32_t head = tree_.head(w);
    if (held_then && !statement.date && head != none && passage_.words[head].time != none)
      statement.date = passage_.times[passage_.words[head].time].interval;
    if (!held_then && !long_ago(statement.date)) statement.date.reset();
    statement.role = without_body(role_text(former_before(first), end_of_charge(last)), passage_.referents[body].name);
    statement.confidence = confidence;
    statement.rule = rule;
    passage_.statements.push_back(std::move(statement));
  }

  Passage& passage_;
  const Tree& tree_;
  const Roles& roles_;
  const Lexicon& lexicon_;
  std::unordered_map<std::uint32_t, std::uint32_t> bodies_;  ///< states and organizations spoken of, by lexicon entry
  std::map<std::uint32_t, std::uint32_t> office_body_;
  std::map<std::uint32_t, std::pair<std::uint32_t, std::uint32_t>> last_office_;  ///< its tokens, by person
};

}  // namespace

void find_offices(Passage& passage, const Tree& tree, const Roles& roles, const Lexicon& lexicon) {
  OfficeReader(passage, tree, roles, lexicon).run();
}

}  // namespace entente::prose
