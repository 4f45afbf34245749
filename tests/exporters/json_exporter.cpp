#include <entente/json_importer.hpp>

#include "exporting.hpp"

using namespace entente;
using namespace entente::test;

namespace {

KnowledgeGraph read_back(const std::string& json) {
  GraphBuilder builder;
  Diagnostics diagnostics;
  make_json_importer()->import(RawDocument{"graph.json", json}, builder, diagnostics);
  for (const Diagnostic& diagnostic : diagnostics.kept()) UNSCOPED_INFO(diagnostic.message);
  CHECK(diagnostics.kept().empty());
  return std::move(builder).build();
}

void check_survives(const GraphView& view) {
  const std::string json = exported("json", view);
  const KnowledgeGraph again = read_back(json);
  CHECK(exported("json", again) == json);
  CHECK(again.relation_count() == view.relation_count());
}

std::vector<std::string> lines_of(const std::string& text) {
  std::istringstream in(text);
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

}  // namespace

TEST_CASE("native JSON holds exactly what is known, one item a line") {
  const std::vector<std::string> lines = lines_of(exported("json", small_graph()));
  REQUIRE(lines.size() == 1 + 3 + 2 + 6 + 7 + 1);
  CHECK(lines[0] == R"({"format":"entente-graph","version":1,)");
  CHECK(lines[2] == R"({"id":"memo","title":"Ending the blockade","date":"2015-02-12","author":"A. Writer",)"
                    R"("source":"memo.txt","language":"en","pages":[1, 2]},)");
  CHECK(lines[3] == R"({"id":"other","title":"Unquoted"}],)");
  CHECK(lines[5] == R"({"id":"ukr","type":"State","name":"Ukraine",)"
                    R"("mentions":[{"document":"memo","start":0,"end":7,"text":"Ukraine"}]},)");
  CHECK(lines[12] == R"({"subject":"ukr","predicate":"partyTo","object":"minsk-2","polarity":"positive",)"
                     R"("modality":"actual","date":"2015-02","confidence":0.85,"rule":"test","evidence":[{"document":)"
                     R"("memo","start":0,"end":24,"text":"Ukraine signed Minsk II,"}]},)");
  CHECK(lines.back() == R"("note":{"by": "hand"}})");
}

TEST_CASE("only a relation that another depends on is named") {
  const std::string json = exported("json", small_graph());
  CHECK(json.find(R"({"id":"r3","subject":"rus","predicate":"negotiatesWith")") != json.npos);
  CHECK(json.find(R"("condition":"r3")") != json.npos);
  CHECK(json.find(R"("condition":"ceasefire")") != json.npos);
  CHECK(json.find(R"({"id":"r4")") == json.npos);
}

TEST_CASE("the name of a relation is nobody else's") {
  GraphBuilder builder;
  const EntityId a = *builder.add(Entity{.key = "r1",
                                         .type = EntityType::state,
                                         .name = "A",
                                         .aliases = {},
                                         .identifiers = {},
                                         .mentions = {},
                                         .attributes = {}});
  Relation first;
  first.subject = first.object = a;
  first.predicate = Predicate::threatens;
  Relation second = first;
  second.predicate = Predicate::supports;
  second.condition = *builder.add(first);
  builder.add(second);
  const KnowledgeGraph graph = std::move(builder).build();
  CHECK(exported("json", graph).find(R"("condition":"r1_")") != std::string::npos);
  check_survives(graph);
}

TEST_CASE("native JSON survives being read and written again, byte for byte") {
  check_survives(KnowledgeGraph());
  check_survives(small_graph());
  check_survives(hostile_graph());
}

TEST_CASE("a part of a graph refers to nothing that it does not hold") {
  const GraphView demands(small_graph(), only(Modality::demanded));
  const std::string json = exported("json", demands);
  CHECK(json.find(R"("id":"speaker")") != json.npos);  // the source of the only relation
  CHECK(json.find(R"("id":"nato")") == json.npos);
  CHECK(json.find("condition") == json.npos);  // a relation that is not shown
  CHECK(json.find("Unquoted") == json.npos);
  check_survives(demands);
  const GraphView possible(small_graph(), only(Modality::hypothetical));
  CHECK(exported("json", possible).find(R"("id":"ceasefire")") != std::string::npos);
  check_survives(possible);
}

TEST_CASE("native JSON is valid UTF-8 whatever a graph was given") {
  GraphBuilder builder;
  builder.add(Entity{.key = "a",
                     .type = EntityType::state,
                     .name = "bad \xFF\xC0 bytes",
                     .aliases = {},
                     .identifiers = {},
                     .mentions = {},
                     .attributes = {}});
  const std::string json = exported("json", std::move(builder).build());
  CHECK(json.find("bad \xEF\xBF\xBD\xEF\xBF\xBD bytes") != json.npos);
}

TEST_CASE("confidences are written shortest") {
  GraphBuilder builder;
  const EntityId a = *builder.add(Entity{.key = "a",
                                         .type = EntityType::state,
                                         .name = "A",
                                         .aliases = {},
                                         .identifiers = {},
                                         .mentions = {},
                                         .attributes = {}});
  const Predicate predicates[] = {Predicate::threatens, Predicate::supports, Predicate::aids, Predicate::accuses};
  const double confidences[] = {0.1, 1.0, 1.0 / 3.0, 0.00001};
  for (std::size_t i = 0; i < 4; ++i) {
    Relation relation;
    relation.subject = relation.object = a;
    relation.predicate = predicates[i];
    relation.confidence = confidences[i];
    builder.add(relation);
  }
  const KnowledgeGraph graph = std::move(builder).build();
  const std::string json = exported("json", graph);
  for (const char* text : {R"("confidence":0.1})", R"("confidence":1})", R"("confidence":0.3333333333333333})",
                           R"("confidence":1e-05})"}) {
    CHECK(json.find(text) != json.npos);
  }
  check_survives(graph);
}
