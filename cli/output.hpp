// Where results go: standard output, or a file that is whole or not there.
#pragma once

#include <functional>
#include <iosfwd>
#include <optional>
#include <string>

#include "json_writer.hpp"
#include "options.hpp"
#include "table.hpp"
#include "terminal_text.hpp"

namespace entente::cli {

/// Writes to the file, or to standard output if the name is empty or `-`. Throws `IoError`.
void write_output(const std::string& file, const std::function<void(std::ostream&)>& write);

/// The extension of a file name in small letters, without the dot.
std::string extension_of(const std::string& file);

/// What a query found, in each of the forms in which it can be told; a form is only made when it is wanted.
struct Report {
  std::function<void(std::ostream&, const Style&)> text;
  std::function<void(JsonWriter&)> json;
  std::function<Table()> csv;
};

/// A report that is a table in every form. The table must outlive it.
Report report_of(const Table&);

/// The options `--format` and `--output` of a query.
class ReportOutput {
 public:
  explicit ReportOutput(Options&);
  void write(const Report&) const;

 private:
  enum class Format { table, json, csv };
  [[nodiscard]] Format format() const;

  std::string file_;
  std::optional<Format> format_;
};

}  // namespace entente::cli
