#include <algorithm>

#include <entente/centrality.hpp>

#include "measures_within.hpp"
#include "power_iteration.hpp"

namespace entente {

namespace {

double largest(const std::vector<double>& values) {
  return values.empty() ? 0.0 : *std::max_element(values.begin(), values.end());
}

std::vector<double> scaled(std::vector<double> values, bool normalized) {
  const double scale = normalized ? std::accumulate(values.begin(), values.end(), 0.0) : largest(values);
  if (scale > 0.0) divide(values, scale);
  return values;
}

/// Both, and how far they are from their limit.
struct Found {
  HubsAndAuthorities scores;
  Iteration iteration;
};

Found find(const Effort& effort, const GraphView& view, const CentralityOptions& options) {
  const Projection along(view, going(options.direction), parallel(options.count_parallel));
  const Projection against(view, coming(options.direction), parallel(options.count_parallel));
  std::vector<double> hubs(along.node_count(), along.arc_count() > 0 ? 1.0 : 0.0);
  Iteration iteration;
  if (along.arc_count() > 0)
    iteration = iterate(hubs, options.tolerance, effort, [&](const std::vector<double>& values) {
      std::vector<double> next = summed_over_arcs(along, summed_over_arcs(against, values));
      divide(next, largest(next));
      return next;
    });
  std::vector<double> authorities = summed_over_arcs(against, hubs);
  return {{along.by_entity(scaled(std::move(hubs), options.normalized)),
           along.by_entity(scaled(std::move(authorities), options.normalized))},
          iteration};
}

}  // namespace

Estimate hubs_within(const Effort& effort, const GraphView& view, const CentralityOptions& options) {
  Found found = find(effort, view, options);
  return estimate_of(found.iteration, std::move(found.scores.hubs));
}

Estimate authorities_within(const Effort& effort, const GraphView& view, const CentralityOptions& options) {
  Found found = find(effort, view, options);
  return estimate_of(found.iteration, std::move(found.scores.authorities));
}

HubsAndAuthorities hubs_and_authorities(const GraphView& view, const CentralityOptions& options) {
  return find({}, view, options).scores;
}

}  // namespace entente
