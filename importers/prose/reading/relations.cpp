#include "prose/reading/relations.hpp"

#include <algorithm>
#include <optional>

#include "prose/reading/fillers.hpp"
#include "prose/reading/tables.hpp"

namespace entente::prose {
namespace {

std::vector<std::string> strings(const std::vector<std::string_view>& views) {
  return {views.begin(), views.end()};
}

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
      apply("verb", it.lemma, w);
      if (const std::uint32_t particle = tree_.child(w, {Deprel::compound_prt}); particle != none) {
        apply("verb", it.lemma + ' ' + passage_.words[particle].lemma, w);
      }
      if (const std::uint32_t object = tree_.child(w, {Deprel::obj}); object != none) {
        apply("verb", it.lemma + ' ' + passage_.words[object].lemma, w);
      }
      return;
    }
    if (it.referent != none && (it.tag.upos == Upos::NOUN || it.tag.upos == Upos::PROPN)) {
      const EntityType type = passage_.referents[it.referent].type;
      if (type == EntityType::event) apply("event", "*", w), apply("event", it.lemma, w);
      if (type == EntityType::agreement || type == EntityType::proposal)
        apply("text", "*", w), apply("text", it.lemma, w);
    }
    if (it.tag.upos == Upos::NOUN) {
      apply("noun", it.lemma, w);
      const std::string form(it.form);
      if (form != it.lemma) apply("noun", form, w);
    }
  }

  void apply(std::string_view part, std::string_view word, std::uint32_t w) {
    const auto* frames = lexicon_.frames(part, word);
    if (frames == nullptr) return;
    for (const Frame& frame : *frames) {
      const bool names_it =
          frame.predicate == Predicate::consults && tree_.child(w, {Deprel::xcomp}) != none;  // "called it a success"
      if (!names_it && has_what_it_needs(frame, w))
        apply(frame, w, part == "noun" || part == "event" || part == "text");
    }
  }

  [[nodiscard]] bool has_what_it_needs(const Frame& frame, std::uint32_t w) const {
    if (frame.needs.empty()) return true;
    std::vector<std::uint32_t> words = roles_.objects(w);
    for (std::size_t i = 0, count = words.size(); i < count; ++i) {  // "thousands of troops"
      for (const std::uint32_t of : roles_.with_preposition(words[i], "of")) words.push_back(of);
    }
    if (frame.from.front() == "obj") words = roles_.subjects(w);  // what involves them
    for (const std::uint32_t object : words) {
      const Word& it = passage_.words[object];
      if (std::ranges::find(frame.needs, it.lemma) != frame.needs.end()) return true;
      const bool agreement = it.referent != none && passage_.referents[it.referent].type == EntityType::agreement;
      if (agreement && std::ranges::find(frame.needs, "agreement") != frame.needs.end()) return true;
    }
    return false;
  }

  void apply(const Frame& frame, std::uint32_t w, bool noun) {
    const std::vector<std::uint32_t> from = first_filled(frame.from, w, noun);
    if (from.empty()) return;
    if (frame.to.front() == "clause") return propose_clause(frame, w, from);
    if (frame.to.front() == "each-other") return join_each_other(frame, w, from);
    for (const std::uint32_t object : first_filled(frame.to, w, noun)) {
      for (const std::uint32_t subject : from) add(frame, w, subject, object);
    }
  }

  void join_each_other(const Frame& frame, std::uint32_t w, const std::vector<std::uint32_t>& all) {
    if (all.size() > (frame.predicate == Predicate::agrees_with ? 2 : 8)) return;
    for (std::size_t i = 0; i < all.size(); ++i) {
      for (std::size_t j = i + 1; j < all.size(); ++j) add(frame, w, all[i], all[j]);
    }
  }

  void add(const Frame& frame, std::uint32_t w, std::uint32_t subject, std::uint32_t object) {
    const Predicate predicate = states_negotiate(frame.predicate, subject, object);
    if (!joins(passage_, subject, predicate, object)) return;
    if (contradicts_kind(predicate, subject, object)) return;
    Statement statement = statement_at(passage_, w, subject, predicate, object);
    statement.rule = frame.rule;
    statement.role = frame.role;
    statement.confidence = 0.7;
    passage_.statements.push_back(std::move(statement));
  }

  /// "proposed that the office be closed", "offered to dismantle the site", "want a reform of the law": what is put
  /// forward becomes a proposal, called by the words that say it.
  void propose_clause(const Frame& frame, std::uint32_t w, const std::vector<std::uint32_t>& proposers) {
    std::uint32_t content = roles_.complement(w);
    Tree::Phrase words;
    if (content != none && tree_.is_verb(content)) {
      words = tree_.subtree(content);
      while (words.first < words.last &&
             (passage_.words[words.first].tag.upos == Upos::SCONJ || passage_.words[words.first].form == "to"))
        ++words.first;
    } else {
      content = tree_.child(w, {Deprel::obj});
      if (content == none || passage_.words[content].tag.upos != Upos::NOUN || passage_.words[content].referent != none)
        return;
      if (!fillers(passage_, tree_, roles_, content).empty()) return;
      words = tree_.noun_phrase(content);
      if (passage_.words[words.first].tag.upos == Upos::DET) ++words.first;
    }
    if (words.last - words.first < 2 || words.last - words.first > 30) return;
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

  /// Combinations that the vocabulary allows and that these words never mean.
  [[nodiscard]] bool contradicts_kind(Predicate predicate, std::uint32_t subject, std::uint32_t object) const {
    const EntityType from = passage_.referents[subject].type, to = passage_.referents[object].type;
    switch (predicate) {
      case Predicate::participates_in:
        return to != EntityType::event;
      case Predicate::concerns:
        return !is_text(from) && from != EntityType::event;
      case Predicate::part_of:
        return is_actor(from) && from != EntityType::state;
      case Predicate::holds_office:
        return to != EntityType::organization && to != EntityType::armed_group;
      case Predicate::located_in:
        return from != EntityType::event;
      case Predicate::consults:
        return from == EntityType::armed_group && to == EntityType::armed_group;
      default:
        return false;
    }
  }

  /// The referents at the first of the places that any fill.
  [[nodiscard]] std::vector<std::uint32_t> first_filled(const std::vector<std::string>& places, std::uint32_t w,
                                                        bool noun) const {
    for (const std::string& place : places) {
      std::vector<std::uint32_t> found;
      for (const std::uint32_t word : words_at(place, w, noun)) {
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
    if (place == "subj") return noun ? roles_.possessors(w) : roles_.subjects(w);
    if (place == "obj") return objects_with_list(w);
    if (place == "iobj") return roles_.indirect_objects(w);
    if (place == "for-whom") return for_whom(w);
    if (place == "modifier") return modifiers_of(w);
    if (place == "self") return {};
    if (place == "is") return said_of(w);
    if (place == "owner") return owners_of_object(w);
    if (place == "then") return who_shall(w);
    return roles_.with_preposition(w, place);
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

  /// Of whom the noun is said: "X is a member", "X, a member".
  [[nodiscard]] std::vector<std::uint32_t> said_of(std::uint32_t noun) const {
    const Word& it = passage_.words[noun];
    if (tree_.child(noun, {Deprel::cop}) != none) return roles_.subjects(noun);
    if (it.relation == Deprel::appos && tree_.head(noun) != none) return {tree_.head(noun)};
    return {};
  }

  /// Whose the object is: "Russian forces deployed near …".
  [[nodiscard]] std::vector<std::uint32_t> owners_of_object(std::uint32_t verb) const {
    std::vector<std::uint32_t> owners;
    for (const std::uint32_t object : roles_.objects(verb)) {
      for (const std::uint32_t owner : roles_.possessors(object)) owners.push_back(owner);
    }
    return owners;
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
