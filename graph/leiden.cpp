#include "leiden.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <random>
#include <span>
#include <utility>

namespace entente {

namespace {

using Node = WeightedGraph::Node;
using Marks = std::vector<Node>;  // the community, or part of one, of each node

/// Sums of weights to the communities around a node.
class Ties {
 public:
  explicit Ties(std::size_t communities) : weights_(communities), around_(communities + 1) {}

  /// What ties a node to the communities, or parts of some, of all around it.
  void add_all(const WeightedGraph& graph, Node node, const Marks& marks) {
    add_if(graph, node, marks, [](Node) { return true; });
  }
  /// Only what leads to nodes with that property. Where it is likely to lead is not to be foreseen: there are no
  /// branches.
  template <class Property>
  void add_if(const WeightedGraph& graph, Node node, const Marks& marks, Property has_property) {
    std::size_t count = count_;
    for (std::size_t i = graph.begins[node], end = graph.begins[node + 1]; i < end; ++i) {
      const Node target = graph.targets[i];
      const bool counts = has_property(target);
      const Node community = marks[target];
      const double before = weights_[community];
      around_[count] = community;
      weights_[community] = before + (counts ? graph.weights[i] : 0.0);
      count += static_cast<std::size_t>(counts & (before == 0.0));
    }
    count_ = count;
  }
  /// In the order in which they were first added.
  [[nodiscard]] std::span<const Node> around() const { return std::span(around_).first(count_); }
  [[nodiscard]] double to(Node community) const { return weights_[community]; }
  void clear() {
    for (const Node community : around()) weights_[community] = 0.0;
    count_ = 0;
  }

 private:
  std::vector<double> weights_;
  std::vector<Node> around_;
  std::size_t count_ = 0;
};

Marks ascending(std::size_t count) {
  Marks nodes(count);
  std::iota(nodes.begin(), nodes.end(), Node{0});
  return nodes;
}

std::vector<double> strengths_of(const WeightedGraph& graph, const Marks& marks) {
  std::vector<double> strengths(graph.node_count());
  for (Node node = 0; node < graph.node_count(); ++node) strengths[marks[node]] += graph.strengths[node];
  return strengths;
}

double modularity_of(const WeightedGraph& graph, const Marks& marks, double resolution) {
  double between = 0.0;
  for (Node node = 0; node < graph.node_count(); ++node)
    for (std::size_t i = graph.begins[node]; i < graph.begins[node + 1]; ++i)
      between += marks[graph.targets[i]] != marks[node] ? graph.weights[i] : 0.0;
  double expected = 0.0;
  for (const double strength : strengths_of(graph, marks)) expected += strength * strength;
  return (graph.total - between - resolution * expected / graph.total) / graph.total;
}

/// Moves nodes, one by one, to the community where they add most to the modularity, until no move adds anything or
/// they were looked at four times on average. Nodes whose neighbours moved are looked at again.
class LocalMoving {
 public:
  /// The queue holds every node once, in the order in which they are first looked at.
  LocalMoving(const WeightedGraph& graph, Marks& marks, double resolution, Marks queue)
      : graph_(graph),
        marks_(marks),
        price_(resolution / graph.total),
        strengths_(strengths_of(graph, marks)),
        members_(graph.node_count()),
        ties_(graph.node_count()),
        waiting_(graph.node_count(), 1),
        queue_(std::move(queue)) {
    for (const Node community : marks) ++members_[community];
    for (std::size_t i = graph.node_count(); i > 0; --i)
      if (members_[i - 1] == 0) empty_.push_back(static_cast<Node>(i - 1));
  }

  /// Returns by how much the modularity has grown.
  double run(const Effort& effort) {
    constexpr std::size_t looks = 4;
    constexpr std::size_t pause = 1024;  // looks between two at the clock
    // Each node waits at most once, so the queue is a ring.
    std::size_t head = 0;
    std::size_t length = queue_.size();
    for (std::size_t left = looks * queue_.size(); left > 0 && length > 0; --left) {
      if (left % pause == 0 && effort.over()) break;
      const Node node = queue_[head];
      head = next(head);
      --length;
      expect(head);
      waiting_[node] = 0;
      if (!move(node)) continue;
      for (std::size_t i = graph_.begins[node]; i < graph_.begins[node + 1]; ++i) {
        const Node neighbour = graph_.targets[i];
        if (waiting_[neighbour] != 0 || marks_[neighbour] == marks_[node]) continue;
        waiting_[neighbour] = 1;
        const std::size_t end = head + length++;
        queue_[end < queue_.size() ? end : end - queue_.size()] = neighbour;
      }
    }
    return 2.0 * gained_ / graph_.total;
  }

 private:
  [[nodiscard]] std::size_t next(std::size_t place) const { return place + 1 == queue_.size() ? 0 : place + 1; }

  /// The rows of the nodes that come next are fetched from memory meanwhile.
  void expect(std::size_t head) const {
    const std::size_t begin = graph_.begins[queue_[head]];
    __builtin_prefetch(graph_.targets.data() + begin);
    __builtin_prefetch(graph_.weights.data() + begin);
    __builtin_prefetch(&graph_.begins[queue_[next(head)]]);
  }

  bool move(Node node) {
    ties_.add_all(graph_, node, marks_);
    const Node home = marks_[node];
    const double strength = graph_.strengths[node];
    const double price = price_ * strength;
    strengths_[home] -= strength;
    Node best = home;
    const double stay = ties_.to(home) - price * strengths_[home];
    double best_gain = stay;
    for (const Node community : ties_.around()) {
      const double gain = ties_.to(community) - price * strengths_[community];
      if (gain <= best_gain + least_gain * strength) continue;
      best = community;
      best_gain = gain;
    }
    ties_.clear();
    if (best_gain < -least_gain * strength && members_[home] > 1) {
      best = empty_.back();
      best_gain = 0.0;
    }
    strengths_[best] += strength;
    if (best == home) return false;
    gained_ += best_gain - stay;
    settle(node, home, best);
    return true;
  }

  void settle(Node node, Node home, Node next) {
    if (members_[next]++ == 0) empty_.pop_back();
    if (--members_[home] == 0) empty_.push_back(home);
    marks_[node] = next;
  }

  /// Less is taken for rounding, or nodes might change places for ever.
  static constexpr double least_gain = 1e-12;

  const WeightedGraph& graph_;
  Marks& marks_;
  double price_;
  std::vector<double> strengths_;  // of communities
  std::vector<Node> members_;      // their number
  std::vector<Node> empty_;        // communities without members; one with members never gets a new number
  Ties ties_;
  std::vector<char> waiting_;
  std::vector<Node> queue_;
  double gained_ = 0.0;  // in weights, each once
};

/// Splits communities into parts that hang together well: from nodes alone, each is merged into the part of its own
/// community to which it adds most, if both are bound well to the rest of the community.
Marks refined(const WeightedGraph& graph, const Marks& marks, double resolution, const Marks& order) {
  const double price = resolution / graph.total;
  const std::vector<double> whole = strengths_of(graph, marks);
  Marks parts = ascending(graph.node_count());
  std::vector<double> strengths = graph.strengths;  // of parts
  std::vector<double> outward(graph.node_count());  // the weight from a part to the rest of its community
  std::vector<char> alone(graph.node_count(), 1);
  for (Node node = 0; node < graph.node_count(); ++node)
    for (std::size_t i = graph.begins[node]; i < graph.begins[node + 1]; ++i)
      outward[node] += marks[graph.targets[i]] == marks[node] ? graph.weights[i] : 0.0;
  const auto well_bound = [&](Node part, Node community) {
    return outward[part] >= price * strengths[part] * (whole[community] - strengths[part]);
  };
  Ties ties(graph.node_count());
  for (const Node node : order) {
    const Node community = marks[node];
    if (alone[node] == 0 || !well_bound(node, community)) continue;
    ties.add_if(graph, node, parts, [&](Node target) { return marks[target] == community; });
    Node best = node;
    double best_gain = 0.0;
    for (const Node part : ties.around()) {
      const double gain = ties.to(part) - price * strengths[node] * strengths[part];
      if (gain <= best_gain || !well_bound(part, community)) continue;
      best = part;
      best_gain = gain;
    }
    if (best != node) {
      alone[best] = 0;
      strengths[best] += strengths[node];
      outward[best] += outward[node] - 2.0 * ties.to(best);
      parts[node] = best;
    }
    ties.clear();
  }
  return parts;
}

/// Numbers the communities densely in the order of their first nodes; returns how many there are.
std::size_t renumber(Marks& marks) {
  constexpr Node unnumbered = static_cast<Node>(-1);
  std::vector<Node> numbers(marks.size(), unnumbered);
  Node count = 0;
  for (Node& community : marks) {
    if (numbers[community] == unnumbered) numbers[community] = count++;
    community = numbers[community];
  }
  return count;
}

/// The graph whose nodes are the parts, which are numbered densely.
WeightedGraph aggregated(const WeightedGraph& graph, const Marks& parts, std::size_t count) {
  std::vector<std::size_t> places(count + 1);
  for (const Node part : parts) ++places[part + 1];
  std::partial_sum(places.begin(), places.end(), places.begin());
  std::vector<Node> members(parts.size());
  for (Node node = 0; node < parts.size(); ++node) members[places[parts[node]]++] = node;

  WeightedGraph result;
  result.total = graph.total;
  result.begins.reserve(count + 1);
  result.strengths.resize(count);
  result.targets.reserve(graph.targets.size());
  result.weights.reserve(graph.targets.size());
  Ties ties(count);
  std::size_t next = 0;
  for (Node part = 0; part < count; ++part) {
    for (; next < places[part]; ++next) {
      const Node node = members[next];
      result.strengths[part] += graph.strengths[node];
      ties.add_all(graph, node, parts);
    }
    for (const Node target : ties.around()) {
      if (target == part) continue;
      result.targets.push_back(target);
      result.weights.push_back(ties.to(target));
    }
    ties.clear();
    result.begins.push_back(result.targets.size());
  }
  return result;
}

/// For each part the mark of its members, who have the same one.
Marks of_parts(const Marks& marks, const Marks& parts, std::size_t count) {
  Marks result(count);
  for (Node node = 0; node < parts.size(); ++node) result[parts[node]] = marks[node];
  return result;
}

/// For each node the mark of its part.
Marks of_members(const Marks& marks, const Marks& parts) {
  Marks result(parts.size());
  for (Node node = 0; node < parts.size(); ++node) result[node] = marks[parts[node]];
  return result;
}

/// What two partitions agree on: nodes that are together in both.
Marks cores_of(const Marks& one, const Marks& other) {
  std::map<std::pair<Node, Node>, Node> numbers;
  Marks cores(one.size());
  for (Node node = 0; node < one.size(); ++node)
    cores[node] = numbers.try_emplace({one[node], other[node]}, static_cast<Node>(numbers.size())).first->second;
  return cores;
}

/// Makes communities of the parts of those that do not hang together, which never lowers the modularity.
Marks connected(const WeightedGraph& graph, const Marks& marks) {
  constexpr Node unseen = static_cast<Node>(-1);
  Marks result(graph.node_count(), unseen);
  std::vector<Node> queue;
  for (Node first = 0; first < graph.node_count(); ++first) {
    if (result[first] != unseen) continue;
    queue.assign(1, first);
    result[first] = first;
    for (std::size_t next = 0; next < queue.size(); ++next) {
      for (std::size_t i = graph.begins[queue[next]]; i < graph.begins[queue[next] + 1]; ++i) {
        const Node target = graph.targets[i];
        if (result[target] != unseen || marks[target] != marks[first]) continue;
        result[target] = first;
        queue.push_back(target);
      }
    }
  }
  return result;
}

/// Searches one graph and what it is aggregated to.
class Search {
 public:
  Search(const WeightedGraph& graph, double resolution, const Effort& effort)
      : graph_(graph), resolution_(resolution), effort_(effort) {}

  Partition run() {
    const std::size_t combined = attempts_to_combine();
    all_rounds_ = combined > 0 ? (combined + 1) * few_rounds + most_rounds : most_rounds;
    Marks best = ascending(graph_.node_count());
    if (combined > 0) {
      refines_ = false;
      improve(best, few_rounds);
      for (std::size_t i = 0; i < combined && !over(); ++i) best = combined_with_another(std::move(best));
      refines_ = true;
    }
    improve(best, most_rounds);
    best = connected(graph_, best);
    renumber(best);
    return {std::move(best), !ended_};
  }

 private:
  static constexpr std::size_t few_rounds = 1;
  static constexpr std::size_t most_rounds = 4;

  /// How many further attempts are affordable: some tenths of a second are for small graphs, the more the smaller.
  [[nodiscard]] std::size_t attempts_to_combine() const {
    constexpr std::size_t most_rows = 300000;
    constexpr std::size_t shared_rows = 50000;
    constexpr std::size_t least_attempts = 2;
    constexpr std::size_t most_attempts = 10;
    const std::size_t rows = std::max<std::size_t>(graph_.targets.size(), 1);
    return rows < most_rows ? std::clamp(shared_rows / rows, least_attempts, most_attempts) : 0;
  }

  bool over() {
    ended_ = ended_ || effort_.over();
    return ended_;
  }

  /// Rounds until one adds next to nothing.
  void improve(Marks& marks, std::size_t rounds) {
    constexpr double next_to_nothing = 2e-3;  // of modularity, which is 1 at most
    for (std::size_t round = 1; round <= rounds && !over(); ++round) {
      const double gained = improve(graph_, marks);
      effort_.tell(rounds_ + round, all_rounds_);
      if (gained < next_to_nothing) break;
    }
    rounds_ += rounds;
  }

  /// One round: moves, refines and aggregates until nothing can be aggregated. Returns by how much the modularity has
  /// grown. Attempts that are to be combined are not refined: what they agree on comes apart anyhow.
  double improve(const WeightedGraph& graph, Marks& marks) {
    const Marks order = shuffled(graph.node_count());
    const double gained = LocalMoving(graph, marks, resolution_, order).run(effort_);
    if (over()) return gained;
    Marks parts = refines_ ? refined(graph, marks, resolution_, order) : marks;
    const std::size_t count = renumber(parts);
    if (count == graph.node_count()) return gained;
    renumber(marks);  // every community has a part, so that its number is now that of a node of the smaller graph
    Marks coarse = of_parts(marks, parts, count);
    const double gained_further = improve(aggregated(graph, parts, count), coarse);
    marks = of_members(coarse, parts);
    return gained + gained_further;
  }

  /// What comes of the better one of the partition and a new one, or of fresh starts, where what both agree on stays
  /// together. The smaller the graph of what they agree on, the more starts are made in it.
  Marks combined_with_another(Marks one) {
    Marks other = ascending(graph_.node_count());
    improve(other, few_rounds);
    if (modularity_of(graph_, other, resolution_) > modularity_of(graph_, one, resolution_)) one.swap(other);
    Marks cores = cores_of(one, other);
    const std::size_t count = renumber(cores);
    renumber(one);
    const WeightedGraph smaller = aggregated(graph_, cores, count);
    Marks best = of_parts(one, cores, count);
    improve(smaller, best);
    double reached = modularity_of(smaller, best, resolution_);
    constexpr std::size_t most_starts = 20;
    const std::size_t affordable = graph_.targets.size() / 2 / std::max<std::size_t>(smaller.targets.size(), 1);
    for (std::size_t starts = std::clamp<std::size_t>(affordable, 1, most_starts); starts > 0 && !over(); --starts) {
      Marks fresh = ascending(count);
      improve(smaller, fresh);
      const double value = modularity_of(smaller, fresh, resolution_);
      if (value <= reached) continue;
      reached = value;
      best.swap(fresh);
    }
    return of_members(best, cores);
  }

  Marks shuffled(std::size_t count) {
    constexpr int bits = 32;
    Marks order = ascending(count);
    for (std::size_t i = count; i > 1; --i) std::swap(order[i - 1], order[(std::uint64_t{random_()} * i) >> bits]);
    return order;
  }

  const WeightedGraph& graph_;
  double resolution_;
  const Effort& effort_;
  std::mt19937 random_{1};  // the same numbers everywhere and always
  bool refines_ = true;
  std::size_t rounds_ = 0;
  std::size_t all_rounds_ = 0;
  bool ended_ = false;
};

}  // namespace

Partition leiden(const WeightedGraph& graph, double resolution, const Effort& effort) {
  if (graph.total <= 0.0) return {ascending(graph.node_count()), true};
  return Search(graph, resolution, effort).run();
}

}  // namespace entente
