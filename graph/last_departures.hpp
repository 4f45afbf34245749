// Until when one can set out to reach a goal in time.
#pragma once

#include <cstddef>
#include <vector>

#include <entente/graph_view.hpp>
#include <entente/paths.hpp>

namespace entente {

/// For each entity and number of steps the last day on which a walk can be there and still come to the goal, no step
/// before the one it follows. Relaxed backwards in rounds, one for each step, of what changed in the round before; as
/// for the latest-departure paths of Wu, Cheng, Huang, Ke, Lu and Xu, "Path problems in temporal graphs", PVLDB 7
/// (2014).
class LastDepartures {
 public:
  /// The goal is visible. O(V + E) for each round, of which there are no more than steps in the longest fastest walk.
  LastDepartures(const GraphView&, EntityId goal, Direction);

  /// The least number of steps in which the goal can be reached from the entity on that day, or `out_of_reach`.
  /// O(log rounds).
  [[nodiscard]] std::size_t steps_from(EntityId, long day) const;

 private:
  struct Since {
    std::size_t steps;
    long day;
  };
  void offer(EntityId, std::size_t steps, long day, std::vector<EntityId>& changed);

  std::vector<std::vector<Since>> days_;  // by entity: with so many steps or more, until that day; both ascending
};

}  // namespace entente
