// Where a walker is in the long run.
#pragma once

#include <cstddef>
#include <vector>

#include <entente/effort.hpp>

#include "projection.hpp"

namespace entente {

struct StationaryRanks {
  std::vector<double> values;  ///< by node; they sum to 1
  double change = 2.0;         ///< of all values in the last step; 2, the greatest possible, if there was none
  bool complete = true;        ///< the effort sufficed
};

/// The probability of each node for a walker who follows an arc with probability `damping` and jumps anywhere
/// otherwise, and always at a node without one. `backwards` is the graph with its arcs turned round. It stops when a
/// step changes no more than the tolerance, or could not be expected to. O(steps (V + E)).
StationaryRanks stationary_ranks(const Projection& backwards, double damping, double tolerance, const Effort&);

}  // namespace entente
