// Any bytes may be given to the importer of native JSON: it reports, with places within them,
// and never fails.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include <entente/json_importer.hpp>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const entente::RawDocument document{"fuzz.json", std::string(data, data + size)};
  const auto importer = entente::make_json_importer();
  entente::Diagnostics diagnostics;
  entente::GraphBuilder builder;
  importer->import(document, builder, diagnostics);
  for (const entente::Diagnostic& diagnostic : diagnostics.kept()) {
    if (diagnostic.span.begin > diagnostic.span.end || diagnostic.span.end > size) std::abort();
    if (entente::render(diagnostic, document.source, document.bytes).empty()) std::abort();
  }
  const entente::KnowledgeGraph graph = std::move(builder).build();
  if (graph.relation_count() > size || graph.entity_count() > size) std::abort();
  return 0;
}
