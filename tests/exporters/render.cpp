#include <entente/render.hpp>

#include <filesystem>
#include <thread>

#include <entente/dot.hpp>

#include "exporting.hpp"

using namespace entente;
using namespace entente::test;

namespace {

bool has_graphviz() {
  try {
    render("digraph {}", "dot");
    return true;
  } catch (const RenderError& error) {
    WARN("skipped: " << error.what());
    return false;
  }
}

template <class Action>
RenderError::Cause cause_of(Action action, std::string& message) {
  try {
    action();
  } catch (const RenderError& error) {
    message = error.what();
    return error.cause();
  }
  FAIL("nothing was thrown");
  throw std::logic_error("not reached");
}

/// A program that does what the shell script says.
std::string program(const TemporaryFolder& folder, const std::string& script) {
  const std::string path = folder.file("program", "#!/bin/sh\n" + script);
  std::filesystem::permissions(path, std::filesystem::perms::owner_all);
  return path;
}

}  // namespace

TEST_CASE("Graphviz draws every graph, the same each time") {
  if (!has_graphviz()) return;
  for (const KnowledgeGraph& graph : {KnowledgeGraph(), small_graph(), hostile_graph()}) {
    const std::string dot = exported("dot", graph);
    const std::string svg = render(dot, "svg");
    CHECK(svg.find("</svg>") != svg.npos);
    CHECK(render(dot, "svg") == svg);
  }
  CHECK(render(exported("dot", small_graph()), "png").substr(1, 3) == "PNG");
}

TEST_CASE("every layout engine draws the graph, and the caller's choice overrules the text") {
  if (!has_graphviz()) return;
  const std::string dot = exported("dot", small_graph());
  for (const char* engine : {"dot", "neato", "fdp", "sfdp", "circo", "twopi"}) {
    CHECK(render(dot, "svg", {.engine = engine}).find("Minsk II") != std::string::npos);
  }
  CHECK(render(dot, "svg", {.engine = "circo"}) != render(dot, "svg"));
}

TEST_CASE("a text that Graphviz refuses is reported with what it said") {
  if (!has_graphviz()) return;
  std::string message;
  CHECK(cause_of([] { render("digraph { a -> ", "svg"); }, message) == RenderError::Cause::refused);
  CHECK(message.find("syntax error") != message.npos);
  CHECK(cause_of([] { render("digraph {}", "nonsense"); }, message) == RenderError::Cause::refused);
}

TEST_CASE("a missing program is reported with how to get it") {
  std::string message;
  const auto action = [] { render("digraph {}", "svg", {.program = "no-such-program-anywhere"}); };
  CHECK(cause_of(action, message) == RenderError::Cause::no_program);
  CHECK(message.find("apt install graphviz") != message.npos);
}

TEST_CASE("a program that does not end is stopped with whatever it started") {
  const TemporaryFolder folder;
  const std::string slow = program(folder, "echo working >&2\nsleep 60 &\nsleep 60\n");
  const auto start = std::chrono::steady_clock::now();
  std::string message;
  const auto action = [&] {
    render("digraph {}", "svg", {.time_limit = std::chrono::milliseconds(300), .program = slow});
  };
  CHECK(cause_of(action, message) == RenderError::Cause::timeout);
  CHECK(message.find("0.3 s") != message.npos);
  CHECK(message.find("working") != message.npos);
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(10));
}

TEST_CASE("a program that reads nothing and one that talks while it reads do no harm") {
  const TemporaryFolder folder;
  const std::string input(3'000'000, 'x');
  CHECK(run_child({program(folder, "exit 3\n")}, input, std::chrono::seconds(20)).exit_code == 3);
  const ChildResult echo = run_child({program(folder, "tee /dev/stderr\n")}, input, std::chrono::seconds(20));
  CHECK(echo.exit_code == 0);
  CHECK((echo.output == input));
  CHECK((echo.errors == input));
  CHECK(run_child({program(folder, "kill -9 $$\n")}, input, std::chrono::seconds(20)).exit_code == 137);
}

TEST_CASE("pictures can be drawn from several threads") {
  if (!has_graphviz()) return;
  const std::string dot = exported("dot", small_graph());
  const std::string expected = render(dot, "svg");
  std::vector<std::string> drawn(4);
  std::vector<std::thread> threads;
  for (std::string& svg : drawn) threads.emplace_back([&svg, &dot] { svg = render(dot, "svg"); });
  for (std::thread& thread : threads) thread.join();
  for (const std::string& svg : drawn) CHECK(svg == expected);
}
