// entente neighbors: who is directly related to an entity.
#include <algorithm>
#include <map>
#include <set>

#include "commands.hpp"
#include "inputs.hpp"
#include "lens_options.hpp"
#include "name_lookup.hpp"
#include "output.hpp"
#include "statements.hpp"

namespace entente::cli {
namespace {

struct Neighbor {
  EntityId entity;
  std::vector<RelationId> relations;
};

// Those with most relations first, then in the order of their names.
std::vector<Neighbor> neighbors_of(const GraphView& view, EntityId center) {
  std::map<EntityId, std::vector<RelationId>> relations;
  const KnowledgeGraph& graph = view.graph();
  for (RelationId id : graph.outgoing(center)) {
    if (view.shows(id)) relations[graph.relation(id).object].push_back(id);
  }
  for (RelationId id : graph.incoming(center)) {
    if (view.shows(id)) relations[graph.relation(id).subject].push_back(id);
  }
  relations.erase(center);
  std::vector<Neighbor> neighbors;
  for (auto& [entity, ids] : relations) neighbors.push_back({entity, std::move(ids)});
  std::stable_sort(neighbors.begin(), neighbors.end(), [&](const Neighbor& a, const Neighbor& b) {
    if (a.relations.size() != b.relations.size()) return a.relations.size() > b.relations.size();
    return graph.entity(a.entity).name < graph.entity(b.entity).name;
  });
  return neighbors;
}

// The predicates between the two, with arrows away from the center or towards it.
std::string ties_in_words(const KnowledgeGraph& graph, EntityId center, const Neighbor& neighbor) {
  std::set<std::string> ties;
  for (RelationId id : neighbor.relations) {
    const RelationView relation = graph.relation(id);
    const std::string arrow = is_symmetric(relation.predicate) ? "↔ " : relation.subject == center ? "→ " : "← ";
    ties.insert(arrow + (relation.polarity == Polarity::negative ? "not " : "") +
                std::string(name(relation.predicate)));
  }
  const std::vector<std::string> sorted(ties.begin(), ties.end());
  return joined(sorted);
}

Table in_rows(const KnowledgeGraph& graph, EntityId center, const std::vector<Neighbor>& neighbors) {
  Table table{{{"name"}, {"type"}, {"relations"}, {"how"}, {"id", true}}, {}};
  for (const Neighbor& neighbor : neighbors) {
    const Entity& entity = graph.entity(neighbor.entity);
    table.rows.push_back({entity.name, std::string(name(entity.type)), neighbor.relations.size(),
                          ties_in_words(graph, center, neighbor), entity.key});
  }
  return table;
}

void write_json(JsonWriter& json, const KnowledgeGraph& graph, const std::vector<Neighbor>& neighbors) {
  json.open_array();
  for (const Neighbor& neighbor : neighbors) {
    json.open_object();
    json.key("entity");
    write_entity(json, graph.entity(neighbor.entity));
    json.key("relations");
    json.open_array();
    for (RelationId id : neighbor.relations) write_relation(json, graph, graph.relation(id));
    json.close_array();
    json.close_object();
  }
  json.close_array();
}

}  // namespace

ExitCode neighbors(const Arguments& arguments) {
  Options options("neighbors", "INPUT... NAME", "Lists who is directly related to the entity named by the last word.");
  Inputs inputs(options);
  LensOptions lens(options);
  ReportOutput output(options);
  if (!options.parse(arguments)) return ExitCode::done;
  const std::string wanted = inputs.take_names(1).front();

  const KnowledgeGraph graph = inputs.read();
  const EntityId center = entity_named(graph, wanted);
  const std::vector<Neighbor> found = neighbors_of(lens.apply(graph), center);
  const Table table = in_rows(graph, center, found);
  Report report = report_of(table);
  report.json = [&](JsonWriter& json) { write_json(json, graph, found); };
  output.write(report);
  return inputs.exit_code();
}

}  // namespace entente::cli
