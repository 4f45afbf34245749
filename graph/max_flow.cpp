#include "max_flow.hpp"

#include <algorithm>
#include <limits>

namespace entente {

namespace {

using Node = std::uint32_t;

class Network {
 public:
  Network(std::size_t nodes, const std::vector<Pipe>& pipes) : begins_(nodes + 1), arcs_(2 * pipes.size()) {
    for (const Pipe& pipe : pipes) {
      ++begins_[pipe.from + std::size_t{1}];
      ++begins_[pipe.to + std::size_t{1}];
    }
    for (std::size_t i = 1; i <= nodes; ++i) begins_[i] += begins_[i - 1];
    std::vector<std::size_t> places(begins_.begin(), begins_.end() - 1);
    for (const Pipe& pipe : pipes) {
      const std::size_t there = places[pipe.from]++;
      const std::size_t back = places[pipe.to]++;
      arcs_[there] = {pipe.to, pipe.capacity, back};
      arcs_[back] = {pipe.from, pipe.capacity_back, there};
    }
  }

  MaxFlow flow(const Effort& effort, Node source, Node sink) {
    MaxFlow result;
    while (measure_distances(source, sink)) {
      next_arcs_.assign(begins_.begin(), begins_.end() - 1);
      while (const std::size_t pushed = push_along_one_path(source, sink)) {
        result.value += pushed;
        if (effort.over()) return {result.value, {}, false};
      }
    }
    for (const std::size_t distance : distances_) result.source_side.push_back(distance != unreached);
    return result;
  }

 private:
  struct Arc {
    Node target;
    std::uint32_t room;
    std::size_t reverse;
  };
  static constexpr std::size_t unreached = std::numeric_limits<std::size_t>::max();

  /// By arcs that have room, from the source; whether the sink is reached.
  bool measure_distances(Node source, Node sink) {
    distances_.assign(begins_.size() - 1, unreached);
    distances_[source] = 0;
    std::vector<Node> queue{source};
    for (std::size_t i = 0; i < queue.size() && distances_[sink] == unreached; ++i) {
      for (std::size_t arc = begins_[queue[i]]; arc < begins_[queue[i] + std::size_t{1}]; ++arc) {
        const Node target = arcs_[arc].target;
        if (arcs_[arc].room == 0 || distances_[target] != unreached) continue;
        distances_[target] = distances_[queue[i]] + 1;
        queue.push_back(target);
      }
    }
    return distances_[sink] != unreached;
  }

  /// How much goes along the next path on which every arc leads one further from the source; 0 if there is none.
  std::size_t push_along_one_path(Node source, Node sink) {
    path_.clear();
    for (Node node = source; node != sink;) {
      if (advance(node)) {
        node = arcs_[path_.back()].target;
      } else {
        distances_[node] = unreached;  // nothing gets on from here
        if (path_.empty()) return 0;
        node = arcs_[arcs_[path_.back()].reverse].target;
        path_.pop_back();
      }
    }
    std::uint32_t room = std::numeric_limits<std::uint32_t>::max();
    for (const std::size_t arc : path_) room = std::min(room, arcs_[arc].room);
    for (const std::size_t arc : path_) {
      arcs_[arc].room -= room;
      arcs_[arcs_[arc].reverse].room += room;
    }
    return room;
  }

  /// Puts the next arc of the node on the path, if there is one.
  bool advance(Node node) {
    for (std::size_t& arc = next_arcs_[node]; arc < begins_[node + std::size_t{1}]; ++arc) {
      if (arcs_[arc].room == 0 || distances_[arcs_[arc].target] != distances_[node] + 1) continue;
      path_.push_back(arc);
      return true;
    }
    return false;
  }

  std::vector<std::size_t> begins_;  // arcs of node i: [begins_[i], begins_[i + 1])
  std::vector<Arc> arcs_;
  std::vector<std::size_t> distances_;
  std::vector<std::size_t> next_arcs_;
  std::vector<std::size_t> path_;
};

}  // namespace

MaxFlow max_flow(const Effort& effort, std::size_t nodes, const std::vector<Pipe>& pipes, std::uint32_t source,
                 std::uint32_t sink) {
  return Network(nodes, pipes).flow(effort, source, sink);
}

}  // namespace entente
