// Running a program on a text.
#pragma once

#include <chrono>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// What a program left behind.
struct ChildResult {
  int exit_code = 0;  ///< that of the program; 128 and the number of the signal when one ended it
  bool timed_out = false;
  std::string output;
  std::string errors;
};

/// The system could not start the program; `code` is its error number.
class SpawnError : public std::runtime_error {
 public:
  SpawnError(int code, const std::string& message) : std::runtime_error(message), code_(code) {}
  [[nodiscard]] int code() const { return code_; }

 private:
  int code_;
};

/// Runs a program (the first argument) with `input` as its standard input, in a process group of its own that is
/// killed when the time is up. Descriptors of this process are not handed on. Throws `SpawnError`.
ChildResult run_child(const std::vector<std::string>& arguments, std::string_view input,
                      std::chrono::milliseconds time_limit);

}  // namespace entente
