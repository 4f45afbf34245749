#include "prose/reading/offices.hpp"

#include <catch2/catch.hpp>

#include "importers/prose/reading_of.hpp"

using entente::test::Reading;

TEST_CASE("a title before a name is an office") {
  const Reading it("Later, Russian Foreign Minister Sergei Lavrov met U.S. Secretary of State Antony Blinken.");
  CHECK(it.office("Sergei Lavrov", "Russia") == "Foreign Minister");
  CHECK(it.office("Antony Blinken", "United States") == "Secretary of State");
}

TEST_CASE("an office in apposition is held by the person") {
  CHECK(Reading("Angela Merkel, the German chancellor, left.").office("Angela Merkel", "Germany") == "chancellor");
  CHECK(Reading("Catherine Ashton, the European Union's foreign policy chief, left.")
            .office("Catherine Ashton", "European Union") == "foreign policy chief");
}

TEST_CASE("an office may be said of a person") {
  CHECK(Reading("Emmerson Mnangagwa is the president of Zimbabwe.").office("Emmerson Mnangagwa", "Zimbabwe") ==
        "president");
}

TEST_CASE("an honorific is no office") {
  CHECK(Reading("Later, Mr. Sergei Lavrov met Antony Blinken.").office("Sergei Lavrov", "Russia").empty());
}

TEST_CASE("who no longer is in office is called former, whatever stands between") {
  CHECK(Reading("The former Finnish president Martti Ahtisaari met Angela Merkel.")
            .office("Martti Ahtisaari", "Finland") == "former Finnish president");
}

TEST_CASE("a minister is named with what he is in charge of") {
  CHECK(Reading("Angela Merkel, the Finnish minister of law and human rights, left.")
            .office("Angela Merkel", "Finland") == "minister of law and human rights");
}

TEST_CASE("an office held then is dated") {
  const Reading it("On 13 June 2022 Liz Truss, then British foreign secretary, met Angela Merkel.", "2023-02-01");
  CHECK(it.date("Liz Truss", "holdsOffice", "United Kingdom") == "2022-06-13");
}

TEST_CASE("who is appointed as envoy of somebody is envoy of his organization") {
  const Reading it("The United Nations met. Secretary-General António Guterres appointed Horst Köhler as his envoy.");
  CHECK(it.has_relation("António Guterres", "holdsOffice", "United Nations"));
  CHECK(it.has_relation("Horst Köhler", "holdsOffice", "United Nations"));
}

TEST_CASE("a description that means a person gives the office it names") {
  const Reading it("Anwar Sadat left Egypt. Later the Egyptian president visited Israel.");
  CHECK(it.office("Anwar Sadat", "Egypt") == "president");
}

TEST_CASE("a counterpart holds an office in the other state") {
  const Reading it(
      "Nicu Popescu, the foreign minister of Moldova, met his Russian counterpart, Sergei Lavrov, in Oslo.");
  CHECK(it.has_relation("Sergei Lavrov", "holdsOffice", "Russia"));
  CHECK_FALSE(it.has_relation("Sergei Lavrov", "holdsOffice", "Moldova"));
}

TEST_CASE("of several who hold an office each has it in a state of their own") {
  const Reading it("The foreign ministers of Norway and Mali, Jonas Store and Abdoulaye Diop, met in Geneva in 2014.");
  CHECK(it.has_relation("Jonas Store", "holdsOffice", "Norway"));
  CHECK(it.has_relation("Abdoulaye Diop", "holdsOffice", "Mali"));
  CHECK_FALSE(it.has_relation("Jonas Store", "holdsOffice", "Mali"));
}

TEST_CASE("persons behind an office bring their states with them") {
  const Reading it(
      "The foreign ministers, Carlos Pastor of Argentina and Hernán Cubillos of Chile, met in Oslo in 1979.");
  CHECK(it.has_relation("Carlos Pastor", "holdsOffice", "Argentina"));
  CHECK(it.has_relation("Hernán Cubillos", "holdsOffice", "Chile"));
}

TEST_CASE("a counterpart holds the same office elsewhere") {
  const Reading it("Foreign Minister Anna Lind of Norway met her Malian counterpart, Omar Diallo.");
  CHECK(it.office("Omar Diallo", "Mali") == "Foreign Minister");
}

TEST_CASE("a successor serves the same state") {
  const Reading it("President Anwar Sadat of Egypt died. His successor, Omar Diallo, kept the treaty.");
  CHECK(it.office("Omar Diallo", "Egypt") == "successor");
}

TEST_CASE("callings are no offices") {
  CHECK_FALSE(
      Reading("Anna Lind, a Norwegian historian, met Omar Diallo.").has_relation("Anna Lind", "holdsOffice", "Norway"));
}

TEST_CASE("a title stands before a name that begins with a word") {
  const Reading it("Norway met Mali in the presence of UN Secretary-General Ban Ki-moon in Oslo on 3 May 2012.");
  CHECK(it.office("Ban Ki-moon", "United Nations") == "Secretary-General");
  CHECK_FALSE(it.has_relation("United Nations", "participatesIn", "Norway-Mali meeting in Oslo, 3 May 2012"));
}
