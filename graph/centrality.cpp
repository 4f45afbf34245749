#include <entente/centrality.hpp>

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

namespace entente {

namespace {

constexpr std::array<std::pair<CentralityMeasure, std::string_view>, 4> measure_names{{
    {CentralityMeasure::degree, "degree"},
    {CentralityMeasure::betweenness, "betweenness"},
    {CentralityMeasure::closeness, "closeness"},
    {CentralityMeasure::pagerank, "pagerank"},
}};

}  // namespace

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
