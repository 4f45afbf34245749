// How far a long job has come.
#pragma once

#include <chrono>
#include <cstddef>
#include <mutex>
#include <string>
#include <string_view>

namespace entente::cli {

/// A line on standard error while it lives, if that is a terminal; otherwise silent. May be told from several threads.
class Progress {
 public:
  explicit Progress(std::string action, std::size_t total);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  /// One more of the total is about to be dealt with.
  void advance(std::string_view what);

 private:
  const std::string action_;
  const std::size_t total_;
  const bool visible_;
  std::mutex mutex_;
  std::size_t begun_ = 0;
  std::chrono::steady_clock::time_point shown_at_;
};

}  // namespace entente::cli
