// Rows and columns, for people and for programs.
#pragma once

#include <cstddef>
#include <iosfwd>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "json_writer.hpp"
#include "terminal_text.hpp"

namespace entente::cli {

/// A text or number in a table; people see numbers with four decimals, programs all that there are.
using Cell = std::variant<std::string, std::size_t, double>;

struct Column {
  std::string name;
  bool only_for_programs = false;
};

struct Table {
  std::vector<Column> columns;
  std::vector<std::vector<Cell>> rows;  ///< each as long as `columns`
};

/// The columns below their names, aligned by display width: texts left, numbers right.
void write_text(std::ostream&, const Table&, const Style&);
/// As RFC 4180 has it: CRLF, and quotes where needed.
void write_csv(std::ostream&, const Table&);
/// A list of objects, one for each row.
void write_json(JsonWriter&, const Table&);

}  // namespace entente::cli
