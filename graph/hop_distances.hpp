// The number of steps from all nodes to one.
#pragma once

#include <cstddef>
#include <limits>
#include <vector>

#include "route_graph.hpp"

namespace entente {

/// More steps than any route has; to it, some more can be added.
inline constexpr std::size_t out_of_reach = std::numeric_limits<std::size_t>::max() / 2;

/// The number of steps from each node to the goal, or `out_of_reach` if they are more than `most`. O(V + E).
inline std::vector<std::size_t> steps_to(const RouteGraph& graph, Node goal, std::size_t most) {
  std::vector<std::size_t> steps(graph.node_count(), out_of_reach);
  std::vector<Node> queue{goal};
  steps[goal] = 0;
  for (std::size_t i = 0; i < queue.size() && steps[queue[i]] < most; ++i) {
    for (const RouteArc& arc : graph.arriving().of(queue[i])) {
      if (steps[arc.target] != out_of_reach) continue;
      steps[arc.target] = steps[queue[i]] + 1;
      queue.push_back(arc.target);
    }
  }
  return steps;
}

}  // namespace entente
