#include <json_scanner.hpp>

#include <catch2/catch.hpp>

#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include <entente/diagnostics.hpp>

using namespace entente;

namespace {

/// Writes down what happens.
class Record final : public JsonEvents {
 public:
  bool key(const JsonValue& name) override { return note("key", name); }
  bool scalar(const JsonValue& value) override { return note("value", value); }
  bool open(JsonKind kind, std::size_t begin) override {
    text += "open " + std::to_string(static_cast<int>(kind)) + " at " + std::to_string(begin) + "\n";
    return true;
  }
  bool close(std::size_t end) override {
    text += "close before " + std::to_string(end) + "\n";
    return true;
  }

  std::string text;

 private:
  bool note(std::string_view what, const JsonValue& value) {
    char number[32];
    std::snprintf(number, sizeof number, "%a", value.number);
    text += std::string(what) + " " + std::to_string(static_cast<int>(value.kind)) + " from " +
            std::to_string(value.span.begin) + " to " + std::to_string(value.span.end) + " " + number + " '" +
            std::string(value.text) + "'\n";
    return true;
  }
};

constexpr std::size_t max_depth = 8;

std::optional<std::string> scanned(const std::string& text) {
  Record record;
  JsonScanner scanner(text, 0, 0, max_depth, record);
  if (!scanner.read_value() || scanner.next() != text.size()) return std::nullopt;
  return record.text;
}

std::optional<std::string> parsed(const std::string& text) {
  Record record;
  Diagnostics diagnostics;
  if (!read_json(text, max_depth, record, diagnostics)) return std::nullopt;
  return record.text;
}

const std::string sample =
    R"({ "a": [1, -2.5, 0, 0.49, 12e3, 123456789012345678, 1.7976931348623157e308, 5e-324, 0.1000000000000000055], )"
    "\n\t\r\"longer than eight\": \"and more than eight bytes, \xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80 and on\", "
    R"("\"\\\/\b\f\n\r\t\u0041\u00e9\u20AC\uD83D\ude00\u0000": [[], {}, [{"x": null}, true, false]], "": ""} )";

}  // namespace

TEST_CASE("the scanner gives the events of the parser") {
  REQUIRE(scanned(sample));
  CHECK(scanned(sample) == parsed(sample));
  for (const char* const text : {"[]", "{}", "0", "\"\"", "null", " [ 1 , 2 ] ", "[1e22,1e23,9007199254740993,0.3]",
                                 "[123456789012345,0.123456789012345,999999999999999.9]", "\"12345678\"", "1E+2"}) {
    INFO(text);
    REQUIRE(scanned(text));
    CHECK(scanned(text) == parsed(text));
  }
}

TEST_CASE("the scanner takes nothing that the parser refuses") {
  for (const char* const text : {"",
                                 " ",
                                 "[",
                                 "[1",
                                 "[1,",
                                 "[1,]",
                                 "[,1]",
                                 "{\"a\"}",
                                 "{\"a\":}",
                                 "{\"a\":1,}",
                                 "{a:1}",
                                 "01",
                                 "-",
                                 "1.",
                                 ".5",
                                 "1e",
                                 "1e+",
                                 "+1",
                                 "tru",
                                 "nul",
                                 "truex",
                                 "\"",
                                 "\"a",
                                 "\"\\",
                                 "\"\\\"",
                                 "\"\\x\"",
                                 "\"\\u12\"",
                                 "\"\\u12g4\"",
                                 "\"\\uD800\"",
                                 "\"\\uD800\\n\"",
                                 "\"\\uDC00\"",
                                 "\"\\uD800\\u0041\"",
                                 "\"\n\"",
                                 "\"\xFF\"",
                                 "\"\xC3\"",
                                 "\"\xED\xA0\x80\"",
                                 "\"abcdefgh\x1F\"",
                                 "[1}",
                                 "{\"a\":1]",
                                 "1 2",
                                 "[]]",
                                 "[[[[[[[[[]]]]]]]]]",
                                 "1e999"}) {
    INFO(text);
    CHECK_FALSE(scanned(text));
    CHECK_FALSE(parsed(text));
  }
  CHECK_FALSE(scanned(std::string("[1]\0x", 5)));
}

TEST_CASE("what the scanner takes of damaged documents is what the parser reads there") {
  constexpr std::string_view bytes = "{}[]\",:\\u0019deltrus-.+E\n\xC3\xA9\xFF \x1F";
  std::mt19937 random(11);
  std::size_t taken = 0;
  for (int i = 0; i < 30'000; ++i) {
    std::string text = sample;
    for (std::size_t faults = 1 + random() % 3; faults > 0; --faults) {
      const std::size_t at = random() % text.size();
      if (random() % 3 == 0) {
        text.erase(at, 1 + random() % 4);
      } else {
        text[at] = bytes[random() % bytes.size()];
      }
    }
    if (const auto events = scanned(text)) {
      ++taken;
      REQUIRE(events == parsed(text));
    } else if (i % 50 == 0) {
      static_cast<void>(parsed(text));
    }
  }
  CHECK(taken > 1'000);
}
