// entente order: what has to come first.
#include <algorithm>
#include <ostream>

#include <entente/prerequisites.hpp>

#include "commands.hpp"
#include "inputs.hpp"
#include "lens_options.hpp"
#include "name_lookup.hpp"
#include "output.hpp"
#include "statements.hpp"

namespace entente::cli {
namespace {

std::string in_words(const KnowledgeGraph& graph, const Happening& happening) {
  if (const auto* entity = std::get_if<EntityId>(&happening)) return display_name(graph.entity(*entity));
  return statement(graph, graph.relation(std::get<RelationId>(happening)));
}

// What the stage waits for, each with all that says so.
std::vector<std::pair<Happening, std::vector<RelationId>>> grouped(const std::vector<Requirement>& requirements) {
  std::vector<std::pair<Happening, std::vector<RelationId>>> groups;
  for (const auto& [first, stated_by] : requirements) {
    auto group = std::find_if(groups.begin(), groups.end(), [&](const auto& known) { return known.first == first; });
    if (group == groups.end()) group = groups.insert(groups.end(), {first, {}});
    group->second.push_back(stated_by);
  }
  return groups;
}

void write_requirements(std::ostream& out, const KnowledgeGraph& graph, const Stage& stage, const Style& style) {
  for (const auto& [first, statements] : grouped(stage.after)) {
    out << "   after " << in_words(graph, first) << '\n';
    for (RelationId id : statements) {
      out << "     " << circumstances(graph, graph.relation(id)) << '\n';
      write_evidence(out, graph, graph.relation(id), "     ", style);
    }
  }
}

void write_text(std::ostream& out, const KnowledgeGraph& graph, const std::vector<Stage>& stages, const Style& style) {
  std::size_t number = 0;
  for (const Stage& stage : stages) {
    const std::string label = std::to_string(stage.number) + ". ";
    out << (stage.number == number ? std::string(label.size(), ' ') : style.strong(label));
    out << style.strong(in_words(graph, stage.what)) << (stage.circular ? "  (waits for itself)" : "") << '\n';
    number = stage.number;
    write_requirements(out, graph, stage, style);
  }
}

void write_happening(JsonWriter& json, const KnowledgeGraph& graph, const Happening& happening) {
  if (const auto* entity = std::get_if<EntityId>(&happening)) {
    json.key("entity");
    return write_entity(json, graph.entity(*entity));
  }
  json.key("relation");
  write_relation(json, graph, graph.relation(std::get<RelationId>(happening)));
}

void write_json(JsonWriter& json, const KnowledgeGraph& graph, const std::vector<Stage>& stages) {
  json.open_array();
  for (const Stage& stage : stages) {
    json.open_object();
    json.key("stage");
    json.integer(stage.number);
    json.key("circular");
    json.boolean(stage.circular);
    write_happening(json, graph, stage.what);
    json.key("after");
    json.open_array();
    for (const Requirement& requirement : stage.after) {
      json.open_object();
      write_happening(json, graph, requirement.first);
      json.key("stated_by");
      write_relation(json, graph, graph.relation(requirement.stated_by));
      json.close_object();
    }
    json.close_array();
    json.close_object();
  }
  json.close_array();
}

// One row for each requirement; one without requirements for what has none.
Table in_rows(const KnowledgeGraph& graph, const std::vector<Stage>& stages) {
  Table table{{{"stage"}, {"what"}, {"after"}}, {}};
  for (Column& column : relation_columns()) table.columns.push_back(std::move(column));
  for (const Stage& stage : stages) {
    for (const Requirement& requirement : stage.after) {
      std::vector<Cell> row = {stage.number, in_words(graph, stage.what), in_words(graph, requirement.first)};
      for (Cell& cell : relation_cells(graph, graph.relation(requirement.stated_by))) row.push_back(std::move(cell));
      table.rows.push_back(std::move(row));
    }
    if (!stage.after.empty()) continue;
    table.rows.push_back({stage.number, in_words(graph, stage.what)});
    table.rows.back().resize(table.columns.size(), std::string());
  }
  return table;
}

}  // namespace

ExitCode order(const Arguments& arguments) {
  Options options(
      "order", "INPUT... NAME",
      "Tells what has to come before the event, text or provision named by the last word, or before the parts "
      "of an agreement, stage by stage, and what says so.");
  Inputs inputs(options);
  LensOptions lens(options);
  ReportOutput output(options);
  if (!options.parse(arguments)) return ExitCode::done;
  const std::string wanted = inputs.take_names(1).front();

  const KnowledgeGraph graph = inputs.read();
  const std::vector<Stage> stages = entente::prerequisites(lens.apply(graph), entity_named(graph, wanted));
  output.write({[&](std::ostream& out, const Style& style) { write_text(out, graph, stages, style); },
                [&](JsonWriter& json) { write_json(json, graph, stages); }, [&] { return in_rows(graph, stages); }});
  return inputs.exit_code();
}

}  // namespace entente::cli
