// Sums over what the distances from many nodes say about each node.
#pragma once

#include <algorithm>
#include <cstddef>
#include <span>
#include <vector>

#include <entente/effort.hpp>

#include "multi_source_search.hpp"
#include "ordered_blocks.hpp"

namespace entente {

template <class Value>
struct DistanceSums {
  std::vector<Value> values;  ///< by node
  std::size_t sources = 0;    ///< how many of the sources are in the sums: the first ones
};

/// For each node the sum over the sources from which it can be reached; `add(value, distance, count)` adds that many
/// sources at that distance. O(sources (V + E)), shared by 256 searches at once.
template <class Value, class Add>
DistanceSums<Value> distance_sums(const TwoWayGraph& graph, std::span<const Projection::Node> sources,
                                  const Effort& effort, const Add& add) {
  struct Worker {
    MultiSourceSearch search;
    std::vector<Value> sums;
    std::span<const Projection::Node> sources;
    const Add& add;

    bool run(std::size_t block) {
      const std::size_t begin = block * SearchSet::size;
      search.run(
          sources.subspan(begin, std::min(SearchSet::size, sources.size() - begin)),
          [this](Projection::Node node, std::size_t distance, std::size_t count) { add(sums[node], distance, count); });
      return true;
    }
  };
  const std::size_t nodes = graph.forwards.node_count();
  DistanceSums<Value> result{std::vector<Value>(nodes), 0};
  const auto make_worker = [&] { return Worker{MultiSourceSearch(graph), std::vector<Value>(nodes), sources, add}; };
  const auto merge = [&](Worker& worker) {
    for (std::size_t i = 0; i < nodes; ++i) {
      result.values[i] += worker.sums[i];
      worker.sums[i] = {};
    }
  };
  const std::size_t blocks = (sources.size() + SearchSet::size - 1) / SearchSet::size;
  const std::size_t merged = in_ordered_blocks(blocks, effort, make_worker, merge);
  result.sources = std::min(sources.size(), merged * SearchSet::size);
  return result;
}

}  // namespace entente
