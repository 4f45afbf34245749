// Calendar dates with their precision, and intervals of them.
#pragma once

#include <compare>
#include <cstdint>
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
  [[nodiscard]] int year() const { return static_cast<int>(code_ >> 9U); }
  [[nodiscard]] unsigned month() const { return (code_ >> 5U) & 15U; }  ///< 1 to 12, or 0 when only the year is known
  [[nodiscard]] unsigned day() const { return code_ & 31U; }            ///< 1 to 31, or 0 when the day is not known

  /// The date as a number, never zero; those of two dates are ordered as the dates are. And back, from such a number.
  [[nodiscard]] constexpr std::uint32_t code() const { return code_; }
  static constexpr Date from_code(std::uint32_t code) { return Date(Code{code}); }

  /// Days from 1970-01-01 to the first and to the last day that the date covers.
  [[nodiscard]] long first_day_number() const;
  [[nodiscard]] long last_day_number() const;

  [[nodiscard]] std::string to_string() const;  ///< ISO 8601, as `parse` reads it
  friend auto operator<=>(const Date&, const Date&) = default;

 private:
  struct Code {
    std::uint32_t bits;
  };
  constexpr explicit Date(Code code) : code_(code.bits) {}

  std::uint32_t code_;  // four bits of month and five of day below the year
};

/// A stretch of time between two dates, both included; a missing end is open.
class DateInterval {
 public:
  DateInterval(Date single) : from_(single.code()), to_(single.code()) {}  // NOLINT(google-explicit-constructor)
  /// At least one end is given, and `from` does not begin after `to` ends.
  DateInterval(std::optional<Date> from, std::optional<Date> to);

  /// Reads one date, or `FROM/TO` in which one end may be empty or `..`; nothing for anything else.
  static std::optional<DateInterval> parse(std::string_view iso);

  [[nodiscard]] std::optional<Date> from() const { return date_of(from_); }
  [[nodiscard]] std::optional<Date> to() const { return date_of(to_); }

  /// The codes of the ends, zero for an open one. And back, from the codes of an interval.
  [[nodiscard]] constexpr std::uint32_t from_code() const { return from_; }
  [[nodiscard]] constexpr std::uint32_t to_code() const { return to_; }
  static constexpr DateInterval from_codes(std::uint32_t from, std::uint32_t to) { return {Codes{from, to}}; }

  /// Day numbers of the ends; the smallest or largest `long` for an open end.
  [[nodiscard]] long first_day_number() const;
  [[nodiscard]] long last_day_number() const;
  [[nodiscard]] bool overlaps(const DateInterval& other) const;

  [[nodiscard]] std::string to_string() const;  ///< `YYYY-MM-DD` or `FROM/TO`; an open end is written empty
  friend auto operator<=>(const DateInterval&, const DateInterval&) = default;

 private:
  struct Codes {
    std::uint32_t from;
    std::uint32_t to;
  };
  constexpr DateInterval(Codes codes) : from_(codes.from), to_(codes.to) {}
  static std::optional<Date> date_of(std::uint32_t code) {
    return code == 0 ? std::nullopt : std::optional(Date::from_code(code));
  }

  std::uint32_t from_;
  std::uint32_t to_;
};

}  // namespace entente
