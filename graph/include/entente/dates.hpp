// Calendar dates with their precision, and intervals of them.
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace entente {

enum class DatePrecision { year, month, day };

/// A date in the proleptic Gregorian calendar, known to the year, the month or the day.
/// Years run from 1 to 9999.
class Date {
 public:
  /// The year as a whole; with a month, that month; with a day, that day. The parts must form a real date.
  explicit Date(int year, unsigned month = 0, unsigned day = 0);

  /// Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; nothing for anything else or for a day that does not exist.
  static std::optional<Date> parse(std::string_view iso);
  /// The day `days` after 1970-01-01 (before it when negative).
  static Date from_day_number(long days);

  [[nodiscard]] DatePrecision precision() const;
  [[nodiscard]] int year() const { return year_; }
  [[nodiscard]] unsigned month() const { return month_; }  ///< 1 to 12, or 0 when only the year is known
  [[nodiscard]] unsigned day() const { return day_; }      ///< 1 to 31, or 0 when the day is not known

  /// Days from 1970-01-01 to the first and to the last day that the date covers.
  [[nodiscard]] long first_day_number() const;
  [[nodiscard]] long last_day_number() const;

  [[nodiscard]] std::string to_string() const;  ///< ISO 8601, as `parse` reads it
  friend auto operator<=>(const Date&, const Date&) = default;

 private:
  int year_;
  unsigned month_;
  unsigned day_;
};

/// A stretch of time between two dates, both included; a missing end is open.
class DateInterval {
 public:
  DateInterval(Date single) : from_(single), to_(single) {}  // NOLINT(google-explicit-constructor)
  /// At least one end is given, and `from` does not begin after `to` ends.
  DateInterval(std::optional<Date> from, std::optional<Date> to);

  /// Reads one date, or `FROM/TO` in which one end may be empty or `..`; nothing for anything else.
  static std::optional<DateInterval> parse(std::string_view iso);

  [[nodiscard]] const std::optional<Date>& from() const { return from_; }
  [[nodiscard]] const std::optional<Date>& to() const { return to_; }

  /// Day numbers of the ends; the smallest or largest `long` for an open end.
  [[nodiscard]] long first_day_number() const;
  [[nodiscard]] long last_day_number() const;
  [[nodiscard]] bool overlaps(const DateInterval& other) const;

  [[nodiscard]] std::string to_string() const;  ///< `YYYY-MM-DD` or `FROM/TO`; an open end is written empty
  friend auto operator<=>(const DateInterval&, const DateInterval&) = default;

 private:
  std::optional<Date> from_;
  std::optional<Date> to_;
};

}  // namespace entente
