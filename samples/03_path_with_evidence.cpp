// Shows: how two people hang together, and the sentences that say so.
// Read before: 02_import_documents.cpp
#include <iostream>
#include <utility>

#include <entente/files.hpp>
#include <entente/graph_builder.hpp>
#include <entente/json_importer.hpp>
#include <entente/names.hpp>
#include <entente/paths.hpp>

using namespace entente;

int main() {
  GraphBuilder builder;
  Diagnostics diagnostics;
  make_json_importer()->import({"treaties.json", read_file("treaties.json")}, builder, diagnostics);
  const KnowledgeGraph graph = std::move(builder).build();

  // People write names as they like; several entities may bear one, so the answer is a list.
  const NameMatch from = find_by_name(graph, "reagan");
  const NameMatch to = find_by_name(graph, "the russian federation");
  if (from.exact.size() != 1 || to.exact.size() != 1) return 1;

  const auto path = shortest_path(graph, from.exact[0], to.exact[0]);
  if (!path) return 1;
  for (const Step& step : path->steps) {
    const RelationView relation = graph.relation(step.relation);
    std::cout << graph.entity(relation.subject).name << " " << name(relation.predicate) << " "
              << graph.entity(relation.object).name;
    if (relation.polarity == Polarity::negative) std::cout << " (denied)";
    if (relation.source) std::cout << " (says " << graph.entity(*relation.source).name << ")";
    std::cout << "\n";
    for (const QuoteView& evidence : relation.evidence) std::cout << "    \"" << evidence.text << "\"\n";
  }
}
