#include "effort_options.hpp"

#include <atomic>
#include <chrono>
#include <csignal>

namespace entente::cli {
namespace {

// A signal handler can reach nothing else.
std::atomic<bool> ctrl_c_was_pressed = false;
static_assert(std::atomic<bool>::is_always_lock_free);

extern "C" void take_note(int) {
  ctrl_c_was_pressed = true;
  std::signal(SIGINT, SIG_DFL);
}

}  // namespace

EffortOptions::EffortOptions(Options& options, Workers workers) {
  options.heading("Effort");
  if (workers == Workers::several)
    options.number("--threads", threads_, 1, "N", "Work on N threads (default: one for each core)");
  options.amount("--time-limit", seconds_, "SECONDS", "Tell after that time what is known by then (also after Ctrl-C)");
}

EffortOptions::Watch::Watch(const std::string& action, EffortOptions& given) : options(given), progress(action) {
  effort.threads = options.threads_;
  if (options.seconds_ >= 0.0) effort.deadline = Deadline(options.seconds_);
  effort.progress = [this](std::size_t done, std::size_t all) { progress.reach(done, all); };
  if (options.interrupted_) return;  // what was known by then is still to be told
  effort.stop = &ctrl_c_was_pressed;
  std::signal(SIGINT, take_note);
}

EffortOptions::Watch::~Watch() {
  std::signal(SIGINT, SIG_DFL);
  options.interrupted_ = options.interrupted_ || ctrl_c_was_pressed;
}

void write_completeness(JsonWriter& json, bool complete) {
  if (complete) return;
  json.key("complete");
  json.boolean(false);
}

}  // namespace entente::cli
