#include "dijkstra.hpp"

#include <cstdint>
#include <vector>

#include <catch2/catch.hpp>

#include "hub_order.hpp"
#include "support/random_graph.hpp"

using namespace entente;
using namespace entente::testing;

namespace {

template <class Cost>
struct GivenArc {
  Node from;
  CostArc<Cost> arc;
};

template <class Cost>
using GivenArcs = std::vector<GivenArc<Cost>>;

/// Arcs of which some nodes have many and some none, with self-loops and parallel ones.
template <class Cost, class CostOf>
GivenArcs<Cost> random_arcs(Dice& dice, std::size_t nodes, std::size_t count, CostOf cost_of) {
  GivenArcs<Cost> arcs;
  for (std::size_t i = 0; i < count; ++i) {
    const auto from = static_cast<Node>(dice.roll(1 + dice.roll(nodes)));
    const auto to = static_cast<Node>(dice.roll(dice.chance(2) ? nodes : 1 + nodes / 8));
    arcs.push_back({from, {to, cost_of()}});
  }
  return arcs;
}

/// Distances by going along all arcs until nothing changes.
template <class Cost>
std::vector<Cost> reference_distances(std::size_t nodes, const GivenArcs<Cost>& arcs, Node start) {
  std::vector<Cost> distances(nodes, Dijkstra<Cost>::unreached);
  distances[start] = 0;
  for (bool changed = true; changed;) {
    changed = false;
    for (const auto& [from, arc] : arcs) {
      if (distances[from] == Dijkstra<Cost>::unreached) continue;
      const Cost through = distances[from] + arc.cost();
      if (!(through < distances[arc.target])) continue;
      distances[arc.target] = through;
      changed = true;
    }
  }
  return distances;
}

template <class Cost>
void check_distances(Dice& dice, std::size_t nodes, const GivenArcs<Cost>& arcs) {
  for (const Searches searches : {Searches::once, Searches::often}) {
    Dijkstra<Cost> search(
        Rows<CostArc<Cost>>(
            nodes, arcs, [](const auto& given) { return given.from; }, [](const auto& given) { return given.arc; }),
        searches);
    for (int i = 0; i < 3; ++i) {
      const auto start = static_cast<Node>(dice.roll(nodes));
      REQUIRE(search.from(start) == reference_distances(nodes, arcs, start));
    }
  }
}

}  // namespace

TEST_CASE("Distances are those found by going along all arcs again and again, bit for bit") {
  Dice dice(71);
  for (int round = 0; round < 600; ++round) {
    const std::size_t nodes = 1 + dice.roll(60);
    const std::size_t count = dice.roll(12 * nodes);
    const auto small = [&] { return static_cast<double>(1 + dice.roll(255)); };
    const auto fraction = [&] { return static_cast<double>(dice.roll(1000)) / 7.0; };
    const auto skewed = [&] { return 1.0 / static_cast<double>(1 + dice.roll(100000)); };
    const auto tiny_beside_large = [&] {
      return dice.chance(2) ? 1e-9 : 1e9 + static_cast<double>(dice.roll(9)) / 3.0;
    };
    check_distances<double>(dice, nodes, random_arcs<double>(dice, nodes, count, small));
    check_distances<double>(dice, nodes, random_arcs<double>(dice, nodes, count, fraction));
    check_distances<double>(dice, nodes, random_arcs<double>(dice, nodes, count, skewed));
    check_distances<double>(dice, nodes, random_arcs<double>(dice, nodes, count, tiny_beside_large));
    check_distances<double>(dice, nodes, random_arcs<double>(dice, nodes, count, [] { return 0.1; }));
    const auto whole = [&] { return static_cast<std::uint32_t>(dice.roll(256)); };
    const auto wide = [&] { return std::uint64_t{dice.roll(100)} << (8 * dice.roll(5)); };
    check_distances<std::uint32_t>(dice, nodes, random_arcs<std::uint32_t>(dice, nodes, count, whole));
    check_distances<std::uint64_t>(dice, nodes, random_arcs<std::uint64_t>(dice, nodes, count, wide));
  }
}
