// Work in numbered blocks, done by several threads and put together in the order of the numbers.
#pragma once

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <exception>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

#include <entente/effort.hpp>

namespace entente {

/// The number of threads that an effort allows, at least 1 and at most `useful`.
inline std::size_t threads_for(const Effort& effort, std::size_t useful) {
  const std::size_t wanted = effort.threads > 0 ? effort.threads : std::thread::hardware_concurrency();
  return std::clamp<std::size_t>(wanted, 1, std::max<std::size_t>(useful, 1));
}

/// Hands out the numbers of blocks, and lets threads merge theirs one after the other.
class BlockOrder {
 public:
  BlockOrder(std::size_t count, const Effort& effort) : count_(count), effort_(effort) {}

  /// Takes blocks until none is left. A worker that gives up, or throws, ends the work of all.
  template <class MakeWorker, class Merge>
  void work(const MakeWorker& make_worker, const Merge& merge) try {
    auto worker = make_worker();
    for (std::size_t block = taken_++; block < count_; block = taken_++) {
      const bool finished = !effort_.over() && worker.run(block);
      if (!take_turn(block, finished, [&] { merge(worker); })) return;
    }
  } catch (...) {
    end(std::current_exception());
  }
  [[nodiscard]] std::size_t merged() const { return merged_; }
  void rethrow() const {
    if (failure_) std::rethrow_exception(failure_);
  }

 private:
  template <class Action>
  bool take_turn(std::size_t block, bool finished, const Action& action) {
    std::unique_lock lock(mutex_);
    turn_.wait(lock, [&] { return ended_ || merged_ == block; });
    if (!finished) ended_ = true;
    if (!ended_) {
      action();
      effort_.tell(++merged_, count_);
    }
    turn_.notify_all();
    return !ended_;
  }
  void end(std::exception_ptr failure) {
    const std::lock_guard lock(mutex_);
    failure_ = std::move(failure);
    ended_ = true;
    turn_.notify_all();
  }

  const std::size_t count_;
  const Effort& effort_;
  std::atomic<std::size_t> taken_ = 0;
  std::mutex mutex_;
  std::condition_variable turn_;
  std::size_t merged_ = 0;
  bool ended_ = false;
  std::exception_ptr failure_;
};

/// Does the blocks 0 to `count` - 1 on the threads of the effort. `make_worker()` gives each thread its own worker;
/// `worker.run(block)` does a block and returns whether it came to its end; `merge(worker)` takes what it gave, block
/// after block in the order of their numbers whatever the threads, so that sums of floating-point numbers are always
/// the same. Returns how many blocks were merged: the first ones, all of them unless the effort was over before.
template <class MakeWorker, class Merge>
std::size_t in_ordered_blocks(std::size_t count, const Effort& effort, const MakeWorker& make_worker,
                              const Merge& merge) {
  BlockOrder order(count, effort);
  {
    std::vector<std::jthread> others;
    for (std::size_t i = 1; i < threads_for(effort, count); ++i)
      others.emplace_back([&] { order.work(make_worker, merge); });
    order.work(make_worker, merge);
  }
  order.rethrow();
  return order.merged();
}

/// Does the blocks 0 to `count` - 1, which have nothing to do with each other, on so many threads (0: one for each
/// core).
template <class Work>
void in_separate_blocks(std::size_t count, std::size_t threads, const Work& work) {
  struct Worker {
    const Work& work;
    bool run(std::size_t block) {
      work(block);
      return true;
    }
  };
  in_ordered_blocks(
      count, Effort{.threads = threads}, [&] { return Worker{work}; }, [](const Worker&) {});
}

}  // namespace entente
