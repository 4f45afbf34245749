// Dates as English writes them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <entente/dates.hpp>

namespace entente::prose {

/// 1 to 12 for the name of a month or its abbreviation, case-insensitively; 0 for other words.
unsigned month_named(std::string_view word);
/// 1 (Monday) to 7 (Sunday) for the name of a weekday; 0 for other words.
unsigned weekday_named(std::string_view word);
/// The number that a word up to "twenty" or digits ("4", "4th") stand for; nothing for other words.
std::optional<int> number_named(std::string_view word);

/// The first date with a year in the text: "4 January 2022", "Jan. 4, 2022", "January 2022", "2022-01-04". O(length).
std::optional<Date> find_date(std::string_view text);

/// The number of days of a month.
unsigned last_day_of_month(int year, unsigned month);
/// The month `count` months before or after a date's month.
Date shifted_month(const Date&, int count);
/// The date `count` units ('d', 'w', 'm' or 'y': days, weeks, months, years) from another, no more precise than the
/// unit.
Date shifted(const Date& from, int count, char unit);
/// The time of that many units that begins on a date. Months and years are counted to the day when `to_the_day`, as a
/// deadline is; otherwise the interval is as precise as the unit.
DateInterval lasting_from(const Date& start, int count, char unit, bool to_the_day);

/// The head of a news report: "PRETORIA, Nov. 2, 2022 (Agency) - ".
struct Dateline {
  std::size_t length = 0;  ///< bytes up to the report; 0: there is none
  std::optional<Date> date;
  std::string agency;
};
Dateline find_dateline(std::string_view paragraph);

}  // namespace entente::prose
