// entente cut: the least that has to go so that two entities are no longer connected.
#include <algorithm>
#include <iostream>

#include <entente/minimum_cut.hpp>

#include "commands.hpp"
#include "effort_options.hpp"
#include "entity_groups.hpp"
#include "inputs.hpp"
#include "lens_options.hpp"
#include "name_lookup.hpp"
#include "output.hpp"
#include "statements.hpp"

namespace entente::cli {
namespace {

struct Question {
  EntityId from;
  EntityId to;
  CutOptions options;
};

void write_text(std::ostream& out, const KnowledgeGraph& graph, const Question& question, const MinimumCut& cut,
                const Style& style) {
  const std::string from = display_name(graph.entity(question.from));
  out << style.strong(from + " ✂ " + display_name(graph.entity(question.to))) << "  (" << cut.size << ")\n";
  for (EntityId id : cut.entities)
    out << "- " << display_name(graph.entity(id)) << "  " << name(graph.entity(id).type) << '\n';
  for (RelationId id : cut.relations) write_statement(out, graph, graph.relation(id), "- ", "  ", style);
  if (cut.side.size() > 1) {
    std::vector<EntityId> others = cut.side;
    others.erase(std::find(others.begin(), others.end(), question.from));
    out << from << " keeps " << others.size() << ": " << members_in_words(graph, others) << '\n';
  } else if (!cut.side.empty()) {
    out << from << " keeps nobody\n";
  }
}

void write_json(JsonWriter& json, const KnowledgeGraph& graph, const Question& question, const MinimumCut& cut) {
  json.open_object();
  json.key("from");
  write_entity(json, graph.entity(question.from));
  json.key("to");
  write_entity(json, graph.entity(question.to));
  json.key("size");
  json.integer(cut.size);
  if (!cut.complete) {
    json.key("size_at_most");
    json.integer(cut.size_at_most);
  }
  json.key("entities");
  write_entities(json, graph, cut.entities);
  json.key("relations");
  json.open_array();
  for (RelationId id : cut.relations) write_relation(json, graph, graph.relation(id));
  json.close_array();
  json.key("side");
  write_entities(json, graph, cut.side);
  write_completeness(json, cut.complete);
  json.close_object();
}

// The relations, or the entities if those are cut; direct relations then stand in the other forms only.
Table in_rows(const KnowledgeGraph& graph, const Question& question, const MinimumCut& cut) {
  if (question.options.cut == CutOf::relations) {
    Table table{relation_columns(), {}};
    for (RelationId id : cut.relations) table.rows.push_back(relation_cells(graph, graph.relation(id)));
    return table;
  }
  Table table{{{"id"}, {"type"}, {"name"}}, {}};
  for (EntityId id : cut.entities) {
    const Entity& entity = graph.entity(id);
    table.rows.push_back({entity.key, std::string(name(entity.type)), entity.name});
  }
  return table;
}

// Says why there is nothing to cut, for that is an answer and no error.
void explain_no_cut(const GraphView& view, const Question& question) {
  for (EntityId end : {question.from, question.to}) {
    if (view.shows(end)) continue;
    std::cerr << "entente: the lens leaves out " << display_name(view.graph().entity(end)) << '\n';
    return;
  }
  std::cerr << "entente: no path leads from " << display_name(view.graph().entity(question.from)) << " to "
            << display_name(view.graph().entity(question.to)) << '\n';
}

}  // namespace

ExitCode cut(const Arguments& arguments) {
  Question question{EntityId(0), EntityId(0), {}};
  bool of_entities = false;
  bool directed = false;
  Options options("cut", "INPUT... A B",
                  "Finds the fewest relations or entities that have to go so that nothing connects the entities named\n"
                  "A and B, the last two words.");
  Inputs inputs(options);
  options.heading("Cuts");
  options.flag("--entities", of_entities, "Take away entities between the two, and what joins them directly");
  options.flag("--directed", directed, "Only ways from A to B along the direction of relations");
  options.flag("--count-parallel", question.options.count_parallel,
               "Each of several relations between the same two counts");
  EffortOptions effort(options, Workers::one);
  LensOptions lens(options);
  ReportOutput output(options);
  if (!options.parse(arguments)) return ExitCode::done;
  const std::vector<std::string> names = inputs.take_names(2);

  const KnowledgeGraph graph = inputs.read();
  question.from = entity_named(graph, names[0]);
  question.to = entity_named(graph, names[1]);
  if (question.from == question.to) throw UsageError("A and B are both " + display_name(graph.entity(question.to)));
  question.options.cut = of_entities ? CutOf::entities : CutOf::relations;
  question.options.direction = directed ? Direction::directed : Direction::either;
  const GraphView view = lens.apply(graph);
  const MinimumCut found =
      effort
          .spend("cut",
                 [&](const Effort& allowed) {
                   return minimum_cut_within(allowed, view, question.from, question.to, question.options);
                 })
          .value_or(MinimumCut{});
  if (!found.complete)
    std::cerr << "entente: " << effort.ending() << ": at least " << found.size << " and at most " << found.size_at_most
              << " have to go\n";
  output.write({[&](std::ostream& out, const Style& style) {
                  if (found.size > 0 && found.complete) write_text(out, graph, question, found, style);
                },
                [&](JsonWriter& json) { write_json(json, graph, question, found); },
                [&] { return in_rows(graph, question, found); }});
  if (found.size == 0) explain_no_cut(view, question);
  return effort.exit_code(inputs.exit_code());
}

}  // namespace entente::cli
