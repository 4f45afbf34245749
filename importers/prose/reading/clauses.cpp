#include "prose/reading/clauses.hpp"

#include <algorithm>

#include "prose/language/characters.hpp"
#include "prose/language/features.hpp"
#include "prose/language/lemmas.hpp"
#include "prose/language/tagger.hpp"
#include "prose/reading/attitudes.hpp"
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
    const auto [aside, aside_end] = aside_in(first, last);
    const auto [credit, credit_end] = credit_in(first, last);
    const std::uint32_t begin = credit == first ? first : end_of_opening(first, last);
    auto [speech, speech_end] = speech_in(begin, last);
    const bool apart = (speech_end <= aside || speech >= aside_end) && (speech_end <= credit || speech >= credit_end);
    if (!apart) speech = speech_end = last;
    const bool whole = aside == aside_end && credit == credit_end && speech == speech_end;
    const std::vector<Clause> insertions = whole ? insertions_in(begin, last) : std::vector<Clause>{};
    const auto set_aside = [&](std::uint32_t w) {
      return (w >= aside && w < aside_end) || (w >= credit && w < credit_end) || (w >= speech && w < speech_end) ||
             std::ranges::any_of(insertions, [w](Clause it) { return w >= it.first_word && w < it.last_word; });
    };
    std::vector<std::uint32_t> main;
    for (std::uint32_t w = begin; w < last; ++w) {
      if (!set_aside(w)) main.push_back(w);
    }
    if (main.empty()) return;
    const std::uint32_t root = parse_words(main);
    if (credit < credit_end) attach_credit(root, credit, credit_end, last);
    if (begin > first) attach_opening(root, first, begin);
    for (const Clause& it : insertions) attach_insertion(it.first_word, it.last_word);
    if (speech < speech_end) attach_speech(root, speech, speech_end);
    if (aside < aside_end) attach_aside(root, aside, aside_end);
    mend_tree(passage_, first, last);
  }

  /// Parses these words as if nothing stood between them; returns their root.
  std::uint32_t parse_words(const std::vector<std::uint32_t>& words) {
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
    return root;
  }

  /// "A arms the rebels": what stands between a name and a phrase of its own, and may be a verb, is one.
  void mend_tag(std::uint32_t first, std::uint32_t last, std::uint32_t w) {
    std::vector<Word>& words = passage_.words;
    Word& it = words[w];
    if (is_participle_behind_comma(first, last, w)) it.tag.xpos = Xpos::VBN;
    if (is_past_of_clause(first, last, w)) it.tag.xpos = Xpos::VBD;
    if (is_participle_before_agent(first, last, w)) it.tag.xpos = Xpos::VBN;
    if (is_present_behind_apposition(first, w)) it.tag.xpos = Xpos::VBP;
    if (is_second_past(first, last, w)) it.tag.xpos = Xpos::VBD;
    if (it.form == "acting" && w > first && w + 1 < last && is_noun(w + 1)) it.tag = adjective;  // "the acting envoy"
    if (it.form == "binding" && w > first && w + 1 < last && words[w + 1].tag.upos == Upos::NOUN) {
      it.tag = adjective;  // "legally binding guarantees"
      it.lemma = it.form;
      return;
    }
    const bool plural = it.tag.xpos == Xpos::NNS;
    if ((!plural && it.tag.xpos != Xpos::NN) || it.name != none || w == first || w + 1 >= last) return;
    const Word &before = words[w - 1], &next = words[w + 1];
    if (plural && is_missing_verb(first, last, w)) {
      it.tag = {Upos::VERB, Xpos::VBZ};
      it.lemma = VerbForms::builtin().base(it.form, Xpos::VBZ);
      return;
    }
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

  /// "stressed that the rights had to be addressed, and encouraged A": what has an object behind "and" is no
  /// participle.
  [[nodiscard]] bool is_second_past(std::uint32_t first, std::uint32_t last, std::uint32_t w) const {
    const std::vector<Word>& words = passage_.words;
    if (words[w].tag.xpos != Xpos::VBN || w < first + 4 || w + 1 >= last || words[w - 1].form != "and") return false;
    const Word& next = words[w + 1];
    const bool object = next.tag.upos == Upos::DET || next.tag.upos == Upos::PRON || next.name != none;
    return object && words[w - 2].form == "," && has_finite(first, w);
  }

  /// "A's army raids B", "the Court rules that …", "A leads the talks and visits B": a clause without a verb of its own
  /// has it in the word that may be one.
  [[nodiscard]] bool is_missing_verb(std::uint32_t first, std::uint32_t last, std::uint32_t w) const {
    const std::vector<Word>& words = passage_.words;
    if (VerbForms::builtin().base(words[w].form, Xpos::VBZ).empty()) return false;
    const Word &before = words[w - 1], &next = words[w + 1];
    const bool named = next.name != none;
    std::uint32_t begin = first;
    for (std::uint32_t k = first; k < w; ++k) {
      const bool opens = words[k].form == "," || words[k].form == ":" || is_dash(k);
      if (opens && !has_finite(k + 1, w) && w > k + 1) begin = k + 1;
    }
    if (before.form == "and") {
      const bool beside = w > begin + 1 && is_noun(w - 2) && named && !has_finite(w, last);
      return beside && std::any_of(words.begin() + first, words.begin() + w,
                                   [](const Word& it) { return it.tag.xpos == Xpos::VBZ; });
    }
    const bool subject = before.name != none ? before.tag.upos == Upos::PROPN : before.tag.xpos == Xpos::NN;
    const bool object = named || next.tag.upos == Upos::DET || next.tag.xpos == Xpos::PRP || next.form == "that";
    if (!subject || !object || has_finite(begin, w)) return false;
    std::uint32_t end = w + 1;
    while (end < last && words[end].form != "," && words[end].form != "that" && words[end].form != "which") ++end;
    return !has_finite(w, end) && (begin == first || !has_finite(end, last));
  }

  /// "a team led by A would observe the truce": no verb of the past, for another verb follows.
  [[nodiscard]] bool is_participle_before_agent(std::uint32_t first, std::uint32_t last, std::uint32_t w) const {
    const std::vector<Word>& words = passage_.words;
    const bool behind_noun = w > first && w + 2 < last && words[w].tag.xpos == Xpos::VBD && is_noun(w - 1);
    return behind_noun && words[w + 1].form == "by" && !VerbForms::is_only_past(words[w].form) &&
           !has_finite(first, w) && has_finite(w + 2, last);
  }

  /// "A, a splinter group, oppose …": no infinitive stands behind a comma without "to" or a modal verb before it.
  [[nodiscard]] bool is_present_behind_apposition(std::uint32_t first, std::uint32_t w) const {
    const std::vector<Word>& words = passage_.words;
    if (words[w].tag.xpos != Xpos::VB || w < first + 3 || words[w - 1].form != "," || !is_noun(w - 2)) return false;
    for (std::uint32_t k = first; k < w; ++k) {
      if (words[k].tag.upos == Upos::VERB || words[k].tag.upos == Upos::AUX || words[k].form == "to") return false;
    }
    return true;
  }

  /// "which the two countries signed in A", "when B struck the camps": behind a noun in a clause that a conjunction or
  /// relative pronoun opens no participle, if no other verb follows or an object does.
  [[nodiscard]] bool is_past_of_clause(std::uint32_t first, std::uint32_t last, std::uint32_t w) const {
    static constexpr std::array<std::string_view, 9> openers = {"which",   "whom",     "when", "where", "while",
                                                                "because", "although", "that", "if"};
    const std::vector<Word>& words = passage_.words;
    if (words[w].tag.xpos != Xpos::VBN || w < first + 2 || w + 1 >= last || words[w - 1].form == ",") return false;
    std::uint32_t k = w;
    while (k > first) {
      const Upos upos = words[k - 1].tag.upos;
      const bool nominal = upos == Upos::NOUN || upos == Upos::PROPN || upos == Upos::ADJ || upos == Upos::NUM ||
                           (upos == Upos::DET && words[k - 1].tag.xpos != Xpos::WDT) ||
                           words[k - 1].tag.xpos == Xpos::PRP;
      if (!nominal || w - k > 5) break;
      --k;
    }
    if (k == w || k == first || (!is_noun(w - 1) && words[w - 1].tag.xpos != Xpos::PRP)) return false;
    const std::string opener = lower(words[k - 1].form);
    if (!is_one_of(std::string_view(opener), openers)) return false;
    const Word& next = words[w + 1];
    const bool object = next.tag.upos == Upos::DET || next.tag.upos == Upos::PRON || next.name != none;
    const bool relative = opener == "which" || opener == "whom";
    std::uint32_t end = w + 1;
    while (end < last && words[end].form != "," && words[end].form != ".") ++end;
    return object || (relative && !has_finite(w + 1, end));
  }

  /// "the agreement, concluded between A and B": no verb of the past, which would have a subject.
  [[nodiscard]] bool is_participle_behind_comma(std::uint32_t first, std::uint32_t last, std::uint32_t w) const {
    static constexpr std::array<std::string_view, 4> followers = {"between", "by", "under", "among"};
    const std::vector<Word>& words = passage_.words;
    const bool behind = w > first + 1 && w + 1 < last && words[w].tag.xpos == Xpos::VBD &&
                        words[w].form.ends_with("ed") && words[w - 1].form == "," && is_noun(w - 2);
    if (!behind || words[w + 1].tag.upos != Upos::ADP) return false;
    if (is_one_of(words[w + 1].form, followers)) return true;
    if (has_finite(first, w)) return false;
    for (std::uint32_t k = w + 2; k + 1 < last; ++k) {  // "the agreement, signed on 4 May by A and B, obliged C to …"
      if (words[k].form == "," && has_finite(k, last)) return true;
    }
    return false;
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
        if (words[comma].form != "," || !is_noun(comma - 1)) continue;
        if (verb && opens_relative(comma + 1) && has_finite(comma + 2, end)) {
          begin = comma;
          break;
        }
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
      noun = noun || (it.tag.upos == Upos::NOUN && it.name == none);
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
    hang(passage_.words, top, noun, relative ? Deprel::acl_relcl : verb ? Deprel::acl : Deprel::appos);
    hang(passage_.words, begin, top, Deprel::punct);
    hang(passage_.words, end - 1, top, Deprel::punct);
  }

  /// ", according to A,": the words with a comma on either side, half-open; empty if there are none.
  [[nodiscard]] std::pair<std::uint32_t, std::uint32_t> credit_in(std::uint32_t first, std::uint32_t last) const {
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

  /// ", diplomats warned,": who says so, in the middle of what is said; half-open, with the commas; empty if nobody.
  [[nodiscard]] std::pair<std::uint32_t, std::uint32_t> speech_in(std::uint32_t first, std::uint32_t last) const {
    constexpr std::uint32_t longest = 7;
    const std::vector<Word>& words = passage_.words;
    bool verb_before = false;
    for (std::uint32_t w = first + 1; w + 4 < last; ++w) {
      verb_before = verb_before || is_finite(w - 1);
      if (words[w].form != ",") continue;
      std::uint32_t end = w + 1;
      while (end < last && end < w + longest && words[end].tag.upos != Upos::VERB && words[end].form != ",") ++end;
      if (end < w + 2 || end + 2 >= last || !tells(words[end]) || words[end + 1].form != ",") continue;
      const Upos subject = words[end - 1].tag.upos;
      const bool somebody = subject == Upos::NOUN || subject == Upos::PROPN || words[end - 1].tag.xpos == Xpos::PRP;
      const Upos opens = words[w + 1].tag.upos;
      const bool phrase = opens == Upos::DET || opens == Upos::ADJ || opens == Upos::NOUN || opens == Upos::PROPN ||
                          opens == Upos::PRON || opens == Upos::NUM;
      const bool relative = words[w + 1].tag.xpos == Xpos::WP || words[w + 1].tag.xpos == Xpos::WDT;
      // the comma behind "If the talks fail" stays where it is
      if (somebody && phrase && !relative) return {verb_before ? w + 1 : w, end + 2};
    }
    return {last, last};
  }

  [[nodiscard]] static bool tells(const Word& verb) {
    const bool past = verb.tag.xpos == Xpos::VBD || verb.tag.xpos == Xpos::VBN;
    const Attitude attitude = AttitudeLexicon::builtin().of(verb.lemma, Upos::VERB);
    return past && (attitude == Attitude::says || attitude == Attitude::thinks || attitude == Attitude::threatens);
  }

  /// What stands around a speech completes it.
  void attach_speech(std::uint32_t root, std::uint32_t begin, std::uint32_t end) {
    std::vector<std::uint32_t> words;
    for (std::uint32_t w = begin; w + 1 < end; ++w) {
      if (passage_.words[w].form != ",") words.push_back(w);
    }
    parse_words(words);
    const std::uint32_t verb = end - 2;
    std::vector<Word>& all = passage_.words;
    for (const std::uint32_t w : words) {  // whatever the parser takes for the top, the verb is
      if (all[w].head < 0 && w != verb) hang(passage_.words, w, verb, Deprel::nsubj);
    }
    all[verb].head = -1;
    all[verb].relation = Deprel::root;
    hang(passage_.words, root, verb, Deprel::ccomp);
    for (const std::uint32_t comma : {begin, end - 1}) {
      if (all[comma].form == ",") hang(passage_.words, comma, verb, Deprel::punct);
    }
  }

  /// Hangs a credit on the verb that it interrupts or comes before, or on the root.
  void attach_credit(std::uint32_t root, std::uint32_t begin, std::uint32_t end, std::uint32_t last) {
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

  /// "Under Article 4.2 GAM undertook to …", "On January 9 and 10, representatives …": where the clause goes on behind
  /// the provision or date that opens it, of which it is no part for the parser.
  [[nodiscard]] std::uint32_t end_of_opening(std::uint32_t first, std::uint32_t last) const {
    const std::vector<Word>& words = passage_.words;
    static constexpr std::array<std::string_view, 5> prepositions = {"under", "in", "on", "by", "since"};
    const std::string opener = lower(words[first].form);
    const bool roughly = (opener == "early" || opener == "late") && first + 1 < last && words[first + 1].form == "in";
    const std::uint32_t noun = roughly ? first + 2 : is_one_of(opener, prepositions) ? first + 1 : first;
    if (noun + 3 > last) return first;
    const std::uint32_t interval = end_of_interval(first, last);
    std::uint32_t end = interval > first ? interval : end_of_time(noun, last);
    const std::uint32_t text = words[noun].tag.upos == Upos::DET ? noun + 1 : noun;  // "Under the Treaty of A B must …"
    if (noun > first && words[text].name != none) {
      const EntityType type = passage_.names[words[text].name].type;
      const bool under = lower(words[first].form) == "under" && type == EntityType::agreement;
      if (type == EntityType::provision || under) end = text + 1;
    }
    if (end == noun) end = end_of_phrase(first, last);
    if (end == first) end = end_of_subordinate(first, last);
    if (end <= noun || end + 2 > last) return first;
    const bool entry = noun == first && (words[end].form == ":" || is_dash(end));  // "May 1999: A seized …"
    const bool comma = words[end].form == "," || entry;
    const bool goes_on =
        comma || words[end].name != none || words[end].tag.upos == Upos::DET || words[end].tag.xpos == Xpos::PRP;
    return goes_on ? end + (comma ? 1U : 0U) : first;
  }

  /// "A day after the massacre | B suspended …", "Two years before the vote, …": behind the noun from which is counted;
  /// `first` if the clause opens otherwise.
  [[nodiscard]] std::uint32_t end_of_interval(std::uint32_t first, std::uint32_t last) const {
    static constexpr std::array<std::string_view, 10> units = {"day",  "days",   "week",  "weeks", "month",
                                                               "year", "months", "years", "hours", "decades"};
    const std::vector<Word>& words = passage_.words;
    if (first + 6 > last || !is_one_of(words[first + 1].form, units)) return first;
    if (words[first + 2].form != "after" && words[first + 2].form != "before") return first;
    for (std::uint32_t w = first + 4; w + 1 < last && w < first + 10; ++w) {
      if (words[w].tag.upos == Upos::VERB || words[w].tag.upos == Upos::AUX) return first;
      if (words[w].form == "," || begins_another(w)) return has_finite(w + 1, last) ? w : first;
    }
    return first;
  }

  /// "Of particular relevance to A, Article 6 …": before the comma that ends the phrase with a preposition which opens
  /// the clause; `first` if none does, or if the comma may stand in a list.
  [[nodiscard]] std::uint32_t end_of_phrase(std::uint32_t first, std::uint32_t last) const {
    constexpr std::uint32_t longest = 12;
    const std::vector<Word>& words = passage_.words;
    if (words[first].tag.upos != Upos::ADP) return first;
    for (std::uint32_t w = first + 2; w + 3 < last && w < first + longest; ++w) {
      if (words[w].tag.upos == Upos::VERB || words[w].tag.upos == Upos::AUX || begins_another(w)) return first;
      if (words[w].form != ",") continue;
      const Word& next = words[w + 1];
      const bool list = next.name != none && (words[w + 2].form == "and" || words[w + 2].form == ",");
      const bool subject = next.name != none || next.tag.upos == Upos::DET || next.tag.xpos == Xpos::PRP;
      const bool beside_name =
          words[w - 1].name != none && next.tag.upos == Upos::DET && closes_apposition(w + 2, last);
      return list || beside_name || !subject ? first : w;
    }
    return first;
  }

  /// "Speaking after the vote, the envoy …", "Once the treaty is signed, A …": before the comma that ends the clause or
  /// participle which opens another clause; `first` if none does.
  [[nodiscard]] std::uint32_t end_of_subordinate(std::uint32_t first, std::uint32_t last) const {
    const std::vector<Word>& words = passage_.words;
    const Word& opens = words[first];
    const bool participle = opens.tag.xpos == Xpos::VBG || opens.tag.xpos == Xpos::VBN;
    const bool gerund = opens.tag.upos == Upos::ADP && words[first + 1].tag.xpos == Xpos::VBG;
    const bool conjunction = opens.tag.upos == Upos::SCONJ || opens.tag.xpos == Xpos::WRB;
    if (!participle && !gerund && !conjunction) return first;
    bool finite = !conjunction;
    for (std::uint32_t w = first + 1; w + 3 < last; ++w) {
      finite = finite || is_finite(w);
      if (words[w].form != "," || !finite) continue;
      const Word& next = words[w + 1];
      const bool list = next.name != none && (words[w + 2].form == "and" || words[w + 2].form == "or" ||
                                              words[w + 2].form == "," || words[w + 2].form == ".");
      const bool subject =
          next.name != none || next.tag.upos == Upos::DET || next.tag.xpos == Xpos::PRP || next.tag.xpos == Xpos::PRP_S;
      if (!list && subject && has_finite(w + 1, last)) return w;
    }
    return first;
  }

  /// "by A, the president, …": whether another comma comes before the verb.
  [[nodiscard]] bool closes_apposition(std::uint32_t w, std::uint32_t last) const {
    for (; w < last && !is_finite(w); ++w) {
      if (passage_.words[w].form == ",") return true;
    }
    return false;
  }

  /// Whether a noun phrase begins here right behind another: "Since the election | the party, led by A, …".
  [[nodiscard]] bool begins_another(std::uint32_t w) const {
    const Word &it = passage_.words[w], &before = passage_.words[w - 1];
    if (before.tag.upos != Upos::NOUN && before.tag.upos != Upos::PROPN) return false;
    return it.tag.upos == Upos::DET || it.tag.upos == Upos::PRON || (it.name != none && before.name == none);
  }

  /// Behind the expression of time that begins with the word; the word itself if there is none.
  [[nodiscard]] std::uint32_t end_of_time(std::uint32_t w, std::uint32_t last) const {
    const std::uint32_t token = passage_.words[w].first;
    const auto time = std::ranges::lower_bound(passage_.times, token, {}, &TimeExpression::first);
    if (time == passage_.times.end() || time->first != token) return w;
    std::uint32_t end = w;
    while (end < last && passage_.words[end].first < time->last) ++end;
    return end;
  }

  void attach_opening(std::uint32_t root, std::uint32_t first, std::uint32_t end) {
    std::uint32_t noun = first;
    if (passage_.words[first].tag.upos == Upos::ADP || passage_.words[first].tag.upos == Upos::SCONJ) {
      noun = first + 1;
      hang(passage_.words, first, noun, Deprel::case_);
    }
    const std::uint32_t behind = passage_.words[end - 1].tag.upos == Upos::PUNCT ? end - 1 : end;
    if (behind < end) hang(passage_.words, behind, root, Deprel::punct);
    if (end_of_time(noun, end) == behind || behind == noun + 1) {
      hang(passage_.words, noun, root, Deprel::obl);
      for (std::uint32_t w = noun + 1; w < behind; ++w) hang(passage_.words, w, noun, Deprel::flat);
      return;
    }
    const std::uint32_t top = parse_words(words_between(first, behind));
    hang(passage_.words, top, root, passage_.words[top].tag.upos == Upos::VERB ? Deprel::advcl : Deprel::obl);
  }

  /// "… — the first expansion took place in 1999 — …": what stands between two dashes, or behind one up to the end,
  /// with a verb of its own. Half-open, with its dashes; empty if there is none.
  [[nodiscard]] std::pair<std::uint32_t, std::uint32_t> aside_in(std::uint32_t first, std::uint32_t last) const {
    constexpr std::uint32_t shortest = 4;
    std::uint32_t begin = last, end = last;
    for (std::uint32_t w = first + 1; w < last; ++w) {
      if (!is_dash(w)) continue;
      if (begin == last) {
        begin = w;
      } else {
        end = w + 1;
        break;
      }
    }
    if (begin == last || end < begin + shortest) return {last, last};
    const bool closed = end < last;
    if (!closed && passage_.words[last - 1].tag.upos == Upos::PUNCT) --end;
    bool verb_inside = false, verb_before = false;
    for (std::uint32_t w = first; w < end; ++w) {
      if (is_finite(w)) (w < begin ? verb_before : verb_inside) = true;
    }
    return verb_inside && (verb_before || closed) ? std::pair(begin, end) : std::pair(last, last);
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

  /// Parses an aside by itself and hangs it on the main clause: a noun on the noun before the dash, a clause on its
  /// root.
  void attach_aside(std::uint32_t root, std::uint32_t begin, std::uint32_t end) {
    std::vector<std::uint32_t> words;
    for (std::uint32_t w = begin; w < end; ++w) {
      if (!is_dash(w)) words.push_back(w);
    }
    const std::uint32_t top = parse_words(words);
    const bool noun = passage_.words[top].tag.upos == Upos::NOUN || passage_.words[top].tag.upos == Upos::PROPN;
    const Upos before = passage_.words[begin - 1].tag.upos;
    const bool beside_noun = noun && (before == Upos::NOUN || before == Upos::PROPN);
    if (beside_noun)
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
      token.tag = past ? Tag{Upos::VERB, Xpos::VBD} : tags[i];
    }
  }
}

void parse_clauses(Passage& passage, const Weights& weights) {
  ClauseParser(passage, weights).run();
}

}  // namespace entente::prose
