#include "prose/reading/clauses.hpp"

#include <algorithm>

#include "prose/language/calendar.hpp"
#include "prose/language/characters.hpp"
#include "prose/language/features.hpp"
#include "prose/language/lemmas.hpp"
#include "prose/language/tagger.hpp"
#include "prose/reading/tree_edits.hpp"
#include "prose/reading/tree_mends.hpp"
#include "prose/reading/verb_forms.hpp"

namespace entente::prose {
namespace {

constexpr Tag proper_noun{Upos::PROPN, Xpos::NNP};
constexpr Tag adjective{Upos::ADJ, Xpos::JJ};
constexpr Tag plural_proper_noun{Upos::PROPN, Xpos::NNPS};

class ClauseParser {
 public:
  ClauseParser(Passage& passage, const Weights& weights) : passage_(passage), weights_(weights) {}

  void run() {
    for (Sentence& sentence : passage_.sentences) {
      sentence.first_word = static_cast<std::uint32_t>(passage_.words.size());
      sentence.first_clause = static_cast<std::uint32_t>(passage_.clauses.size());
      gather_words(sentence);
      sentence.last_word = static_cast<std::uint32_t>(passage_.words.size());
      if (!sentence.heading) split_and_parse(sentence);
      sentence.last_clause = static_cast<std::uint32_t>(passage_.clauses.size());
    }
  }

 private:
  void gather_words(const Sentence& sentence) {
    sentence_end_ = sentence.last_token;
    for (std::uint32_t t = sentence.first_token; t < sentence.last_token;) {
      while (next_name_ < passage_.names.size() && start_of(next_name_) < t) ++next_name_;
      if (next_name_ < passage_.names.size() && start_of(next_name_) == t) {
        t = add_name_words(t);
      } else {
        add_word(t, t + 1, passage_.tokens[t].tag, none);
        ++t;
      }
    }
  }

  /// The first token of a name with its title; names inside others start nowhere.
  [[nodiscard]] std::uint32_t start_of(std::uint32_t n) const {
    const Name& name = passage_.names[n];
    return name.title_first != none ? name.title_first : name.first;
  }

  /// One word for the name; a state or organization right before the title of a person belongs to the word.
  std::uint32_t add_name_words(std::uint32_t t) {
    std::uint32_t outer = outermost(next_name_);
    std::uint32_t follower = next_outer(outer);
    if (follower != none && passage_.names[follower].office_last > 0 &&
        start_of(follower) == passage_.names[outer].last && passage_.names[outer].type != EntityType::person) {
      passage_.names[follower].office_of = outer;
      outer = follower;
    }
    const Name& name = passage_.names[outer];
    const std::uint32_t end = end_with_acronym(name);
    next_name_ = outer;
    while (next_name_ < passage_.names.size() && passage_.names[next_name_].first < end) ++next_name_;
    add_word(t, end, tag_of(name), outer);
    passage_.words.back().form = passage_.tokens[name.last - 1].text;
    return end;
  }

  /// Behind "(OSCE)" or "(Gerakan Aceh Merdeka, GAM)" when it follows the name.
  [[nodiscard]] std::uint32_t end_with_acronym(const Name& name) const {
    const auto& tokens = passage_.tokens;
    if (name.last + 2 >= sentence_end_ || tokens[name.last].text != "(" || name.type == EntityType::person)
      return name.last;
    for (std::uint32_t t = name.last + 1; t < name.last + 8 && t < sentence_end_; ++t) {
      if (tokens[t].text == ")") return is_all_capitals(tokens[t - 1].text) ? t + 1 : name.last;
    }
    return name.last;
  }

  /// The largest name that starts where name n does.
  [[nodiscard]] std::uint32_t outermost(std::uint32_t n) const {
    while (passage_.names[n].within != none) n = passage_.names[n].within;
    return n;
  }
  [[nodiscard]] std::uint32_t next_outer(std::uint32_t n) const {
    for (std::uint32_t k = n + 1; k < passage_.names.size(); ++k) {
      if (passage_.names[k].within == none && passage_.names[k].first >= passage_.names[n].last) return k;
    }
    return none;
  }

  [[nodiscard]] static Tag tag_of(const Name& name) {
    if (name.form == NameForm::adjective) return adjective;
    if (name.form == NameForm::people) return plural_proper_noun;
    return proper_noun;
  }

  void add_word(std::uint32_t first, std::uint32_t last, Tag tag, std::uint32_t name) {
    Word word;
    word.first = first;
    word.last = last;
    word.form = name == none ? passage_.tokens[first].text : passage_.tokens[last - 1].text;
    word.tag = tag;
    word.name = name;
    word.lemma = name == none ? base_form(word.form, tag) : std::string(word.form);
    passage_.words.push_back(std::move(word));
  }

  [[nodiscard]] std::string base_form(std::string_view form, Tag tag) const {
    const std::string_view verb = VerbForms::builtin().base(form, tag.xpos);
    return verb.empty() ? lemma(weights_, form, tag) : std::string(verb);
  }

  void split_and_parse(const Sentence& sentence) {
    const auto first = sentence.first_word, last = sentence.last_word;
    std::uint32_t begin = first;
    for (std::uint32_t w = first; w < last; ++w) {
      if (passage_.words[w].form != ";") continue;
      add_clause(begin, w);
      begin = w + 1;
    }
    add_clause(begin, last);
  }

  void add_clause(std::uint32_t first, std::uint32_t last) {
    if (first >= last) return;
    passage_.clauses.push_back({first, last});
    for (std::uint32_t w = first; w < last; ++w) mend_tag(first, last, w);
    const Clause credit = credit_in(first, last), less = let_alone_in(first, last);
    const bool credited = !is_empty(credit);
    const Clause opening = opening_date(first, last);
    const std::vector<Clause> asides = credited ? std::vector<Clause>{} : asides_in(first, last);
    const std::vector<Clause> insertions =
        credited || !asides.empty() ? std::vector<Clause>{} : insertions_in(first, last);
    std::vector<std::uint32_t> main;
    for (std::uint32_t w = first; w < last; ++w) {
      const auto holds = [w](Clause it) { return w >= it.first_word && w < it.last_word; };
      const bool apart = holds(opening) || holds(credit) || holds(less) || std::ranges::any_of(asides, holds) ||
                         std::ranges::any_of(insertions, holds);
      if (!apart) main.push_back(w);
    }
    if (main.empty()) return;
    const std::uint32_t root = parse_with_verb(main);
    if (!is_empty(opening)) attach_opening(root, opening);
    if (credited) attach_credit(root, credit, last);
    for (const Clause& it : insertions) attach_insertion(it.first_word, it.last_word);
    for (const Clause& it : asides) attach_aside(root, it.first_word, it.last_word);
    if (!is_empty(less)) attach_let_alone(less);
    mend_tree(passage_, first, last);
  }
  [[nodiscard]] static bool is_empty(Clause it) { return it.first_word == it.last_word; }

  /// Parses a clause. If it has no verb, the words that may be one are tried in turn: "A, which joined in 1990, |
  /// called on B", "the protocol | guarantees freedom".
  std::uint32_t parse_with_verb(const std::vector<std::uint32_t>& words) {
    const std::uint32_t root = parse_words(words);
    const bool sentence = passage_.words[words.back()].form == ".";
    if (!sentence || words.size() < 5 || tells(words, root)) return root;
    for (std::size_t i = 1; i + 2 < words.size(); ++i) {
      const Word before = passage_.words[words[i]];
      if (!make_finite(words[i - 1], words[i], words[i + 1])) continue;
      if (parse_words(words) == words[i] && has_subject(words, words[i])) return words[i];
      passage_.words[words[i]] = before;
    }
    return parse_words(words);
  }
  /// Whether the root of a clause is a verb or has a copula.
  [[nodiscard]] bool tells(const std::vector<std::uint32_t>& words, std::uint32_t root) const {
    const auto helps = [&](std::uint32_t w) {
      const Word& it = passage_.words[w];
      return it.head == static_cast<std::int32_t>(root) && (it.relation == Deprel::cop || it.relation == Deprel::aux);
    };
    const Xpos xpos = passage_.words[root].tag.xpos;
    const bool participle = xpos == Xpos::VBN || xpos == Xpos::VBG;
    return (passage_.words[root].tag.upos == Upos::VERB && !participle) || std::ranges::any_of(words, helps);
  }
  [[nodiscard]] bool has_subject(const std::vector<std::uint32_t>& words, std::uint32_t verb) const {
    return std::ranges::any_of(words, [&](std::uint32_t w) {
      return passage_.words[w].head == static_cast<std::int32_t>(verb) && passage_.words[w].relation == Deprel::nsubj;
    });
  }
  /// Tags a word as a finite verb if it may be one where it stands.
  bool make_finite(std::uint32_t before, std::uint32_t w, std::uint32_t next) {
    Word& it = passage_.words[w];
    if (it.name != none) return false;
    const Tag behind = passage_.words[next].tag;
    const bool phrase = behind.upos == Upos::DET || behind.upos == Upos::PRON || behind.upos == Upos::PROPN;
    const bool after_noun = passage_.words[before].name != none || passage_.words[before].tag.upos == Upos::NOUN;
    if (it.tag.xpos == Xpos::VBN && passage_.words[next].form != "by") {
      const bool described = after_noun && (behind.upos == Upos::ADJ || behind.upos == Upos::NOUN);
      if (passage_.words[before].form != "," && !phrase && !described) return false;
      it.tag = {Upos::VERB, Xpos::VBD};
      return true;
    }
    const bool before_phrase = passage_.words[before].name != none || (after_noun && behind.upos == Upos::ADP);
    return it.tag.xpos == Xpos::NNS && before_phrase && make_present(it);
  }
  /// Tags a word as the third person of the present if it may be one.
  static bool make_present(Word& word) {
    const std::string_view base = VerbForms::builtin().base(word.form, Xpos::VBZ);
    if (base.empty()) return false;
    word.tag = {Upos::VERB, Xpos::VBZ};
    word.lemma = base;
    return true;
  }

  /// Parses these words as if nothing stood between them; returns their root.
  std::uint32_t parse_words(const std::vector<std::uint32_t>& given) {
    std::vector<std::uint32_t> words;  // quotation marks inside a clause part what belongs together
    for (std::size_t i = 0; i < given.size(); ++i) {
      if (!is_quotation_inside(given, i)) words.push_back(given[i]);
    }
    forms_.clear();
    tags_.clear();
    for (const std::uint32_t w : words) {
      forms_.push_back(passage_.words[w].form);
      tags_.push_back(passage_.words[w].tag);
    }
    const std::vector<Arc> arcs = parse(weights_, forms_, tags_);
    std::uint32_t root = none;
    for (std::size_t i = 0; i < words.size(); ++i) {
      Word& it = passage_.words[words[i]];
      it.head = arcs[i].head < 0 ? -1 : static_cast<std::int32_t>(words[static_cast<std::size_t>(arcs[i].head)]);
      it.relation = arcs[i].relation;
      if (arcs[i].head < 0) root = words[i];
    }
    for (std::size_t i = 0; i < given.size(); ++i) {
      if (is_quotation_inside(given, i)) hang(passage_.words, given[i], given[i + 1], Deprel::punct);
    }
    return root;
  }
  /// A quotation mark that neither begins nor ends the words and has no comma or full stop before it.
  [[nodiscard]] bool is_quotation_inside(const std::vector<std::uint32_t>& words, std::size_t i) const {
    if (i == 0 || i + 1 >= words.size()) return false;
    const std::string_view form = passage_.words[words[i]].form;
    if (form != "\"" && form != "“" && form != "”") return false;
    return passage_.words[words[i - 1]].tag.upos != Upos::PUNCT && passage_.words[words[i + 1]].tag.upos != Upos::PUNCT;
  }

  /// "A arms the rebels": what stands between a name and a phrase of its own, and may be a verb, is one.
  void mend_tag(std::uint32_t first, std::uint32_t last, std::uint32_t w) {
    std::vector<Word>& words = passage_.words;
    Word& it = words[w];
    if (it.form == "acting" && w > first && w + 1 < last && is_noun(w + 1)) it.tag = adjective;  // "the acting envoy"
    if (follows_a_present(first, last, w) && make_present(it)) return;
    if (after_relative(first, last, w) && make_present(it)) return;
    if (it.form == "binding" && w > first && w + 1 < last && words[w + 1].tag.upos == Upos::NOUN) {
      it.tag = adjective;  // "legally binding guarantees"
      it.lemma = it.form;
      return;
    }
    const bool plural = it.tag.xpos == Xpos::NNS;
    if ((!plural && it.tag.xpos != Xpos::NN) || it.name != none || w == first || w + 1 >= last) return;
    const Word &before = words[w - 1], &next = words[w + 1];
    const bool phrase = next.tag.upos == Upos::DET || next.tag.xpos == Xpos::PRP || next.tag.xpos == Xpos::PRP_S;
    const bool relative = plural && w > first + 1 && (words[w - 2].lemma == "which" || words[w - 2].lemma == "that");
    if (before.name == none || before.tag.upos != Upos::PROPN || (!phrase && !relative)) return;
    if (!plural && (w < first + 2 || words[w - 2].lemma != "and")) return;  // "A and B issue the declaration"
    const std::string third_person = plural ? std::string(it.form) : std::string(it.form) + "s";
    const std::string_view verb = VerbForms::builtin().base(third_person, Xpos::VBZ);
    if (verb.empty()) return;
    it.tag = {Upos::VERB, plural ? Xpos::VBZ : Xpos::VBP};
    it.lemma = verb;
  }

  /// "A, which shelters and arms B": behind a relative pronoun, before a phrase, what may be verbs are verbs.
  [[nodiscard]] bool after_relative(std::uint32_t first, std::uint32_t last, std::uint32_t w) const {
    const std::vector<Word>& words = passage_.words;
    if (words[w].tag.xpos != Xpos::NNS || w < first + 2 || w + 1 >= last) return false;
    const auto pronoun = [](const Word& it) { return it.tag.xpos == Xpos::WDT || it.tag.xpos == Xpos::WP; };
    const auto phrase = [](const Word& it) { return it.tag.upos == Upos::DET || it.name != none; };
    const bool second =
        words[w - 1].form == "and" && w >= first + 3 && words[w - 2].tag.xpos == Xpos::VBZ && pronoun(words[w - 3]);
    if (second) return phrase(words[w + 1]);
    if (!pronoun(words[w - 1])) return false;
    return phrase(words[w + 1]) ||
           (words[w + 1].form == "and" && w + 3 < last && words[w + 2].tag.xpos == Xpos::NNS && phrase(words[w + 3]));
  }

  /// "A leads the talks and visits B": behind a noun and "and", before a name, what may be a verb is the second of the
  /// clause.
  [[nodiscard]] bool follows_a_present(std::uint32_t first, std::uint32_t last, std::uint32_t w) const {
    const std::vector<Word>& words = passage_.words;
    if (words[w].tag.xpos != Xpos::NNS || w < first + 3 || w + 1 >= last || words[w - 1].form != "and") return false;
    if (!is_noun(w - 2) || words[w + 1].name == none || has_finite(w, last)) return false;
    return std::any_of(words.begin() + first, words.begin() + w,
                       [](const Word& it) { return it.tag.xpos == Xpos::VBZ; });
  }

  /// "A, the main ally of B, welcomed …", "A, which joined B in 1990, left …": what is inserted between a noun and its
  /// verb, with the commas around it.
  [[nodiscard]] std::vector<Clause> insertions_in(std::uint32_t first, std::uint32_t last) const {
    const std::vector<Word>& words = passage_.words;
    std::vector<Clause> found;
    for (std::uint32_t end = first + 3; end + 1 < last; ++end) {
      if (words[end].form != ",") continue;
      const bool verb = goes_on_with_verb(end + 1, last);
      if (!verb && words[end + 1].form != "and") continue;
      std::uint32_t begin = none;
      for (std::uint32_t comma = end - 1; comma > first; --comma) {
        if (words[comma].form != "," || !is_noun(comma - 1) || month_named(words[comma - 1].form) != 0) continue;
        if (verb && opens_relative(comma + 1) && has_finite(comma + 2, end)) {
          begin = comma;
          break;
        }
        if (begin == none && verb && is_circumstance(comma + 1, end)) begin = comma;
        const bool apposed = verb || names_person(passage_, words[comma - 1]) ||
                             (words[comma - 1].name != none && words[comma + 1].lemma == "a");
        if (begin == none && apposed && is_said_of_noun(comma + 1, end)) begin = comma;
        if (!verb) break;
      }
      if (begin == none) continue;
      found.push_back({begin, end + 1});
      first = end;
    }
    return found;
  }

  /// "with the help of B", "under pressure from C": a phrase between the subject and its verb.
  [[nodiscard]] bool is_circumstance(std::uint32_t first, std::uint32_t last) const {
    static constexpr std::array<std::string_view, 9> opening = {"with",   "under", "despite", "without", "like",
                                                                "unlike", "after", "amid",    "backed"};
    if (last < first + 2 || !is_one_of(std::string_view(lower(passage_.words[first].form)), opening)) return false;
    for (std::uint32_t w = first; w < last; ++w) {
      const Word& it = passage_.words[w];
      if (it.form == "," || is_finite(w) || it.tag.xpos == Xpos::WDT || it.tag.xpos == Xpos::WP) return false;
    }
    return passage_.words[first].tag.upos == Upos::ADP && is_noun(last - 1);
  }

  [[nodiscard]] bool is_noun(std::uint32_t w) const {
    const Upos upos = passage_.words[w].tag.upos;
    return upos == Upos::NOUN || upos == Upos::PROPN;
  }
  [[nodiscard]] bool goes_on_with_verb(std::uint32_t w, std::uint32_t last) const {
    if (passage_.words[w].tag.upos == Upos::ADV && w + 1 < last) ++w;
    return is_finite(w);
  }
  [[nodiscard]] bool has_finite(std::uint32_t first, std::uint32_t last) const {
    for (std::uint32_t w = first; w < last; ++w) {
      if (is_finite(w)) return true;
    }
    return false;
  }
  [[nodiscard]] bool opens_relative(std::uint32_t w) const {
    const std::vector<Word>& words = passage_.words;
    const auto pronoun = [&](std::uint32_t k) {
      return words[k].lemma == "which" || words[k].lemma == "who" || words[k].lemma == "whom" ||
             words[k].lemma == "whose";
    };
    return pronoun(w) || (words[w].tag.upos == Upos::ADP && pronoun(w + 1));
  }

  /// "the main ally of B", "Serbia's president", "led by C": an apposition or a participle, and no member of a list.
  [[nodiscard]] bool is_said_of_noun(std::uint32_t first, std::uint32_t last) const {
    const std::vector<Word>& words = passage_.words;
    if (words[first].form == "then" || words[first].form == "now") ++first;  // "then our foreign minister"
    const Word& opens = words[first];
    if (opens.tag.xpos == Xpos::VBN || opens.tag.xpos == Xpos::VBG) return !has_finite(first, last);
    const bool phrase = opens.tag.upos == Upos::DET || opens.tag.xpos == Xpos::PRP_S || opens.tag.upos == Upos::ADJ ||
                        opens.tag.upos == Upos::NOUN || opens.name != none;
    if (!phrase || last < first + 2) return false;
    bool noun = false, relative = false;
    for (std::uint32_t w = first; w < last; ++w) {
      const Word& it = words[w];
      if (it.form == "," || it.tag.upos == Upos::CCONJ) return noun;
      if (it.name != none && it.tag.upos == Upos::PROPN && !noun && words[w + 1].tag.xpos != Xpos::POS && w + 1 == last)
        return false;
      relative = relative || it.tag.xpos == Xpos::WDT || it.tag.xpos == Xpos::WP;
      if (is_finite(w) && !relative) return false;
      noun = noun || (is_noun(w) && it.name == none);
    }
    return noun;
  }

  [[nodiscard]] static std::vector<std::uint32_t> words_between(std::uint32_t first, std::uint32_t last) {
    std::vector<std::uint32_t> words;
    for (std::uint32_t w = first; w < last; ++w) words.push_back(w);
    return words;
  }

  /// Parses what is inserted by itself and hangs it on the noun before it, or on all that are coordinated with it.
  void attach_insertion(std::uint32_t begin, std::uint32_t end) {
    const std::vector<Word>& words = passage_.words;
    const bool relative = opens_relative(begin + 1);
    std::uint32_t clause = relative ? end : begin + 2;  // "a minister | who leads B"
    while (clause < end && words[clause].tag.xpos != Xpos::WP && words[clause].tag.xpos != Xpos::WDT) ++clause;
    const std::uint32_t top = parse_words(words_between(begin + 1, std::min(clause, end - 1)));
    if (clause + 1 < end) hang(passage_.words, parse_words(words_between(clause, end - 1)), top, Deprel::acl_relcl);
    std::uint32_t noun = begin - 1;
    if (!relative && words[top].tag.xpos == Xpos::NNS) {
      while (words[noun].relation == Deprel::conj && words[noun].head >= 0)
        noun = static_cast<std::uint32_t>(words[noun].head);
    }
    const bool verb = words[top].tag.upos == Upos::VERB;
    if (!relative && is_circumstance(begin + 1, end - 1))
      hang(passage_.words, top, verb_from(end), Deprel::obl);
    else
      hang(passage_.words, top, noun, relative ? Deprel::acl_relcl : verb ? Deprel::acl : Deprel::appos);
    hang(passage_.words, begin, top, Deprel::punct);
    hang(passage_.words, end - 1, top, Deprel::punct);
  }

  /// The verb of the predicate that begins at the word: itself, or that of which it is an auxiliary.
  [[nodiscard]] std::uint32_t verb_from(std::uint32_t w) const {
    const std::vector<Word>& words = passage_.words;
    if (words[w].tag.upos == Upos::ADV) ++w;
    const bool helps =
        words[w].relation == Deprel::aux || words[w].relation == Deprel::aux_pass || words[w].relation == Deprel::cop;
    return helps && words[w].head >= 0 ? static_cast<std::uint32_t>(words[w].head) : w;
  }

  /// Where the expression of time ends that begins at the word; the word itself if none does.
  [[nodiscard]] std::uint32_t end_of_time(std::uint32_t w, std::uint32_t last) const {
    const auto time = std::ranges::lower_bound(passage_.times, passage_.words[w].first, {}, &TimeExpression::first);
    if (time == passage_.times.end() || time->first != passage_.words[w].first) return w;
    while (w < last && passage_.words[w].first < time->last) ++w;
    return w;
  }

  /// "In May 1999, …", "Between January and July, …", "10 April 1998 | …": the date that opens a clause, with the mark
  /// behind it; empty if none does.
  [[nodiscard]] Clause opening_date(std::uint32_t first, std::uint32_t last) const {
    const std::vector<Word>& words = passage_.words;
    std::uint32_t begin = words[first].tag.upos == Upos::ADP ? first + 1 : first;
    if (begin + 3 >= last) return {last, last};
    const bool day_before_date = weekday_named(words[begin].form) != 0 && words[begin + 1].form == "," &&
                                 end_of_time(begin + 2, last) != begin + 2;
    if (day_before_date) begin += 2;
    std::uint32_t end = end_of_time(begin, last);
    while (end != begin && end + 1 < last && words[end].form == ",") {  // "On Sunday, 10 January, …"
      const std::uint32_t further = end_of_time(end + 1, last);
      if (further == end + 1) break;
      end = further;
    }
    if (end == begin || end + 3 >= last) return {last, last};
    const std::string_view mark = words[end].form;
    if (mark != "," && mark != "|" && mark != ":" && mark != "—" && mark != "–") return {last, last};
    if (mark == "," && month_named(words[end + 1].form) != 0) return {last, last};
    return {first, end + 1};
  }

  void attach_opening(std::uint32_t root, Clause opening) {
    const auto [begin, end] = opening;
    const std::uint32_t top = parse_words(words_between(begin, end - 1));
    hang(passage_.words, top, root, Deprel::obl);
    hang(passage_.words, end - 1, root, Deprel::punct);
  }

  /// ", according to A,": the words with a comma on either side, half-open; empty if there are none.
  [[nodiscard]] Clause credit_in(std::uint32_t first, std::uint32_t last) const {
    const std::vector<Word>& words = passage_.words;
    for (std::uint32_t w = first; w + 2 < last; ++w) {
      if (lower(words[w].form) != "according" || words[w + 1].form != "to") continue;
      if (w > first && words[w - 1].form != ",") break;
      std::uint32_t end = w + 2;
      while (end < last && words[end].form != "," && words[end].form != ".") ++end;
      if (end == w + 2 || (end < last && words[end].form == "." && end + 1 < last)) break;
      if (end < last && words[end].form == ",") ++end;
      const std::uint32_t begin = w > first ? w - 1 : w;
      if (end - begin + 2 > last - first) break;
      return {begin, end};
    }
    return {last, last};
  }

  /// Hangs a credit on the verb that it interrupts or comes before, or on the root.
  void attach_credit(std::uint32_t root, Clause credit, std::uint32_t last) {
    const auto [begin, end] = credit;
    std::vector<std::uint32_t> names;
    std::uint32_t according = begin;
    while (lower(passage_.words[according].form) != "according") ++according;
    for (std::uint32_t w = according + 2; w < end; ++w) {
      if (passage_.words[w].form != ",") names.push_back(w);
    }
    const std::uint32_t who = parse_words(names);
    std::uint32_t verb = root;
    if (begin > 0 && end < last && passage_.words[end].tag.upos == Upos::VERB) verb = end;
    hang(passage_.words, who, verb, Deprel::obl);
    hang(passage_.words, according, who, Deprel::case_);
    hang(passage_.words, according + 1, according, Deprel::fixed);
    for (const std::uint32_t w : {begin, end - 1}) {
      if (passage_.words[w].form == ",") hang(passage_.words, w, verb, Deprel::punct);
    }
  }

  /// "will modify, let alone abandon, those demands": the words with the commas around them; empty if there are none.
  [[nodiscard]] Clause let_alone_in(std::uint32_t first, std::uint32_t last) const {
    const std::vector<Word>& words = passage_.words;
    for (std::uint32_t w = first + 2; w + 3 < last; ++w) {
      if (words[w].form != "let" || words[w + 1].form != "alone" || words[w - 1].form != ",") continue;
      if (words[w + 3].form == "," && words[w - 2].tag.upos == words[w + 2].tag.upos) return {w - 1, w + 4};
    }
    return {last, last};
  }
  void attach_let_alone(Clause it) {
    const std::uint32_t less = it.last_word - 2;
    for (std::uint32_t w = it.first_word; w < it.last_word; ++w) {
      const bool comma = passage_.words[w].form == ",";
      hang(passage_.words, w, w == less ? it.first_word - 1 : less,
           w == less ? Deprel::conj
           : comma   ? Deprel::punct
                     : Deprel::cc);
    }
  }

  /// "… — the first expansion took place in 1999 — …": what stands between two dashes, or behind one up to the end,
  /// with a verb of its own; and every "red lines of A—that …—and of B – that … –". Half-open, with the dashes.
  [[nodiscard]] std::vector<Clause> asides_in(std::uint32_t first, std::uint32_t last) const {
    constexpr std::uint32_t shortest = 4;
    std::vector<std::uint32_t> dashes;
    for (std::uint32_t w = first + 1; w < last; ++w) {
      if (is_dash(w)) dashes.push_back(w);
    }
    std::vector<Clause> contents;
    for (std::size_t i = 0; i + 1 < dashes.size(); ++i) {
      if (!is_content(dashes[i], dashes[i + 1])) continue;
      contents.push_back({dashes[i], dashes[i + 1] + 1});
      ++i;
    }
    if (!contents.empty() || dashes.empty()) return contents;
    const std::uint32_t begin = dashes.front();
    std::uint32_t end = dashes.size() > 1 ? dashes[1] + 1 : last;
    if (end < begin + shortest) return {};
    const bool closed = end < last;
    if (!closed && passage_.words[last - 1].tag.upos == Upos::PUNCT) --end;
    bool verb_inside = false, verb_before = false;
    for (std::uint32_t w = first; w < end; ++w) {
      if (is_finite(w)) (w < begin ? verb_before : verb_inside) = true;
    }
    if (!verb_inside || (!verb_before && !closed)) return {};
    return {{begin, end}};
  }
  /// "A—that B never will—": the clause says what A's position is.
  [[nodiscard]] bool is_content(std::uint32_t dash, std::uint32_t end) const {
    return is_noun(dash - 1) && passage_.words[dash + 1].lemma == "that" && has_finite(dash + 2, end);
  }
  [[nodiscard]] bool is_dash(std::uint32_t w) const {
    const std::string_view form = passage_.words[w].form;
    if (form == "—" || form == "--") return true;
    if (form != "–" && form != "-") return false;
    const std::vector<Token>& tokens = passage_.tokens;
    const std::uint32_t t = passage_.words[w].first;
    return t > 0 && t + 1 < tokens.size() && tokens[t - 1].bytes.end < tokens[t].bytes.begin &&
           tokens[t].bytes.end < tokens[t + 1].bytes.begin;
  }
  [[nodiscard]] bool is_finite(std::uint32_t w) const { return prose::is_finite(passage_.words[w].tag); }

  /// Parses an aside by itself and hangs it on the main clause: a noun, or what somebody's position is, on the noun
  /// before the dash, another clause on its root.
  void attach_aside(std::uint32_t root, std::uint32_t begin, std::uint32_t end) {
    std::vector<std::uint32_t> words;
    for (std::uint32_t w = begin; w < end; ++w) {
      if (!is_dash(w)) words.push_back(w);
    }
    const std::uint32_t top = parse_words(words);
    const bool noun = passage_.words[top].tag.upos == Upos::NOUN || passage_.words[top].tag.upos == Upos::PROPN;
    const Upos before = passage_.words[begin - 1].tag.upos;
    const bool beside_noun = noun && (before == Upos::NOUN || before == Upos::PROPN);
    if (is_content(begin, end - 1))
      hang(passage_.words, top, begin - 1, Deprel::acl);
    else if (beside_noun)
      hang(passage_.words, top, begin - 1, Deprel::appos);
    else
      hang(passage_.words, top, root, Deprel::parataxis);
    for (std::uint32_t w = begin; w < end; ++w) {
      if (is_dash(w)) hang(passage_.words, w, top, Deprel::punct);
    }
  }

  Passage& passage_;
  const Weights& weights_;
  std::uint32_t next_name_ = 0;
  std::uint32_t sentence_end_ = 0;
  std::vector<std::string_view> forms_;
  std::vector<Tag> tags_;
};

}  // namespace

void tag_tokens(Passage& passage, const Weights& weights) {
  std::vector<std::string_view> forms;
  for (const Sentence& sentence : passage.sentences) {
    forms.clear();
    for (std::uint32_t t = sentence.first_token; t < sentence.last_token; ++t) forms.push_back(passage.tokens[t].text);
    const std::vector<Tag> tags = tag(weights, forms);
    for (std::size_t i = 0; i < tags.size(); ++i) {
      Token& token = passage.tokens[sentence.first_token + i];
      const bool past = tags[i].upos != Upos::VERB && VerbForms::is_only_past(token.text);
      const bool small = tags[i].upos == Upos::PROPN && token.text[0] >= 'a' && token.text[0] <= 'z';
      token.tag = past || (small && token.text.ends_with("ed")) ? Tag{Upos::VERB, Xpos::VBD} : tags[i];
    }
  }
}

void parse_clauses(Passage& passage, const Weights& weights) {
  ClauseParser(passage, weights).run();
}

}  // namespace entente::prose
