// Distances from one node to all others over arcs with costs.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <limits>
#include <utility>
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

/// How often a graph will be searched.
enum class Searches { once, often };

/// Finds distances in one graph, from one node after the other in the same memory. Dijkstra, "A note on two problems in
/// connexion with graphs", Numerische Mathematik 1 (1959), with buckets; where a bucket is wider than the cheapest arc,
/// its nodes may be visited again: Meyer and Sanders, "Δ-stepping", Journal of Algorithms 49 (2003).
///
/// In a graph that is searched often, dear arcs are put off until the search comes to where they may lead, those to
/// nodes with the highest numbers first. By then most of the nodes with low numbers, if these are the hubs, are nearer
/// than any of those arcs can bring them, and none of the arcs to them is looked at.
///
/// O(V + E) and the number of buckets passed where costs are random or differ by a factor of 1000 at most; O(V E) in
/// the worst case. Distances do not depend on the order of arcs: each is the least over all paths of the sum from the
/// start on.
template <class Cost>
class Dijkstra {
 public:
  static constexpr Cost unreached = std::numeric_limits<Cost>::has_infinity ? std::numeric_limits<Cost>::infinity()
                                                                            : std::numeric_limits<Cost>::max();

  /// Sums of integer costs must fit. O(V + E), and sorts most of the arcs if it searches often.
  Dijkstra(Rows<CostArc<Cost>> arcs, Searches searches)
      : arcs_(std::move(arcs)),
        queue_(extreme(arcs_, false), extreme(arcs_, true)),
        dear_(arcs_.node_count()),
        distances_(arcs_.node_count()) {
    for (Node node = 0; node < arcs_.node_count(); ++node) dear_[node].begin = arcs_.begin(node + 1);
    if (searches == Searches::often) part_rows();
  }

  /// By node, until the next call. O(V) besides.
  const std::vector<Cost>& from(Node start) {
    std::fill(distances_.begin(), distances_.end(), unreached);
    distances_[start] = 0;
    queue_.start(0, start);
    put_off_.clear();
    batches_.clear();
    taken_up_ = 0;
    near_ = 0;
    nearest_ = 0;
    do walk_open_bucket();
    while (open_next());
    return distances_;
  }

 private:
  struct DearArcs {
    std::size_t begin = 0;    // their place among all arcs; they end with the row
    Node end_of_targets = 0;  // 1 more than the highest; 0 if there are none
  };
  struct PutOff {
    Cost cost;
    Node node;
    Node end_of_targets;
  };
  /// Nodes of one bucket whose dear arcs are put off.
  struct Batch {
    std::uint64_t due;  // the place of the bucket before which they have to be looked at
    std::size_t end;    // in the list of all
    Cost least;
  };

  static Cost extreme(const Rows<CostArc<Cost>>& arcs, bool largest) {
    Cost result = arcs.arc_count() == 0 ? Cost{0} : arcs.all().front().cost();
    for (const CostArc<Cost>& arc : arcs.all())
      result = largest ? std::max(result, arc.cost()) : std::min(result, arc.cost());
    return result;
  }

  /// The arcs that are not dear come first in each row, then the dear ones by falling numbers of their targets.
  void part_rows() {
    cheap_ = eighth_of_costs();
    delay_ = queue_.place_of(cheap_);
    if (delay_ == 0) return;
    const auto is_cheap = [&](const CostArc<Cost>& arc) { return arc.cost() <= cheap_; };
    for (Node node = 0; node < arcs_.node_count(); ++node) {
      const auto row = arcs_.of(node);
      const auto dear = std::partition(row.begin(), row.end(), is_cheap);
      if (dear == row.end()) continue;
      std::sort(dear, row.end(), [](const auto& a, const auto& b) { return a.target > b.target; });
      dear_[node] = {arcs_.begin(node) + static_cast<std::size_t>(dear - row.begin()), dear->target + 1};
    }
  }

  /// A cost that about an eighth of the arcs do not exceed.
  Cost eighth_of_costs() const {
    std::vector<Cost> costs;
    costs.reserve(arcs_.arc_count());
    for (const CostArc<Cost>& arc : arcs_.all()) costs.push_back(arc.cost());
    const auto eighth = costs.begin() + static_cast<std::ptrdiff_t>(costs.size() / 8);
    if (eighth == costs.end()) return Cost{0};
    std::nth_element(costs.begin(), eighth, costs.end());
    return *eighth;
  }

  void walk_open_bucket() {
    Cost least = unreached;
    const std::size_t before = put_off_.size();
    for (std::size_t i = 0; i < queue_.open().size(); ++i) {
      expect(i);
      const auto [cost, node] = queue_.open()[i];
      if (cost != distances_[node]) continue;
      const DearArcs dear = dear_[node];
      relax(arcs_.begin(node), dear.begin, Node{0}, cost);
      if (dear.end_of_targets <= near_ && cost + cheap_ >= nearest_) continue;
      put_off_.push_back({cost, node, dear.end_of_targets});
      least = std::min(least, cost);
    }
    if (put_off_.size() > before) batches_.push_back({queue_.opened() + delay_, put_off_.size(), least});
  }

  /// Opens the next bucket in which something waits or may be put by dear arcs; false if there is none.
  bool open_next() {
    if (taken_up_ == batches_.size() || queue_.next() < batches_[taken_up_].due) return queue_.open_next();
    queue_.open(batches_[taken_up_].due);
    take_up();
    return true;
  }

  /// Looks at the dear arcs that are due.
  void take_up() {
    const Batch batch = batches_[taken_up_];
    const Cost nearest = batch.least + cheap_;
    if (nearest < nearest_) near_ = 0;  // sums were rounded
    nearest_ = nearest;
    while (near_ < distances_.size() && distances_[near_] <= nearest_) ++near_;
    for (std::size_t i = taken_up_ == 0 ? 0 : batches_[taken_up_ - 1].end; i < batch.end; ++i) {
      if (i + 6 < batch.end) __builtin_prefetch(&dear_[put_off_[i + 6].node]);
      if (i + 3 < batch.end) __builtin_prefetch(arcs_.all().data() + dear_[put_off_[i + 3].node].begin);
      const auto [cost, node, end_of_targets] = put_off_[i];
      if (end_of_targets <= near_) continue;
      relax(dear_[node].begin, arcs_.begin(node + 1), near_, cost);
    }
    ++taken_up_;
  }

  /// The rows of the nodes that come next are fetched from memory meanwhile.
  void expect(std::size_t i) const {
    const auto& open = queue_.open();
    if (i + 3 < open.size()) arcs_.expect_place(open[i + 3].item);
    if (i + 1 < open.size()) arcs_.expect_row(open[i + 1].item);
  }

  /// Looks at the arcs at those places up to the first one to a lower node than that.
  void relax(std::size_t begin, std::size_t end, Node lowest, Cost cost) {
    const CostArc<Cost>* const arcs = arcs_.all().data();
    Cost* const distances = distances_.data();
    for (const CostArc<Cost>* arc = arcs + begin; arc != arcs + end && arc->target >= lowest; ++arc) {
      const Cost through = cost + arc->cost();
      if (!(through < distances[arc->target])) continue;
      distances[arc->target] = through;
      queue_.push(through, arc->target);
    }
  }

  Rows<CostArc<Cost>> arcs_;
  BucketQueue<Cost> queue_;
  Cost cheap_ = 0;           // dear arcs cost more
  std::uint64_t delay_ = 0;  // by how many buckets they are put off
  std::vector<DearArcs> dear_;
  std::vector<PutOff> put_off_;
  std::vector<Batch> batches_;
  std::size_t taken_up_ = 0;  // batches
  Cost nearest_ = 0;          // where dear arcs of the last batch lead at the nearest
  Node near_ = 0;             // all nodes with lower numbers are no farther than that
  std::vector<Cost> distances_;
};

}  // namespace entente
