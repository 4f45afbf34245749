// Importing a text in a test.
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include <entente/json_importer.hpp>

namespace entente::test {

/// What came of a native JSON document.
struct Imported {
  KnowledgeGraph graph;
  Diagnostics diagnostics;
  std::string rendered;  ///< the diagnostics as people read them
};

inline Imported import_json(std::string text, JsonLimits limits = {}) {
  const RawDocument document{"in.json", std::move(text)};
  GraphBuilder builder;
  Imported result;
  make_json_importer(limits)->import(document, builder, result.diagnostics);
  for (const Diagnostic& diagnostic : result.diagnostics.kept()) {
    result.rendered += render(diagnostic, document.source, document.bytes);
  }
  result.graph = std::move(builder).build();
  return result;
}

}  // namespace entente::test
