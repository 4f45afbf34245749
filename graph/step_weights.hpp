// What it costs to walk a relation.
#pragma once

#include <cstdint>

#include <entente/graph_view.hpp>
#include <entente/paths.hpp>

#include "route_graph.hpp"

namespace entente {

/// Weights of relations in whole numbers, so that sums are exact whatever their order. The view must outlive them.
class StepWeights {
 public:
  /// O(1); by recency, O(E) for the latest date.
  StepWeights(const GraphView&, StepCost);

  /// How many units of weight make a cost of 1.
  [[nodiscard]] double unit() const { return by_ == StepCost::hops ? 1.0 : billion; }

  [[nodiscard]] std::uint64_t operator()(RelationId) const;

 private:
  static constexpr double billion = 1e9;
  static std::uint64_t in_units(double cost);
  [[nodiscard]] std::uint64_t by_age(const RelationView&) const;

  const GraphView& view_;
  StepCost by_;
  long first_day_ = 0;  // of all visible dates
  long last_day_ = 0;
};

}  // namespace entente
