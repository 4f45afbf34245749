// The data files that are built into the library.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace entente::prose {

/// The bytes of `importers/lexicon/NAME.tsv`. The name must be one of them.
std::string_view embedded_table(std::string_view name);

/// The rows of a table by column name. Comment lines and empty lines are passed over; the first line names the columns.
class Table {
 public:
  explicit Table(std::string_view text);

  class Row {
   public:
    /// The cell in that column; empty if the table has no such column or the row is short.
    [[nodiscard]] std::string_view operator[](std::string_view column) const;
    /// The parts of a cell with several values, separated by bars.
    [[nodiscard]] std::vector<std::string_view> list(std::string_view column) const;

   private:
    friend class Table;
    const std::vector<std::string_view>* columns_ = nullptr;
    std::vector<std::string_view> cells_;
  };

  [[nodiscard]] const std::vector<Row>& rows() const { return rows_; }
  Table(const Table&) = delete;
  Table& operator=(const Table&) = delete;

 private:
  std::vector<std::string_view> columns_;
  std::vector<Row> rows_;
};

std::vector<std::string_view> split(std::string_view text, char separator);

}  // namespace entente::prose
