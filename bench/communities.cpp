// Times the finding of communities in a graph from a file, and prints how good they are, for communities.py to compare
// with igraph:
//
//     bench_communities EDGES [RUNS]
//
// A line of the file is "SUBJECT OBJECT", two numbers from 0. All times are those of one thread's work, in seconds.
#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <iomanip>
#include <iostream>
#include <utility>
#include <vector>

#include <entente/communities.hpp>
#include <entente/graph_builder.hpp>

using namespace entente;

namespace {

KnowledgeGraph graph_in(const char* file) {
  std::ifstream lines(file);
  GraphBuilder builder;
  std::size_t subject = 0;
  std::size_t object = 0;
  while (lines >> subject >> object) {
    for (std::size_t i = builder.entity_count(); i <= std::max(subject, object); ++i)
      builder.add(Entity{.key = std::to_string(i), .type = EntityType::state, .name = "State"});
    builder.add(Relation{.subject = EntityId(subject), .predicate = Predicate::supports, .object = EntityId(object)});
  }
  return std::move(builder).build();
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 2) {
    std::cerr << "usage: bench_communities EDGES [RUNS]\n";
    return 2;
  }
  const KnowledgeGraph graph = graph_in(arguments[1]);
  std::vector<double> seconds;
  std::vector<Community> found;
  for (int run = count > 2 ? std::atoi(arguments[2]) : 5; run > 0; --run) {
    const std::clock_t begin = std::clock();
    found = communities(graph);
    seconds.push_back(static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC);
  }
  std::cout << std::setprecision(17) << median(seconds) << ' ' << modularity(graph, found) << '\n';
  for (std::size_t i = 0; i < found.size(); ++i)
    for (const EntityId member : found[i].members) std::cout << member.index() << ' ' << i << '\n';
}
