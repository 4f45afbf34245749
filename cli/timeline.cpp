// entente timeline: relations in the order of time.
#include <entente/timeline.hpp>

#include <algorithm>
#include <ostream>

#include "commands.hpp"
#include "inputs.hpp"
#include "lens_options.hpp"
#include "name_lookup.hpp"
#include "output.hpp"
#include "statements.hpp"

namespace entente::cli {
namespace {

void write_text(std::ostream& out, const KnowledgeGraph& graph, const std::vector<RelationId>& relations,
                const Style& style) {
  std::string last;
  for (RelationId id : relations) {
    const RelationView relation = graph.relation(id);
    const std::string date = relation.date ? relation.date->to_string() : "undated";
    if (date != last) out << style.strong(date) << '\n';
    last = date;
    write_statement(out, graph, relation, "  ", "    ", style);
  }
}

void write_json(JsonWriter& json, const KnowledgeGraph& graph, const std::vector<RelationId>& relations) {
  json.open_array();
  for (RelationId id : relations) write_relation(json, graph, graph.relation(id));
  json.close_array();
}

Table in_rows(const KnowledgeGraph& graph, const std::vector<RelationId>& relations) {
  Table table{relation_columns(), {}};
  for (RelationId id : relations) table.rows.push_back(relation_cells(graph, graph.relation(id)));
  return table;
}

}  // namespace

ExitCode timeline(const Arguments& arguments) {
  bool only_dated = false;
  Options options("timeline", "INPUT... A [B]",
                  "Lists the relations of the entity A, or what joins A and B, in the order of time: relations between "
                  "the two, and what ties both to the same events and agreements.");
  Inputs inputs(options);
  options.heading("Timeline");
  options.flag("--dated", only_dated, "Leave out what has no date");
  LensOptions lens(options);
  ReportOutput output(options);
  if (!options.parse(arguments)) return ExitCode::done;
  const std::vector<std::string> names = inputs.take_names(1, 2);

  const KnowledgeGraph graph = inputs.read();
  const EntityId one = entity_named(graph, names.front());
  const GraphView view = lens.apply(graph);
  std::vector<RelationId> relations = names.size() == 1
                                          ? entente::timeline(view, one)
                                          : entente::timeline(view, one, entity_named(graph, names.back()));
  if (only_dated) std::erase_if(relations, [&](RelationId id) { return !graph.relation(id).date; });
  output.write({[&](std::ostream& out, const Style& style) { write_text(out, graph, relations, style); },
                [&](JsonWriter& json) { write_json(json, graph, relations); },
                [&] { return in_rows(graph, relations); }});
  return inputs.exit_code();
}

}  // namespace entente::cli
