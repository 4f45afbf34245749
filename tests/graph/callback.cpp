#include <entente/callback.hpp>

#include <string>

#include <catch2/catch.hpp>

using entente::Callback;

TEST_CASE("A callback calls what it holds, and copies share it") {
  int calls = 0;
  const Callback<std::string(int, const std::string&)> repeat = [calls = 0, &total = calls](
                                                                    int times, const std::string& text) mutable {
    total = ++calls;
    std::string result;
    for (int i = 0; i < times; ++i) result += text;
    return result;
  };
  const Callback copy = repeat;
  CHECK(repeat(2, "ab") == "abab");
  CHECK(copy(3, "c") == "ccc");
  CHECK(calls == 2);
}

TEST_CASE("A callback may hold nothing") {
  Callback<void()> nothing;
  CHECK_FALSE(nothing);
  nothing = [] {};
  CHECK(nothing);
  nothing = nullptr;
  CHECK_FALSE(nothing);
}
