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
  explicit Progress(std::string action, std::size_t total = 0);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  /// One more of the total is about to be dealt with.
  void advance(std::string_view what);
  /// So much of all is done.
  void reach(std::size_t done, std::size_t all);

 private:
  void show(const std::string& state);

  const std::string action_;
  const std::size_t total_;
  const bool visible_;
  std::mutex mutex_;
  std::size_t begun_ = 0;
  std::chrono::steady_clock::time_point shown_at_;
};

}  // namespace entente::cli
