#include "projection.hpp"

#include <algorithm>

#include <catch2/catch.hpp>

#include "support/random_graph.hpp"

using namespace entente;
using namespace entente::testing;

namespace {

using Node = Projection::Node;

std::vector<Projection::Arc> arcs_of(const Projection& graph) {
  std::vector<Projection::Arc> arcs;
  for (Node node = 0; node < graph.node_count(); ++node)
    for (const Node target : graph.targets(node)) arcs.push_back({node, target});
  return arcs;
}

}  // namespace

TEST_CASE("A projection holds the arcs it was made from, sorted, without self-loops") {
  Dice dice(21);
  for (int round = 0; round < 1000; ++round) {
    const std::size_t nodes = dice.roll(12) + 1;
    std::vector<Projection::Arc> arcs;
    for (std::size_t count = dice.roll(40); count > 0; --count)
      arcs.push_back({static_cast<Node>(dice.roll(nodes)), static_cast<Node>(dice.roll(nodes))});
    const Projection counted(nodes, arcs, Parallel::counted);
    const Projection collapsed(nodes, arcs, Parallel::collapsed);
    std::erase_if(arcs, [](const auto& arc) { return arc.from == arc.to; });
    std::sort(arcs.begin(), arcs.end(),
              [](const auto& a, const auto& b) { return a.from != b.from ? a.from < b.from : a.to < b.to; });
    REQUIRE(arcs_of(counted) == arcs);
    arcs.erase(std::unique(arcs.begin(), arcs.end()), arcs.end());
    REQUIRE(arcs_of(collapsed) == arcs);
    REQUIRE(collapsed.arc_count() == arcs.size());
    REQUIRE(collapsed.node_count() == nodes);
    for (std::size_t i = 0; i < arcs.size(); ++i) REQUIRE(collapsed.arc(arcs[i].from, arcs[i].to) == i);
  }
}

TEST_CASE("A projection turned round has every arc the other way") {
  Dice dice(22);
  for (int round = 0; round < 300; ++round) {
    const KnowledgeGraph graph = random_graph(dice, 12);
    const GraphView view(graph, random_lens(dice, graph));
    for (const Parallel parallel : {Parallel::collapsed, Parallel::counted}) {
      const Projection along(view, Arcs::along, parallel);
      CHECK(arcs_of(along.reversed()) == arcs_of(Projection(view, Arcs::against, parallel)));
      CHECK(arcs_of(along.reversed().reversed()) == arcs_of(along));
      const Projection both(view, Arcs::both_ways, parallel);
      CHECK(arcs_of(both.reversed()) == arcs_of(both));
    }
  }
}

TEST_CASE("The nodes of a projection are the visible entities") {
  Dice dice(23);
  for (int round = 0; round < 300; ++round) {
    const KnowledgeGraph graph = random_graph(dice, 12);
    const GraphView view(graph, random_lens(dice, graph));
    const Projection projection(view, Arcs::along, Parallel::collapsed);
    const std::vector<EntityId> entities = view.entities();
    REQUIRE(projection.node_count() == entities.size());
    for (Node node = 0; node < entities.size(); ++node) {
      CHECK(projection.entity(node) == entities[node]);
      CHECK(projection.node(entities[node]) == node);
    }
  }
}
