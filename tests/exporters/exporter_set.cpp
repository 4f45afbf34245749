#include <algorithm>

#include "exporting.hpp"

using namespace entente;
using namespace entente::test;

TEST_CASE("formats are found by name and by extension") {
  const ExporterSet set = builtin_exporters();
  CHECK(set.all().size() == 5);
  for (const auto& exporter : set.all()) {
    CHECK(set.named(exporter->name()) == exporter.get());
    CHECK_FALSE(exporter->description().empty());
    for (const std::string_view extension : exporter->extensions()) {
      CHECK(set.for_extension(extension) == exporter.get());
    }
  }
  CHECK(set.for_extension("gv") == set.named("dot"));
  CHECK(set.named("nonsense") == nullptr);
  CHECK(set.for_extension("") == nullptr);
}

TEST_CASE("every format gives the same bytes for the same graph") {
  const ExporterSet set = builtin_exporters();
  for (const auto& exporter : set.all()) {
    for (const auto& graph : {KnowledgeGraph(), small_graph(), hostile_graph()}) {
      CHECK(exported(*exporter, graph) == exported(*exporter, graph));
    }
    CHECK(exported(*exporter, small_graph()) == exported(*exporter, small_graph()));
  }
}

TEST_CASE("no format writes control characters") {
  const ExporterSet set = builtin_exporters();
  for (const auto& exporter : set.all()) {
    if (exporter->name() == "csv") continue;  // a table may hold them
    const std::string text = exported(*exporter, hostile_graph());
    INFO(exporter->name());
    CHECK(std::none_of(text.begin(), text.end(), [](char letter) {
      return static_cast<unsigned char>(letter) < 0x20 && letter != '\n' && letter != '\t';
    }));
  }
}
