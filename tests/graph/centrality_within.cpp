#include <entente/centrality.hpp>

#include <algorithm>
#include <cmath>

#include <catch2/catch.hpp>

#include "source_sample.hpp"
#include "support/random_graph.hpp"

using namespace entente;
using namespace entente::testing;

namespace {

const std::vector<CentralityMeasure> measures{CentralityMeasure::degree, CentralityMeasure::betweenness,
                                              CentralityMeasure::closeness, CentralityMeasure::pagerank,
                                              CentralityMeasure::harmonic};
const std::vector<CentralityMeasure> sampled_measures{CentralityMeasure::betweenness, CentralityMeasure::harmonic};

CentralityOptions random_options(Dice& dice) {
  CentralityOptions options;
  options.direction = dice.chance(2) ? Direction::directed : Direction::either;
  options.count_parallel = dice.chance(2);
  options.normalized = dice.chance(2);
  return options;
}

double largest_difference(const Scores& a, const Scores& b) {
  REQUIRE(a.size() == b.size());
  double largest = 0.0;
  for (std::size_t i = 0; i < a.size(); ++i) largest = std::max(largest, std::abs(a[i] - b[i]));
  return largest;
}

}  // namespace

TEST_CASE("With effort enough a measure is the same as without a limit, whatever the threads") {
  Dice dice(61);
  for (int round = 0; round < 60; ++round) {
    const KnowledgeGraph graph = random_graph(dice, 400);
    const GraphView view(graph, random_lens(dice, graph));
    const CentralityOptions options = random_options(dice);
    for (const std::size_t threads : {1U, 2U, 5U}) {
      const Effort effort{.threads = threads, .deadline = Deadline(3600)};
      for (const CentralityMeasure measure : measures) {
        const Estimate estimate = centrality_within(effort, view, measure, options);
        CHECK(estimate.scores == centrality(view, measure, options));
        CHECK(estimate.is_exact());
        CHECK(estimate.confidence == 1.0);
        CHECK(estimate.error <= (measure == CentralityMeasure::pagerank ? 1e-9 : 0.0));
      }
      const Estimate relations = relation_betweenness_within(effort, view, options);
      CHECK(relations.scores == relation_betweenness(view, options));
      CHECK(relations.is_exact());
    }
  }
}

TEST_CASE("A sample of all entities is exact") {
  Dice dice(62);
  for (int round = 0; round < 100; ++round) {
    const KnowledgeGraph graph = random_graph(dice, 30);
    const CentralityOptions options = random_options(dice);
    for (const CentralityMeasure measure : sampled_measures) {
      const Estimate exact = centrality_within({}, graph, measure, options);
      const Estimate sampled = centrality_within({}, graph, measure, options, {.sources = 1000, .seed = 7});
      CHECK(sampled.is_exact());
      CHECK(sampled.error == 0.0);
      CHECK(largest_difference(sampled.scores, exact.scores) < 1e-9);
    }
  }
}

TEST_CASE("Sampled scores keep their error bound about as often as they say") {
  Dice dice(63);
  std::size_t samples = 0;
  std::size_t kept = 0;
  std::size_t kept_half = 0;
  for (int round = 0; round < 150; ++round) {
    const KnowledgeGraph graph = random_graph(dice, 300);
    const CentralityOptions options = random_options(dice);
    const Sampling sampling{
        .sources = 1 + dice.roll(100), .confidence = 0.5, .seed = static_cast<std::uint32_t>(round)};
    const auto compare = [&](const Estimate& estimate, const Scores& exact) {
      ++samples;
      const double difference = largest_difference(estimate.scores, exact);
      kept += difference <= estimate.error + 1e-12;
      kept_half += difference <= estimate.error / 50.0;
    };
    for (const CentralityMeasure measure : sampled_measures)
      compare(centrality_within({}, graph, measure, options, sampling), centrality(graph, measure, options));
    compare(relation_betweenness_within({}, graph, options, sampling), relation_betweenness(graph, options));
  }
  CHECK(kept >= samples / 2);
  CHECK(kept_half < samples);  // a bound that nothing could break would say nothing
}

TEST_CASE("Means of samples are those of all on average") {
  const KnowledgeGraph graph = graph_of(8, {{0, 1}, {1, 2}, {2, 3}, {3, 4}, {1, 5}, {5, 3}, {6, 2}, {2, 7}});
  for (const CentralityMeasure measure : sampled_measures) {
    Scores mean(8);
    constexpr std::uint32_t rounds = 4000;
    for (std::uint32_t seed = 0; seed < rounds; ++seed) {
      const Scores scores = centrality_within({}, graph, measure, {}, {.sources = 3, .seed = seed}).scores;
      for (std::size_t i = 0; i < mean.size(); ++i) mean[i] += scores[i] / rounds;
    }
    CHECK(largest_difference(mean, centrality(graph, measure)) < 0.02);
  }
}

TEST_CASE("A wanted error is kept by the least number of sources") {
  Dice dice(64);
  std::vector<std::pair<std::size_t, std::size_t>> arcs;
  for (std::size_t i = 0; i < 6000; ++i) arcs.emplace_back(dice.roll(3000), dice.roll(3000));
  const KnowledgeGraph graph = graph_of(3000, arcs);
  for (const CentralityMeasure measure : sampled_measures) {
    const Estimate estimate = centrality_within({}, graph, measure, {}, {.error = 0.1, .confidence = 0.9});
    CHECK(estimate.complete);
    CHECK_FALSE(estimate.is_exact());
    CHECK(estimate.error <= 0.1);
    CHECK(estimate.confidence == 0.9);
    const Sampling one_less{.sources = estimate.sources - 1, .confidence = 0.9};
    CHECK(centrality_within({}, graph, measure, {}, one_less).error > 0.1);
    CHECK(largest_difference(estimate.scores, centrality(graph, measure)) <= 0.1);
  }
}

TEST_CASE("Without any effort nothing is known, and the bound says so") {
  Dice dice(65);
  const std::atomic<bool> stop = true;
  const KnowledgeGraph graph = graph_of(5, {{0, 1}, {1, 2}, {2, 3}, {3, 4}});
  for (const CentralityMeasure measure : measures) {
    if (measure == CentralityMeasure::degree) continue;  // takes no time
    const Estimate estimate = centrality_within({.stop = &stop}, graph, measure);
    CHECK_FALSE(estimate.complete);
    CHECK_FALSE(estimate.is_exact());
    CHECK(estimate.sources == 0);
    CHECK(estimate.error == 1.0);
    CHECK(estimate.confidence == 1.0);
  }
  CentralityOptions raw;
  raw.normalized = false;
  CHECK(centrality_within({.stop = &stop}, graph, CentralityMeasure::betweenness, raw).error == 6.0);
  CHECK(centrality_within({.stop = &stop}, graph, CentralityMeasure::harmonic, raw).error == 4.0);
  CHECK(relation_betweenness_within({.stop = &stop}, graph, raw).error == 10.0);
}

TEST_CASE("The error of sampled means is that of Serfling's inequality") {
  const SampledMeans means{1000, 50, 0.95};
  CHECK(means.error(0) == 1.0);
  CHECK(means.error(100) == Approx(std::sqrt((1.0 - 99.0 / 1000.0) * std::log(2.0 * 50.0 / 0.05) / 200.0)));
  CHECK(means.error(1000) == 0.0);
  for (std::size_t samples = 0; samples < 1000; ++samples) CHECK(means.error(samples + 1) <= means.error(samples));
  CHECK(means.samples_for(0.0) == 1000);
  CHECK(means.samples_for(1.0) == 0);
}

TEST_CASE("Sources are the nodes that reach another, each once, in an order of the seed") {
  const Projection graph(5, {{0, 1}, {2, 1}, {4, 0}, {4, 1}, {3, 3}}, Parallel::counted);
  std::vector<Projection::Node> sources = sources_in_random_order(graph, 1);
  CHECK(sources == sources_in_random_order(graph, 1));
  std::sort(sources.begin(), sources.end());
  CHECK(sources == std::vector<Projection::Node>{0, 2, 4});
}

TEST_CASE("Measures that are iterated are the same with effort enough, and say how far they are when stopped") {
  Dice dice(66);
  const std::vector<CentralityMeasure> iterated{CentralityMeasure::pagerank, CentralityMeasure::eigenvector,
                                                CentralityMeasure::katz, CentralityMeasure::hubs,
                                                CentralityMeasure::authorities};
  std::size_t bounded = 0;
  for (int round = 0; round < 200; ++round) {
    const KnowledgeGraph graph = random_graph(dice, 40);
    const CentralityOptions options = random_options(dice);
    for (const CentralityMeasure measure : iterated) {
      const Scores exact = centrality(graph, measure, options);
      const Effort enough{.deadline = Deadline(3600)};
      CHECK(centrality_within(enough, graph, measure, options).scores == exact);
      std::atomic<bool> stop = false;
      const std::size_t most_checks = dice.roll(6);
      std::size_t checks = 0;
      Effort effort{.stop = &stop};
      effort.progress = [&](std::size_t done, std::size_t all) {
        CHECK(done <= all);
        stop = ++checks >= most_checks;
      };
      const Estimate estimate = centrality_within(effort, graph, measure, options);
      REQUIRE(estimate.scores.size() == exact.size());
      if (estimate.complete) continue;
      if (measure == CentralityMeasure::pagerank || measure == CentralityMeasure::katz) {
        CHECK(largest_difference(estimate.scores, exact) <= estimate.error + 1e-9);
        bounded += estimate.error < 1.0;
      } else {
        CHECK(estimate.error == 1.0);
        CHECK(estimate.last_change.has_value());
      }
    }
  }
  CHECK(bounded > 100);
  std::atomic<bool> stop = true;
  for (const CentralityMeasure measure : iterated) {
    const Estimate none = centrality_within({.stop = &stop}, graph_of(3, {{0, 1}, {1, 2}}), measure);
    CHECK_FALSE(none.complete);
    CHECK(none.error >= 1.0);
    CHECK_FALSE(none.last_change);
  }
}
