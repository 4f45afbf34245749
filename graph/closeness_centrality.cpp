#include <limits>

#include <entente/centrality.hpp>

#include "projection.hpp"

namespace entente {

namespace {

/// How many others reach one node, and from how far in sum.
struct Reach {
  std::size_t others = 0;
  std::size_t distance = 0;
};

/// Breadth-first searches from one node after the other, in the same memory.
class Searches {
 public:
  explicit Searches(const Projection& graph) : graph_(graph), distances_(graph.node_count(), unreached) {}

  Reach from(Projection::Node start) {
    for (const Projection::Node node : queue_) distances_[node] = unreached;
    queue_.assign(1, start);
    distances_[start] = 0;
    Reach reach;
    for (std::size_t i = 0; i < queue_.size(); ++i) {
      const std::size_t distance = distances_[queue_[i]];
      reach.distance += distance;
      for (const Projection::Node target : graph_.targets(queue_[i])) {
        if (distances_[target] != unreached) continue;
        distances_[target] = distance + 1;
        queue_.push_back(target);
      }
    }
    reach.others = queue_.size() - 1;
    return reach;
  }

 private:
  static constexpr std::size_t unreached = std::numeric_limits<std::size_t>::max();
  const Projection& graph_;
  std::vector<std::size_t> distances_;
  std::vector<Projection::Node> queue_;
};

}  // namespace

Scores closeness_centrality(const GraphView& view, const CentralityOptions& options) {
  const Projection graph(view, coming(options.direction), Parallel::collapsed);
  Searches searches(graph);
  std::vector<double> closeness(graph.node_count());
  for (Projection::Node node = 0; node < graph.node_count(); ++node) {
    const Reach reach = searches.from(node);
    if (reach.others == 0) continue;
    const auto others = static_cast<double>(reach.others);
    closeness[node] = others / static_cast<double>(reach.distance);
    if (options.normalized) closeness[node] *= others / static_cast<double>(graph.node_count() - 1);
  }
  return graph.by_entity(closeness);
}

}  // namespace entente
