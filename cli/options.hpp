// The options of one command: declared, parsed, listed by `--help`.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "exit_code.hpp"

namespace entente::cli {

/// What a command understands. Variables that options are bound to must outlive it.
///
///     Options options("central", "INPUT...", "Ranks entities.");
///     options.number("--top", count, 1, "N", "How many");
///     if (!options.parse(arguments)) return ExitCode::done;  // help was printed
///
/// Names are written `-k` or `-o,--output`; the placeholder stands for the value in the help.
class Options {
 public:
  Options(const std::string& command, std::string synopsis, const std::string& description);
  ~Options();
  Options(const Options&) = delete;
  Options& operator=(const Options&) = delete;

  /// The words that belong to no option.
  void words(std::vector<std::string>& values, const std::string& placeholder, const std::string& help);
  /// Options declared from now on are listed below that heading.
  void heading(std::string heading);
  void flag(const std::string& names, bool& value, const std::string& help);
  void text(const std::string& names, std::string& value, const std::string& placeholder, const std::string& help);
  /// May be given several times: `take` gets every value, and throws `UsageError` if it makes no sense.
  void list(const std::string& names, const std::string& placeholder, const std::string& help,
            std::function<void(const std::string&)> take);
  void number(const std::string& names, std::size_t& value, std::size_t smallest, const std::string& placeholder,
              const std::string& help);
  /// A number from 0 to 1.
  void fraction(const std::string& names, double& value, const std::string& placeholder, const std::string& help);

  /// A number from 0 on.
  void nonnegative(const std::string& names, double& value, const std::string& placeholder, const std::string& help);

  /// Reads the arguments into the variables; false if help was asked for and printed. Throws `UsageError`.
  bool parse(const std::vector<std::string>& arguments);

 private:
  struct Parser;
  std::unique_ptr<Parser> parser_;
};

/// The position of a word among the candidates, whatever its case and whether its parts are joined by hyphens,
/// underscores, blanks or not at all. Throws what `unknown_word` gives.
std::size_t choose(std::string_view kind, std::string_view word, std::span<const std::string_view> candidates);

/// The complaint about a word that is none of the candidates, with those that come near or else all.
UsageError unknown_word(std::string_view kind, std::string_view word, std::span<const std::string_view> candidates);

/// The parts between the commas, without blanks around them; empty ones are left out, but at least one is returned.
std::vector<std::string> split_at_commas(std::string_view text);

/// The texts, separated by commas or whatever else.
std::string joined(std::span<const std::string> texts, std::string_view separator = ", ");
std::string joined(std::span<const std::string_view> texts, std::string_view separator = ", ");

}  // namespace entente::cli
