// Which entities hang together.
#pragma once

#include <vector>

#include <entente/graph_view.hpp>

namespace entente {

/// The visible entities in groups that are joined by relations in any direction; largest group first, then by the
/// lowest id; ids ascending within a group. O(V + E).
std::vector<std::vector<EntityId>> weak_components(const GraphView&);

/// Groups in which everybody reaches everybody along the direction of relations (symmetric ones go both ways), in the
/// same order. O(V + E).
std::vector<std::vector<EntityId>> strong_components(const GraphView&);

}  // namespace entente
