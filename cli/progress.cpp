#include "progress.hpp"

#include <unistd.h>

#include <iostream>
#include <utility>

#include "terminal_text.hpp"

namespace entente::cli {

Progress::Progress(std::string action, std::size_t total)
    : action_(std::move(action)), total_(total), visible_(is_terminal(STDERR_FILENO)) {}

Progress::~Progress() {
  if (visible_) std::cerr << "\r\x1B[K" << std::flush;
}

void Progress::advance(std::string_view what) {
  if (!visible_) return;
  const std::lock_guard lock(mutex_);
  ++begun_;
  show(std::to_string(begun_) + "/" + std::to_string(total_) + " " + one_line(what));
}

void Progress::reach(std::size_t done, std::size_t all) {
  if (!visible_ || all == 0) return;
  constexpr std::size_t percent = 100;
  const std::lock_guard lock(mutex_);
  show(std::to_string(done * percent / all) + "%");
}

void Progress::show(const std::string& state) {
  constexpr auto pause = std::chrono::milliseconds(100);
  const auto now = std::chrono::steady_clock::now();
  if (now - shown_at_ < pause) return;
  shown_at_ = now;
  std::cerr << "\r\x1B[K" << action_ << " " << state << std::flush;
}

}  // namespace entente::cli
