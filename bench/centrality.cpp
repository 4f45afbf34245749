// Times the measures of centrality on a generated graph and prints the graph, the times and the scores, one a line, for
// centrality.py to compare with networkx:
//
//     bench_centrality ENTITIES RELATIONS_EACH SEED
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <iomanip>
#include <iostream>
#include <random>
#include <utility>
#include <vector>

#include <entente/centrality.hpp>
#include <entente/graph_builder.hpp>

using namespace entente;

namespace {

/// Newcomers join to earlier ones, the more joined the likelier (Barabási and Albert 1999): a few hubs, many at the
/// rim.
KnowledgeGraph generated_graph(std::size_t entities, std::size_t relations_each, std::uint64_t seed) {
  std::mt19937_64 random(seed);
  GraphBuilder builder;
  std::vector<EntityId> ends;  // every entity as often as it has relations, and once more
  for (std::size_t i = 0; i < entities; ++i) {
    const EntityId newcomer =
        *builder.add(Entity{.key = std::to_string(i), .type = EntityType::state, .name = "State"});
    for (std::size_t j = 0; j < relations_each && !ends.empty(); ++j) {
      const EntityId other = ends[random() % ends.size()];
      builder.add(Relation{.subject = newcomer, .predicate = Predicate::supports, .object = other});
      ends.push_back(other);
    }
    ends.push_back(newcomer);
  }
  return std::move(builder).build();
}

void print_measure(const KnowledgeGraph& graph, CentralityMeasure measure) {
  const auto begin = std::chrono::steady_clock::now();
  const Scores scores = centrality(graph, measure);
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begin;
  std::cout << "time " << name(measure) << ' ' << seconds.count() << '\n';
  for (std::size_t i = 0; i < scores.size(); ++i) {
    std::cout << "score " << name(measure) << ' ' << i << ' ' << std::setprecision(17) << scores[i] << '\n';
  }
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 4) {
    std::cerr << "usage: bench_centrality ENTITIES RELATIONS_EACH SEED\n";
    return 2;
  }
  const auto number = [arguments](int i) { return std::strtoull(arguments[i], nullptr, 10); };
  const KnowledgeGraph graph = generated_graph(number(1), number(2), number(3));
  for (const RelationView relation : graph.relations()) {
    std::cout << "edge " << relation.subject.index() << ' ' << relation.object.index() << '\n';
  }
  for (const CentralityMeasure measure : all_centrality_measures()) {
    print_measure(graph, measure);
  }
}
