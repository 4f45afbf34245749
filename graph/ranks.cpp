#include <entente/ranks.hpp>

#include <algorithm>
#include <cmath>

namespace entente {

std::vector<std::size_t> ranks(const GraphView& view, const Scores& scores) {
  constexpr double tolerance = 1e-9;
  std::vector<EntityId> sorted = view.entities();
  std::stable_sort(sorted.begin(), sorted.end(),
                   [&](EntityId a, EntityId b) { return scores[a.index()] > scores[b.index()]; });
  std::vector<std::size_t> places(view.graph().entity_count());
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    const double score = scores[sorted[i].index()];
    const double higher = i == 0 ? score : scores[sorted[i - 1].index()];
    const bool is_lower = i == 0 || higher - score > tolerance * std::max(std::abs(higher), std::abs(score));
    places[sorted[i].index()] = is_lower ? i + 1 : places[sorted[i - 1].index()];
  }
  return places;
}

}  // namespace entente
