#include "projection.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace entente {

namespace {

using Node = Projection::Node;
using Arc = Projection::Arc;

/// The arcs of the view in the order of their relations.
std::vector<Arc> arcs_of(const GraphView& view, const std::vector<EntityId>& nodes, Arcs arcs) {
  const KnowledgeGraph& graph = view.graph();
  std::vector<Node> node_of(graph.entity_count());
  for (std::size_t i = 0; i < nodes.size(); ++i) node_of[nodes[i].index()] = static_cast<Node>(i);
  std::vector<Arc> result;
  for (const RelationId id : view.relations()) {
    const Relation& relation = graph.relation(id);
    if (relation.subject == relation.object) continue;
    const Node subject = node_of[relation.subject.index()];
    const Node object = node_of[relation.object.index()];
    const bool symmetric = is_symmetric(relation.predicate);
    if (arcs != Arcs::against || symmetric) result.push_back({subject, object});
    if (arcs != Arcs::along || symmetric) result.push_back({object, subject});
  }
  return result;
}

/// For each node the number of arcs whose `end` is a lower node; one more entry for all of them.
std::vector<std::size_t> begins(const std::vector<Arc>& arcs, Node Arc::*end, std::size_t nodes) {
  std::vector<std::size_t> result(nodes + 1);
  for (const Arc& arc : arcs) ++result[arc.*end + std::size_t{1}];
  for (std::size_t i = 1; i < result.size(); ++i) result[i] += result[i - 1];
  return result;
}

/// The arcs sorted by one end; a counting sort, which keeps the order of equals.
std::vector<Arc> sorted_by(const std::vector<Arc>& arcs, Node Arc::*end, std::size_t nodes) {
  std::vector<std::size_t> places = begins(arcs, end, nodes);
  std::vector<Arc> result(arcs.size());
  for (const Arc& arc : arcs) result[places[arc.*end]++] = arc;
  return result;
}

}  // namespace

Projection::Projection(const GraphView& view, Arcs direction, Parallel parallel)
    : entity_count_(view.graph().entity_count()), entities_(view.entities()) {
  set_arcs(arcs_of(view, entities_, direction), parallel);
}

Projection::Projection(std::size_t nodes, std::vector<Arc> arcs, Parallel parallel) : entity_count_(nodes) {
  entities_.reserve(nodes);
  for (std::size_t i = 0; i < nodes; ++i) entities_.emplace_back(i);
  std::erase_if(arcs, [](const Arc& arc) { return arc.from == arc.to; });
  set_arcs(std::move(arcs), parallel);
}

void Projection::set_arcs(std::vector<Arc> arcs, Parallel parallel) {
  arcs = sorted_by(sorted_by(arcs, &Arc::to, node_count()), &Arc::from, node_count());
  if (parallel == Parallel::collapsed) arcs.erase(std::unique(arcs.begin(), arcs.end()), arcs.end());
  begins_ = begins(arcs, &Arc::from, node_count());
  targets_.clear();
  targets_.reserve(arcs.size());
  for (const Arc& arc : arcs) targets_.push_back(arc.to);
}

Projection Projection::reversed() const {
  Projection result = *this;
  std::fill(result.begins_.begin(), result.begins_.end(), 0);
  for (const Node target : targets_) ++result.begins_[target + std::size_t{1}];
  std::partial_sum(result.begins_.begin(), result.begins_.end(), result.begins_.begin());
  std::vector<std::size_t> places(result.begins_.begin(), result.begins_.end() - 1);
  for (Node node = 0; node < node_count(); ++node)
    for (const Node target : targets(node)) result.targets_[places[target]++] = node;
  return result;
}

std::size_t Projection::arc(Node from, Node to) const {
  const auto row = targets(from);
  return begins_[from] + static_cast<std::size_t>(std::lower_bound(row.begin(), row.end(), to) - row.begin());
}

Projection::Node Projection::node(EntityId entity) const {
  return static_cast<Node>(std::lower_bound(entities_.begin(), entities_.end(), entity) - entities_.begin());
}

std::vector<double> Projection::by_entity(const std::vector<double>& by_node) const {
  std::vector<double> result(entity_count_);
  for (std::size_t i = 0; i < by_node.size(); ++i) result[entities_[i].index()] = by_node[i];
  return result;
}

}  // namespace entente
