#include "prose/reading/time_expressions.hpp"

#include <string>

#include <catch2/catch.hpp>

#include "prose/language/cleaning.hpp"
#include "prose/language/sentences.hpp"

using namespace entente::prose;

namespace {

/// The times that a text names, with commas between them; it was written on Friday, 18 February 2022.
std::string times_in(std::string_view sentence, std::string_view written = "Date: 2022-02-18\n\n") {
  const std::string text = std::string(written).append(sentence);
  Passage passage;
  passage.text = text;
  clean(passage);
  split_sentences(passage);
  find_times(passage);
  std::string times;
  for (const TimeExpression& time : passage.times) times += (times.empty() ? "" : ", ") + time.interval.to_string();
  return times;
}

}  // namespace

TEST_CASE("absolute dates are read in American and European order") {
  CHECK(times_in("The accord was signed on 14 December 1995 in Paris.") == "1995-12-14");
  CHECK(times_in("The accord was signed on December 14, 1995, in Paris.") == "1995-12-14");
  CHECK(times_in("The accord was signed on the 14th of December 1995.") == "1995-12-14");
  CHECK(times_in("The city fell in July 1995.") == "1995-07");
  CHECK(times_in("The city fell in 1995.") == "1995");
}

TEST_CASE("spans of days and years are intervals") {
  CHECK(times_in("They met on January 9 and 10 in Geneva.") == "2022-01-09/2022-01-10");
  CHECK(times_in("They met from 9 to 10 January 2019 in Geneva.") == "2019-01-09/2019-01-10");
  CHECK(times_in("The war of 1992-1995 was long.") == "1992/1995");
  CHECK(times_in("The war lasted between 1998 and 2000 in the north.") == "1998/2000");
  CHECK(times_in("The war of 1991-95 was long.") == "1991/1995");
  CHECK(times_in("In the 1990s the border was open.") == "1990/1999");
}

TEST_CASE("since a date means from then until the text was written") {
  CHECK(times_in("It has controlled the island since 2014.") == "2014/2022-02-18");
  CHECK(times_in("It has controlled the island since 2014.", "") == "2014/");
}

TEST_CASE("a month without a year is the one nearest to the text") {
  CHECK(times_in("The city fell in January.") == "2022-01");
  CHECK(times_in("The city fell in November.") == "2021-11");
  CHECK(times_in("The city fell last March.") == "2021-03");
  CHECK(times_in("The summit will be held in November.") == "2022-11");
  CHECK(times_in("They met on 3 December.") == "2021-12-03");
}

TEST_CASE("days of the week count from the text") {
  CHECK(times_in("They met last Thursday.") == "2022-02-17");
  CHECK(times_in("They met on Monday.") == "2022-02-14");
  CHECK(times_in("They will meet next Tuesday.") == "2022-02-22");
  CHECK(times_in("They will meet on Wednesday.") == "2022-02-23");
}

TEST_CASE("yesterday, today and tomorrow are days") {
  CHECK(times_in("They met yesterday.") == "2022-02-17");
  CHECK(times_in("They meet today.") == "2022-02-18");
  CHECK(times_in("They meet tomorrow.") == "2022-02-19");
}

TEST_CASE("weeks, months and years around the text are intervals of their kind") {
  CHECK(times_in("They will meet next week.") == "2022-02-21/2022-02-27");
  CHECK(times_in("They met last week.") == "2022-02-07/2022-02-13");
  CHECK(times_in("They met last month.") == "2022-01");
  CHECK(times_in("They met this year.") == "2022");
  CHECK(times_in("They met last year.") == "2021");
}

TEST_CASE("ago counts back from the text") {
  CHECK(times_in("They met ten years ago.") == "2012");
  CHECK(times_in("They met two weeks ago.") == "2022-02-04");
  CHECK(times_in("They met three months ago.") == "2021-11");
  CHECK(times_in("They met ten years ago today.") == "2012-02-18");
}

TEST_CASE("later and earlier count from the last day told") {
  CHECK(times_in("They signed on 4 May 1994. Two days later the army left.") == "1994-05-04, 1994-05-06");
  CHECK(times_in("They signed on 4 May 1994. A week earlier the army had left.") == "1994-05-04, 1994-04-27");
  CHECK(times_in("They signed on 4 May 1994. The next day the army left.") == "1994-05-04, 1994-05-05");
  CHECK(times_in("They signed in 1994. Two days later the army left.") == "1994");
}

TEST_CASE("without a day to count from, relative times are passed over") {
  CHECK(times_in("They met yesterday and will meet next week.", "") == "");
  CHECK(times_in("They met ten years ago.", "") == "");
}

TEST_CASE("a dateline is the day that its report counts from") {
  CHECK(times_in("ROME, March 3, 2001 (Wire) - They met yesterday.", "") == "2001-03-02");
}

TEST_CASE("days that do not exist and years before the calendar are passed over") {
  CHECK(times_in("The 0000s were quiet.") == "");
}

TEST_CASE("other numbers and words are no times") {
  CHECK(times_in("Some 1995 soldiers crossed.") == "");
  CHECK(times_in("They may march on the capital.") == "");
  CHECK(times_in("The vote was 14 to 3.") == "");
}

TEST_CASE("terms count from the day of writing, or from what was told last") {
  CHECK(times_in("They must leave within 30 days.", "Date: 2001-03-01\n\n") == "2001-03-01/2001-03-31");
  CHECK(times_in("They will stay for the next two years.", "Date: 2001-03-01\n\n") == "2001/2003");
  CHECK(times_in("They must leave within three months.", "Date: 2001-11-30\n\n") == "2001-11-30/2002-02-28");
  CHECK(times_in("They spoke for two hours.", "Date: 2001-03-01\n\n") == "");
}

TEST_CASE("months and days of two months make a stretch") {
  CHECK(times_in("Talks were held between January and July 2005.") == "2005-01/2005-07");
  CHECK(times_in("It lasted from 3 March to 7 June 1999.") == "1999-03-03/1999-06-07");
  CHECK(times_in("It lasted from November 3 to February 7, 1999.") == "1998-11-03/1999-02-07");
  CHECK(times_in("They met in May-July 1999.") == "1999-05/1999-07");
}

TEST_CASE("since a decade is until the day of writing") {
  CHECK(times_in("They have stood there since the 1990s.", "Date: 2001-03-01\n\n") == "1990/2001-03-01");
}

TEST_CASE("roughly so long after something is no date") {
  CHECK(times_in("They met on 1 May 2001, almost two years after war broke out.") == "2001-05-01");
}
