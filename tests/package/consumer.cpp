// Uses a piece of each installed library, so that each has to be found, linked and loaded.
#include <iostream>
#include <sstream>
#include <string>
#include <utility>

#include <entente/centrality.hpp>
#include <entente/exporter.hpp>
#include <entente/files.hpp>
#include <entente/graph_builder.hpp>
#include <entente/importer.hpp>
#include <entente/names.hpp>
#include <entente/version.hpp>

int main() {
  using namespace entente;
  const std::string text = R"({"format": "entente-graph", "version": 1, "entities": [
      {"id": "nato", "type": "Organization", "name": "NATO"}, {"id": "latvia", "type": "State", "name": "Latvia"}],
    "relations": [{"subject": "latvia", "predicate": "memberOf", "object": "nato"}]})";
  GraphBuilder builder;
  Diagnostics diagnostics;
  builtin_importers().named("json")->import({"text.json", text}, builder, diagnostics);
  const KnowledgeGraph graph = std::move(builder).build();
  std::ostringstream dot;
  builtin_exporters().named("dot")->write(graph, dot);

  const bool works = diagnostics.error_count() == 0 && graph.relation_count() == 1 &&
                     find_by_name(graph, "LATVIA").exact.size() == 1 && degree_centrality(graph).at(0) == 1.0 &&
                     sha256_hex("").starts_with("e3b0c442") && dot.str().find("Latvia") != std::string::npos;
  std::cout << "entente " << version() << (works ? " works\n" : " does not work\n");
  return works ? 0 : 1;
}
