// Nodes drawn at random, and what their mean tells about the mean of all.
#pragma once

#include <cstddef>
#include <vector>

#include <entente/centrality.hpp>

#include "projection.hpp"

namespace entente {

/// The nodes from which some arc leads away, in an order drawn at random.
std::vector<Projection::Node> sources_in_random_order(const Projection&, std::uint32_t seed);

/// A mean of `samples` of `population` values between 0 and 1, one mean for each of several quantities at once.
struct SampledMeans {
  std::size_t population;
  std::size_t quantities;
  double confidence;

  /// How far none of the means is from that of all values, with the confidence; 0 if all were drawn. Serfling 1974.
  [[nodiscard]] double error(std::size_t samples) const;
  /// The least number of samples with an error of at most that. O(log population).
  [[nodiscard]] std::size_t samples_for(double error) const;
};

/// How many sources to search from; `scale` times the error of the means is that of normalised scores.
std::size_t wanted_sources(const Sampling&, const SampledMeans&, double scale);

/// What is known when so many of the wanted sources are done; `unit` is what a normalised score of 1 is in the scores.
Estimate estimate(Scores, std::size_t done, std::size_t wanted, const SampledMeans&, double scale, double unit);

}  // namespace entente
