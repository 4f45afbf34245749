#include "output.hpp"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <iostream>

#include <entente/files.hpp>

namespace entente::cli {
namespace {

bool is_standard_output(const std::string& file) {
  return file.empty() || file == "-";
}

}  // namespace

void write_output(const std::string& file, const std::function<void(std::ostream&)>& write) {
  if (!is_standard_output(file)) return write_file(file, write);
  write(std::cout);
  std::cout.flush();
  if (!std::cout) throw IoError("cannot write to standard output");
}

std::string extension_of(const std::string& file) {
  std::string extension = std::filesystem::path(file).extension().string();
  std::transform(extension.begin(), extension.end(), extension.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return extension.empty() ? extension : extension.substr(1);
}

Report report_of(const Table& table) {
  return {[&table](std::ostream& out, const Style& style) { write_text(out, table, style); },
          [&table](JsonWriter& json) { write_json(json, table); }, [&table] { return table; }};
}

ReportOutput::ReportOutput(Options& options) {
  options.heading("Output");
  options.list("--format", "table|json|csv", "Tables for people, or data for programs",
               [this](const std::string& word) {
                 static constexpr std::array<std::string_view, 3> names = {"table", "json", "csv"};
                 format_ = static_cast<Format>(choose("report format", word, names));
               });
  options.text("-o,--output", file_, "FILE", "Write to a file; .json and .csv tell the format");
}

ReportOutput::Format ReportOutput::format() const {
  if (format_) return *format_;
  const std::string extension = extension_of(file_);
  if (extension == "json") return Format::json;
  return extension == "csv" ? Format::csv : Format::table;
}

void ReportOutput::write(const Report& report) const {
  const Style style(is_standard_output(file_) && is_colored(STDOUT_FILENO));
  write_output(file_, [&](std::ostream& out) {
    switch (format()) {
      case Format::table:
        return report.text(out, style);
      case Format::csv:
        return write_csv(out, report.csv());
      case Format::json:
        break;
    }
    JsonWriter json;
    report.json(json);
    json.write_to(out);
  });
}

}  // namespace entente::cli
