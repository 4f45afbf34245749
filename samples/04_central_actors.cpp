// Shows: a lens that leaves only what is stated as a fact, the most central of what is left, and a limit of time.
// Read before: 03_path_with_evidence.cpp
#include <iomanip>
#include <iostream>
#include <utility>

#include <entente/centrality.hpp>
#include <entente/files.hpp>
#include <entente/graph_builder.hpp>
#include <entente/json_importer.hpp>

using namespace entente;

void print_top(const GraphView& view, const char* title) {
  std::cout << title << ": " << view.entity_count() << " entities\n";
  for (const auto& [entity, score] : top(view, betweenness_centrality(view), 3)) {
    std::cout << std::fixed << std::setprecision(3) << "  " << score << "  " << view.graph().entity(entity).name
              << "\n";
  }
}

int main() {
  GraphBuilder builder;
  Diagnostics diagnostics;
  make_json_importer()->import({"treaties.json", read_file("treaties.json")}, builder, diagnostics);
  const KnowledgeGraph graph = std::move(builder).build();

  print_top(graph, "everything");  // a graph is a view of all of itself
  // A view is a mask over the graph; nothing is copied, and ids stay what they were.
  print_top(GraphView(graph, Lens{.polarity = Polarity::positive, .authors_voice = true}), "what the author affirms");
  print_top(GraphView(graph, Lens{.during = DateInterval(Date(1980), Date(1989))}), "the eighties");

  // On a large graph: what is known after five seconds, and how far from the exact scores that is at most.
  const Effort effort{.threads = 2, .deadline = Deadline(5)};
  const Estimate harmonic = centrality_within(effort, graph, CentralityMeasure::harmonic);
  std::cout << "harmonic centrality, off by at most " << harmonic.error << ": "
            << graph.entity(top(graph, harmonic.scores, 1).front().entity).name << " is first\n";
}
