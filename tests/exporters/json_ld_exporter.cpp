#include <entente/json_ld.hpp>

#include "exporting.hpp"

using namespace entente;
using namespace entente::test;

namespace {

void check_with_rdflib(const GraphView& view) {
  const TemporaryFolder folder;
  const ChildResult result = run_python({ENTENTE_SOURCE_DIR "/tests/exporters/check_json_ld.py",
                                         folder.file("graph.jsonld", exported("jsonld", view)),
                                         folder.file("graph.json", exported("json", view))});
  if (result.exit_code == 77) {
    WARN("skipped: " << result.output);
    return;
  }
  INFO(result.output << result.errors);
  CHECK(result.exit_code == 0);
}

std::string line_with(const std::string& text, const std::string& part) {
  const std::size_t found = text.find(part);
  if (found == text.npos) return "";
  const std::size_t begin = text.rfind('\n', found) + 1;
  return text.substr(begin, text.find('\n', found) - begin);
}

}  // namespace

TEST_CASE("rdflib finds in JSON-LD what the graph holds") {
  check_with_rdflib(small_graph());
  check_with_rdflib(hostile_graph());
  check_with_rdflib(GraphView(small_graph(), only(Modality::actual)));
}

TEST_CASE("what is actual, affirmed and the author's own is a plain triple") {
  const std::string json = exported("jsonld", small_graph());
  const std::string ukraine = line_with(json, R"({"id":"e:ukr")");
  CHECK(ukraine.find(R"("partyTo":[{"id":"e:minsk-2"}])") != json.npos);
  CHECK(ukraine.find("memberOf") == json.npos);
  CHECK(ukraine.find("negotiatesWith") == json.npos);
}

TEST_CASE("a statement tells mood, time, source, condition and evidence") {
  const std::string json = exported("jsonld", small_graph());
  const std::string demand = line_with(json, R"("predicate":"withdrawsFrom")");
  CHECK(demand.find(R"("modality":"demanded","source":"e:speaker","condition":"s:)") != json.npos);
  CHECK(demand.find(R"("evidence":[{"id":"d:memo#char=0,24"}])") != json.npos);
  CHECK(line_with(json, R"("predicate":"partyTo")")
            .find(R"("startDate":{"@type":"xsd:gYearMonth","@value":"2015-02"})") != json.npos);
  CHECK(line_with(json, R"("predicate":"memberOf")").find("endDate") == json.npos);  // it is open
}

TEST_CASE("the name of a statement does not depend on the rest of the graph") {
  const auto name_of_demand = [](const GraphView& view) {
    return line_with(exported("jsonld", view), R"("predicate":"withdrawsFrom")").substr(0, 34);
  };
  const std::string name = name_of_demand(small_graph());
  CHECK(name.find(R"({"id":"s:)") == 0);
  CHECK(name == name_of_demand(GraphView(small_graph(), only(Modality::demanded))));
}

TEST_CASE("names can live under an address of one's own") {
  const auto exporter = json_ld_exporter({.base = "https://me.example/g/", .vocabulary = "https://me.example/v#"});
  const std::string json = exported(*exporter, small_graph());
  CHECK(json.find(R"("e":"https://me.example/g/entity/")") != json.npos);
  CHECK(json.find("entente.example") == json.npos);
}
