// Breadth-first searches from many nodes at once.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "two_way_graph.hpp"

namespace entente {

/// A bit for each of the searches that run at once.
struct SearchSet {
  static constexpr std::size_t size = 256;
  std::array<std::uint64_t, size / 64> words{};

  static SearchSet only(std::size_t search) {
    SearchSet set;
    set.words[search / 64] = std::uint64_t{1} << (search % 64);
    return set;
  }
  [[nodiscard]] bool empty() const { return (words[0] | words[1] | words[2] | words[3]) == 0; }
  [[nodiscard]] std::size_t count() const {
    int sum = 0;
    for (const std::uint64_t word : words) sum += std::popcount(word);
    return static_cast<std::size_t>(sum);
  }
  SearchSet& operator|=(const SearchSet& other) {
    for (std::size_t i = 0; i < words.size(); ++i) words[i] |= other.words[i];
    return *this;
  }
  [[nodiscard]] SearchSet without(const SearchSet& other) const {
    SearchSet set;
    for (std::size_t i = 0; i < words.size(); ++i) set.words[i] = words[i] & ~other.words[i];
    return set;
  }
};

/// Searches that share every arc they walk in the same step. Then et al., "The more the merrier: efficient multi-source
/// graph traversal", PVLDB 8 (2014); where fewer arcs lead to nodes that some search has not reached than from those
/// reached last, arcs are followed backwards.
class MultiSourceSearch {
 public:
  using Node = Projection::Node;

  explicit MultiSourceSearch(const TwoWayGraph& graph)
      : graph_(graph),
        seen_(graph.forwards.node_count()),
        current_(graph.forwards.node_count()),
        next_(graph.forwards.node_count()),
        is_touched_(graph.forwards.node_count()) {}

  /// Searches from at most `SearchSet::size` different nodes, and calls `see(node, distance, searches)` whenever some
  /// of them reach a node, with their number; not for their own sources. O(V + E) for each distance at which something
  /// is reached, and in practice far less.
  template <class See>
  void run(std::span<const Node> sources, const See& see) {
    start(sources);
    for (std::size_t distance = 1; !active_.empty(); ++distance) {
      if (backwards_is_less())
        walk_backwards(distance, see);
      else
        walk_forwards(distance, see);
      for (const Node node : active_) current_[node] = {};
      current_.swap(next_);
      active_.swap(arrived_);
    }
    for (const Node node : reached_) seen_[node] = {};
  }

 private:
  void start(std::span<const Node> sources) {
    active_.assign(sources.begin(), sources.end());
    reached_ = active_;
    for (std::size_t i = 0; i < sources.size(); ++i) seen_[sources[i]] = current_[sources[i]] = SearchSet::only(i);
    open_.clear();
    open_is_listed_ = false;
  }

  /// Whether following arcs backwards to the nodes of the searches that are still going on is less work.
  bool backwards_is_less() {
    going_on_ = {};
    std::size_t forwards = 0;
    for (const Node node : active_) {
      going_on_ |= current_[node];
      forwards += graph_.forwards.targets(node).size();
    }
    constexpr std::size_t dearer = 2;  // forwards writes where backwards reads
    if (dearer * forwards < (open_is_listed_ ? open_.size() : seen_.size())) return false;
    list_open();
    return open_arcs_ + open_.size() < dearer * forwards;
  }

  /// Brings the nodes up to date that some search that goes on has not reached.
  void list_open() {
    std::size_t count = open_.size();
    if (!open_is_listed_) {
      open_.resize(seen_.size());
      for (Node node = 0; node < open_.size(); ++node) open_[node] = node;
      count = open_.size();
    }
    open_is_listed_ = true;
    open_arcs_ = 0;
    std::size_t kept = 0;
    for (std::size_t i = 0; i < count; ++i) {
      const Node node = open_[i];
      const std::size_t arcs = graph_.backwards.targets(node).size();
      if (arcs == 0 || going_on_.without(seen_[node]).empty()) continue;
      open_[kept++] = node;
      open_arcs_ += arcs;
    }
    open_.resize(kept);
  }

  template <class See>
  void walk_backwards(std::size_t distance, const See& see) {
    arrived_.clear();
    for (const Node node : open_) {
      SearchSet here;
      for (const Node origin : graph_.backwards.targets(node)) here |= current_[origin];
      arrive(node, here, distance, see);
    }
  }

  template <class See>
  void walk_forwards(std::size_t distance, const See& see) {
    touched_.clear();
    for (const Node node : active_) {
      const SearchSet here = current_[node];
      for (const Node target : graph_.forwards.targets(node)) {
        next_[target] |= here;
        if (is_touched_[target] != 0) continue;
        is_touched_[target] = 1;
        touched_.push_back(target);
      }
    }
    arrived_.clear();
    for (const Node node : touched_) {
      is_touched_[node] = 0;
      arrive(node, next_[node], distance, see);
    }
  }

  template <class See>
  void arrive(Node node, const SearchSet& searches, std::size_t distance, const See& see) {
    const SearchSet fresh = searches.without(seen_[node]);
    next_[node] = fresh;
    if (fresh.empty()) return;
    if (seen_[node].empty()) reached_.push_back(node);
    seen_[node] |= fresh;
    arrived_.push_back(node);
    see(node, distance, fresh.count());
  }

  TwoWayGraph graph_;
  std::vector<SearchSet> seen_;     // by node: the searches that have reached it
  std::vector<SearchSet> current_;  // those that did in the last step
  std::vector<SearchSet> next_;     // and those that do in this one
  std::vector<Node> active_;        // the nodes reached in the last step
  std::vector<Node> arrived_;       // and in this one
  std::vector<Node> touched_;
  std::vector<unsigned char> is_touched_;
  std::vector<Node> reached_;  // all nodes reached
  std::vector<Node> open_;
  SearchSet going_on_;
  std::size_t open_arcs_ = 0;
  bool open_is_listed_ = false;
};

}  // namespace entente
