#include "prose/reading/tables.hpp"

#include <algorithm>
#include <cassert>

namespace entente::prose {

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (true) {
    const std::size_t end = text.find(separator);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

Table::Table(std::string_view text) {
  for (std::string_view line : split(text, '\n')) {
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty() || line.starts_with('#')) continue;
    if (columns_.empty()) {
      columns_ = split(line, '\t');
      continue;
    }
    Row row;
    row.columns_ = &columns_;
    row.cells_ = split(line, '\t');
    rows_.push_back(std::move(row));
  }
}

std::string_view Table::Row::operator[](std::string_view column) const {
  const auto found = std::ranges::find(*columns_, column);
  const auto index = static_cast<std::size_t>(found - columns_->begin());
  return index < cells_.size() ? cells_[index] : std::string_view{};
}

std::vector<std::string_view> Table::Row::list(std::string_view column) const {
  const std::string_view cell = (*this)[column];
  return cell.empty() ? std::vector<std::string_view>{} : split(cell, '|');
}

}  // namespace entente::prose
