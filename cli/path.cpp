// entente path: how two entities are connected, and what says so.
#include <iostream>
#include <limits>

#include <entente/paths.hpp>

#include "commands.hpp"
#include "inputs.hpp"
#include "lens_options.hpp"
#include "name_lookup.hpp"
#include "output.hpp"
#include "statements.hpp"

namespace entente::cli {
namespace {

constexpr std::size_t no_limit = std::numeric_limits<std::size_t>::max();

struct Question {
  EntityId from;
  EntityId to;
  std::size_t count = 1;
  std::size_t max_length = no_limit;
  Direction direction = Direction::either;
};

std::string_view arrow(const KnowledgeGraph& graph, Step step) {
  if (is_symmetric(graph.relation(step.relation).predicate)) return " ↔ ";
  return step.backwards ? " ← " : " → ";
}

// The entities along the path, with arrows that point where the relations do.
std::string course(const KnowledgeGraph& graph, const Path& path) {
  std::string line = display_name(graph.entity(path.start));
  const std::vector<EntityId> entities = entities_along(graph, path);
  for (std::size_t i = 0; i < path.steps.size(); ++i) {
    line.append(arrow(graph, path.steps[i])).append(display_name(graph.entity(entities[i + 1])));
  }
  return line;
}

void write_text(std::ostream& out, const KnowledgeGraph& graph, const std::vector<Path>& paths, const Style& style) {
  for (const Path& path : paths) {
    if (&path != &paths.front()) out << '\n';
    out << style.strong(course(graph, path)) << "  (" << path.length()
        << (path.length() == 1 ? " step)\n" : " steps)\n");
    for (std::size_t i = 0; i < path.steps.size(); ++i) {
      const std::string number = std::to_string(i + 1) + ". ";
      const std::string indentation(number.size(), ' ');
      const Relation& relation = graph.relation(path.steps[i].relation);
      out << number << statement(graph, relation) << '\n' << indentation << circumstances(graph, relation) << '\n';
      write_evidence(out, graph, relation, indentation, style);
    }
  }
}

void write_json(JsonWriter& json, const KnowledgeGraph& graph, const Question& question,
                const std::vector<Path>& paths) {
  json.open_object();
  json.key("from");
  write_entity(json, graph.entity(question.from));
  json.key("to");
  write_entity(json, graph.entity(question.to));
  json.key("paths");
  json.open_array();
  for (const Path& path : paths) {
    json.open_object();
    json.key("length");
    json.integer(path.length());
    json.key("entities");
    json.open_array();
    for (EntityId id : entities_along(graph, path)) write_entity(json, graph.entity(id));
    json.close_array();
    json.key("steps");
    json.open_array();
    for (const Step& step : path.steps) {
      json.open_object();
      json.key("backwards");
      json.boolean(step.backwards);
      json.key("relation");
      write_relation(json, graph, graph.relation(step.relation));
      json.close_object();
    }
    json.close_array();
    json.close_object();
  }
  json.close_array();
  json.close_object();
}

Table in_rows(const KnowledgeGraph& graph, const std::vector<Path>& paths) {
  Table table{{{"path"}, {"step"}, {"backwards"}}, {}};
  for (Column& column : relation_columns()) table.columns.push_back(std::move(column));
  for (std::size_t i = 0; i < paths.size(); ++i) {
    for (std::size_t j = 0; j < paths[i].steps.size(); ++j) {
      const Step& step = paths[i].steps[j];
      std::vector<Cell> row = {i + 1, j + 1, std::string(step.backwards ? "true" : "false")};
      for (Cell& cell : relation_cells(graph, graph.relation(step.relation))) row.push_back(std::move(cell));
      table.rows.push_back(std::move(row));
    }
  }
  return table;
}

// Says why nothing was found, for that is an answer and no error.
void explain_no_path(const GraphView& view, const Question& question) {
  for (EntityId end : {question.from, question.to}) {
    if (view.shows(end)) continue;
    std::cerr << "entente: the lens leaves out " << display_name(view.graph().entity(end)) << '\n';
    return;
  }
  std::cerr << "entente: no path leads from " << display_name(view.graph().entity(question.from)) << " to "
            << display_name(view.graph().entity(question.to));
  if (question.max_length != no_limit) std::cerr << " in " << question.max_length << " steps or less";
  std::cerr << '\n';
}

}  // namespace

ExitCode path(const Arguments& arguments) {
  Question question{EntityId(0), EntityId(0)};
  bool directed = false;
  Options options("path", "INPUT... A B", "Finds how the entities named A and B, the last two words, are connected.");
  Inputs inputs(options);
  options.heading("Paths");
  options.number("-k", question.count, 1, "N", "The N shortest paths that pass nobody twice (default 1)");
  options.number("--max-length", question.max_length, 0, "L", "Only paths of at most L steps");
  options.flag("--directed", directed, "Walk relations only from subject to object");
  LensOptions lens(options);
  ReportOutput output(options);
  if (!options.parse(arguments)) return ExitCode::done;
  const std::vector<std::string> names = inputs.take_names(2);

  const KnowledgeGraph graph = inputs.read();
  question.from = entity_named(graph, names[0]);
  question.to = entity_named(graph, names[1]);
  question.direction = directed ? Direction::directed : Direction::either;
  const GraphView view = lens.apply(graph);
  const std::vector<Path> paths =
      shortest_paths(view, question.from, question.to, question.count, question.direction, question.max_length);
  output.write({[&](std::ostream& out, const Style& style) { write_text(out, graph, paths, style); },
                [&](JsonWriter& json) { write_json(json, graph, question, paths); },
                [&] { return in_rows(graph, paths); }});
  if (paths.empty()) explain_no_path(view, question);
  return inputs.exit_code();
}

}  // namespace entente::cli
