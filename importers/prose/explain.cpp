#include <entente/explain.hpp>

#include <algorithm>
#include <array>
#include <optional>
#include <unordered_map>

#include "prose/language/roles.hpp"
#include "prose/language/tree.hpp"
#include "prose/reader.hpp"
#include "prose/reading/fillers.hpp"
#include "prose/reading/lexicon.hpp"
#include "prose/reading/tables.hpp"

namespace entente {
namespace {

using namespace prose;

std::string_view reason_for(BlockKind kind) {
  static constexpr std::array<std::string_view, 12> reasons = {"",
                                                               "the title: tells what the text is about",
                                                               "a heading: tells what follows is about",
                                                               "names the author",
                                                               "place and date of writing",
                                                               "a field about the document",
                                                               "a menu, link or address",
                                                               "credit of a picture or agency",
                                                               "a copyright notice",
                                                               "repeated at the foot of pages",
                                                               "stands elsewhere already",
                                                               "no sentence: a mark or number by itself"};
  return reasons[static_cast<std::size_t>(kind)];
}

std::string_view name(NameForm form) {
  static constexpr std::array<std::string_view, 5> names = {"full", "adjective", "people", "capital", "pattern"};
  return names[static_cast<std::size_t>(form)];
}

/// Line numbers by offset.
class Lines {
 public:
  explicit Lines(std::string_view text) {
    for (std::size_t at = text.find('\n'); at != text.npos; at = text.find('\n', at + 1)) ends_.push_back(at);
  }
  /// The line of a byte, from 1. O(log lines).
  [[nodiscard]] std::size_t at(std::size_t offset) const {
    return static_cast<std::size_t>(std::ranges::lower_bound(ends_, offset) - ends_.begin()) + 1;
  }

 private:
  std::vector<std::size_t> ends_;
};

/// The rows of the tables of words, by part of speech and word, as people read them.
class WordRows {
 public:
  WordRows() {
    const Table attitudes(embedded_table("attitudes"));
    for (const Table::Row& row : attitudes.rows()) add(row, "attitude: " + std::string(row["attitude"]));
    const Table predicates(embedded_table("predicates"));
    for (const Table::Row& row : predicates.rows()) {
      std::string words(row["predicate"]);
      words.append(": ").append(row["from"]).append(" → ").append(row["to"]);
      if (!row["needs"].empty()) words += " (needs " + std::string(row["needs"]) + ")";
      add(row, words);
    }
  }

  void append(const std::string& part, const std::string& word, std::vector<std::string>& rows) const {
    const auto found = rows_.find(part + ':' + word);
    if (found != rows_.end()) rows.insert(rows.end(), found->second.begin(), found->second.end());
  }

 private:
  void add(const Table::Row& row, const std::string& words) {
    const std::string part(row["part"]);
    for (std::string_view word : row.list("words")) rows_[part + ':' + std::string(word)].push_back(words);
  }

  std::unordered_map<std::string, std::vector<std::string>> rows_;
};

class Explainer {
 public:
  explicit Explainer(const Passage& passage)
      : passage_(passage), lines_(passage.text), tree_(passage), roles_(passage, tree_) {}

  Explanation explain() {
    Explanation result;
    result.title = passage_.imprint.title;
    result.author = passage_.imprint.author;
    result.publisher = passage_.imprint.publisher;
    if (passage_.imprint.date) result.date = passage_.imprint.date->to_string();
    for (const Block& block : passage_.blocks) result.blocks.push_back(explained(block));
    for (const Sentence& sentence : passage_.sentences) result.sentences.push_back(explained(sentence));
    add_names(result);
    add_times(result);
    add_relations(result);
    return result;
  }

 private:
  using Strings = std::vector<std::string>;

  [[nodiscard]] std::string text_of(std::uint32_t first_token, std::uint32_t last_token) const {
    return std::string(passage_.slice(passage_.bytes_of_tokens(first_token, last_token)));
  }
  [[nodiscard]] std::string text_of(const Word& word) const { return text_of(word.first, word.last); }

  /// The name of a referent, those of its members if it is a group; empty for none.
  [[nodiscard]] std::string called(std::uint32_t referent) const {
    if (referent == none) return {};
    const Referent& it = passage_.referents[referent];
    std::string names;
    for (const std::uint32_t member : it.members) {
      names += (names.empty() ? "" : " + ") + passage_.referents[member].name;
    }
    return it.members.empty() ? it.name : names;
  }

  [[nodiscard]] Explanation::Block explained(const Block& block) const {
    Explanation::Block result;
    result.line = lines_.at(block.bytes.begin);
    result.kind = name(block.kind);
    result.reason = reason_for(block.kind);
    result.continues_previous = block.continues_previous;
    result.item = block.item;
    if (block.date) result.date = block.date->to_string();
    result.text = passage_.slice(block.bytes);
    return result;
  }

  [[nodiscard]] Explanation::Sentence explained(const Sentence& sentence) const {
    Explanation::Sentence result;
    result.line = lines_.at(sentence.bytes.begin);
    result.last_line = lines_.at(sentence.bytes.end - 1);
    result.heading = sentence.heading;
    result.text = passage_.slice(sentence.bytes);
    for (std::uint32_t w = sentence.first_word; w < sentence.last_word; ++w) {
      result.words.push_back(explained(sentence, w));
      if (!sentence.heading) add_predicate(result, sentence, w);
    }
    for (std::uint32_t c = sentence.first_clause; c < sentence.last_clause; ++c) {
      for (std::uint32_t w = passage_.clauses[c].first_word; w < passage_.clauses[c].last_word; ++w) {
        result.words[w - sentence.first_word].relation = prose::name(passage_.words[w].relation);
      }
    }
    return result;
  }

  [[nodiscard]] Explanation::Word explained(const Sentence& sentence, std::uint32_t w) const {
    const Word& word = passage_.words[w];
    Explanation::Word result;
    result.text = text_of(word);
    result.lemma = word.lemma;
    result.part = prose::name(word.tag.upos);
    result.tag = prose::name(word.tag.xpos);
    if (word.head >= 0) result.head = static_cast<std::uint32_t>(word.head) - sentence.first_word + 1;
    for (std::uint32_t at = tree_.head(w); at != none; at = tree_.head(at)) ++result.depth;
    if (word.referent == none) return result;
    const Referent& referent = passage_.referents[word.referent];
    result.refers_to = called(word.referent);
    result.type = referent.members.empty() ? name(referent.type) : "group";
    result.by_name = word.name != none;
    return result;
  }

  // --- predicates ----------------------------------------------------------------------------------------------------

  void add_predicate(Explanation::Sentence& sentence, const Sentence& place, std::uint32_t w) const {
    const Word& word = passage_.words[w];
    Strings rows = rows_with(w);
    const bool may_happen = word.tag.upos == Upos::NOUN || word.tag.upos == Upos::AUX;
    if (word.tag.upos != Upos::VERB && rows.empty() && !(may_happen && word.time != none)) return;
    Explanation::Predicate result;
    result.word = w - place.first_word + 1;
    result.lemma = word.lemma;
    result.polarity = name(word.polarity);
    result.modality = name(word.modality);
    result.source = called(word.source);
    if (word.time != none) result.time = passage_.times[word.time].interval.to_string();
    result.who = meant_by(tree_.is_noun(w) ? roles_.possessors(w) : roles_.subjects(w));
    if (!tree_.is_noun(w)) result.whom = meant_by(roles_.objects(w));
    for (const std::uint32_t child : tree_.children(w)) {
      const std::string preposition = tree_.preposition(child);
      if (preposition.empty()) continue;
      for (const std::string& meant : meant_by(tree_.conjuncts(child))) {
        result.others.push_back(preposition + ' ' + meant);
      }
    }
    result.rows = std::move(rows);
    sentence.predicates.push_back(std::move(result));
  }

  /// The rows for a verb alone, with its particle and with its object; for a noun by its lemma and as it stands.
  [[nodiscard]] Strings rows_with(std::uint32_t w) const {
    const Word& word = passage_.words[w];
    Strings rows;
    if (word.tag.upos == Upos::VERB) {
      word_rows_.append("verb", word.lemma, rows);
      for (const Deprel relation : {Deprel::compound_prt, Deprel::obj}) {
        const std::uint32_t companion = tree_.child(w, {relation});
        if (companion != none) word_rows_.append("verb", word.lemma + ' ' + passage_.words[companion].lemma, rows);
      }
    } else if (word.tag.upos == Upos::NOUN) {
      word_rows_.append("noun", word.lemma, rows);
      if (word.form != word.lemma) word_rows_.append("noun", std::string(word.form), rows);
      if (word.referent != none) append_rows_for_kind(word, rows);
    } else if (word.tag.upos == Upos::ADJ && word.name == none) {
      word_rows_.append("adjective", word.lemma, rows);
    }
    return rows;
  }

  void append_rows_for_kind(const Word& word, Strings& rows) const {
    const EntityType type = passage_.referents[word.referent].type;
    if (type == EntityType::event) word_rows_.append("event", word.lemma, rows);
    if (type == EntityType::agreement || type == EntityType::proposal) word_rows_.append("text", word.lemma, rows);
  }

  /// Whom the words mean; the word itself in parentheses where that is unknown.
  [[nodiscard]] Strings meant_by(const std::vector<std::uint32_t>& words) const {
    Strings names;
    for (const std::uint32_t w : words) {
      const std::vector<std::uint32_t> found = fillers(passage_, tree_, roles_, w);
      for (const std::uint32_t referent : found) names.push_back(called(referent));
      if (found.empty()) names.push_back('(' + text_of(passage_.words[w]) + ')');
    }
    return names;
  }

  // --- names, times, relations ---------------------------------------------------------------------------------------

  /// The sentence whose tokens or bytes begin last before the place.
  template <class Begin>
  [[nodiscard]] std::size_t sentence_at(std::uint32_t place, Begin begin) const {
    const auto after = std::ranges::upper_bound(passage_.sentences, place, {}, begin);
    return static_cast<std::size_t>(after - passage_.sentences.begin()) - 1;
  }

  void add_names(Explanation& result) const {
    for (const Name& it : passage_.names) {
      Explanation::Name named;
      named.text = text_of(it.first, it.last);
      named.type = name(it.type);
      named.canonical = it.canonical;
      named.form = name(it.form);
      if (it.entry != none) named.entry = Lexicon::builtin().entry(it.entry).name;
      if (it.office_last > it.office_first) named.title = text_of(it.office_first, it.office_last);
      if (it.within != none) named.part_of = text_of(passage_.names[it.within].first, passage_.names[it.within].last);
      named.refers_to = called(it.referent);
      result.sentences[sentence_at(it.first, &Sentence::first_token)].names.push_back(std::move(named));
    }
  }

  void add_times(Explanation& result) const {
    for (const TimeExpression& it : passage_.times) {
      result.sentences[sentence_at(it.first, &Sentence::first_token)].times.push_back(
          {text_of(it.first, it.last), it.interval.to_string(), it.since});
    }
  }

  void add_relations(Explanation& result) const {
    for (const Statement& it : passage_.statements) {
      Explanation::Relation stated;
      stated.subject = called(it.subject);
      stated.predicate = name(it.predicate);
      stated.object = called(it.object);
      stated.polarity = name(it.polarity);
      stated.modality = name(it.modality);
      if (it.date) stated.date = it.date->to_string();
      stated.source = called(it.source);
      stated.role = it.role;
      stated.condition = called(it.condition);
      if (it.condition_statement != none) {
        const Statement& condition = passage_.statements[it.condition_statement];
        stated.condition =
            called(condition.subject) + ' ' + std::string(name(condition.predicate)) + ' ' + called(condition.object);
      }
      stated.confidence = it.confidence;
      stated.rule = it.rule;
      const auto begin = [](const Sentence& sentence) { return sentence.bytes.begin; };
      result.sentences[sentence_at(it.evidence.begin, begin)].relations.push_back(std::move(stated));
    }
  }

  const Passage& passage_;
  Lines lines_;
  Tree tree_;
  Roles roles_;
  WordRows word_rows_;
};

}  // namespace

Explanation explain_prose(const RawDocument& document, Diagnostics& diagnostics) {
  const std::optional<std::string_view> text = readable_text(document, diagnostics);
  if (!text) return {};
  const Passage passage = read_passage(*text);
  return Explainer(passage).explain();
}

}  // namespace entente
