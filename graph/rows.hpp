// Arcs of numbered nodes in compressed sparse rows.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace entente {

using Node = std::uint32_t;

/// The arcs of node i stand together, one row after the other.
template <class Arc>
class Rows {
 public:
  Rows() = default;
  /// Sorts the arcs by the node that `row_of` gives, from 0 to `nodes` - 1; arcs of one row keep their order. O(n + m).
  template <class Given, class RowOf, class ArcOf>
  Rows(std::size_t nodes, const std::vector<Given>& given, RowOf row_of, ArcOf arc_of)
      : begins_(nodes + 1), arcs_(given.size()) {
    for (const Given& item : given) ++begins_[row_of(item) + std::size_t{1}];
    for (std::size_t i = 1; i < begins_.size(); ++i) begins_[i] += begins_[i - 1];
    std::vector<std::size_t> places(begins_.begin(), begins_.end() - 1);
    for (const Given& item : given) arcs_[places[row_of(item)]++] = arc_of(item);
  }

  /// The rows of others, arc by arc. O(n + m).
  template <class Other, class ArcOf>
  Rows(const Rows<Other>& others, ArcOf arc_of) : begins_(others.begins_) {
    arcs_.reserve(others.arcs_.size());
    for (const Other& other : others.arcs_) arcs_.push_back(arc_of(other));
  }

  [[nodiscard]] std::size_t node_count() const { return begins_.empty() ? 0 : begins_.size() - 1; }
  [[nodiscard]] std::size_t arc_count() const { return arcs_.size(); }
  [[nodiscard]] std::span<const Arc> of(Node node) const {
    return std::span(arcs_).subspan(begins_[node], begins_[node + 1] - begins_[node]);
  }
  /// To put the arcs of a row in another order.
  [[nodiscard]] std::span<Arc> of(Node node) {
    return std::span(arcs_).subspan(begins_[node], begins_[node + 1] - begins_[node]);
  }
  [[nodiscard]] std::size_t degree(Node node) const { return begins_[node + 1] - begins_[node]; }
  /// Where the row of a node begins in all; where the last one ends for the number of nodes.
  [[nodiscard]] std::size_t begin(Node node) const { return begins_[node]; }
  [[nodiscard]] const std::vector<Arc>& all() const { return arcs_; }

  /// Hints that the rows of a node will be asked for soon: first where its row begins, then the row.
  void expect_place(Node node) const { __builtin_prefetch(&begins_[node]); }
  void expect_row(Node node) const { __builtin_prefetch(arcs_.data() + begins_[node]); }
  /// The same for the nodes that follow the one at that place of a list.
  void expect_next(std::span<const Node> nodes, std::size_t place) const {
    if (place + 4 < nodes.size()) expect_place(nodes[place + 4]);
    if (place + 2 < nodes.size()) expect_row(nodes[place + 2]);
  }

 private:
  template <class Other>
  friend class Rows;

  std::vector<std::size_t> begins_;  // arcs of node i: [begins_[i], begins_[i + 1])
  std::vector<Arc> arcs_;
};

}  // namespace entente
