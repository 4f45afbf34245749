// entente communities: which entities are more closely tied to each other than to the rest.
#include <cmath>
#include <iostream>

#include <entente/communities.hpp>

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

struct Answer {
  KnowledgeGraph graph;
  FoundCommunities found;
  double modularity;
};

void write_text(std::ostream& out, const Answer& answer, const Style& style) {
  Table table{{{"community"}, {"size"}, {"center"}, {"entities"}}, {}};
  for (const Community& community : answer.found.communities) {
    table.rows.push_back({table.rows.size() + 1, community.members.size(),
                          display_name(answer.graph.entity(community.center)),
                          members_in_words(answer.graph, community.members)});
  }
  write_text(out, table, style);
  out << '\n';
  write_text(out, Table{{{"modularity"}}, {{answer.modularity}}}, style);
}

void write_json(JsonWriter& json, const Answer& answer) {
  json.open_object();
  json.key("modularity");
  json.number(answer.modularity);
  json.key("communities");
  json.open_array();
  for (const Community& community : answer.found.communities) {
    json.open_object();
    json.key("center");
    write_entity(json, answer.graph.entity(community.center));
    json.key("size");
    json.integer(community.members.size());
    json.key("entities");
    write_entities(json, answer.graph, community.members);
    json.close_object();
  }
  json.close_array();
  write_completeness(json, answer.found.complete);
  json.close_object();
}

// One row for each entity.
Table in_rows(const Answer& answer) {
  Table table{{{"community"}, {"center"}, {"id"}, {"type"}, {"name"}}, {}};
  for (std::size_t i = 0; i < answer.found.communities.size(); ++i) {
    const std::string& center = answer.graph.entity(answer.found.communities[i].center).name;
    for (EntityId id : answer.found.communities[i].members) {
      const Entity& entity = answer.graph.entity(id);
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
  EffortOptions effort(options, Workers::one);
  LensOptions lens(options);
  ReportOutput output(options);
  if (!options.parse(arguments)) return ExitCode::done;
  inputs.take_names(0);
  if (!std::isfinite(wanted.resolution)) throw UsageError("--resolution needs a finite number");

  const GraphView view = lens.apply(inputs.read());
  Answer answer{view.graph(), {}, 0.0};
  answer.found =
      effort.spend("communities", [&](const Effort& allowed) { return communities_within(allowed, view, wanted); });
  if (!answer.found.complete)
    std::cerr << "entente: " << effort.ending() << ": these are the best communities by then\n";
  answer.modularity = modularity(view, answer.found.communities, wanted);
  output.write({[&](std::ostream& out, const Style& style) { write_text(out, answer, style); },
                [&](JsonWriter& json) { write_json(json, answer); }, [&] { return in_rows(answer); }});
  return effort.exit_code(inputs.exit_code());
}

}  // namespace entente::cli
