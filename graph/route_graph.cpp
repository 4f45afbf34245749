#include "route_graph.hpp"

#include <tuple>
#include <utility>

#include "relation_support.hpp"

namespace entente {

namespace {

using Draft = RouteGraph::Draft;

std::vector<Draft> turned_round(const std::vector<Draft>& drafts) {
  std::vector<Draft> result = drafts;
  for (Draft& draft : result) std::swap(draft.from, draft.arc.target);
  return result;
}

/// Keeps the best of the arcs with equal ends, which follow each other.
std::vector<Draft> without_parallel_ones(const KnowledgeGraph& graph, const std::vector<Draft>& drafts) {
  const auto better = [&](const RouteArc& a, const RouteArc& b) {
    if (a.cost() != b.cost()) return a.cost() < b.cost();
    return better_supported(graph, a.relation(), b.relation());
  };
  std::vector<Draft> kept;
  for (const Draft& draft : drafts) {
    const bool parallel = !kept.empty() && kept.back().from == draft.from && kept.back().arc.target == draft.arc.target;
    if (!parallel) kept.push_back(draft);
    if (parallel && better(draft.arc, kept.back().arc)) kept.back() = draft;
  }
  return kept;
}

template <class End>
std::vector<Draft> sorted(std::size_t nodes, const std::vector<Draft>& drafts, End end) {
  return Rows<Draft>(nodes, drafts, end, [](const Draft& draft) { return draft; }).all();
}

std::vector<Draft> drafts_of(const GraphView& view, Direction direction, const WeightOf& weight_of,
                             const std::vector<Node>& nodes) {
  const KnowledgeGraph& graph = view.graph();
  std::vector<Draft> drafts;
  for (const RelationId id : view.relations()) {
    const RelationView relation = graph.relation(id);
    const std::uint64_t weight = weight_of(id);
    if (relation.subject == relation.object || weight == closed) continue;
    const Node subject = nodes[relation.subject.index()];
    const Node object = nodes[relation.object.index()];
    const bool doubtful = !is_stated_as_fact(relation);
    drafts.push_back({subject, {object, id, doubtful, weight}});
    if (direction == Direction::either || is_symmetric(relation.predicate))
      drafts.push_back({object, {subject, id, doubtful, weight}});
  }
  return drafts;
}

}  // namespace

RouteGraph::RouteGraph(const GraphView& view, Direction direction, const WeightOf& weight_of)
    : entities_(view.entities()), nodes_(view.graph().entity_count()), same_both_ways_(direction == Direction::either) {
  for (std::size_t i = 0; i < entities_.size(); ++i) nodes_[entities_[i].index()] = static_cast<Node>(i);
  lay_out(view.graph(), drafts_of(view, direction, weight_of, nodes_));
}

RouteGraph::RouteGraph(const KnowledgeGraph& graph, std::vector<EntityId> entities, const std::vector<Draft>& drafts)
    : entities_(std::move(entities)) {
  lay_out(graph, drafts);
}

void RouteGraph::lay_out(const KnowledgeGraph& graph, const std::vector<Draft>& drafts) {
  const auto from = [](const Draft& draft) { return draft.from; };
  const auto target = [](const Draft& draft) { return draft.arc.target; };
  const auto arc = [](const Draft& draft) { return draft.arc; };
  const std::vector<Draft> kept =
      without_parallel_ones(graph, sorted(node_count(), sorted(node_count(), drafts, target), from));
  leaving_ = Rows<RouteArc>(node_count(), kept, from, arc);
  if (!same_both_ways_) arriving_ = Rows<RouteArc>(node_count(), turned_round(kept), from, arc);
}

}  // namespace entente
