// The program `entente`: a table of commands.
#include <algorithm>
#include <array>
#include <csignal>
#include <exception>
#include <iostream>
#include <new>
#include <string>
#include <string_view>

#include <entente/files.hpp>
#include <entente/render.hpp>
#include <entente/version.hpp>

#include "commands.hpp"
#include "inputs.hpp"
#include "options.hpp"
#include "terminal_text.hpp"

namespace entente::cli {
namespace {

struct Command {
  std::string_view name;
  std::string_view summary;
  ExitCode (*run)(const Arguments&);
};

constexpr std::array commands = {
    Command{"build", "Read documents and graphs, write one graph", build},
    Command{"info", "Count what is in a graph", info},
    Command{"show", "Tell everything about one entity", show},
    Command{"neighbors", "List who is directly related to an entity", neighbors},
    Command{"path", "Find how two entities are connected", path},
    Command{"central", "Rank entities by how central they are", central},
    Command{"components", "List the groups of entities that hang together", components},
    Command{"communities", "List the groups of entities that are closely tied", communities},
    Command{"critical", "Find whose exit would cut the graph in two", critical},
    Command{"cut", "Find the least that keeps two entities connected", cut},
    Command{"similar", "Rank those who take the same positions as an entity", similar},
    Command{"clustering", "Count triangles, tell how tied neighbours are", clustering},
    Command{"worlds", "List who speaks in the documents, and on what", worlds},
    Command{"compare", "Tell where two speakers agree and contradict each other", compare},
    Command{"assume", "Tell what changes if a proposal is carried out", assume},
    Command{"why", "Tell which sentences a path or a rank rests on", why},
    Command{"timeline", "List relations in the order of time", timeline},
    Command{"order", "Tell what has to come first, stage by stage", order},
    Command{"render", "Draw a graph as a picture with Graphviz", render},
    Command{"explain", "Tell how a text was understood", explain},
    Command{"formats", "List the formats that can be read and written", formats},
};

constexpr std::string_view introduction =
    "Usage: entente COMMAND [OPTION...] INPUT...\n"
    "Turns documents about conflict and diplomacy into a graph, and answers questions about it.\n\n"
    "Commands:\n";
constexpr std::string_view conclusion =
    "\nOptions:\n"
    "  -h, --help     Print this help, or after a command its own\n"
    "  --version      Print the version\n\n"
    "An INPUT is a document, a graph, a folder of them, or - for standard input; several are merged.\n"
    "Exit codes: 0 done, 1 done with errors in the documents, 2 wrong usage, 3 input or output failed.\n";

void print_help() {
  constexpr std::size_t width = 12;
  std::cout << introduction;
  for (const Command& command : commands) {
    std::cout << "  " << command.name << std::string(width - command.name.size(), ' ') << "  " << command.summary
              << '\n';
  }
  std::cout << conclusion;
}

const Command* find_command(std::string_view name) {
  const auto found =
      std::find_if(commands.begin(), commands.end(), [name](const Command& command) { return command.name == name; });
  return found == commands.end() ? nullptr : &*found;
}

const Command& command_named(std::string_view name) {
  if (const Command* command = find_command(name)) return *command;
  std::array<std::string_view, commands.size()> names;
  std::transform(commands.begin(), commands.end(), names.begin(), [](const Command& command) { return command.name; });
  throw unknown_word("command", name, names);
}

ExitCode run(std::string_view word, Arguments arguments) {
  if (word == "--version") {
    std::cout << "entente " << version() << '\n';
    return ExitCode::done;
  }
  if (word == "help" && !arguments.empty()) return command_named(arguments.front()).run({"--help"});
  if (word == "help" || word == "--help" || word == "-h") {
    print_help();
    return ExitCode::done;
  }
  return command_named(word).run(arguments);
}

ExitCode fail(ExitCode code, std::string_view message, std::string_view hint = "") {
  const Style style(is_colored(2));
  std::cerr << style.strong("entente: ") << message << '\n' << hint;
  return code;
}

std::string advice(std::string_view word) {
  return "Try 'entente " + (find_command(word) ? std::string(word) + " --help'.\n" : "--help'.\n");
}

// Runs the command and tells what kept it from its work.
ExitCode run_and_explain(std::string_view word, const Arguments& arguments) {
  try {
    return run(word, arguments);
  } catch (const NothingRead& error) {
    return fail(ExitCode::document_errors, error.what());
  } catch (const UsageError& error) {
    return fail(ExitCode::usage, error.what(), advice(word));
  } catch (const std::bad_alloc&) {
    return fail(ExitCode::input_output, "out of memory");
  } catch (const std::exception& error) {  // IoError, RenderError
    return fail(ExitCode::input_output, error.what());
  }
}

}  // namespace
}  // namespace entente::cli

int main(int argument_count, char** arguments) {
  using namespace entente::cli;
  std::signal(SIGPIPE, SIG_DFL);  // a reader that has seen enough ends the program quietly
  std::ios::sync_with_stdio(false);
  if (argument_count < 2) return static_cast<int>(fail(ExitCode::usage, "no command is given", advice("")));
  const ExitCode code = run_and_explain(arguments[1], Arguments(arguments + 2, arguments + argument_count));
  std::cout.flush();
  if (std::cout || code == ExitCode::input_output) return static_cast<int>(code);
  return static_cast<int>(fail(ExitCode::input_output, "cannot write to standard output"));
}
