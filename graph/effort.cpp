#include <entente/effort.hpp>

#include <algorithm>
#include <chrono>

namespace entente {

namespace {

using Clock = std::chrono::steady_clock;

}  // namespace

Deadline::Deadline(double seconds) {
  const Clock::time_point now = Clock::now();
  const std::chrono::duration<double> longest = (Clock::time_point::max() - now) / 2;
  const auto wait = std::min(std::chrono::duration<double>(seconds), longest);
  nanoseconds_ =
      std::chrono::nanoseconds((now + std::chrono::duration_cast<Clock::duration>(wait)).time_since_epoch()).count();
}

bool Deadline::has_passed() const {
  return std::chrono::nanoseconds(Clock::now().time_since_epoch()).count() >= nanoseconds_;
}

}  // namespace entente
