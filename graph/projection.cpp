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
    const RelationView relation = graph.relation(id);
    if (relation.subject == relation.object) continue;
    const Node subject = node_of[relation.subject.index()];
    const Node object = node_of[relation.object.index()];
    const bool symmetric = is_symmetric(relation.predicate);
    if (arcs != Arcs::against || symmetric) result.push_back({subject, object});
    if (arcs != Arcs::along || symmetric) result.push_back({object, subject});
  }
  return result;
}

/// Turns numbers of arcs, that of node i at i + 1, into where the arcs of each node begin.
void add_up(std::vector<std::size_t>& counts) {
  std::partial_sum(counts.begin(), counts.end(), counts.begin());
}

}  // namespace

Projection::Projection(std::size_t entity_count, std::vector<EntityId> entities)
    : entity_count_(entity_count), entities_(std::move(entities)) {}

Projection::Projection(const GraphView& view, Arcs direction, Parallel parallel)
    : entity_count_(view.graph().entity_count()), entities_(view.entities()) {
  set_arcs(arcs_of(view, entities_, direction), parallel);
}

Projection::Projection(std::size_t nodes, std::vector<Arc> arcs, Parallel parallel) : entity_count_(nodes) {
  entities_.reserve(nodes);
  for (std::size_t i = 0; i < nodes; ++i) entities_.emplace_back(i);
  std::erase_if(arcs, [](const Arc& arc) { return arc.from == arc.to; });
  set_arcs(arcs, parallel);
}

void Projection::set_arcs(const std::vector<Arc>& arcs, Parallel parallel) {
  // The rows of the reversed graph in any order; turned round again, they come out sorted.
  begins_.assign(node_count() + 1, 0);
  for (const Arc& arc : arcs) ++begins_[arc.to + std::size_t{1}];
  add_up(begins_);
  std::vector<std::size_t> places(begins_.begin(), begins_.end() - 1);
  targets_.resize(arcs.size());
  for (const Arc& arc : arcs) targets_[places[arc.to]++] = arc.from;
  *this = reversed();
  if (parallel == Parallel::collapsed) collapse();
}

void Projection::collapse() {
  std::size_t kept = 0;
  for (Node node = 0; node < node_count(); ++node) {
    const auto row = targets(node);
    begins_[node] = kept;
    for (std::size_t i = 0; i < row.size(); ++i)
      if (i == 0 || row[i] != row[i - 1]) targets_[kept++] = row[i];
  }
  begins_.back() = kept;
  targets_.resize(kept);
}

Projection Projection::reversed() const {
  Projection result(entity_count_, entities_);
  result.begins_.assign(begins_.size(), 0);
  for (const Node target : targets_) ++result.begins_[target + std::size_t{1}];
  add_up(result.begins_);
  std::vector<std::size_t> places(result.begins_.begin(), result.begins_.end() - 1);
  result.targets_.resize(targets_.size());
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
