#include "source_sample.hpp"

#include <algorithm>
#include <cmath>
#include <random>
#include <utility>

namespace entente {

std::vector<Projection::Node> sources_in_random_order(const Projection& graph, std::uint32_t seed) {
  std::vector<Projection::Node> sources;
  for (Projection::Node node = 0; node < graph.node_count(); ++node)
    if (!graph.targets(node).empty()) sources.push_back(node);
  // What std::shuffle and the distributions of <random> draw differs from library to library.
  std::mt19937_64 random(seed);
  for (std::size_t left = sources.size(); left > 1; --left) std::swap(sources[left - 1], sources[random() % left]);
  return sources;
}

double SampledMeans::error(std::size_t samples) const {
  if (samples >= population) return 0.0;
  if (samples == 0) return 1.0;
  const double drawn = static_cast<double>(samples);
  const double left = 1.0 - (drawn - 1.0) / static_cast<double>(population);
  const double failures = 2.0 * static_cast<double>(quantities) / (1.0 - confidence);
  return std::min(1.0, std::sqrt(left * std::log(failures) / (2.0 * drawn)));
}

std::size_t SampledMeans::samples_for(double wanted) const {
  std::size_t low = 0;
  std::size_t high = population;
  while (low < high) {
    const std::size_t middle = low + (high - low) / 2;
    if (error(middle) <= wanted)
      high = middle;
    else
      low = middle + 1;
  }
  return low;
}

std::size_t wanted_sources(const Sampling& sampling, const SampledMeans& means, double scale) {
  if (sampling.sources) return std::min(*sampling.sources, means.population);
  return means.samples_for(sampling.error / scale);
}

Estimate estimate(Scores scores, std::size_t done, std::size_t wanted, const SampledMeans& means, double scale,
                  double unit) {
  Estimate result{std::move(scores), done == wanted, done, means.population, 0.0, 1.0};
  if (done == means.population) return result;
  result.error = std::min(1.0, scale * means.error(done)) * unit;
  result.confidence = result.error < unit ? means.confidence : 1.0;
  return result;
}

}  // namespace entente
