#include <entente/dates.hpp>

#include <algorithm>
#include <cassert>
#include <chrono>
#include <limits>

namespace entente {
namespace {

constexpr int last_year = 9999;

bool is_real(int year, unsigned month, unsigned day) {
  if (year < 1 || year > last_year || month > 12) return false;
  if (month == 0) return day == 0;
  using namespace std::chrono;
  return day == 0 || year_month_day{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}}.ok();
}

long day_number(std::chrono::sys_days days) {
  return days.time_since_epoch().count();
}

void append_padded(std::string& text, unsigned number, std::size_t width) {
  const std::string digits = std::to_string(number);
  text.append(width - std::min(width, digits.size()), '0').append(digits);
}

// The number that `text` writes with exactly `width` digits at `offset`, or nothing.
std::optional<unsigned> digits_at(std::string_view text, std::size_t offset, std::size_t width) {
  if (text.size() < offset + width) return std::nullopt;
  unsigned number = 0;
  for (char digit : text.substr(offset, width)) {
    if (digit < '0' || digit > '9') return std::nullopt;
    number = number * 10 + static_cast<unsigned>(digit - '0');
  }
  return number;
}

bool is_open(std::string_view end) {
  return end.empty() || end == "..";
}

}  // namespace

Date::Date(int year, unsigned month, unsigned day)
    : code_((static_cast<std::uint32_t>(year) << 9U) | (month << 5U) | day) {
  assert(is_real(year, month, day));
}

std::optional<Date> Date::parse(std::string_view iso) {
  const bool has_month = iso.size() >= 7;
  const bool has_day = iso.size() == 10;
  if (iso.size() != 4 && iso.size() != 7 && !has_day) return std::nullopt;
  if ((has_month && iso[4] != '-') || (has_day && iso[7] != '-')) return std::nullopt;
  const auto year = digits_at(iso, 0, 4);
  const auto month = has_month ? digits_at(iso, 5, 2) : 0U;
  const auto day = has_day ? digits_at(iso, 8, 2) : 0U;
  // A month or day that is written must not be zero.
  if (!year || !month || !day || (has_month && *month == 0) || (has_day && *day == 0)) return std::nullopt;
  if (!is_real(static_cast<int>(*year), *month, *day)) return std::nullopt;
  return Date(static_cast<int>(*year), *month, *day);
}

Date Date::from_day_number(long days) {
  const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days{days}}};
  return Date(static_cast<int>(date.year()), static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

DatePrecision Date::precision() const {
  if (month() == 0) return DatePrecision::year;
  return day() == 0 ? DatePrecision::month : DatePrecision::day;
}

long Date::first_day_number() const {
  using namespace std::chrono;
  return day_number(std::chrono::year{year()} / std::chrono::month{std::max(month(), 1U)} /
                    std::chrono::day{std::max(day(), 1U)});
}

long Date::last_day_number() const {
  if (day() != 0) return first_day_number();
  return day_number(std::chrono::year{year()} / std::chrono::month{month() == 0 ? 12U : month()} / std::chrono::last);
}

std::string Date::to_string() const {
  std::string iso;
  append_padded(iso, static_cast<unsigned>(year()), 4);
  for (unsigned part : {month(), day()}) {
    if (part != 0) append_padded(iso += '-', part, 2);
  }
  return iso;
}

DateInterval::DateInterval(std::optional<Date> from, std::optional<Date> to)
    : from_(from ? from->code() : 0), to_(to ? to->code() : 0) {
  assert(from || to);
  assert(first_day_number() <= last_day_number());
}

std::optional<DateInterval> DateInterval::parse(std::string_view iso) {
  const auto slash = iso.find('/');
  if (slash == std::string_view::npos) {
    auto single = Date::parse(iso);
    return single ? std::optional(DateInterval(*single)) : std::nullopt;
  }
  const auto from_text = iso.substr(0, slash);
  const auto to_text = iso.substr(slash + 1);
  const auto from = Date::parse(from_text);
  const auto to = Date::parse(to_text);
  if ((!from && !is_open(from_text)) || (!to && !is_open(to_text)) || (!from && !to)) return std::nullopt;
  if (from && to && from->first_day_number() > to->last_day_number()) return std::nullopt;
  return DateInterval(from, to);
}

long DateInterval::first_day_number() const {
  return from_ != 0 ? Date::from_code(from_).first_day_number() : std::numeric_limits<long>::min();
}

long DateInterval::last_day_number() const {
  return to_ != 0 ? Date::from_code(to_).last_day_number() : std::numeric_limits<long>::max();
}

bool DateInterval::overlaps(const DateInterval& other) const {
  return first_day_number() <= other.last_day_number() && other.first_day_number() <= last_day_number();
}

std::string DateInterval::to_string() const {
  if (from_ == to_) return Date::from_code(from_).to_string();
  std::string iso = from_ != 0 ? Date::from_code(from_).to_string() : std::string();
  iso += '/';
  if (to_ != 0) iso += Date::from_code(to_).to_string();
  return iso;
}

}  // namespace entente
