// Power iteration, each node gathering from those that lead to it: no two threads write the same value, and each value
// is a sum in the order of the arcs.
#include "stationary_ranks.hpp"

#include <algorithm>
#include <atomic>
#include <barrier>
#include <cmath>
#include <numeric>
#include <thread>
#include <utility>

#include "ordered_blocks.hpp"

namespace entente {

namespace {

using Node = Projection::Node;
constexpr std::size_t block_size = 4096;

/// What one block of nodes adds to the sums of a step.
struct BlockSums {
  double change = 0.0;
  double stranded = 0.0;  // the probability of the nodes without an arc
};

class Walk {
 public:
  Walk(const Projection& backwards, const WalkRules& rules)
      : graph_(backwards),
        damping_(rules.damping),
        goals_(rules.goals),
        anywhere_(goals_.empty() ? 1.0 / static_cast<double>(graph_.node_count()) : 1.0),
        ranks_(goals_.empty() ? std::vector<double>(graph_.node_count(), anywhere_) : goals_),
        shares_(graph_.node_count()),
        given_(graph_.node_count()),
        taken_(graph_.node_count()),
        sums_((graph_.node_count() + block_size - 1) / block_size) {
    for (const Node origin : graph_.targets()) shares_[origin] += 1.0;
    for (std::size_t i = 0; i < shares_.size(); ++i) {
      if (shares_[i] == 0.0)
        stranded_ += ranks_[i];
      else
        shares_[i] = 1.0 / shares_[i];
      given_[i] = ranks_[i] * shares_[i];
    }
  }

  [[nodiscard]] std::size_t block_count() const { return sums_.size(); }

  /// Takes the nodes of a block one step on.
  void step(std::size_t block) {
    const double jumping = (1.0 - damping_ + damping_ * stranded_) * anywhere_;
    BlockSums sums;
    const std::size_t end = std::min(ranks_.size(), (block + 1) * block_size);
    for (std::size_t node = block * block_size; node < end; ++node) {
      const double jumped = goals_.empty() ? jumping : jumping * goals_[node];
      const double rank = jumped + damping_ * gathered(static_cast<Node>(node));
      sums.change += std::abs(rank - ranks_[node]);
      if (shares_[node] == 0.0) sums.stranded += rank;
      ranks_[node] = rank;
      taken_[node] = rank * shares_[node];
    }
    sums_[block] = sums;
  }

  /// Ends the step of all blocks and returns how much it changed.
  double finish_step() {
    const auto add = [](BlockSums a, const BlockSums& b) {
      return BlockSums{a.change + b.change, a.stranded + b.stranded};
    };
    const BlockSums all = std::accumulate(sums_.begin(), sums_.end(), BlockSums{}, add);
    stranded_ = all.stranded;
    given_.swap(taken_);
    return all.change;
  }
  std::vector<double> ranks() && { return std::move(ranks_); }

 private:
  /// Four sums at a time: one would wait for every addition before the next.
  [[nodiscard]] double gathered(Node node) const {
    const auto origins = graph_.targets(node);
    const double* given = given_.data();
    double sums[4] = {};
    std::size_t i = 0;
    for (; i + 4 <= origins.size(); i += 4)
      for (std::size_t j = 0; j < 4; ++j) sums[j] += given[origins[i + j]];
    for (; i < origins.size(); ++i) sums[0] += given[origins[i]];
    return (sums[0] + sums[1]) + (sums[2] + sums[3]);
  }

  const Projection& graph_;
  const double damping_;
  const std::vector<double>& goals_;
  const double anywhere_;  // the share of a jump that leads to a node, where that is the same for all
  std::vector<double> ranks_;
  std::vector<double> shares_;  // 1 / the number of arcs from the node; 0 if there are none
  std::vector<double> given_;   // what each arc from the node carries in this step
  std::vector<double> taken_;   // and in the next
  std::vector<BlockSums> sums_;
  double stranded_ = 0.0;
};

/// The number of steps after which the change is below the tolerance: it is 2 at first, and shrinks by `damping` with
/// every step.
std::size_t enough_steps(double damping, double tolerance) {
  return static_cast<std::size_t>(std::log(std::clamp(tolerance, 1e-16, 1.0) / 2.0) / std::log(damping)) + 1;
}

}  // namespace

StationaryRanks stationary_ranks(const Projection& backwards, const WalkRules& rules, const Effort& effort) {
  StationaryRanks result;
  if (backwards.node_count() == 0) {
    result.change = 0.0;
    return result;
  }
  Walk walk(backwards, rules);
  const std::size_t steps = enough_steps(rules.damping, rules.tolerance);
  std::size_t step = 0;
  bool ended = effort.over();
  result.complete = !ended;
  std::atomic<std::size_t> next_block = 0;
  const auto finish_step = [&]() noexcept {
    result.change = walk.finish_step();
    next_block = 0;
    effort.tell(++step, steps);
    result.complete = step == steps || result.change <= rules.tolerance;
    ended = result.complete || effort.over();
  };
  const std::size_t threads = threads_for(effort, walk.block_count());
  std::barrier barrier(static_cast<std::ptrdiff_t>(threads), finish_step);
  const auto work = [&] {
    while (!ended) {
      for (std::size_t block = next_block++; block < walk.block_count(); block = next_block++) walk.step(block);
      barrier.arrive_and_wait();
    }
  };
  {
    std::vector<std::jthread> others;
    for (std::size_t i = 1; i < threads; ++i) others.emplace_back(work);
    work();
  }
  result.values = std::move(walk).ranks();
  return result;
}

}  // namespace entente
