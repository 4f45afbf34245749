#include <entente/boost_graph.hpp>

#include <limits>
#include <vector>

#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <boost/graph/graph_concepts.hpp>
#include <boost/graph/reverse_graph.hpp>
#include <boost/graph/strong_components.hpp>
#include <boost/range/iterator_range.hpp>
#include <catch2/catch.hpp>

#include <entente/components.hpp>

#include "support/random_graph.hpp"

using namespace entente;

BOOST_CONCEPT_ASSERT((boost::VertexListGraphConcept<KnowledgeGraph>));
BOOST_CONCEPT_ASSERT((boost::EdgeListGraphConcept<KnowledgeGraph>));
BOOST_CONCEPT_ASSERT((boost::IncidenceGraphConcept<KnowledgeGraph>));
BOOST_CONCEPT_ASSERT((boost::BidirectionalGraphConcept<KnowledgeGraph>));
BOOST_CONCEPT_ASSERT((boost::AdjacencyGraphConcept<KnowledgeGraph>));
BOOST_CONCEPT_ASSERT((boost::VertexAndEdgeListGraphConcept<KnowledgeGraph>));
BOOST_CONCEPT_ASSERT((boost::ReadablePropertyGraphConcept<KnowledgeGraph, std::size_t, boost::vertex_index_t>));

using namespace entente::testing;

namespace {

constexpr std::size_t unreached = std::numeric_limits<std::size_t>::max();

/// Steps from the first entity to every other, by Boost.
template <class Graph>
std::vector<std::size_t> steps_from_first(const Graph& graph, std::size_t vertices) {
  std::vector<std::size_t> steps(vertices, unreached);
  steps[0] = 0;
  const auto map = boost::make_iterator_property_map(steps.begin(), boost::typed_identity_property_map<std::size_t>());
  boost::breadth_first_search(
      graph, std::size_t{0},
      boost::visitor(boost::make_bfs_visitor(boost::record_distances(map, boost::on_tree_edge()))));
  return steps;
}

}  // namespace

TEST_CASE("Boost walks a graph along its relations") {
  const KnowledgeGraph graph = graph_of(5, {{0, 1}, {1, 2}, {3, 0}, {0, 0}});
  CHECK(steps_from_first(graph, 5) == std::vector<std::size_t>{0, 1, 2, unreached, unreached});
}

TEST_CASE("Boost walks a reversed graph against its relations") {
  const KnowledgeGraph graph = graph_of(5, {{0, 1}, {1, 2}, {3, 0}, {4, 3}});
  CHECK(steps_from_first(boost::make_reverse_graph(graph), 5) ==
        std::vector<std::size_t>{0, unreached, unreached, 1, 2});
}

TEST_CASE("Boost finds the cheapest path by a weight on relations") {
  const KnowledgeGraph graph = graph_of(4, {{0, 1}, {1, 2}, {0, 2}, {2, 0}});
  const std::vector<double> weights{1.0, 1.0, 5.0, 1.0};
  std::vector<double> distances(4);
  std::vector<std::size_t> predecessors(4);
  const auto index = get(boost::vertex_index, graph);
  boost::dijkstra_shortest_paths(
      graph, std::size_t{0},
      boost::weight_map(boost::make_iterator_property_map(weights.begin(), get(boost::edge_index, graph)))
          .distance_map(boost::make_iterator_property_map(distances.begin(), index))
          .predecessor_map(boost::make_iterator_property_map(predecessors.begin(), index)));
  CHECK(distances == std::vector<double>{0.0, 1.0, 2.0, std::numeric_limits<double>::max()});
  CHECK(predecessors == std::vector<std::size_t>{0, 0, 1, 3});
}

TEST_CASE("Boost sees every relation once from each end") {
  Dice dice(7);
  for (int round = 0; round < 100; ++round) {
    const KnowledgeGraph graph = random_graph(dice, 10);
    std::vector<int> out(graph.relation_count());
    std::vector<int> in(graph.relation_count());
    for (const std::size_t vertex : boost::make_iterator_range(vertices(graph))) {
      auto [neighbour, end] = adjacent_vertices(vertex, graph);
      for (const std::size_t edge : boost::make_iterator_range(out_edges(vertex, graph))) {
        ++out[edge];
        REQUIRE(source(edge, graph) == vertex);
        REQUIRE(neighbour != end);
        REQUIRE(target(edge, graph) == *neighbour++);
      }
      REQUIRE(neighbour == end);
      for (const std::size_t edge : boost::make_iterator_range(in_edges(vertex, graph))) {
        ++in[edge];
        REQUIRE(target(edge, graph) == vertex);
      }
      REQUIRE(degree(vertex, graph) == out_degree(vertex, graph) + in_degree(vertex, graph));
    }
    REQUIRE(num_vertices(graph) == graph.entity_count());
    REQUIRE(num_edges(graph) == static_cast<std::size_t>(boost::size(boost::make_iterator_range(edges(graph)))));
    REQUIRE(out == std::vector<int>(graph.relation_count(), 1));
    REQUIRE(in == out);
  }
}

TEST_CASE("Boost finds the strong components of a graph itself") {
  const KnowledgeGraph graph = graph_of(6, {{0, 1}, {1, 2}, {2, 0}, {3, 4}, {4, 5}});
  std::vector<std::size_t> group(6);
  const std::size_t count = boost::strong_components(
      graph, boost::make_iterator_property_map(group.begin(), get(boost::vertex_index, graph)));
  CHECK(count == strong_components(graph).size());
  CHECK(group[0] == group[2]);
  CHECK(group[3] != group[4]);
}
