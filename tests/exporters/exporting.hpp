// Graphs to export in a test, and running programs on what was exported.
#pragma once

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include <entente/exporter.hpp>
#include <entente/graph_builder.hpp>

#include "child_process.hpp"

namespace entente::test {

inline std::string exported(const Exporter& exporter, const GraphView& view) {
  std::ostringstream out;
  exporter.write(view, out);
  return out.str();
}

inline std::string exported(std::string_view format, const GraphView& view) {
  const ExporterSet set = builtin_exporters();
  return exported(*set.named(format), view);
}

/// A lens for one mood.
inline Lens only(Modality modality) {
  Lens lens;
  lens.modalities = {modality};
  return lens;
}

/// Names that break formats which do not escape them.
inline const std::vector<std::string>& hostile_texts() {
  static const std::vector<std::string> texts{"plain",
                                              "a \"quoted\" name",
                                              "back\\slash\\",
                                              "ends with \\\"",
                                              "two\nlines\r\nand three",
                                              "tab\there",
                                              "<b>&amp; \"&#65;\"</b>",
                                              "]]> --> <!-- <?",
                                              "\\N \\G \\l",
                                              "Шевченко Київ",
                                              "北京 العربية",
                                              "e\xCC\x81 \xF0\x9F\x95\x8A",
                                              std::string("nul\0 \x01\x1B[0m\x7F", 12),
                                              "\xEF\xBF\xBF\xEF\xBF\xBE",
                                              "comma, semicolon; 'single'",
                                              "=1+1",
                                              "..",
                                              ".",
                                              "a/b#c?d=%20&e",
                                              "-> { } [ ] ;",
                                              " surrounded ",
                                              "}\n\"x\" -> \"y\" [label=\"z\"]"};
  return texts;
}

/// An entity for each hostile text, which is its key, name and alias, each threatening the next.
inline KnowledgeGraph hostile_graph() {
  GraphBuilder builder;
  const DocumentId document = *builder.add(Document{.key = "d \"1\" <&>",
                                                    .title = "A \"title\" \\ <&>\n",
                                                    .date = {},
                                                    .author = "\x01",
                                                    .publisher = "\"",
                                                    .source = "a b",
                                                    .language = "en",
                                                    .sha256 = "",
                                                    .attributes = {}});
  std::vector<EntityId> entities;
  for (const std::string& text : hostile_texts()) {
    Entity entity{.key = text,
                  .type = EntityType::state,
                  .name = text,
                  .aliases = {text + " too"},
                  .identifiers = {{"register " + text, text}},
                  .mentions = {},
                  .attributes = {}};
    entity.mentions.push_back(Mention{{document, Span{1, 5}, text}, true});
    entities.push_back(*builder.add(std::move(entity)));
  }
  for (std::size_t i = 0; i < entities.size(); ++i) {
    Relation relation;
    relation.subject = entities[i];
    relation.predicate = Predicate::threatens;
    relation.object = entities[(i + 1) % entities.size()];
    relation.modality = all_modalities()[i % modality_count];
    relation.polarity = i % 3 == 0 ? Polarity::negative : Polarity::positive;
    if (i % 4 == 0) relation.source = entities[(i + 2) % entities.size()];
    relation.role = hostile_texts()[i];
    relation.rule = hostile_texts()[i];
    relation.evidence = {Evidence{document, Span{0, 9}, hostile_texts()[i]}, Evidence{{}, {}, hostile_texts()[i]}};
    builder.add(std::move(relation));
  }
  return std::move(builder).build();
}

/// Ukraine, Russia, NATO, a treaty and a speaker, with every mood, a negation, dates, sources and conditions.
inline KnowledgeGraph small_graph() {
  GraphBuilder builder;
  const DocumentId memo = *builder.add(Document{.key = "memo",
                                                .title = "Ending the blockade",
                                                .date = Date(2015, 2, 12),
                                                .author = "A. Writer",
                                                .publisher = "",
                                                .source = "memo.txt",
                                                .language = "en",
                                                .sha256 = "",
                                                .attributes = {{"pages", "[1, 2]"}}});
  builder.add(Document{.key = "other",
                       .title = "Unquoted",
                       .date = {},
                       .author = "",
                       .publisher = "",
                       .source = "",
                       .language = "",
                       .sha256 = "",
                       .attributes = {}});
  const auto add = [&](const char* key, EntityType type, const char* name) {
    Entity entity;
    entity.key = key;
    entity.type = type;
    entity.name = name;
    entity.mentions = {Mention{{memo, Span{0, 7}, name}, false}};
    return *builder.add(std::move(entity));
  };
  const EntityId ukraine = add("ukr", EntityType::state, "Ukraine");
  const EntityId russia = add("rus", EntityType::state, "Russia");
  const EntityId nato = add("nato", EntityType::organization, "NATO");
  const EntityId minsk = add("minsk-2", EntityType::agreement, "Minsk II");
  const EntityId speaker = add("speaker", EntityType::person, "Ann Speaker");
  const EntityId ceasefire = add("ceasefire", EntityType::event, "Ceasefire");
  const auto relate = [&](EntityId subject, Predicate predicate, EntityId object, Modality modality) {
    Relation relation;
    relation.subject = subject;
    relation.predicate = predicate;
    relation.object = object;
    relation.modality = modality;
    relation.confidence = 0.85;
    relation.rule = "test";
    relation.evidence = {Evidence{memo, Span{0, 24}, "Ukraine signed Minsk II,"}};
    return relation;
  };
  Relation signs = relate(ukraine, Predicate::party_to, minsk, Modality::actual);
  signs.date = DateInterval::parse("2015-02");
  builder.add(signs);
  Relation joins = relate(ukraine, Predicate::member_of, nato, Modality::actual);
  joins.polarity = Polarity::negative;
  joins.date = DateInterval::parse("1997/..");
  builder.add(joins);
  const RelationId talks = *builder.add(relate(ukraine, Predicate::negotiates_with, russia, Modality::planned));
  Relation withdraws = relate(russia, Predicate::withdraws_from, ukraine, Modality::demanded);
  withdraws.source = speaker;
  withdraws.condition = talks;
  builder.add(withdraws);
  Relation implements = relate(russia, Predicate::implements, minsk, Modality::hypothetical);
  implements.condition = ceasefire;
  builder.add(implements);
  builder.add(relate(nato, Predicate::supports, ukraine, Modality::actual));
  builder.add(relate(nato, Predicate::aids, ukraine, Modality::actual));
  builder.set_attribute("note", "{\"by\": \"hand\"}");
  return std::move(builder).build();
}

/// A folder that is removed at the end of the test.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "entente-XXXXXX").string();
    if (::mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no temporary folder");
    path_ = pattern;
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder() { std::filesystem::remove_all(path_); }

  [[nodiscard]] std::string file(const std::string& name, const std::string& content) const {
    std::ofstream(path_ / name, std::ios::binary) << content;
    return (path_ / name).string();
  }

 private:
  std::filesystem::path path_;
};

/// Runs a Python program with the system's interpreter or the first on the path, whichever has the modules that it
/// asks for (it ends with 77 where they are missing). Code 77 if none has.
inline ChildResult run_python(std::vector<std::string> arguments) {
  ChildResult result;
  result.exit_code = 77;
  for (const char* interpreter : {"/usr/bin/python3", "python3"}) {
    arguments.insert(arguments.begin(), interpreter);
    try {
      result = run_child(arguments, "", std::chrono::seconds(120));
    } catch (const SpawnError&) {
      result.exit_code = 77;
    }
    if (result.exit_code != 77) return result;
    arguments.erase(arguments.begin());
  }
  return result;
}

}  // namespace entente::test
