#include "prose/reading/clauses.hpp"

#include <algorithm>

#include "prose/language/characters.hpp"
#include "prose/language/lemmas.hpp"
#include "prose/language/tagger.hpp"

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
    word.lemma = name == none ? lemma(weights_, word.form, tag) : std::string(word.form);
    passage_.words.push_back(std::move(word));
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
    forms_.clear();
    tags_.clear();
    for (std::uint32_t w = first; w < last; ++w) {
      forms_.push_back(passage_.words[w].form);
      tags_.push_back(passage_.words[w].tag);
    }
    const std::vector<Arc> arcs = parse(weights_, forms_, tags_);
    for (std::uint32_t w = first; w < last; ++w) {
      const Arc& arc = arcs[w - first];
      passage_.words[w].head = arc.head < 0 ? -1 : static_cast<std::int32_t>(first) + arc.head;
      passage_.words[w].relation = arc.relation;
    }
    for (std::uint32_t w = first; w < last; ++w) mend_relative(first, last, w);
    for (std::uint32_t w = first; w < last; ++w) {
      mend_coordination(w);
      mend_apposition(first, w);
      mend_participle(first, w);
    }
  }

  /// "A, which invaded B in 1990, accused C": the verb behind the pronoun is that of a relative clause, and the next
  /// one that has no subject is the main verb, whose subject A is.
  void mend_relative(std::uint32_t first, std::uint32_t last, std::uint32_t w) {
    std::vector<Word>& words = passage_.words;
    const bool pronoun = words[w].tag.xpos == Xpos::WDT || words[w].tag.xpos == Xpos::WP;
    if (!pronoun || words[w].head < 0 || words[w].relation != Deprel::nsubj || w < first + 2) return;
    if (words[w - 1].form != ",") return;
    const std::uint32_t noun = w - 2;
    const auto verb = static_cast<std::uint32_t>(words[w].head);
    const Upos upos = words[noun].tag.upos;
    const bool stray = words[noun].head == words[w].head && words[noun].relation != Deprel::nsubj_pass;
    if ((upos != Upos::PROPN && upos != Upos::NOUN) || !stray || words[verb].relation == Deprel::acl_relcl) return;
    const std::uint32_t main = next_predicate(verb, last);
    if (main == none) return;
    words[main].head = words[verb].head;
    words[main].relation = words[verb].relation;
    words[noun].head = static_cast<std::int32_t>(main);
    words[noun].relation = Deprel::nsubj;
    words[verb].head = static_cast<std::int32_t>(noun);
    words[verb].relation = Deprel::acl_relcl;
    for (std::uint32_t k = main + 1; k < last; ++k) {
      if (words[k].head == static_cast<std::int32_t>(verb)) words[k].head = static_cast<std::int32_t>(main);
    }
  }

  /// The first finite verb coordinated with the verb behind a comma that has no subject of its own, or `none`.
  [[nodiscard]] std::uint32_t next_predicate(std::uint32_t verb, std::uint32_t last) const {
    const std::vector<Word>& words = passage_.words;
    for (std::uint32_t k = verb + 1; k < last; ++k) {
      const Xpos xpos = words[k].tag.xpos;
      const bool finite = xpos == Xpos::VBD || xpos == Xpos::VBZ || xpos == Xpos::VBP;
      if (!finite || words[k].head != static_cast<std::int32_t>(verb)) continue;
      if (words[k].relation != Deprel::conj && words[k].relation != Deprel::parataxis) continue;
      bool own_subject = false, behind_comma = false;
      for (std::uint32_t c = verb + 1; c < last; ++c) {
        own_subject =
            own_subject || (words[c].head == static_cast<std::int32_t>(k) && words[c].relation == Deprel::nsubj);
        behind_comma = behind_comma || (c < k && words[c].form == ",");
      }
      if (!own_subject && behind_comma) return k;
    }
    return none;
  }

  /// Corrects what names show to be wrong: a person is coordinated with a person, not with the army that he commands;
  /// in "the government of A and the B" it is the government and the B that act.
  void mend_coordination(std::uint32_t w) {
    Word& it = passage_.words[w];
    if (it.relation != Deprel::conj || it.name == none || it.head < 0) return;
    const Word& beside = passage_.words[static_cast<std::uint32_t>(it.head)];
    const EntityType type = passage_.names[it.name].type;
    if (type == EntityType::person && !is_person(beside)) {
      std::int32_t at = beside.head;
      for (int i = 0; i < 5 && at >= 0; ++i, at = passage_.words[static_cast<std::uint32_t>(at)].head) {
        if (is_person(passage_.words[static_cast<std::uint32_t>(at)])) {
          it.head = at;
          return;
        }
      }
    } else if (beside.relation == Deprel::nmod && beside.head >= 0 && w > 0 && passage_.words[w - 1].lemma == "the") {
      const Word& noun = passage_.words[static_cast<std::uint32_t>(beside.head)];
      if (noun.lemma == "government" || noun.lemma == "president" || noun.lemma == "leader") it.head = beside.head;
    }
  }

  /// "the implementation of the Minsk Agreement agreed by A": a participle right behind a name speaks of the name.
  void mend_participle(std::uint32_t first, std::uint32_t w) {
    Word& it = passage_.words[w];
    if (w == first || it.relation != Deprel::acl || it.tag.xpos != Xpos::VBN) return;
    const Word& before = passage_.words[w - 1];
    const bool name = before.name != none && before.tag.upos == Upos::PROPN;
    if (name && !stands_below(w - 1, w)) it.head = static_cast<std::int32_t>(w - 1);
  }

  /// Whether `w` depends on `head`, by however many steps.
  [[nodiscard]] bool stands_below(std::uint32_t w, std::uint32_t head) const {
    std::int32_t at = passage_.words[w].head;
    while (at >= 0 && static_cast<std::uint32_t>(at) != head) at = passage_.words[static_cast<std::uint32_t>(at)].head;
    return at >= 0;
  }

  /// "A, the minister of X, backs …": a verb has one subject, and the office behind the comma says who it is.
  void mend_apposition(std::uint32_t first, std::uint32_t w) {
    Word& it = passage_.words[w];
    if (it.tag.upos != Upos::NOUN || it.relation != Deprel::nsubj || it.head < 0) return;
    for (std::uint32_t k = first; k + 1 < w; ++k) {
      const Word& subject = passage_.words[k];
      if (subject.head != it.head || subject.relation != Deprel::nsubj || !is_person(subject)) continue;
      if (passage_.words[k + 1].form != ",") continue;
      it.head = static_cast<std::int32_t>(k);
      it.relation = Deprel::appos;
      return;
    }
  }

  [[nodiscard]] bool is_person(const Word& word) const {
    return word.name != none && passage_.names[word.name].type == EntityType::person;
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
    for (std::size_t i = 0; i < tags.size(); ++i) passage.tokens[sentence.first_token + i].tag = tags[i];
  }
}

void parse_clauses(Passage& passage, const Weights& weights) {
  ClauseParser(passage, weights).run();
}

}  // namespace entente::prose
