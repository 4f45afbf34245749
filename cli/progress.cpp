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
  constexpr auto pause = std::chrono::milliseconds(100);
  const std::lock_guard lock(mutex_);
  ++begun_;
  const auto now = std::chrono::steady_clock::now();
  if (now - shown_at_ < pause) return;
  shown_at_ = now;
  std::cerr << "\r\x1B[K" << action_ << " " << begun_ << "/" << total_ << " " << one_line(what) << std::flush;
}

}  // namespace entente::cli
