#include "prose/reading/meetings.hpp"

#include <catch2/catch.hpp>

#include "importers/prose/reading_of.hpp"

using entente::EntityType;
using entente::test::Reading;

TEST_CASE("those who meet take part in an event with a place and a day") {
  const Reading it("Biden met Putin in Geneva on 16 June 2021.");
  const char* meeting = "Biden-Putin meeting in Geneva, 16 June 2021";
  CHECK(it.has_entity("Event", meeting));
  CHECK(it.has_relation("Joe Biden", "participatesIn", meeting));
  CHECK(it.has_relation("Vladimir Putin", "participatesIn", meeting));
  CHECK(it.has_relation(meeting, "locatedIn", "Geneva"));
  CHECK(it.date("Joe Biden", "participatesIn", meeting) == "2021-06-16");
}

TEST_CASE("a call by telephone is an event as well") {
  const Reading it("Biden and Putin spoke by telephone on 30 December 2021.");
  CHECK(it.has_entity("Event", "Biden-Putin phone call, 30 December 2021"));
}

TEST_CASE("one who meets nobody makes no event") {
  CHECK(Reading("Biden met with resistance.").count(EntityType::event) == 0);
}

TEST_CASE("a meeting told twice is one event") {
  const Reading it("Biden met Putin in Geneva on 16 June 2021. On 16 June 2021 Biden met Putin in Geneva.");
  CHECK(it.count(EntityType::event) == 1);
}

TEST_CASE("a weekday in a clause that says when is to come") {
  const Reading ahead("When Norway and Chad meet in Geneva on Sunday, they should support Libya.", "2016-07-18");
  CHECK(ahead.date("Norway", "negotiatesWith", "Chad") == "2016-07-24");
  const Reading past("When Norway and Chad met in Geneva on Sunday, they supported Libya.", "2016-07-18");
  CHECK(past.date("Norway", "negotiatesWith", "Chad") == "2016-07-17");
}

TEST_CASE("who travels somewhere visits it") {
  const Reading it("Angela Merkel flew to Kyiv on 14 March 2001.");
  CHECK(it.has_relation("Angela Merkel", "participatesIn", "Angela Merkel visit to Kyiv, 14 March 2001"));
  CHECK(it.has_relation("Angela Merkel visit to Kyiv, 14 March 2001", "locatedIn", "Kyiv"));
}

TEST_CASE("whom one speaks with by phone takes part in the call") {
  const Reading it("Yesterday, Emmanuel Macron spoke again by phone with Angela Merkel.", "2022-01-04");
  CHECK(it.date("Emmanuel Macron", "consults", "Angela Merkel") == "2022-01-03");
}

TEST_CASE("texts without names that are signed somewhere make a signing") {
  const Reading it("On 26 May 1972, Norway and Chad signed two documents in Oslo.");
  CHECK(it.has_relation("Norway-Chad signing in Oslo, 26 May 1972", "locatedIn", "Oslo"));
  CHECK(it.has_relation("Chad", "participatesIn", "Norway-Chad signing in Oslo, 26 May 1972"));
}

TEST_CASE("what breaks out somewhere is an event") {
  const Reading it("In 1998 war broke out in the north of Mali. The war ended in 2001.");
  CHECK(it.has_entity("Event", "War in Mali"));
  CHECK(it.date("War in Mali", "locatedIn", "Mali") == "1998");
  CHECK(it.means("The war", "War in Mali"));
}

TEST_CASE("what an event is called ends before a clause about it") {
  const Reading it("Chad left after ten rounds of talks in Oslo chaired by Angela Merkel of Germany.");
  CHECK(it.has_relation("Talks in Oslo", "locatedIn", "Oslo"));
  CHECK(it.has_relation("Chad", "participatesIn", "Talks in Oslo") == false);
  CHECK(it.has_relation("Angela Merkel", "participatesIn", "Talks in Oslo"));
}

TEST_CASE("who leads a delegation takes part") {
  const Reading it("Delegations of Norway and Mali, led by Anna Lind and Omar Diallo, met in Oslo on 3 May 2020.");
  CHECK(it.has_relation("Anna Lind", "participatesIn", "Norway-Mali meeting in Oslo, 3 May 2020"));
}

TEST_CASE("a meeting on the margins of a summit is part of it") {
  const Reading it("On 3 May 2020 Norway met Mali in Oslo on the sidelines of the Nordic summit.");
  CHECK(it.has_relation("Norway-Mali meeting in Oslo, 3 May 2020", "partOf", "Nordic summit"));
}

TEST_CASE("who signs after talks took part in them") {
  const Reading it("Norway and Mali signed an agreement on fisheries after two days of talks in Oslo.");
  CHECK(it.has_relation("Mali", "participatesIn", "Talks in Oslo"));
}
