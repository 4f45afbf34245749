// The nodes, sorted by what is left of their degrees, are taken off from the lowest; a neighbour that loses a tie moves
// to the next lower bucket by changing places with the first of its own.
#include <algorithm>
#include <numeric>
#include <utility>

#include <entente/centrality.hpp>

#include "projection.hpp"

namespace entente {

namespace {

using Node = Projection::Node;

class NodesByDegree {
 public:
  explicit NodesByDegree(std::vector<std::size_t> degrees)
      : degrees_(std::move(degrees)), nodes_(degrees_.size()), places_(degrees_.size()) {
    if (degrees_.empty()) return;
    begins_.resize(*std::max_element(degrees_.begin(), degrees_.end()) + 2);
    for (const std::size_t degree : degrees_) ++begins_[degree + 1];
    std::partial_sum(begins_.begin(), begins_.end(), begins_.begin());
    std::vector<std::size_t> next = begins_;
    for (Node node = 0; node < degrees_.size(); ++node) {
      places_[node] = next[degrees_[node]]++;
      nodes_[places_[node]] = node;
    }
  }

  [[nodiscard]] Node at(std::size_t place) const { return nodes_[place]; }
  [[nodiscard]] std::size_t degree(Node node) const { return degrees_[node]; }

  void lower(Node node) {
    const std::size_t first = begins_[degrees_[node]]++;
    std::swap(nodes_[first], nodes_[places_[node]]);
    std::swap(places_[nodes_[first]], places_[nodes_[places_[node]]]);
    --degrees_[node];
  }

 private:
  std::vector<std::size_t> degrees_;
  std::vector<Node> nodes_;          // those of lower degrees first
  std::vector<std::size_t> places_;  // where each node is in `nodes_`
  std::vector<std::size_t> begins_;  // where each degree begins in `nodes_`
};

}  // namespace

Scores core_number(const GraphView& view, const CentralityOptions& options) {
  std::vector<Projection> sides;
  sides.emplace_back(view, going(options.direction), parallel(options.count_parallel));
  if (options.direction == Direction::directed)
    sides.emplace_back(view, Arcs::against, parallel(options.count_parallel));
  const Projection& graph = sides.front();

  std::vector<std::size_t> degrees(graph.node_count());
  for (Node node = 0; node < graph.node_count(); ++node)
    for (const Projection& side : sides) degrees[node] += side.targets(node).size();
  NodesByDegree nodes(std::move(degrees));
  std::vector<double> cores(graph.node_count());
  for (std::size_t place = 0; place < graph.node_count(); ++place) {
    const Node node = nodes.at(place);
    cores[node] = static_cast<double>(nodes.degree(node));
    for (const Projection& side : sides)
      for (const Node target : side.targets(node))
        if (nodes.degree(target) > nodes.degree(node)) nodes.lower(target);
  }
  return graph.by_entity(cores);
}

}  // namespace entente
