#include "leiden.hpp"

#include <algorithm>
#include <numeric>
#include <random>
#include <utility>

namespace entente {

namespace {

using Node = WeightedGraph::Node;
using Partition = std::vector<Node>;  // the community of each node

/// What binds one node to the communities around it.
class Ties {
 public:
  explicit Ties(std::size_t communities) : weights_(communities, absent) {}

  void clear() {
    for (const Node community : around_) weights_[community] = absent;
    around_.clear();
  }
  void add(Node community, double weight) {
    if (weights_[community] < 0.0) {
      weights_[community] = 0.0;
      around_.push_back(community);
    }
    weights_[community] += weight;
  }
  [[nodiscard]] double to(Node community) const { return std::max(weights_[community], 0.0); }
  /// In the order in which they were first added.
  [[nodiscard]] const std::vector<Node>& around() const { return around_; }

 private:
  static constexpr double absent = -1.0;
  std::vector<double> weights_;
  std::vector<Node> around_;
};

std::vector<Node> ascending(std::size_t count) {
  std::vector<Node> nodes(count);
  std::iota(nodes.begin(), nodes.end(), Node{0});
  return nodes;
}

std::vector<double> strengths_of(const WeightedGraph& graph, const Partition& partition) {
  std::vector<double> strengths(graph.node_count());
  for (Node node = 0; node < graph.node_count(); ++node) strengths[partition[node]] += graph.strengths[node];
  return strengths;
}

/// Moves nodes, one by one, to the community where they add most to the modularity, until no move adds anything. Nodes
/// whose neighbours moved are looked at again.
class LocalMoving {
 public:
  /// The queue holds every node once, in the order in which they are first looked at.
  LocalMoving(const WeightedGraph& graph, Partition& partition, double resolution, std::vector<Node> queue)
      : graph_(graph),
        partition_(partition),
        price_(resolution / graph.total),
        strengths_(strengths_of(graph, partition)),
        members_(graph.node_count()),
        ties_(graph.node_count()),
        waiting_(graph.node_count(), true),
        queue_(std::move(queue)) {
    for (const Node community : partition) ++members_[community];
    for (std::size_t i = graph.node_count(); i > 0; --i)
      if (members_[i - 1] == 0) empty_.push_back(static_cast<Node>(i - 1));
  }

  /// Whether anything moved.
  bool run() {
    bool moved = false;
    // Each node waits at most once, so the queue is a ring.
    std::size_t length = queue_.size();
    for (std::size_t head = 0; length > 0; head = (head + 1) % queue_.size()) {
      const Node node = queue_[head];
      --length;
      waiting_[node] = false;
      if (!move(node)) continue;
      moved = true;
      for (std::size_t i = graph_.begins[node]; i < graph_.begins[node + 1]; ++i) {
        const Node neighbour = graph_.targets[i];
        if (waiting_[neighbour] || partition_[neighbour] == partition_[node]) continue;
        waiting_[neighbour] = true;
        queue_[(head + 1 + length++) % queue_.size()] = neighbour;
      }
    }
    return moved;
  }

 private:
  bool move(Node node) {
    ties_.clear();
    for (std::size_t i = graph_.begins[node]; i < graph_.begins[node + 1]; ++i)
      if (graph_.targets[i] != node) ties_.add(partition_[graph_.targets[i]], graph_.weights[i]);
    const Node home = partition_[node];
    const double strength = graph_.strengths[node];
    const double price = price_ * strength;
    strengths_[home] -= strength;
    Node best = home;
    double best_gain = ties_.to(home) - price * strengths_[home];
    for (const Node community : ties_.around()) {
      const double gain = ties_.to(community) - price * strengths_[community];
      if (gain <= best_gain + least_gain * strength) continue;
      best = community;
      best_gain = gain;
    }
    if (best_gain < -least_gain * strength && members_[home] > 1) best = empty_.back();
    strengths_[best] += strength;
    if (best == home) return false;
    settle(node, home, best);
    return true;
  }

  void settle(Node node, Node home, Node next) {
    if (members_[next]++ == 0) empty_.pop_back();
    if (--members_[home] == 0) empty_.push_back(home);
    partition_[node] = next;
  }

  /// Less is taken for rounding, or nodes might change places for ever.
  static constexpr double least_gain = 1e-12;

  const WeightedGraph& graph_;
  Partition& partition_;
  double price_;
  std::vector<double> strengths_;  // of communities
  std::vector<Node> members_;      // their number
  std::vector<Node> empty_;        // communities without members; one with members never gets a new number
  Ties ties_;
  std::vector<bool> waiting_;
  std::vector<Node> queue_;
};

/// Splits communities into parts that hang together well: from nodes alone, each is merged into the part of its own
/// community to which it adds most, if both are bound well to the rest of the community.
Partition refined(const WeightedGraph& graph, const Partition& partition, double resolution) {
  const double price = resolution / graph.total;
  const std::vector<double> whole = strengths_of(graph, partition);
  Partition parts = ascending(graph.node_count());
  std::vector<double> strengths = graph.strengths;  // of parts
  std::vector<double> outward(graph.node_count());  // the weight from a part to the rest of its community
  std::vector<bool> alone(graph.node_count(), true);
  for (Node node = 0; node < graph.node_count(); ++node)
    for (std::size_t i = graph.begins[node]; i < graph.begins[node + 1]; ++i)
      if (graph.targets[i] != node && partition[graph.targets[i]] == partition[node]) outward[node] += graph.weights[i];
  const auto well_bound = [&](Node part, Node community) {
    return outward[part] >= price * strengths[part] * (whole[community] - strengths[part]);
  };
  Ties ties(graph.node_count());
  for (Node node = 0; node < graph.node_count(); ++node) {
    const Node community = partition[node];
    if (!alone[node] || !well_bound(node, community)) continue;
    ties.clear();
    for (std::size_t i = graph.begins[node]; i < graph.begins[node + 1]; ++i)
      if (const Node target = graph.targets[i]; target != node && partition[target] == community)
        ties.add(parts[target], graph.weights[i]);
    Node best = node;
    double best_gain = 0.0;
    for (const Node part : ties.around()) {
      const double gain = ties.to(part) - price * strengths[node] * strengths[part];
      if (gain <= best_gain || !well_bound(part, community)) continue;
      best = part;
      best_gain = gain;
    }
    if (best == node) continue;
    alone[best] = false;
    strengths[best] += strengths[node];
    outward[best] += outward[node] - 2.0 * ties.to(best);
    parts[node] = best;
  }
  return parts;
}

/// Numbers the communities densely in the order of their first nodes; returns how many there are.
std::size_t renumber(Partition& partition) {
  constexpr Node unnumbered = static_cast<Node>(-1);
  std::vector<Node> numbers(partition.size(), unnumbered);
  Node count = 0;
  for (Node& community : partition) {
    if (numbers[community] == unnumbered) numbers[community] = count++;
    community = numbers[community];
  }
  return count;
}

/// The graph whose nodes are the parts.
WeightedGraph aggregated(const WeightedGraph& graph, const Partition& parts, std::size_t count) {
  std::vector<std::size_t> places(count + 1);
  for (const Node part : parts) ++places[part + 1];
  std::partial_sum(places.begin(), places.end(), places.begin());
  std::vector<Node> members(parts.size());
  for (Node node = 0; node < parts.size(); ++node) members[places[parts[node]]++] = node;

  WeightedGraph result;
  result.begins.reserve(count + 1);
  result.total = graph.total;
  Ties ties(count);
  std::size_t next = 0;
  for (Node part = 0; part < count; ++part) {
    ties.clear();
    double strength = 0.0;
    for (; next < places[part]; ++next) {
      const Node node = members[next];
      strength += graph.strengths[node];
      for (std::size_t i = graph.begins[node]; i < graph.begins[node + 1]; ++i)
        ties.add(parts[graph.targets[i]], graph.weights[i]);
    }
    for (const Node target : ties.around()) {
      result.targets.push_back(target);
      result.weights.push_back(ties.to(target));
    }
    result.begins.push_back(result.targets.size());
    result.strengths.push_back(strength);
  }
  return result;
}

/// One round: moves, refines and aggregates until nothing can be aggregated. Whether anything moved.
bool improve(const WeightedGraph& graph, Partition& partition, double resolution, std::vector<Node> order) {
  const bool moved = LocalMoving(graph, partition, resolution, std::move(order)).run();
  Partition parts = refined(graph, partition, resolution);
  const std::size_t count = renumber(parts);
  if (count == graph.node_count()) return moved;
  const WeightedGraph smaller = aggregated(graph, parts, count);
  renumber(partition);  // every community has a part, so that its number is now that of a node of the smaller graph
  Partition coarse(count);
  for (Node node = 0; node < graph.node_count(); ++node) coarse[parts[node]] = partition[node];
  const bool moved_further = improve(smaller, coarse, resolution, ascending(count));
  for (Node node = 0; node < graph.node_count(); ++node) partition[node] = coarse[parts[node]];
  return moved || moved_further;
}

/// Makes communities of the parts of those that do not hang together, which never lowers the modularity.
Partition connected(const WeightedGraph& graph, const Partition& partition) {
  constexpr Node unseen = static_cast<Node>(-1);
  Partition result(graph.node_count(), unseen);
  std::vector<Node> queue;
  for (Node first = 0; first < graph.node_count(); ++first) {
    if (result[first] != unseen) continue;
    queue.assign(1, first);
    result[first] = first;
    for (std::size_t next = 0; next < queue.size(); ++next) {
      for (std::size_t i = graph.begins[queue[next]]; i < graph.begins[queue[next] + 1]; ++i) {
        const Node target = graph.targets[i];
        if (result[target] != unseen || partition[target] != partition[first]) continue;
        result[target] = first;
        queue.push_back(target);
      }
    }
  }
  return result;
}

/// What a few rounds make of communities of one node each.
Partition improved(const WeightedGraph& graph, double resolution, const std::vector<Node>& order) {
  constexpr int most_rounds = 5;  // more add next to nothing
  Partition partition = ascending(graph.node_count());
  for (int round = 0; round < most_rounds; ++round)
    if (!improve(graph, partition, resolution, order)) break;
  return connected(graph, partition);
}

double modularity_of(const WeightedGraph& graph, const Partition& partition, double resolution) {
  double inside = 0.0;
  for (Node node = 0; node < graph.node_count(); ++node)
    for (std::size_t i = graph.begins[node]; i < graph.begins[node + 1]; ++i)
      if (partition[graph.targets[i]] == partition[node]) inside += graph.weights[i];
  double expected = 0.0;
  for (const double strength : strengths_of(graph, partition)) expected += strength * strength;
  return (inside - resolution * expected / graph.total) / graph.total;
}

}  // namespace

std::vector<Node> leiden(const WeightedGraph& graph, double resolution) {
  std::vector<Node> order = ascending(graph.node_count());
  if (graph.total <= 0.0) return order;
  constexpr std::size_t affordable_rows = 200000;  // a few hundredths of a second
  constexpr std::size_t most_orders = 20;
  Partition best = improved(graph, resolution, order);
  double best_modularity = modularity_of(graph, best, resolution);
  std::mt19937 random;  // the same numbers everywhere and always
  for (std::size_t left = std::min(most_orders, affordable_rows / graph.targets.size()); left > 1; --left) {
    for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random() % i]);
    Partition next = improved(graph, resolution, order);
    const double modularity = modularity_of(graph, next, resolution);
    if (modularity <= best_modularity) continue;
    best = std::move(next);
    best_modularity = modularity;
  }
  renumber(best);
  return best;
}

}  // namespace entente
