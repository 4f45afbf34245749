// entente critical: whose exit, and which ties' end, would cut the graph in two.
#include <algorithm>
#include <ostream>

#include <entente/articulation.hpp>

#include "commands.hpp"
#include "entity_groups.hpp"
#include "inputs.hpp"
#include "lens_options.hpp"
#include "name_lookup.hpp"
#include "output.hpp"
#include "statements.hpp"

namespace entente::cli {
namespace {

using Groups = std::vector<std::vector<EntityId>>;

struct CriticalPoint {
  ArticulationPoint point;
  Groups parts;
};

struct CriticalTie {
  Bridge bridge;
  Groups parts;
};

// The worst of both kinds, and how many there are of each.
struct Findings {
  KnowledgeGraph graph;
  std::vector<CriticalPoint> points;
  std::vector<CriticalTie> ties;
  std::size_t all_points = 0;
  std::size_t all_ties = 0;
};

Findings find(const GraphView& view, BridgeKind kind, std::size_t count) {
  Findings found{view.graph(), {}, {}, 0, 0};
  const std::vector<ArticulationPoint> points = articulation_points(view);
  found.all_points = points.size();
  for (std::size_t i = 0; i < std::min(count, points.size()); ++i)
    found.points.push_back({points[i], parts_without(view, points[i].entity)});
  const std::vector<Bridge> ties = bridges(view, kind);
  found.all_ties = ties.size();
  for (std::size_t i = 0; i < std::min(count, ties.size()); ++i)
    found.ties.push_back({ties[i], parts_without(view, ties[i])});
  return found;
}

// Each part on a line; those of a single entity together, since a hub has many.
void write_parts(std::ostream& out, const KnowledgeGraph& graph, const Groups& parts) {
  std::vector<EntityId> alone;
  for (const auto& part : parts) {
    if (part.size() == 1) {
      alone.push_back(part.front());
    } else {
      out << "  " << part.size() << " together: " << members_in_words(graph, part) << '\n';
    }
  }
  if (!alone.empty()) out << "  " << alone.size() << " alone: " << members_in_words(graph, alone) << '\n';
}

void write_heading(std::ostream& out, const std::string& what, std::size_t shown, std::size_t all, const Style& style) {
  const std::string count = shown < all ? std::to_string(shown) + " of " + std::to_string(all) : std::to_string(all);
  out << style.strong(what + " (" + count + ")") << '\n';
}

void write_text(std::ostream& out, const Findings& found, const Style& style) {
  const KnowledgeGraph& graph = found.graph;
  write_heading(out, "Articulation points", found.points.size(), found.all_points, style);
  for (const CriticalPoint& critical : found.points) {
    out << '\n' << "Without " << display_name(graph.entity(critical.point.entity)) << ":\n";
    write_parts(out, graph, critical.parts);
  }
  out << '\n';
  write_heading(out, "Bridges", found.ties.size(), found.all_ties, style);
  for (const CriticalTie& critical : found.ties) {
    out << '\n'
        << "Without what joins " << display_name(graph.entity(critical.bridge.one)) << " and "
        << display_name(graph.entity(critical.bridge.other)) << ":\n";
    write_parts(out, graph, critical.parts);
    for (RelationId id : critical.bridge.relations) write_statement(out, graph, graph.relation(id), "  - ", "    ", style);
  }
}

void write_parts(JsonWriter& json, const KnowledgeGraph& graph, std::size_t cut_off, const Groups& parts) {
  json.key("cut_off");
  json.integer(cut_off);
  json.key("parts");
  json.open_array();
  for (const auto& part : parts) write_entities(json, graph, part);
  json.close_array();
}

void write_json(JsonWriter& json, const Findings& found) {
  const KnowledgeGraph& graph = found.graph;
  json.open_object();
  json.key("articulation_points");
  json.open_array();
  for (const CriticalPoint& critical : found.points) {
    json.open_object();
    json.key("entity");
    write_entity(json, graph.entity(critical.point.entity));
    write_parts(json, graph, critical.point.cut_off(), critical.parts);
    json.close_object();
  }
  json.close_array();
  json.key("bridges");
  json.open_array();
  for (const CriticalTie& critical : found.ties) {
    json.open_object();
    json.key("entities");
    write_entities(json, graph, {critical.bridge.one, critical.bridge.other});
    write_parts(json, graph, critical.bridge.cut_off(), critical.parts);
    json.key("relations");
    json.open_array();
    for (RelationId id : critical.bridge.relations) write_relation(json, graph, graph.relation(id));
    json.close_array();
    json.close_object();
  }
  json.close_array();
  json.close_object();
}

Table in_rows(const Findings& found) {
  Table table{{{"kind"}, {"cut_off"}, {"parts"}, {"id"}, {"name"}, {"other_id"}, {"other_name"}}, {}};
  for (const CriticalPoint& critical : found.points) {
    const Entity& entity = found.graph.entity(critical.point.entity);
    table.rows.push_back(
        {"articulation point", critical.point.cut_off(), critical.parts.size(), entity.key, entity.name, "", ""});
  }
  for (const CriticalTie& critical : found.ties) {
    const Entity& one = found.graph.entity(critical.bridge.one);
    const Entity& other = found.graph.entity(critical.bridge.other);
    table.rows.push_back(
        {"bridge", critical.bridge.cut_off(), critical.parts.size(), one.key, one.name, other.key, other.name});
  }
  return table;
}

}  // namespace

ExitCode critical(const Arguments& arguments) {
  std::size_t count = 10;
  bool single = false;
  Options options("critical", "INPUT...",
                  "Finds the entities, and the ties between two of them, without which others would no longer be\n"
                  "connected, and the parts that would remain. Those that cut off most come first.");
  Inputs inputs(options);
  options.heading("Points and bridges");
  options.number("--top", count, 1, "N", "How many of each (default 10)");
  options.flag("--single", single, "Only bridges of a single relation");
  LensOptions lens(options, LensOptions::Ranking::left_out);
  ReportOutput output(options);
  if (!options.parse(arguments)) return ExitCode::done;
  inputs.take_names(0);

  const Findings found = find(lens.apply(inputs.read()), single ? BridgeKind::single_relation : BridgeKind::tie, count);
  output.write({[&](std::ostream& out, const Style& style) { write_text(out, found, style); },
                [&](JsonWriter& json) { write_json(json, found); }, [&] { return in_rows(found); }});
  return inputs.exit_code();
}

}  // namespace entente::cli
