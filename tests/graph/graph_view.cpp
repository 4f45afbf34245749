#include <entente/graph_view.hpp>

#include <string>
#include <utility>

#include <catch2/catch.hpp>

#include <entente/graph_builder.hpp>

#include "support/random_graph.hpp"
#include "support/reference.hpp"

using namespace entente;
using namespace entente::testing;

namespace {

/// Albania recognizes Kosovo (2008, Belarus says so, from the first document), Belarus plans to recognize it (2010 to
/// 2012), Croatia and Denmark consult; Estonia stands alone.
struct Europe {
  EntityId albania{0}, belarus{1}, croatia{2}, denmark{3}, estonia{4}, kosovo{5};
  RelationId recognition{0}, plan{1}, consultation{2};
  DocumentId first{0}, second{1};
  KnowledgeGraph graph = make();

  static KnowledgeGraph make() {
    GraphBuilder builder;
    for (const char* key : {"first", "second"}) {
      Document document;
      document.key = key;
      builder.add(document);
    }
    for (const char* name : {"Albania", "Belarus", "Croatia", "Denmark", "Estonia", "Kosovo"}) {
      Entity entity;
      entity.key = entity.name = name;
      entity.type = entity.name == "Kosovo" ? EntityType::territory : EntityType::state;
      Mention mention;
      mention.document = DocumentId(1);
      if (entity.name == "Estonia") entity.mentions.push_back(mention);
      builder.add(entity);
    }
    Relation recognition = relation(0, Predicate::recognizes, 5);
    recognition.date = Date(2008);
    recognition.source = EntityId(1);
    Evidence quote;
    quote.document = DocumentId(0);
    recognition.evidence.push_back(quote);
    builder.add(recognition);
    Relation plan = relation(1, Predicate::recognizes, 5);
    plan.modality = Modality::planned;
    plan.date = DateInterval(Date(2010), Date(2012));
    plan.confidence = 0.5;
    builder.add(plan);
    builder.add(relation(2, Predicate::consults, 3));
    return std::move(builder).build();
  }

  static Relation relation(std::size_t subject, Predicate predicate, std::size_t object) {
    Relation made;
    made.subject = EntityId(subject);
    made.predicate = predicate;
    made.object = EntityId(object);
    return made;
  }
};

using Entities = std::vector<EntityId>;
using Relations = std::vector<RelationId>;

}  // namespace

TEST_CASE("A graph is a view of all of itself") {
  const Europe europe;
  const GraphView view(europe.graph);
  CHECK(view.entity_count() == 6);
  CHECK(view.relation_count() == 3);
  CHECK(view.entities().size() == 6);
  CHECK(view.relations() == Relations{europe.recognition, europe.plan, europe.consultation});
}

TEST_CASE("A lens that asks for nothing shows everything") {
  const Europe europe;
  const GraphView view(europe.graph, Lens{});
  CHECK(view.entity_count() == 6);
  CHECK(view.relation_count() == 3);
}

TEST_CASE("A lens for types keeps entities without relations, and relations with both ends") {
  const Europe europe;
  Lens lens;
  lens.types = {EntityType::state};
  const GraphView view(europe.graph, lens);
  CHECK(view.entities() == Entities{europe.albania, europe.belarus, europe.croatia, europe.denmark, europe.estonia});
  CHECK(view.relations() == Relations{europe.consultation});
}

TEST_CASE("A lens for relations hides entities without a visible one") {
  const Europe europe;
  Lens lens;
  SECTION("by predicate") {
    lens.predicates = {Predicate::consults};
    CHECK(GraphView(europe.graph, lens).entities() == Entities{europe.croatia, europe.denmark});
  }
  SECTION("by modality") {
    lens.modalities = {Modality::planned};
    CHECK(GraphView(europe.graph, lens).entities() == Entities{europe.belarus, europe.kosovo});
  }
  SECTION("by polarity") {
    lens.polarity = Polarity::negative;
    CHECK(GraphView(europe.graph, lens).entities().empty());
  }
  SECTION("by confidence") {
    lens.min_confidence = 0.75;
    CHECK_FALSE(GraphView(europe.graph, lens).shows(europe.belarus));
  }
}

TEST_CASE("A lens for sources keeps what these say, and the author if asked") {
  const Europe europe;
  Lens lens;
  lens.sources = {europe.belarus};
  CHECK(GraphView(europe.graph, lens).relations() == Relations{europe.recognition});
  lens.authors_voice = true;
  CHECK(GraphView(europe.graph, lens).relation_count() == 3);
  lens.sources.clear();
  CHECK(GraphView(europe.graph, lens).relations() == Relations{europe.plan, europe.consultation});
}

TEST_CASE("A lens for a time keeps relations that touch it, and none without a date") {
  const Europe europe;
  Lens lens;
  lens.during = DateInterval(Date(2012, 12, 31), std::nullopt);
  CHECK(GraphView(europe.graph, lens).relations() == Relations{europe.plan});
  lens.during = DateInterval(Date(2013), std::nullopt);
  CHECK(GraphView(europe.graph, lens).relations().empty());
}

TEST_CASE("A lens for documents keeps what they state with its ends, and whom they mention") {
  const Europe europe;
  Lens lens;
  lens.documents = {europe.first};
  CHECK(GraphView(europe.graph, lens).entities() == Entities{europe.albania, europe.kosovo});
  lens.documents = {europe.second};
  CHECK(GraphView(europe.graph, lens).entities() == Entities{europe.estonia});
  CHECK(GraphView(europe.graph, lens).relations().empty());
}

TEST_CASE("A neighborhood follows visible relations either way") {
  const Europe europe;
  Lens lens;
  lens.around = {{europe.albania, 1}};
  CHECK(GraphView(europe.graph, lens).entities() == Entities{europe.albania, europe.kosovo});
  lens.around = {{europe.albania, 2}};
  CHECK(GraphView(europe.graph, lens).entities() == Entities{europe.albania, europe.belarus, europe.kosovo});
  lens.modalities = {Modality::actual};
  CHECK(GraphView(europe.graph, lens).entities() == Entities{europe.albania, europe.kosovo});
}

TEST_CASE("A neighborhood of depth 0 is its center alone") {
  const Europe europe;
  Lens lens;
  lens.around = {{europe.estonia, 0}, {europe.kosovo, 0}};
  CHECK(GraphView(europe.graph, lens).entities() == Entities{europe.estonia, europe.kosovo});
  CHECK(GraphView(europe.graph, lens).relations().empty());
}

TEST_CASE("Nothing is near a center that is not visible") {
  const Europe europe;
  Lens lens;
  lens.types = {EntityType::territory};
  lens.around = {{europe.albania, 5}};
  CHECK(GraphView(europe.graph, lens).entity_count() == 0);
}

TEST_CASE("A lens shows what its clauses leave, one after the other") {
  Dice dice(1);
  for (int round = 0; round < 3000; ++round) {
    const KnowledgeGraph graph = random_graph(dice, 8);
    const Lens lens = random_lens(dice, graph);
    const GraphView view(graph, lens);
    const Visible expected = reference_view(graph, lens);
    INFO("round " << round);
    for (std::size_t i = 0; i < graph.entity_count(); ++i) REQUIRE(view.shows(EntityId(i)) == expected.entities[i]);
    for (std::size_t i = 0; i < graph.relation_count(); ++i)
      REQUIRE(view.shows(RelationId(i)) == expected.relations[i]);
    REQUIRE(view.entity_count() == view.entities().size());
    REQUIRE(view.relation_count() == view.relations().size());
  }
}

TEST_CASE("A view without some relations shows all of its entities and its other relations") {
  Dice dice(3);
  for (int round = 0; round < 500; ++round) {
    const KnowledgeGraph graph = random_graph(dice, 8);
    const GraphView view = dice.chance(4) ? GraphView(graph) : GraphView(graph, random_lens(dice, graph));
    std::vector<RelationId> lost;
    std::vector<RelationId> left;
    for (std::size_t i = 0; i < graph.relation_count(); ++i) {
      if (dice.chance(3)) {
        lost.emplace_back(i);
      } else if (view.shows(RelationId(i))) {
        left.emplace_back(i);
      }
    }
    REQUIRE(view.without(lost).relations() == left);
    REQUIRE(view.without(lost).entities() == view.entities());
  }
}

TEST_CASE("A restricted view shows only what the view and the restriction both show") {
  Dice dice(2);
  for (int round = 0; round < 500; ++round) {
    const KnowledgeGraph graph = random_graph(dice, 8);
    const GraphView view(graph, random_lens(dice, graph));
    std::vector<EntityId> keep;
    for (const Entity& entity : graph.entities())
      if (dice.chance(2)) keep.push_back(*graph.entity_with_key(entity.key));
    const std::vector<bool> kept = [&] {
      std::vector<bool> mask(graph.entity_count());
      for (const EntityId id : keep) mask[id.index()] = true;
      return mask;
    }();
    const GraphView part = view.restricted_to(keep);
    for (std::size_t i = 0; i < graph.entity_count(); ++i)
      REQUIRE(part.shows(EntityId(i)) == (view.shows(EntityId(i)) && kept[i]));
    for (std::size_t i = 0; i < graph.relation_count(); ++i) {
      const RelationView relation = graph.relation(RelationId(i));
      REQUIRE(part.shows(RelationId(i)) ==
              (view.shows(RelationId(i)) && kept[relation.subject.index()] && kept[relation.object.index()]));
    }
  }
}
