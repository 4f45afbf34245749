#include "exporting.hpp"

using namespace entente;
using namespace entente::test;

TEST_CASE("networkx reads GraphML as a multigraph with all fields") {
  const TemporaryFolder folder;
  for (const KnowledgeGraph& graph : {small_graph(), hostile_graph()}) {
    const ChildResult result = run_python({ENTENTE_SOURCE_DIR "/tests/exporters/check_graphml.py",
                                           folder.file("g.graphml", exported("graphml", graph)),
                                           folder.file("g.csv", exported("csv", graph))});
    if (result.exit_code == 77) {
      WARN("skipped: " << result.output);
      return;
    }
    INFO(result.output << result.errors);
    CHECK(result.exit_code == 0);
  }
}

TEST_CASE("GraphML says which way conditions and sources lie") {
  const std::string xml = exported("graphml", small_graph());
  CHECK(xml.find(R"(<data key="edge.condition">relation-3</data>)") != xml.npos);
  CHECK(xml.find(R"(<data key="edge.condition">ceasefire</data>)") != xml.npos);
  CHECK(xml.find(R"(<data key="edge.source">speaker</data>)") != xml.npos);
}
