#include "exporting.hpp"

using namespace entente;
using namespace entente::test;

namespace {

/// Rows of fields, read as RFC 4180 says: a second, slow and obvious reading.
std::vector<std::vector<std::string>> rows_of(const std::string& csv) {
  std::vector<std::vector<std::string>> rows{{""}};
  bool quoted = false;
  for (std::size_t i = 0; i < csv.size(); ++i) {
    if (quoted && csv[i] == '"' && i + 1 < csv.size() && csv[i + 1] == '"')
      rows.back().back() += csv[++i];
    else if (csv[i] == '"')
      quoted = !quoted;
    else if (!quoted && csv[i] == ',')
      rows.back().emplace_back();
    else if (!quoted && csv.compare(i, 2, "\r\n") == 0)
      rows.push_back({""}), ++i;
    else
      rows.back().back() += csv[i];
  }
  rows.pop_back();
  return rows;
}

}  // namespace

TEST_CASE("a table has one row a relation and the same fields in each") {
  const auto rows = rows_of(exported("csv", small_graph()));
  REQUIRE(rows.size() == 8);
  for (const auto& row : rows) CHECK(row.size() == 17);
  CHECK(rows[1] == std::vector<std::string>{"Ukraine", "State", "partyTo", "Minsk II", "Agreement", "positive",
                                            "actual", "2015-02", "", "", "", "0.85", "test", "memo", "0", "24",
                                            "Ukraine signed Minsk II,"});
  CHECK(rows[4][8] == "Ann Speaker");
  CHECK(rows[4][10] == "Russia negotiates with Ukraine\nplanned");
  CHECK(rows[5][10] == "Ceasefire");
}

TEST_CASE("a table gives hostile names back as they were") {
  const auto rows = rows_of(exported("csv", hostile_graph()));
  REQUIRE(rows.size() == hostile_texts().size() + 1);
  for (std::size_t i = 0; i < hostile_texts().size(); ++i) {
    CHECK(rows[i + 1][0] == hostile_texts()[i]);
    CHECK(rows[i + 1][16] == hostile_texts()[i]);
  }
}

TEST_CASE("a table holds only what the lens shows") {
  const GraphView planned(small_graph(), only(Modality::planned));
  CHECK(rows_of(exported("csv", planned)).size() == 2);
}
