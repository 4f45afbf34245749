// Shows: an algorithm of Boost.Graph on a KnowledgeGraph as it is, without a copy. Compile with Boost's headers.
// Read before: 01_build_a_graph_by_hand.cpp
#include <iostream>
#include <iterator>
#include <utility>
#include <vector>

#include <entente/boost_graph.hpp>
#include <entente/graph_builder.hpp>

#include <boost/graph/topological_sort.hpp>

using namespace entente;

int main() {
  GraphBuilder builder;
  const auto event = [&builder](const char* name) {
    return *builder.add(Entity{.type = EntityType::event, .name = name});
  };
  const auto precedes = [&builder](EntityId earlier, EntityId later) {
    builder.add(Relation{.subject = earlier, .predicate = Predicate::precedes, .object = later});
  };
  // What came before what, in no order at all.
  const EntityId withdrawal = event("withdrawal of forces");
  const EntityId ceasefire = event("ceasefire");
  const EntityId elections = event("elections");
  const EntityId talks = event("talks");
  precedes(ceasefire, withdrawal);
  precedes(talks, elections);
  precedes(talks, ceasefire);
  precedes(withdrawal, elections);
  const KnowledgeGraph graph = std::move(builder).build();

  std::vector<std::size_t> latest_first;
  boost::topological_sort(graph, std::back_inserter(latest_first));
  for (auto vertex = latest_first.rbegin(); vertex != latest_first.rend(); ++vertex) {
    std::cout << graph.entity(EntityId(*vertex)).name << "\n";
  }
}
