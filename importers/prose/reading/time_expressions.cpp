#include "prose/reading/time_expressions.hpp"

#include <algorithm>
#include <array>

#include "prose/language/calendar.hpp"
#include "prose/language/characters.hpp"

namespace entente::prose {
namespace {

/// The weekday of a day number, 1 (Monday) to 7.
unsigned weekday_of(long day) {
  return static_cast<unsigned>(((day + 3) % 7 + 7) % 7) + 1;
}

std::optional<Date> real_date(int year, unsigned month, unsigned day) {
  if (year < 1 || year > 9999 || month < 1 || month > 12) return std::nullopt;
  if (day < 1 || day > last_day_of_month(year, month)) return std::nullopt;
  return Date(year, month, day);
}

class TimeFinder {
 public:
  explicit TimeFinder(Passage& passage) : passage_(passage) {}

  void run() {
    for (const Sentence& sentence : passage_.sentences) {
      begin_ = sentence.first_token;
      end_ = sentence.last_token;
      const auto& block_date = passage_.blocks[sentence.block].date;
      if (block_date) dateline_ = block_date;
      today_ = dateline_ ? dateline_ : passage_.imprint.date;
      if (today_ && today_->precision() != DatePrecision::day) today_.reset();
      for (std::uint32_t t = begin_; t < end_;) t = std::max(t + 1, read_at(t));
    }
  }

 private:
  [[nodiscard]] std::string_view text(std::uint32_t t) const {
    return t < end_ ? passage_.tokens[t].text : std::string_view{};
  }
  [[nodiscard]] std::string_view before(std::uint32_t t) const {
    return t > begin_ ? passage_.tokens[t - 1].text : std::string_view{};
  }
  [[nodiscard]] std::string low(std::uint32_t t) const { return lower(text(t)); }

  /// Whether shortly before token t the text speaks of what is to come.
  [[nodiscard]] bool future_near(std::uint32_t t) const {
    static constexpr std::array<std::string_view, 9> signs = {"will", "scheduled", "planned", "expected", "due",
                                                              "next", "upcoming",  "shall",   "plans"};
    constexpr std::uint32_t reach = 12;
    for (std::uint32_t k = t > begin_ + reach ? t - reach : begin_; k < std::min(end_, t + 6); ++k) {
      if (is_one_of(text(k), signs)) return true;
      if ((text(k) == "is" || text(k) == "are") && text(k + 1) == "to") return true;
    }
    return false;
  }

  /// "When the ministers meet on Sunday, …": a clause in the present that says when.
  [[nodiscard]] bool when_it_happens(std::uint32_t t) const {
    static constexpr std::array<std::string_view, 5> openers = {"when", "once", "until", "if", "before"};
    constexpr std::uint32_t reach = 12;
    bool present = false;
    for (std::uint32_t k = t; k > begin_ && k + reach > t; --k) {
      const Xpos xpos = passage_.tokens[k - 1].tag.xpos;
      if (xpos == Xpos::VBD) return false;
      present = present || xpos == Xpos::VBP || xpos == Xpos::VBZ;
      if (is_one_of(low(k - 1), openers)) return present;
    }
    return false;
  }

  [[nodiscard]] std::optional<int> year_at(std::uint32_t t) const {
    const std::string_view word = text(t);
    if (word.size() != 4) return std::nullopt;
    const auto value = number_named(word);
    return value && *value >= 1500 && *value <= 2100 && word[0] != '0' ? value : std::nullopt;
  }
  [[nodiscard]] std::optional<unsigned> day_at(std::uint32_t t) const {
    const std::string_view word = text(t);
    if (word.empty() || word.size() > 4 || !is_digit(static_cast<unsigned char>(word[0]))) return std::nullopt;
    const auto value = number_named(word);
    return value && *value >= 1 && *value <= 31 ? std::optional(static_cast<unsigned>(*value)) : std::nullopt;
  }
  [[nodiscard]] unsigned month_at(std::uint32_t t) const {
    if (!is_capitalised(text(t))) return 0;
    const unsigned month = month_named(text(t));
    if (month == 5 && text(t).size() == 3 && !day_at(t + 1) && !year_at(t + 1) && !preposition(before(t)) &&
        !day_at(t - 1)) {
      return 0;  // "May" may be a verb or a person
    }
    return month;
  }
  [[nodiscard]] static bool preposition(std::string_view word) {
    static constexpr std::array<std::string_view, 12> words = {"in",     "since", "of", "by",      "from", "until",
                                                               "before", "after", "to", "between", "last", "next"};
    return is_one_of(lower(word), words);
  }

  std::uint32_t read_at(std::uint32_t t) {
    for (auto reader : {&TimeFinder::term, &TimeFinder::stretch, &TimeFinder::month_first, &TimeFinder::day_first,
                        &TimeFinder::iso, &TimeFinder::year, &TimeFinder::named_day, &TimeFinder::weekday,
                        &TimeFinder::qualified_period, &TimeFinder::ago_or_later, &TimeFinder::next_day}) {
      const std::uint32_t end = (this->*reader)(t);
      if (end > t) return end;
    }
    return t;
  }

  /// The year of a month that is named without one: that which brings it nearest to the text's day, or, when nothing
  /// tells that day, the year last told.
  [[nodiscard]] std::optional<int> guess_year(unsigned month, std::uint32_t t) const {
    const std::string qualifier = lower(before(t));
    const Date* anchor = narrative_ && !recent_context() ? &*narrative_
                         : today_                        ? &*today_
                         : narrative_                    ? &*narrative_
                                                         : nullptr;
    if (anchor == nullptr) return std::nullopt;
    const int base = anchor->year();
    if (qualifier == "that" && narrative_) return narrative_->year();
    if (anchor == (narrative_ ? &*narrative_ : nullptr)) return base;
    const int difference = static_cast<int>(month) - static_cast<int>(anchor->month());
    if (qualifier == "last") return difference < 0 ? base : base - 1;
    if (qualifier == "next") return difference > 0 ? base : base + 1;
    if (future_near(t)) return difference < -3 ? base + 1 : base;
    return difference > 2 ? base - 1 : base;
  }
  /// Whether the narrative is about the time of writing, so that bare months count from there.
  [[nodiscard]] bool recent_context() const {
    return today_ && narrative_ && std::abs(narrative_->first_day_number() - today_->first_day_number()) < 500;
  }

  /// A day or month of which a stretch of time is made: "January", "3 March", "March 3, 2005".
  struct Bound {
    unsigned month = 0;
    std::optional<unsigned> day;
    std::optional<int> year;
    std::uint32_t end = 0;
    [[nodiscard]] std::optional<Date> in(int its_year) const {
      return day ? real_date(its_year, month, *day) : std::optional(Date(its_year, month));
    }
  };
  [[nodiscard]] std::optional<Bound> bound(std::uint32_t t) const {
    Bound it;
    if (!year_at(t) && month_at(t + 1) > 0) it.day = day_at(t);
    it.month = month_at(it.day ? t + 1 : t);
    if (it.month == 0) return std::nullopt;
    it.end = it.day ? t + 2 : t + 1;
    if (!it.day && !year_at(it.end) && (it.day = day_at(it.end))) ++it.end;
    const std::uint32_t year = it.day && text(it.end) == "," ? it.end + 1 : it.end;
    if ((it.year = year_at(year))) it.end = year + 1;
    return it;
  }

  /// "between January and July 2005", "from 3 March to 7 June 1999", "May–July 1999".
  std::uint32_t stretch(std::uint32_t t) {
    const auto from = bound(t);
    if (!from) return t;
    const std::string previous = lower(before(t));
    const std::string_view link = text(from->end);
    const bool linked = (previous == "between" && link == "and") || link == "-" || link == "–" ||
                        (previous == "from" && (link == "to" || link == "until" || link == "through"));
    const auto to = linked ? bound(from->end + 1) : std::nullopt;
    if (!to || !to->year) return t;
    const int year = from->year.value_or(from->month > to->month ? *to->year - 1 : *to->year);
    const auto first = from->in(year), last = to->in(*to->year);
    if (!first || !last || last->first_day_number() < first->first_day_number()) return t;
    return add(t, to->end, DateInterval(first, last));
  }

  /// "January 9 and 10", "January 9-10, 2022", "January 9, 2022", "January 2022", "January".
  std::uint32_t month_first(std::uint32_t t) {
    const unsigned month = month_at(t);
    if (month == 0) return t;
    std::uint32_t k = t + 1;
    const auto first = year_at(k) ? std::nullopt : day_at(k);
    std::optional<unsigned> second;
    if (first) {
      ++k;
      const bool joined = text(k) == "-" || text(k) == "–" || text(k) == "and" || text(k) == "to";
      if (joined && day_at(k + 1) && !year_at(k + 1) && (text(k + 2) != "," || !month_at(k + 1))) {
        second = day_at(k + 1);
        k += 2;
      }
    }
    std::optional<int> year;
    if (text(k) == "," && year_at(k + 1))
      year = year_at(k + 1), k += 2;
    else if (year_at(k))
      year = year_at(k), ++k;
    else if (text(k) == "this" && text(k + 1) == "year" && today_)
      year = today_->year(), k += 2;
    else if (text(k) == "of" && (text(k + 1) == "that" || text(k + 1) == "this" || text(k + 1) == "last") &&
             text(k + 2) == "year")
      k += 3;
    if (!first && !year && !preposition(before(t)) && lower(before(t)) != "that" && lower(before(t)) != "this")
      return t;
    return finish(t, k, year ? year : guess_year(month, t), month, first, second);
  }

  /// "9 to 10 January 2022", "14 December 1995", "the 4th of July 1999".
  std::uint32_t day_first(std::uint32_t t) {
    const auto first = day_at(t);
    if (!first) return t;
    std::uint32_t k = t + 1;
    std::optional<unsigned> second;
    if ((text(k) == "to" || text(k) == "and" || text(k) == "-" || text(k) == "–") && day_at(k + 1) &&
        month_at(k + 2) > 0) {
      second = day_at(k + 1);
      k += 2;
    }
    if (text(k) == "of" && month_at(k + 1) > 0) ++k;
    const unsigned month = month_at(k);
    if (month == 0) return t;
    ++k;
    std::optional<int> year = year_at(k);
    if (year)
      ++k;
    else if (text(k) == "this" && text(k + 1) == "year" && today_)
      year = today_->year(), k += 2;
    return finish(t, k, year ? year : guess_year(month, t), month, first, second);
  }

  std::uint32_t finish(std::uint32_t t, std::uint32_t end, std::optional<int> year, unsigned month,
                       std::optional<unsigned> first, std::optional<unsigned> second) {
    if (!year) return t;
    if (!first) return add(t, end, Date(*year, month));
    const auto from = real_date(*year, month, *first);
    if (!from) return t;
    const auto to = second && *second > *first ? real_date(*year, month, *second) : std::nullopt;
    return add(t, end, to ? DateInterval(from, to) : DateInterval(*from));
  }

  /// "in 1995", "1992-1995", "between 1992 and 1995", "the 1990s".
  std::uint32_t year(std::uint32_t t) {
    const auto value = year_at(t);
    if (!value) {
      const std::string_view word = text(t);
      if (word.size() == 5 && word[4] == 's' && word[3] == '0') {
        const auto decade = number_named(word.substr(0, 4));
        if (decade && *decade > 0) return add(t, t + 1, DateInterval(Date(*decade), Date(*decade + 9)));
      }
      return t;
    }
    std::uint32_t k = t + 1;
    if (text(k) == "-" || text(k) == "–" || (text(k) == "and" && lower(before(t)) == "between") ||
        (text(k) == "to" && lower(before(t)) == "from")) {
      std::optional<int> last = year_at(k + 1);
      const auto short_year = text(k + 1).size() == 2 ? number_named(text(k + 1)) : std::nullopt;
      if (!last && short_year) last = *value / 100 * 100 + *short_year;
      if (last && *last > *value) return add(t, k + 2, DateInterval(Date(*value), Date(*last)));
    }
    const std::string previous = lower(before(t));
    static constexpr std::array<std::string_view, 16> openers = {"in",     "since",  "of",     "by",    "from", "until",
                                                                 "before", "after",  "early",  "late",  "mid",  "(",
                                                                 "during", "autumn", "spring", "summer"};
    const bool entry = t == begin_ && (text(k) == ":" || text(k) == "–" || text(k) == "—");  // of a timeline
    if (!is_one_of(previous, openers) && previous != "winter" && previous != "," && !entry) return t;
    return add(t, k, Date(*value));
  }

  std::uint32_t iso(std::uint32_t t) {  // 2022 - 01 - 09
    const auto year_value = year_at(t);
    if (!year_value || text(t + 1) != "-" || text(t + 3) != "-" || text(t + 2).size() != 2 || text(t + 4).size() != 2)
      return t;
    const auto month = day_at(t + 2), day = day_at(t + 4);
    const auto date = month && day ? real_date(*year_value, *month, *day) : std::nullopt;
    return date ? add(t, t + 5, *date) : t;
  }

  std::uint32_t named_day(std::uint32_t t) {
    const std::string word = low(t);
    long shift = 0;
    if (word == "yesterday")
      shift = -1;
    else if (word == "tomorrow")
      shift = 1;
    else if (word != "today" && word != "tonight")
      return t;
    return today_ ? add(t, t + 1, Date::from_day_number(today_->first_day_number() + shift)) : t;
  }

  /// "last Thursday", "on Wednesday", "next Friday", "Tuesday of last week".
  std::uint32_t weekday(std::uint32_t t) {
    const unsigned day = is_capitalised(text(t)) ? weekday_named(text(t)) : 0;
    if (day == 0) return t;
    if (text(t + 1) == "," && (month_at(t + 2) > 0 || day_at(t + 2))) return t;  // the date itself follows
    if (!today_) return t;
    const long now = today_->first_day_number();
    const std::string qualifier = lower(before(t));
    long back = (weekday_of(now) + 7L - day) % 7;
    if (text(t + 1) == "of" && text(t + 3) == "week") {
      const long monday = now - (weekday_of(now) - 1L) + (text(t + 2) == "last" ? -7 : text(t + 2) == "next" ? 7 : 0);
      return add(t, t + 4, Date::from_day_number(monday + day - 1));
    }
    if (qualifier == "last" && back == 0) back = 7;
    const bool to_come = future_near(t) || when_it_happens(t);
    const bool ahead = qualifier == "next" || (to_come && qualifier != "last" && back != 0);
    const std::uint32_t first = qualifier == "last" || qualifier == "next" ? t - 1 : t;
    const long result = ahead ? now - back + 7 : now - back;
    return add(first, t + 1, Date::from_day_number(result));
  }

  /// "last week", "this month", "next year", "the last seven years".
  std::uint32_t qualified_period(std::uint32_t t) {
    const std::string word = low(t);
    const int direction = word == "last" || word == "past"     ? -1
                          : word == "next" || word == "coming" ? 1
                          : word == "this"                     ? 0
                                                               : 2;
    if (direction == 2 || !today_) return t;
    if (const auto count = number_named(text(t + 1)); count && direction != 0 && unit_at(t + 2) != 0) {
      if (direction > 0) return t;
      return add(t, t + 3, DateInterval(shifted(*today_, -*count, unit_at(t + 2)), *today_));
    }
    const std::string unit = low(t + 1);
    const long now = today_->first_day_number();
    if (unit == "week") {
      const long monday = now - (weekday_of(now) - 1L) + 7L * direction;
      return add(t, t + 2, DateInterval(Date::from_day_number(monday), Date::from_day_number(monday + 6)));
    }
    if (unit == "month") return add(t, t + 2, shifted_month(*today_, direction));
    if (unit == "year") return add(t, t + 2, Date(today_->year() + direction));
    return t;
  }

  /// 'd', 'w', 'm', 'y' for a unit of time; 0 for other words.
  [[nodiscard]] char unit_at(std::uint32_t t) const {
    const std::string word = low(t);
    if (word == "day" || word == "days") return 'd';
    if (word == "week" || word == "weeks") return 'w';
    if (word == "month" || word == "months") return 'm';
    if (word == "year" || word == "years") return 'y';
    return 0;
  }

  /// "within 30 days", "within a year", "for a period of 20 years", "for the next two years".
  std::uint32_t term(std::uint32_t t) {
    const bool deadline = low(t) == "within";
    if ((!deadline && low(t) != "for") || !(today_ || narrative_)) return t;
    std::uint32_t k = t + 1;
    if (text(k) == "a" && text(k + 1) == "period" && text(k + 2) == "of") k += 3;
    const bool ahead = text(k) == "the" && (text(k + 1) == "next" || text(k + 1) == "coming");
    if (ahead) k += 2;
    const auto count = text(k) == "a" || text(k) == "an" ? std::optional(1) : number_named(text(k));
    const char unit = count ? unit_at(k + 1) : '\0';
    if (unit == 0 || *count < 1 || *count > 500) return t;
    const TimeExpression::Term term{*count, unit, deadline};
    const bool told = deadline && !ahead && narrative_ && (!today_ || !future_near(t));
    TimeExpression time{k, k + 2,
                        lasting_from(told ? *narrative_ : *today_or_narrative(), term.count, term.unit, term.deadline),
                        false, term};
    passage_.times.push_back(time);
    return k + 2;
  }
  [[nodiscard]] const std::optional<Date>& today_or_narrative() const { return today_ ? today_ : narrative_; }

  /// "ten years ago", "two days later", "a week earlier", "two days after giving …", "exactly ten years ago today".
  std::uint32_t ago_or_later(std::uint32_t t) {
    const std::string word = low(t);
    const auto count = word == "a" || word == "an" ? std::optional(1) : number_named(text(t));
    const char unit = count ? unit_at(t + 1) : '\0';
    if (unit == 0 || *count > 500) return t;
    const std::string direction = low(t + 2);
    if (direction == "ago") {
      if (!today_) return t;
      if (text(t + 3) == "today") {
        const auto exact =
            unit == 'y' ? real_date(today_->year() - *count, today_->month(), today_->day()) : std::nullopt;
        if (exact) return add(t, t + 4, *exact);
      }
      return add(t, t + 3, shifted(*today_, -*count, unit));
    }
    const bool later = direction == "later" || direction == "after" || direction == "afterwards";
    const bool earlier = direction == "earlier" || direction == "before";
    if ((!later && !earlier) || !narrative_) return t;
    if (narrative_->precision() != DatePrecision::day && (unit == 'd' || unit == 'w')) return t;
    static constexpr std::array<std::string_view, 7> vague = {"almost", "nearly", "about", "some",
                                                              "around", "over",   "than"};
    if (is_one_of(lower(before(t)), vague)) return t;  // and of what is told there, not of the story so far
    return add(t, t + 3, shifted(*narrative_, later ? *count : -*count, unit));
  }

  /// "the next day", "the following month", "the previous day".
  std::uint32_t next_day(std::uint32_t t) {
    const std::string word = low(t);
    const int step = word == "next" || word == "following" ? 1 : word == "previous" || word == "preceding" ? -1 : 0;
    if (step == 0 || lower(before(t)) != "the" || unit_at(t + 1) == 0 || !narrative_) return t;
    if (narrative_->precision() != DatePrecision::day && unit_at(t + 1) == 'd') return t;
    return add(t - 1, t + 2, shifted(*narrative_, step, unit_at(t + 1)));
  }

  std::uint32_t add(std::uint32_t first, std::uint32_t last, DateInterval interval) {
    TimeExpression time{first, last, interval, false, std::nullopt};
    std::string previous = lower(before(first));
    if (previous == "the" && first > begin_ + 1) previous = low(first - 2);  // "since the 1990s"
    if (previous == "since" && interval.to()) {
      time.since = true;
      time.interval = today_ && today_->first_day_number() > interval.first_day_number()
                          ? DateInterval(interval.from(), today_)
                          : DateInterval(interval.from(), std::nullopt);
    }
    const bool precise = interval.from() && interval.from()->precision() != DatePrecision::year;
    if (interval.from() && previous != "since" && (precise || !today_) && !belongs_to_name(first))
      narrative_ = interval.from();
    passage_.times.push_back(time);
    return last;
  }

  /// "the agreement | of 12 August 2008": the date tells which one is meant and carries no story on.
  [[nodiscard]] bool belongs_to_name(std::uint32_t first) const {
    static constexpr std::array<std::string_view, 7> parts = {"night",     "morning", "evening", "day",
                                                              "afternoon", "week",    "month"};
    return today_ && before(first) == "of" && first > begin_ + 1 && !is_one_of(text(first - 2), parts);
  }

  Passage& passage_;
  std::uint32_t begin_ = 0, end_ = 0;
  std::optional<Date> dateline_;   ///< of the report being read
  std::optional<Date> today_;      ///< from which relative dates count
  std::optional<Date> narrative_;  ///< the last date told
};

}  // namespace

void find_times(Passage& passage) {
  TimeFinder(passage).run();
}

}  // namespace entente::prose
