#include <json_tokens.hpp>

#include <catch2/catch.hpp>

#include <atomic>
#include <optional>
#include <string>
#include <string_view>

#include <entente/diagnostics.hpp>

using namespace entente;

namespace {

/// Writes down what happens, and where.
class Record final : public JsonEvents {
 public:
  bool key(const JsonValue& name) override { return note("key", name); }
  bool scalar(const JsonValue& value) override { return note("value", value); }
  bool open(JsonKind, std::size_t begin) override {
    text += "open at " + std::to_string(begin) + "\n";
    return true;
  }
  bool close(std::size_t end) override {
    text += "close before " + std::to_string(end) + "\n";
    return true;
  }

  std::string text;

 private:
  bool note(std::string_view what, const JsonValue& value) {
    text += std::string(what) + " from " + std::to_string(value.span.begin) + " to " + std::to_string(value.span.end) +
            " '" + std::string(value.text) + "'\n";
    return true;
  }
};

constexpr std::size_t max_depth = 5;
constexpr std::size_t depth = 2;

std::optional<std::string> in_stretch(const std::string& text, JsonStretch stretch) {
  Record record;
  const std::atomic<bool> abandoned = false;
  if (!read_json_stretch(text, stretch, depth, max_depth, record, abandoned)) return std::nullopt;
  return record.text;
}

}  // namespace

TEST_CASE("stretches of a list give the events of the whole document, at the same places") {
  const std::string text = R"({"relations": [{"a": "b"} , {"a": "\u00e9\n"},  {"c": [1, true]} ] } )";
  const std::size_t first = text.find("{\"a\": \"b");
  const std::size_t second = text.find("{\"a\": \"\\u");
  const auto one = in_stretch(text, {first, second});
  const auto rest = in_stretch(text, {second, text.size()});
  REQUIRE(one);
  REQUIRE(rest);
  Record whole;
  Diagnostics diagnostics;
  REQUIRE(read_json(text, max_depth, whole, diagnostics));
  CHECK(whole.text.find(*one + *rest) != std::string::npos);
}

TEST_CASE("a stretch with a fault, or with something else than its objects, is refused") {
  const std::string text = R"([[{"a": 1}, {"a": 2}, 3, {"a": 4}], 5])";
  const auto at = [&](std::string_view what) { return text.find(what); };
  CHECK(in_stretch(text, {at("{\"a\": 1"), at("{\"a\": 2")}));
  CHECK_FALSE(in_stretch(text, {at("{\"a\": 1"), at("{\"a\": 4")}));      // a number between
  CHECK_FALSE(in_stretch(text, {at("{\"a\": 1"), at("{\"a\": 2") + 1}));  // ends elsewhere
  CHECK_FALSE(in_stretch(text, {at("{\"a\": 4"), text.size()}));          // not the last field of an object
  CHECK_FALSE(in_stretch(text, {at("3"), text.size()}));
  for (const std::string fault : {R"({"r": [{"a" 1}]})", R"({"r": [{"a": [[[1]]]}]})", R"({"r": [{"a": "\udc00"}]})",
                                  R"({"r": [{"a": 1}]} x)", R"({"r": [{"a": 1}, ]})"}) {
    INFO(fault);
    CHECK_FALSE(in_stretch(fault, {7, fault.size()}));
  }
}

TEST_CASE("who abandons the reading is obeyed") {
  const std::string text = R"({"r": [{"a": 1}]})";
  Record record;
  const std::atomic<bool> abandoned = true;
  CHECK_FALSE(read_json_stretch(text, {7, text.size()}, depth, max_depth, record, abandoned));
  CHECK(record.text.empty());
}
