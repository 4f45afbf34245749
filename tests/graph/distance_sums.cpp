#include "distance_sums.hpp"

#include <map>

#include <catch2/catch.hpp>

#include "support/random_projection.hpp"

using namespace entente;
using namespace entente::testing;

namespace {

using Node = Projection::Node;
/// How many sources are how far from a node.
using Histogram = std::map<std::size_t, std::size_t>;

struct Histograms : Histogram {
  Histograms& operator+=(const Histograms& more) {
    for (const auto& [distance, count] : more) (*this)[distance] += count;
    return *this;
  }
};

void add(Histograms& sum, std::size_t distance, std::size_t count) {
  sum[distance] += count;
}

std::vector<Node> random_sources(Dice& dice, const Projection& graph) {
  std::vector<Node> sources;
  for (Node node = 0; node < graph.node_count(); ++node)
    if (!dice.chance(5)) sources.push_back(node);
  return sources;
}

}  // namespace

TEST_CASE("Searches from many nodes at once find what one after the other finds") {
  Dice dice(41);
  for (int round = 0; round < 1500; ++round) {
    const Projection graph = random_projection(dice, round % 50 == 0 ? 900 : 30);
    const Projection backwards = graph.reversed();
    const std::vector<Node> sources = random_sources(dice, graph);
    std::vector<Histogram> expected(graph.node_count());
    for (const Node source : sources) {
      const auto distances = distances_from(graph, source);
      for (Node node = 0; node < graph.node_count(); ++node)
        if (node != source && distances[node]) ++expected[node][*distances[node]];
    }
    const auto sums = distance_sums<Histograms>({graph, backwards}, sources, {}, add);
    REQUIRE(sums.sources == sources.size());
    for (Node node = 0; node < graph.node_count(); ++node) {
      INFO("round " << round << ", node " << node);
      REQUIRE(static_cast<const Histogram&>(sums.values[node]) == expected[node]);
    }
  }
}

TEST_CASE("Sums over distances do not depend on the number of threads, bit for bit") {
  Dice dice(42);
  const auto add_inverse = [](double& sum, std::size_t distance, std::size_t count) {
    sum += static_cast<double>(count) / static_cast<double>(distance);
  };
  for (int round = 0; round < 40; ++round) {
    const Projection graph = random_projection(dice, 2000);
    const Projection backwards = graph.reversed();
    const std::vector<Node> sources = random_sources(dice, graph);
    const auto alone = distance_sums<double>({graph, backwards}, sources, {}, add_inverse);
    for (const std::size_t threads : {2U, 3U, 8U})
      REQUIRE(distance_sums<double>({graph, backwards}, sources, {.threads = threads}, add_inverse).values ==
              alone.values);
  }
}
