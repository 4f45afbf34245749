#include <entente/centrality.hpp>

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

#include "measures_within.hpp"

namespace entente {

namespace {

constexpr std::array<std::pair<CentralityMeasure, std::string_view>, 12> measure_names{{
    {CentralityMeasure::degree, "degree"},
    {CentralityMeasure::betweenness, "betweenness"},
    {CentralityMeasure::closeness, "closeness"},
    {CentralityMeasure::pagerank, "pagerank"},
    {CentralityMeasure::harmonic, "harmonic"},
    {CentralityMeasure::in_degree, "in-degree"},
    {CentralityMeasure::out_degree, "out-degree"},
    {CentralityMeasure::eigenvector, "eigenvector"},
    {CentralityMeasure::katz, "katz"},
    {CentralityMeasure::hubs, "hubs"},
    {CentralityMeasure::authorities, "authorities"},
    {CentralityMeasure::core_number, "core-number"},
}};

/// The first `count` in ascending order of their places.
template <class Item, class Place>
std::vector<Item> first(std::vector<Item> items, std::size_t count, const Place& place) {
  const auto end = items.begin() + static_cast<std::ptrdiff_t>(std::min(count, items.size()));
  std::partial_sort(items.begin(), end, items.end(), [&](const Item& a, const Item& b) { return place(a) < place(b); });
  items.erase(end, items.end());
  return items;
}

}  // namespace

std::vector<CentralityMeasure> all_centrality_measures() {
  std::vector<CentralityMeasure> measures;
  for (const auto& [measure, measure_name] : measure_names) measures.push_back(measure);
  return measures;
}

std::string_view name(CentralityMeasure measure) {
  return measure_names[static_cast<std::size_t>(measure)].second;
}

std::optional<CentralityMeasure> centrality_measure_named(std::string_view wanted) {
  for (const auto& [measure, measure_name] : measure_names)
    if (measure_name == wanted) return measure;
  return std::nullopt;
}

Scores centrality(const GraphView& view, CentralityMeasure measure, const CentralityOptions& options) {
  return centrality_within({}, view, measure, options).scores;
}

Estimate centrality_within(const Effort& effort, const GraphView& view, CentralityMeasure measure,
                           const CentralityOptions& options, const Sampling& sampling) {
  switch (measure) {
    case CentralityMeasure::degree:
      return {degree_centrality(view, options)};
    case CentralityMeasure::betweenness:
      return betweenness_within(effort, view, options, sampling);
    case CentralityMeasure::closeness:
      return closeness_within(effort, view, options, sampling);
    case CentralityMeasure::pagerank:
      return pagerank_within(effort, view, options);
    case CentralityMeasure::harmonic:
      return harmonic_within(effort, view, options, sampling);
    case CentralityMeasure::in_degree:
      return {in_degree_centrality(view, options)};
    case CentralityMeasure::out_degree:
      return {out_degree_centrality(view, options)};
    case CentralityMeasure::eigenvector:
      return eigenvector_within(effort, view, options);
    case CentralityMeasure::katz:
      return katz_within(effort, view, options);
    case CentralityMeasure::hubs:
      return hubs_within(effort, view, options);
    case CentralityMeasure::authorities:
      return authorities_within(effort, view, options);
    case CentralityMeasure::core_number:
      return {core_number(view, options)};
  }
  return {Scores(view.graph().entity_count())};
}

std::vector<Ranked> top(const GraphView& view, const Scores& scores, std::size_t count) {
  std::vector<Ranked> ranking;
  for (const EntityId entity : view.entities()) ranking.push_back({entity, scores[entity.index()]});
  return first(std::move(ranking), count, [&](const Ranked& ranked) {
    return std::tuple(-ranked.score, std::string_view(view.graph().entity(ranked.entity).name), ranked.entity);
  });
}

std::vector<RankedRelation> top_relations(const GraphView& view, const Scores& scores, std::size_t count) {
  std::vector<RankedRelation> ranking;
  for (const RelationId relation : view.relations()) ranking.push_back({relation, scores[relation.index()]});
  return first(std::move(ranking), count,
               [](const RankedRelation& ranked) { return std::tuple(-ranked.score, ranked.relation); });
}

}  // namespace entente
