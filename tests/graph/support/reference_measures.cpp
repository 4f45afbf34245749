#include <algorithm>
#include <cmath>
#include <functional>
#include <set>

#include "linear_algebra.hpp"
#include "reference.hpp"

namespace entente::testing {

namespace {

double visible_count(const GraphView& view) {
  return static_cast<double>(view.entities().size());
}

using Walk = std::vector<std::size_t>;

/// Calls `see` with every walk of that many arcs, and the number of ways to choose among parallel relations along it.
void walks(const Matrix<unsigned>& arc, Walk& walk, std::size_t to, std::size_t steps, double ways,
           const std::function<void(const Walk&, double)>& see) {
  if (steps == 0) {
    if (walk.back() == to) see(walk, ways);
    return;
  }
  for (std::size_t next = 0; next < arc.size(); ++next) {
    const unsigned parallel = arc[walk.back()][next];
    if (parallel == 0) continue;
    walk.push_back(next);
    walks(arc, walk, to, steps - 1, ways * parallel, see);
    walk.pop_back();
  }
}

}  // namespace

Matrix<unsigned> arcs(const GraphView& view, Direction direction, bool parallel) {
  const std::size_t n = view.graph().entity_count();
  Matrix<unsigned> count(n, std::vector<unsigned>(n));
  const auto add = [&](EntityId from, EntityId to) {
    unsigned& here = count[from.index()][to.index()];
    here = parallel ? here + 1 : 1;
  };
  for (std::size_t i = 0; i < view.graph().relation_count(); ++i) {
    const RelationView relation = view.graph().relation(RelationId(i));
    if (!view.shows(RelationId(i)) || relation.subject == relation.object) continue;
    add(relation.subject, relation.object);
    if (direction == Direction::either || is_symmetric(relation.predicate)) add(relation.object, relation.subject);
  }
  return count;
}

Matrix<std::optional<std::size_t>> distances(const GraphView& view, Direction direction) {
  const Matrix<unsigned> arc = arcs(view, direction, false);
  const std::size_t n = arc.size();
  Matrix<std::optional<std::size_t>> distance(n, std::vector<std::optional<std::size_t>>(n));
  for (std::size_t i = 0; i < n; ++i)
    for (std::size_t j = 0; j < n; ++j)
      if (i == j || arc[i][j] > 0) distance[i][j] = i == j ? 0 : 1;
  for (std::size_t k = 0; k < n; ++k)
    for (std::size_t i = 0; i < n; ++i)
      for (std::size_t j = 0; j < n; ++j)
        if (distance[i][k] && distance[k][j] &&
            (!distance[i][j] || *distance[i][k] + *distance[k][j] < *distance[i][j]))
          distance[i][j] = *distance[i][k] + *distance[k][j];
  return distance;
}

Scores reference_degree(const GraphView& view, const CentralityOptions& options) {
  const Matrix<unsigned> arc = arcs(view, options.direction, options.count_parallel);
  Scores scores(arc.size());
  for (std::size_t i = 0; i < arc.size(); ++i) {
    for (std::size_t j = 0; j < arc.size(); ++j)
      scores[i] += options.direction == Direction::either ? arc[i][j] : arc[i][j] + arc[j][i];
    if (options.normalized && scores[i] > 0.0) scores[i] /= visible_count(view) - 1.0;
  }
  return scores;
}

Scores reference_in_degree(const GraphView& view, const CentralityOptions& options) {
  const Matrix<unsigned> arc = arcs(view, Direction::directed, options.count_parallel);
  Scores scores(arc.size());
  for (std::size_t i = 0; i < arc.size(); ++i) {
    for (std::size_t j = 0; j < arc.size(); ++j) scores[i] += arc[j][i];
    if (options.normalized && scores[i] > 0.0) scores[i] /= visible_count(view) - 1.0;
  }
  return scores;
}

Scores reference_out_degree(const GraphView& view, const CentralityOptions& options) {
  const Matrix<unsigned> arc = arcs(view, Direction::directed, options.count_parallel);
  Scores scores(arc.size());
  for (std::size_t i = 0; i < arc.size(); ++i) {
    for (std::size_t j = 0; j < arc.size(); ++j) scores[i] += arc[i][j];
    if (options.normalized && scores[i] > 0.0) scores[i] /= visible_count(view) - 1.0;
  }
  return scores;
}

Scores reference_betweenness(const GraphView& view, const CentralityOptions& options) {
  const Matrix<unsigned> arc = arcs(view, options.direction, options.count_parallel);
  const auto distance = distances(view, options.direction);
  Scores scores(arc.size());
  for (std::size_t from = 0; from < arc.size(); ++from) {
    for (std::size_t to = 0; to < arc.size(); ++to) {
      if (from == to || !distance[from][to] || (options.direction == Direction::either && to < from)) continue;
      double all = 0.0;
      Scores through(arc.size());
      Walk walk{from};
      walks(arc, walk, to, *distance[from][to], 1.0, [&](const Walk& shortest, double ways) {
        all += ways;
        for (std::size_t i = 1; i + 1 < shortest.size(); ++i) through[shortest[i]] += ways;
      });
      for (std::size_t i = 0; i < arc.size(); ++i) scores[i] += through[i] / all;
    }
  }
  const double others = visible_count(view) - 1.0;
  const double pairs = others * (others - 1.0) / (options.direction == Direction::either ? 2.0 : 1.0);
  if (options.normalized && pairs > 0.0)
    for (double& score : scores) score /= pairs;
  return scores;
}

Scores reference_relation_betweenness(const GraphView& view, const CentralityOptions& options) {
  const Matrix<unsigned> arc = arcs(view, options.direction, options.count_parallel);
  const auto distance = distances(view, options.direction);
  Matrix<double> along(arc.size(), Scores(arc.size()));  // shares of paths along all parallel arcs together
  for (std::size_t from = 0; from < arc.size(); ++from) {
    for (std::size_t to = 0; to < arc.size(); ++to) {
      if (from == to || !distance[from][to]) continue;
      double all = 0.0;
      Matrix<double> here(arc.size(), Scores(arc.size()));
      Walk walk{from};
      walks(arc, walk, to, *distance[from][to], 1.0, [&](const Walk& shortest, double ways) {
        all += ways;
        for (std::size_t i = 0; i + 1 < shortest.size(); ++i) here[shortest[i]][shortest[i + 1]] += ways;
      });
      for (std::size_t i = 0; i < arc.size(); ++i)
        for (std::size_t j = 0; j < arc.size(); ++j) along[i][j] += here[i][j] / all;
    }
  }
  const double n = visible_count(view);
  const double walked_twice = options.direction == Direction::either ? 2.0 : 1.0;
  const double pairs = options.normalized ? n * (n - 1.0) : walked_twice;
  Scores scores(view.graph().relation_count());
  for (const RelationId id : view.relations()) {
    const RelationView relation = view.graph().relation(id);
    const std::size_t a = relation.subject.index();
    const std::size_t b = relation.object.index();
    if (a == b) continue;
    scores[id.index()] = along[a][b] / arc[a][b];
    if (options.direction == Direction::either || is_symmetric(relation.predicate))
      scores[id.index()] += along[b][a] / arc[b][a];
    scores[id.index()] /= pairs;
  }
  return scores;
}

Scores reference_closeness(const GraphView& view, const CentralityOptions& options) {
  const auto distance = distances(view, options.direction);
  Scores scores(distance.size());
  for (std::size_t to = 0; to < distance.size(); ++to) {
    double others = 0.0;
    double sum = 0.0;
    for (std::size_t from = 0; from < distance.size(); ++from) {
      if (from == to || !distance[from][to]) continue;
      others += 1.0;
      sum += static_cast<double>(*distance[from][to]);
    }
    if (others > 0.0) scores[to] = others / sum * (options.normalized ? others / (visible_count(view) - 1.0) : 1.0);
  }
  return scores;
}

Scores reference_harmonic(const GraphView& view, const CentralityOptions& options) {
  const auto distance = distances(view, options.direction);
  Scores scores(distance.size());
  for (std::size_t to = 0; to < distance.size(); ++to) {
    for (std::size_t from = 0; from < distance.size(); ++from)
      if (from != to && distance[from][to]) scores[to] += 1.0 / static_cast<double>(*distance[from][to]);
    if (options.normalized && scores[to] > 0.0) scores[to] /= visible_count(view) - 1.0;
  }
  return scores;
}

Scores reference_pagerank(const GraphView& view, const CentralityOptions& options) {
  const Matrix<unsigned> arc = arcs(view, options.direction, options.count_parallel);
  const std::vector<EntityId> nodes = view.entities();
  const std::size_t n = nodes.size();
  // x = damping * P x + (1 - damping) / n, where P leads from column to row.
  Matrix<double> left(n, std::vector<double>(n));
  for (std::size_t from = 0; from < n; ++from) {
    const std::vector<unsigned>& row = arc[nodes[from].index()];
    double out = 0.0;
    for (const unsigned count : row) out += count;
    for (std::size_t to = 0; to < n; ++to) {
      const double step = out > 0.0 ? row[nodes[to].index()] / out : 1.0 / static_cast<double>(n);
      left[to][from] = (to == from ? 1.0 : 0.0) - options.damping * step;
    }
  }
  const std::vector<double> rank =
      solve(left, std::vector<double>(n, (1.0 - options.damping) / static_cast<double>(n)));
  Scores scores(arc.size());
  for (std::size_t i = 0; i < n; ++i) scores[nodes[i].index()] = rank[i];
  return scores;
}

std::vector<std::vector<EntityId>> reference_components(const GraphView& view, Direction direction) {
  const auto distance = distances(view, direction);
  std::set<std::vector<EntityId>> groups;
  for (const EntityId a : view.entities()) {
    std::vector<EntityId> group;
    for (const EntityId b : view.entities())
      if (distance[a.index()][b.index()] && distance[b.index()][a.index()]) group.push_back(b);
    groups.insert(group);
  }
  std::vector<std::vector<EntityId>> result(groups.begin(), groups.end());
  std::stable_sort(result.begin(), result.end(), [](const auto& a, const auto& b) { return a.size() > b.size(); });
  return result;
}

}  // namespace entente::testing
