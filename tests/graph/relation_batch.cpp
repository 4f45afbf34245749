#include <entente/relation_batch.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include <entente/graph_builder.hpp>

using namespace entente;

namespace {

/// Relations of which many say the same and some cannot be.
class RandomRelations {
 public:
  static constexpr std::size_t entities = 7;

  explicit RandomRelations(unsigned seed) : random_(seed) {}

  std::vector<Relation> make(std::size_t count) {
    std::vector<Relation> relations;
    for (std::size_t i = 0; i < count; ++i) relations.push_back(relation());
    return relations;
  }
  std::size_t below(std::size_t limit) { return random_() % limit; }

 private:
  Relation relation() {
    Relation relation;
    relation.subject = EntityId(below(entities + (below(20) == 0 ? 1 : 0)));
    relation.object = EntityId(below(entities));
    relation.predicate = std::array{Predicate::consults, Predicate::supports, Predicate::ratifies}[below(3)];
    relation.polarity = below(3) > 0 ? Polarity::positive : Polarity::negative;
    if (below(4) == 0) relation.source = EntityId(below(entities));
    if (below(4) == 0) relation.date = DateInterval(Date(2001 + static_cast<int>(below(2))));
    if (below(3) == 0) relation.condition = EntityId(below(entities));
    if (below(3) == 0) relation.role = "role " + std::to_string(below(3));
    if (below(3) == 0) relation.rule = "rule " + std::to_string(below(3));
    relation.confidence = static_cast<double>(below(30)) / 28;
    if (below(4) == 0) relation.attributes["x" + std::to_string(below(3))] = std::to_string(below(9));
    for (std::size_t i = below(4); i > 0; --i)
      relation.evidence.push_back({std::nullopt, std::nullopt, "text " + std::to_string(below(40))});
    return relation;
  }

  std::mt19937 random_;
};

GraphBuilder builder_of_entities() {
  GraphBuilder builder;
  for (std::size_t i = 0; i < RandomRelations::entities; ++i) {
    const EntityType type = i == 0 ? EntityType::agreement : EntityType::state;
    builder.add(Entity{.key = "e" + std::to_string((i * 5) % 7), .type = type, .name = "e"});
  }
  return builder;
}

RelationView view_of(const Relation& relation, std::vector<QuoteView>& evidence) {
  evidence.clear();
  for (const Evidence& quote : relation.evidence) evidence.push_back(view_of(quote));
  return {relation.subject, relation.predicate, relation.object,    relation.polarity,  relation.modality,
          relation.date,    relation.source,    relation.role,      relation.condition, relation.confidence,
          relation.rule,    evidence,           relation.attributes};
}

std::vector<RelationBatch> batches_of(const std::vector<Relation>& relations, RandomRelations& random) {
  std::vector<RelationBatch> batches(1 + random.below(5));
  std::vector<QuoteView> evidence;
  std::size_t next = 0;
  for (std::size_t i = 0; i < batches.size(); ++i) {
    const std::size_t rest = relations.size() - next;
    std::size_t count = i + 1 == batches.size() ? rest : random.below(rest + 1);
    for (; count > 0; --count) batches[i].push_back(view_of(relations[next++], evidence));
  }
  return batches;
}

}  // namespace

TEST_CASE("batches give what their relations give one by one, on any number of threads") {
  for (unsigned seed = 0; seed < 200; ++seed) {
    RandomRelations random(seed);
    const std::vector<Relation> before = random.make(random.below(seed % 2 == 0 ? 60 : 6));  // few are put in front
    const std::vector<Relation> in_batches = random.make(random.below(120));
    const std::vector<Relation> after = random.make(random.below(10));

    GraphBuilder one_by_one = builder_of_entities();
    std::vector<FactProblem> problems;
    for (const Relation& relation : before) one_by_one.add(relation);
    for (const Relation& relation : in_batches) {
      if (!one_by_one.add(relation)) problems.push_back(one_by_one.last_problem());
    }
    for (const Relation& relation : after) one_by_one.add(relation);

    GraphBuilder builder = builder_of_entities();
    for (const Relation& relation : before) builder.add(relation);
    std::vector<RelationBatch> batches = batches_of(in_batches, random);
    std::vector<std::size_t> starts;
    std::size_t start = 0;
    for (const RelationBatch& batch : batches) {
      starts.push_back(start);
      start += batch.size();
    }
    const std::vector<RefusedRelation> refused = builder.add(std::move(batches), 1 + seed % 4);
    for (const Relation& relation : after) builder.add(relation);

    REQUIRE(refused.size() == problems.size());
    for (std::size_t i = 0; i < refused.size(); ++i) {
      REQUIRE(refused[i].problem == problems[i]);
      REQUIRE(refused[i].subject == in_batches[starts[refused[i].batch] + refused[i].place].subject);
    }
    const KnowledgeGraph expected = std::move(one_by_one).build(1);
    const KnowledgeGraph graph = std::move(builder).build(1 + seed % 3);
    REQUIRE(graph.relation_count() == expected.relation_count());
    for (std::size_t i = 0; i < graph.relation_count(); ++i) {
      REQUIRE(graph.relation(RelationId(i)) == expected.relation(RelationId(i)));
    }
  }
}

TEST_CASE("many relations in batches are those of one thread, with their lists") {
  RandomRelations random(3);
  constexpr std::size_t count = 150'000;  // more than are frozen by one thread
  constexpr std::size_t entity_count = 20'000;
  const auto built = [&](std::size_t batch_count, std::size_t threads) {
    GraphBuilder builder;
    builder.reserve(entity_count, 0);
    for (std::size_t i = 0; i < entity_count; ++i) {
      builder.add(Entity{.key = "k" + std::to_string(i), .type = EntityType::state, .name = "n"});
    }
    std::mt19937_64 ends(1);
    std::vector<RelationBatch> batches(batch_count);
    for (std::size_t i = 0; i < count; ++i) {
      const std::string text = "quote " + std::to_string(i);
      const QuoteView quote{std::nullopt, std::nullopt, text};
      RelationView relation;
      relation.subject = EntityId(ends() % 300);
      relation.object = EntityId(ends() % 300);
      relation.predicate = Predicate::supports;
      relation.evidence = {&quote, 1};
      batches[i * batch_count / count].push_back(relation);
    }
    REQUIRE(builder.add(std::move(batches), threads).empty());
    return std::move(builder).build(threads);
  };
  const KnowledgeGraph alone = built(1, 1);
  REQUIRE(alone.relation_count() < 90'001);
  for (const std::size_t threads : {2U, 4U}) {
    const KnowledgeGraph together = built(7, threads);
    REQUIRE(std::ranges::equal(together.relations(), alone.relations()));
    for (std::size_t i = 0; i < entity_count; ++i) {
      REQUIRE(std::ranges::equal(together.outgoing(EntityId(i)), alone.outgoing(EntityId(i))));
      REQUIRE(std::ranges::equal(together.incoming(EntityId(i)), alone.incoming(EntityId(i))));
    }
  }
}
