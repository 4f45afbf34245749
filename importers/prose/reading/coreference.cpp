#include "prose/reading/coreference.hpp"

#include <algorithm>
#include <array>
#include <deque>
#include <functional>
#include <set>
#include <tuple>
#include <unordered_map>

#include "prose/language/characters.hpp"
#include "prose/reading/attitudes.hpp"
#include "prose/reading/fillers.hpp"
#include "prose/reading/joined_referents.hpp"

namespace entente::prose {
namespace {

constexpr std::array<std::string_view, 12> person_groups = {"leader",    "president", "minister",    "man",
                                                            "commander", "premier",   "statesman",   "negotiator",
                                                            "diplomat",  "official",  "counterpart", "politician"};
constexpr std::array<std::string_view, 10> side_groups = {"side",   "party",   "country",    "state", "government",
                                                          "nation", "capital", "delegation", "power", "neighbour"};
/// Nouns that may mean the same event.
constexpr std::array<std::array<std::string_view, 6>, 7> event_classes = {{
    {"call", "conversation", "videoconference", "teleconference", "phone call", ""},
    {"meeting", "encounter", "session", "", "", ""},
    {"talks", "talk", "negotiation", "negotiations", "discussion", "round"},
    {"summit", "conference", "", "", "", ""},
    {"war", "conflict", "fighting", "hostilities", "", ""},
    {"invasion", "intervention", "incursion", "attack", "", ""},
    {"signing", "signature", "ceremony", "initialling", "", ""},
}};

constexpr std::array<std::string_view, 9> determiners_of_known = {"the",  "this", "that", "these", "those",
                                                                  "such", "both", "its",  "their"};
/// Nouns for texts that may stand for one another ("the deal", "the accord"); the others mean only what bears them.
constexpr std::array<std::string_view, 8> loose_text_heads = {"agreement", "treaty",   "accord", "deal",
                                                              "pact",      "document", "text",   "settlement"};
constexpr std::array<std::string_view, 7> strict_text_heads = {"memorandum", "protocol",   "declaration", "convention",
                                                               "framework",  "resolution", "charter"};
/// Nouns for texts and plans that need a name beside them to be more than talk.
constexpr std::array<std::string_view, 17> vague_heads = {
    "principle", "principles", "framework", "law",    "act",  "settlement", "understanding", "arrangement", "deal",
    "idea",      "option",     "request",   "demand", "term", "position",   "arrangements",  "vision"};

constexpr std::uint32_t memory = 14;  ///< sentences for which is remembered who was spoken of

/// How many of the last descriptions of a kind are compared with a new one or a name.
constexpr std::size_t most_descriptions = 50;

/// Somebody spoken of, and how prominently.
constexpr int favour_of_texts = 5;  // for each time that the document has spoken of them

struct Spoken {
  std::uint32_t referent = none;
  std::uint32_t sentence = 0;
  std::uint32_t word = 0;
  bool subject = false, agent = false;
};

/// How often was spoken of each referent, and of which most among those of a kind. Asking costs nothing; counting costs
/// a look at each ranking that the referent may lead.
class MostSpoken {
 public:
  using Kind = std::function<bool(const Referent&)>;
  struct Leader {
    std::uint32_t referent = none;
    std::size_t times = 0;
  };

  /// Watches a kind from now on; gives the number by which `leader` knows it.
  std::size_t rank(Kind kind, const std::vector<Referent>& referents) {
    rankings_.push_back({std::move(kind), {}});
    find_leader(rankings_.back(), referents);
    return rankings_.size() - 1;
  }

  /// Of those spoken of equally often, the one introduced first.
  [[nodiscard]] Leader leader(std::size_t ranking) const { return rankings_[ranking].leader; }

  void add(std::uint32_t r, const std::vector<Referent>& referents) {
    const std::size_t times = ++times_[r];
    for (Ranking& ranking : rankings_) consider(ranking, {r, times}, referents);
  }

  [[nodiscard]] std::size_t times(std::uint32_t r) const {
    const auto found = times_.find(r);
    return found == times_.end() ? 0 : found->second;
  }

  /// What was said of `from` was said of `into`.
  void join(std::uint32_t from, std::uint32_t into, const std::vector<Referent>& referents) {
    times_[into] += times_[from];
    times_.erase(from);
    for (Ranking& ranking : rankings_) {
      if (ranking.leader.referent == from)
        find_leader(ranking, referents);
      else
        consider(ranking, {into, times_[into]}, referents);
    }
  }

 private:
  struct Ranking {
    Kind kind;
    Leader leader;
  };

  static void consider(Ranking& ranking, Leader candidate, const std::vector<Referent>& referents) {
    Leader& leader = ranking.leader;
    const bool more =
        candidate.times > leader.times || (candidate.times == leader.times && candidate.referent < leader.referent);
    if (candidate.referent == leader.referent)
      leader.times = candidate.times;
    else if (more && ranking.kind(referents[candidate.referent]))
      leader = candidate;
  }

  void find_leader(Ranking& ranking, const std::vector<Referent>& referents) const {
    ranking.leader = {};
    for (const auto& [r, times] : times_) consider(ranking, {r, times}, referents);
  }

  std::unordered_map<std::uint32_t, std::size_t> times_;
  std::vector<Ranking> rankings_;
};

class Discourse {
 public:
  Discourse(Passage& passage, const Tree& tree, const Roles& roles, const Lexicon& lexicon)
      : passage_(passage), tree_(tree), roles_(roles), lexicon_(lexicon) {}

  void run() {
    for (sentence_ = 0; sentence_ < passage_.sentences.size(); ++sentence_) {
      const Sentence& sentence = passage_.sentences[sentence_];
      settle_words(sentence.first_word, sentence.last_word);
      if (sentence.heading) section_text_ = none;
      note_parties_line(sentence);
      quoted_ = sentence.opens_inside_quotation;
      if (section_text_ != none && !sentence.heading && opens_block(passage_, sentence_))
        spoken_.push_back({section_text_, sentence_ - 1, sentence.first_word, true, false});  // from the heading
      for (std::uint32_t w = sentence.first_word; w < sentence.last_word; ++w) {
        follow_quotation(sentence, w);
        read(w);
      }
      while (!spoken_.empty() && spoken_.front().sentence + memory < sentence_) spoken_.pop_front();
    }
    settle_all();
  }

 private:
  [[nodiscard]] Word& word(std::uint32_t w) { return passage_.words[w]; }
  [[nodiscard]] const Word& word_at(std::uint32_t w) const { return passage_.words[w]; }
  [[nodiscard]] Referent& referent(std::uint32_t r) { return passage_.referents[r]; }

  void read(std::uint32_t w) {
    Word& it = word(w);
    if (it.name != none && it.referent == none) numbered_provision(w);
    if (it.referent != none) {
      if (it.name != none && !agreement_named_) meet_named_agreement(w);
      if (it.name != none) meet_title_of_described(w);
      if (it.name != none) meet_name_of_described(w);
      other_name(w);
      speak(w, it.referent);
    } else if (it.tag.upos == Upos::PRON) {
      pronoun(w);
    } else if ((it.lemma == "two" || it.lemma == "both") && it.relation == Deprel::nsubj) {
      const std::vector<std::uint32_t> pair = the_two();
      if (pair.size() == 2) mean_group(w, pair);
    } else if (it.tag.upos == Upos::NOUN && it.name == none) {
      description(w);
    } else if (it.tag.upos == Upos::PROPN && it.name == none) {
      if (!short_name(w)) description(w);
    }
    note_group(w);
    note_counterparts(w);
    note_parties(w);
  }

  /// Whether what comes is quoted, and from whom: the subject of the verb before the quotation mark, or else behind it.
  void follow_quotation(const Sentence& sentence, std::uint32_t w) {
    const std::string_view form = word(w).form;
    const bool opens = form == "“" || (form == "\"" && !quoted_);
    quoted_ = quoted_after(form, quoted_);
    if (!opens) return;
    std::uint32_t before = none, behind = none;
    bool inside = false;
    for (std::uint32_t k = sentence.first_word; k < sentence.last_word; ++k) {
      const Word& it = passage_.words[k];
      inside = quoted_after(it.form, inside);
      const bool says = it.relation == Deprel::nsubj && it.referent != none && tree_.head(k) != none && !inside &&
                        is_actor(referent(it.referent).type) &&
                        AttitudeLexicon::builtin().is_speech(passage_.words[tree_.head(k)]);
      if (!says) continue;
      if (k < w)
        before = it.referent;
      else if (behind == none)
        behind = it.referent;
    }
    if (w > sentence.first_word || behind != none) speaker_ = before != none ? before : behind;
  }

  /// "Parties: A, B" at the head of a text: "the parties" are they.
  void note_parties_line(const Sentence& sentence) {
    if (!lists_parties(passage_, sentence)) return;
    std::vector<std::uint32_t> sides;
    for (std::uint32_t w = sentence.first_word; w < sentence.last_word; ++w) {
      const std::uint32_t r = word(w).referent;
      if (r != none && is_actor(referent(r).type) && std::ranges::find(sides, r) == sides.end()) sides.push_back(r);
    }
    if (sides.size() < 2) return;
    for (const std::uint32_t side : sides) ++actor_times_[side];
    sides_ = sides;
    if (sides.size() == 2) note_pair(sides);
  }

  /// "a draft treaty between the U.S. and Russia": who it is between, read off the words that follow.
  void note_parties(std::uint32_t w) {
    const std::uint32_t text = word(w).referent;
    if (text == none || referent(text).type != EntityType::agreement || w + 3 >= passage_.words.size()) return;
    if (word(w + 1).lemma != "between" || !referent(text).parties.empty()) return;
    for (std::uint32_t k = w + 2; k < passage_.words.size() && k < w + 20; ++k) {
      const Word& it = word(k);
      const bool joins = it.lemma == "the" || it.lemma == "and" || it.form == "," || it.lemma == "of" ||
                         it.lemma == "government" || it.lemma == "both";
      if (it.name == none && !joins) break;
      if (it.referent != none && is_actor(referent(it.referent).type)) referent(text).parties.push_back(it.referent);
    }
    described_between_.try_emplace(between(referent(text).head, text), text);
  }

  /// "the Treaty between the Russian Federation and the United States", after "a draft treaty between the U.S. and
  /// Russia": a title that says nothing but who concluded it is that of the text described so.
  void meet_title_of_described(std::uint32_t w) {
    const std::uint32_t r = word(w).referent;
    if (referent(r).type != EntityType::agreement || referent(r).entry != none || !referent(r).parties.empty()) return;
    const std::uint32_t title = word(w).name;
    const Name& name = passage_.names[title];
    if (name.last - name.first < 4 || passage_.tokens[name.first + 1].text != "between") return;
    for (std::uint32_t n = title + 1; n < passage_.names.size() && passage_.names[n].within != none; ++n) {
      const std::uint32_t party = passage_.names[n].referent;
      if (party != none && is_actor(referent(party).type)) referent(r).parties.push_back(party);
    }
    const auto described = described_between_.find(between(lower(passage_.tokens[name.first].text), r));
    if (described == described_between_.end() || referent(r).parties.size() < 2) return;
    join(r, described->second);
  }

  /// "the Arvendal Declaration", after "a declaration in Arvendal": a name that has all words of a description behind
  /// which there is no name yet.
  void meet_name_of_described(std::uint32_t w) {
    const std::uint32_t r = word(w).referent;
    if (described_texts_.empty() || referent(r).type != EntityType::agreement || !referent(r).named) return;
    const std::string name = ' ' + lower(referent(r).name) + ' ';
    for (std::uint32_t& described : described_texts_) {
      const Referent& text = referent(described);
      if (described == r || text.named || name.find(' ' + text.head + ' ') == std::string::npos) continue;
      static constexpr std::array<std::string_view, 6> small = {"in", "of", "on", "at", "with", "between"};
      std::size_t telling = 0;
      bool all = true;
      const std::string description = lower(text.name);
      for (const std::string_view part : parts_between(description, " \t\r")) {
        if (is_one_of(part, small)) continue;
        ++telling;
        all = all && name.find(' ' + std::string(part) + ' ') != std::string::npos;
      }
      if (!all || telling < 2) continue;
      join(described, r);
      described = r;
    }
    std::erase_if(described_texts_, [&](std::uint32_t described) { return described == r; });
  }

  /// What kind of text it is, and between whom.
  using Concluded = std::pair<std::string, std::set<std::uint32_t>>;
  [[nodiscard]] Concluded between(const std::string& kind, std::uint32_t text) {
    const std::vector<std::uint32_t>& parties = referent(text).parties;
    return {kind, {parties.begin(), parties.end()}};
  }

  /// "the Pretoria agreement", named when it is spoken of already, is the agreement of which it was.
  void meet_named_agreement(std::uint32_t w) {
    const std::uint32_t r = word(w).referent;
    if (first_agreement_ == none || referent(r).type != EntityType::agreement || !met_.insert(r).second) return;
    const std::string last_word = lower(passage_.tokens[passage_.names[word(w).name].last - 1].text);
    const std::string first_word = lower(passage_.tokens[passage_.names[word(w).name].first].text);
    const bool agreement = is_one_of(std::string_view(last_word), loose_text_heads) ||
                           lower(referent(r).name).find("agreement") != std::string::npos;
    if (determiner_of(w) != "the" || r == first_agreement_ || !agreement || first_word == last_word) return;
    join(first_agreement_, r);
    first_agreement_ = none;
    agreement_named_ = true;
  }

  /// Makes two referents one. Words of other sentences, names and provisions follow when `settle_all` is called.
  void join(std::uint32_t from, std::uint32_t into) {
    Referent& source = referent(from);
    Referent& target = referent(into);
    target.mentions.insert(target.mentions.end(), source.mentions.begin(), source.mentions.end());
    if (source.named && source.name != target.name) target.aliases.push_back(source.name);
    target.aliases.insert(target.aliases.end(), source.aliases.begin(), source.aliases.end());
    source.mentions.clear();
    source.named = false;
    joined_.join(from, into);
    settle_words(passage_.sentences[sentence_].first_word, passage_.sentences[sentence_].last_word);
    for (Spoken& spoken : spoken_) {
      if (spoken.referent == from) spoken.referent = into;
    }
    spoken_times_.join(from, into, passage_.referents);
  }

  void settle_words(std::uint32_t first, std::uint32_t last) {
    if (joined_.empty()) return;
    for (std::uint32_t w = first; w < last; ++w) word(w).referent = joined_.referent(word(w).referent);
  }

  void settle_all() {
    settle_words(0, static_cast<std::uint32_t>(passage_.words.size()));
    for (Name& name : passage_.names) name.referent = joined_.referent(name.referent);
    for (Referent& other : passage_.referents) {
      other.text = joined_.referent(other.text);
      for (std::uint32_t& member : other.members) member = joined_.referent(member);
      for (std::uint32_t& party : other.parties) party = joined_.referent(party);
    }
  }

  /// "that agreement, known as Minsk 2", "the Dayton Agreement, formally the General Framework Agreement": both are
  /// one.
  void other_name(std::uint32_t w) {
    const Word& it = word(w);
    if (it.name == none || it.referent == none || referent(it.referent).type != EntityType::agreement) return;
    std::uint32_t noun = none;
    const std::uint32_t governor = tree_.head(w);
    if (governor == none) return;
    if (it.relation == Deprel::appos) noun = governor;
    static constexpr std::array<std::string_view, 5> naming = {"know", "call", "dub", "remember", "name"};
    if (passage_.words[governor].relation == Deprel::acl &&
        is_one_of(std::string_view(passage_.words[governor].lemma), naming)) {
      noun = tree_.head(governor);
    }
    if (noun == none || noun > w) return;
    const std::uint32_t first = word(noun).referent;
    if (first == none || first == it.referent || referent(first).type != EntityType::agreement ||
        !referent(first).members.empty())
      return;
    if (referent(first).entry != none && referent(it.referent).entry != none) return;
    if (referent(first).entry != none)
      join(it.referent, first);
    else
      join(first, it.referent);
  }

  void speak(std::uint32_t w, std::uint32_t r) {
    const Deprel relation = tree_.word(tree_.first_conjunct(w)).relation;
    const bool subject = relation == Deprel::nsubj || relation == Deprel::nsubj_pass;
    spoken_.push_back({r, sentence_, w, subject, relation == Deprel::obl_agent});
    if (is_counted(referent(r))) spoken_times_.add(r, passage_.referents);
    if (is_actor(referent(r).type)) ++actor_times_[r];
    if (referent(r).type == EntityType::event && is_talk(referent(r).head)) last_talks_ = r;
    if (passage_.sentences[sentence_].heading && is_a_text(referent(r))) section_text_ = r;
    if (referent(r).type == EntityType::person && passage_.words[w].name != none) {
      const Name& name = passage_.names[passage_.words[w].name];
      if (name.office_last > 0) {
        const std::string office = lower(passage_.tokens[name.office_last - 1].text);
        office_holder_.insert_or_assign(office, r);
        offices_of_[r].insert(office);
      }
    }
  }

  /// "Article 4" belongs to the text last spoken of; the same number in another text is another provision.
  void numbered_provision(std::uint32_t w) {
    Name& name = passage_.names[word(w).name];
    if (name.type != EntityType::provision) return;
    static constexpr std::array<std::string_view, 5> laws = {"act", "code", "constitution", "law", "statute"};
    std::uint32_t text = none;
    bool of_law = false;  // "of its constitution", which is no text that was agreed
    for (std::uint32_t k = w + 2; k < w + 5 && k < passage_.words.size() && passage_.words[w + 1].form == "of"; ++k)
      of_law = of_law || (word(k).name == none && is_one_of(std::string_view(word(k).lemma), laws));
    for (const std::uint32_t c : tree_.children(w)) {
      const Word& of =
          passage_.words[c];  // "Article V of the protocol": the protocol comes after, but must be known first
      if (of.relation == Deprel::nmod && of.referent == none && of.name == none && of.tag.upos == Upos::NOUN)
        description(c);
      const std::uint32_t r = passage_.words[c].referent;
      if (!of_law && r != none &&
          (referent(r).type == EntityType::agreement || referent(r).type == EntityType::proposal))
        text = r;
    }
    const std::string kind = lower(passage_.tokens[name.first].text);
    if (text == none && !of_law) text = text_in_view(w, kind);
    if (text != none) text_of_kind_.insert_or_assign(kind, text);
    if (text != none) block_of_kind_[kind] = passage_.sentences[sentence_].block;
    const std::string label = with_capital(name.canonical);
    const auto [known, added] = provisions_.try_emplace({label, text}, none);
    if (added) {
      Referent made;
      made.type = EntityType::provision;
      made.name = label;
      made.named = true;
      made.text = text;
      passage_.referents.push_back(std::move(made));
      known->second = static_cast<std::uint32_t>(passage_.referents.size() - 1);
    }
    name.referent = word(w).referent = known->second;
    referent(known->second).mentions.emplace_back(passage_.bytes_of_tokens(name.first, name.last), false);
  }

  /// Whether it may be the state, place or text that a document is mostly about.
  [[nodiscard]] static bool is_counted(const Referent& r) {
    if (!r.members.empty()) return false;
    return r.type == EntityType::state || r.type == EntityType::territory || r.type == EntityType::agreement ||
           r.type == EntityType::proposal;
  }

  /// The text to which a provision of that kind belongs that names none itself: that of the section, of the list that
  /// goes on, of the paragraph, or of the document.
  [[nodiscard]] std::uint32_t text_in_view(std::uint32_t w, const std::string& kind) {
    if (section_text_ != none) return section_text_;
    const auto a_text = [](const Referent& r) { return r.members.empty() && is_a_text(r); };
    const auto same_kind = text_of_kind_.find(kind);
    std::uint32_t text = most_prominent(w, 1, a_text, favour_of_texts);
    if (same_kind != text_of_kind_.end()) {  // a list goes on with the chapters of the text it began with
      const Sentence& sentence = passage_.sentences[sentence_];
      const bool in_list = block_of_kind_[kind] == sentence.block || passage_.blocks[sentence.block].item ||
                           (w == sentence.first_word && opens_block(passage_, sentence_));
      if (in_list || text == none) text = same_kind->second;
    }
    if (text == none) text = text_of_paragraph(w);
    if (text == none) text = main_text();
    return text == none ? most_prominent(w, 8, a_text, favour_of_texts) : text;
  }

  /// The text named last in the paragraph of the word.
  [[nodiscard]] std::uint32_t text_of_paragraph(std::uint32_t w) const {
    for (auto it = spoken_.rbegin(); it != spoken_.rend() && it->word < w; ++it) {
      if (passage_.sentences[it->sentence].block != passage_.sentences[sentence_].block) return none;
      const Word& word = passage_.words[it->word];
      if (word.name != none && is_a_text(passage_.referents[it->referent])) return it->referent;
    }
    return none;
  }

  /// The text of which the document has spoken most so far, at least twice.
  [[nodiscard]] std::uint32_t main_text() const {
    const MostSpoken::Leader text = spoken_times_.leader(texts_);
    return text.times > 1 ? text.referent : none;
  }

  [[nodiscard]] static bool is_talk(std::string_view noun) {
    return noun == "talks" || noun == "talk" || noun == "negotiations" || noun == "negotiation";
  }

  [[nodiscard]] static bool is_lone_state(const Referent& r) {
    return r.type == EntityType::state && r.members.empty();
  }

  /// Resolutions and rulings have no annexes that texts number.
  [[nodiscard]] static bool is_a_text(const Referent& r) {
    static constexpr std::array<std::string_view, 5> plans = {"plan", "draft", "package", "roadmap", "blueprint"};
    if (r.type == EntityType::proposal) return is_one_of(std::string_view(r.head), plans);
    if (r.type != EntityType::agreement) return false;
    return r.name.find("Resolution") == std::string::npos && r.head != "resolution" && r.head != "ruling" &&
           r.head != "judgment";
  }

  void mean(std::uint32_t w, std::uint32_t r, Tree::Phrase phrase) {
    word(w).referent = r;
    referent(r).mentions.emplace_back(tree_.bytes(phrase), true);
    speak(w, r);
  }

  /// Two or more persons or states named side by side are a pair for "both leaders", "the two sides".
  void note_group(std::uint32_t w) {
    if (word(w).relation != Deprel::conj || word(w).referent == none) return;
    std::vector<std::uint32_t> persons, sides;
    const std::vector<std::uint32_t> listed = tree_.conjuncts(tree_.first_conjunct(w));
    const auto goes_on = [&](std::uint32_t c) { return c > w && passage_.words[c].name != none; };
    if (std::ranges::any_of(listed, goes_on)) return;
    for (const std::uint32_t c : listed) {
      const std::uint32_t r = passage_.words[c].referent;
      if (r == none || c > w) continue;
      const EntityType type = referent(r).type;
      std::vector<std::uint32_t>& kind = type == EntityType::person ? persons : sides;
      if (is_actor(type) && std::ranges::find(kind, r) == kind.end()) kind.push_back(r);
    }
    if (persons.size() >= 2) persons_ = persons;
    if (persons.size() >= 2 && may_lead(tree_.first_conjunct(w))) leaders_ = persons;
    if (persons.size() == 2) person_pair_ = persons;
    if (sides.size() >= 2) sides_ = sides;
    if (sides.size() == 2 && listed.size() == 2) note_pair(sides);
    if (persons.size() == 2) note_states_of(listed);
    if (persons.size() >= 2)
      group_ = persons;
    else if (sides.size() >= 2)
      group_ = sides;
  }

  /// "Prime Minister A of C and President B of D": the two sides are their states.
  void note_states_of(const std::vector<std::uint32_t>& listed) {
    std::vector<std::uint32_t> states;
    for (const std::uint32_t w : listed) {
      if (word(w).name == none || word(w).referent == none) continue;
      const Name& name = passage_.names[word(w).name];
      std::uint32_t state = name.office_of == none ? none : passage_.names[name.office_of].referent;
      if (state == none) state = state_of(word(w).referent);
      if (state == none || referent(state).type != EntityType::state) continue;
      if (std::ranges::find(states, state) == states.end()) states.push_back(state);
    }
    if (states.size() != 2) return;
    note_pair(states);
    sides_ = states;
  }

  /// Whether the first of those named side by side is called no minister or envoy, who stand below leaders.
  [[nodiscard]] bool may_lead(std::uint32_t first) {
    static constexpr std::array<std::string_view, 6> below = {"minister", "ministers",  "envoy",
                                                              "envoys",   "negotiator", "ambassador"};
    const std::uint32_t noun = tree_.head(first);
    if (word(first).relation == Deprel::appos && noun != none && is_one_of(std::string_view(word(noun).lemma), below))
      return false;
    const Name* name = word(first).name == none ? nullptr : &passage_.names[word(first).name];
    if (name == nullptr || name->office_last == 0) return true;
    const std::string office = lower(passage_.tokens[name->office_last - 1].text);
    const bool prime = name->office_last > 1 && lower(passage_.tokens[name->office_last - 2].text) == "prime";
    return prime || !is_one_of(std::string_view(office), below);
  }

  /// "A signed the agreement with B", "A fought against B": two sides.
  void note_counterparts(std::uint32_t w) {
    static constexpr std::array<std::string_view, 8> verbs = {"agree",     "conclude", "fight", "initial",
                                                              "negotiate", "reach",    "sign",  "talk"};
    if (word(w).relation != Deprel::obl && word(w).relation != Deprel::nmod) return;
    const std::string preposition = tree_.preposition(w);
    if (preposition != "with" && preposition != "against") return;
    std::uint32_t verb = tree_.head(w);
    if (verb != none && !tree_.is_verb(verb)) verb = tree_.head(verb);
    if (verb == none || !tree_.is_verb(verb) || !is_one_of(std::string_view(word(verb).lemma), verbs)) return;
    const std::vector<std::uint32_t> subjects = roles_.subjects(verb);
    if (subjects.size() != 1) return;
    const std::uint32_t one = word(subjects.front()).referent, other = word(w).referent;
    const auto side = [&](std::uint32_t r) {
      return r != none && is_actor(referent(r).type) && referent(r).type != EntityType::person &&
             referent(r).members.empty();
    };
    if (side(one) && side(other) && one != other) note_pair({one, other});
  }

  void note_pair(const std::vector<std::uint32_t>& sides) {
    pair_ = sides;
    if (std::ranges::find(pairs_, sides) == pairs_.end()) pairs_.push_back(sides);
    if (pairs_.size() > most_descriptions) pairs_.pop_front();
  }

  /// The two sides of whom the text has spoken most, of the pairs named so far; of equals the last. Empty if there are
  /// none.
  [[nodiscard]] std::vector<std::uint32_t> main_pair() const {
    const auto times = [&](std::uint32_t side) {
      const auto known = actor_times_.find(side);
      return known == actor_times_.end() ? 0 : known->second;
    };
    std::vector<std::uint32_t> best;
    std::size_t most = 0;
    for (const std::vector<std::uint32_t>& pair : pairs_) {
      const std::size_t spoken = std::min(times(pair[0]), times(pair[1]));
      if (spoken >= most) best = pair, most = spoken;
    }
    return best;
  }

  // --- pronouns -----------------------------------------------------------------------------------------------------

  void pronoun(std::uint32_t w) {
    const Word& it = word(w);
    if (it.relation == Deprel::expl || makes_it_so(w) || stands_for_clause(w)) return;
    const std::string low = lower(it.form);
    std::uint32_t r = none;
    barred_ = own_subjects(w);
    if (quoted_ && speaker_ != none && (low == "i" || low == "me" || low == "my" || low == "myself"))
      r = speaker_;
    else if (quoted_ && speaker_ != none && (low == "we" || low == "us" || low == "our" || low == "ours"))
      r = speaks_for(speaker_);
    else if (!quoted_ && (low == "i" || low == "me" || low == "my" || low == "myself"))
      r = author();
    else if (low == "he" || low == "him" || low == "his" || low == "himself")
      r = last_person('m', w);
    else if (low == "she" || low == "her" || low == "hers" || low == "herself")
      r = last_person('f', w);
    else if (low == "it" || low == "its" || low == "itself")
      r = last_thing(w);
    else if (low == "they" || low == "their" || low == "them" || low == "themselves")
      r = last_several(w);
    barred_.clear();
    const bool several = low.starts_with("the");
    if (const std::uint32_t given = recipient(w); given != none) r = given;
    if (const std::uint32_t said = goes_on_speaking(w); said != none) r = said;
    if (several && it.relation == Deprel::nsubj && others_acted_before()) return;
    if (low == "their") {
      const std::vector<std::uint32_t> own = subjects_of_clause(w);
      if (own.size() == 1) return mean(w, own.front(), {w, w + 1});
      if (own.size() > 1) return mean_group(w, own);
    }
    if (several && !group_.empty() && (r == none || referent(r).members.empty())) return mean_group(w, group_);
    if (r != none) mean(w, r, {w, w + 1});
  }

  /// Who writes "I".
  std::uint32_t author() {
    if (author_ == none) author_ = author_of(passage_);
    return author_;
  }

  /// "granted A a loan for its army": what is given is for the one to whom it is given; `none` in other places.
  [[nodiscard]] std::uint32_t recipient(std::uint32_t w) const {
    const std::uint32_t noun = tree_.head(w);
    if (word_at(w).relation != Deprel::nmod_poss || noun == none || tree_.preposition(noun) != "for") return none;
    std::uint32_t verb = tree_.head(noun);
    if (verb != none && tree_.is_noun(verb)) verb = tree_.head(verb);
    if (verb == none || !tree_.is_verb(verb)) return none;
    const std::uint32_t whom = tree_.child(verb, {Deprel::iobj});
    return whom == none ? none : word_at(whom).referent;
  }

  /// "A's forces completed their withdrawal": the plural subject of the verb whose object or adjunct is theirs.
  [[nodiscard]] std::vector<std::uint32_t> subjects_of_clause(std::uint32_t w) const {
    const std::uint32_t noun = tree_.head(w);
    const std::uint32_t verb = noun == none ? none : tree_.head(noun);
    if (verb == none || !tree_.is_verb(verb) || word_at(w).relation != Deprel::nmod_poss) return {};
    const std::uint32_t subject = tree_.child(verb, {Deprel::nsubj});
    if (subject == none || subject > w || word_at(subject).tag.upos == Upos::PRON) return {};
    std::vector<std::uint32_t> found;
    for (const std::uint32_t k : tree_.conjuncts(subject)) {
      if (word_at(k).referent == none) return {};
      found.push_back(word_at(k).referent);
    }
    const bool plural = word_at(subject).tag.xpos == Xpos::NNS || word_at(subject).tag.xpos == Xpos::NNPS;
    return found.size() > 1 || plural ? found : std::vector<std::uint32_t>{};
  }

  /// ", he added": who was said to speak in the sentence before goes on; `none` in other places.
  [[nodiscard]] std::uint32_t goes_on_speaking(std::uint32_t w) {
    const std::uint32_t verb = tree_.head(w);
    const bool he = word(w).lemma == "he" || word(w).lemma == "she";
    if (!he || verb == none || verb < w || word(w).relation != Deprel::nsubj || sentence_ == 0) return none;
    if (verb != w + 1 || !AttitudeLexicon::builtin().is_speech(word(verb)) || w == 0 || word(w - 1).form != ",")
      return none;
    const Sentence& before = passage_.sentences[sentence_ - 1];
    for (std::uint32_t k = before.first_word; k < before.last_word; ++k) {
      const std::uint32_t r = word(k).referent;
      const bool speaks = word(k).relation == Deprel::nsubj && tree_.head(k) != none &&
                          AttitudeLexicon::builtin().is_speech(word(tree_.head(k)));
      if (speaks && r != none && referent(r).type == EntityType::person) return r;
    }
    return none;
  }

  /// Whether the main clause before was about several who are not known: "they" are those.
  [[nodiscard]] bool others_acted_before() const {
    if (sentence_ == 0) return false;
    const Sentence& before = passage_.sentences[sentence_ - 1];
    for (std::uint32_t k = before.first_word; k < before.last_word; ++k) {
      const std::uint32_t verb = tree_.head(k);
      const bool main = word_at(k).relation == Deprel::nsubj && verb != none && tree_.head(verb) == none;
      if (!main) continue;
      return word_at(k).tag.upos != Upos::PRON && word_at(k).referent == none &&
             (word_at(k).tag.xpos == Xpos::NNS || word_at(k).tag.xpos == Xpos::NNPS) &&
             tree_.child(k, {Deprel::conj, Deprel::appos}) == none;
    }
    return false;
  }

  /// "A and B received him", "voted against it": whoever does it is not the one to whom it is done; empty unless the
  /// pronoun is an object.
  [[nodiscard]] std::vector<std::uint32_t> own_subjects(std::uint32_t w) const {
    const Word& it = passage_.words[w];
    const std::uint32_t verb = tree_.head(w);
    const bool object = it.tag.xpos == Xpos::PRP && (it.relation == Deprel::obj || it.relation == Deprel::iobj ||
                                                     (it.relation == Deprel::obl && tree_.preposition(w) == "against"));
    std::vector<std::uint32_t> subjects;
    if (!object || verb == none || it.form.ends_with("self")) return subjects;
    for (const std::uint32_t c : roles_.subjects(verb)) {
      subjects.push_back(passage_.words[c].referent);
      const std::uint32_t name = passage_.words[c].name;  // "Russian troops would defend it"
      for (std::uint32_t n = name; name != none && n + 1 < passage_.names.size(); ++n) {
        if (passage_.names[n + 1].within != name) break;
        subjects.push_back(passage_.names[n + 1].referent);
      }
    }
    return subjects;
  }

  /// "the two" who do something: the two persons in view, or else the two states that the sentence has spoken of.
  [[nodiscard]] std::vector<std::uint32_t> the_two() {
    const std::vector<std::uint32_t> persons = spoken_of(EntityType::person, 1);
    if (persons.size() == 2) return persons;
    const std::vector<std::uint32_t> states = spoken_of(EntityType::state, 0);
    return persons.empty() && states.size() == 2 ? states : person_pair_;
  }

  /// All single ones of a type of whom this sentence and some before it have spoken.
  [[nodiscard]] std::vector<std::uint32_t> spoken_of(EntityType type, std::uint32_t sentences_before) {
    std::vector<std::uint32_t> found;
    for (const Spoken& spoken : spoken_) {
      const Referent& r = referent(spoken.referent);
      const bool near = spoken.sentence + sentences_before >= sentence_ && r.type == type && r.members.empty();
      if (near && std::ranges::find(found, spoken.referent) == found.end()) found.push_back(spoken.referent);
    }
    return found;
  }

  /// The two persons of whom this sentence and the one before speak, when they are two; else those named side by side.
  [[nodiscard]] std::vector<std::uint32_t> two_persons() {
    const std::vector<std::uint32_t> persons = spoken_of(EntityType::person, 1);
    return persons.size() == 2 ? persons : person_pair_;
  }

  /// For whom somebody says "we": a state or body for itself, who holds an office in a state for the state.
  [[nodiscard]] std::uint32_t speaks_for(std::uint32_t speaker) {
    const Referent& who = referent(speaker);
    if (who.type != EntityType::person) return who.members.empty() ? speaker : none;
    if (who.entry == none || offices_of_[speaker].empty()) return none;
    const std::uint32_t state = lexicon_.named(lexicon_.entry(who.entry).within);
    if (state == none) return none;
    return most_prominent(none, memory,
                          [&](const Referent& r) { return r.type == EntityType::state && r.entry == state; });
  }

  /// "Kyiv denied it": what was said.
  [[nodiscard]] bool stands_for_clause(std::uint32_t w) const {
    static constexpr std::array<std::string_view, 4> verbs = {"deny", "know", "regret", "say"};
    const std::uint32_t verb = tree_.head(w);
    return passage_.words[w].lemma == "it" && passage_.words[w].relation == Deprel::obj && verb != none &&
           is_one_of(std::string_view(passage_.words[verb].lemma), verbs);
  }

  /// "made it clear that …": stands for the clause that follows.
  [[nodiscard]] bool makes_it_so(std::uint32_t w) const {
    const std::uint32_t verb = tree_.head(w);
    return passage_.words[w].lemma == "it" && passage_.words[w].relation == Deprel::obj && verb != none &&
           tree_.child(verb, {Deprel::xcomp}) == w + 1;
  }

  /// Of those spoken of in the last sentences who fit, the one most in view: near, what the sentence is about, and, by
  /// `per_time`, spoken of often.
  template <class Fits>
  std::uint32_t most_prominent(std::uint32_t w, std::uint32_t reach, Fits fits, int per_time = 0) {
    std::uint32_t best = none;
    int best_score = -1000;
    constexpr int same_sentence = 8;
    const bool own = w != none && word(w).relation == Deprel::nmod_poss;  // "was begun by A in its capital"
    for (const Spoken& spoken : spoken_) {
      const bool barred = std::ranges::find(barred_, spoken.referent) != barred_.end();
      if (spoken.sentence + reach < sentence_ || barred || !fits(referent(spoken.referent))) continue;
      const auto age = static_cast<int>(sentence_ - spoken.sentence);
      int score = (age == 0 ? same_sentence : 0) +
                  (spoken.subject || (spoken.agent && own) ? 25
                   : spoken.agent                          ? 15
                                                           : 0) -
                  20 * age;
      if (age == 0) score += static_cast<int>(std::min<std::uint32_t>(w - spoken.word, 60)) / -6;
      score += per_time * static_cast<int>(std::min<std::size_t>(spoken_times_.times(spoken.referent), 10));
      if (score >= best_score) best = spoken.referent, best_score = score;
    }
    return best;
  }

  std::uint32_t last_person(char gender, std::uint32_t w) {
    return most_prominent(w, 3, [&](const Referent& r) {
      if (quoted_ && speaker_ != none && &r == &referent(speaker_)) return false;  // speaks of others
      return r.type == EntityType::person && r.members.empty() && (r.gender == gender || r.gender == 'u');
    });
  }

  /// "denounced it", "signed it": of what texts may be meant, a text; otherwise the thing most in view.
  std::uint32_t last_thing(std::uint32_t w) {
    static constexpr std::array<std::string_view, 17> of_texts = {
        "accept", "adopt",  "approve", "condemn", "criticise", "denounce", "endorse", "implement", "initial",
        "oppose", "ratify", "reject",  "sign",    "support",   "violate",  "vote",    "welcome"};
    static constexpr std::array<std::string_view, 14> by_texts = {
        "bind",   "commit",   "entitle", "expire",  "forbid",  "lapse",     "oblige",
        "outlaw", "prohibit", "provide", "replace", "require", "stipulate", "supersede"};
    const std::uint32_t verb = tree_.head(w);
    const Deprel relation = word(w).relation;
    const bool done_to = relation == Deprel::obj || relation == Deprel::nsubj_pass || relation == Deprel::obl;
    static constexpr std::array<std::string_view, 9> of_a_text = {
        "article", "clause", "implementation", "provision", "ratification", "signature", "signing", "text", "wording"};
    const bool own = verb != none && relation == Deprel::nmod_poss &&  // "its implementation"
                     is_one_of(std::string_view(word(verb).lemma), of_a_text);
    const bool says =
        verb != none && relation == Deprel::nsubj && is_one_of(std::string_view(word(verb).lemma), by_texts);
    if (own || says) {  // "it obliges A to …"
      const std::uint32_t text = most_prominent(
          w, 2,
          [&](const Referent& r) {
            return !r.plural && r.members.empty() && (is_a_text(r) || r.type == EntityType::provision);
          },
          favour_of_texts);
      if (text != none) return text;
    }
    const bool turned_down = verb != none && word(verb).lemma == "turn" && tree_.has_child_lemma(verb, {"down"});
    if (verb != none && done_to && (turned_down || is_one_of(std::string_view(word(verb).lemma), of_texts))) {
      const std::uint32_t text = most_prominent(
          w, 2,
          [&](const Referent& r) {
            return !r.plural && r.members.empty() &&
                   (r.type == EntityType::agreement || r.type == EntityType::proposal);
          },
          favour_of_texts);
      if (text != none || relation != Deprel::nsubj_pass) return text;
    }
    return most_prominent(w, 2, [&](const Referent& r) {
      if (r.plural || !r.members.empty()) return false;
      return r.type == EntityType::state || r.type == EntityType::organization || r.type == EntityType::agreement ||
             r.type == EntityType::armed_group || r.type == EntityType::proposal ||
             (r.type == EntityType::territory && r.named);
    });
  }

  std::uint32_t last_several(std::uint32_t w) {
    return most_prominent(w, 2, [&](const Referent& r) { return r.plural || !r.members.empty(); });
  }

  // --- descriptions -------------------------------------------------------------------------------------------------

  void description(std::uint32_t w) {
    const std::string lemma = word(w).lemma;
    const std::string form = lower(word(w).form);
    if (group(w, lemma)) return;
    if (office_description(w, lemma)) return;
    if (place(w, form)) return;
    const HeadNoun* head = typed_head(w, form, lemma);
    if (head == nullptr || head->type == EntityType::person) return;
    if (lemma == "independence" || lemma == "sovereignty" || lemma == "integrity") return;  // of whom: seen through
    if (lemma == "capital" && capital_of_state(w)) return;
    if (rounds_of_talks(w, lemma)) return;
    const std::string determiner = determiner_of(w);
    const Tree::Phrase phrase = tree_.noun_phrase(w);
    if (head->type == EntityType::state) return country(w, determiner, form, phrase);
    if (government_of_state(w, form)) return;
    if (of_several_states(w, *head)) return;
    if (said_of_name(w, *head, phrase)) return;
    if (named_by_modifier(w, *head, phrase)) return;
    if (named_behind(w, *head)) return;
    if (known_before(w, *head, determiner, form, lemma, phrase)) return;
    if (is_worth_a_referent(w, *head, form))
      introduce(w, *head, lemma, phrase);
    else if (const std::uint32_t last = end_with_place(w); last != none)
      introduce(w, *head, lemma, {phrase.first, last});
    else if (head->type == EntityType::agreement && is_one_of(std::string_view(lemma), loose_text_heads))
      concluded(w, lemma, phrase);
  }

  /// "signed a declaration in Arvendal": where the phrase ends with the name of the place or matter behind a noun for
  /// texts, or `none`.
  [[nodiscard]] std::uint32_t end_with_place(std::uint32_t w) const {
    const bool text = is_one_of(std::string_view(passage_.words[w].lemma), strict_text_heads);
    if (!text || w + 2 >= passage_.words.size() || passage_.words[w].tag.xpos != Xpos::NN) return none;
    const std::string_view preposition = passage_.words[w + 1].form;
    const bool behind = preposition == "in" || preposition == "at" || preposition == "on" || preposition == "of";
    return behind && passage_.words[w + 2].tag.upos == Upos::PROPN ? w + 3 : none;
  }

  /// The head noun with the word before it, when both together are in the lexicon ("peace process"), or alone.
  const HeadNoun* typed_head(std::uint32_t w, const std::string& form, const std::string& lemma) const {
    if (w > 0 && passage_.words[w].head >= 0) {
      const Word& previous = passage_.words[w - 1];
      if (previous.relation == Deprel::compound || previous.relation == Deprel::amod) {
        if (const HeadNoun* head = lexicon_.head_noun(lower(previous.form) + ' ' + form)) return head;
      }
    }
    const HeadNoun* head = lexicon_.head_noun(form);
    return head != nullptr ? head : lexicon_.head_noun(lemma);
  }

  [[nodiscard]] std::string determiner_of(std::uint32_t w) const {
    for (const std::uint32_t c : tree_.children(w)) {
      const Word& it = passage_.words[c];
      if (c < w && (it.relation == Deprel::det || (it.relation == Deprel::nmod_poss && it.tag.upos == Upos::PRON) ||
                    (it.relation == Deprel::amod && it.lemma == "such"))) {
        return lower(it.form);
      }
    }
    return {};
  }

  /// "both leaders", "the two presidents", "the parties": those named last side by side.
  bool group(std::uint32_t w, const std::string& lemma) {
    const bool persons = is_one_of(std::string_view(lemma), person_groups);
    const bool sides = is_one_of(std::string_view(lemma), side_groups);
    if (!persons && !sides) return false;
    const bool one_of_them = tree_.has_child_lemma(w, {"either", "neither", "each"});  // "neither side"
    if (word(w).tag.xpos != Xpos::NNS && !one_of_them) return false;
    bool definite = false;
    for (const std::uint32_t c : tree_.children(w)) {
      const std::string form = lower(passage_.words[c].form);
      if (c > w) {
        const Deprel relation = passage_.words[c].relation;  // "the states allied with it" are no others
        const bool participle = relation == Deprel::acl && passage_.words[c].tag.xpos == Xpos::VBN;
        const bool named = relation == Deprel::appos && passage_.words[c].referent != none;
        if (named || relation == Deprel::nmod || relation == Deprel::acl_relcl || participle) return false;
        continue;
      }
      if (form == "the" || form == "both" || form == "either" || form == "neither" || form == "each" ||
          form == "these" || form == "two" || form == "three" || form == "four" || form == "all")
        definite = true;
      else if (lemma == "minister" && (form == "prime" || form == "foreign" || form == "defence" || form == "defense"))
        continue;
      else if (passage_.words[c].relation == Deprel::amod || passage_.words[c].relation == Deprel::compound ||
               passage_.words[c].referent != none)
        return false;
    }
    const bool exactly_two = tree_.has_child_lemma(w, {"both", "two"});
    std::vector<std::uint32_t> members = persons ? (exactly_two ? two_persons() : persons_)
                                         : exactly_two || lemma == "side" || lemma == "party" ? pair_
                                                                                              : sides_;
    if ((lemma == "leader" || lemma == "president" || lemma == "premier") && !exactly_two && leaders_.size() > 1)
      members = leaders_;
    if (lemma == "party" || lemma == "side") {
      if (std::vector<std::uint32_t> most = main_pair(); !most.empty()) members = std::move(most);
      const std::uint32_t text = most_prominent(w, 1, [](const Referent& r) { return r.parties.size() >= 2; });
      if (text != none) members = referent(text).parties;
    }
    if (!definite || members.size() < 2) return false;
    mean_group(w, members);
    return true;
  }

  void mean_group(std::uint32_t w, const std::vector<std::uint32_t>& members) {
    Referent made;
    made.type = referent(members.front()).type;
    made.members = members;
    made.plural = true;
    passage_.referents.push_back(std::move(made));
    const auto r = static_cast<std::uint32_t>(passage_.referents.size() - 1);
    word(w).referent = r;
    for (const std::uint32_t member : members)
      referent(member).mentions.emplace_back(tree_.bytes(tree_.noun_phrase(w, 0)), true);
    speak(w, r);
  }

  /// "the president", "the secretary general": whoever was last given that office.
  bool office_description(std::uint32_t w, const std::string& lemma) {
    if (word(w).tag.xpos != Xpos::NN && word(w).tag.xpos != Xpos::NNP) return false;
    const auto holder = office_holder_.find(lower(lemma));
    const bool heads_state = lemma == "president" || lemma == "premier" || lemma == "leader";
    if ((holder == office_holder_.end() && !heads_state) || determiner_of(w) != "the") return false;
    std::uint32_t state = none;
    for (const std::uint32_t c : tree_.children(w)) {
      const Deprel relation = passage_.words[c].relation;
      if (relation == Deprel::amod && c + 1 == w && passage_.words[c].referent != none) {
        state = passage_.words[c].referent;
        continue;
      }
      if (relation != Deprel::det && relation != Deprel::punct && relation != Deprel::case_) return false;
    }
    if (word(w).relation == Deprel::appos || tree_.child(w, {Deprel::cop}) != none) return false;
    std::uint32_t person = none;
    if (state != none)
      person = holder_of(lemma, state);
    else if (holder != office_holder_.end())
      person = holder->second;
    if (person == none && state != none && heads_state) person = only_one_of(state);
    if (person == none) return false;
    mean(w, person, tree_.noun_phrase(w, 0));
    return true;
  }

  /// The only person known to be of the state of whom was spoken lately, or `none`.
  [[nodiscard]] std::uint32_t only_one_of(std::uint32_t state) {
    std::uint32_t only = none;
    for (const Spoken& spoken : spoken_) {
      const Referent& r = referent(spoken.referent);
      if (r.type != EntityType::person || r.entry == none || !r.members.empty()) continue;
      if (lexicon_.entry(r.entry).within != referent(state).name || spoken.referent == only) continue;
      if (only != none) return none;
      only = spoken.referent;
    }
    return only;
  }

  /// "the Egyptian president": the one who was given that office and is of that state, or `none`.
  [[nodiscard]] std::uint32_t holder_of(const std::string& office, std::uint32_t state) {
    return most_prominent(none, memory, [&](const Referent& r) {
      if (r.type != EntityType::person || r.entry == none || !r.members.empty()) return false;
      if (lexicon_.entry(r.entry).within != referent(state).name) return false;
      const auto r_index = static_cast<std::uint32_t>(&r - passage_.referents.data());
      return offices_of_[r_index].contains(office);
    });
  }

  /// "the territory", "the island": the place of that kind spoken of last, or of which the text speaks most.
  bool place(std::uint32_t w, const std::string& form) {
    static constexpr std::array<std::string_view, 6> wide = {"territory", "region",    "province",
                                                             "enclave",   "peninsula", "strip"};
    static constexpr std::array<std::string_view, 4> insular = {"island", "islands", "archipelago", "atoll"};
    static constexpr std::array<std::string_view, 2> urban = {"city", "town"};
    static constexpr std::array<std::string_view, 6> said_of_many = {"disputed", "contested",  "breakaway",
                                                                     "occupied", "separatist", "whole"};
    const bool is_wide = is_one_of(std::string_view(form), wide), is_urban = is_one_of(std::string_view(form), urban);
    if (!is_wide && !is_urban && !is_one_of(std::string_view(form), insular)) return false;
    const std::string determiner = determiner_of(w);
    if (determiner != "the" && determiner != "this" && determiner != "that") return false;
    const Tree::Phrase phrase = tree_.noun_phrase(w);
    if (phrase.last != w + 1) return false;
    for (const std::uint32_t c : tree_.children(w)) {
      const Deprel relation = passage_.words[c].relation;
      const bool modifies = relation == Deprel::amod || relation == Deprel::compound || relation == Deprel::nummod;
      if (modifies && !is_one_of(std::string_view(passage_.words[c].lemma), said_of_many)) return false;
      if (c > w && relation != Deprel::punct && relation != Deprel::case_) return false;
    }
    const auto fits = [&](const Referent& c) {
      if (c.type != EntityType::territory || !c.named || !c.members.empty()) return false;
      const std::string_view kind = c.entry == none ? std::string_view() : lexicon_.entry(c.entry).kind;
      if (is_urban) return kind == "city";
      return is_wide ? is_land(c) : kind == "island" || (kind == "disputed" && form != "atoll");
    };
    std::uint32_t r = most_prominent(w, 3, fits);
    if (r == none && !is_urban) r = spoken_times_.leader(lands_).referent;
    if (r == none || !fits(referent(r))) return false;
    mean(w, r, phrase);
    return true;
  }

  /// A territory that is neither city nor water nor part of the world.
  [[nodiscard]] bool is_land(const Referent& r) const {
    static constexpr std::array<std::string_view, 7> others = {"city",     "sea",  "river", "continent",
                                                               "mountain", "base", "strait"};
    return r.type == EntityType::territory && r.members.empty() && r.named &&
           (r.entry == none || !is_one_of(std::string_view(lexicon_.entry(r.entry).kind), others));
  }

  /// "the country": the state spoken of last.
  void country(std::uint32_t w, const std::string& determiner, const std::string& form, Tree::Phrase phrase) {
    if (determiner != "the" && determiner != "this" && determiner != "that") return;
    if (form != "country" && form != "republic" && form != "kingdom") return;
    const std::uint32_t r = most_prominent(
        w, 3, [](const Referent& c) { return c.type == EntityType::state && c.members.empty(); }, 5);
    const std::uint32_t main = main_state();
    const bool aside = r != main && main != none && !was_subject(r, 2);
    if (r != none && phrase.last == w + 1) mean(w, aside ? main : r, phrase);
  }

  /// Whether a sentence was about it lately.
  [[nodiscard]] bool was_subject(std::uint32_t r, std::uint32_t sentences_before) const {
    return std::ranges::any_of(spoken_, [&](const Spoken& spoken) {
      return spoken.referent == r && (spoken.subject || spoken.agent) &&
             spoken.sentence + sentences_before >= sentence_;
    });
  }

  /// "three rounds of talks in A": the talks.
  bool rounds_of_talks(std::uint32_t w, const std::string& lemma) {
    static constexpr std::array<std::string_view, 4> shares = {"round", "series", "session", "cycle"};
    if (!is_one_of(std::string_view(lemma), shares) ||
        tree_.has_child_lemma(w, {"first", "second", "third", "last", "next", "new"}))
      return false;
    for (const std::uint32_t c : tree_.children(w)) {
      const Word& of = passage_.words[c];
      if (c < w || of.relation != Deprel::nmod || tree_.preposition(c) != "of" || of.tag.xpos != Xpos::NNS) continue;
      if (of.referent == none) description(c);
      if (of.referent == none || referent(of.referent).type != EntityType::event) continue;
      mean(w, of.referent, tree_.noun_phrase(w));
      return true;
    }
    return false;
  }

  /// "in the Kenyan capital": the city.
  bool capital_of_state(std::uint32_t w) {
    if (word(w).relation == Deprel::appos || tree_.child(w, {Deprel::cop, Deprel::appos}) != none) return false;
    for (const std::uint32_t c : tree_.children(w)) {
      const std::uint32_t state = passage_.words[c].referent;
      const Deprel relation = passage_.words[c].relation;
      if (state == none || referent(state).type != EntityType::state || referent(state).entry == none) continue;
      if (relation != Deprel::amod && relation != Deprel::nmod_poss) continue;
      const std::string& city = lexicon_.entry(referent(state).entry).capital;
      if (city.empty()) return false;
      std::uint32_t r = known_as(EntityType::territory, "", city);
      if (r == none) {
        Referent made;
        made.type = EntityType::territory;
        made.name = city;
        passage_.referents.push_back(std::move(made));
        r = static_cast<std::uint32_t>(passage_.referents.size() - 1);
      }
      mean(w, r, tree_.noun_phrase(w, 0));
      return true;
    }
    return false;
  }

  /// "the Russian government", "Ethiopia's authorities": the state acts.
  bool government_of_state(std::uint32_t w, const std::string& form) {
    if (form != "government" && form != "authorities" && form != "regime" && form != "administration") return false;
    for (const std::uint32_t c : tree_.children(w)) {
      std::uint32_t r = passage_.words[c].referent;
      const Deprel relation = passage_.words[c].relation;
      if (r != none && referent(r).type == EntityType::person) r = state_of(r);  // "the Marcos government"
      if (r == none || (referent(r).type != EntityType::state && referent(r).entry == none)) continue;
      if (relation == Deprel::nmod && tree_.preposition(c) != "of") continue;
      if (relation != Deprel::amod && relation != Deprel::nmod_poss && relation != Deprel::compound &&
          relation != Deprel::nmod)
        continue;
      if (referent(r).type != EntityType::state && referent(r).type != EntityType::territory) continue;
      word(w).referent = r;
      referent(r).mentions.emplace_back(tree_.bytes(tree_.noun_phrase(w)), false);
      speak(w, r);
      return true;
    }
    if (determiner_of(w) == "the" && form == "government") {
      std::uint32_t r =
          most_prominent(w, 0, [](const Referent& c) { return c.type == EntityType::state && c.members.empty(); });
      if (r == none) r = main_state();
      if (r != none) mean(w, r, tree_.noun_phrase(w, 0));
      return r != none;
    }
    return false;
  }

  /// The state for which a person is known, when the text speaks of it; else `none`.
  [[nodiscard]] std::uint32_t state_of(std::uint32_t person) {
    if (passage_.referents[person].entry == none) return none;
    return known_as(EntityType::state, "", lexicon_.entry(passage_.referents[person].entry).within);
  }

  /// "Zimbabwean and Malawian troops", "delegations of A and B": those of several sides are the sides.
  bool of_several_states(std::uint32_t w, const HeadNoun& head) {
    if (head.type != EntityType::armed_group && word(w).lemma != "delegation") return false;
    std::vector<std::uint32_t> states;
    for (const std::uint32_t c : tree_.children(w)) {
      const Deprel relation = passage_.words[c].relation;
      const bool of = relation == Deprel::nmod && (tree_.preposition(c) == "of" || tree_.preposition(c) == "from");
      if (relation != Deprel::amod && relation != Deprel::compound && !of) continue;
      for (const std::uint32_t k : tree_.conjuncts(c)) {
        const std::uint32_t r = passage_.words[k].referent;
        if (r == none || std::ranges::find(states, r) != states.end()) continue;
        if (referent(r).type == EntityType::state || (of && is_actor(referent(r).type))) states.push_back(r);
      }
    }
    if (states.size() > 1) mean_group(w, states);
    return states.size() > 1;
  }

  /// "Oslo II is an agreement between …": what is said of a name is the same thing.
  bool said_of_name(std::uint32_t w, const HeadNoun& head, Tree::Phrase phrase) {
    const std::uint32_t subject = tree_.child(w, {Deprel::nsubj});
    if (tree_.child(w, {Deprel::cop}) == none || subject == none || subject > w || word(subject).referent == none)
      return false;
    const Referent& named = referent(word(subject).referent);
    const bool known = named.named || (named.type == EntityType::event && determiner_of(subject) == "the");
    if (!known || named.type != head.type || tree_.has_child_lemma(w, {"not", "no"})) return false;
    mean(w, word(subject).referent, phrase);
    return true;
  }

  /// "the opposition movement Vetëvendosje": the name right behind the noun says which one.
  bool named_behind(std::uint32_t w, const HeadNoun& head) {
    if (const std::uint32_t named = tree_.child(w, {Deprel::appos}); named != none) {
      const Word& name = word(named);  // "an air campaign, Operation Thunder"
      if (name.name == none || name.referent == none || referent(name.referent).type != head.type) return false;
      mean(w, name.referent, tree_.noun_phrase(w, 0));
      return true;
    }
    if (w + 1 >= passage_.words.size() || word(w + 1).referent == none || word(w + 1).name == none) return false;
    const Word& name = word(w + 1);
    const bool belongs = name.head == static_cast<std::int32_t>(w) || word(w).head == static_cast<std::int32_t>(w + 1);
    if (!belongs || referent(name.referent).type != head.type) return false;
    word(w).referent = name.referent;
    return true;
  }

  /// "the Minsk process", "the Strategic Stability Dialogue initiative": the name before the noun says which one.
  bool named_by_modifier(std::uint32_t w, const HeadNoun& head, Tree::Phrase phrase) {
    if (head.type == EntityType::armed_group) return named_by_group(w, phrase);
    if (head.type != EntityType::agreement && head.type != EntityType::proposal && head.type != EntityType::event)
      return false;
    for (const std::uint32_t c : tree_.children(w)) {
      const Word& it = passage_.words[c];
      if (it.relation != Deprel::compound || it.name == none || it.referent == none || c + 1 != w) continue;
      const EntityType type = referent(it.referent).type;
      if (type != EntityType::agreement && type != EntityType::proposal) continue;
      if (head.type == EntityType::event && head.type != type) continue;
      mean(w, it.referent, phrase);
      return true;
    }
    return false;
  }

  /// "Houthi militias", "M23 rebels": the group that the modifier names.
  bool named_by_group(std::uint32_t w, Tree::Phrase phrase) {
    static constexpr std::array<std::string_view, 10> kinds = {"militia",    "rebel",   "movement", "group",
                                                               "insurgent",  "fighter", "militant", "guerrilla",
                                                               "separatist", "gunman"};
    if (!is_one_of(std::string_view(word(w).lemma), kinds)) return false;
    for (const std::uint32_t c : tree_.children(w)) {
      const Word& it = passage_.words[c];
      const bool before = it.relation == Deprel::compound || it.relation == Deprel::amod;
      if (!before || it.name == none || it.referent == none) continue;
      if (referent(it.referent).type != EntityType::armed_group) continue;
      mean(w, it.referent, phrase);
      return true;
    }
    return false;
  }

  /// The state of which the text has spoken most so far.
  [[nodiscard]] std::uint32_t main_state() const { return spoken_times_.leader(states_).referent; }

  /// A definite description of something spoken of before.
  bool known_before(std::uint32_t w, const HeadNoun& head, const std::string& determiner, const std::string& form,
                    const std::string& lemma, Tree::Phrase phrase) {
    if (!is_one_of(std::string_view(determiner), determiners_of_known)) return false;
    if (determiner == "its" || determiner == "their" || determiner == "both") return false;
    const std::set<std::string> modifiers = content_of(w, phrase);
    const bool bare = modifiers.empty();
    const bool loose = is_one_of(std::string_view(lemma), loose_text_heads);
    const bool is_text = loose || is_one_of(std::string_view(lemma), strict_text_heads);
    const std::uint32_t reach = head.type == EntityType::event || is_text ? 8 : 4;
    std::uint32_t r = none;
    if (is_text && bare && is_capitalised(passage_.words[w].form)) r = first_called(form);
    if (is_text && r == none && bare && determiner == "the" && opens_section()) r = text_called(lemma, loose);
    if (is_text && r == none) {
      r = most_prominent(
          w, reach,
          [&](const Referent& c) {
            return c.type == EntityType::agreement && c.members.empty() && bears_noun(c, lemma) && fits(c, modifiers);
          },
          favour_of_texts);
    }
    if (is_text && r == none) {  // "the draft agreement on …": what stands before the noun is enough to know it again
      const std::set<std::string> before = content_of(w, {phrase.first, w + 1});
      if (!before.empty()) {
        r = most_prominent(
            w, reach + 4,
            [&](const Referent& c) {
              return c.type == EntityType::agreement && c.members.empty() && bears_noun(c, lemma) && fits(c, before);
            },
            favour_of_texts);
      }
    }
    if (r == none)
      r = most_prominent(
          w, reach,
          [&](const Referent& c) {
            if (!c.members.empty()) return false;
            if (bare && c.named && ends_in(c, form)) return true;
            if (head.type == EntityType::event)
              return c.type == head.type && same_event_class(c.head, lemma) && fits(c, modifiers);
            if (is_text) {
              const bool text =
                  c.type == EntityType::agreement || (c.type == EntityType::proposal && lemma != "treaty");
              return text && loose && fits(c, modifiers) && may_be_called_agreement(c);
            }
            if (c.named && !bare) return false;
            if (tree_.child(w, {Deprel::acl_relcl}) != none) return false;  // "the forces it has stationed": which ones
            return c.type == head.type && c.head == lemma && fits(c, modifiers);
          },
          is_text ? favour_of_texts : 0);
    if (r == none && head.type == EntityType::event && bare && determiner == "the" && is_talk(lemma)) r = last_talks_;
    if (r == none && is_text && bare && determiner == "the") r = text_called(lemma, loose);
    if (r == none && loose && bare && determiner == "the" && first_agreement_ == none) {
      Referent made;  // spoken of before it is named
      made.type = EntityType::agreement;
      made.head = lemma;
      made.name = std::string("The ") + lemma;
      passage_.referents.push_back(std::move(made));
      first_agreement_ = static_cast<std::uint32_t>(passage_.referents.size() - 1);
      mean(w, first_agreement_, phrase);
      return true;
    }
    if (r == none) return false;
    mean(w, r, phrase);
    return true;
  }

  /// Whether the sentence is the first below a heading: it speaks of what the document is about.
  [[nodiscard]] bool opens_section() const { return sentence_ > 0 && passage_.sentences[sentence_ - 1].heading; }

  /// "the Agreement", in capitals: the first text of the document whose name ends in the word, or `none`.
  std::uint32_t first_called(const std::string& form) {
    const auto [known, added] = first_called_.try_emplace(form, none);
    for (std::uint32_t r = 0; added && r < passage_.referents.size() && known->second == none; ++r) {
      const Referent& text = passage_.referents[r];
      if (text.type == EntityType::agreement && text.named && ends_in(text, form)) known->second = r;
    }
    return joined_.referent(known->second);
  }

  /// The text that bears the noun in its name, spoken of however long ago; for "the agreement" the main one.
  [[nodiscard]] std::uint32_t text_called(const std::string& lemma, bool loose) {
    const std::uint32_t main = main_text();
    if (main != none && loose && passage_.referents[main].type == EntityType::agreement &&
        may_be_called_agreement(passage_.referents[main]))
      return main;
    const auto [known, added] = texts_called_.try_emplace(lemma, 0);
    if (added) {
      known->second = spoken_times_.rank(
          [this, lemma](const Referent& c) { return c.type == EntityType::agreement && bears_noun(c, lemma); },
          passage_.referents);
    }
    return spoken_times_.leader(known->second).referent;
  }

  /// "A and B signed an agreement": it is called after them until it gets a name.
  void concluded(std::uint32_t w, const std::string& lemma, Tree::Phrase phrase) {
    static constexpr std::array<std::string_view, 9> verbs = {"sign",   "initial", "initiall",  "reach",   "conclude",
                                                              "strike", "agree",   "negotiate", "finalise"};
    const std::uint32_t verb = tree_.head(w);
    if (verb == none || !is_one_of(std::string_view(passage_.words[verb].lemma), verbs) || first_agreement_ != none)
      return;
    if (tree_.has_child_lemma(verb, {"could", "would", "may", "might", "can", "should", "must", "not", "to"}))
      return;  // there is none yet
    Referent made;
    made.type = EntityType::agreement;
    made.head = lemma;
    const std::uint32_t subject = tree_.child(verb, {Deprel::nsubj});
    if (subject != none) {
      for (const std::uint32_t party : tree_.conjuncts(subject)) {
        if (passage_.words[party].name != none)
          made.name += (made.name.empty() ? "" : "-") + std::string(passage_.words[party].form);
      }
    }
    made.name += (made.name.empty() ? "The " : " ") + lemma;
    passage_.referents.push_back(std::move(made));
    first_agreement_ = static_cast<std::uint32_t>(passage_.referents.size() - 1);
    mean(w, first_agreement_, phrase);
  }

  [[nodiscard]] static bool may_be_called_agreement(const Referent& c) {
    static constexpr std::array<std::string_view, 12> others = {"law",      "act",        "resolution", "constitution",
                                                                "ruling",   "judgment",   "award",      "dialogue",
                                                                "proposal", "convention", "charter",    "bill"};
    const std::string name = lower(c.name);
    const std::size_t space = name.rfind(' ');
    return !is_one_of(std::string_view(c.head), others) && name.find("resolution") == std::string::npos &&
           !is_one_of(std::string_view(name).substr(space == std::string::npos ? 0 : space + 1), others);
  }
  /// Whether the text is, in one of its names, what the noun says.
  [[nodiscard]] bool bears_noun(const Referent& c, const std::string& lemma) const {
    return names_itself(c, lemma) || (c.type == EntityType::agreement && ends_in(c, lemma));
  }
  [[nodiscard]] static bool names_itself(const Referent& c, const std::string& lemma) {
    return c.head == lemma || lower(c.name).find(lemma) != std::string::npos;
  }

  /// Whether a name or alias ends in the noun: "the council" after "NATO-Russia Council".
  [[nodiscard]] bool ends_in(const Referent& c, const std::string& form) const {
    auto last_word = [](std::string_view name) {
      const std::size_t space = name.rfind(' ');
      return lower(name.substr(space == std::string_view::npos ? 0 : space + 1));
    };
    if (c.type == EntityType::person || c.type == EntityType::state) return false;
    if (c.name.find(' ') != std::string::npos && last_word(c.name) == form) return true;
    if (c.entry == none) return false;
    return std::ranges::any_of(lexicon_.entry(c.entry).aliases, [&](const std::string& alias) {
      return alias.find(' ') != std::string::npos && last_word(alias) == form;
    });
  }

  /// The words that say which one is meant, in lower case, without the noun itself and without small words.
  [[nodiscard]] std::set<std::string> content_of(std::uint32_t w, Tree::Phrase phrase) const {
    std::set<std::string> words;
    for (const std::uint32_t c :
         tree_.children(w)) {  // "the treaty with a new missile": where it stands, not which one
      if (c < w || passage_.words[c].relation != Deprel::nmod) continue;
      const std::string preposition = tree_.preposition(c);
      if (preposition == "with" || preposition == "in" || preposition == "at" || preposition == "as")
        phrase.last = std::min(phrase.last, tree_.subtree(c).first);
    }
    for (std::uint32_t k = phrase.first; k < phrase.last; ++k) {
      const Upos upos = passage_.words[k].tag.upos;
      const bool content = upos == Upos::ADJ || upos == Upos::NOUN || upos == Upos::PROPN || upos == Upos::NUM;
      static constexpr std::array<std::string_view, 8> empty = {"same",   "such",   "new",   "last",
                                                                "recent", "latest", "whole", "present"};
      if (k == w || !content || is_one_of(std::string_view(passage_.words[k].lemma), empty)) continue;
      const bool whose =
          passage_.words[k].tag.upos == Upos::ADJ && passage_.words[k].name != none;  // "the Russian draft treaty"
      if (whose && is_one_of(std::string_view(passage_.words[w].lemma), loose_text_heads)) continue;
      words.insert(lower(passage_.words[k].form));
    }
    return words;
  }

  /// Whether the candidate's name has all the words that the description brings.
  [[nodiscard]] static bool fits(const Referent& c, const std::set<std::string>& modifiers) {
    std::string known = lower(c.name);
    for (const std::string& alias : c.aliases) known += ' ' + lower(alias);
    return std::ranges::all_of(modifiers, [&](const std::string& m) { return known.find(m) != std::string::npos; });
  }

  [[nodiscard]] static bool same_event_class(std::string_view a, std::string_view b) {
    if (a.empty() || b.empty()) return false;
    if (a == b) return true;
    return std::ranges::any_of(event_classes,
                               [&](const auto& members) { return is_one_of(a, members) && is_one_of(b, members); });
  }

  /// "the Federation" after "Federation of Bosnia and Herzegovina".
  bool short_name(std::uint32_t w) {
    const std::string form = lower(word(w).form);
    const HeadNoun* head = lexicon_.head_noun(form);
    if (head == nullptr) return false;
    const std::uint32_t defined = head->type == EntityType::agreement ? first_called(form) : none;
    if (defined != none) {
      mean(w, defined, tree_.noun_phrase(w, 0));
      return true;
    }
    const std::uint32_t r = most_prominent(w, 6, [&](const Referent& c) {
      if (!c.named || c.type == EntityType::person || c.type == EntityType::state) return false;
      return lower(c.name).starts_with(form + ' ') || ends_in(c, form);
    });
    if (r != none) mean(w, r, tree_.noun_phrase(w, 0));
    return r != none;
  }

  /// Descriptions that say too little to be a node are passed over.
  bool is_worth_a_referent(std::uint32_t w, const HeadNoun& head, const std::string& form) const {
    bool named_modifier = false, modifier = false;
    for (const std::uint32_t c : tree_.children(w)) {
      const Deprel relation = passage_.words[c].relation;
      if (relation == Deprel::acl && passage_.words[c].lemma == "lead") {  // "a coalition led by Saudi Arabia"
        const std::uint32_t leader = tree_.child(c, {Deprel::obl_agent, Deprel::obl});
        named_modifier = named_modifier || (leader != none && passage_.words[leader].referent != none);
      }
      const bool near = relation == Deprel::amod || relation == Deprel::compound || relation == Deprel::nmod_poss ||
                        relation == Deprel::nmod;
      if (!near) continue;
      for (const std::uint32_t k : tree_.conjuncts(c)) {
        named_modifier =
            named_modifier || (passage_.words[k].referent != none && passage_.words[k].tag.upos != Upos::PRON);
      }
      modifier = modifier || (passage_.words[c].tag.upos != Upos::PRON);
    }
    switch (head.type) {
      case EntityType::organization:
      case EntityType::bloc:
        return named_modifier;
      case EntityType::armed_group:
        return named_modifier || form == "rebels" || form == "separatists" || form == "militias" ||
               form == "insurgents";
      case EntityType::territory:
        return false;
      case EntityType::event:
      case EntityType::agreement:
      case EntityType::proposal:
      case EntityType::provision:
        if (passage_.words[w].lemma == "draft") return true;
        if (determiner_of(w) == "any" || (determiner_of(w) == "no" && !joins_two(w))) return false;
        if (is_one_of(std::string_view(passage_.words[w].lemma), vague_heads)) return named_modifier;
        return modifier || named_modifier;
      default:
        return false;
    }
  }

  /// "no war between A and B": what will not be is between somebody all the same.
  [[nodiscard]] bool joins_two(std::uint32_t w) const {
    return w + 1 < passage_.words.size() && passage_.words[w + 1].lemma == "between";
  }

  void introduce(std::uint32_t w, const HeadNoun& head, const std::string& lemma, Tree::Phrase phrase) {
    Referent made;
    made.type = head.type;
    made.head = lemma;
    made.plural = word(w).tag.xpos == Xpos::NNS && head.type != EntityType::event;
    made.name = title_of(w, phrase);
    if (const std::uint32_t known = known_as(made.type, made.head, made.name); known != none)
      return mean(w, known, phrase);
    if (const std::uint32_t known = same_offer(made); known != none) return mean(w, known, phrase);
    passage_.referents.push_back(std::move(made));
    const auto introduced = static_cast<std::uint32_t>(passage_.referents.size() - 1);
    if (head.type == EntityType::agreement) described_texts_.push_back(introduced);
    if (described_texts_.size() > most_descriptions) described_texts_.pop_front();
    mean(w, introduced, phrase);
  }

  /// "legally binding security guarantees" after "reliable, legally binding guarantees": what is put forward again in
  /// fewer or more words.
  std::uint32_t same_offer(const Referent& made) {
    if ((made.type != EntityType::proposal && made.type != EntityType::provision) || !made.plural) return none;
    const std::set<std::string> words = telling_words(made);
    if (words.empty()) return none;
    std::deque<std::pair<std::uint32_t, std::set<std::string>>>& offers = offers_[made.head];
    for (const auto& [r, known] : offers) {
      if (std::ranges::includes(known, words) || std::ranges::includes(words, known)) return r;
    }
    offers.emplace_back(static_cast<std::uint32_t>(passage_.referents.size()), words);
    if (offers.size() > most_descriptions) offers.pop_front();
    return none;
  }

  /// The words of a description without its noun and without praise.
  [[nodiscard]] static std::set<std::string> telling_words(const Referent& c) {
    static constexpr std::array<std::string_view, 9> praise = {"reliable", "solid", "firm",   "strong", "serious",
                                                               "real",     "clear", "robust", "further"};
    std::set<std::string> words;
    const std::string name = lower(c.name);
    for (const std::string_view word : parts_between(name, " ,")) {
      if (!word.starts_with(c.head) && !is_one_of(word, praise)) words.emplace(word);
    }
    return words;
  }

  /// The first referent of that type, head noun and name, or `none`.
  std::uint32_t known_as(EntityType type, const std::string& head, const std::string& name) {
    for (; indexed_ < passage_.referents.size(); ++indexed_) {
      const Referent& it = passage_.referents[indexed_];
      by_description_.try_emplace({it.type, it.head, it.name}, indexed_);
    }
    const auto found = by_description_.find({type, head, name});
    return found == by_description_.end() ? none : joined_.referent(found->second);
  }

  /// The description without its determiner, first letter in upper case.
  [[nodiscard]] std::string title_of(std::uint32_t w, Tree::Phrase phrase) const {
    while (phrase.first < w) {
      const Word& first = passage_.words[phrase.first];
      const bool determiner = first.tag.upos == Upos::DET || first.tag.upos == Upos::CCONJ ||
                              first.tag.upos == Upos::PUNCT || first.tag.upos == Upos::VERB || first.form == "\"" ||
                              first.form == "“" ||
                              (first.tag.upos == Upos::PRON && first.relation == Deprel::nmod_poss);
      const bool part_of_word = phrase.first + 1 < w && passage_.words[phrase.first + 1].form == "-";  // "all-out war"
      if (!determiner || part_of_word) break;
      ++phrase.first;
    }
    std::string title(passage_.slice(tree_.bytes(phrase)));
    std::ranges::replace(title, '\n', ' ');
    if (std::ranges::count(title, '"') % 2 != 0) std::erase(title, '"');
    return with_capital(std::move(title));
  }

  Passage& passage_;
  const Tree& tree_;
  const Roles& roles_;
  const Lexicon& lexicon_;
  std::uint32_t sentence_ = 0;
  std::deque<Spoken> spoken_;
  bool quoted_ = false;
  std::uint32_t speaker_ = none;                   ///< of the quotation
  std::vector<std::uint32_t> persons_, sides_;     ///< named side by side last
  std::vector<std::uint32_t> leaders_;             ///< the last such persons who may be called leaders
  std::vector<std::uint32_t> person_pair_, pair_;  ///< the same, exactly two
  std::vector<std::uint32_t> barred_;              ///< whom the pronoun in hand cannot mean
  std::deque<std::vector<std::uint32_t>> pairs_;   ///< the last pairs of sides named side by side
  std::map<std::uint32_t, std::size_t> actor_times_;
  std::vector<std::uint32_t> group_;  ///< whichever of them was last
  std::uint32_t last_talks_ = none;
  std::uint32_t author_ = none;
  std::uint32_t first_agreement_ = none;  ///< "the agreement" before any has a name
  bool agreement_named_ = false;
  std::set<std::uint32_t> met_;  ///< agreements named so far
  JoinedReferents joined_;
  MostSpoken spoken_times_;  ///< of states, places and texts
  std::size_t texts_ = spoken_times_.rank(is_a_text, passage_.referents);
  std::size_t states_ = spoken_times_.rank(is_lone_state, passage_.referents);
  std::size_t lands_ = spoken_times_.rank([this](const Referent& r) { return is_land(r); }, passage_.referents);
  std::map<std::string, std::size_t> texts_called_;       ///< rankings in `spoken_times_`, by noun
  std::deque<std::uint32_t> described_texts_;             ///< the last ones without a name
  std::map<Concluded, std::uint32_t> described_between_;  ///< by kind and parties
  std::uint32_t section_text_ = none;                     ///< the agreement that the section's heading names
  std::map<std::string, std::uint32_t, std::less<>> office_holder_;
  std::map<std::uint32_t, std::set<std::string>> offices_of_;
  std::map<std::tuple<EntityType, std::string, std::string>, std::uint32_t> by_description_;
  std::map<std::string, std::deque<std::pair<std::uint32_t, std::set<std::string>>>> offers_;  ///< by noun
  std::uint32_t indexed_ = 0;                           ///< referents that `by_description_` knows
  std::map<std::string, std::uint32_t> first_called_;   ///< the first text whose name ends in the word
  std::map<std::string, std::uint32_t> text_of_kind_;   ///< of "chapter", "article": the text of the last one
  std::map<std::string, std::uint32_t> block_of_kind_;  ///< in which it was named last
  std::map<std::pair<std::string, std::uint32_t>, std::uint32_t> provisions_;  ///< by label and text
};

}  // namespace

void resolve_descriptions(Passage& passage, const Tree& tree, const Roles& roles, const Lexicon& lexicon) {
  Discourse(passage, tree, roles, lexicon).run();
}

}  // namespace entente::prose
