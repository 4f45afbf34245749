// Shows: what two states say, where they contradict each other, and which sentences their connection rests on.
// Read before: 04_central_actors.cpp
#include <iostream>
#include <utility>

#include <entente/blame.hpp>
#include <entente/comparison.hpp>
#include <entente/files.hpp>
#include <entente/graph_builder.hpp>
#include <entente/json_importer.hpp>

using namespace entente;

int main() {
  GraphBuilder builder;
  Diagnostics diagnostics;
  make_json_importer()->import({"treaties.json", read_file("treaties.json")}, builder, diagnostics);
  const KnowledgeGraph graph = std::move(builder).build();
  const EntityId us = graph.entity_with_key("us").value();
  const EntityId russia = graph.entity_with_key("russia").value();

  for (const World& world : worlds(graph))
    std::cout << graph.entity(world.speaker).name << ": " << world.beliefs.size() << " statements\n";

  const Comparison comparison = compare(graph, world_of(graph, us), world_of(graph, russia));
  for (const auto& [pair, kind] : comparison.conflicts) {
    std::cout << "contradiction (" << name(kind) << ")\n";
    for (RelationId id : {pair.first, pair.second})
      std::cout << "  \"" << graph.relation(id).evidence.front().text << "\"\n";
  }

  const Sentences sentences = sentences_of(graph);
  const PathBlame blame = blame_of_path(graph, sentences, us, russia);
  std::cout << "without these sentences they are not connected\n";
  for (std::size_t sentence : blame.cut) std::cout << "  \"" << sentences.all[sentence].text << "\"\n";
}
