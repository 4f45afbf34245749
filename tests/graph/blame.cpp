#include <entente/blame.hpp>

#include <algorithm>
#include <utility>

#include <catch2/catch.hpp>

#include <entente/graph_builder.hpp>

#include "support/random_graph.hpp"

using namespace entente;
using namespace entente::testing;

namespace {

constexpr EntityId first{0};
constexpr EntityId last{3};

/// Four states of which some recognize others, each relation with the texts of its sentences.
KnowledgeGraph recognitions(
    const std::vector<std::pair<std::pair<std::size_t, std::size_t>, std::vector<std::string>>>& relations) {
  GraphBuilder builder;
  builder.add(Document{.key = "d"});
  for (int i = 0; i < 4; ++i) builder.add(Entity{.type = EntityType::state, .name = "S" + std::to_string(i)});
  for (const auto& [ends, texts] : relations) {
    Relation relation{
        .subject = EntityId(ends.first), .predicate = Predicate::recognizes, .object = EntityId(ends.second)};
    for (const std::string& text : texts) relation.evidence.push_back({DocumentId(0), {}, text});
    builder.add(relation);
  }
  return std::move(builder).build();
}

bool has(const std::vector<std::size_t>& list, std::size_t value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

/// What falls if the sentences are false, asked of each relation.
std::vector<RelationId> reference_fallen(const Sentences& sentences, const std::vector<std::size_t>& lost) {
  std::vector<RelationId> fallen;
  for (std::size_t i = 0; i < sentences.of.size(); ++i) {
    const auto& own = sentences.of[i];
    if (std::all_of(own.begin(), own.end(), [&](std::size_t sentence) { return has(lost, sentence); }))
      fallen.emplace_back(i);
  }
  return fallen;
}

std::optional<Path> path_without(const GraphView& view, const Sentences& sentences, EntityId from, EntityId to,
                                 const std::vector<std::size_t>& lost, Direction direction) {
  return shortest_path(view.without(reference_fallen(sentences, lost)), from, to, direction);
}

/// The size of the smallest set of sentences that leaves no path, by trying all sets, the smallest first.
std::size_t reference_cut(const GraphView& view, const Sentences& sentences, EntityId from, EntityId to,
                          Direction direction) {
  std::size_t smallest = sentences.all.size();
  for (std::size_t set = 0; set < (std::size_t{1} << sentences.all.size()); ++set) {
    std::vector<std::size_t> lost;
    for (std::size_t i = 0; i < sentences.all.size(); ++i)
      if ((set >> i) % 2 == 1) lost.push_back(i);
    if (lost.size() < smallest && !path_without(view, sentences, from, to, lost, direction)) smallest = lost.size();
  }
  return smallest;
}

}  // namespace

TEST_CASE("One sentence that carries every way is the whole cut, and what is said twice needs both sentences") {
  const KnowledgeGraph one =
      recognitions({{{0, 1}, {"alpha"}}, {{1, 3}, {"beta"}}, {{0, 2}, {"alpha"}}, {{2, 3}, {"gamma"}}});
  const Sentences sentences = sentences_of(one);
  const PathBlame blame = blame_of_path(one, sentences, first, last);
  CHECK(blame.cut == std::vector<std::size_t>{0});
  CHECK(blame.cut_at_least == 1);
  REQUIRE(blame.effects.size() == 1);
  CHECK(blame.effects[0].sentence == 0);
  CHECK_FALSE(blame.effects[0].length);

  const KnowledgeGraph twice = recognitions({{{0, 3}, {"alpha", "beta"}}});
  const PathBlame blame_of_both = blame_of_path(twice, sentences_of(twice), first, last);
  CHECK(blame_of_both.effects.empty());
  CHECK(blame_of_both.cut == std::vector<std::size_t>{0, 1});
}

TEST_CASE("A sentence is needed for the length if only longer ways are left without it") {
  const KnowledgeGraph graph = recognitions({{{0, 3}, {"alpha"}}, {{0, 1}, {"beta"}}, {{1, 3}, {"gamma"}}});
  const PathBlame blame = blame_of_path(graph, sentences_of(graph), first, last);
  REQUIRE(blame.effects.size() == 1);
  CHECK(blame.effects[0].length == 2U);
  CHECK(blame.cut.size() == 2);
}

TEST_CASE("There is nothing to blame without a path, and for the way to oneself") {
  const KnowledgeGraph graph = recognitions({{{0, 1}, {"alpha"}}});
  const Sentences sentences = sentences_of(graph);
  CHECK_FALSE(blame_of_path(graph, sentences, first, last).path);
  CHECK(blame_of_path(graph, sentences, first, last).cut.empty());
  CHECK(blame_of_path(graph, sentences, first, first).cut.empty());
  CHECK_FALSE(blame_of_path(graph, sentences, EntityId(1), first, {.direction = Direction::directed}).path);
}

TEST_CASE("Sentence cuts are as small as the smallest of all sets, and effects are what happens") {
  Dice dice(21);
  int cuts = 0;
  for (int round = 0; round < 20000 && cuts < 400; ++round) {
    const KnowledgeGraph graph = random_story(dice, 6);
    const Sentences sentences = sentences_of(graph);
    if (sentences.all.size() > 10) continue;
    const GraphView view(graph, random_lens(dice, graph));
    const EntityId from(dice.roll(graph.entity_count()));
    const EntityId to(dice.roll(graph.entity_count()));
    const Direction direction = dice.chance(2) ? Direction::directed : Direction::either;
    const PathBlame blame = blame_of_path(view, sentences, from, to, {.direction = direction});
    if (!blame.path) continue;
    ++cuts;
    REQUIRE_FALSE(path_without(view, sentences, from, to, blame.cut, direction));
    REQUIRE(blame.cut.size() == reference_cut(view, sentences, from, to, direction));
    REQUIRE(blame.cut_at_least == blame.cut.size());
    for (std::size_t sentence = 0; sentence < sentences.all.size(); ++sentence) {
      const auto left = path_without(view, sentences, from, to, {sentence}, direction);
      const auto effect = std::find_if(blame.effects.begin(), blame.effects.end(),
                                       [&](const PathEffect& other) { return other.sentence == sentence; });
      REQUIRE((effect != blame.effects.end()) == (!left || left->length() > blame.path->length()));
      if (effect != blame.effects.end()) REQUIRE(effect->length.has_value() == left.has_value());
      if (left && effect != blame.effects.end()) REQUIRE(effect->length == left->length());
    }
  }
  CHECK(cuts == 400);
}

TEST_CASE("When little work is allowed, the cut still cuts and the bound still holds") {
  Dice dice(22);
  for (int round = 0; round < 300; ++round) {
    const KnowledgeGraph graph = random_story(dice, 12);
    const Sentences sentences = sentences_of(graph);
    const EntityId from(dice.roll(graph.entity_count()));
    const EntityId to(dice.roll(graph.entity_count()));
    const PathBlame exact = blame_of_path(graph, sentences, from, to);
    const PathBlame hasty = blame_of_path(graph, sentences, from, to, {.max_work = dice.roll(200)});
    if (!exact.path) continue;
    REQUIRE_FALSE(path_without(graph, sentences, from, to, hasty.cut, Direction::either));
    REQUIRE(hasty.cut.size() >= exact.cut.size());
    REQUIRE(hasty.cut_at_least <= exact.cut.size());
  }
}

TEST_CASE("The sentences that change a rank are those without which the measure gives another") {
  Dice dice(23);
  const Measure measure = [](const GraphView& view) { return betweenness_centrality(view); };
  std::size_t changes = 0;
  for (int round = 0; round < 300; ++round) {
    const KnowledgeGraph graph = random_story(dice, 10);
    const GraphView view(graph, random_lens(dice, graph));
    if (view.entity_count() == 0) continue;
    const EntityId entity = dice.one_of(view.entities());
    const Sentences sentences = sentences_of(graph);
    const RankBlame blame = blame_of_rank(view, sentences, entity, measure);
    const auto rank_in = [&](const GraphView& seen) {
      const Scores scores = *measure(seen);
      std::size_t rank = 1;
      for (const EntityId other : seen.entities())
        rank += scores[other.index()] > scores[entity.index()] + 1e-12 ? 1U : 0U;
      return rank;
    };
    REQUIRE(blame.rank == rank_in(view));
    for (std::size_t sentence = 0; sentence < sentences.all.size(); ++sentence) {
      const std::size_t rank = rank_in(view.without(reference_fallen(sentences, {sentence})));
      const auto effect = std::find_if(blame.effects.begin(), blame.effects.end(),
                                       [&](const RankEffect& other) { return other.sentence == sentence; });
      REQUIRE((effect == blame.effects.end()) == (rank == blame.rank));
      if (effect != blame.effects.end()) REQUIRE(effect->rank == rank);
    }
    changes += blame.effects.size();
  }
  CHECK(changes > 100);
}

TEST_CASE("Sentences are tried from the entity outwards") {
  const KnowledgeGraph graph = recognitions({{{2, 3}, {"far away"}}, {{1, 2}, {"further"}}, {{0, 1}, {"near"}}});
  const Measure degree = [](const GraphView& view) { return degree_centrality(view); };
  const RankBlame blame = blame_of_rank(graph, sentences_of(graph), first, degree, 2);
  CHECK(blame.checked == 2);
  CHECK(blame.all == 3);
  CHECK(blame.rank == 3);
  CHECK(blame.effects.empty() == false);
  for (const RankEffect& effect : blame.effects) CHECK(effect.sentence != 0);
}

TEST_CASE("With effort enough blame is the same as without a limit") {
  Dice dice(24);
  const Effort effort{.deadline = Deadline(3600)};
  const Measure measure = [](const GraphView& view) { return betweenness_centrality(view); };
  for (int round = 0; round < 100; ++round) {
    const KnowledgeGraph graph = random_story(dice, 10);
    const Sentences sentences = sentences_of(graph);
    const EntityId from(dice.roll(graph.entity_count()));
    const EntityId to(dice.roll(graph.entity_count()));
    const PathBlame path = blame_of_path(graph, sentences, from, to, {}, effort);
    CHECK(path.complete);
    CHECK(path.cut == blame_of_path(graph, sentences, from, to).cut);
    CHECK(path.effects.size() == blame_of_path(graph, sentences, from, to).effects.size());
    const RankBlame rank = blame_of_rank(graph, sentences, from, measure, any_length, effort);
    CHECK(rank.complete);
    CHECK(rank.checked == rank.all);
    CHECK(rank.effects.size() == blame_of_rank(graph, sentences, from, measure).effects.size());
  }
}

TEST_CASE("Without any effort the blame of a path is the path, a cut that cuts and a bound that holds") {
  Dice dice(25);
  const std::atomic<bool> stop = true;
  const std::vector<Effort> none{{.stop = &stop}, {.deadline = Deadline(0)}};
  std::size_t unproved = 0;
  for (int round = 0; round < 300; ++round) {
    const KnowledgeGraph graph = random_story(dice, 12);
    const Sentences sentences = sentences_of(graph);
    const EntityId from(dice.roll(graph.entity_count()));
    const EntityId to(dice.roll(graph.entity_count()));
    const PathBlame exact = blame_of_path(graph, sentences, from, to);
    for (const Effort& effort : none) {
      const PathBlame blame = blame_of_path(graph, sentences, from, to, {}, effort);
      REQUIRE(blame.path == exact.path);
      REQUIRE(blame.effects.empty());
      if (!exact.path || from == to) continue;
      REQUIRE_FALSE(path_without(graph, sentences, from, to, blame.cut, Direction::either));
      REQUIRE(blame.cut_at_least <= exact.cut.size());
      if (blame.complete) REQUIRE(exact.effects.empty());
      if (blame.complete) REQUIRE(blame.cut.size() == exact.cut.size());
      unproved += blame.complete ? 0 : 1;
    }
  }
  CHECK(unproved > 100);
}

TEST_CASE("The blame of a rank tells how many sentences were tried before its effort was over") {
  const KnowledgeGraph graph = recognitions({{{2, 3}, {"far away"}}, {{1, 2}, {"further"}}, {{0, 1}, {"near"}}});
  const Sentences sentences = sentences_of(graph);
  const Measure degree = [](const GraphView& view) { return degree_centrality(view); };
  const RankBlame all = blame_of_rank(graph, sentences, first, degree);
  std::atomic<bool> stop = false;
  const Effort for_two{.stop = &stop, .progress = [&](std::size_t done, std::size_t) { stop = done == 2; }};
  const RankBlame two = blame_of_rank(graph, sentences, first, degree, any_length, for_two);
  CHECK_FALSE(two.complete);
  CHECK(two.checked == 2);
  CHECK(two.all == 3);
  CHECK(two.rank == all.rank);
  CHECK(two.effects.size() == blame_of_rank(graph, sentences, first, degree, 2).effects.size());

  const Measure ended = [](const GraphView&) { return std::nullopt; };
  const RankBlame none = blame_of_rank(graph, sentences, first, ended);
  CHECK_FALSE(none.complete);
  CHECK(none.rank == 0);
  CHECK(none.checked == 0);
  CHECK(none.all == 3);
}
