#include <entente/dot.hpp>

#include <algorithm>
#include <map>
#include <set>

#include "exporting.hpp"
#include "words.hpp"

#ifdef ENTENTE_WITH_CGRAPH
#include <graphviz/cgraph.h>
#endif

using namespace entente;
using namespace entente::test;

namespace {

std::string line_with(const std::string& text, const std::string& part) {
  const std::size_t found = text.find(part);
  if (found == text.npos) return "";
  const std::size_t begin = text.rfind('\n', found) + 1;
  return text.substr(begin, text.find('\n', found) - begin);
}

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != text.npos;
}

}  // namespace

TEST_CASE("types are told by colour and shape, moods by lines") {
  const std::string dot = exported("dot", small_graph());
  CHECK(has(line_with(dot, R"("ukr" [label="Ukraine")"), "shape=box"));
  CHECK(has(line_with(dot, R"("minsk-2" [label)"), "shape=note"));
  CHECK(has(line_with(dot, R"("ukr" -> "minsk-2")"), R"(style=solid)"));
  CHECK(has(line_with(dot, R"("ukr" -> "minsk-2")"), R"(label="party to 2015-02")"));
  CHECK(has(line_with(dot, R"(label="withdraws from")"), "style=dashed"));
  CHECK(has(line_with(dot, R"("rus" -> "minsk-2")"), "style=dotted"));
  CHECK(has(line_with(dot, R"(label="negotiates with")"), "dir=none"));
  CHECK_FALSE(has(line_with(dot, R"(label="withdraws from")"), "dir=none"));
}

TEST_CASE("what is denied is marked three times") {
  const std::string edge = line_with(exported("dot", small_graph()), R"("ukr" -> "nato")");
  CHECK(has(edge, "arrowhead=tee"));
  CHECK(has(edge, R"(label="not member of)"));
  CHECK(has(edge, "fontcolor=\"#B00020\""));
}

TEST_CASE("parallel relations of one mood share an edge whose tooltip tells all") {
  const std::string edge = line_with(exported("dot", small_graph()), R"("nato" -> "ukr")");
  CHECK(has(edge, R"(label="supports\naids")"));
  CHECK(has(edge, R"(tooltip="NATO supports Ukraine\nactual\n“Ukraine signed Minsk II,”\n\nNATO aids Ukraine)"));
}

TEST_CASE("a tooltip names source and condition") {
  const std::string edge = line_with(exported("dot", small_graph()), R"(label="withdraws from")");
  CHECK(has(edge, "demanded, according to Ann Speaker, depends on: Russia negotiates with Ukraine"));
}

TEST_CASE("the legend explains what occurs and nothing else") {
  const GraphView view(small_graph(), only(Modality::planned));
  const std::string legend = line_with(exported("dot", view), "<TABLE");
  CHECK(has(legend, ">State<"));
  CHECK(has(legend, " planned<"));
  CHECK_FALSE(has(legend, ">Person<"));
  CHECK_FALSE(has(legend, " actual<"));
  CHECK_FALSE(has(exported(*dot_exporter({.legend = false}), view), ">State<"));
  CHECK(has(exported(*dot_exporter({.title = "Mine"}), view), ">Mine<"));
  CHECK(has(exported(*dot_exporter({.legend = false}), KnowledgeGraph()), R"(label=""])"));
}

TEST_CASE("a diagram holds only what the lens shows") {
  const std::string dot = exported("dot", GraphView(small_graph(), only(Modality::planned)));
  CHECK(has(dot, R"("rus" [label)"));
  CHECK_FALSE(has(dot, "\"nato\""));
}

TEST_CASE("entities without relations stand in rows when there are layers") {
  GraphBuilder builder;
  for (const char letter : std::string("ABCDEFGHI")) {
    Entity state;
    state.key = state.name = std::string(1, letter);
    state.type = EntityType::state;
    builder.add(state);
  }
  const KnowledgeGraph graph = std::move(builder).build();
  const std::string dot = exported("dot", graph);
  for (const std::string_view row : {"AB", "BC", "DE", "EF", "GH", "HI"}) {
    CAPTURE(row);
    CHECK(has(dot, " \"" + std::string(1, row[0]) + "\" -> \"" + row[1] + "\" [style=invis];"));
  }
  CHECK_FALSE(has(dot, R"("C" -> "D")"));
  CHECK_FALSE(has(exported(*dot_exporter({.engine = "neato"}), graph), "invis"));
}

TEST_CASE("the layout engine follows from the size") {
  const auto engine_of = [](std::size_t relations) {
    GraphBuilder builder;
    std::vector<EntityId> states;
    for (std::size_t i = 0; i <= relations; ++i) {
      Entity state;
      state.key = "s" + std::to_string(i % 200);
      state.type = EntityType::state;
      state.name = "S" + std::to_string(i);
      if (const auto id = builder.add(state)) states.push_back(*id);
    }
    for (std::size_t i = 0; i < relations; ++i) {
      Relation relation;
      relation.subject = states[i % states.size()];
      relation.object = states[(i * 7 + i / states.size()) % states.size()];
      relation.predicate = Predicate::threatens;
      builder.add(relation);
    }
    const std::string dot = exported("dot", std::move(builder).build());
    return dot.substr(dot.find("layout="), 12);
  };
  CHECK(engine_of(50) == "layout=\"dot\"");
  CHECK(engine_of(400) == "layout=\"neat");
  CHECK(engine_of(1000) == "layout=\"sfdp");
  CHECK(has(exported(*dot_exporter({.engine = "fdp"}), small_graph()), R"(layout="fdp")"));
}

TEST_CASE("text is wrapped at words and shortened at words") {
  CHECK(wrapped("one two three", 7) == std::vector<std::string>{"one two", "three"});
  CHECK(wrapped("extraordinary", 5) == std::vector<std::string>{"extraordinary"});
  CHECK(wrapped("Київ Київ", 9) == std::vector<std::string>{"Київ Київ"});
  CHECK(wrapped("", 5).empty());
  CHECK(shortened("one two three", 9) == "one two…");
  CHECK(shortened("КиївКиїв", 4) == "Київ…");
  CHECK(shortened("short", 5) == "short");
  CHECK(on_one_line("  a\n\tb\x01 ") == "a b\xEF\xBF\xBD");
}

#ifdef ENTENTE_WITH_CGRAPH
namespace {

/// What Graphviz shows for an attribute: its escapes and character references undone.
std::string shown(std::string_view attribute) {
  std::string text;
  for (std::size_t i = 0; i < attribute.size(); ++i) {
    if (attribute[i] == '\\' && i + 1 < attribute.size()) {
      ++i;
      text += attribute[i] == 'n' ? ' ' : attribute[i];
    } else if (attribute.substr(i, 5) == "&amp;") {
      text += '&';
      i += 4;
    } else {
      text += attribute[i];
    }
  }
  return text;
}

}  // namespace

TEST_CASE("libcgraph reads the diagram back with the same nodes, edges and labels") {
  const KnowledgeGraph graph = hostile_graph();
  const std::string dot = exported("dot", graph);
  Agraph_t* read = agmemread(dot.c_str());
  REQUIRE(read != nullptr);
  CHECK(agnnodes(read) == static_cast<int>(graph.entity_count()));
  CHECK(agnedges(read) == static_cast<int>(graph.relation_count()));
  std::multiset<std::string> labels;
  for (Agnode_t* node = agfstnode(read); node; node = agnxtnode(read, node)) {
    labels.insert(shown(agget(node, const_cast<char*>("label"))));
    for (Agedge_t* edge = agfstout(read, node); edge; edge = agnxtout(read, edge)) {
      CHECK(has(shown(agget(edge, const_cast<char*>("label"))), "threatens"));
    }
  }
  std::multiset<std::string> names;
  for (const Entity& entity : graph.entities()) names.insert(on_one_line(entity.name));
  CHECK(labels == names);
  agclose(read);
}
#endif
