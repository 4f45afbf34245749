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

/// What one walker does.
struct WalkRules {
  double damping = 0.85;        ///< the probability to follow an arc: above 0 and below 1
  double tolerance = 1e-10;     ///< of the change of all values in a step
  std::vector<double> goals{};  ///< for each node the probability that a jump leads there; empty: the same for all
};

/// The probability of each node for a walker who follows an arc with probability `damping` and jumps otherwise, and
/// always at a node without one; all are 0 if jumps lead nowhere. `backwards` is the graph with its arcs turned round.
/// The walk begins with a jump, and stops when a step changes no more than the tolerance, or could not be expected to.
/// O(steps (V + E)).
StationaryRanks stationary_ranks(const Projection& backwards, const WalkRules&, const Effort&);

}  // namespace entente
