// How long a query may work, on how many threads, and whom it tells how far it has come.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <optional>

#include <entente/callback.hpp>

namespace entente {

/// A point of time on the steady clock.
class Deadline {
 public:
  /// So many seconds from now; far ahead if that lies beyond what the clock can tell.
  explicit Deadline(double seconds);
  [[nodiscard]] bool has_passed() const;

 private:
  std::int64_t nanoseconds_;
};

/// What a long query may spend. By default it runs to its end on one thread and tells nobody.
///
///     std::atomic<bool> stopped = false;  // set by another thread or a signal handler
///     const Effort effort{.threads = 2, .deadline = Deadline(10), .stop = &stopped};
///
/// A query that takes an effort looks at `over` now and then, and returns what it knows by then; its result says how
/// much of the answer that is. Results do not depend on the number of threads.
struct Effort {
  std::size_t threads = 1;  ///< 0: one for each core
  std::optional<Deadline> deadline{};
  const std::atomic<bool>* stop = nullptr;  ///< ends the query once it is true; must outlive the query
  /// Called now and then with how much of the work is done, never by two threads at once; must not throw.
  Callback<void(std::size_t done, std::size_t all)> progress{};

  /// Whether the query has to end: it was stopped, or its time is up.
  [[nodiscard]] bool over() const {
    return (stop != nullptr && stop->load(std::memory_order_relaxed)) || (deadline && deadline->has_passed());
  }
  void tell(std::size_t done, std::size_t all) const {
    if (progress) progress(done, all);
  }
};

}  // namespace entente
