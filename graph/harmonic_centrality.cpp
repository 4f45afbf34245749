#include <entente/centrality.hpp>

#include <span>

#include "distance_sums.hpp"
#include "measures_within.hpp"
#include "source_sample.hpp"

namespace entente {

Estimate harmonic_within(const Effort& effort, const GraphView& view, const CentralityOptions& options,
                         const Sampling& sampling) {
  const Projection graph(view, going(options.direction), Parallel::collapsed);
  const std::vector<Projection::Node> sources = sources_in_random_order(graph, sampling.seed);
  if (sources.empty()) return {Scores(view.graph().entity_count())};
  const TwoWayProjection both(graph, options.direction);
  const double others = static_cast<double>(graph.node_count()) - 1.0;
  const double scale = static_cast<double>(sources.size()) / others;
  const SampledMeans means{sources.size(), graph.node_count(), sampling.confidence};
  const std::size_t wanted = wanted_sources(sampling, means, scale);
  auto sums = distance_sums<double>(both.graph(), std::span(sources).first(wanted), effort,
                                    [](double& sum, std::size_t distance, std::size_t count) {
                                      sum += static_cast<double>(count) / static_cast<double>(distance);
                                    });
  const double unit = options.normalized ? 1.0 : others;
  const double of_sum = sums.sources == 0 ? 0.0 : scale / static_cast<double>(sums.sources) * unit;
  for (double& value : sums.values) value *= of_sum;
  return estimate(graph.by_entity(sums.values), sums.sources, wanted, means, scale, unit);
}

Scores harmonic_centrality(const GraphView& view, const CentralityOptions& options) {
  return harmonic_within({}, view, options, {}).scores;
}

}  // namespace entente
