#include "random_projection.hpp"

#include <algorithm>
#include <deque>
#include <utility>

namespace entente::testing {

Projection random_projection(Dice& dice, std::size_t max_nodes) {
  const std::size_t nodes = dice.roll(max_nodes) + 1;
  std::vector<Projection::Arc> arcs;
  const auto add = [&](std::size_t from, std::size_t to) {
    arcs.push_back({static_cast<Projection::Node>(from), static_cast<Projection::Node>(to)});
  };
  const bool has_hubs = dice.chance(2);
  for (std::size_t count = dice.roll((dice.chance(2) ? 2 : 8) * nodes + 1); count > 0; --count) {
    std::size_t from = dice.roll(nodes);
    std::size_t to = dice.roll(nodes);
    if (has_hubs) from = std::min({from, dice.roll(nodes), dice.roll(nodes)});
    if (has_hubs && dice.chance(2)) std::swap(from, to);
    add(from, to);
  }
  if (dice.chance(3))
    for (std::size_t node = dice.roll(nodes); node + 1 < nodes; ++node) add(node, node + 1);
  return Projection(nodes, arcs, dice.chance(2) ? Parallel::counted : Parallel::collapsed);
}

std::vector<std::optional<std::size_t>> distances_from(const Projection& graph, Projection::Node source) {
  std::vector<std::optional<std::size_t>> distance(graph.node_count());
  std::deque<Projection::Node> queue{source};
  distance[source] = 0;
  for (; !queue.empty(); queue.pop_front())
    for (const Projection::Node target : graph.targets(queue.front())) {
      if (distance[target]) continue;
      distance[target] = *distance[queue.front()] + 1;
      queue.push_back(target);
    }
  return distance;
}

}  // namespace entente::testing
