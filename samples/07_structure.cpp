// Shows: communities, whose exit cuts the graph in two, the least that keeps two apart, who takes similar positions.
// Read before: 04_central_actors.cpp
#include <iostream>
#include <utility>

#include <entente/articulation.hpp>
#include <entente/communities.hpp>
#include <entente/files.hpp>
#include <entente/graph_builder.hpp>
#include <entente/json_importer.hpp>
#include <entente/minimum_cut.hpp>
#include <entente/similarity.hpp>

using namespace entente;

int main() {
  GraphBuilder builder;
  Diagnostics diagnostics;
  make_json_importer()->import({"treaties.json", read_file("treaties.json")}, builder, diagnostics);
  const KnowledgeGraph graph = std::move(builder).build();
  const auto called = [&graph](EntityId id) { return graph.entity(id).name; };
  const auto with_key = [&graph](const char* key) { return graph.entity_with_key(key).value(); };

  for (const Community& community : communities(graph))
    std::cout << community.members.size() << " around " << called(community.center) << "\n";
  for (const ArticulationPoint& point : articulation_points(graph))
    std::cout << "without " << called(point.entity) << ", " << point.cut_off() << " are cut off\n";

  const CutOptions entities{.cut = CutOf::entities};
  if (const auto cut = minimum_cut(graph, with_key("russia"), with_key("nato"), entities))
    for (const EntityId id : cut->entities) std::cout << "Russia and NATO meet only through " << called(id) << "\n";

  for (const Similar& other : most_similar(graph, with_key("us"), SimilarityMeasure::jaccard, 2))
    std::cout << called(other.entity) << " shares " << other.shared.size() << " positions with the United States\n";
}
