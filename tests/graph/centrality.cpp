#include <entente/centrality.hpp>

#include <cmath>
#include <numeric>
#include <utility>

#include <catch2/catch.hpp>

#include <entente/graph_builder.hpp>

#include "support/measure_comparison.hpp"
#include "support/random_graph.hpp"
#include "support/reference.hpp"

using namespace entente;
using namespace entente::testing;

namespace {

CentralityOptions raw(bool count_parallel = false) {
  CentralityOptions options;
  options.normalized = false;
  options.count_parallel = count_parallel;
  return options;
}

/// Three states in a row, with two parallel relations between the first two.
KnowledgeGraph row_with_parallel() {
  GraphBuilder builder;
  for (const char* name : {"Austria", "Belgium", "Cyprus"}) {
    Entity entity;
    entity.name = name;
    entity.type = EntityType::state;
    builder.add(entity);
  }
  const auto add = [&](std::size_t subject, Predicate predicate, std::size_t object) {
    Relation relation;
    relation.subject = EntityId(subject);
    relation.predicate = predicate;
    relation.object = EntityId(object);
    builder.add(relation);
  };
  add(0, Predicate::aids, 1);
  add(1, Predicate::aids, 0);
  add(1, Predicate::aids, 2);
  add(1, Predicate::aids, 1);
  return std::move(builder).build();
}

}  // namespace

TEST_CASE("Degree centrality counts neighbours") {
  compare_on_random_graphs(degree_centrality, reference_degree);
}
TEST_CASE("In-degree and out-degree count those who lead to an entity and those whom it leads to") {
  compare_on_random_graphs(in_degree_centrality, reference_in_degree);
  compare_on_random_graphs(out_degree_centrality, reference_out_degree);
}
TEST_CASE("Betweenness centrality counts the shortest paths through an entity") {
  compare_on_random_graphs(betweenness_centrality, reference_betweenness);
}
TEST_CASE("Closeness centrality is the inverse of the mean distance") {
  compare_on_random_graphs(closeness_centrality, reference_closeness);
}
TEST_CASE("Harmonic centrality sums the inverses of the distances") {
  compare_on_random_graphs(harmonic_centrality, reference_harmonic);
}
TEST_CASE("The betweenness of a relation counts the shortest paths along it") {
  compare_on_random_graphs(relation_betweenness, reference_relation_betweenness);
}
TEST_CASE("PageRank solves its equations") {
  compare_on_random_graphs(pagerank, reference_pagerank);
}

TEST_CASE("Parallel relations count once unless asked for, self-loops never") {
  const KnowledgeGraph graph = row_with_parallel();
  CHECK(degree_centrality(graph, raw()) == Scores{1, 2, 1});
  CHECK(degree_centrality(graph, raw(true)) == Scores{2, 3, 1});
  CHECK(degree_centrality(graph) == Scores{0.5, 1, 0.5});
}

TEST_CASE("Empty and tiny graphs have scores") {
  for (const std::size_t states : {0U, 1U, 2U}) {
    const KnowledgeGraph graph = graph_of(states, {});
    for (const char* measure : {"degree", "betweenness", "closeness", "harmonic"})
      CHECK(centrality(graph, *centrality_measure_named(measure)) == Scores(states));
    CHECK(pagerank(graph) == Scores(states, states == 0 ? 0.0 : 1.0 / static_cast<double>(states)));
  }
}

TEST_CASE("Betweenness survives more shortest paths than an integer can count") {
  // Diamonds in a row: from joint 3 i over 3 i + 1 or 3 i + 2 to joint 3 i + 3.
  constexpr std::size_t diamonds = 70;
  std::vector<std::pair<std::size_t, std::size_t>> arcs;
  for (std::size_t joint = 0; joint < 3 * diamonds; joint += 3)
    for (const std::size_t side : {joint + 1, joint + 2}) {
      arcs.emplace_back(joint, side);
      arcs.emplace_back(side, joint + 3);
    }
  const KnowledgeGraph graph = graph_of(3 * diamonds + 1, arcs);
  const Scores scores = betweenness_centrality(graph, raw());
  for (std::size_t i = 0; i < diamonds; ++i) {
    const std::size_t left = 3 * i + 1;
    const std::size_t right = 3 * (diamonds - i - 1) + 1;
    const double half_of_pairs = static_cast<double>(left * right) / 2.0;
    // Both sides of the diamond also reach each other over its joints, which is no matter of the sides.
    CHECK(scores[3 * i + 1] == Approx(half_of_pairs).epsilon(1e-9));
    CHECK(scores[3 * i + 2] == Approx(half_of_pairs).epsilon(1e-9));
  }
}

TEST_CASE("PageRank sums to 1 over what is visible") {
  Dice dice(5);
  for (int round = 0; round < 200; ++round) {
    const KnowledgeGraph graph = random_graph(dice, 30);
    const GraphView view(graph, random_lens(dice, graph));
    if (view.entity_count() == 0) continue;
    CentralityOptions options;
    options.direction = Direction::directed;
    options.damping = 0.999;
    const Scores scores = pagerank(view, options);
    CHECK(std::accumulate(scores.begin(), scores.end(), 0.0) == Approx(1.0).epsilon(1e-9));
    for (std::size_t i = 0; i < scores.size(); ++i) CHECK((scores[i] > 0.0) == view.shows(EntityId(i)));
  }
}

TEST_CASE("PageRank stops even where no tolerance is left to reach") {
  CentralityOptions options;
  options.tolerance = 0.0;
  const Scores scores = pagerank(row_with_parallel(), options);
  CHECK(scores[0] + scores[1] + scores[2] == Approx(1.0));
}

TEST_CASE("Measures have names") {
  for (const CentralityMeasure measure : all_centrality_measures())
    CHECK(centrality_measure_named(name(measure)) == measure);
  CHECK(name(CentralityMeasure::pagerank) == "pagerank");
  CHECK(name(CentralityMeasure::core_number) == "core-number");
  CHECK_FALSE(centrality_measure_named("PageRank"));
}

TEST_CASE("A measure can be chosen by value") {
  const KnowledgeGraph graph = row_with_parallel();
  CHECK(centrality(graph, CentralityMeasure::degree) == degree_centrality(graph));
  CHECK(centrality(graph, CentralityMeasure::betweenness) == betweenness_centrality(graph));
  CHECK(centrality(graph, CentralityMeasure::closeness) == closeness_centrality(graph));
  CHECK(centrality(graph, CentralityMeasure::pagerank) == pagerank(graph));
  CHECK(centrality(graph, CentralityMeasure::harmonic) == harmonic_centrality(graph));
  CHECK(centrality(graph, CentralityMeasure::in_degree) == in_degree_centrality(graph));
  CHECK(centrality(graph, CentralityMeasure::out_degree) == out_degree_centrality(graph));
  CHECK(centrality(graph, CentralityMeasure::eigenvector) == eigenvector_centrality(graph));
  CHECK(centrality(graph, CentralityMeasure::katz) == katz_centrality(graph));
  CHECK(centrality(graph, CentralityMeasure::hubs) == hubs_and_authorities(graph).hubs);
  CHECK(centrality(graph, CentralityMeasure::authorities) == hubs_and_authorities(graph).authorities);
  CHECK(centrality(graph, CentralityMeasure::core_number) == core_number(graph));
  CHECK(betweenness_centrality(graph) == Scores{0, 1, 0});
}

TEST_CASE("Parallel relations have what their arc has, or equal parts of it") {
  const KnowledgeGraph graph = row_with_parallel();
  CHECK(relation_betweenness(graph, raw()) == Scores{2, 2, 2, 0});
  CHECK(relation_betweenness(graph, raw(true)) == Scores{1, 1, 2, 0});
}

TEST_CASE("The top of relations is those with the highest scores, ties by id") {
  const KnowledgeGraph graph = row_with_parallel();
  const auto ids = [&](const std::vector<RankedRelation>& ranking) {
    std::vector<std::size_t> indexes;
    for (const RankedRelation& ranked : ranking) indexes.push_back(ranked.relation.index());
    return indexes;
  };
  CHECK(ids(top_relations(graph, {1, 3, 2, 3}, 9)) == std::vector<std::size_t>{1, 3, 2, 0});
  CHECK(ids(top_relations(graph, {1, 3, 2, 3}, 2)) == std::vector<std::size_t>{1, 3});
  CHECK(ids(top_relations(GraphView(graph).restricted_to({EntityId(1)}), {1, 3, 2, 3}, 9)) ==
        std::vector<std::size_t>{3});
}

TEST_CASE("The top is the highest scores, ties by name") {
  const KnowledgeGraph graph = row_with_parallel();
  const Scores scores{0.5, 0.25, 0.5};
  const auto keys = [&](const std::vector<Ranked>& ranking) {
    std::vector<std::string> names;
    for (const Ranked& ranked : ranking) names.push_back(graph.entity(ranked.entity).name);
    return names;
  };
  CHECK(keys(top(graph, scores, 9)) == std::vector<std::string>{"Austria", "Cyprus", "Belgium"});
  CHECK(keys(top(graph, scores, 1)) == std::vector<std::string>{"Austria"});
  CHECK(keys(top(GraphView(graph).restricted_to({EntityId(1)}), scores, 9)) == std::vector<std::string>{"Belgium"});
  CHECK(top(graph, scores, 0).empty());
}
