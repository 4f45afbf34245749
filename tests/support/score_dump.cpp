// Writes graphs with what Entente computes on them, one JSON object a line, for networkx_reference.py: random ones, or
// those in files with a line "SUBJECT OBJECT SYMMETRIC" of numbers for each relation, of which fewer measures are
// taken.
//
//     score_dump [FILE...]
#include <algorithm>
#include <cstdio>
#include <fstream>
#include <string>

#include <entente/articulation.hpp>
#include <entente/centrality.hpp>
#include <entente/clustering.hpp>
#include <entente/communities.hpp>
#include <entente/components.hpp>
#include <entente/graph_builder.hpp>
#include <entente/minimum_cut.hpp>
#include <entente/paths.hpp>

#include "graph/support/random_graph.hpp"

using namespace entente;

namespace {

std::string list(std::string text) {
  return "[" + text.substr(0, text.empty() ? 0 : text.size() - 1) + "]";
}

std::string json(double number) {
  char text[32];
  std::snprintf(text, sizeof text, "%.17g", number);
  return text;
}

std::string json(const Scores& scores) {
  std::string text;
  for (const double score : scores) text += json(score) + ",";
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
  for (const RelationView relation : graph.relations())
    text += "[" + std::to_string(relation.subject.index()) + "," + std::to_string(relation.object.index()) + "," +
            (is_symmetric(relation.predicate) ? "true" : "false") + "],";
  return list(text);
}

std::string json(const std::vector<EntityId>& entities) {
  return json(std::vector<std::vector<EntityId>>{entities});
}

std::string json(const std::vector<Community>& communities) {
  std::vector<std::vector<EntityId>> groups;
  for (const Community& community : communities) groups.push_back(community.members);
  return json(groups);
}

std::string flag(bool value) {
  return value ? "true" : "false";
}

std::string what_is_measured(const KnowledgeGraph& graph, const CentralityOptions& options) {
  return "{\"entities\":" + std::to_string(graph.entity_count()) + ",\"relations\":" + relations(graph) +
         ",\"directed\":" + flag(options.direction == Direction::directed) +
         ",\"count_parallel\":" + flag(options.count_parallel) + ",\"normalized\":" + flag(options.normalized);
}

std::string measures_of_paths(const KnowledgeGraph& graph, const CentralityOptions& options) {
  const EntityId last(graph.entity_count() - 1);
  return ",\"degree\":" + json(degree_centrality(graph, options)) +
         ",\"betweenness\":" + json(betweenness_centrality(graph, options)) +
         ",\"closeness\":" + json(closeness_centrality(graph, options)) +
         ",\"harmonic\":" + json(harmonic_centrality(graph, options)) +
         ",\"related\":" + json(relation_betweenness(graph, options)) +
         ",\"pagerank\":" + json(pagerank(graph, options)) + ",\"weak\":" + json(weak_components(graph)) +
         ",\"strong\":" + json(strong_components(graph)) +
         ",\"paths\":" + json(shortest_paths(graph, EntityId(0), last, 5, options.direction), graph);
}

/// Small enough for Katz centrality: the largest eigenvalue is not above the largest degree.
double attenuation_for(const KnowledgeGraph& graph, CentralityOptions options) {
  options.normalized = false;
  const Scores degrees = degree_centrality(graph, options);
  return 0.9 / (1.0 + *std::max_element(degrees.begin(), degrees.end()));
}

std::string measures_of_walks(const KnowledgeGraph& graph, CentralityOptions options) {
  const EntityId last(graph.entity_count() - 1);
  options.attenuation = attenuation_for(graph, options);
  const HubsAndAuthorities hits = hubs_and_authorities(graph, options);
  return ",\"attenuation\":" + json(options.attenuation) +
         ",\"in_degree\":" + json(in_degree_centrality(graph, options)) +
         ",\"out_degree\":" + json(out_degree_centrality(graph, options)) +
         ",\"eigenvector\":" + json(eigenvector_centrality(graph, options)) +
         ",\"katz\":" + json(katz_centrality(graph, options)) + ",\"hubs\":" + json(hits.hubs) +
         ",\"authorities\":" + json(hits.authorities) + ",\"core_number\":" + json(core_number(graph, options)) +
         ",\"personalized_pagerank\":" + json(personalized_pagerank(graph, {EntityId(0), last}, options));
}

/// How many entities, and how many relations, have to go to part the first entity and the last.
Scores sizes_of_cuts(const KnowledgeGraph& graph, const CentralityOptions& options) {
  Scores sizes;
  for (const CutOf what : {CutOf::entities, CutOf::relations}) {
    const EntityId last(graph.entity_count() - 1);
    const auto cut = minimum_cut(graph, EntityId(0), last, {what, options.direction, options.count_parallel});
    sizes.push_back(cut ? static_cast<double>(cut->size) : 0.0);
  }
  return sizes;
}

std::string structure(const KnowledgeGraph& graph, const CentralityOptions& options) {
  std::vector<EntityId> points;
  for (const ArticulationPoint& point : articulation_points(graph)) points.push_back(point.entity);
  std::vector<std::vector<EntityId>> ties;
  for (const Bridge& bridge : bridges(graph, options.count_parallel ? BridgeKind::single_relation : BridgeKind::tie))
    ties.push_back({bridge.one, bridge.other});
  const Clustering clusters = clustering(graph);
  const CommunityOptions grouping{options.count_parallel, options.normalized ? 1.0 : 0.7};
  const std::vector<Community> groups = communities(graph, grouping);
  return ",\"articulation_points\":" + json(points) + ",\"bridges\":" + json(ties) +
         ",\"triangles\":" + json(Scores(clusters.triangles.begin(), clusters.triangles.end())) +
         ",\"clustering\":" + json(clusters.local) + ",\"average_clustering\":" + json(clusters.average) +
         ",\"transitivity\":" + json(clusters.transitivity) + ",\"communities\":" + json(groups) +
         ",\"resolution\":" + json(grouping.resolution) +
         ",\"modularity\":" + json(modularity(graph, groups, grouping)) +
         ",\"cuts\":" + json(sizes_of_cuts(graph, options));
}

CentralityOptions options_of(unsigned bits) {
  CentralityOptions options;
  options.direction = (bits & 1U) != 0 ? Direction::directed : Direction::either;
  options.count_parallel = (bits & 2U) != 0;
  options.normalized = (bits & 4U) != 0;
  options.tolerance = 1e-13;
  return options;
}

/// All entities are states; relations of the same two are told apart by their dates.
KnowledgeGraph graph_in(const char* file) {
  std::ifstream lines(file);
  GraphBuilder builder;
  std::size_t subject = 0;
  std::size_t object = 0;
  bool symmetric = false;
  for (unsigned day = 0; lines >> subject >> object >> symmetric; ++day) {
    for (std::size_t i = builder.entity_count(); i <= std::max(subject, object); ++i)
      builder.add(Entity{.key = std::to_string(i), .type = EntityType::state, .name = std::to_string(i)});
    builder.add(Relation{.subject = EntityId(subject),
                         .predicate = symmetric ? Predicate::consults : Predicate::recognizes,
                         .object = EntityId(object),
                         .date = Date(static_cast<int>(1 + day / 300), 1 + day / 25 % 12, 1 + day % 25)});
  }
  return std::move(builder).build();
}

void dump_random_graphs() {
  testing::Dice dice(8);
  for (int round = 0; round < 150; ++round) {
    const KnowledgeGraph graph = testing::random_graph(dice, 30);
    for (unsigned bits = 0; bits < 8; ++bits) {
      const CentralityOptions options = options_of(bits);
      std::puts((what_is_measured(graph, options) + measures_of_paths(graph, options) +
                 measures_of_walks(graph, options) + structure(graph, options) + "}")
                    .c_str());
    }
  }
}

}  // namespace

int main(int count, char** files) {
  if (count == 1) dump_random_graphs();
  for (int i = 1; i < count; ++i) {
    const KnowledgeGraph graph = graph_in(files[i]);
    for (const unsigned bits : {0U, 7U}) {
      const CentralityOptions options = options_of(bits);
      std::puts((what_is_measured(graph, options) + measures_of_walks(graph, options) + structure(graph, options) + "}")
                    .c_str());
    }
  }
}
