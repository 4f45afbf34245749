#include <entente/unicode.hpp>

#include <catch2/catch.hpp>

#include <random>
#include <string>

using namespace entente;
using namespace std::string_literals;

namespace {

void append_utf8(std::string& text, char32_t c) {
  const auto byte = [&](char32_t value) { text += static_cast<char>(value); };
  const auto tail = [&](unsigned shift) { byte(0x80 | ((c >> shift) & 0x3F)); };
  if (c < 0x80) return byte(c);
  if (c < 0x800) return byte(0xC0 | (c >> 6)), tail(0);
  if (c < 0x10000) return byte(0xE0 | (c >> 12)), tail(6), tail(0);
  byte(0xF0 | (c >> 18)), tail(12), tail(6), tail(0);
}

// Random valid UTF-8 with runs of ASCII, and where each code point begins.
std::string random_text(std::mt19937& random, std::size_t length, std::vector<std::size_t>& begins) {
  static constexpr char32_t ceilings[] = {0x80, 0x80, 0x80, 0x800, 0xD800, 0x110000};
  std::string text;
  while (begins.size() < length) {
    const char32_t ceiling = ceilings[random() % std::size(ceilings)];
    const char32_t c = static_cast<char32_t>(random()) % ceiling;
    if (c >= 0xD800 && c < 0xE000) continue;
    begins.push_back(text.size());
    append_utf8(text, c);
  }
  return text;
}

}  // namespace

TEST_CASE("the index of code points agrees with counting on random texts") {
  std::mt19937 random(7);
  for (std::size_t length : {0U, 1U, 2U, 63U, 64U, 65U, 127U, 128U, 129U, 500U, 1000U}) {
    std::vector<std::size_t> begins;
    const std::string text = random_text(random, length, begins);
    const CodePointIndex index(text);
    CHECK(count_code_points(text) == length);
    CHECK_FALSE(first_invalid_utf8(text));
    std::uint32_t begun = 0;
    for (std::size_t byte = 0; byte <= text.size(); ++byte) {
      REQUIRE(index.to_code_points(byte) == begun);
      if (begun < begins.size() && begins[begun] == byte) ++begun;
    }
    for (std::uint32_t i = 0; i < begins.size(); ++i) REQUIRE(index.to_bytes(i) == begins[i]);
    CHECK(index.to_bytes(static_cast<std::uint32_t>(length)) == text.size());
    CHECK(index.to_bytes(static_cast<std::uint32_t>(length) + 1000) == text.size());
    CHECK(index.to_code_points(text.size() + 1000) == length);
  }
}

TEST_CASE("the index also serves texts of plain ASCII and of a multiple of 64 bytes") {
  const std::string text(256, 'x');
  const CodePointIndex index(text);
  for (std::uint32_t i = 0; i <= 256; ++i) {
    REQUIRE(index.to_bytes(i) == i);
    REQUIRE(index.to_code_points(i) == i);
  }
}

TEST_CASE("every code point that exists is valid UTF-8 and no surrogate is") {
  std::string text;
  for (char32_t c = 0; c < 0x110000; ++c) {
    text.clear();
    append_utf8(text, c);
    const bool surrogate = c >= 0xD800 && c < 0xE000;
    if (first_invalid_utf8(text).has_value() != surrogate) FAIL("U+" << std::hex << static_cast<unsigned>(c));
  }
  SUCCEED();
}

TEST_CASE("the first invalid byte is found, behind plain and other text") {
  struct Case {
    const char* what;
    std::string bytes;
  };
  const auto bad = GENERATE(values<Case>({
      {"lonely continuation", "\x80"},
      {"highest continuation", "\xBF"},
      {"overlong of two", "\xC0\xAF"},
      {"overlong of two, highest", "\xC1\xBF"},
      {"overlong of three", "\xE0\x80\xAF"},
      {"overlong of three, highest", "\xE0\x9F\xBF"},
      {"overlong of four", "\xF0\x80\x80\xAF"},
      {"overlong of four, highest", "\xF0\x8F\xBF\xBF"},
      {"first surrogate", "\xED\xA0\x80"},
      {"last surrogate", "\xED\xBF\xBF"},
      {"beyond the last code point", "\xF4\x90\x80\x80"},
      {"lead byte F5", "\xF5\x80\x80\x80"},
      {"five bytes", "\xF8\x88\x80\x80\x80"},
      {"byte FE", "\xFE"},
      {"byte FF", "\xFF"},
      {"two bytes cut short", "\xC3"},
      {"three bytes cut short", "\xE2\x82"},
      {"four bytes cut short", "\xF0\x9F\x98"},
      {"continuation is a letter", "\xE2\x82x"},
      {"continuation is a lead byte", "\xC3\xC3\xA9"},
  }));
  CAPTURE(bad.what);
  CHECK(first_invalid_utf8(bad.bytes) == 0);
  const std::string before = "plain text of more than eight bytes, then é and 😀";
  CHECK(first_invalid_utf8(before + bad.bytes) == before.size());
  CHECK(first_invalid_utf8(before + bad.bytes + " and more plain text") == before.size());
}

TEST_CASE("stray bytes count as one code point each") {
  CHECK(count_code_points("") == 0);
  CHECK(count_code_points("Šefčovič") == 8);
  CHECK(count_code_points("a\xFF\xFE"
                          "b") == 4);
  CHECK(count_code_points("\xE2\x82") == 2);
  CHECK(count_code_points("\0\0"s) == 2);
}
