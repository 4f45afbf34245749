// Shows: the surest, the widest and the k first paths, patterns of predicates, the order of time, many distances.
// Read before: 03_path_with_evidence.cpp
#include <iostream>
#include <utility>

#include <entente/files.hpp>
#include <entente/graph_builder.hpp>
#include <entente/json_importer.hpp>
#include <entente/paths.hpp>

using namespace entente;

int main() {
  GraphBuilder builder;
  Diagnostics diagnostics;
  make_json_importer()->import({"treaties.json", read_file("treaties.json")}, builder, diagnostics);
  const KnowledgeGraph graph = std::move(builder).build();
  const EntityId a = *graph.entity_with_key("reagan");
  const EntityId b = *graph.entity_with_key("gorbachev");
  const auto print = [&](const char* what, const Path& path) {
    std::cout << what << ":";
    for (const EntityId entity : entities_along(graph, path)) std::cout << " / " << graph.entity(entity).name;
    std::cout << "\n";
  };

  for (const Path& path : shortest_paths(graph, a, b, 2)) print("short", path);
  for (const Path& path : shortest_paths(graph, a, b, 1, {.by = StepCost::confidence})) print("sure", path);
  for (const Path& path : shortest_paths(graph, a, b, 1, {.in_time = true})) print("in time", path);
  if (const auto path = widest_path(graph, a, b)) print("wide", *path);

  const auto pattern = PathPattern::parse("holdsOffice/partyTo/^partyTo/^holdsOffice");
  const PathRules rules{.via = std::get<PathPattern>(pattern)};
  for (const Path& path : shortest_paths(graph, a, b, 9, rules)) print("by a treaty", path);

  PathSearch search(graph, Direction::either);  // its memory is used for every question
  for (std::size_t i = 0; i < graph.entity_count(); ++i)
    if (search.distance(a, EntityId(i)) == 1) std::cout << "near: " << graph.entity(EntityId(i)).name << "\n";
}
