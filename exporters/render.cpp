#include <entente/render.hpp>

#include <cerrno>

#include "child_process.hpp"

namespace entente {
namespace {

/// The number of edge operators in a text; those inside quotes count as well, for it only has to be about right.
std::size_t edges_in(std::string_view dot_text) {
  std::size_t count = 0;
  for (std::size_t at = dot_text.find(" -> "); at != dot_text.npos; at = dot_text.find(" -> ", at + 1)) ++count;
  return count;
}

std::string seconds(std::chrono::milliseconds time) {
  const std::string digits = std::to_string(time.count() / 100);
  if (time.count() % 1000 == 0) return std::to_string(time.count() / 1000) + " s";
  return (digits.size() == 1 ? "0" : digits.substr(0, digits.size() - 1)) + '.' + digits.back() + " s";
}

[[noreturn]] void explain(const SpawnError& error, const RenderOptions& options) {
  if (error.code() == ENOENT || error.code() == EACCES) {
    throw RenderError(RenderError::Cause::no_program,
                      "the Graphviz program '" + options.program +
                          "' was not found: install Graphviz (on Debian: apt install graphviz), or write DOT instead");
  }
  throw RenderError(RenderError::Cause::system, error.what());
}

ChildResult run(const std::vector<std::string>& arguments, std::string_view input, const RenderOptions& options) {
  try {
    return run_child(arguments, input, options.time_limit);
  } catch (const SpawnError& error) {
    explain(error, options);
  }
}

std::string said(const ChildResult& result) {
  return result.errors.empty() ? "" : "\n" + result.errors;
}

}  // namespace

std::string render(std::string_view dot_text, std::string_view format, const RenderOptions& options) {
  const std::string engine = options.engine.empty() ? (edges_in(dot_text) > 450 ? "-Ksfdp" : "-Kdot")  // a default
                                                    : "-Glayout=" + options.engine;  // overrules the text
  const std::vector<std::string> arguments{options.program, engine, "-T" + std::string(format)};
  const ChildResult result = run(arguments, dot_text, options);
  if (result.timed_out) {
    throw RenderError(RenderError::Cause::timeout,
                      "Graphviz did not finish within " + seconds(options.time_limit) +
                          ": draw a smaller part of the graph, allow more time, or use the engine sfdp" + said(result));
  }
  if (result.exit_code != 0) {
    throw RenderError(RenderError::Cause::refused, "Graphviz could not draw the graph (exit code " +
                                                       std::to_string(result.exit_code) + ")" + said(result));
  }
  return result.output;
}

}  // namespace entente
