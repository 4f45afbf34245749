// Measures compared with their references on random graphs.
#pragma once

#include <entente/centrality.hpp>

namespace entente::testing {

using Measure = Scores (*)(const GraphView&, const CentralityOptions&);

/// Requires that both agree on a thousand graphs, most of them seen through a lens, with all options.
void compare_on_random_graphs(Measure, Measure reference);

}  // namespace entente::testing
