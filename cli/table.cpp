#include "table.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <ostream>

namespace entente::cli {
namespace {

template <class... Format>
std::string digits(double value, Format... format) {
  std::array<char, 400> buffer{};  // the largest double has 309 digits before its point
  const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, format...);
  return std::string(buffer.data(), error == std::errc{} ? end : buffer.data());
}

std::string for_people(const Cell& cell) {
  if (const auto* text = std::get_if<std::string>(&cell)) return one_line(*text);
  if (const auto* count = std::get_if<std::size_t>(&cell)) return std::to_string(*count);
  constexpr int decimals = 4;
  return digits(std::get<double>(cell), std::chars_format::fixed, decimals);
}

std::string for_programs(const Cell& cell) {
  if (const auto* text = std::get_if<std::string>(&cell)) return *text;
  if (const auto* count = std::get_if<std::size_t>(&cell)) return std::to_string(*count);
  return digits(std::get<double>(cell));
}

std::string in_csv(const std::string& field) {
  if (field.find_first_of(",\"\r\n") == field.npos) return field;
  std::string quoted = "\"";
  for (char c : field) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
  return quoted + '"';
}

// The columns that people see, and how wide each is.
struct Layout {
  std::vector<std::size_t> columns;
  std::vector<std::size_t> widths;
};

Layout layout_of(const Table& table) {
  Layout layout;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    if (table.columns[i].only_for_programs) continue;
    std::size_t width = display_width(table.columns[i].name);
    for (const auto& row : table.rows) width = std::max(width, display_width(for_people(row[i])));
    layout.columns.push_back(i);
    layout.widths.push_back(width);
  }
  return layout;
}

// The texts in columns; without blanks at the end of the line.
std::string aligned(const std::vector<std::string>& texts, const std::vector<bool>& right, const Layout& layout) {
  std::string line;
  std::size_t owed = 0;  // blanks to come before the next text
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const std::size_t padding = layout.widths[i] - display_width(texts[i]);
    if (texts[i].empty()) {
      owed += padding + 2;
      continue;
    }
    line += std::string(owed + (right[i] ? padding : 0), ' ') + texts[i];
    owed = 2 + (right[i] ? 0 : padding);
  }
  return line;
}

}  // namespace

void write_text(std::ostream& out, const Table& table, const Style& style) {
  const Layout layout = layout_of(table);
  std::vector<std::string> names;
  std::vector<bool> right;
  for (std::size_t i : layout.columns) {
    names.push_back(table.columns[i].name);
    right.push_back(!table.rows.empty() && !std::holds_alternative<std::string>(table.rows.front()[i]));
  }
  out << style.strong(aligned(names, right, layout)) << '\n';
  for (const auto& row : table.rows) {
    std::vector<std::string> texts;
    for (std::size_t i : layout.columns) texts.push_back(for_people(row[i]));
    out << aligned(texts, right, layout) << '\n';
  }
}

void write_csv(std::ostream& out, const Table& table) {
  for (std::size_t i = 0; i < table.columns.size(); ++i) out << (i > 0 ? "," : "") << in_csv(table.columns[i].name);
  out << "\r\n";
  for (const auto& row : table.rows) {
    for (std::size_t i = 0; i < row.size(); ++i) out << (i > 0 ? "," : "") << in_csv(for_programs(row[i]));
    out << "\r\n";
  }
}

void write_json(JsonWriter& json, const Table& table) {
  json.open_array();
  for (const auto& row : table.rows) {
    json.open_object();
    for (std::size_t i = 0; i < row.size(); ++i) {
      json.key(table.columns[i].name);
      if (const auto* text = std::get_if<std::string>(&row[i])) json.text(*text);
      if (const auto* count = std::get_if<std::size_t>(&row[i])) json.integer(*count);
      if (const auto* number = std::get_if<double>(&row[i])) json.number(*number);
    }
    json.close_object();
  }
  json.close_array();
}

}  // namespace entente::cli
