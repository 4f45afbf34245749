// Plain graphs of all shapes, and breadth-first search in its simplest form.
#pragma once

#include <optional>
#include <vector>

#include "projection.hpp"
#include "random_graph.hpp"

namespace entente::testing {

/// A graph of at most `max_nodes` nodes: with hubs or without, dense or falling apart, or with long tails; parallel
/// arcs among them.
Projection random_projection(Dice&, std::size_t max_nodes);

/// The number of arcs on the shortest way from one node to each.
std::vector<std::optional<std::size_t>> distances_from(const Projection&, Projection::Node);

}  // namespace entente::testing
