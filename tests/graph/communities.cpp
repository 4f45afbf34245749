#include <entente/communities.hpp>

#include <algorithm>
#include <atomic>
#include <set>

#include <catch2/catch.hpp>

#include <entente/components.hpp>

#include "support/random_graph.hpp"
#include "support/reference.hpp"

using namespace entente;
using namespace entente::testing;

namespace {

using Marks = std::vector<std::size_t>;  // the community of each entity

/// The sum over all pairs of entities in the same community of what is between them beyond what chance would put there.
double reference_modularity(const Matrix<unsigned>& tie, const Marks& marks, double resolution) {
  std::vector<double> degree(tie.size());
  double all = 0.0;
  for (std::size_t i = 0; i < tie.size(); ++i)
    for (std::size_t j = 0; j < tie.size(); ++j) {
      degree[i] += tie[i][j];
      all += tie[i][j];
    }
  double sum = 0.0;
  for (std::size_t i = 0; i < tie.size() && all > 0.0; ++i)
    for (std::size_t j = 0; j < tie.size(); ++j)
      if (marks[i] == marks[j]) sum += (tie[i][j] - resolution * degree[i] * degree[j] / all) / all;
  return sum;
}

Marks marks_of(const std::vector<Community>& groups, std::size_t entities) {
  Marks marks(entities);
  for (std::size_t i = 0; i < groups.size(); ++i)
    for (const EntityId member : groups[i].members) marks[member.index()] = i;
  return marks;
}

/// The highest modularity of all partitions in which those before `next` are in the `used` communities that they are.
double best_modularity(const Matrix<unsigned>& tie, double resolution, Marks& marks, std::size_t next,
                       std::size_t used) {
  if (next == tie.size()) return reference_modularity(tie, marks, resolution);
  double best = -1.0;
  for (std::size_t mark = 0; mark <= used; ++mark) {
    marks[next] = mark;
    best = std::max(best, best_modularity(tie, resolution, marks, next + 1, std::max(used, mark + 1)));
  }
  return best;
}

CommunityOptions random_options(Dice& dice) {
  CommunityOptions options;
  options.count_parallel = dice.chance(2);
  if (dice.chance(3)) options.resolution = 0.5 + 0.25 * static_cast<double>(dice.roll(5));
  return options;
}

}  // namespace

TEST_CASE("Communities part the visible entities into groups that hang together, each with its strongest member") {
  Dice dice(44);
  for (int round = 0; round < 2000; ++round) {
    const KnowledgeGraph graph = random_graph(dice, 25);
    const GraphView view(graph, random_lens(dice, graph));
    const CommunityOptions options = random_options(dice);
    const std::vector<Community> found = communities(view, options);
    const Matrix<unsigned> tie = arcs(view, Direction::either, options.count_parallel);
    std::set<EntityId> seen;
    for (std::size_t i = 0; i < found.size(); ++i) {
      const std::vector<EntityId>& members = found[i].members;
      REQUIRE(std::is_sorted(members.begin(), members.end()));
      REQUIRE(weak_components(view.restricted_to(members)).size() == 1);
      seen.insert(members.begin(), members.end());
      if (i > 0) REQUIRE(found[i - 1].members.size() >= members.size());
      const auto inside = [&](EntityId entity) {
        unsigned sum = 0;
        for (const EntityId member : members) sum += tie[entity.index()][member.index()];
        return sum;
      };
      REQUIRE(std::count(members.begin(), members.end(), found[i].center) == 1);
      for (const EntityId member : members) {
        REQUIRE(inside(found[i].center) >= inside(member));
        if (inside(found[i].center) == inside(member))
          REQUIRE(graph.entity(found[i].center).name <= graph.entity(member).name);
      }
    }
    const std::vector<EntityId> visible = view.entities();
    REQUIRE(seen == std::set<EntityId>(visible.begin(), visible.end()));
    REQUIRE(modularity(view, found, options) ==
            Approx(reference_modularity(tie, marks_of(found, tie.size()), options.resolution)).margin(1e-12));
  }
}

TEST_CASE("Communities of small graphs are as good as the best partition, or nearly") {
  Dice dice(45);
  int perfect = 0;
  constexpr int rounds = 300;
  for (int round = 0; round < rounds; ++round) {
    const KnowledgeGraph graph = random_graph(dice, 7);
    const CommunityOptions options = random_options(dice);
    const Matrix<unsigned> tie = arcs(graph, Direction::either, options.count_parallel);
    Marks marks(tie.size());
    const double best = best_modularity(tie, options.resolution, marks, 0, 0);
    const double actual = modularity(graph, communities(graph, options), options);
    INFO("round " << round << ": " << actual << " of " << best);
    REQUIRE(actual >= best - 0.06);
    if (actual > best - 1e-12) ++perfect;
  }
  CHECK(perfect > rounds * 9 / 10);
}

TEST_CASE("Cliques in a ring are communities, named by who joins them to the next") {
  std::vector<std::pair<std::size_t, std::size_t>> ties;
  for (std::size_t clique = 0; clique < 6; ++clique) {
    for (std::size_t i = 0; i < 5; ++i)
      for (std::size_t j = 0; j < i; ++j) ties.emplace_back(5 * clique + i, 5 * clique + j);
    ties.emplace_back(5 * clique, (5 * clique + 8) % 30);
  }
  const KnowledgeGraph graph = graph_of(31, ties);
  const std::vector<Community> found = communities(graph);
  REQUIRE(found.size() == 7);
  for (std::size_t clique = 0; clique < 6; ++clique) {
    REQUIRE(found[clique].members.size() == 5);
    CHECK(found[clique].members.front() == EntityId(5 * clique));
  }
  CHECK(found.back().members == std::vector<EntityId>{EntityId(30)});
  CommunityOptions coarse;
  coarse.resolution = 0.0;
  CHECK(communities(graph, coarse).front().members.size() == 30);
}

TEST_CASE("Entities without relations are communities of their own") {
  CHECK(communities(KnowledgeGraph()).empty());
  CHECK(communities(graph_of(3, {{1, 1}})).size() == 3);
  CHECK(modularity(graph_of(3, {}), communities(graph_of(3, {}))) == 0.0);
}

TEST_CASE("Communities of a search that is stopped part the entities as well, and are said not to be finished") {
  Dice dice(46);
  for (int round = 0; round < 100; ++round) {
    const KnowledgeGraph graph = random_graph(dice, 40);
    std::atomic<bool> stop = dice.chance(3);
    const bool at_once = stop;
    const std::size_t rounds = 1 + dice.roll(3);
    std::size_t last = 0;
    Effort effort{.stop = &stop};
    effort.progress = [&](std::size_t done, std::size_t all) {
      CHECK(done > last);
      CHECK(done <= all);
      last = done;
      stop = done >= rounds;
    };
    const FoundCommunities found = communities_within(effort, graph);
    std::size_t members = 0;
    for (const Community& community : found.communities) {
      members += community.members.size();
      CHECK(weak_components(GraphView(graph).restricted_to(community.members)).size() == 1);
    }
    CHECK(members == graph.entity_count());
    if (at_once) CHECK(found.communities.size() == graph.entity_count());
    if (found.complete) CHECK(found.communities.size() == communities(graph).size());
  }
  std::atomic<bool> stop = true;
  const FoundCommunities none = communities_within({.stop = &stop}, graph_of(3, {{0, 1}, {1, 2}}));
  CHECK_FALSE(none.complete);
  CHECK(none.communities.size() == 3);
}
