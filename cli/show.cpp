// entente show: everything about one entity.
#include <map>
#include <optional>
#include <ostream>
#include <set>

#include "commands.hpp"
#include "inputs.hpp"
#include "lens_options.hpp"
#include "name_lookup.hpp"
#include "output.hpp"
#include "statements.hpp"

namespace entente::cli {
namespace {

// What a lens shows of an entity: relations from and to it, and those that it is said to say about others.
struct Portrait {
  KnowledgeGraph graph;
  const Entity& entity;  // lives as long as the graph
  std::vector<RelationId> relations;
  std::vector<RelationId> said;
};

Portrait portrait_of(const GraphView& view, EntityId id) {
  Portrait portrait{view.graph(), view.graph().entity(id), {}, {}};
  for (RelationId relation_id : view.relations()) {
    const RelationView relation = view.graph().relation(relation_id);
    if (relation.subject == id || relation.object == id) {
      portrait.relations.push_back(relation_id);
    } else if (relation.source == id) {
      portrait.said.push_back(relation_id);
    }
  }
  return portrait;
}

std::string count_in_words(std::size_t count, const std::string& noun) {
  return std::to_string(count) + " " + noun + (count == 1 ? "" : "s");
}

void write_head(std::ostream& out, const Portrait& portrait, const Style& style) {
  const Entity& entity = portrait.entity;
  out << style.strong(display_name(entity)) << "  " << name(entity.type) << ", id \"" << one_line(entity.key) << "\"\n";
  if (!entity.aliases.empty()) out << "  also called: " << one_line(joined(entity.aliases)) << '\n';
  for (const auto& [scheme, code] : entity.identifiers) {
    out << "  " << one_line(scheme) << ": " << one_line(code) << '\n';
  }
  std::set<std::optional<DocumentId>> documents;
  for (const Mention& mention : entity.mentions) documents.insert(mention.document);
  if (entity.mentions.empty()) return;
  out << "  mentioned " << count_in_words(entity.mentions.size(), "time") << " in "
      << count_in_words(documents.size(), "document") << '\n';
}

void write_relations(std::ostream& out, const KnowledgeGraph& graph, const std::vector<RelationId>& ids,
                     const Style& style) {
  for (RelationId id : ids) write_statement(out, graph, graph.relation(id), "  ", "    ", style);
}

void write_text(std::ostream& out, const Portrait& portrait, const Style& style) {
  write_head(out, portrait, style);
  std::map<Predicate, std::vector<RelationId>> by_predicate;
  for (RelationId id : portrait.relations) by_predicate[portrait.graph.relation(id).predicate].push_back(id);
  for (const auto& [predicate, ids] : by_predicate) {
    out << '\n' << style.strong(name(predicate)) << " (" << ids.size() << ")\n";
    write_relations(out, portrait.graph, ids, style);
  }
  if (!portrait.said.empty()) {
    out << '\n' << style.strong("Says about others") << " (" << portrait.said.size() << ")\n";
    write_relations(out, portrait.graph, portrait.said, style);
  }
  if (portrait.relations.empty() && portrait.said.empty()) out << "\nNo relations.\n";
}

void write_relation_list(JsonWriter& json, const std::string& key, const KnowledgeGraph& graph,
                         const std::vector<RelationId>& ids) {
  json.key(key);
  json.open_array();
  for (RelationId id : ids) write_relation(json, graph, graph.relation(id));
  json.close_array();
}

void write_json(JsonWriter& json, const Portrait& portrait) {
  const Entity& entity = portrait.entity;
  json.open_object();
  json.field("id", entity.key);
  json.field("type", name(entity.type));
  json.field("name", entity.name);
  json.key("aliases");
  json.open_array();
  for (const std::string& alias : entity.aliases) json.text(alias);
  json.close_array();
  json.key("identifiers");
  json.open_object();
  for (const auto& [scheme, code] : entity.identifiers) json.field(scheme, code);
  json.close_object();
  json.key("mentions");
  json.open_array();
  for (const Mention& mention : entity.mentions) write_quote(json, portrait.graph, view_of(mention));
  json.close_array();
  write_relation_list(json, "relations", portrait.graph, portrait.relations);
  write_relation_list(json, "says", portrait.graph, portrait.said);
  json.close_object();
}

Table in_rows(const Portrait& portrait) {
  Table table{relation_columns(), {}};
  for (const auto* ids : {&portrait.relations, &portrait.said}) {
    for (RelationId id : *ids) table.rows.push_back(relation_cells(portrait.graph, portrait.graph.relation(id)));
  }
  return table;
}

}  // namespace

ExitCode show(const Arguments& arguments) {
  Options options("show", "INPUT... NAME", "Tells everything about the entity named by the last word.");
  Inputs inputs(options);
  LensOptions lens(options);
  ReportOutput output(options);
  if (!options.parse(arguments)) return ExitCode::done;
  const std::string wanted = inputs.take_names(1).front();

  const KnowledgeGraph graph = inputs.read();
  const Portrait portrait = portrait_of(lens.apply(graph), entity_named(graph, wanted));
  output.write({[&](std::ostream& out, const Style& style) { write_text(out, portrait, style); },
                [&](JsonWriter& json) { write_json(json, portrait); }, [&] { return in_rows(portrait); }});
  return inputs.exit_code();
}

}  // namespace entente::cli
