// The measures that `centrality_within` chooses from.
#pragma once

#include <entente/centrality.hpp>

namespace entente {

Estimate betweenness_within(const Effort&, const GraphView&, const CentralityOptions&, const Sampling&);
Estimate closeness_within(const Effort&, const GraphView&, const CentralityOptions&, const Sampling&);
Estimate harmonic_within(const Effort&, const GraphView&, const CentralityOptions&, const Sampling&);
Estimate pagerank_within(const Effort&, const GraphView&, const CentralityOptions&);
Estimate eigenvector_within(const Effort&, const GraphView&, const CentralityOptions&);
Estimate katz_within(const Effort&, const GraphView&, const CentralityOptions&);
Estimate hubs_within(const Effort&, const GraphView&, const CentralityOptions&);
Estimate authorities_within(const Effort&, const GraphView&, const CentralityOptions&);

}  // namespace entente
