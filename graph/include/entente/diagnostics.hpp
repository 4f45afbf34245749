// What went wrong in a document, where, and what was expected.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

enum class Severity { note, warning, error };

/// Kinds of trouble, for programs to tell apart.
enum class Problem {
  invalid_encoding,
  empty_document,
  too_large,
  syntax,
  nesting_too_deep,
  wrong_kind_of_value,
  missing_field,
  unknown_type,
  unknown_predicate,
  unknown_value,
  unknown_id,
  duplicate_id,
  domain_violation,
  range_violation,
  unreadable_format,
  boilerplate
};

/// A half-open stretch of the document's bytes.
struct ByteSpan {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// One finding about one place in one document.
struct Diagnostic {
  Severity severity = Severity::error;
  Problem problem = Problem::syntax;
  ByteSpan span;
  std::string message;
};

/// Collects findings; beyond a limit they are only counted, so that a broken file cannot fill the memory.
class Diagnostics {
 public:
  explicit Diagnostics(std::size_t limit = 100) : limit_(limit) {}

  void report(Diagnostic);
  void error(Problem problem, ByteSpan span, std::string message) {
    report({Severity::error, problem, span, std::move(message)});
  }
  void warning(Problem problem, ByteSpan span, std::string message) {
    report({Severity::warning, problem, span, std::move(message)});
  }

  [[nodiscard]] const std::vector<Diagnostic>& kept() const { return kept_; }
  [[nodiscard]] std::size_t error_count() const { return errors_; }
  [[nodiscard]] std::size_t dropped_count() const { return dropped_; }  ///< reported beyond the limit

 private:
  std::size_t limit_;
  std::size_t errors_ = 0;
  std::size_t dropped_ = 0;
  std::vector<Diagnostic> kept_;
};

/// A place in a text as people count: lines and columns from 1, columns in code points.
struct Position {
  std::size_t line = 1;
  std::size_t column = 1;
};
/// The position of a byte offset; offsets past the end mean the end. O(offset).
Position position_at(std::string_view text, std::size_t offset);

/// The finding as people read it: `file:line:column: error: message`, the source line, and a caret under the place.
/// Long lines are shown in part, empty ones not at all; bytes that cannot be shown are replaced. Ends with a newline.
std::string render(const Diagnostic&, std::string_view file_name, std::string_view text);

}  // namespace entente
