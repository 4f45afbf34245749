// entente info: how much of what is in a graph.
#include <algorithm>
#include <array>
#include <map>
#include <ostream>
#include <set>

#include "commands.hpp"
#include "inputs.hpp"
#include "lens_options.hpp"
#include "name_lookup.hpp"
#include "output.hpp"

namespace entente::cli {
namespace {

// Counts of one kind, under the names of what is counted.
struct Section {
  std::string name;
  std::map<std::string, std::size_t> counts;
};

struct Summary {
  std::size_t documents = 0;
  std::size_t entities = 0;
  std::size_t relations = 0;
  std::array<Section, 6> sections;
};

// Documents with the same title are told apart by their keys.
std::vector<std::string> document_labels(const KnowledgeGraph& graph) {
  std::map<std::string, std::size_t> uses;
  for (const Document& document : graph.documents()) ++uses[display_name(document)];
  std::vector<std::string> labels;
  for (const Document& document : graph.documents()) {
    const std::string label = display_name(document);
    labels.push_back(uses[label] == 1 ? label : label + " (" + one_line(document.key) + ")");
  }
  return labels;
}

void count_relation(Summary& summary, const KnowledgeGraph& graph, const RelationView& relation,
                    const std::vector<std::string>& labels) {
  auto& [types, predicates, moods, polarities, sources, documents] = summary.sections;
  ++predicates.counts[std::string(name(relation.predicate))];
  ++moods.counts[std::string(name(relation.modality))];
  ++polarities.counts[std::string(name(relation.polarity))];
  ++sources.counts[relation.source ? display_name(graph.entity(*relation.source)) : "(the author)"];
  std::set<DocumentId> stated_in;
  for (const QuoteView& evidence : relation.evidence) {
    if (evidence.document) stated_in.insert(*evidence.document);
  }
  for (DocumentId id : stated_in) ++documents.counts[labels[id.index()]];
}

Summary summary_of(const GraphView& view) {
  const KnowledgeGraph& graph = view.graph();
  Summary summary{
      graph.document_count(),
      view.entity_count(),
      view.relation_count(),
      {{{"type", {}}, {"predicate", {}}, {"mood", {}}, {"polarity", {}}, {"source", {}}, {"document", {}}}}};
  const std::vector<std::string> labels = document_labels(graph);
  for (const std::string& label : labels) summary.sections.back().counts[label] = 0;
  for (EntityId id : view.entities()) ++summary.sections.front().counts[std::string(name(graph.entity(id).type))];
  for (RelationId id : view.relations()) count_relation(summary, graph, graph.relation(id), labels);
  return summary;
}

// The largest first, equal ones in the order of their names.
std::vector<std::pair<std::string, std::size_t>> sorted_counts(const Section& section) {
  std::vector<std::pair<std::string, std::size_t>> counts(section.counts.begin(), section.counts.end());
  std::stable_sort(counts.begin(), counts.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  return counts;
}

std::string_view counted(const Section& section) {
  return section.name == "type" ? "entities" : "relations";
}

void write_text(std::ostream& out, const Summary& summary, const Style& style) {
  const Table totals{{{"documents"}, {"entities"}, {"relations"}},
                     {{summary.documents, summary.entities, summary.relations}}};
  write_text(out, totals, style);
  for (const Section& section : summary.sections) {
    if (section.counts.empty()) continue;
    Table table{{{std::string(counted(section))}, {section.name}}, {}};
    for (const auto& [name, count] : sorted_counts(section)) table.rows.push_back({count, name});
    out << '\n';
    write_text(out, table, style);
  }
}

void write_json(JsonWriter& json, const Summary& summary) {
  json.open_object();
  for (const auto& [name, total] : {std::pair("documents", summary.documents), std::pair("entities", summary.entities),
                                    std::pair("relations", summary.relations)}) {
    json.key(name);
    json.integer(total);
  }
  for (const Section& section : summary.sections) {
    json.key("by_" + section.name);
    json.open_object();
    for (const auto& [name, count] : sorted_counts(section)) {
      json.key(name);
      json.integer(count);
    }
    json.close_object();
  }
  json.close_object();
}

Table in_rows(const Summary& summary) {
  Table table{{{"by"}, {"name"}, {"counted"}, {"count"}}, {}};
  const auto add_total = [&](const std::string& counted_things, std::size_t count) {
    table.rows.push_back({"total", "", counted_things, count});
  };
  add_total("documents", summary.documents);
  add_total("entities", summary.entities);
  add_total("relations", summary.relations);
  for (const Section& section : summary.sections) {
    for (const auto& [name, count] : sorted_counts(section)) {
      table.rows.push_back({section.name, name, std::string(counted(section)), count});
    }
  }
  return table;
}

}  // namespace

ExitCode info(const Arguments& arguments) {
  Options options("info", "INPUT...",
                  "Counts what is in a graph: by type, predicate, mood, polarity, source and document.");
  Inputs inputs(options);
  LensOptions lens(options);
  ReportOutput output(options);
  if (!options.parse(arguments)) return ExitCode::done;
  inputs.take_names(0);

  const Summary summary = summary_of(lens.apply(inputs.read()));
  output.write({[&](std::ostream& out, const Style& style) { write_text(out, summary, style); },
                [&](JsonWriter& json) { write_json(json, summary); }, [&] { return in_rows(summary); }});
  return inputs.exit_code();
}

}  // namespace entente::cli
