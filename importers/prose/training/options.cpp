#include "prose/training/options.hpp"

#include <stdexcept>

namespace entente::prose {

std::string Options::one(const std::string& name) const {
  const auto found = values.find(name);
  if (found == values.end() || found->second.size() != 1) {
    throw std::runtime_error("expected " + name + " with one value");
  }
  return found->second.front();
}

const std::vector<std::string>& Options::files(const std::string& name) const {
  const auto found = values.find(name);
  if (found == values.end()) {
    throw std::runtime_error("expected " + name + " FILE...");
  }
  return found->second;
}

int Options::number(const std::string& name, int otherwise) const {
  return values.contains(name) ? std::stoi(one(name)) : otherwise;
}

Options read_options(int count, char** arguments) {
  Options options;
  std::string name;
  for (int at = 1; at < count; ++at) {
    const std::string argument = arguments[at];
    if (argument.starts_with("--")) {
      name = argument;
      options.values[name];
    } else if (name.empty()) {
      options.command = argument;
    } else {
      options.values[name].push_back(argument);
    }
  }
  return options;
}

}  // namespace entente::prose
