// entente clustering: how often those who are tied to the same entity are tied to each other.
#include <iostream>

#include <entente/clustering.hpp>

#include "commands.hpp"
#include "effort_options.hpp"
#include "inputs.hpp"
#include "lens_options.hpp"
#include "output.hpp"

namespace entente::cli {
namespace {

Table ranking(const GraphView& view, const Clustering& found, std::size_t count) {
  Table table{{{"rank"}, {"triangles"}, {"clustering"}, {"type"}, {"name"}, {"id", true}}, {}};
  const Scores triangles(found.triangles.begin(), found.triangles.end());
  for (const Ranked& ranked : top(view, triangles, count)) {
    const Entity& entity = view.graph().entity(ranked.entity);
    table.rows.push_back({table.rows.size() + 1, static_cast<std::size_t>(found.triangles[ranked.entity.index()]),
                          found.local[ranked.entity.index()], std::string(name(entity.type)), entity.name, entity.key});
  }
  return table;
}

void write_text(std::ostream& out, const Clustering& found, const Table& table, const Style& style) {
  write_text(out,
             Table{{{"triangles"}, {"average clustering"}, {"transitivity"}},
                   {{static_cast<std::size_t>(found.triangle_count), found.average, found.transitivity}}},
             style);
  out << '\n';
  write_text(out, table, style);
}

void write_json(JsonWriter& json, const Clustering& found, const Table& table) {
  json.open_object();
  json.key("triangles");
  json.integer(found.triangle_count);
  json.key("average_clustering");
  json.number(found.average);
  json.key("transitivity");
  json.number(found.transitivity);
  json.key("entities");
  write_json(json, table);
  if (!found.complete) {
    json.key("triangles_at_most");
    json.integer(found.triangles_at_most);
  }
  write_completeness(json, found.complete);
  json.close_object();
}

}  // namespace

ExitCode clustering(const Arguments& arguments) {
  std::size_t count = 10;
  Options options(
      "clustering", "INPUT...",
      "Counts triangles, and tells how often those who are tied to the same entity are tied to each other.");
  Inputs inputs(options);
  options.heading("Ranking");
  options.number("--top", count, 1, "N", "How many entities (default 10), those in most triangles first");
  EffortOptions effort(options, Workers::one);
  LensOptions lens(options, LensOptions::Ranking::left_out);
  ReportOutput output(options);
  if (!options.parse(arguments)) return ExitCode::done;
  inputs.take_names(0);

  const GraphView view = lens.apply(inputs.read());
  const Clustering found =
      effort.spend("clustering", [&](const Effort& allowed) { return clustering_within(allowed, view); });
  if (!found.complete)
    std::cerr << "entente: " << effort.ending() << ": these are the triangles found by then; there are at most "
              << found.triangles_at_most << '\n';
  const Table table = ranking(view, found, count);
  output.write({[&](std::ostream& out, const Style& style) { write_text(out, found, table, style); },
                [&](JsonWriter& json) { write_json(json, found, table); }, [&] { return table; }});
  return effort.exit_code(inputs.exit_code());
}

}  // namespace entente::cli
