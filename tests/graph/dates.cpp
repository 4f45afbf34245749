#include <entente/dates.hpp>

#include <catch2/catch.hpp>

#include <limits>
#include <random>

using namespace entente;

namespace {

// The length of a month by the rule as children learn it, independent of the library.
unsigned month_length(int year, unsigned month) {
  if (month == 2) return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

}  // namespace

TEST_CASE("day numbers count every day from the year 1 to the year 9999") {
  long expected = -719162;  // 0001-01-01
  bool all_agree = true;
  for (int year = 1; year <= 9999; ++year) {
    const long new_year = expected;
    for (unsigned month = 1; month <= 12; ++month) {
      const Date whole_month(year, month);
      all_agree = all_agree && whole_month.first_day_number() == expected;
      for (unsigned day = 1; day <= month_length(year, month); ++day, ++expected) {
        const Date date(year, month, day);
        all_agree = all_agree && date.first_day_number() == expected && date.last_day_number() == expected;
        all_agree = all_agree && Date::from_day_number(expected) == date;
      }
      all_agree = all_agree && whole_month.last_day_number() == expected - 1;
    }
    all_agree = all_agree && Date(year).first_day_number() == new_year && Date(year).last_day_number() == expected - 1;
    REQUIRE(all_agree);
  }
  CHECK(Date(1970, 1, 1).first_day_number() == 0);
}

TEST_CASE("dates of every precision survive being written and read") {
  std::mt19937 random(1);
  for (int i = 0; i < 2000; ++i) {
    const int year = std::uniform_int_distribution(1, 9999)(random);
    const unsigned month = std::uniform_int_distribution(0U, 12U)(random);
    const unsigned day = month == 0 ? 0 : std::uniform_int_distribution(0U, month_length(year, month))(random);
    const Date date(year, month, day);
    REQUIRE(Date::parse(date.to_string()) == date);
  }
  CHECK(Date(2022).to_string() == "2022");
  CHECK(Date(476, 9).to_string() == "0476-09");
  CHECK(Date(2022, 1, 9).to_string() == "2022-01-09");
}

TEST_CASE("the precision of a date is that of its last part") {
  CHECK(Date(2022).precision() == DatePrecision::year);
  CHECK(Date(2022, 2).precision() == DatePrecision::month);
  CHECK(Date(2022, 2, 24).precision() == DatePrecision::day);
}

TEST_CASE("texts that are no dates are not read") {
  const auto text = GENERATE("", "22", "2022-", "2022-1", "2022-1-9", "2022-13", "2022-00", "2022-00-00", "2022-02-29",
                             "1900-02-29", "2022-04-31", "2022-01-00", "0000", "0000-01-01", "20220109", "2022/01/09",
                             "2022-01-09T00:00", " 2022", "2022 ", "+022", "-022", "2022-01-0x", "２０２２");
  CAPTURE(text);
  CHECK_FALSE(Date::parse(text));
}

TEST_CASE("leap days exist in leap years") {
  CHECK(Date::parse("2024-02-29"));
  CHECK(Date::parse("2000-02-29"));
}

TEST_CASE("intervals survive being written and read") {
  const auto text =
      GENERATE("2022", "2022-01-09", "2022-01-09/2022-01-10", "1997/2002-05", "/2021-12-18", "2008-02-17/");
  CAPTURE(text);
  const auto interval = DateInterval::parse(text);
  REQUIRE(interval);
  CHECK(interval->to_string() == text);
}

TEST_CASE("other ways of writing an interval are read as well") {
  CHECK(DateInterval::parse("../2021-12-18") == DateInterval::parse("/2021-12-18"));
  CHECK(DateInterval::parse("2008-02-17/..") == DateInterval::parse("2008-02-17/"));
  CHECK(DateInterval::parse("2015/2015") == DateInterval(Date(2015)));
  CHECK(DateInterval::parse("2015-03/2015"));
}

TEST_CASE("texts that are no intervals are not read") {
  const auto text = GENERATE("", "/", "../..", "/..", "2022/2021", "2022-01-10/2022-01-09", "2022//2023", "2022/x",
                             "x/2022", "2022/2023/2024", "2022-02-30/2023", "./2022", "2016/2015-12-31");
  CAPTURE(text);
  CHECK_FALSE(DateInterval::parse(text));
}

TEST_CASE("an open end reaches as far as numbers do") {
  const auto until = *DateInterval::parse("/2021-12-18");
  CHECK(until.first_day_number() == std::numeric_limits<long>::min());
  CHECK(until.last_day_number() == Date(2021, 12, 18).last_day_number());
  CHECK_FALSE(until.from());
  const auto since = *DateInterval::parse("2008-02-17/");
  CHECK(since.first_day_number() == Date(2008, 2, 17).first_day_number());
  CHECK(since.last_day_number() == std::numeric_limits<long>::max());
}

TEST_CASE("intervals overlap when they share a day") {
  const auto overlap = [](const char* a, const char* b) {
    const bool forth = DateInterval::parse(a)->overlaps(*DateInterval::parse(b));
    const bool back = DateInterval::parse(b)->overlaps(*DateInterval::parse(a));
    CHECK(forth == back);
    return forth;
  };
  CHECK(overlap("2022", "2022-12-31"));
  CHECK(overlap("2021-12/2022-01-01", "2022"));
  CHECK(overlap("2022-01/", "/2022-01-01"));
  CHECK(overlap("1990/", "2000/"));
  CHECK_FALSE(overlap("2022", "2023-01-01/"));
  CHECK_FALSE(overlap("/2021", "2022"));
  CHECK_FALSE(overlap("2022-02-28", "2022-03"));
}

TEST_CASE("dates are ordered by time, the less precise first") {
  CHECK(Date(2021, 12, 31) < Date(2022));
  CHECK(Date(2022) < Date(2022, 1));
  CHECK(Date(2022, 1) < Date(2022, 1, 1));
  CHECK(Date(2022, 1, 31) < Date(2022, 2));
}
