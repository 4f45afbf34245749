#include <algorithm>

#include <entente/centrality.hpp>

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

}  // namespace

HubsAndAuthorities hubs_and_authorities(const GraphView& view, const CentralityOptions& options) {
  const Projection along(view, going(options.direction), parallel(options.count_parallel));
  const Projection against(view, coming(options.direction), parallel(options.count_parallel));
  std::vector<double> hubs(along.node_count(), along.arc_count() > 0 ? 1.0 : 0.0);
  std::vector<double> authorities = hubs;
  Convergence convergence(options.tolerance);
  while (along.arc_count() > 0) {
    authorities = summed_over_arcs(against, hubs);
    std::vector<double> next = summed_over_arcs(along, authorities);
    divide(next, largest(next));
    hubs.swap(next);
    if (convergence.reached(next, hubs)) break;
  }
  authorities = summed_over_arcs(against, hubs);
  return {along.by_entity(scaled(std::move(hubs), options.normalized)),
          along.by_entity(scaled(std::move(authorities), options.normalized))};
}

}  // namespace entente
