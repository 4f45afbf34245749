// How a command ends.
#pragma once

#include <stdexcept>

namespace entente::cli {

enum class ExitCode {
  done = 0,
  document_errors = 1,  ///< done, but not everything in the documents could be read
  usage = 2,            ///< wrong options, or a name, format or command that does not exist
  input_output = 3,     ///< a file cannot be read or written, or a program that is needed cannot be run
  interrupted = 130     ///< ended by Ctrl-C; what a query had found by then is written
};

/// The command line does not make sense. The message says what is wrong and what would be right.
class UsageError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

}  // namespace entente::cli
