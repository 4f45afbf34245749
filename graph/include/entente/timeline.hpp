// Relations in the order of time.
#pragma once

#include <vector>

#include <entente/graph_view.hpp>

namespace entente {

/// The visible relations from and to the entity by their dates: earlier beginnings first, then earlier ends, then ids;
/// a missing beginning comes before all others, a missing end after them. Undated ones come last. O(degree log degree).
std::vector<RelationId> timeline(const GraphView&, EntityId);

/// In the same order what joins the two: the relations between them, and those that tie each of them to an event,
/// agreement, proposal or provision to which both are tied. O(degrees log degrees).
std::vector<RelationId> timeline(const GraphView&, EntityId, EntityId);

}  // namespace entente
