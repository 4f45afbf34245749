// Distances from one node to all others over arcs with costs.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <limits>
#include <vector>

#include "bucket_queue.hpp"
#include "rows.hpp"

namespace entente {

/// An arc without padding: fewer bytes are to be fetched from memory.
template <class Cost>
class CostArc {
 public:
  CostArc() = default;
  /// The cost is not negative.
  CostArc(Node the_target, Cost cost) : target(the_target), cost_(std::bit_cast<Bytes>(cost)) {}

  [[nodiscard]] Cost cost() const { return std::bit_cast<Cost>(cost_); }

  Node target = 0;

 private:
  using Bytes = std::array<unsigned char, sizeof(Cost)>;
  Bytes cost_{};
};

/// Finds distances in one graph, from one node after the other in the same memory. Dijkstra, "A note on two problems in
/// connexion with graphs", Numerische Mathematik 1 (1959), with buckets; where a bucket is wider than the cheapest arc,
/// its nodes may be visited again: Meyer and Sanders, "Δ-stepping", Journal of Algorithms 49 (2003).
///
/// O(V + E) and the number of buckets passed where costs are random or differ by a factor of 1000 at most; O(V E) in
/// the worst case. Distances do not depend on the order of arcs: each is the least over all paths of the sum from the
/// start on.
template <class Cost>
class Dijkstra {
 public:
  static constexpr Cost unreached = std::numeric_limits<Cost>::has_infinity ? std::numeric_limits<Cost>::infinity()
                                                                            : std::numeric_limits<Cost>::max();

  /// The arcs must outlive it. Sums of integer costs must fit.
  explicit Dijkstra(const Rows<CostArc<Cost>>& arcs)
      : arcs_(arcs), queue_(extreme(arcs, false), extreme(arcs, true)), distances_(arcs.node_count()) {}

  /// By node, until the next call. O(V) besides.
  const std::vector<Cost>& from(Node start) {
    std::fill(distances_.begin(), distances_.end(), unreached);
    distances_[start] = 0;
    queue_.start(0, start);
    do {
      for (std::size_t i = 0; i < queue_.open().size(); ++i) {
        expect(i);
        const auto [cost, node] = queue_.open()[i];
        if (cost == distances_[node]) relax(node, cost);
      }
    } while (queue_.open_next());
    return distances_;
  }

 private:
  static Cost extreme(const Rows<CostArc<Cost>>& arcs, bool largest) {
    Cost result = arcs.arc_count() == 0 ? Cost{0} : arcs.all().front().cost();
    for (const CostArc<Cost>& arc : arcs.all())
      result = largest ? std::max(result, arc.cost()) : std::min(result, arc.cost());
    return result;
  }

  /// The rows of the nodes that come next are fetched from memory meanwhile.
  void expect(std::size_t i) const {
    const auto& open = queue_.open();
    if (i + 3 < open.size()) arcs_.expect_place(open[i + 3].item);
    if (i + 1 < open.size()) arcs_.expect_row(open[i + 1].item);
  }

  void relax(Node node, Cost cost) {
    for (const CostArc<Cost>& arc : arcs_.of(node)) {
      const Cost through = cost + arc.cost();
      if (!(through < distances_[arc.target])) continue;
      distances_[arc.target] = through;
      queue_.push(through, arc.target);
    }
  }

  const Rows<CostArc<Cost>>& arcs_;
  BucketQueue<Cost> queue_;
  std::vector<Cost> distances_;
};

}  // namespace entente
