// What the algorithms must return, computed in the slowest and most obvious way.
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include <entente/centrality.hpp>
#include <entente/graph_view.hpp>
#include <entente/paths.hpp>

namespace entente::testing {

/// By the indexes of two entities.
template <class T>
using Matrix = std::vector<std::vector<T>>;

/// How many visible relations lead from one entity to another; self-loops are not counted. Where `parallel` is not set,
/// 1 at most.
Matrix<unsigned> arcs(const GraphView&, Direction, bool parallel);

/// The number of steps from one entity to another, or nothing; by Floyd and Warshall.
Matrix<std::optional<std::size_t>> distances(const GraphView&, Direction);

/// The measures by their definitions.
Scores reference_degree(const GraphView&, const CentralityOptions&);
Scores reference_in_degree(const GraphView&, const CentralityOptions&);
Scores reference_out_degree(const GraphView&, const CentralityOptions&);
Scores reference_betweenness(const GraphView&, const CentralityOptions&);  ///< by writing down all shortest paths
Scores reference_closeness(const GraphView&, const CentralityOptions&);
Scores reference_harmonic(const GraphView&, const CentralityOptions&);
/// By writing down all shortest paths; one score for each relation.
Scores reference_relation_betweenness(const GraphView&, const CentralityOptions&);
Scores reference_pagerank(const GraphView&, const CentralityOptions&);  ///< by solving the linear equations

Scores reference_personalized_pagerank(const GraphView&, const std::vector<EntityId>& restart,
                                       const CentralityOptions&);
Scores reference_katz(const GraphView&, const CentralityOptions&);         ///< by solving the linear equations
Scores reference_core_number(const GraphView&, const CentralityOptions&);  ///< by taking off one entity after the other

/// Groups of visible entities that reach each other, in the order that `components.hpp` promises.
std::vector<std::vector<EntityId>> reference_components(const GraphView&, Direction);

/// All loopless paths of at most `max_length` steps in the order that `paths.hpp` promises.
std::vector<Path> reference_paths(const GraphView&, EntityId from, EntityId to, Direction, std::size_t max_length);

/// All loopless sequences of steps of at most `max_length`, parallel relations each for itself, in no order.
std::vector<Path> every_walk(const GraphView&, EntityId from, EntityId to, Direction, std::size_t max_length);

/// The loopless paths that keep to the rules, in the order that `paths.hpp` promises: by writing down every walk,
/// `fits` telling whether one fits the pattern, and keeping the best of those that pass the same entities.
std::vector<Path> reference_ruled_paths(const GraphView&, EntityId from, EntityId to, const PathRules&,
                                        const std::function<bool(const Path&)>& fits);

/// What the step costs, by the formulas of `StepCost`, in billionths; nothing if it cannot be walked.
std::optional<long long> reference_cost(const GraphView&, RelationId, StepCost);

/// What a lens shows, clause by clause: for entities and for relations, by index.
struct Visible {
  std::vector<bool> entities;
  std::vector<bool> relations;
};
Visible reference_view(const KnowledgeGraph&, const Lens&);

}  // namespace entente::testing
