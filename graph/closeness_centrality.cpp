#include <entente/centrality.hpp>

#include <span>

#include "distance_sums.hpp"
#include "measures_within.hpp"
#include "source_sample.hpp"

namespace entente {

namespace {

/// How many reach a node, and from how far in sum.
struct Reach {
  std::size_t others = 0;
  std::size_t distance = 0;
  Reach& operator+=(const Reach& more) {
    others += more.others;
    distance += more.distance;
    return *this;
  }
};

}  // namespace

Estimate closeness_within(const Effort& effort, const GraphView& view, const CentralityOptions& options,
                          const Sampling& sampling) {
  const Projection graph(view, going(options.direction), Parallel::collapsed);
  const TwoWayProjection both(graph, options.direction);
  const std::vector<Projection::Node> sources = sources_in_random_order(graph, sampling.seed);
  const SampledMeans means{sources.size(), graph.node_count(), sampling.confidence};
  const std::size_t wanted = sampling.sources ? wanted_sources(sampling, means, 1.0) : sources.size();
  const auto reaches = distance_sums<Reach>(both.graph(), std::span(sources).first(wanted), effort,
                                            [](Reach& sum, std::size_t distance, std::size_t count) {
                                              sum += {count, count * distance};
                                            });
  std::vector<double> closeness(graph.node_count());
  for (Projection::Node node = 0; node < graph.node_count(); ++node) {
    const Reach& reach = reaches.values[node];
    if (reach.others == 0) continue;
    const auto others = static_cast<double>(reach.others);
    closeness[node] = others / static_cast<double>(reach.distance);
    if (!options.normalized) continue;
    const double all_others = others * static_cast<double>(sources.size()) / static_cast<double>(reaches.sources);
    closeness[node] *= all_others / static_cast<double>(graph.node_count() - 1);
  }
  Estimate result{graph.by_entity(closeness), reaches.sources == wanted, reaches.sources, sources.size()};
  result.error = result.sources == result.all_sources ? 0.0 : 1.0;
  return result;
}

Scores closeness_centrality(const GraphView& view, const CentralityOptions& options) {
  return closeness_within({}, view, options, {}).scores;
}

}  // namespace entente
