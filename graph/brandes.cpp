#include "brandes.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>

#include "ordered_blocks.hpp"

namespace entente {

namespace {

using Node = Projection::Node;
constexpr std::uint32_t unreached = std::numeric_limits<std::uint32_t>::max();

/// One search after the other in the same memory. Inner loops write first and decide by adding a truth value
/// afterwards: whether an arc leads on is as good as random, and a mispredicted branch costs more than all the rest.
class Search {
 public:
  Search(const Projection& forwards, const Projection* backwards)
      : out_(forwards),
        in_(backwards),
        nodes_(out_.node_count()),
        queue_(out_.node_count() + 1),
        ends_(out_.node_count() + 1),
        origin_ends_(backwards ? out_.node_count() + 1 : 0),
        onward_(out_.arc_count() + 1),
        onward_arcs_(backwards ? 0 : out_.arc_count() + 1),
        later_(out_.node_count()),
        unreached_(backwards ? out_.node_count() : 0) {}

  /// Adds what the source depends on to `sums`.
  void add_nodes(Node source, std::vector<double>& sums) {
    search<false>(source);
    look_back<false>(sums);
    forget();
  }
  void add_arcs(Node source, std::vector<double>& sums) {
    search<true>(source);
    look_back<true>(sums);
    forget();
  }

 private:
  struct State {
    double paths = 0.0;
    std::uint32_t level = unreached;
  };
  /// The nodes of one level in the queue, how they were reached, and the arcs that lead from them to the next.
  struct Level {
    std::size_t begin;
    std::size_t end;
    std::size_t onward;            // where their arcs to the next level begin in `onward_`
    bool next_looks_back = false;  // those arcs are listed by the nodes of the next level
  };

  template <bool with_arcs>
  void search(Node source) {
    levels_.clear();
    queue_[0] = source;
    nodes_[source] = {1.0, 0};
    reached_ = 1;
    onward_count_ = 0;
    listed_ = false;
    arcs_ahead_ = out_.arc_count();
    for (std::size_t begin = 0; begin < reached_;) {
      levels_.push_back({begin, reached_, onward_count_});
      begin = reached_;
      if constexpr (with_arcs) {
        go_on<true>(levels_.back());
      } else if (ahead_is_less(levels_.back())) {
        levels_.back().next_looks_back = true;
        look_for_origins();
      } else {
        go_on<false>(levels_.back());
      }
    }
  }

  /// Whether fewer arcs lead to unreached nodes than from those of the level, which it counts as reached.
  bool ahead_is_less(const Level& level) {
    std::size_t from_level = 0;
    for (std::size_t i = level.begin; i < level.end; ++i) {
      from_level += out_.targets(queue_[i]).size();
      arcs_ahead_ -= in_->targets(queue_[i]).size();
    }
    const std::size_t look = listed_ ? unreached_count_ : nodes_.size();
    return arcs_ahead_ + look < from_level;
  }

  /// Follows the arcs from the nodes of a level.
  template <bool with_arcs>
  void go_on(const Level& level) {
    const auto next = static_cast<std::uint32_t>(levels_.size());
    const std::size_t* offsets = out_.offsets().data();
    const Node* targets = out_.targets().data();
    Node* const queue = queue_.data();
    Node* const onward = onward_.data();
    std::size_t reached = reached_;
    std::size_t count = onward_count_;
    for (std::size_t i = level.begin; i < level.end; ++i) {
      const Node node = queue[i];
      const double paths[2] = {0.0, nodes_[node].paths};
      for (std::size_t arc = offsets[node]; arc < offsets[node + 1]; ++arc) {
        const Node target = targets[arc];
        State& state = nodes_[target];
        const bool is_new = state.level == unreached;
        queue[reached] = target;
        reached += is_new;
        state.level = is_new ? next : state.level;
        const bool leads_on = state.level == next;
        state.paths += paths[leads_on];
        onward[count] = target;
        if constexpr (with_arcs) onward_arcs_[count] = arc;
        count += leads_on;
      }
      ends_[i] = count;
    }
    reached_ = reached;
    onward_count_ = count;
  }

  /// Follows the arcs to unreached nodes back to those of the last level.
  void look_for_origins() {
    list_unreached();
    const auto here = static_cast<std::uint32_t>(levels_.size() - 1);
    std::size_t count = onward_count_;
    std::size_t left = 0;
    for (std::size_t i = 0; i < unreached_count_; ++i) {
      const Node node = unreached_[i];
      const std::size_t before = count;
      double paths = 0.0;
      for (const Node origin : in_->targets(node)) {
        const State& state = nodes_[origin];
        const bool leads_here = state.level == here;
        const double more[2] = {0.0, state.paths};
        paths += more[leads_here];
        onward_[count] = origin;
        count += leads_here;
      }
      unreached_[left] = node;
      left += count == before;
      if (count == before) continue;
      nodes_[node] = {paths, here + 1};
      origin_ends_[reached_] = count;
      queue_[reached_++] = node;
    }
    unreached_count_ = left;
    onward_count_ = count;
  }

  void list_unreached() {
    std::size_t count = 0;
    if (listed_) {
      for (std::size_t i = 0; i < unreached_count_; ++i) {
        unreached_[count] = unreached_[i];
        count += nodes_[unreached_[i]].level == unreached;
      }
    } else {
      for (Node node = 0; node < nodes_.size(); ++node) {
        unreached_[count] = node;
        count += nodes_[node].level == unreached && !in_->targets(node).empty();
      }
    }
    listed_ = true;
    unreached_count_ = count;
  }

  /// From the last level to the first: `later_` of a node is the sum, over what its arcs lead on to, of (1 +
  /// dependency) / paths; times the paths to the node it is its dependency.
  template <bool with_arcs>
  void look_back(std::vector<double>& sums) {
    for (std::size_t l = levels_.size(); l-- > 0;) {
      const Level& level = levels_[l];
      if (level.next_looks_back)
        hand_back(l);
      else
        fetch_back<with_arcs>(level, sums);
      for (std::size_t i = level.begin; i < level.end; ++i) {
        const Node node = queue_[i];
        const double paths = nodes_[node].paths;
        if (!with_arcs && i > 0) sums[node] += paths * later_[node];
        later_[node] += 1.0 / paths;
      }
    }
  }

  /// Gives the nodes of a level what the next one has, along the arcs that this one lists.
  template <bool with_arcs>
  void fetch_back(const Level& level, std::vector<double>& sums) {
    std::size_t j = level.onward;
    for (std::size_t i = level.begin; i < level.end; ++i) {
      const Node node = queue_[i];
      double later = 0.0;
      for (; j < ends_[i]; ++j) {
        later += later_[onward_[j]];
        if constexpr (with_arcs) sums[onward_arcs_[j]] += nodes_[node].paths * later_[onward_[j]];
      }
      later_[node] = later;
    }
  }

  /// The same along the arcs that the next one lists.
  void hand_back(std::size_t l) {
    for (std::size_t i = levels_[l].begin; i < levels_[l].end; ++i) later_[queue_[i]] = 0.0;
    if (l + 1 == levels_.size()) return;
    std::size_t j = levels_[l].onward;
    for (std::size_t i = levels_[l + 1].begin; i < levels_[l + 1].end; ++i) {
      const double share = later_[queue_[i]];
      for (; j < origin_ends_[i]; ++j) later_[onward_[j]] += share;
    }
  }

  void forget() {
    for (std::size_t i = 0; i < reached_; ++i) nodes_[queue_[i]] = {};
  }

  const Projection& out_;
  const Projection* in_;
  std::vector<State> nodes_;
  std::vector<Node> queue_;               // the reached nodes, level after level
  std::vector<std::size_t> ends_;         // by place in the queue: where the node's arcs in `onward_` end
  std::vector<std::size_t> origin_ends_;  // the same for arcs listed by the nodes that they lead to
  std::vector<Node> onward_;              // the other ends of the arcs that lead from a level to the next
  std::vector<std::size_t> onward_arcs_;  // their places among all arcs
  std::vector<double> later_;
  std::vector<Node> unreached_;  // nodes not reached when it was last brought up to date
  std::vector<Level> levels_;
  std::size_t reached_ = 0;
  std::size_t onward_count_ = 0;
  std::size_t unreached_count_ = 0;
  std::size_t arcs_ahead_ = 0;  // arcs to nodes not yet reached
  bool listed_ = false;         // whether `unreached_` belongs to this search
};

/// Does the sources of a block.
template <class Add>
struct Worker {
  Search search;
  std::span<const Node> sources;
  std::size_t block_size;
  const Effort& effort;
  Add add;
  std::vector<double> sums;

  bool run(std::size_t block) {
    const std::size_t end = std::min(sources.size(), (block + 1) * block_size);
    for (std::size_t i = block * block_size; i < end; ++i) {
      if (effort.over()) return false;
      add(search, sources[i], sums);
    }
    return true;
  }
};

template <class Add>
Dependencies dependencies(const Projection& forwards, const Projection* backwards, std::size_t size,
                          std::span<const Node> sources, const Effort& effort, const Add& add) {
  // As many sources in a block as make merging cheap, but not so many that a time limit is kept badly.
  constexpr std::size_t work = 1U << 22U;
  const std::size_t block_size =
      std::clamp<std::size_t>(work / (forwards.node_count() + forwards.arc_count() + 1), 1, 64);
  const std::size_t blocks = (sources.size() + block_size - 1) / block_size;
  Dependencies result{std::vector<double>(size), 0};
  const auto make_worker = [&] {
    return Worker<Add>{Search(forwards, backwards), sources, block_size, effort, add, std::vector<double>(size)};
  };
  const auto merge = [&](Worker<Add>& worker) {
    for (std::size_t i = 0; i < size; ++i) {
      result.values[i] += worker.sums[i];
      worker.sums[i] = 0.0;
    }
  };
  const std::size_t merged = in_ordered_blocks(blocks, effort, make_worker, merge);
  result.sources = std::min(sources.size(), merged * block_size);
  return result;
}

}  // namespace

Dependencies node_dependencies(const TwoWayGraph& graph, std::span<const Node> sources, const Effort& effort) {
  return dependencies(graph.forwards, &graph.backwards, graph.forwards.node_count(), sources, effort,
                      [](Search& search, Node source, std::vector<double>& sums) { search.add_nodes(source, sums); });
}

Dependencies arc_dependencies(const Projection& graph, std::span<const Node> sources, const Effort& effort) {
  return dependencies(graph, nullptr, graph.arc_count(), sources, effort,
                      [](Search& search, Node source, std::vector<double>& sums) { search.add_arcs(source, sums); });
}

}  // namespace entente
