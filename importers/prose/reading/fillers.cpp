#include "prose/reading/fillers.hpp"

#include <algorithm>
#include <array>

#include "prose/language/calendar.hpp"
#include "prose/language/characters.hpp"

namespace entente::prose {
namespace {

/// Nouns that act, or are acted on, for those they belong to.
constexpr std::array<std::string_view, 121> transparent = {"administration",
                                                           "air force",
                                                           "aircraft",
                                                           "airspace",
                                                           "all",
                                                           "ambassador",
                                                           "annexation",
                                                           "area",
                                                           "army",
                                                           "arsenal",
                                                           "asset",
                                                           "authority",
                                                           "battalion",
                                                           "border",
                                                           "both",
                                                           "cabinet",
                                                           "capital",
                                                           "city",
                                                           "claim",
                                                           "coast guard",
                                                           "coastguard",
                                                           "commander",
                                                           "concern",
                                                           "condition",
                                                           "convoy",
                                                           "counterpart",
                                                           "delegate",
                                                           "delegation",
                                                           "demand",
                                                           "department",
                                                           "diplomat",
                                                           "district",
                                                           "each",
                                                           "effort",
                                                           "efforts",
                                                           "envoy",
                                                           "export",
                                                           "exports",
                                                           "field",
                                                           "fighter",
                                                           "fleet",
                                                           "force",
                                                           "forces",
                                                           "foreign minister",
                                                           "frontier",
                                                           "general",
                                                           "goods",
                                                           "government",
                                                           "gunboat",
                                                           "half",
                                                           "helicopter",
                                                           "implementation",
                                                           "import",
                                                           "imports",
                                                           "independence",
                                                           "integrity",
                                                           "jet",
                                                           "king",
                                                           "lawmaker",
                                                           "leader",
                                                           "leadership",
                                                           "legislator",
                                                           "legitimacy",
                                                           "lorry",
                                                           "majority",
                                                           "mediator",
                                                           "military",
                                                           "minister",
                                                           "ministry",
                                                           "most",
                                                           "navy",
                                                           "negotiator",
                                                           "number",
                                                           "official",
                                                           "outskirts",
                                                           "parliament",
                                                           "part",
                                                           "participant",
                                                           "peacekeeper",
                                                           "people",
                                                           "plane",
                                                           "police",
                                                           "policy",
                                                           "politician",
                                                           "position",
                                                           "premier",
                                                           "president",
                                                           "province",
                                                           "quarter",
                                                           "regime",
                                                           "region",
                                                           "representative",
                                                           "request",
                                                           "rest",
                                                           "right",
                                                           "side",
                                                           "soil",
                                                           "soldier",
                                                           "sovereignty",
                                                           "spokesman",
                                                           "spokesperson",
                                                           "spokeswoman",
                                                           "stance",
                                                           "state",
                                                           "statehood",
                                                           "statement",
                                                           "strip",
                                                           "team",
                                                           "territory",
                                                           "third",
                                                           "town",
                                                           "troop",
                                                           "troops",
                                                           "truck",
                                                           "unit",
                                                           "village",
                                                           "warplane",
                                                           "warship",
                                                           "waters",
                                                           "whole",
                                                           "wish"};
static_assert(std::ranges::is_sorted(transparent));

/// Those among them who come from those for whom they act: "the participants from Georgia".
constexpr std::array<std::string_view, 15> sent = {
    "contingent", "delegate",    "delegation",  "diplomat",       "envoy",   "lawmaker", "monitor", "negotiator",
    "official",   "participant", "peacekeeper", "representative", "soldier", "troop",    "troops"};

void collect(const Passage& passage, const Tree& tree, const Roles& roles, std::uint32_t word, int depth,
             std::vector<std::uint32_t>& found) {
  const std::uint32_t r = passage.words[word].referent;
  if (r != none) {
    const auto& members = passage.referents[r].members;
    if (members.empty())
      found.push_back(r);
    else
      found.insert(found.end(), members.begin(), members.end());
    return;
  }
  const std::uint32_t head = tree.head(word);
  if (depth > 0 && passage.words[word].relation == Deprel::appos && head != none && head < word) {
    const std::uint32_t person = passage.words[head].referent;  // "A, a former minister who leads B"
    if (person != none && passage.referents[person].type == EntityType::person) {
      found.push_back(person);
      return;
    }
  }
  const std::uint32_t named = tree.child(word, {Deprel::appos});  // "his deputy, A", "the rebel group, the B"
  if (depth > 0 && named != none && passage.words[named].name != none && passage.words[named].referent != none) {
    for (const std::uint32_t k : tree.conjuncts(named)) {  // "the ministers, A and B"
      const bool one = k == named || passage.words[word].tag.xpos == Xpos::NNS;
      if (one && passage.words[k].referent != none) found.push_back(passage.words[k].referent);
    }
    return;
  }
  if (depth > 0 && passage.words[word].tag.upos == Upos::NOUN) {  // "areas such as A and B"
    const std::vector<std::uint32_t> examples = roles.with_preposition(word, "such as");
    for (const std::uint32_t example : examples) collect(passage, tree, roles, example, depth - 1, found);
    if (!examples.empty()) return;
  }
  if (depth == 0 || !std::ranges::binary_search(transparent, std::string_view(passage.words[word].lemma))) return;
  const bool over_another = !roles.with_preposition(word, "over").empty() || passage.words[word].lemma == "claim";
  const bool many = passage.words[word].lemma == "state" && passage.words[word].tag.xpos == Xpos::NNS;
  if (many) return;          // "the states of the former Soviet Union" are others
  if (over_another) return;  // "Morocco's sovereignty over Western Sahara" is about both
  std::vector<std::uint32_t> owners = roles.possessors(word);
  std::erase_if(owners, [&](std::uint32_t owner) {  // "territory held by A" is not A's
    return passage.words[owner].relation == Deprel::nmod && passage.words[word].lemma == "territory";
  });
  if (owners.empty()) owners = roles.with_preposition(word, "of");
  if (owners.empty() && is_one_of(passage.words[word].lemma, sent)) owners = roles.with_preposition(word, "from");
  if (owners.empty() && (passage.words[word].lemma == "legislator" || passage.words[word].lemma == "lawmaker"))
    owners = roles.with_preposition(word, "in");
  static constexpr std::array<std::string_view, 8> places = {"area",   "city",  "field", "outskirts",
                                                             "region", "strip", "town",  "village"};
  if (owners.empty() && is_one_of(std::string_view(passage.words[word].lemma), places)) {
    for (std::string_view preposition : {"at", "in", "around"}) {  // "the buffer strip at A"
      if (owners.empty()) owners = roles.with_preposition(word, preposition);
    }
  }
  for (const std::uint32_t owner : owners) collect(passage, tree, roles, owner, depth - 1, found);
}

/// The date that an expression of time gives a statement: terms count from the day of the text that sets them, and what
/// is not yet so lasts from now on.
std::optional<DateInterval> date_of(const Passage& passage, const TimeExpression& time, const Statement& statement) {
  if (!time.term) return time.interval;
  const Referent& subject = passage.referents[statement.subject];
  const bool provision = subject.type == EntityType::provision && subject.text != none;
  const auto& set = provision ? passage.referents[subject.text].date : subject.date;
  const bool text = provision || subject.type == EntityType::agreement;
  if (text && time.term->deadline && set && set->from())
    return lasting_from(*set->from(), time.term->count, time.term->unit, true);
  if (!time.term->deadline && statement.modality == Modality::actual) return std::nullopt;
  return time.interval;
}

}  // namespace

std::vector<std::uint32_t> fillers(const Passage& passage, const Tree& tree, const Roles& roles, std::uint32_t word) {
  std::vector<std::uint32_t> found;
  collect(passage, tree, roles, word, 3, found);
  return found;
}

std::uint32_t add_described(Passage& passage, const Tree& tree, EntityType type, Tree::Phrase words,
                            std::uint32_t text) {
  constexpr std::uint32_t longest_name = 12;
  Tree::Phrase title = words;
  title.last = std::min(title.last, title.first + longest_name);
  Referent made;
  made.type = type;
  made.text = text;
  made.name = passage.slice(tree.bytes(title));
  std::ranges::replace(made.name, '\n', ' ');
  made.name = with_capital(std::move(made.name));
  made.mentions.emplace_back(tree.bytes(words), true);
  passage.referents.push_back(std::move(made));
  return static_cast<std::uint32_t>(passage.referents.size() - 1);
}

std::uint32_t author_of(Passage& passage) {
  const std::string& name = passage.imprint.author;
  if (name.empty()) return none;
  for (std::uint32_t r = 0; r < passage.referents.size(); ++r) {
    const Referent& it = passage.referents[r];
    if (it.type == EntityType::person && it.named && it.name == name) return r;
  }
  Referent made;
  made.type = EntityType::person;
  made.name = name;
  made.named = true;
  const std::size_t at = passage.text.find(name);
  if (at != std::string_view::npos) {
    const auto begin = static_cast<std::uint32_t>(at);
    made.mentions.emplace_back(Bytes{begin, begin + static_cast<std::uint32_t>(name.size())}, false);
  }
  passage.referents.push_back(std::move(made));
  return static_cast<std::uint32_t>(passage.referents.size() - 1);
}

bool lists_parties(const Passage& passage, const Sentence& sentence) {
  if (!sentence.heading || sentence.last_word - sentence.first_word < 4) return false;
  const std::string label = lower(passage.words[sentence.first_word].form);
  return (label == "parties" || label == "signatories") && passage.words[sentence.first_word + 1].form == ":";
}

std::uint32_t sentence_of(const Passage& passage, std::uint32_t word) {
  const auto after = std::ranges::upper_bound(passage.sentences, word, {}, &Sentence::first_word);
  return static_cast<std::uint32_t>(after - passage.sentences.begin()) - 1;
}

bool opens_block(const Passage& passage, std::uint32_t sentence) {
  return sentence == 0 || passage.sentences[sentence - 1].block != passage.sentences[sentence].block;
}

Statement statement_at(const Passage& passage, std::uint32_t word, std::uint32_t subject, Predicate predicate,
                       std::uint32_t object) {
  const Word& it = passage.words[word];
  Statement statement;
  statement.subject = subject;
  statement.predicate = predicate;
  statement.object = object;
  statement.word = word;
  statement.polarity = it.polarity;
  statement.modality = it.modality;
  statement.source = it.source;
  if (it.time != none) statement.date = date_of(passage, passage.times[it.time], statement);
  statement.evidence = passage.sentences[sentence_of(passage, word)].bytes;
  return statement;
}

bool joins(const Passage& passage, std::uint32_t subject, Predicate predicate, std::uint32_t object) {
  return subject != object && in_domain(predicate, passage.referents[subject].type) &&
         in_range(predicate, passage.referents[object].type);
}

}  // namespace entente::prose
