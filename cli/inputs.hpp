// Files, folders and standard input, read into one graph.
#pragma once

#include <string>
#include <vector>

#include <entente/diagnostics.hpp>
#include <entente/importer.hpp>
#include <entente/knowledge_graph.hpp>

#include "exit_code.hpp"
#include "options.hpp"

namespace entente::cli {

/// The document in that file, or on standard input if the name is `-`. Throws `IoError`.
RawDocument read_document(const std::string& input);

/// What was found wrong with a document, as people read it.
std::string messages_about(const RawDocument&, const Diagnostics&);

/// The inputs of a command, and the names that follow them.
class Inputs {
 public:
  explicit Inputs(Options&);

  /// Takes the last `count` words for names; whatever is before them is an input. Throws `UsageError` if none is left.
  std::vector<std::string> take_names(std::size_t count);
  /// Likewise from `fewest` to `most` words, as many as are not the name of a file or folder.
  std::vector<std::string> take_names(std::size_t fewest, std::size_t most);

  /// The graph of everything that could be read. Trouble in documents is told on standard error and makes `exit_code`
  /// `document_errors`. Throws `NothingRead` when errors left nothing at all, `IoError` when a file cannot be read or a
  /// folder has nothing to read. One thread for each core; the result does not depend on their number or the order of
  /// inputs. Documents with equal bytes count once. What `--assume` names is carried out in it.
  KnowledgeGraph read();

  [[nodiscard]] ExitCode exit_code() const { return exit_code_; }

 private:
  std::vector<std::string> words_;
  std::string format_;
  std::vector<std::string> assumed_;
  ExitCode exit_code_ = ExitCode::done;
};

/// The documents had errors, already reported, that left nothing to work with.
class NothingRead : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

}  // namespace entente::cli
