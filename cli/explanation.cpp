#include "explanation.hpp"

#include <algorithm>
#include <ostream>
#include <string>
#include <utility>

#include "options.hpp"

namespace entente::cli {
namespace {

constexpr std::size_t excerpt_width = 72;

// The beginning of a text on one line.
std::string excerpt(std::string_view text) {
  const std::string line = one_line(text);
  if (display_width(line) <= excerpt_width) return line;
  std::size_t end = line.rfind(' ', excerpt_width);
  if (end == line.npos) end = std::min(line.find(' '), line.size());
  return line.substr(0, end) + " …";
}

std::string numbered(const Explanation::Sentence& sentence, std::size_t word) {
  return word == 0 ? "" : std::to_string(word) + " " + sentence.words[word - 1].text;
}

// "actual", "planned, denied".
std::string mood(const std::string& modality, const std::string& polarity) {
  return modality + (polarity == "positive" ? "" : ", denied");
}

// The table without the columns in which nothing stands.
Table without_empty_columns(Table table) {
  for (std::size_t i = table.columns.size(); i-- > 0;) {
    const auto is_empty = [i](const std::vector<Cell>& row) {
      const auto* text = std::get_if<std::string>(&row[i]);
      return text && text->empty();
    };
    if (!std::all_of(table.rows.begin(), table.rows.end(), is_empty)) continue;
    const auto place = static_cast<std::ptrdiff_t>(i);
    table.columns.erase(table.columns.begin() + place);
    for (auto& row : table.rows) row.erase(row.begin() + place);
  }
  return table;
}

void write_section(std::ostream& out, const std::string& heading, Table table, const Style& style) {
  if (table.rows.empty()) return;
  out << '\n' << style.strong(heading + " (" + std::to_string(table.rows.size()) + ")") << '\n';
  write_text(out, without_empty_columns(std::move(table)), style);
}

// --- the overview ----------------------------------------------------------------------------------------------------

std::string remark_on(const Explanation::Block& block) {
  std::vector<std::string> remarks;
  if (!block.reason.empty()) remarks.push_back(block.reason);
  if (block.item) remarks.emplace_back("a point of a list");
  if (block.continues_previous) remarks.emplace_back("continues the block before");
  if (!block.date.empty()) remarks.push_back("written on " + block.date);
  return joined(remarks);
}

Table block_table(const Explanation& explanation) {
  Table table{{{"line"}, {"kind"}, {"text"}, {"remark"}}, {}};
  for (const Explanation::Block& block : explanation.blocks) {
    table.rows.push_back({block.line, block.kind, excerpt(block.text), remark_on(block)});
  }
  return table;
}

Table imprint_table(const Explanation& explanation) {
  Table table{{{"field"}, {"value"}}, {}};
  const std::pair<std::string, const std::string&> fields[] = {{"title", explanation.title},
                                                               {"author", explanation.author},
                                                               {"publisher", explanation.publisher},
                                                               {"date", explanation.date}};
  for (const auto& [field, value] : fields) {
    if (!value.empty()) table.rows.push_back({field, value});
  }
  return table;
}

Table sentence_table(const Explanation& explanation) {
  Table table{{{"sentence"}, {"line"}, {"names"}, {"relations"}, {"text"}}, {}};
  for (std::size_t i = 0; i < explanation.sentences.size(); ++i) {
    const Explanation::Sentence& it = explanation.sentences[i];
    table.rows.push_back({i + 1, it.line, it.names.size(), it.relations.size(), it.text});
  }
  return table;
}

// --- one sentence ----------------------------------------------------------------------------------------------------

// The words in their order, each behind as many points as there are heads above it.
Table tree_table(const Explanation::Sentence& sentence) {
  Table table{{{"word"}, {"tree"}, {"lemma"}, {"tag"}, {"head"}, {"relation"}, {"means"}, {"as"}}, {}};
  for (std::size_t i = 0; i < sentence.words.size(); ++i) {
    const Explanation::Word& it = sentence.words[i];
    std::string branch;
    for (std::size_t level = 0; level < it.depth; ++level) branch += "· ";
    const std::string how = it.type.empty() ? "" : it.type + (it.by_name ? ", named" : ", referred to");
    table.rows.push_back({i + 1, branch + it.text, it.lemma, it.part + " " + it.tag, numbered(sentence, it.head),
                          it.relation, it.refers_to, how});
  }
  return table;
}

Table name_table(const Explanation::Sentence& sentence) {
  Table table{{{"name"}, {"type"}, {"form"}, {"canonical"}, {"lexicon"}, {"title"}, {"part of"}, {"means"}}, {}};
  for (const Explanation::Name& it : sentence.names) {
    table.rows.push_back({it.text, it.type, it.form, it.canonical, it.entry.empty() ? "no" : it.entry, it.title,
                          it.part_of, it.refers_to});
  }
  return table;
}

Table time_table(const Explanation::Sentence& sentence) {
  Table table{{{"expression"}, {"interval"}, {"remark"}}, {}};
  for (const Explanation::Time& it : sentence.times) {
    table.rows.push_back({it.text, it.interval, std::string(it.since ? "lasts until the text was written" : "")});
  }
  return table;
}

Table predicate_table(const Explanation::Sentence& sentence) {
  Table table{{{"word"}, {"mood"}, {"time"}, {"source"}, {"who"}, {"whom"}, {"further"}}, {}};
  for (const Explanation::Predicate& it : sentence.predicates) {
    table.rows.push_back({numbered(sentence, it.word), mood(it.modality, it.polarity), it.time, it.source,
                          joined(it.who), joined(it.whom), joined(it.others)});
  }
  return table;
}

Table row_table(const Explanation::Sentence& sentence) {
  Table table{{{"word"}, {"row"}}, {}};
  for (const Explanation::Predicate& it : sentence.predicates) {
    for (const std::string& row : it.rows) table.rows.push_back({numbered(sentence, it.word), row});
  }
  return table;
}

Table relation_table(const Explanation::Sentence& sentence) {
  Table table{{{"subject"},
               {"predicate"},
               {"object"},
               {"mood"},
               {"date"},
               {"source"},
               {"role"},
               {"condition"},
               {"confidence"},
               {"rule"}},
              {}};
  for (const Explanation::Relation& it : sentence.relations) {
    table.rows.push_back({it.subject, it.predicate, it.object, mood(it.modality, it.polarity), it.date, it.source,
                          it.role, it.condition, it.confidence, it.rule});
  }
  return table;
}

void write_sentence(std::ostream& out, const Explanation::Sentence& sentence, std::size_t number, const Style& style) {
  out << style.strong("Sentence " + std::to_string(number)) << ", line " << sentence.line
      << (sentence.heading ? ", a heading: it is searched for names, not parsed" : "") << '\n'
      << one_line(sentence.text) << '\n';
  write_section(out, "Words", tree_table(sentence), style);
  write_section(out, "Names", name_table(sentence), style);
  write_section(out, "Times", time_table(sentence), style);
  write_section(out, "Predicates", predicate_table(sentence), style);
  write_section(out, "Rows for these words in predicates.tsv and attitudes.tsv", row_table(sentence), style);
  write_section(out, "Relations", relation_table(sentence), style);
  if (sentence.relations.empty()) out << "\nNo relations.\n";
}

// --- JSON ------------------------------------------------------------------------------------------------------------

void number_field(JsonWriter& json, std::string_view key, std::size_t value) {
  json.key(key);
  json.integer(value);
}

void flag_if_set(JsonWriter& json, std::string_view key, bool value) {
  if (!value) return;
  json.key(key);
  json.boolean(true);
}

void texts_unless_empty(JsonWriter& json, std::string_view key, const std::vector<std::string>& texts) {
  if (texts.empty()) return;
  json.key(key);
  json.open_array();
  for (const std::string& text : texts) json.text(text);
  json.close_array();
}

template <class Items, class Write>
void objects(JsonWriter& json, std::string_view key, const Items& items, Write write) {
  json.key(key);
  json.open_array();
  for (const auto& item : items) {
    json.open_object();
    write(item);
    json.close_object();
  }
  json.close_array();
}

void write_fields(JsonWriter& json, const Explanation::Block& block) {
  number_field(json, "line", block.line);
  json.field("kind", block.kind);
  json.field_unless_empty("reason", block.reason);
  flag_if_set(json, "continues_previous", block.continues_previous);
  flag_if_set(json, "item", block.item);
  json.field_unless_empty("date", block.date);
  json.field("text", block.text);
}

void write_fields(JsonWriter& json, const Explanation::Word& word) {
  json.field("text", word.text);
  json.field("lemma", word.lemma);
  json.field("part", word.part);
  json.field("tag", word.tag);
  number_field(json, "head", word.head);
  json.field_unless_empty("relation", word.relation);
  json.field_unless_empty("refers_to", word.refers_to);
  json.field_unless_empty("type", word.type);
  flag_if_set(json, "by_name", word.by_name);
}

void write_fields(JsonWriter& json, const Explanation::Name& name) {
  json.field("text", name.text);
  json.field("type", name.type);
  json.field("canonical", name.canonical);
  json.field("form", name.form);
  json.field_unless_empty("entry", name.entry);
  json.field_unless_empty("title", name.title);
  json.field_unless_empty("part_of", name.part_of);
  json.field_unless_empty("refers_to", name.refers_to);
}

void write_fields(JsonWriter& json, const Explanation::Time& time) {
  json.field("text", time.text);
  json.field("interval", time.interval);
  flag_if_set(json, "since", time.since);
}

void write_fields(JsonWriter& json, const Explanation::Predicate& predicate) {
  number_field(json, "word", predicate.word);
  json.field("lemma", predicate.lemma);
  json.field("polarity", predicate.polarity);
  json.field("modality", predicate.modality);
  json.field_unless_empty("source", predicate.source);
  json.field_unless_empty("time", predicate.time);
  texts_unless_empty(json, "who", predicate.who);
  texts_unless_empty(json, "whom", predicate.whom);
  texts_unless_empty(json, "others", predicate.others);
  texts_unless_empty(json, "rows", predicate.rows);
}

void write_fields(JsonWriter& json, const Explanation::Relation& relation) {
  json.field("subject", relation.subject);
  json.field("predicate", relation.predicate);
  json.field("object", relation.object);
  json.field("polarity", relation.polarity);
  json.field("modality", relation.modality);
  json.field_unless_empty("date", relation.date);
  json.field_unless_empty("source", relation.source);
  json.field_unless_empty("role", relation.role);
  json.field_unless_empty("condition", relation.condition);
  json.key("confidence");
  json.number(relation.confidence);
  json.field("rule", relation.rule);
}

void write_head(JsonWriter& json, const Explanation::Sentence& sentence, std::size_t number) {
  number_field(json, "number", number);
  number_field(json, "line", sentence.line);
  number_field(json, "last_line", sentence.last_line);
  flag_if_set(json, "heading", sentence.heading);
  json.field("text", sentence.text);
}

}  // namespace

void write_overview(std::ostream& out, const Explanation& explanation, const Style& style) {
  const Table imprint = imprint_table(explanation);
  if (!imprint.rows.empty()) {
    out << style.strong("Imprint") << '\n';
    for (const auto& row : imprint.rows) {
      out << "  " << std::get<std::string>(row[0]) << ": " << one_line(std::get<std::string>(row[1])) << '\n';
    }
    out << '\n';
  }
  out << style.strong("Blocks (" + std::to_string(explanation.blocks.size()) + ")") << '\n';
  write_text(out, block_table(explanation), style);
  Table sentences = sentence_table(explanation);
  for (auto& row : sentences.rows) row.back() = excerpt(std::get<std::string>(row.back()));
  write_section(out, "Sentences", std::move(sentences), style);
}

void write_overview(JsonWriter& json, const Explanation& explanation) {
  json.open_object();
  for (const auto& row : imprint_table(explanation).rows) {
    json.field(std::get<std::string>(row[0]), std::get<std::string>(row[1]));
  }
  objects(json, "blocks", explanation.blocks, [&](const Explanation::Block& block) { write_fields(json, block); });
  std::size_t number = 0;
  objects(json, "sentences", explanation.sentences,
          [&](const Explanation::Sentence& sentence) { write_head(json, sentence, ++number); });
  json.close_object();
}

Table overview_in_rows(const Explanation& explanation) {
  return sentence_table(explanation);
}

void write_sentences(std::ostream& out, const Explanation& explanation, const std::vector<std::size_t>& chosen,
                     const Style& style) {
  for (std::size_t i : chosen) {
    if (i != chosen.front()) out << "\n\n";
    write_sentence(out, explanation.sentences[i], i + 1, style);
  }
}

void write_sentences(JsonWriter& json, const Explanation& explanation, const std::vector<std::size_t>& chosen) {
  const auto fields = [&json](const auto& item) { write_fields(json, item); };
  json.open_array();
  for (std::size_t i : chosen) {
    const Explanation::Sentence& sentence = explanation.sentences[i];
    json.open_object();
    write_head(json, sentence, i + 1);
    objects(json, "words", sentence.words, fields);
    objects(json, "names", sentence.names, fields);
    objects(json, "times", sentence.times, fields);
    objects(json, "predicates", sentence.predicates, fields);
    objects(json, "relations", sentence.relations, fields);
    json.close_object();
  }
  json.close_array();
}

Table sentences_in_rows(const Explanation& explanation, const std::vector<std::size_t>& chosen) {
  Table table{
      {{"sentence"}, {"word"}, {"text"}, {"lemma"}, {"part"}, {"tag"}, {"head"}, {"relation"}, {"refers to"}, {"type"}},
      {}};
  for (std::size_t i : chosen) {
    std::size_t number = 0;
    for (const Explanation::Word& it : explanation.sentences[i].words) {
      table.rows.push_back(
          {i + 1, ++number, it.text, it.lemma, it.part, it.tag, it.head, it.relation, it.refers_to, it.type});
    }
  }
  return table;
}

}  // namespace entente::cli
