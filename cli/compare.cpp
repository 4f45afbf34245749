// entente compare: where two worlds agree, contradict each other, or are silent.
#include <entente/comparison.hpp>

#include <array>
#include <iostream>

#include "commands.hpp"
#include "effort_options.hpp"
#include "inputs.hpp"
#include "lens_options.hpp"
#include "name_lookup.hpp"
#include "output.hpp"
#include "statements.hpp"

namespace entente::cli {
namespace {

struct Worlds {
  KnowledgeGraph graph;
  World first;
  World second;
  Comparison comparison;
};

std::string_view in_words(Contradiction kind) {
  constexpr std::array<std::string_view, 5> words = {
      "one denies what the other affirms", "for and against the same", "one refuses what the other wants",
      "different status of a territory", "different proposals on the same"};
  return words[static_cast<std::size_t>(kind)];
}

class TextReport {
 public:
  TextReport(std::ostream& out, const Worlds& worlds, const Style& style) : out_(out), worlds_(worlds), style_(style) {}

  void write() {
    const Comparison& comparison = worlds_.comparison;
    out_ << style_.strong(speaker(worlds_.first)) << " (" << worlds_.first.beliefs.size() << ") and "
         << style_.strong(speaker(worlds_.second)) << " (" << worlds_.second.beliefs.size() << ")\n";
    head("Contradict each other", comparison.conflicts.size());
    for (const Conflict& conflict : comparison.conflicts) {
      out_ << "  " << style_.faint(in_words(conflict.kind)) << '\n';
      write_pair(conflict.relations);
    }
    head("Agree", comparison.agreements.size());
    for (const RelationPair& pair : comparison.agreements) write_pair(pair);
    if (!comparison.complete) return;
    write_silence(worlds_.second, worlds_.first, comparison.only_first);
    write_silence(worlds_.first, worlds_.second, comparison.only_second);
  }

 private:
  [[nodiscard]] std::string speaker(const World& world) const {
    return display_name(worlds_.graph.entity(world.speaker));
  }

  void head(const std::string& title, std::size_t count) {
    out_ << '\n' << style_.strong(title) << " (" << count << ")\n";
  }

  void write_pair(const RelationPair& pair) {
    write_side(pair.first == pair.second ? "both" : speaker(worlds_.first), pair.first);
    if (pair.first != pair.second) write_side(speaker(worlds_.second), pair.second);
  }

  void write_side(const std::string& who, RelationId id) {
    write_statement(out_, worlds_.graph, worlds_.graph.relation(id), "  " + who + ": ", "    ", style_);
  }

  void write_silence(const World& silent, const World& other, const std::vector<RelationId>& relations) {
    head(speaker(silent) + " is silent about what is in the world of " + speaker(other), relations.size());
    for (RelationId id : relations) {
      const RelationView relation = worlds_.graph.relation(id);
      out_ << "  " << statement(worlds_.graph, relation) << "  "
           << style_.faint("(" + std::string(name(relation.modality)) + ")") << '\n';
    }
  }

  std::ostream& out_;
  const Worlds& worlds_;
  const Style& style_;
};

void write_pair(JsonWriter& json, const KnowledgeGraph& graph, const RelationPair& pair) {
  json.key("first");
  write_relation(json, graph, graph.relation(pair.first));
  json.key("second");
  write_relation(json, graph, graph.relation(pair.second));
}

void write_list(JsonWriter& json, const std::string& key, const KnowledgeGraph& graph,
                const std::vector<RelationId>& relations) {
  json.key(key);
  json.open_array();
  for (RelationId id : relations) write_relation(json, graph, graph.relation(id));
  json.close_array();
}

void write_json(JsonWriter& json, const Worlds& worlds) {
  json.open_object();
  json.key("first");
  write_entity(json, worlds.graph.entity(worlds.first.speaker));
  json.key("second");
  write_entity(json, worlds.graph.entity(worlds.second.speaker));
  json.key("contradictions");
  json.open_array();
  for (const Conflict& conflict : worlds.comparison.conflicts) {
    json.open_object();
    json.field("kind", name(conflict.kind));
    write_pair(json, worlds.graph, conflict.relations);
    json.close_object();
  }
  json.close_array();
  json.key("agreements");
  json.open_array();
  for (const RelationPair& pair : worlds.comparison.agreements) {
    json.open_object();
    write_pair(json, worlds.graph, pair);
    json.close_object();
  }
  json.close_array();
  write_list(json, "only_first", worlds.graph, worlds.comparison.only_first);
  write_list(json, "only_second", worlds.graph, worlds.comparison.only_second);
  write_completeness(json, worlds.comparison.complete);
  json.close_object();
}

// One row for each statement; the two of a pair have the same number.
Table in_rows(const Worlds& worlds) {
  Table table{{{"finding"}, {"kind"}, {"pair"}, {"speaker"}}, {}};
  for (Column& column : relation_columns()) table.columns.push_back(std::move(column));
  const auto add = [&](const std::string& finding, std::string_view kind, std::size_t pair, const World& world,
                       RelationId id) {
    std::vector<Cell> row = {finding, std::string(kind), pair, worlds.graph.entity(world.speaker).name};
    for (Cell& cell : relation_cells(worlds.graph, worlds.graph.relation(id))) row.push_back(std::move(cell));
    table.rows.push_back(std::move(row));
  };
  std::size_t pair = 0;
  for (const Conflict& conflict : worlds.comparison.conflicts) {
    add("contradiction", name(conflict.kind), ++pair, worlds.first, conflict.relations.first);
    add("contradiction", name(conflict.kind), pair, worlds.second, conflict.relations.second);
  }
  for (const RelationPair& agreement : worlds.comparison.agreements) {
    add("agreement", "", ++pair, worlds.first, agreement.first);
    add("agreement", "", pair, worlds.second, agreement.second);
  }
  for (RelationId id : worlds.comparison.only_first) add("only one", "", ++pair, worlds.first, id);
  for (RelationId id : worlds.comparison.only_second) add("only one", "", ++pair, worlds.second, id);
  return table;
}

}  // namespace

ExitCode compare(const Arguments& arguments) {
  Options options("compare", "INPUT... --according-to A --according-to B",
                  "Tells where the worlds of two speakers agree, contradict each other, or are silent.");
  Inputs inputs(options);
  EffortOptions effort(options, Workers::one);
  LensOptions lens(options);
  ReportOutput output(options);
  if (!options.parse(arguments)) return ExitCode::done;
  inputs.take_names(0);

  const KnowledgeGraph graph = inputs.read();
  const std::vector<EntityId> speakers = lens.speakers(graph);
  if (speakers.size() != 2 || speakers[0] == speakers[1]) {
    throw UsageError("name the two speakers to compare: --according-to A --according-to B");
  }
  const GraphView view = lens.apply(graph);
  const WorldOptions how = lens.world_options(graph);
  Worlds worlds{graph, world_of(view, speakers[0], how), world_of(view, speakers[1], how), {}};
  worlds.comparison = effort.spend(
      "comparison", [&](const Effort& allowed) { return compare_within(allowed, graph, worlds.first, worlds.second); });
  if (!worlds.comparison.complete)
    std::cerr << "entente: " << effort.ending() << ": there may be more contradictions and agreements\n";
  output.write({[&](std::ostream& out, const Style& style) { TextReport(out, worlds, style).write(); },
                [&](JsonWriter& json) { write_json(json, worlds); }, [&] { return in_rows(worlds); }});
  return effort.exit_code(inputs.exit_code());
}

}  // namespace entente::cli
