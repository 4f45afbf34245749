#pragma once

#include <map>
#include <string>
#include <vector>

namespace entente::prose {

/// The command line of the trainer: `--name value...` after an optional command.
struct Options {
  std::string command;
  std::map<std::string, std::vector<std::string>> values;

  /// The only value of an option. Throws std::runtime_error if it has none or several.
  std::string one(const std::string& name) const;

  /// The files that an option names. Throws std::runtime_error if it is missing.
  const std::vector<std::string>& files(const std::string& name) const;

  int number(const std::string& name, int otherwise) const;
};

Options read_options(int count, char** arguments);

}  // namespace entente::prose
