// A graph that can be walked both ways.
#pragma once

#include <optional>

#include "projection.hpp"

namespace entente {

/// A graph, and the same with its arcs turned round. Neither is owned.
struct TwoWayGraph {
  const Projection& forwards;
  const Projection& backwards;
};

/// A projection together with what is needed to walk it backwards; where all arcs lead both ways, that is itself. The
/// projection must outlive it.
class TwoWayProjection {
 public:
  /// O(V + E).
  TwoWayProjection(const Projection& forwards, Direction direction) : forwards_(forwards) {
    if (direction == Direction::directed) backwards_ = forwards.reversed();
  }
  [[nodiscard]] TwoWayGraph graph() const { return {forwards_, backwards_ ? *backwards_ : forwards_}; }

 private:
  const Projection& forwards_;
  std::optional<Projection> backwards_;
};

}  // namespace entente
