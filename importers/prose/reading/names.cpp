#include "prose/reading/names.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "prose/language/calendar.hpp"
#include "prose/language/characters.hpp"
#include "prose/language/name_tagger.hpp"
#include "prose/language/weights.hpp"
#include "prose/reading/name_hints.hpp"

namespace entente::prose {
namespace {

constexpr std::array<std::string_view, 16> particles = {"de",  "di", "da", "del", "della", "van", "von", "bin",
                                                        "ibn", "al", "el", "der", "den",   "la",  "le",  "ter"};
constexpr std::uint32_t longest_run = 32;  // tokens of a name; so that texts in capitals cost no more than others
constexpr std::array<std::string_view, 9> connectors = {"of",      "for",  "on", "to", "against",
                                                        "between", "with", "in", "and"};
constexpr std::array<std::string_view, 4> ordinals = {"first", "second", "third", "fourth"};
constexpr std::array<std::string_view, 24> compass = {
    "eastern",       "western",      "northern",     "southern",      "central",       "northeastern",
    "northwestern",  "southeastern", "southwestern", "north-eastern", "north-western", "south-eastern",
    "south-western", "Eastern",      "Western",      "Northern",      "Southern",      "Central",
    "Southeastern",  "Northeastern", "Northwestern", "Southwestern",  "Upper",         "Lower"};
constexpr std::array<std::string_view, 9> place_prepositions = {"in",   "at",     "near",   "outside", "around",
                                                                "from", "inside", "across", "into"};
constexpr std::array<std::string_view, 4> place_enders = {"in", "at", "near", "to"};
constexpr std::array<std::string_view, 17> provision_heads = {
    "article",  "annex",    "point",    "chapter", "section", "paragraph", "strand", "clause", "phase",
    "protocol", "appendix", "schedule", "title",   "basket",  "part",      "stage",  "step"};
constexpr std::array<std::string_view, 12> hyphen_tails = {"led",  "based", "held",  "run", "made",   "born",
                                                           "wide", "era",   "style", "old", "backed", "only"};
constexpr std::array<std::string_view, 24> never_names = {"I",   "The", "A",  "An", "This", "That", "These", "Those",
                                                          "He",  "She", "It", "We", "They", "If",   "In",    "On",
                                                          "But", "And", "As", "At", "By",   "For",  "From",  "Mr"};

bool is_roman(std::string_view word) {
  return !word.empty() && word.size() <= 5 && word.find_first_not_of("IVX") == std::string_view::npos;
}

bool is_number(std::string_view word) {
  return is_digit(static_cast<unsigned char>(word[0])) || is_roman(word) ||
         (is_capitalised(word) && number_named(word).has_value());
}

/// One reading of the whole text; a second one knows the surnames and types that the first has found.
class NameFinder {
 public:
  NameFinder(Passage& passage, const Lexicon& lexicon, const std::vector<TaggedName>& tagged,
             const std::set<std::string_view>& surnames)
      : passage_(passage), tokens_(passage.tokens), lexicon_(lexicon), tagged_(tagged), surnames_(surnames) {}

  void run() {
    for (const Sentence& sentence : passage_.sentences) {
      begin_ = sentence.first_token;
      end_ = sentence.last_token;
      heading_ = sentence.heading;
      for (std::uint32_t i = begin_; i < end_;) i = std::max(i + 1, read_at(i));
    }
  }

 private:
  [[nodiscard]] std::string_view text(std::uint32_t t) const { return t < end_ ? tokens_[t].text : std::string_view{}; }
  [[nodiscard]] std::span<const Token> rest(std::uint32_t t) const {
    return {tokens_.data() + t, tokens_.data() + end_};
  }
  [[nodiscard]] bool adjacent(std::uint32_t t) const {  ///< no space between token t - 1 and t
    return t > begin_ && t < end_ && tokens_[t - 1].bytes.end == tokens_[t].bytes.begin;
  }
  [[nodiscard]] bool capitalised(std::uint32_t t) const { return t < end_ && is_capitalised(tokens_[t].text); }
  [[nodiscard]] std::string_view before(std::uint32_t t) const {
    return t > begin_ ? tokens_[t - 1].text : std::string_view{};
  }

  /// "Sun", but not in "Sun-mi".
  [[nodiscard]] bool is_weekday(std::uint32_t t) const {
    return weekday_named(text(t)) > 0 && !(text(t + 1) == "-" && adjacent(t + 1) && text(t).size() == 3);
  }

  /// Reads what begins at token i; returns where to go on.
  std::uint32_t read_at(std::uint32_t i) {
    if (const std::uint32_t end = titled_person(i); end > i) return end;
    if (const std::uint32_t end = numbered_provision(i); end > i) return end;
    if (const std::uint32_t end = numbered_resolution(i); end > i) return end;
    if (const std::uint32_t end = compass_region(i); end > i) return end;
    const bool can_start = capitalised(i) || is_digit(static_cast<unsigned char>(text(i)[0])) || text(i) == "(" ||
                           text(i) == "the" || is_one_of(text(i), compass) || is_one_of(text(i), ordinals);
    if (!can_start) return i + 1;
    if (const std::uint32_t end = agreement_of_place(i); end > i) return end;
    const auto matches = lexicon_.longest_match(rest(i));
    const std::uint32_t known = matches.empty() ? 0 : matches.front().length;
    if (const std::uint32_t body = body_of_office(i); body > i) return body;
    if (known == 0 && i == begin_ && capitalised(i) && is_sentence_word(i) && !surnames_.contains(text(i)))
      return i + 1;
    const std::uint32_t run_end = capitalised(i) ? std::max(capital_run(i), i + known) : i;
    if (run_end > i + known && !heading_) {
      if (const std::uint32_t end = headed_name(i, run_end); end > i) return end;
    }
    if (known > 0 && text(i) == "the" && reaches_further(i + 1, i + known)) return i + 1;
    if (known == 1 && is_other_person(i, run_end, matches)) return add_person(i, personal_run(i)), personal_run(i);
    if (known > 0 && !is_common_word(i, known)) return known_name(i, matches);
    if (run_end > i && !heading_) return unknown_name(i, run_end);
    return i + 1;
  }

  /// "Meir Ben-Shabbat" is not Golda Meir: a known surname with which another name begins.
  [[nodiscard]] bool is_other_person(std::uint32_t i, std::uint32_t run_end,
                                     const std::vector<SurfaceForm>& matches) const {
    if (run_end < i + 2 || lexicon_.entry(matches.front().entry).type != EntityType::person) return false;
    return personal_run(i) > i + 1 && capitalised(i + 1) && lexicon_.longest_match(rest(i + 1)).empty();
  }

  /// "the West Bank" is no part of "the West": whether a known name that begins at token i ends behind `end`.
  [[nodiscard]] bool reaches_further(std::uint32_t i, std::uint32_t end) const {
    const auto matches = lexicon_.longest_match(rest(i));
    return !matches.empty() && i + matches.front().length > end;
  }

  /// "May" the month, "Will" the verb: a known name that is a common word here.
  [[nodiscard]] bool is_common_word(std::uint32_t i, std::uint32_t length) const {
    if (length != 1) return false;
    const Upos upos = tokens_[i].tag.upos;
    if (surnames_.contains(text(i)) && (i + 1 == end_ || tokens_[i + 1].tag.upos != Upos::DET)) return false;
    if (i == begin_ && (upos == Upos::VERB || upos == Upos::AUX || upos == Upos::DET || upos == Upos::PRON))
      return true;
    return month_named(text(i)) > 0 && is_capitalised(text(i)) && text(i).size() > 2 && i + 1 < end_ &&
           is_digit(static_cast<unsigned char>(text(i + 1)[0]));
  }

  // --- persons ---------------------------------------------------------------------------------------------------

  /// A title and the name or names behind it: "U.S. Deputy Secretary of State Wendy Sherman", "Presidents Biden and
  /// Putin".
  std::uint32_t titled_person(std::uint32_t i) {
    std::uint32_t j = i;
    while (const std::uint32_t honorific = lexicon_.honorific_length(rest(j))) j += honorific;
    const std::uint32_t office_begin = j;
    const std::uint32_t office = opens_with_state(j) ? 0 : lexicon_.office_length(rest(j));
    j += office;
    if (j == i) return i;
    bool plural = false;
    if (office > 0) {
      plural = text(j - 1).ends_with('s');
      j = end_of_portfolio(j);
      while (const std::uint32_t honorific = lexicon_.honorific_length(rest(j))) j += honorific;
      if (const std::uint32_t more = lexicon_.office_length(rest(j)); more > 0 && capitalised(j)) j += more;
    }
    const std::uint32_t person_end = personal_run(j);
    if (person_end == j || names_something_else(j, person_end)) return i;
    const std::uint32_t first = add_person(j, person_end);
    passage_.names[first].title_first = i;
    if (office > 0) set_office(first, office_begin, j);
    std::uint32_t end = person_end;
    if (plural && text(end) == "and") {
      const std::uint32_t second_end = personal_run(end + 1);
      if (second_end > end + 1 && !names_something_else(end + 1, second_end)) {
        const std::uint32_t second = add_person(end + 1, second_end);
        set_office(second, office_begin, j);
        end = second_end;
      }
    }
    return end;
  }

  /// "the President of the European Council": where the body begins that the office is in, which is a name of its own;
  /// the token itself if no office begins there or it names none.
  [[nodiscard]] std::uint32_t body_of_office(std::uint32_t i) const {
    const std::uint32_t length = capitalised(i) ? lexicon_.office_length(rest(i)) : 0;
    for (std::uint32_t t = i + 1; t + 1 < i + length; ++t) {
      if (text(t) != "of") continue;
      const std::uint32_t body = text(t + 1) == "the" ? t + 2 : t + 1;
      const auto matches = lexicon_.longest_match(rest(body));
      const bool named = !matches.empty() && lexicon_.entry(matches.front().entry).type == EntityType::organization;
      return named ? body : i;
    }
    return i;
  }

  /// "US secretary of state": the state is a name of its own, the office begins behind it.
  [[nodiscard]] bool opens_with_state(std::uint32_t j) const {
    const auto matches = lexicon_.longest_match(rest(j));
    return !matches.empty() && lexicon_.entry(matches.front().entry).type != EntityType::person &&
           lexicon_.office_length(rest(j + matches.front().length)) > 0;
  }

  /// "… of State for European and Eurasian Affairs", "… for Foreign Affairs": skips what the office is about.
  [[nodiscard]] std::uint32_t end_of_portfolio(std::uint32_t j) const {
    if (text(j) != "for" || !capitalised(j + 1)) return j;
    std::uint32_t k = j + 1;
    std::uint32_t last_head = j;
    while (k < end_ && (capitalised(k) || text(k) == "and" || text(k) == "of" || text(k) == "the") && k < j + 8) {
      const std::string word = lower(text(k));
      ++k;
      if (word.ends_with("affairs") || word == "security" || word == "policy" || word == "defence" ||
          word == "defense" || word == "control" || word == "rights" || word == "operations") {
        last_head = k;
      }
    }
    return last_head;
  }

  /// The end of a run of words that can be a personal name, beginning at j.
  [[nodiscard]] std::uint32_t personal_run(std::uint32_t j) const {
    std::uint32_t k = j + known_person(j);  // "Ban Ki-moon", whose first name is a word as well
    while (k < end_ && k < j + 7) {
      if (k > j + 1 && is_state_that_acts(k)) break;
      if (capitalised(k) && !month_named(text(k)) && !is_weekday(k) && has_letter(text(k)) &&
          !(k == j && is_one_of(text(k), never_names)) &&
          (lexicon_.head_noun(lower(text(k))) == nullptr || (k == j && lexicon_.given_name(text(k))))) {
        ++k;
      } else if (k > j && text(k) == "-" && adjacent(k) && adjacent(k + 1) && hyphenated_name_part(k + 1)) {
        k += 2;
      } else if (k > j && is_one_of(text(k), particles) && text(k + 1) == "-" && adjacent(k + 1) &&
                 capitalised(k + 2)) {
        k += 3;  // "Abdel Fattah al-Burhan"
      } else if (k > j && is_one_of(text(k), particles) && (capitalised(k + 1) || is_one_of(text(k + 1), particles))) {
        ++k;
      } else {
        break;
      }
    }
    return k;
  }

  /// How many tokens the full name of a person has that the lexicon knows and that begins at the token; 0 if none does.
  [[nodiscard]] std::uint32_t known_person(std::uint32_t j) const {
    for (const SurfaceForm& match : lexicon_.longest_match(rest(j))) {
      if (match.length > 1 && lexicon_.entry(match.entry).type == EntityType::person) return match.length;
    }
    return 0;
  }

  /// "Under President Carlos Menem | Argentina agreed": a state behind given name and surname, with its verb.
  [[nodiscard]] bool is_state_that_acts(std::uint32_t t) const {
    const auto matches = lexicon_.longest_match(rest(t));
    if (matches.empty() || matches.front().form != NameForm::full) return false;
    const std::uint32_t next = t + matches.front().length;
    return lexicon_.entry(matches.front().entry).type == EntityType::state && next < end_ &&
           tokens_[next].tag.upos == Upos::VERB;
  }

  [[nodiscard]] bool hyphenated_name_part(std::uint32_t t) const {
    return capitalised(t) || (text(t).size() <= 5 && has_letter(text(t)) && !is_one_of(text(t), hyphen_tails) &&
                              !surnames_.contains(before(t - 1)));
  }

  /// Whether the lexicon knows these tokens as something that is no person.
  [[nodiscard]] bool names_something_else(std::uint32_t first, std::uint32_t last) const {
    const auto matches = lexicon_.longest_match(rest(first));
    if (matches.empty() || matches.front().length < last - first) {
      return !matches.empty() && matches.front().form == NameForm::adjective;
    }
    return std::ranges::none_of(
        matches, [&](const SurfaceForm& m) { return lexicon_.entry(m.entry).type == EntityType::person; });
  }

  std::uint32_t add_person(std::uint32_t first, std::uint32_t last) {
    for (const SurfaceForm& match : lexicon_.longest_match(rest(first))) {
      if (lexicon_.entry(match.entry).type == EntityType::person && match.length == last - first) {
        return with_particle(add(first, last, EntityType::person, NameForm::full, match.entry));
      }
    }
    return with_particle(add(first, last, EntityType::person, NameForm::pattern));
  }

  /// "de Mistura", "van der Bellen" without a given name: the particles belong to the surname.
  std::uint32_t with_particle(std::uint32_t n) {
    Name& name = passage_.names[n];
    std::uint32_t first = name.first;
    while (first > begin_ && is_one_of(text(first - 1), particles)) --first;
    if (name.last - name.first == 1 && first < name.first) name.title_first = first;
    return n;
  }

  void set_office(std::uint32_t name, std::uint32_t first, std::uint32_t last) {
    passage_.names[name].office_first = first;
    passage_.names[name].office_last = last;
  }

  // --- texts and places with a fixed shape --------------------------------------------------------------------------

  /// "Article 4", "Annex 1-A", "point 7".
  std::uint32_t numbered_provision(std::uint32_t i) {
    std::string head = lower(text(i));
    if (head.ends_with('s')) return i;
    if (!is_one_of(std::string_view(head), provision_heads) || i + 1 >= end_ || !is_number(text(i + 1))) return i;
    const bool weak = head == "part" || head == "stage" || head == "phase" || head == "step" || head == "section";
    if (weak && !capitalised(i)) return i;
    std::uint32_t end = i + 2;
    while (text(end) == "-" && adjacent(end) && adjacent(end + 1) && text(end + 1).size() <= 2) end += 2;
    add(i, end, EntityType::provision, NameForm::pattern);
    return end;
  }

  /// "resolution 2534 (2020)", "Security Council resolution 242": a text of its own, called by its number.
  std::uint32_t numbered_resolution(std::uint32_t i) {
    if (lower(text(i)) != "resolution" || i + 1 >= end_ || !is_digit(static_cast<unsigned char>(text(i + 1)[0])))
      return i;
    std::uint32_t end = i + 2;
    while (text(end) == "/" && i + 8 > end) end += 2;  // "60/1"
    if (end > end_) return i;
    const std::string canonical = "Resolution " + std::string(passage_.slice(passage_.bytes_of_tokens(i + 1, end)));
    const std::uint32_t name = add(i, end, EntityType::agreement, NameForm::pattern);
    passage_.names[name].canonical = canonical;
    return text(end) == "(" && text(end + 2) == ")" ? end + 3 : end;
  }

  /// "eastern Ukraine", "Northern Syria": a part of a place that the lexicon knows.
  std::uint32_t compass_region(std::uint32_t i) {
    if (!is_one_of(text(i), compass)) return i;
    const auto whole = lexicon_.longest_match(rest(i));
    if (!whole.empty()) return i;
    for (const SurfaceForm& match : lexicon_.longest_match(rest(i + 1))) {
      const EntityType type = lexicon_.entry(match.entry).type;
      if (match.form != NameForm::full || (type != EntityType::state && type != EntityType::territory)) continue;
      const std::uint32_t region = add(i, i + 1 + match.length, EntityType::territory, NameForm::pattern);
      passage_.names[region].canonical = with_capital(passage_.names[region].canonical);
      const std::uint32_t inner = add(i + 1, i + 1 + match.length, type, NameForm::full, match.entry);
      passage_.names[inner].within = region;
      return i + 1 + match.length;
    }
    return i;
  }

  /// "the Minsk agreement", "the first Minsk agreement", "the Pretoria accord": a place and what was agreed there.
  std::uint32_t agreement_of_place(std::uint32_t i) {
    static constexpr std::array<std::string_view, 6> texts = {"agreement", "accord",   "accords",
                                                              "treaty",    "protocol", "agreements"};
    const std::uint32_t place = is_one_of(text(i), ordinals) ? i + 1 : i;
    if (!capitalised(place)) return i;
    for (const SurfaceForm& match : lexicon_.longest_match(rest(place))) {
      const LexiconEntry& entry = lexicon_.entry(match.entry);
      const std::uint32_t head = place + match.length;
      if (entry.type != EntityType::territory || match.form != NameForm::full || !is_one_of(text(head), texts))
        continue;
      const std::uint32_t name = add(i, head + 1, EntityType::agreement, NameForm::pattern);
      passage_.names[name].canonical = with_capital(passage_.names[name].canonical);
      if (text(head).starts_with("accord")) {  // the same as "the Pretoria agreement"
        passage_.names[name].canonical = std::string(passage_.slice(passage_.bytes_of_tokens(i, head))) + " agreement";
      }
      return head + 1;
    }
    return i;
  }

  // --- runs of capitalised words
  // --------------------------------------------------------------------------------------

  /// The end of the run of capitalised words from i, with hyphens, numbers behind and, after a head noun, connectors.
  [[nodiscard]] std::uint32_t capital_run(std::uint32_t i) const {
    std::uint32_t k = i;
    bool connected = false;
    while (k < end_ && k < i + longest_run) {
      if (capitalised(k) && !is_weekday(k) && !(month_named(text(k)) && text(k).size() > 2 && k > i) &&
          !(k > i && (is_one_of(text(k), never_names) || opens_title(k)))) {
        ++k;
      } else if (k > i && text(k) == "-" && adjacent(k) && adjacent(k + 1) && capitalised(k + 1)) {
        k += 2;
      } else if (k > i && text(k) == "&" && capitalised(k + 1)) {
        k += 2;
      } else if (k > i && is_digit(static_cast<unsigned char>(text(k)[0])) && text(k).size() <= 4 &&
                 numbered_head(k - 1)) {
        ++k;
      } else if (k > i && is_one_of(text(k), connectors) && has_head(i, k) && connects(k, connected)) {
        connected = true;
        k = behind_connector(k);
      } else {
        break;
      }
    }
    return k;
  }

  /// "Former | Secretary of State Mike Pompeo", "U.S. | President Bill Clinton": an office before a given name.
  [[nodiscard]] bool opens_title(std::uint32_t t) const {
    const std::uint32_t person = t + lexicon_.office_length(rest(t));
    return person > t && capitalised(person) && capitalised(person + 1) && lexicon_.given_name(text(person));
  }

  [[nodiscard]] bool numbered_head(std::uint32_t t) const {
    const HeadNoun* head = lexicon_.head_noun(lower(text(t)));
    return (head != nullptr && head->type == EntityType::agreement) || text(t) == "Minsk" || text(t) == "START";
  }

  [[nodiscard]] bool has_head(std::uint32_t first, std::uint32_t last) const {
    for (std::uint32_t t = first; t < last; ++t) {
      const HeadNoun* head = lexicon_.head_noun(lower(text(t)));
      if (head != nullptr && head->names && capitalised(t)) return true;
    }
    return false;
  }

  /// Whether a name with a head noun goes on over the connector at k: "Ministry | of Defence", "Europe | and Asia" only
  /// after another connector, "in" likewise ("Framework for Peace in the Middle East").
  [[nodiscard]] bool connects(std::uint32_t k, bool connected) const {
    const std::uint32_t next = behind_connector(k);
    if (!capitalised(next) || month_named(text(next)) || is_weekday(next)) return false;
    const std::string_view word = text(k);
    if (word == "on" && leads_to_place(next)) return false;
    if (word == "of" || word == "on" || word == "for" || word == "against" || word == "between") {
      if (word != "of" && lexicon_.head_noun(lower(before(k))) == nullptr && !connected) return false;
      if (word == "of" || word == "for" || word == "on") {
        const HeadNoun* head = lexicon_.head_noun(lower(before(k)));
        return connected || head != nullptr;
      }
      return agreement_head_before(k);
    }
    if (!connected) return false;
    if (word == "and") {
      const HeadNoun* head = lexicon_.head_noun(lower(text(next)));
      if (head != nullptr && head->type == EntityType::agreement) return false;
      return !starts_other_name(next) || last_connector_is_list(k);
    }
    if (word == "in") return has_connector(k, "for") || has_connector(k, "on") || has_connector(k, "and");
    return word == "to" || word == "with";
  }

  /// Where the name goes on behind a connector: after "the", and in a treaty's list of parties after "the member states
  /// of the" too.
  [[nodiscard]] std::uint32_t behind_connector(std::uint32_t k) const {
    static constexpr std::array<std::string_view, 7> parties = {"member",      "members", "states", "government",
                                                                "governments", "people",  "peoples"};
    const std::uint32_t next = text(k + 1) == "the" ? k + 2 : k + 1;
    if (text(k) != "between" && !(text(k) == "and" && last_connector_is_list(k))) return next;
    std::uint32_t of = next;
    while (is_one_of(text(of), parties)) ++of;
    if (of == next || text(of) != "of") return next;
    return text(of + 1) == "the" ? of + 2 : of + 1;
  }

  /// "signed the Treaty | on the North Lawn": where it was done, not what it is about.
  [[nodiscard]] bool leads_to_place(std::uint32_t t) const {
    static constexpr std::array<std::string_view, 6> places = {"Lawn", "Square", "Bridge", "Island", "Coast", "Hill"};
    return is_one_of(text(t), places) || (capitalised(t) && is_one_of(text(t + 1), places));
  }

  /// Whether the connector stands not far before k.
  [[nodiscard]] bool has_connector(std::uint32_t k, std::string_view connector) const {
    for (std::uint32_t t = k; t > begin_ && t + 6 > k; --t) {
      if (text(t - 1) == connector) return true;
    }
    return false;
  }

  [[nodiscard]] bool agreement_head_before(std::uint32_t k) const {
    const HeadNoun* head = lexicon_.head_noun(lower(before(k)));
    return head != nullptr && head->type == EntityType::agreement;
  }

  [[nodiscard]] bool starts_other_name(std::uint32_t t) const {
    const auto matches = lexicon_.longest_match(rest(t));
    return std::ranges::any_of(matches, [&](const SurfaceForm& m) { return m.form == NameForm::full; });
  }
  [[nodiscard]] bool last_connector_is_list(std::uint32_t k) const {
    for (std::uint32_t t = k; t > begin_ && t + 8 > k; --t) {
      if (text(t - 1) == "between") return true;
    }
    return false;
  }

  /// A run that ends in, or begins with, a head noun: "Peace Implementation Council", "Treaty of Rome". Returns its
  /// end.
  std::uint32_t headed_name(std::uint32_t i, std::uint32_t run_end) {
    std::uint32_t first = i;
    if (i == begin_ && run_end > i + 1 && is_sentence_word(i)) ++first;
    for (std::uint32_t end = run_end; end > first + 1; --end) {
      const HeadNoun* head = nullptr;
      const std::uint32_t at = head_position(first, end, head);
      if (head == nullptr) continue;
      if (at + 1 == first + 1 && end == first + 1) continue;
      const bool happening = head->type == EntityType::event || head->type == EntityType::proposal;
      if (at == begin_ && happening) continue;  // "Talks on …": in capitals only because it opens the sentence
      if (head->type == EntityType::person || head->type == EntityType::state || lower(text(at)) == "government")
        continue;
      if (const auto matches = lexicon_.longest_match(rest(first));
          !matches.empty() && matches.front().length == end - first) {
        return known_name(first, matches);
      }
      const std::uint32_t name = add(first, end, head->type, NameForm::pattern);
      add_parts(name);
      return end;
    }
    return i;
  }

  /// The token of [first, end) that names the kind: the last one, or the last before the first connector.
  std::uint32_t head_position(std::uint32_t first, std::uint32_t end, const HeadNoun*& head) const {
    std::uint32_t at = end - 1;
    for (std::uint32_t t = first; t < end; ++t) {
      if (is_one_of(text(t), connectors) && t > first) {
        at = t - 1;
        break;
      }
    }
    while (at > first && (is_number(text(at)) || text(at) == "-") && !is_capitalised(text(at))) --at;
    if (at > first && is_roman(text(at))) --at;
    const HeadNoun* found = lexicon_.head_noun(lower(text(at)));
    head = found != nullptr && found->names && capitalised(at) ? found : nullptr;
    return at;
  }

  /// Whether the first word of the sentence is capitalised only because it stands first.
  [[nodiscard]] bool is_sentence_word(std::uint32_t i) const {
    const Upos upos = tokens_[i].tag.upos;
    return upos != Upos::PROPN && upos != Upos::ADJ && upos != Upos::NOUN;
  }

  /// The names that the lexicon knows inside a longer one.
  void add_parts(std::uint32_t outer) {
    const std::uint32_t first = passage_.names[outer].first, last = passage_.names[outer].last;
    for (std::uint32_t t = first; t < last;) {
      auto matches = lexicon_.longest_match({tokens_.data() + t, tokens_.data() + last});
      if (!matches.empty() && matches.front().length == last - first) {  // the whole name: look for less
        matches = lexicon_.longest_match({tokens_.data() + t, tokens_.data() + last - 1});
      }
      if (matches.empty()) {
        ++t;
        continue;
      }
      const SurfaceForm match = choose(t, matches);
      const std::uint32_t part = add(t, t + match.length, lexicon_.entry(match.entry).type, match.form, match.entry);
      passage_.names[part].within = outer;
      t += match.length;
    }
  }

  // --- single names
  // ---------------------------------------------------------------------------------------------------

  /// Of several things that bear a name the one that is meant here.
  [[nodiscard]] SurfaceForm choose(std::uint32_t i, const std::vector<SurfaceForm>& matches) const {
    const SurfaceForm* best = &matches.front();
    int best_score = -1;
    for (const SurfaceForm& match : matches) {
      const int score = plausibility(i, match);
      if (score > best_score) best = &match, best_score = score;
    }
    return *best;
  }

  [[nodiscard]] int plausibility(std::uint32_t i, const SurfaceForm& match) const {
    const LexiconEntry& entry = lexicon_.entry(match.entry);
    const bool place_here = stands_as_place(i, i + match.length);
    if (match.form == NameForm::capital) return place_here ? 1 : 5;
    if (entry.type == EntityType::territory && entry.kind == "city") return place_here ? 6 : 2;
    if (entry.type == EntityType::state) return 5;
    if (entry.type == EntityType::person) return 3;
    return 4;
  }

  /// "in Moscow", "Berlin, Germany", "Moscow-based": where something is, rather than who acts.
  [[nodiscard]] bool stands_as_place(std::uint32_t first, std::uint32_t last) const {
    std::uint32_t at = first;
    if (before(at) == "the" && at > begin_) --at;
    if (is_one_of(std::string_view(lower(before(at))), place_prepositions)) return true;
    if (before(at) == "and" && at > begin_ + 2 && capitalised(at - 2) && is_one_of(before(at - 2), place_enders))
      return stands_as_place(at - 2, at - 1);  // "to Cairo and Jerusalem"
    if (before(at) == "to" && at > begin_ + 1) {
      static constexpr std::array<std::string_view, 14> motion = {
          "flew",   "travelled", "traveled", "went",    "returned", "came",  "fly",
          "travel", "visit",     "trip",     "journey", "moved",    "flown", "sent"};
      if (is_one_of(tokens_[at - 2].text, motion)) return true;
    }
    if (before(at) == "of" && at > begin_ + 1) {
      const std::string_view noun = tokens_[at - 2].text;
      if (noun == "city" || noun == "capital" || noun == "outskirts" || noun == "streets" || noun == "suburb")
        return true;
    }
    if (at > begin_ && is_taken(at - 1)) return true;
    if (text(last) == "," && capitalised(last + 1)) {
      for (const SurfaceForm& next : lexicon_.longest_match(rest(last + 1))) {
        const EntityType type = lexicon_.entry(next.entry).type;
        if (next.form == NameForm::full && (type == EntityType::state) &&
            (text(last + 1 + next.length) == "," || text(last + 1 + next.length) == ".")) {
          return true;
        }
      }
    }
    if (text(last) == "-" && (text(last + 1) == "based" || text(last + 1) == "born")) return true;
    const HeadNoun* head = lexicon_.head_noun(text(last));  // "the Minsk agreement", "the Geneva summit"
    return head != nullptr && (head->type == EntityType::agreement || head->type == EntityType::event) &&
           text(first) != "Washington";
  }

  /// "seized Sana'a", "the siege of Sarajevo", "an offensive against Tripoli": what is done to places.
  [[nodiscard]] bool is_taken(std::uint32_t t) const {
    static constexpr std::array<std::string_view, 22> verbs = {
        "seized", "captured", "recaptured", "retook",    "overran", "entered", "besieged", "occupied",
        "seize",  "capture",  "recapture",  "liberated", "shelled", "bombed",  "stormed",  "reached",
        "seizes", "captures", "enters",     "besieges",  "visited", "visits"};
    static constexpr std::array<std::string_view, 12> nouns = {"siege",       "fall",    "capture",   "seizure",
                                                               "bombardment", "battle",  "offensive", "assault",
                                                               "march",       "advance", "shelling",  "occupation"};
    if (is_one_of(tokens_[t].text, verbs)) return true;
    const bool behind =
        tokens_[t].text == "of" || tokens_[t].text == "on" || tokens_[t].text == "against" || tokens_[t].text == "for";
    return behind && t > begin_ && is_one_of(tokens_[t - 1].text, nouns);
  }

  std::uint32_t known_name(std::uint32_t i, const std::vector<SurfaceForm>& matches) {
    const SurfaceForm match = choose(i, matches);
    std::uint32_t end = i + match.length;
    const LexiconEntry& entry = lexicon_.entry(match.entry);
    if (entry.type == EntityType::person) {  // "Joe Biden" may go on: "Joe Biden Jr."
      add(i, end, entry.type, NameForm::full, match.entry);
      return end;
    }
    if (entry.type == EntityType::territory && entry.kind != "city" && match.form == NameForm::full)
      end = with_region_noun(end);
    const std::uint32_t name = add(i, end, entry.type, match.form, match.entry);
    const bool body = entry.type == EntityType::organization || entry.type == EntityType::armed_group;
    if (match.length > 2 || (match.length == 2 && body)) add_parts(name);
    return end;
  }

  /// "Kaliningrad region": the noun belongs to the name.
  [[nodiscard]] std::uint32_t with_region_noun(std::uint32_t end) const {
    const std::string_view noun = text(end);
    return noun == "region" || noun == "province" || noun == "oblast" || noun == "peninsula" ? end + 1 : end;
  }

  /// A run that neither the lexicon nor a head noun explains.
  std::uint32_t unknown_name(std::uint32_t i, std::uint32_t run_end) {
    std::uint32_t first = i;
    if (i == begin_ && is_sentence_word(i) && !surnames_.contains(text(i))) ++first;
    if (first == run_end || is_one_of(text(first), never_names)) return first == i ? i + 1 : run_end;
    if (lexicon_.office_length(rest(first)) > 0 || month_named(text(first)) || is_weekday(first)) {
      return first + std::max(1U, lexicon_.office_length(rest(first)));
    }
    if (text(first) == "Government" && text(first + 1) == "of") return first + 1;  // the state's, which acts
    if (const TaggedName* name = tagged_at(first)) return trained_name(*name);
    std::uint32_t last = std::min(run_end, end_before_known(first, run_end));
    const std::uint32_t person_end = personal_run(first);
    const bool may_be_a_word = first == begin_ && last == first + 1 && tokens_[first].tag.upos != Upos::PROPN;
    if (may_be_a_word && person_end == last && !acts_as_person(first)) return last;
    if (looks_personal(first, person_end)) {
      add_person(first, person_end);
      return person_end;
    }
    if (const auto type = type_from_context(first, last)) add(first, last, *type, NameForm::pattern);
    return last;
  }

  /// "Begin, the prime minister", "Begin said": a surname of the text, and what follows fits a person.
  [[nodiscard]] bool acts_as_person(std::uint32_t t) const {
    if (!surnames_.contains(text(t)) || t + 1 >= end_) return false;
    const Xpos next = tokens_[t + 1].tag.xpos;
    return text(t + 1) == "," || next == Xpos::VBD || next == Xpos::VBZ || next == Xpos::MD || next == Xpos::POS;
  }

  /// What the trained tagger surely takes for a name beginning at the token, or null.
  [[nodiscard]] const TaggedName* tagged_at(std::uint32_t first) const {
    constexpr float sure = 0.5F;
    const auto found = std::ranges::lower_bound(tagged_, first, {}, &TaggedName::first);
    const bool here = found != tagged_.end() && found->first == first && found->margin >= sure && found->last <= end_;
    return here && found->type != NameClass::other ? &*found : nullptr;
  }

  std::uint32_t trained_name(const TaggedName& name) {
    switch (name.type) {
      case NameClass::person:
        return add_person(name.first, name.last), name.last;
      case NameClass::organization:
        return add(name.first, name.last, EntityType::organization, NameForm::pattern), name.last;
      case NameClass::event:
        return add(name.first, name.last, EntityType::event, NameForm::pattern), name.last;
      case NameClass::country:
      case NameClass::location:
        return add(name.first, name.last, EntityType::territory, NameForm::pattern), name.last;
      case NameClass::other:
        break;
    }
    return name.last;
  }

  /// A run ends where a name that the lexicon knows begins.
  [[nodiscard]] std::uint32_t end_before_known(std::uint32_t first, std::uint32_t last) const {
    for (std::uint32_t t = first + 1; t < last; ++t) {
      const auto matches = lexicon_.longest_match(rest(t));
      if (!matches.empty() && !lexicon_.given_name(text(t)) && matches.front().form == NameForm::full &&
          lexicon_.entry(matches.front().entry).type != EntityType::person && !adjacent(t)) {
        return t;
      }
    }
    return last;
  }

  [[nodiscard]] bool looks_personal(std::uint32_t first, std::uint32_t last) const {
    if (last <= first) return false;
    const std::string_view word = text(first);
    if (last == first + 1) return surnames_.contains(word);
    if (lexicon_.given_name(word) && is_capitalised(text(last - 1)) && !is_all_capitals(text(last - 1))) return true;
    const std::string_view initial = text(first + 1);
    if (initial.size() == 2 && initial[1] == '.' && last > first + 2) return true;
    return surnames_.contains(text(last - 1)) || stands_as_person(first, last);
  }

  /// Two or three capitalised words around which the text speaks as of a person.
  [[nodiscard]] bool stands_as_person(std::uint32_t first, std::uint32_t last) const {
    std::uint32_t words = 0;
    for (std::uint32_t t = first; t < last; ++t) {
      if (t > first && text(t) == "-") {  // "Hwang Sun-mi"
        ++t;
        continue;
      }
      if (!capitalised(t) || is_all_capitals(text(t))) return false;
      ++words;
    }
    if (words < 2 || words > 3) return false;
    static constexpr std::array<std::string_view, 13> verbs = {"said",   "says",     "told",  "added", "who",
                                                               "warned", "argued",   "wrote", "whose", "denied",
                                                               "asked",  "insisted", "met"};
    const std::uint32_t next = text(last) == "," ? last + 1 : last;
    if (is_one_of(text(next), verbs) || is_one_of(before(first), verbs)) return true;
    if (text(last) == "," && lexicon_.office_length(rest(skip_article(last + 1))) > 0) return true;
    return before(first) == "," && office_ends_before(first - 1);
  }

  [[nodiscard]] std::uint32_t skip_article(std::uint32_t t) const {
    std::uint32_t k = t;
    while (k < end_ && k < t + 3 &&
           (text(k) == "the" || text(k) == "a" || text(k) == "an" || text(k) == "former" || text(k) == "'s" ||
            text(k) == "’s" || capitalised(k)) &&
           lexicon_.office_length(rest(k)) == 0) {
      ++k;
    }
    return k;
  }

  /// Whether an office ends right before token t ("foreign minister, X"; "led by a commander, X").
  [[nodiscard]] bool office_ends_before(std::uint32_t t) const {
    for (std::uint32_t k = t; k > begin_ && k + 6 > t; --k) {
      if (k - 1 + lexicon_.office_length(rest(k - 1)) == t) return true;
    }
    return t > begin_ && text(t - 1).ends_with("ministers");
  }

  [[nodiscard]] std::optional<EntityType> type_from_context(std::uint32_t first, std::uint32_t last) const {
    std::string_view previous = before(first);
    if (const HeadNoun* head = lexicon_.head_noun(previous); head != nullptr && first > begin_) {
      if (head->type != EntityType::person) return head->type;  // "the opposition movement Vetëvendosje"
    }
    if (previous == "of" && first > begin_ + 1) {
      const HeadNoun* head = lexicon_.head_noun(tokens_[first - 2].text);
      if (head != nullptr && head->type == EntityType::territory) return EntityType::territory;  // "the town of Brčko"
    }
    if (stands_as_place(first, last)) return EntityType::territory;
    if (last == first + 1 && is_all_capitals(text(first)) && text(first).size() <= 6 && !is_roman(text(first)))
      return EntityType::organization;
    if (last - first >= 2 && last - first <= 3 && tokens_[first].tag.upos == Upos::PROPN) {
      bool plain = true;
      for (std::uint32_t t = first; t < last; ++t) plain = plain && capitalised(t) && !is_all_capitals(text(t));
      if (plain && first != begin_) return std::nullopt;
    }
    return std::nullopt;
  }

  std::uint32_t add(std::uint32_t first, std::uint32_t last, EntityType type, NameForm form,
                    std::uint32_t entry = none) {
    Name name;
    name.first = first;
    name.last = last;
    name.type = type;
    name.form = form;
    name.entry = entry;
    name.canonical =
        entry != none ? lexicon_.entry(entry).name : std::string(passage_.slice(passage_.bytes_of_tokens(first, last)));
    std::ranges::replace(name.canonical, '\n', ' ');
    passage_.names.push_back(std::move(name));
    return static_cast<std::uint32_t>(passage_.names.size() - 1);
  }

  Passage& passage_;
  const std::vector<Token>& tokens_;
  const Lexicon& lexicon_;
  const std::vector<TaggedName>& tagged_;  // what the trained tagger takes for names, by first token
  const std::set<std::string_view>& surnames_;
  std::uint32_t begin_ = 0, end_ = 0;  // the sentence
  bool heading_ = false;               // its capitals tell nothing
};

std::set<std::string_view> surnames_in(const Passage& passage) {
  std::set<std::string_view> surnames;
  for (const Name& name : passage.names) {
    if (name.type == EntityType::person && name.last - name.first >= 2) {
      surnames.insert(passage.tokens[name.last - 1].text);
      surnames.insert(passage.tokens[name.first].text);  // "Kim Jong Un", "Abiy Ahmed"
    }
    if (name.type == EntityType::person && name.last - name.first == 1 && name.office_last > 0) {
      surnames.insert(passage.tokens[name.first].text);
    }
  }
  return surnames;
}

/// One type for each name that only patterns explain: the most frequent one.
void vote_on_types(Passage& passage) {
  std::map<std::string, std::map<EntityType, int>> votes;
  for (const Name& name : passage.names) {
    if (name.form == NameForm::pattern) ++votes[name.canonical][name.type];
  }
  for (Name& name : passage.names) {
    if (name.form != NameForm::pattern) continue;
    int best = 0;
    for (const auto& [type, count] : votes[name.canonical]) {
      if (count > best) name.type = type, best = count;
    }
  }
}

/// What the trained tagger finds, by tokens of the passage.
std::vector<TaggedName> tag_passage(const Passage& passage, const Lexicon& lexicon) {
  std::vector<TaggedName> names;
  const std::vector<NameHint> hints = HintFinder(lexicon).hints(passage.tokens);
  std::vector<std::string_view> words;
  std::vector<Tag> tags;
  for (const Sentence& sentence : passage.sentences) {
    if (sentence.heading) continue;
    words.clear();
    tags.clear();
    for (std::uint32_t t = sentence.first_token; t < sentence.last_token; ++t) {
      words.push_back(passage.tokens[t].text);
      tags.push_back(passage.tokens[t].tag);
    }
    const std::span<const NameHint> known(hints.data() + sentence.first_token, words.size());
    for (TaggedName name : tag_names(embedded_name_weights(), embedded_weights(), words, tags, known)) {
      name.first += sentence.first_token;
      name.last += sentence.first_token;
      names.push_back(name);
    }
  }
  return names;
}

}  // namespace

void find_names(Passage& passage, const Lexicon& lexicon) {
  const std::vector<TaggedName> tagged = tag_passage(passage, lexicon);
  const std::set<std::string_view> nobody;
  NameFinder(passage, lexicon, tagged, nobody).run();
  const std::set<std::string_view> surnames = surnames_in(passage);
  passage.names.clear();
  NameFinder(passage, lexicon, tagged, surnames).run();
  vote_on_types(passage);
}

}  // namespace entente::prose
