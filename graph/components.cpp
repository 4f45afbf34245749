// Tarjan's strong components as Boost.Graph has them.
#include <entente/components.hpp>

#include <algorithm>

#include <boost/graph/strong_components.hpp>

#include "boost_csr.hpp"
#include "group_order.hpp"

namespace entente {

namespace {

/// The strong components of a projection. Where every arc goes both ways, these are the connected components.
std::vector<std::vector<EntityId>> components(const Projection& projection) {
  const BoostCsr graph = boost_csr(projection);
  std::vector<std::size_t> group_of(projection.node_count());
  const std::size_t count = boost::strong_components(
      graph, boost::make_iterator_property_map(group_of.begin(), get(boost::vertex_index, graph)));
  std::vector<std::vector<EntityId>> groups(count);
  for (Projection::Node node = 0; node < projection.node_count(); ++node)
    groups[group_of[node]].push_back(projection.entity(node));
  std::sort(groups.begin(), groups.end(), larger_or_lower);
  return groups;
}

}  // namespace

std::vector<std::vector<EntityId>> weak_components(const GraphView& view) {
  return components(Projection(view, Arcs::both_ways, Parallel::collapsed));
}

std::vector<std::vector<EntityId>> strong_components(const GraphView& view) {
  return components(Projection(view, Arcs::along, Parallel::collapsed));
}

}  // namespace entente
