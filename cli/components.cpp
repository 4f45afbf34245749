// entente components: which entities hang together.
#include <entente/components.hpp>

#include "commands.hpp"
#include "entity_groups.hpp"
#include "inputs.hpp"
#include "lens_options.hpp"
#include "output.hpp"

namespace entente::cli {
namespace {

using Groups = std::vector<std::vector<EntityId>>;

Table for_people(const KnowledgeGraph& graph, const Groups& groups) {
  Table table{{{"component"}, {"size"}, {"entities"}}, {}};
  for (const auto& group : groups) {
    table.rows.push_back({table.rows.size() + 1, group.size(), members_in_words(graph, group)});
  }
  return table;
}

// One row for each entity.
Table in_rows(const KnowledgeGraph& graph, const Groups& groups) {
  Table table{{{"component"}, {"id"}, {"type"}, {"name"}}, {}};
  for (std::size_t i = 0; i < groups.size(); ++i) {
    for (EntityId id : groups[i]) {
      const Entity& entity = graph.entity(id);
      table.rows.push_back({i + 1, entity.key, std::string(name(entity.type)), entity.name});
    }
  }
  return table;
}

void write_json(JsonWriter& json, const KnowledgeGraph& graph, const Groups& groups) {
  json.open_array();
  for (const auto& group : groups) {
    json.open_object();
    json.key("size");
    json.integer(group.size());
    json.key("entities");
    write_entities(json, graph, group);
    json.close_object();
  }
  json.close_array();
}

}  // namespace

ExitCode components(const Arguments& arguments) {
  bool strong = false;
  Options options("components", "INPUT...", "Lists the groups of entities that hang together, the largest first.");
  Inputs inputs(options);
  options.heading("Groups");
  options.flag("--strong", strong, "Everybody in a group reaches everybody along the direction of relations");
  LensOptions lens(options);
  ReportOutput output(options);
  if (!options.parse(arguments)) return ExitCode::done;
  inputs.take_names(0);

  const GraphView view = lens.apply(inputs.read());
  const Groups groups = strong ? strong_components(view) : weak_components(view);
  output.write(
      {[&](std::ostream& out, const Style& style) { write_text(out, for_people(view.graph(), groups), style); },
       [&](JsonWriter& json) { write_json(json, view.graph(), groups); },
       [&] { return in_rows(view.graph(), groups); }});
  return inputs.exit_code();
}

}  // namespace entente::cli
