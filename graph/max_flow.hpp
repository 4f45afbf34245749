// The largest flow through a network.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include <entente/effort.hpp>

namespace entente {

/// An arc, and how much may flow along it and against it.
struct Pipe {
  std::uint32_t from;
  std::uint32_t to;
  std::uint32_t capacity;
  std::uint32_t capacity_back = 0;
};

/// A capacity that no cut of others adds up to.
inline constexpr std::uint32_t unlimited = 1U << 31;

/// The value of the largest flow, and the nodes to which more could still flow from the source: the pipes out of them
/// are a minimum cut, of all the one nearest to the source. If the effort was over before, a flow that may be smaller,
/// and no nodes.
struct MaxFlow {
  std::size_t value = 0;
  std::vector<bool> source_side{};
  bool complete = true;
};

/// Dinic, "Algorithm for solution of a problem of maximum flow in networks with power estimation", Soviet Math. Doklady
/// 11 (1970). O(E min(E^0.5, V^0.67)) where all capacities are 1 (Even and Tarjan, SIAM J. Computing 4 (1975)), O(V^2
/// E) at most. Source and sink differ, and capacities between them are not all unlimited.
MaxFlow max_flow(const Effort&, std::size_t nodes, const std::vector<Pipe>&, std::uint32_t source, std::uint32_t sink);

}  // namespace entente
