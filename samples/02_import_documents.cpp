// Shows: a folder or a list of files read into one graph, each by the importer that recognises it, and what they
// report. Read before: 01_build_a_graph_by_hand.cpp
#include <iostream>
#include <utility>
#include <vector>

#include <entente/files.hpp>
#include <entente/graph_builder.hpp>
#include <entente/importer.hpp>

using namespace entente;

int main() {
  const ImporterSet importers = builtin_importers();
  std::vector<KnowledgeGraph> graphs;
  for (const char* path : {"treaties.json", "broken.json"}) {
    const RawDocument document{path, read_file(path)};
    const Importer* importer = importers.for_document(document);
    if (importer == nullptr) continue;
    GraphBuilder builder;
    Diagnostics diagnostics;
    importer->import(document, builder, diagnostics);  // what can be read is read, trouble or not
    graphs.push_back(std::move(builder).build());

    std::cout << path << " (" << importer->name() << "): " << graphs.back().entity_count() << " entities, "
              << diagnostics.error_count() << " errors\n";
    for (const Diagnostic& trouble : diagnostics.kept()) std::cout << render(trouble, path, document.bytes);
  }

  // Entities that share a name, an alias or an identifier become one: both files speak of the United States.
  const KnowledgeGraph merged = merge(graphs);
  std::cout << "together: " << merged.entity_count() << " entities, " << merged.relation_count() << " relations\n";
}
