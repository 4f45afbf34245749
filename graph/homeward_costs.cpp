#include "homeward_costs.hpp"

namespace entente {

HomewardCosts::HomewardCosts(const RouteGraph& graph, Node goal)
    : graph_(graph), queue_(queue_for(graph)), costs_(graph.node_count(), unreachable) {
  costs_[goal] = RouteCost{};
  queue_.start(RouteCost{}, goal);
  walk_open_bucket();
}

BucketQueue<RouteCost> HomewardCosts::queue_for(const RouteGraph& graph) {
  std::uint64_t narrowest = closed;
  std::uint64_t widest = 0;
  for (const RouteArc& arc : graph.leaving().all()) {
    narrowest = std::min(narrowest, arc.weight);
    widest = std::max(widest, arc.weight);
  }
  return {std::min(narrowest, widest), widest};
}

void HomewardCosts::grow_to(const RouteCost& cost) {
  while (beyond_ <= cost && carry_on()) {
  }
}

void HomewardCosts::grow_to(Node node) {
  while (beyond_ <= costs_[node] && carry_on()) {
  }
}

bool HomewardCosts::carry_on() {
  if (beyond_ == unreachable) return false;
  if (queue_.open_next())
    walk_open_bucket();
  else
    beyond_ = unreachable;
  return true;
}

void HomewardCosts::walk_open_bucket() {
  for (std::size_t i = 0; i < queue_.open().size(); ++i) {
    const auto [cost, node] = queue_.open()[i];
    if (cost != costs_[node]) continue;
    for (const RouteArc& arc : graph_.arriving().of(node)) {
      const RouteCost through = arc.cost() + cost;
      if (through >= costs_[arc.target]) continue;
      costs_[arc.target] = through;
      queue_.push(through, arc.target);
    }
  }
  beyond_ = {queue_.beyond_open(), 0, 0};
}

}  // namespace entente
