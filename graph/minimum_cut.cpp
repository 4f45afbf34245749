#include <entente/minimum_cut.hpp>

#include <algorithm>

#include "max_flow.hpp"
#include "projection.hpp"

namespace entente {

namespace {

using Node = Projection::Node;

/// Where flow enters and leaves the nodes of a projection; both are one unless entities are cut, who then are pipes.
struct Gates {
  bool apart;
  [[nodiscard]] Node in(Node node) const { return apart ? 2 * node : node; }
  [[nodiscard]] Node out(Node node) const { return apart ? 2 * node + 1 : node; }
};

/// The pipes of the relations, parallel ones in one pipe, and where they are apart those between the gates.
std::vector<Pipe> pipes_of(const Projection& graph, Node from, Node to, const CutOptions& options) {
  const Gates gates{options.cut == CutOf::entities};
  const bool both_ways_at_once = !gates.apart && options.direction == Direction::either;
  std::vector<Pipe> pipes;
  for (Node node = 0; node < graph.node_count(); ++node) {
    if (gates.apart) pipes.push_back({gates.in(node), gates.out(node), node == from || node == to ? unlimited : 1});
    const auto targets = graph.targets(node);
    for (std::size_t i = 0; i < targets.size();) {
      const std::size_t begin = i;
      while (i < targets.size() && targets[i] == targets[begin]) ++i;
      const Node target = targets[begin];
      if (both_ways_at_once && target < node) continue;
      const auto parallel = static_cast<std::uint32_t>(i - begin);
      const bool is_direct = node == from && target == to;
      pipes.push_back({gates.out(node), gates.in(target), gates.apart && !is_direct ? unlimited : parallel,
                       both_ways_at_once ? parallel : 0});
    }
  }
  return pipes;
}

/// The size of the smaller of the two cuts right at an end.
std::size_t smaller_end(const std::vector<Pipe>& pipes, Node source, Node sink) {
  const auto cost = [](std::uint32_t room) { return std::size_t{room == unlimited ? 1 : room}; };
  std::size_t out = 0;
  std::size_t in = 0;
  for (const Pipe& pipe : pipes) {
    if (pipe.from == source) out += cost(pipe.capacity);
    if (pipe.to == source) out += cost(pipe.capacity_back);
    if (pipe.to == sink) in += cost(pipe.capacity);
    if (pipe.from == sink) in += cost(pipe.capacity_back);
  }
  return std::min(out, in);
}

/// Whether the relation can be walked from a node on the one side to one on the other.
template <class Side>
bool leads_out(const RelationView& relation, Direction direction, Side is_inside) {
  const bool subject = is_inside(relation.subject);
  const bool object = is_inside(relation.object);
  if (subject == object) return false;
  return subject || direction == Direction::either || is_symmetric(relation.predicate);
}

}  // namespace

std::optional<MinimumCut> minimum_cut(const GraphView& view, EntityId from, EntityId to, const CutOptions& options) {
  return minimum_cut_within({}, view, from, to, options);
}

std::optional<MinimumCut> minimum_cut_within(const Effort& effort, const GraphView& view, EntityId from, EntityId to,
                                             const CutOptions& options) {
  if (from == to || !view.shows(from) || !view.shows(to)) return std::nullopt;
  const Projection graph(view, going(options.direction), parallel(options.count_parallel));
  const Gates gates{options.cut == CutOf::entities};
  const Node source = graph.node(from);
  const Node sink = graph.node(to);
  const std::vector<Pipe> pipes = pipes_of(graph, source, sink, options);
  const MaxFlow flow =
      max_flow(effort, graph.node_count() * (gates.apart ? 2 : 1), pipes, gates.out(source), gates.in(sink));

  MinimumCut cut;
  cut.size = flow.value;
  cut.complete = flow.complete;
  cut.size_at_most = flow.complete ? flow.value : smaller_end(pipes, gates.out(source), gates.in(sink));
  if (!cut.complete) return cut;
  std::vector<bool> is_inside(view.graph().entity_count());
  for (Node node = 0; node < graph.node_count(); ++node) {
    is_inside[graph.entity(node).index()] = flow.source_side[gates.out(node)];
    if (flow.source_side[gates.out(node)])
      cut.side.push_back(graph.entity(node));
    else if (gates.apart && flow.source_side[gates.in(node)] && node != sink)
      cut.entities.push_back(graph.entity(node));
  }
  for (const RelationId id : view.relations()) {
    const RelationView relation = view.graph().relation(id);
    const bool is_direct =
        (relation.subject == from && relation.object == to) || (relation.subject == to && relation.object == from);
    if (gates.apart && !is_direct) continue;
    if (leads_out(relation, options.direction, [&](EntityId entity) { return is_inside[entity.index()]; }))
      cut.relations.push_back(id);
  }
  return cut;
}

}  // namespace entente
