#include "prose/language/calendar.hpp"

#include <catch2/catch.hpp>

using namespace entente::prose;

namespace {

std::string date_in(std::string_view text) {
  const auto date = find_date(text);
  return date ? date->to_string() : "none";
}

}  // namespace

TEST_CASE("months are known by name and abbreviation") {
  CHECK(month_named("January") == 1);
  CHECK(month_named("sept.") == 9);
  CHECK(month_named("Dec") == 12);
  CHECK(month_named("MAY") == 5);
  CHECK(month_named("Mayor") == 0);
  CHECK(month_named("") == 0);
}

TEST_CASE("weekdays count from Monday") {
  CHECK(weekday_named("Monday") == 1);
  CHECK(weekday_named("sunday") == 7);
  CHECK(weekday_named("Someday") == 0);
}

TEST_CASE("numbers are words up to twenty, digits and ordinals") {
  CHECK(number_named("seven") == 7);
  CHECK(number_named("Twenty") == 20);
  CHECK(number_named("31") == 31);
  CHECK(number_named("4th") == 4);
  CHECK_FALSE(number_named("4x"));
  CHECK_FALSE(number_named("many"));
  CHECK_FALSE(number_named(""));
  CHECK_FALSE(number_named("99999999999999999999"));
}

TEST_CASE("the first date with a year is found in every common form") {
  CHECK(date_in("Published 4 January 2022 in Bern") == "2022-01-04");
  CHECK(date_in("Nov. 9, 1989") == "1989-11-09");
  CHECK(date_in("Spring 1990, March 1991") == "1991-03");
  CHECK(date_in("dated 2003-02-05, revised") == "2003-02-05");
  CHECK(date_in("the 3rd of May") == "none");
  CHECK(date_in("It was 1984") == "none");
}

TEST_CASE("of a span of days the last counts, because then it was written") {
  CHECK(date_in("November 2-16, 2022") == "2022-11-16");
}

TEST_CASE("days that do not exist are no dates") {
  CHECK(date_in("30 February 2021") == "none");
  CHECK(date_in("2021-13-01") == "none");
}

TEST_CASE("a dateline is cut from the report that it opens") {
  const Dateline wire = find_dateline("NAIROBI, Aug. 8, 1998 (Lake Agency) - A bomb exploded.");
  CHECK(wire.length == std::string_view("NAIROBI, Aug. 8, 1998 (Lake Agency) - ").size());
  REQUIRE(wire.date);
  CHECK(wire.date->to_string() == "1998-08-08");
  CHECK(wire.agency == "Lake Agency");
}

TEST_CASE("a dateline may have no date and no agency") {
  const Dateline plain = find_dateline("GENEVA — The delegates left.");
  CHECK(plain.length == std::string_view("GENEVA — ").size());
  CHECK_FALSE(plain.date);
  CHECK(plain.agency.empty());
}

TEST_CASE("a dateline may end in a full stop") {
  CHECK(find_dateline("MANILA, July 19, 2016. Last week the court ruled.").date->to_string() == "2016-07-19");
}

TEST_CASE("a sentence that opens with capitals has no dateline") {
  CHECK(find_dateline("NATO agreed to hold talks.").length == 0);
  CHECK(find_dateline("Moscow - a city of stairs.").length == 0);
  CHECK(find_dateline("").length == 0);
}

TEST_CASE("years that no text is of are passed over") {
  CHECK(date_in("0001-01-01") == "none");
  CHECK(date_in("9999-12-31") == "none");
}
