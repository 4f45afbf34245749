// The number of steps from one node to another.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <vector>

#include "rows.hpp"

namespace entente {

/// Breadth-first searches from both ends that stop where they meet, one after the other in the same memory: Pohl,
/// "Bi-directional search", Machine Intelligence 6 (1971). The smaller rim is moved on, by the number of its arcs.
class HopSearch {
 public:
  explicit HopSearch(std::size_t nodes) : forth_(nodes), back_(nodes) {}

  /// The least number of steps from `start` to `goal`, or nothing if it is more than `most`. Afterwards `forth` and
  /// `back` hold what was reached. O(V + E), and mostly far less.
  template <class Arc>
  std::optional<std::size_t> distance(const Rows<Arc>& leaving, const Rows<Arc>& arriving, Node start, Node goal,
                                      std::size_t most = std::numeric_limits<std::size_t>::max()) {
    forth_.start(start, leaving.degree(start));
    back_.start(goal, arriving.degree(goal));
    if (start == goal) return 0;
    for (std::size_t steps = 1; steps <= most; ++steps) {
      if (forth_.exhausted() || back_.exhausted()) return std::nullopt;
      const bool meet = forth_.rim_arcs <= back_.rim_arcs ? forth_.move_on(leaving, back_.reached)
                                                          : back_.move_on(arriving, forth_.reached);
      if (meet) return steps;
    }
    return std::nullopt;
  }

  /// What one of the two searches has reached.
  struct Side {
    explicit Side(std::size_t nodes) : reached(nodes / bits + 1) {}

    std::vector<std::uint64_t> reached;  ///< a bit for each node
    std::vector<Node> order;             ///< the nodes, nearest first
    std::vector<std::size_t> levels;     ///< where in `order` the nodes of each number of steps begin
    std::size_t complete = 0;            ///< how many of them are of levels that were reached completely
    std::size_t rim_arcs = 0;            ///< the number of arcs of the last of those levels

    [[nodiscard]] bool has(Node node) const { return (reached[node / bits] >> (node % bits) & 1U) != 0; }
    /// The nodes that so many steps lead to, of a level that was reached completely.
    [[nodiscard]] std::span<const Node> level(std::size_t steps) const {
      const std::size_t end = steps + 1 < levels.size() ? levels[steps + 1] : complete;
      return std::span(order).subspan(levels[steps], end - levels[steps]);
    }
    [[nodiscard]] bool exhausted() const { return levels.back() == complete; }

    void start(Node node, std::size_t arcs) {
      for (const Node old : order) reached[old / bits] = 0;
      order.assign(1, node);
      levels.assign(1, 0);
      complete = 1;
      reached[node / bits] |= std::uint64_t{1} << (node % bits);
      rim_arcs = arcs;
    }

    /// Reaches the next level, or ends with true on an arc to what the other side has reached.
    template <class Arc>
    bool move_on(const Rows<Arc>& rows, const std::vector<std::uint64_t>& other) {
      for (std::size_t i = levels.back(); i < complete; ++i) {
        rows.expect_next(level(levels.size() - 1), i - levels.back());
        for (const Arc& arc : rows.of(order[i])) {
          const Node node = target_of(arc);
          const std::uint64_t bit = std::uint64_t{1} << (node % bits);
          if ((other[node / bits] & bit) != 0) return true;
          if ((reached[node / bits] & bit) != 0) continue;
          reached[node / bits] |= bit;
          order.push_back(node);
        }
      }
      levels.push_back(complete);
      complete = order.size();
      rim_arcs = 0;
      for (const Node node : level(levels.size() - 1)) rim_arcs += rows.degree(node);
      return false;
    }
  };

  [[nodiscard]] const Side& forth() const { return forth_; }
  [[nodiscard]] const Side& back() const { return back_; }

 private:
  static constexpr std::size_t bits = 64;
  static Node target_of(Node node) { return node; }
  template <class Arc>
  static Node target_of(const Arc& arc) {
    return arc.target;
  }

  Side forth_;
  Side back_;
};

}  // namespace entente
