#include <entente/knowledge_graph.hpp>

#include <catch2/catch.hpp>

#include <random>

#include <entente/graph_builder.hpp>

using namespace entente;

TEST_CASE("the empty graph has nothing") {
  const KnowledgeGraph graph;
  CHECK(graph.document_count() == 0);
  CHECK(graph.entity_count() == 0);
  CHECK(graph.relation_count() == 0);
  CHECK(graph.attributes().empty());
  CHECK_FALSE(graph.entity_with_key(""));
  CHECK_FALSE(graph.document_with_key("x"));
  CHECK(GraphBuilder().build().entities().empty());
}

TEST_CASE("a frozen graph has the facts of its builder in their order") {
  GraphBuilder builder;
  const DocumentId document = *builder.add(Document{.key = "d", .title = "T"});
  Entity entity{.key = "z", .type = EntityType::state, .name = "Z"};
  entity.mentions = {{{document, Span{1, 2}, "Z"}, false}};
  const EntityId z = *builder.add(entity);
  const EntityId a = *builder.add(Entity{.key = "a", .type = EntityType::state, .name = "A"});
  Relation relation{.subject = z, .predicate = Predicate::borders, .object = a};
  const RelationId r = *builder.add(relation);
  builder.set_attribute("extra", "[1]");
  builder.set_attribute("extra", "[2]");
  const KnowledgeGraph graph = std::move(builder).build();
  const KnowledgeGraph copy = graph;
  CHECK(graph.document(document).title == "T");
  CHECK(graph.entity(z) == entity);
  CHECK(graph.entity(a).name == "A");
  CHECK(graph.relation(r).subject == a);
  CHECK(graph.entity_with_key("z") == z);
  CHECK(graph.entity_with_key("a") == a);
  CHECK_FALSE(graph.entity_with_key("m"));
  CHECK(graph.document_with_key("d") == document);
  CHECK(graph.attributes() == Attributes{{"extra", "[2]"}});
  CHECK(&copy.entity(z) == &graph.entity(z));
}

TEST_CASE("outgoing and incoming relations agree with a search through all, with self-loops and parallel ones") {
  std::mt19937 random(5);
  for (std::size_t size : {1U, 2U, 10U, 40U}) {
    GraphBuilder builder;
    for (std::size_t i = 0; i < size; ++i)
      builder.add(Entity{.key = "e" + std::to_string(i), .type = EntityType::state});
    for (std::size_t i = 0; i < size * 5; ++i) {
      builder.add(Relation{.subject = EntityId{random() % size},
                           .predicate = random() % 2 == 0 ? Predicate::supports : Predicate::aids,
                           .object = EntityId{random() % size}});
    }
    const KnowledgeGraph graph = std::move(builder).build();
    for (std::size_t i = 0; i < size; ++i) {
      const EntityId entity{i};
      std::vector<RelationId> out, in;
      for (std::size_t r = 0; r < graph.relation_count(); ++r) {
        if (graph.relation(RelationId{r}).subject == entity) out.emplace_back(r);
        if (graph.relation(RelationId{r}).object == entity) in.emplace_back(r);
      }
      const auto outgoing = graph.outgoing(entity);
      const auto incoming = graph.incoming(entity);
      REQUIRE(std::vector(outgoing.begin(), outgoing.end()) == out);
      REQUIRE(std::vector(incoming.begin(), incoming.end()) == in);
    }
  }
}

TEST_CASE("keys are found among many") {
  GraphBuilder builder;
  for (std::size_t i = 0; i < 1000; ++i) builder.add(Entity{.key = "k" + std::to_string(i * 7919 % 1000)});
  const KnowledgeGraph graph = std::move(builder).build();
  for (std::size_t i = 0; i < 1000; ++i) {
    REQUIRE(graph.entity_with_key("k" + std::to_string(i * 7919 % 1000)) == EntityId{i});
  }
  CHECK_FALSE(graph.entity_with_key("k1000"));
}
