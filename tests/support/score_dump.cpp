// Writes random graphs with what Entente computes on them, one JSON object a line, for networkx_reference.py.
#include <cstdio>
#include <string>

#include <entente/centrality.hpp>
#include <entente/components.hpp>
#include <entente/paths.hpp>

#include "graph/support/random_graph.hpp"

using namespace entente;

namespace {

std::string list(std::string text) {
  return "[" + text.substr(0, text.empty() ? 0 : text.size() - 1) + "]";
}

std::string json(const Scores& scores) {
  std::string text;
  for (const double score : scores) {
    char number[32];
    std::snprintf(number, sizeof number, "%.17g,", score);
    text += number;
  }
  return list(text);
}

std::string json(const std::vector<std::vector<EntityId>>& groups) {
  std::string text;
  for (const auto& group : groups) {
    std::string ids;
    for (const EntityId id : group) ids += std::to_string(id.index()) + ",";
    text += list(ids) + ",";
  }
  return list(text);
}

std::string json(const std::vector<Path>& paths, const KnowledgeGraph& graph) {
  std::vector<std::vector<EntityId>> routes;
  for (const Path& path : paths) routes.push_back(entities_along(graph, path));
  return json(routes);
}

/// The relations as [subject, object, whether symmetric], self-loops and parallel ones included.
std::string relations(const KnowledgeGraph& graph) {
  std::string text;
  for (const Relation& relation : graph.relations())
    text += "[" + std::to_string(relation.subject.index()) + "," + std::to_string(relation.object.index()) + "," +
            (is_symmetric(relation.predicate) ? "true" : "false") + "],";
  return list(text);
}

void dump(const KnowledgeGraph& graph, const CentralityOptions& options) {
  const auto flag = [](bool value) { return value ? "true" : "false"; };
  const EntityId last(graph.entity_count() - 1);
  std::string line = "{\"entities\":" + std::to_string(graph.entity_count()) + ",\"relations\":" + relations(graph);
  line += std::string(",\"directed\":") + flag(options.direction == Direction::directed);
  line += std::string(",\"count_parallel\":") + flag(options.count_parallel);
  line += std::string(",\"normalized\":") + flag(options.normalized);
  line += ",\"degree\":" + json(degree_centrality(graph, options));
  line += ",\"betweenness\":" + json(betweenness_centrality(graph, options));
  line += ",\"closeness\":" + json(closeness_centrality(graph, options));
  line += ",\"harmonic\":" + json(harmonic_centrality(graph, options));
  line += ",\"related\":" + json(relation_betweenness(graph, options));
  line += ",\"pagerank\":" + json(pagerank(graph, options));
  line += ",\"weak\":" + json(weak_components(graph)) + ",\"strong\":" + json(strong_components(graph));
  line += ",\"paths\":" + json(shortest_paths(graph, EntityId(0), last, 5, options.direction), graph) + "}";
  std::puts(line.c_str());
}

}  // namespace

int main() {
  testing::Dice dice(8);
  for (int round = 0; round < 150; ++round) {
    const KnowledgeGraph graph = testing::random_graph(dice, 30);
    for (unsigned bits = 0; bits < 8; ++bits) {
      CentralityOptions options;
      options.direction = (bits & 1U) != 0 ? Direction::directed : Direction::either;
      options.count_parallel = (bits & 2U) != 0;
      options.normalized = (bits & 4U) != 0;
      options.tolerance = 1e-13;
      dump(graph, options);
    }
  }
}
