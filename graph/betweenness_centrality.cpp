#include <entente/centrality.hpp>

#include <algorithm>
#include <span>
#include <utility>

#include "brandes.hpp"
#include "measures_within.hpp"
#include "source_sample.hpp"

namespace entente {

namespace {

/// What to multiply the sum over some of the sources with to have that over all, or an estimate of it.
double whole(std::size_t all, std::size_t done) {
  return done == 0 ? 0.0 : static_cast<double>(all) / static_cast<double>(done);
}

/// The number of relations without self-loops, at most: for how many arcs a bound has to hold at once.
std::size_t related_pairs(const Projection& graph, Direction direction) {
  return std::max<std::size_t>(1, direction == Direction::either ? graph.arc_count() / 2 : graph.arc_count());
}

Scores by_relation(const GraphView& view, const Projection& graph, Direction direction,
                   const std::vector<double>& by_arc) {
  Scores scores(view.graph().relation_count());
  for (const RelationId id : view.relations()) {
    const RelationView relation = view.graph().relation(id);
    if (relation.subject == relation.object) continue;
    const Projection::Node subject = graph.node(relation.subject);
    const Projection::Node object = graph.node(relation.object);
    scores[id.index()] = by_arc[graph.arc(subject, object)];
    if (direction == Direction::either || is_symmetric(relation.predicate))
      scores[id.index()] += by_arc[graph.arc(object, subject)];
  }
  return scores;
}

/// What a normalised score of 1 is in the scores; pairs that were counted both ways are one pair.
double unit(const CentralityOptions& options, double ordered_pairs) {
  if (options.normalized) return 1.0;
  return options.direction == Direction::either ? ordered_pairs / 2.0 : ordered_pairs;
}

}  // namespace

Estimate betweenness_within(const Effort& effort, const GraphView& view, const CentralityOptions& options,
                            const Sampling& sampling) {
  const Projection graph(view, going(options.direction), parallel(options.count_parallel));
  const auto n = static_cast<double>(graph.node_count());
  if (n < 3.0) return {Scores(view.graph().entity_count())};
  const std::vector<Projection::Node> sources = sources_in_random_order(graph, sampling.seed);
  const SampledMeans means{sources.size(), graph.node_count(), sampling.confidence};
  const double scale = static_cast<double>(sources.size()) / (n - 1.0);
  const std::size_t wanted = wanted_sources(sampling, means, scale);
  const TwoWayProjection both(graph, options.direction);
  Dependencies sums = node_dependencies(both.graph(), std::span(sources).first(wanted), effort);
  const double pairs = (n - 1.0) * (n - 2.0);
  const double of_sum = whole(sources.size(), sums.sources) / pairs * unit(options, pairs);
  for (double& value : sums.values) value *= of_sum;
  return estimate(graph.by_entity(sums.values), sums.sources, wanted, means, scale, unit(options, pairs));
}

Estimate relation_betweenness_within(const Effort& effort, const GraphView& view, const CentralityOptions& options,
                                     const Sampling& sampling) {
  const Projection graph(view, going(options.direction), parallel(options.count_parallel));
  const auto n = static_cast<double>(graph.node_count());
  const std::vector<Projection::Node> sources = sources_in_random_order(graph, sampling.seed);
  if (sources.empty()) return {Scores(view.graph().relation_count())};
  const SampledMeans means{sources.size(), related_pairs(graph, options.direction), sampling.confidence};
  const double scale = static_cast<double>(sources.size()) / n;
  const std::size_t wanted = wanted_sources(sampling, means, scale);
  Dependencies sums = arc_dependencies(graph, std::span(sources).first(wanted), effort);
  const double pairs = n * (n - 1.0);
  const double of_sum = whole(sources.size(), sums.sources) / pairs * unit(options, pairs);
  for (double& value : sums.values) value *= of_sum;
  return estimate(by_relation(view, graph, options.direction, sums.values), sums.sources, wanted, means, scale,
                  unit(options, pairs));
}

Scores betweenness_centrality(const GraphView& view, const CentralityOptions& options) {
  return betweenness_within({}, view, options, {}).scores;
}

Scores relation_betweenness(const GraphView& view, const CentralityOptions& options) {
  return relation_betweenness_within({}, view, options).scores;
}

}  // namespace entente
