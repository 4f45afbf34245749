// Pictures of diagrams, drawn by Graphviz.
#pragma once

#include <chrono>
#include <stdexcept>
#include <string>
#include <string_view>

namespace entente {

/// A picture could not be drawn. The message says why and what to try; what Graphviz itself said is part of it.
class RenderError : public std::runtime_error {
 public:
  enum class Cause {
    no_program,  ///< Graphviz is not installed, or not where it was looked for
    timeout,     ///< it was stopped at the time limit
    refused,     ///< it did not accept the text, the format or the engine
    system       ///< no process or pipe could be made
  };
  RenderError(Cause cause, const std::string& message) : std::runtime_error(message), cause_(cause) {}
  [[nodiscard]] Cause cause() const { return cause_; }

 private:
  Cause cause_;
};

struct RenderOptions {
  std::string engine{};  ///< empty: the one that the text names (`layout`), otherwise by size `dot` or `sfdp`
  std::chrono::milliseconds time_limit = std::chrono::seconds(60);
  std::string program = "dot";  ///< a path, or a name to be looked for where the system keeps programs
};

/// The picture of a DOT text in a format that Graphviz knows ("svg", "png", "pdf").
///
/// Graphviz runs as a child process in a process group of its own, gets the text and gives the picture through pipes,
/// and is killed with whatever it started when the time is up. No file is written and no shell is asked. May be called
/// from several threads. Throws `RenderError`.
std::string render(std::string_view dot_text, std::string_view format, const RenderOptions& options = {});

}  // namespace entente
