#include <entente/centrality.hpp>

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

namespace entente {

namespace {

constexpr std::array<std::pair<CentralityMeasure, std::string_view>, centrality_measure_count> measure_names{{
    {CentralityMeasure::degree, "degree"},
    {CentralityMeasure::betweenness, "betweenness"},
    {CentralityMeasure::closeness, "closeness"},
    {CentralityMeasure::pagerank, "pagerank"},
    {CentralityMeasure::in_degree, "in-degree"},
    {CentralityMeasure::out_degree, "out-degree"},
    {CentralityMeasure::eigenvector, "eigenvector"},
    {CentralityMeasure::katz, "katz"},
    {CentralityMeasure::hubs, "hubs"},
    {CentralityMeasure::authorities, "authorities"},
    {CentralityMeasure::core_number, "core-number"},
}};

}  // namespace

const std::array<CentralityMeasure, centrality_measure_count>& all_centrality_measures() {
  static constexpr auto measures = [] {
    std::array<CentralityMeasure, centrality_measure_count> all{};
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = measure_names[i].first;
    return all;
  }();
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
  switch (measure) {
    case CentralityMeasure::degree:
      return degree_centrality(view, options);
    case CentralityMeasure::betweenness:
      return betweenness_centrality(view, options);
    case CentralityMeasure::closeness:
      return closeness_centrality(view, options);
    case CentralityMeasure::pagerank:
      return pagerank(view, options);
    case CentralityMeasure::in_degree:
      return in_degree_centrality(view, options);
    case CentralityMeasure::out_degree:
      return out_degree_centrality(view, options);
    case CentralityMeasure::eigenvector:
      return eigenvector_centrality(view, options);
    case CentralityMeasure::katz:
      return katz_centrality(view, options);
    case CentralityMeasure::hubs:
      return hubs_and_authorities(view, options).hubs;
    case CentralityMeasure::authorities:
      return hubs_and_authorities(view, options).authorities;
    case CentralityMeasure::core_number:
      return core_number(view, options);
  }
  return Scores(view.graph().entity_count());
}

std::vector<Ranked> top(const GraphView& view, const Scores& scores, std::size_t count) {
  std::vector<Ranked> ranking;
  for (const EntityId entity : view.entities()) ranking.push_back({entity, scores[entity.index()]});
  const auto place = [&](const Ranked& ranked) {
    return std::tuple(-ranked.score, std::string_view(view.graph().entity(ranked.entity).name), ranked.entity);
  };
  count = std::min(count, ranking.size());
  std::partial_sort(ranking.begin(), ranking.begin() + static_cast<std::ptrdiff_t>(count), ranking.end(),
                    [&](const Ranked& a, const Ranked& b) { return place(a) < place(b); });
  ranking.erase(ranking.begin() + static_cast<std::ptrdiff_t>(count), ranking.end());
  return ranking;
}

}  // namespace entente
