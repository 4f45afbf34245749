// entente communities: which entities are more closely tied to each other than to the rest.
#include <cmath>

#include <entente/communities.hpp>

#include "commands.hpp"
#include "entity_groups.hpp"
#include "inputs.hpp"
#include "lens_options.hpp"
#include "name_lookup.hpp"
#include "output.hpp"
#include "statements.hpp"

namespace entente::cli {
namespace {

struct Partition {
  KnowledgeGraph graph;
  std::vector<Community> communities;
  double modularity;
};

void write_text(std::ostream& out, const Partition& found, const Style& style) {
  Table table{{{"community"}, {"size"}, {"center"}, {"entities"}}, {}};
  for (const Community& community : found.communities) {
    table.rows.push_back({table.rows.size() + 1, community.members.size(),
                          display_name(found.graph.entity(community.center)),
                          members_in_words(found.graph, community.members)});
  }
  write_text(out, table, style);
  out << '\n';
  write_text(out, Table{{{"modularity"}}, {{found.modularity}}}, style);
}

void write_json(JsonWriter& json, const Partition& found) {
  json.open_object();
  json.key("modularity");
  json.number(found.modularity);
  json.key("communities");
  json.open_array();
  for (const Community& community : found.communities) {
    json.open_object();
    json.key("center");
    write_entity(json, found.graph.entity(community.center));
    json.key("size");
    json.integer(community.members.size());
    json.key("entities");
    write_entities(json, found.graph, community.members);
    json.close_object();
  }
  json.close_array();
  json.close_object();
}

// One row for each entity.
Table in_rows(const Partition& found) {
  Table table{{{"community"}, {"center"}, {"id"}, {"type"}, {"name"}}, {}};
  for (std::size_t i = 0; i < found.communities.size(); ++i) {
    const std::string& center = found.graph.entity(found.communities[i].center).name;
    for (EntityId id : found.communities[i].members) {
      const Entity& entity = found.graph.entity(id);
      table.rows.push_back({i + 1, center, entity.key, std::string(name(entity.type)), entity.name});
    }
  }
  return table;
}

}  // namespace

ExitCode communities(const Arguments& arguments) {
  CommunityOptions wanted;
  Options options("communities", "INPUT...",
                  "Lists groups of entities that are tied more closely to each other than to the rest, each named by\n"
                  "its most central member, the largest first.");
  Inputs inputs(options);
  options.heading("Communities");
  options.flag("--count-parallel", wanted.count_parallel, "Several relations tie two entities more closely than one");
  options.amount("--resolution", wanted.resolution, "NUMBER", "Above 1 (default) for more and smaller ones");
  LensOptions lens(options);
  ReportOutput output(options);
  if (!options.parse(arguments)) return ExitCode::done;
  inputs.take_names(0);
  if (!std::isfinite(wanted.resolution)) throw UsageError("--resolution needs a finite number");

  const GraphView view = lens.apply(inputs.read());
  Partition found{view.graph(), communities(view, wanted), 0.0};
  found.modularity = modularity(view, found.communities, wanted);
  output.write({[&](std::ostream& out, const Style& style) { write_text(out, found, style); },
                [&](JsonWriter& json) { write_json(json, found); }, [&] { return in_rows(found); }});
  return inputs.exit_code();
}

}  // namespace entente::cli
