// Places in a ranking.
#pragma once

#include <cstddef>
#include <vector>

#include <entente/centrality.hpp>

namespace entente {

/// The place of each entity by the index of its id: 1 for the highest score, and for every other one more than the
/// number of those with a higher score; 0 for entities that the view does not show. A score that is lower than the next
/// higher one by less than one part in 10^9 is equal to it, so that rounding decides nothing. O(V log V).
std::vector<std::size_t> ranks(const GraphView&, const Scores&);

}  // namespace entente
