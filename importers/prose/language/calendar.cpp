#include "prose/language/calendar.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

#include "prose/language/characters.hpp"

namespace entente::prose {
namespace {

constexpr std::array<std::string_view, 12> months = {"january",   "february", "march",    "april",
                                                     "may",       "june",     "july",     "august",
                                                     "september", "october",  "november", "december"};
constexpr std::array<std::string_view, 7> weekdays = {"monday", "tuesday",  "wednesday", "thursday",
                                                      "friday", "saturday", "sunday"};
constexpr std::array<std::string_view, 21> numbers = {
    "zero",     "one",     "two",     "three",     "four",     "five",     "six",
    "seven",    "eight",   "nine",    "ten",       "eleven",   "twelve",   "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"};

std::optional<int> digits(std::string_view word) {
  int value = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
  if (error != std::errc() || end == word.data()) return std::nullopt;
  const std::string_view rest = word.substr(static_cast<std::size_t>(end - word.data()));
  if (rest.empty() || rest == "st" || rest == "nd" || rest == "rd" || rest == "th") return value;
  return std::nullopt;
}

/// Words of letters, digits and hyphens.
std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  std::size_t begin = 0;
  auto inside = [](char c) {
    return c == '-' || is_digit(static_cast<unsigned char>(c)) || is_letter(static_cast<unsigned char>(c));
  };
  for (std::size_t i = 0; i <= text.size(); ++i) {
    if (i < text.size() && inside(text[i])) continue;
    if (i > begin) words.push_back(text.substr(begin, i - begin));
    begin = i + 1;
  }
  return words;
}

/// Whether a text may be of that year; leaves room on both sides for dates that are counted from it.
bool is_plausible(int year) {
  return year >= 1000 && year <= 2999;
}

std::optional<int> year_named(std::string_view word) {
  const auto value = word.size() == 4 ? digits(word) : std::nullopt;
  return value && is_plausible(*value) ? value : std::nullopt;
}

std::optional<Date> make_date(int year, unsigned month, int day) {
  std::string iso = std::to_string(year) + (month < 10 ? "-0" : "-") + std::to_string(month);
  if (day > 0) iso += (day < 10 ? "-0" : "-") + std::to_string(day);
  return Date::parse(iso);
}

}  // namespace

unsigned month_named(std::string_view word) {
  if (word.ends_with('.')) word.remove_suffix(1);
  if (word.size() < 3 || word.size() > 9) return 0;
  const std::string folded = lower(word);
  for (unsigned m = 0; m < 12; ++m) {
    if (folded == months[m] || (folded.size() == 3 && months[m].starts_with(folded)) || (m == 8 && folded == "sept")) {
      return m + 1;
    }
  }
  return 0;
}

unsigned weekday_named(std::string_view word) {
  if (word.size() < 6 || word.size() > 9) return 0;
  const std::string folded = lower(word);
  const auto found = std::ranges::find(weekdays, folded);
  return found == weekdays.end() ? 0 : static_cast<unsigned>(found - weekdays.begin()) + 1;
}

std::optional<int> number_named(std::string_view word) {
  if (word.empty()) return std::nullopt;
  if (is_digit(static_cast<unsigned char>(word[0]))) return digits(word);
  const std::string folded = lower(word);
  const auto found = std::ranges::find(numbers, folded);
  if (found == numbers.end()) return std::nullopt;
  return static_cast<int>(found - numbers.begin());
}

std::optional<Date> find_date(std::string_view text) {
  const std::vector<std::string_view> words = words_of(text.substr(0, 400));
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i].size() == 10) {
      if (auto iso = Date::parse(words[i]); iso && is_plausible(iso->year())) return iso;
    }
    const auto year = year_named(words[i]);
    if (!year || i == 0) continue;
    const unsigned month_before = month_named(words[i - 1]);
    if (month_before > 0) {  // 4 January 2022, January 2022
      const auto day = i >= 2 ? digits(words[i - 2]) : std::nullopt;
      return make_date(*year, month_before, day && *day <= 31 ? *day : 0);
    }
    const auto day = digits(words[i - 1]);  // January 4, 2022
    const unsigned month = i >= 2 ? month_named(words[i - 2]) : 0;
    if (day && month > 0) return make_date(*year, month, *day);
    const std::size_t dash = words[i - 1].find('-');  // November 2-16, 2022
    const auto last = dash == std::string_view::npos ? std::nullopt : digits(words[i - 1].substr(dash + 1));
    if (last && month > 0) return make_date(*year, month, *last);
  }
  return std::nullopt;
}

Dateline find_dateline(std::string_view paragraph) {
  const std::string_view head = paragraph.substr(0, 120);
  std::size_t capitals = 0;
  while (capitals < head.size() && head[capitals] != ' ' && head[capitals] != ',') ++capitals;
  if (!is_all_capitals(head.substr(0, capitals))) return {};
  std::size_t end = std::string_view::npos;
  std::size_t width = 0;
  for (std::string_view mark : {" - ", " – ", " — ", "—", " -- "}) {
    const std::size_t at = head.find(mark);
    if (at < end) end = at, width = mark.size();
  }
  if (end == std::string_view::npos) {  // "MANILA, July 19, 2016. Last Tuesday …"
    const auto date = find_date(head.substr(0, 45));
    const std::size_t stop = head.find(". ", 8);
    if (!date || stop == std::string_view::npos || stop > 45) return {};
    end = stop, width = 2;
  }
  Dateline dateline;
  dateline.length = end + width;
  dateline.date = find_date(head.substr(0, end));
  const std::size_t open = head.substr(0, end).find('(');
  const std::size_t close = head.substr(0, end).find(')');
  if (open != std::string_view::npos && close != std::string_view::npos && open < close) {
    dateline.agency = head.substr(open + 1, close - open - 1);
  }
  return dateline;
}

unsigned last_day_of_month(int year, unsigned month) {
  return static_cast<unsigned>(Date(year, month).last_day_number() - Date(year, month).first_day_number() + 1);
}

Date shifted_month(const Date& date, int count) {
  const int index = date.year() * 12 + static_cast<int>(std::max(1U, date.month())) - 1 + count;
  return Date(index / 12, static_cast<unsigned>(index % 12) + 1);
}

Date shifted(const Date& from, int count, char unit) {
  if (unit == 'd' || unit == 'w')
    return Date::from_day_number(from.first_day_number() + static_cast<long>(count) * (unit == 'w' ? 7 : 1));
  if (unit == 'm') return shifted_month(from, count);
  return Date(std::clamp(from.year() + count, 1, 9999));
}

DateInterval lasting_from(const Date& start, int count, char unit, bool to_the_day) {
  const bool days = unit == 'd' || unit == 'w';
  if (days || !to_the_day || start.precision() != DatePrecision::day) {
    const Date from = days || unit == 'm' ? start : Date(start.year());
    return {from, shifted(from, count, unit)};
  }
  const Date month = shifted_month(start, count * (unit == 'y' ? 12 : 1));
  const unsigned day = std::min(start.day(), last_day_of_month(month.year(), month.month()));
  return {start, Date(month.year(), month.month(), day)};
}

}  // namespace entente::prose
