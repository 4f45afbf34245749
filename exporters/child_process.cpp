#include "child_process.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <system_error>
#include <thread>
#include <utility>

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

extern char** environ;  // NOLINT(readability-redundant-declaration): POSIX leaves it to the program

namespace entente {
namespace {

using Clock = std::chrono::steady_clock;

[[noreturn]] void fail(int code, const std::string& what) {
  throw SpawnError(code, what + ": " + std::generic_category().message(code));
}

void require(bool done, const std::string& what) {
  if (!done) fail(errno, what);
}

/// An open descriptor, closed at the end.
class Descriptor {
 public:
  Descriptor() = default;
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
  }
  ~Descriptor() { close(); }

  [[nodiscard]] int number() const { return number_; }
  [[nodiscard]] bool is_open() const { return number_ >= 0; }
  void close() {
    if (is_open()) ::close(std::exchange(number_, -1));
  }

 private:
  int number_ = -1;
};

/// The descriptor under a number above those of standard input and output, where `dup2` cannot overwrite it.
Descriptor above_standard(Descriptor descriptor) {
  if (descriptor.number() > STDERR_FILENO) return descriptor;
  Descriptor moved(::fcntl(descriptor.number(), F_DUPFD_CLOEXEC, STDERR_FILENO + 1));
  require(moved.is_open(), "cannot move a descriptor");
  return moved;
}

struct Channel {
  Descriptor ours;
  Descriptor theirs;
};

Channel set_up(const std::array<int, 2>& numbers) {
  Channel channel{Descriptor(numbers[0]), Descriptor(numbers[1])};
  channel.ours = above_standard(std::move(channel.ours));
  channel.theirs = above_standard(std::move(channel.theirs));
  require(::fcntl(channel.ours.number(), F_SETFL, O_NONBLOCK) == 0, "cannot set up a pipe");
  return channel;
}

/// For us to read from.
Channel open_pipe() {
  std::array<int, 2> numbers{};
  require(::pipe2(numbers.data(), O_CLOEXEC) == 0, "cannot open a pipe");
  return set_up(numbers);
}

/// For us to send to: unlike writing to a pipe, sending to a socket whose other end is gone raises no signal.
Channel open_socket() {
  std::array<int, 2> numbers{};
  require(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, numbers.data()) == 0, "cannot open a socket");
  return set_up(numbers);
}

/// What the child finds: its standard descriptors, a process group of its own, and no signal ignored or blocked.
class SpawnSetup {
 public:
  SpawnSetup(int input, int output, int errors) {
    ::posix_spawn_file_actions_init(&actions_);
    ::posix_spawn_file_actions_adddup2(&actions_, input, STDIN_FILENO);
    ::posix_spawn_file_actions_adddup2(&actions_, output, STDOUT_FILENO);
    ::posix_spawn_file_actions_adddup2(&actions_, errors, STDERR_FILENO);
    sigset_t all;
    sigset_t none;
    ::sigfillset(&all);
    ::sigemptyset(&none);
    ::posix_spawnattr_init(&attributes_);
    ::posix_spawnattr_setsigdefault(&attributes_, &all);
    ::posix_spawnattr_setsigmask(&attributes_, &none);
    ::posix_spawnattr_setpgroup(&attributes_, 0);
    ::posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
  }
  SpawnSetup(const SpawnSetup&) = delete;
  SpawnSetup& operator=(const SpawnSetup&) = delete;
  ~SpawnSetup() {
    ::posix_spawn_file_actions_destroy(&actions_);
    ::posix_spawnattr_destroy(&attributes_);
  }

  [[nodiscard]] pid_t spawn(const std::vector<std::string>& arguments) const {
    std::vector<char*> pointers;
    for (const std::string& argument : arguments) pointers.push_back(const_cast<char*>(argument.c_str()));
    pointers.push_back(nullptr);
    pid_t child = 0;
    const int code = ::posix_spawnp(&child, pointers.front(), &actions_, &attributes_, pointers.data(), environ);
    if (code != 0) fail(code, "cannot run " + arguments.front());
    return child;
  }

 private:
  posix_spawn_file_actions_t actions_{};
  posix_spawnattr_t attributes_{};
};

/// A running child, killed with its group unless it was waited for.
class Child {
 public:
  explicit Child(pid_t id) : id_(id) {}
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;
  ~Child() {
    if (id_ > 0) kill();
  }

  void kill() {
    ::kill(-id_, SIGKILL);
    while (::waitpid(id_, nullptr, 0) < 0 && errno == EINTR) {
    }
    id_ = 0;
  }

  /// The exit code once the child has ended; -1 when it has not done so in time.
  int wait_until(Clock::time_point deadline) {
    for (;;) {
      int status = 0;
      const pid_t ended = ::waitpid(id_, &status, WNOHANG);
      if (ended == id_) {
        id_ = 0;
        return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
      }
      if (ended < 0 && errno != EINTR) fail(errno, "cannot wait for the program");
      if (Clock::now() >= deadline) return -1;
      std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
  }

 private:
  pid_t id_;
};

bool would_block() {
  return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR;
}

/// Sends what fits; closes the channel when all is sent or nobody listens any more.
void send_some(Descriptor& to, std::string_view& input) {
  if (!input.empty()) {
    const ssize_t sent = ::send(to.number(), input.data(), input.size(), MSG_NOSIGNAL);
    if (sent < 0 && would_block()) return;
    if (sent < 0)
      input = {};
    else
      input.remove_prefix(static_cast<std::size_t>(sent));
  }
  if (input.empty()) to.close();
}

/// Receives what is there; closes the channel at its end.
void receive_some(Descriptor& from, std::string& text) {
  std::array<char, 65536> buffer;
  const ssize_t received = ::read(from.number(), buffer.data(), buffer.size());
  if (received > 0)
    text.append(buffer.data(), static_cast<std::size_t>(received));
  else if (received == 0 || !would_block())
    from.close();
}

int milliseconds_until(Clock::time_point deadline) {
  const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now()).count();
  return static_cast<int>(std::clamp<long long>(left, 0, 60'000));
}

/// Feeds the child and collects what it says until it has closed its outputs; false when time is up before.
bool talk(Descriptor& input_end, Descriptor& output_end, Descriptor& error_end, std::string_view input,
          ChildResult& result, Clock::time_point deadline) {
  while (output_end.is_open() || error_end.is_open()) {
    std::array<pollfd, 3> polled{pollfd{input_end.number(), POLLOUT, 0}, pollfd{output_end.number(), POLLIN, 0},
                                 pollfd{error_end.number(), POLLIN, 0}};
    const int ready = ::poll(polled.data(), polled.size(), milliseconds_until(deadline));
    if (ready < 0 && errno != EINTR) fail(errno, "cannot talk to the program");
    if (Clock::now() >= deadline) return false;
    if (ready <= 0) continue;
    if (polled[0].revents != 0) send_some(input_end, input);
    if (polled[1].revents != 0) receive_some(output_end, result.output);
    if (polled[2].revents != 0) receive_some(error_end, result.errors);
  }
  return true;
}

}  // namespace

ChildResult run_child(const std::vector<std::string>& arguments, std::string_view input,
                      std::chrono::milliseconds time_limit) {
  const Clock::time_point deadline = Clock::now() + time_limit;
  Channel to = open_socket();
  Channel from = open_pipe();
  Channel errors = open_pipe();
  Child child(SpawnSetup(to.theirs.number(), from.theirs.number(), errors.theirs.number()).spawn(arguments));
  for (Channel* channel : {&to, &from, &errors}) channel->theirs.close();

  ChildResult result;
  const bool finished = talk(to.ours, from.ours, errors.ours, input, result, deadline);
  to.ours.close();
  result.exit_code = finished ? child.wait_until(deadline) : -1;
  result.timed_out = result.exit_code < 0;
  if (result.timed_out) child.kill();
  return result;
}

}  // namespace entente
