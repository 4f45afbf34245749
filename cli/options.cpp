#include "options.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>
#include <cmath>
#include <iostream>
#include <utility>

#include <entente/names.hpp>

namespace entente::cli {
namespace {

// The help as CLI11 lays it out, with our synopsis and without remarks on how often an option may come.
class HelpFormatter : public CLI::Formatter {
 public:
  explicit HelpFormatter(std::string usage) : usage_(std::move(usage)) {
    constexpr std::size_t width = 28;
    column_width(width);
  }
  std::string make_help(const CLI::App* app, std::string, CLI::AppFormatMode) const override {
    return "Usage: " + usage_ + "\n" + app->get_description() + "\n" + make_arguments(app) + make_headings(app);
  }
  std::string make_option_opts(const CLI::Option* option) const override {
    return option->get_type_name().empty() ? "" : " " + option->get_type_name();
  }
  std::string make_option_name(const CLI::Option* option, bool is_positional) const override {
    if (is_positional) return option->get_name(true);
    std::string names = CLI::Formatter::make_option_name(option, false);
    if (const auto comma = names.find(','); comma != names.npos) names.insert(comma + 1, " ");
    return names;
  }

 private:
  [[nodiscard]] std::string make_arguments(const CLI::App* app) const {
    const auto words = app->get_options([](const CLI::Option* option) { return option->get_positional(); });
    return words.empty() ? "" : make_group("Arguments", true, words);
  }
  // In the order in which headings were first used, that of the help option at the end.
  [[nodiscard]] std::string make_headings(const CLI::App* app) const {
    std::string text;
    for (const std::string& group : app->get_groups()) {
      const auto belongs = [&](const CLI::Option* option) {
        return option->nonpositional() && option->get_group() == group && option != app->get_help_ptr();
      };
      const auto options = app->get_options(belongs);
      if (!options.empty()) text += make_group(group, false, options);
    }
    return text + make_group("Help", false, {app->get_help_ptr()});
  }

  std::string usage_;
};

std::string expected_number(const std::string& names, const std::string& what, const std::string& text) {
  return names.substr(names.rfind(',') + 1) + " needs " + what + ", not \"" + text + "\"";
}

template <class Number>
bool read_number(const std::string& text, Number& value) {
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, value);
  return error == std::errc{} && stop == end;
}

// In small letters, without what may join the parts of a word.
std::string plain_letters(std::string_view word) {
  std::string letters;
  for (char c : word) {
    if (c == '-' || c == '_' || c == ' ') continue;
    letters += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return letters;
}

template <class Text>
std::string join(std::span<const Text> texts, std::string_view separator) {
  std::string result;
  for (const Text& text : texts) {
    if (!result.empty()) result += separator;
    result += text;
  }
  return result;
}

}  // namespace

struct Options::Parser {
  std::string command;
  CLI::App app;
  std::string group = "Options";

  CLI::Option* dressed(CLI::Option* option, const std::string& placeholder) const {
    return option->type_name(placeholder)->group(group)->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
  }
};

Options::Options(const std::string& command, std::string synopsis, const std::string& description)
    : parser_(std::make_unique<Parser>()) {
  parser_->command = command;
  CLI::App& app = parser_->app;
  app.name("entente " + command);
  app.description(description);
  if (!synopsis.empty()) synopsis.insert(0, " ");
  app.formatter(std::make_shared<HelpFormatter>("entente " + command + " [OPTION...]" + synopsis));
  app.set_help_flag("-h,--help", "Print this help and exit")->group("Help");
  app.allow_extras();
}

Options::~Options() = default;

void Options::words(std::vector<std::string>& values, const std::string& placeholder, const std::string& help) {
  parser_->app.add_option(placeholder, values, help)->type_name("");
}

void Options::heading(std::string heading) {
  parser_->group = std::move(heading);
}

void Options::flag(const std::string& names, bool& value, const std::string& help) {
  parser_->app.add_flag(names, value, help)->group(parser_->group);
}

void Options::text(const std::string& names, std::string& value, const std::string& placeholder,
                   const std::string& help) {
  parser_->dressed(parser_->app.add_option(names, value, help), placeholder);
}

void Options::list(const std::string& names, const std::string& placeholder, const std::string& help,
                   std::function<void(const std::string&)> take) {
  const auto take_each = [take = std::move(take)](const std::vector<std::string>& values) {
    for (const std::string& value : values) take(value);
  };
  parser_->dressed(parser_->app.add_option_function<std::vector<std::string>>(names, take_each, help), placeholder)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
      ->allow_extra_args(false);
}

void Options::number(const std::string& names, std::size_t& value, std::size_t smallest, const std::string& placeholder,
                     const std::string& help) {
  const auto read = [names, &value, smallest](const std::string& text) {
    if (read_number(text, value) && value >= smallest) return;
    throw UsageError(expected_number(names, "a whole number from " + std::to_string(smallest), text));
  };
  parser_->dressed(parser_->app.add_option_function<std::string>(names, read, help), placeholder);
}

void Options::fraction(const std::string& names, double& value, const std::string& placeholder,
                       const std::string& help) {
  const auto read = [names, &value](const std::string& text) {
    if (read_number(text, value) && value >= 0 && value <= 1) return;
    throw UsageError(expected_number(names, "a number from 0 to 1", text));
  };
  parser_->dressed(parser_->app.add_option_function<std::string>(names, read, help), placeholder);
}

void Options::nonnegative(const std::string& names, double& value, const std::string& placeholder,
                          const std::string& help) {
  const auto read = [names, &value](const std::string& text) {
    if (read_number(text, value) && value >= 0 && std::isfinite(value)) return;
    throw UsageError(expected_number(names, "a number from 0 on", text));
  };
  parser_->dressed(parser_->app.add_option_function<std::string>(names, read, help), placeholder);
}

bool Options::parse(const std::vector<std::string>& arguments) {
  CLI::App& app = parser_->app;
  try {
    app.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));
  } catch (const CLI::CallForHelp&) {
    std::cout << app.help();
    return false;
  } catch (const CLI::ArgumentMismatch& error) {
    const std::string message = error.what();
    throw UsageError(message.substr(0, message.find(':')) + " needs a value");
  } catch (const CLI::ParseError& error) {
    throw UsageError(error.what());
  }
  for (const std::string& word : app.remaining()) {
    if (word == "--") continue;  // what follows it are no options
    std::vector<std::string> names;
    for (const CLI::Option* option : app.get_options()) {
      for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
    }
    const std::vector<std::string_view> candidates(names.begin(), names.end());
    const std::string given = word.substr(0, word.find('='));
    if (near_misses(given, candidates).empty()) throw UsageError("unknown option " + given);
    throw unknown_word("option", given, candidates);
  }
  return true;
}

std::size_t choose(std::string_view kind, std::string_view word, std::span<const std::string_view> candidates) {
  const std::string wanted = plain_letters(word);
  const auto found = std::find_if(candidates.begin(), candidates.end(),
                                  [&](std::string_view candidate) { return plain_letters(candidate) == wanted; });
  if (found == candidates.end()) throw unknown_word(kind, word, candidates);
  return static_cast<std::size_t>(found - candidates.begin());
}

UsageError unknown_word(std::string_view kind, std::string_view word, std::span<const std::string_view> candidates) {
  std::string message = "unknown " + std::string(kind) + " \"" + std::string(word) + "\"";
  const std::vector<std::string_view> near = near_misses(word, candidates);
  if (near.empty()) return UsageError(message + ": it is one of " + joined(candidates));
  return UsageError(message + ": did you mean " + joined(near, " or ") + "?");
}

std::vector<std::string> split_at_commas(std::string_view text) {
  constexpr std::string_view blanks = " \t\n";
  std::vector<std::string> parts;
  while (!text.empty()) {
    const std::size_t comma = std::min(text.find(','), text.size());
    const std::string_view part = text.substr(0, comma);
    text.remove_prefix(std::min(comma + 1, text.size()));
    const std::size_t begin = part.find_first_not_of(blanks);
    if (begin != part.npos) parts.emplace_back(part.substr(begin, part.find_last_not_of(blanks) + 1 - begin));
  }
  if (parts.empty()) parts.emplace_back();
  return parts;
}

std::string joined(std::span<const std::string> texts, std::string_view separator) {
  return join(texts, separator);
}
std::string joined(std::span<const std::string_view> texts, std::string_view separator) {
  return join(texts, separator);
}

}  // namespace entente::cli
