// Text as a terminal shows it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace entente::cli {

/// The text on one line and harmless to a terminal: white space becomes single blanks, whatever would steer the
/// terminal or turn the direction of writing, and bytes that are not UTF-8, become U+FFFD.
std::string one_line(std::string_view text);

/// The number of columns that one line of text takes up: 2 for wide characters, 0 for combining marks.
std::size_t display_width(std::string_view line);

/// How parts of a report stand out; plain unless a terminal shows them.
class Style {
 public:
  explicit Style(bool colored) : colored_(colored) {}
  [[nodiscard]] std::string strong(std::string_view text) const { return dressed("1", text); }
  [[nodiscard]] std::string faint(std::string_view text) const { return dressed("2", text); }

 private:
  [[nodiscard]] std::string dressed(std::string_view code, std::string_view text) const;
  bool colored_;
};

/// Whether the file descriptor is a terminal, and one on which colour is welcome (`NO_COLOR` is not set).
bool is_terminal(int descriptor);
bool is_colored(int descriptor);

}  // namespace entente::cli
