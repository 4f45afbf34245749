#include <entente/diagnostics.hpp>

#include <catch2/catch.hpp>

using namespace entente;

namespace {

std::string rendered(std::string_view text, std::size_t begin, std::string message = "trouble") {
  return render({Severity::error, Problem::syntax, {begin, begin + 1}, std::move(message)}, "file.json", text);
}

}  // namespace

TEST_CASE("a finding is shown with its line and a caret") {
  CHECK(rendered("{\n  \"type\": \"Persn\"\n}\n", 12, "unknown type \"Persn\"; did you mean \"Person\"?") ==
        "file.json:2:11: error: unknown type \"Persn\"; did you mean \"Person\"?\n"
        "    \"type\": \"Persn\"\n"
        "            ^\n");
}

TEST_CASE("warnings and notes are called so") {
  CHECK(render({Severity::warning, Problem::boilerplate, {0, 1}, "a menu"}, "a.txt", "Home") ==
        "a.txt:1:1: warning: a menu\n  Home\n  ^\n");
  CHECK(render({Severity::note, Problem::boilerplate, {0, 1}, "a menu"}, "a.txt", "Home") ==
        "a.txt:1:1: note: a menu\n  Home\n  ^\n");
}

TEST_CASE("tabs before the caret stay tabs") {
  CHECK(rendered("\ta\tbc", 4) == "file.json:1:5: error: trouble\n  \ta\tbc\n  \t \t ^\n");
}

TEST_CASE("columns count code points, and the caret stands below wide ones") {
  CHECK(rendered("é€😀x", 9) == "file.json:1:4: error: trouble\n  é€😀x\n      ^\n");
  CHECK(rendered("e\u0301x", 3) == "file.json:1:3: error: trouble\n  e\u0301x\n   ^\n");
}

TEST_CASE("bytes that cannot be shown are replaced") {
  CHECK(rendered("a\xFF"
                 "b\x1B[31m",
                 2) == "file.json:1:3: error: trouble\n  a\uFFFDb\uFFFD[31m\n    ^\n");
  CHECK(rendered("x", 0, "bad \x1B byte \xFE") == "file.json:1:1: error: bad \uFFFD byte \uFFFD\n  x\n  ^\n");
}

TEST_CASE("line ends of Windows are not shown") {
  CHECK(rendered("one\r\ntwo\r\n", 5) == "file.json:2:1: error: trouble\n  two\n  ^\n");
}

TEST_CASE("empty lines are not shown") {
  CHECK(rendered("", 0) == "file.json:1:1: error: trouble\n");
  CHECK(rendered("one\n", 4) == "file.json:2:1: error: trouble\n");
  CHECK(rendered("one\n\ntwo", 4) == "file.json:2:1: error: trouble\n");
}

TEST_CASE("places past the end mean the end") {
  CHECK(rendered("one", 99) == "file.json:1:4: error: trouble\n  one\n     ^\n");
}

TEST_CASE("long lines are cut to a window around the place") {
  const std::string start(300, 'a');
  const std::string rest(300, 'b');
  CHECK(rendered(start + "X" + rest, 300) ==
        "file.json:1:301: error: trouble\n"
        "  …" +
            std::string(60, 'a') + "X" + std::string(39, 'b') +
            "…\n"
            "   " +
            std::string(60, ' ') + "^\n");
  CHECK(rendered(start + "X" + rest, 2) ==
        "file.json:1:3: error: trouble\n"
        "  " +
            std::string(100, 'a') +
            "…\n"
            "    ^\n");
  CHECK(rendered(start + "X", 300) ==
        "file.json:1:301: error: trouble\n"
        "  …" +
            std::string(60, 'a') +
            "X\n"
            "   " +
            std::string(60, ' ') + "^\n");
}

TEST_CASE("lines of a hundred code points are shown whole") {
  const std::string line(100, 'a');
  CHECK(rendered(line, 99) == "file.json:1:100: error: trouble\n  " + line + "\n  " + std::string(99, ' ') + "^\n");
}

TEST_CASE("positions count lines and columns from one") {
  const std::string text = "ab\né\n\nz";
  const auto at = [&](std::size_t offset) {
    const Position position = position_at(text, offset);
    return std::pair(position.line, position.column);
  };
  CHECK(at(0) == std::pair<std::size_t, std::size_t>(1, 1));
  CHECK(at(2) == std::pair<std::size_t, std::size_t>(1, 3));
  CHECK(at(3) == std::pair<std::size_t, std::size_t>(2, 1));
  CHECK(at(4) == std::pair<std::size_t, std::size_t>(2, 1));  // within é
  CHECK(at(5) == std::pair<std::size_t, std::size_t>(2, 2));
  CHECK(at(6) == std::pair<std::size_t, std::size_t>(3, 1));
  CHECK(at(7) == std::pair<std::size_t, std::size_t>(4, 1));
  CHECK(at(8) == std::pair<std::size_t, std::size_t>(4, 2));
  CHECK(at(999) == std::pair<std::size_t, std::size_t>(4, 2));
}

TEST_CASE("findings beyond the limit are only counted") {
  Diagnostics diagnostics(2);
  diagnostics.error(Problem::syntax, {0, 1}, "first");
  diagnostics.warning(Problem::boilerplate, {1, 2}, "second");
  diagnostics.error(Problem::syntax, {2, 3}, "third");
  diagnostics.warning(Problem::syntax, {3, 4}, "fourth");
  REQUIRE(diagnostics.kept().size() == 2);
  CHECK(diagnostics.kept()[1].message == "second");
  CHECK(diagnostics.error_count() == 2);
  CHECK(diagnostics.dropped_count() == 2);
}
