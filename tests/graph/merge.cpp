#include <catch2/catch.hpp>

#include <algorithm>
#include <random>

#include <entente/graph_builder.hpp>

using namespace entente;

namespace {

using Graphs = std::vector<KnowledgeGraph>;

bool same(const KnowledgeGraph& a, const KnowledgeGraph& b) {
  return std::ranges::equal(a.documents(), b.documents()) && std::ranges::equal(a.entities(), b.entities()) &&
         std::ranges::equal(a.relations(), b.relations()) && a.attributes() == b.attributes();
}

// A graph of these entities alone; keys are made from the names where they are empty.
KnowledgeGraph graph_of(std::vector<Entity> entities) {
  GraphBuilder builder;
  for (Entity& entity : entities) builder.add(std::move(entity));
  return std::move(builder).build();
}

// The same with one document that mentions them all.
KnowledgeGraph document_about(std::string document_key, std::vector<Entity> entities) {
  GraphBuilder builder;
  const DocumentId document = *builder.add(Document{.key = document_key, .sha256 = document_key});
  for (Entity& entity : entities) {
    entity.mentions.push_back({{document, Span{0, 1}, entity.name}, false});
    builder.add(std::move(entity));
  }
  return std::move(builder).build();
}

Entity entity(EntityType type, std::string name, std::vector<std::string> aliases = {}) {
  return {.type = type, .name = std::move(name), .aliases = std::move(aliases)};
}

Entity person(std::string name, std::vector<std::string> aliases = {}) {
  return entity(EntityType::person, std::move(name), std::move(aliases));
}

Entity state(std::string name, std::vector<std::string> aliases = {}) {
  return entity(EntityType::state, std::move(name), std::move(aliases));
}

Entity keyed(std::string key, Entity entity) {
  entity.key = std::move(key);
  return entity;
}

Entity coded(Entity entity, std::string register_name, std::string code) {
  entity.identifiers = {{std::move(register_name), std::move(code)}};
  return entity;
}

// The merged graphs, which must not depend on their order.
KnowledgeGraph merged(Graphs graphs) {
  const KnowledgeGraph result = merge(graphs);
  for (int i = 0; i < 3; ++i) {
    std::rotate(graphs.begin(), graphs.begin() + 1, graphs.end());
    REQUIRE(same(merge(graphs), result));
  }
  return result;
}

// How many entities are left of the ones given, each in a graph and document of its own.
std::size_t left_of(std::vector<Entity> entities) {
  Graphs graphs;
  for (Entity& each : entities)
    graphs.push_back(document_about("d" + std::to_string(graphs.size()), {std::move(each)}));
  return merged(graphs).entity_count();
}

constexpr auto agreement = EntityType::agreement;
constexpr auto event = EntityType::event;

}  // namespace

TEST_CASE("nothing merges to nothing") {
  CHECK(merge({}).entity_count() == 0);
  CHECK(merged({KnowledgeGraph(), KnowledgeGraph()}).entity_count() == 0);
}

TEST_CASE("entities with the same proper name are one") {
  CHECK(left_of({state("Ukraine"), state("UKRAINE")}) == 1);
  CHECK(left_of({person("Maroš Šefčovič"), person("Maros Sefcovic")}) == 1);
  CHECK(left_of({entity(EntityType::bloc, "the West"), entity(EntityType::bloc, "West")}) == 1);
  CHECK(left_of({state("Ukraine"), state("Russia")}) == 2);
}

TEST_CASE("entities of different types are never one") {
  const auto graph = merged({graph_of({state("Kosovo")}), graph_of({entity(EntityType::territory, "Kosovo")})});
  REQUIRE(graph.entity_count() == 2);
  CHECK(graph.entity_with_key("kosovo"));
  CHECK(graph.entity_with_key("kosovo-2"));
}

TEST_CASE("entities that share an alias are one, and all their names are kept") {
  const auto graph = merged({graph_of({keyed("a", state("United States", {"US", "America"}))}),
                             graph_of({keyed("b", state("USA", {"U.S."}))})});
  REQUIRE(graph.entity_count() == 1);
  CHECK(graph.entity(EntityId{0}).key == "a");
  CHECK(graph.entity(EntityId{0}).name == "United States");
  CHECK(graph.entity(EntityId{0}).aliases == std::vector<std::string>{"US", "America", "USA", "U.S."});
}

TEST_CASE("entities that share an identifier are one, those whose identifiers differ are two") {
  CHECK(left_of({coded(state("Burma"), "iso3166-1", "MMR"), coded(state("Myanmar"), "iso3166-1", "MMR")}) == 1);
  CHECK(left_of({coded(state("Congo"), "iso3166-1", "COD"), coded(state("Congo"), "iso3166-1", "COG")}) == 2);
  CHECK(left_of({coded(state("Congo"), "iso3166-1", "COD"), coded(state("Congo"), "wikidata", "Q974")}) == 1);
}

TEST_CASE("a name that could mean two decides nothing") {
  const auto congos =
      graph_of({state("Democratic Republic of the Congo", {"Congo"}), state("Republic of the Congo", {"Congo"})});
  CHECK(merged({congos, graph_of({state("Congo")})}).entity_count() == 3);
  const auto joe = coded(state("Congo"), "iso3166-1", "COD");
  const auto other = coded(state("Congo"), "iso3166-1", "COG");
  CHECK(left_of({joe, other, state("Congo")}) == 3);
}

TEST_CASE("a canonical name counts before an alias") {
  const auto both =
      graph_of({entity(EntityType::territory, "Georgia"), entity(EntityType::territory, "Sakartvelo", {"Georgia"})});
  const auto graph = merged({both, graph_of({entity(EntityType::territory, "Georgia", {"Peach State"})})});
  REQUIRE(graph.entity_count() == 2);
  CHECK(graph.entity(*graph.entity_with_key("georgia")).aliases == std::vector<std::string>{"Peach State"});
}

TEST_CASE("entities of one graph stay apart, even if another graph could join them") {
  const auto apart = graph_of({state("Holland"), state("Netherlands")});
  const auto bridge = graph_of({state("The Netherlands", {"Holland"})});
  CHECK(merged({apart, bridge}).entity_count() == 2);
}

TEST_CASE("names that are not proper join nothing across documents") {
  const auto group = EntityType::armed_group;
  CHECK(left_of({entity(group, "the rebels"), entity(group, "the rebels")}) == 2);
  CHECK(left_of({entity(group, "Rebels"), entity(group, "rebels")}) == 2);
  const auto ministry = [](const char* name) { return entity(EntityType::organization, name, {"Foreign Ministry"}); };
  CHECK(left_of({ministry("Russian Foreign Ministry"), ministry("Ukrainian Foreign Ministry")}) == 2);
  CHECK(left_of({entity(agreement, "Treaty of Lisbon", {"the treaty"}),
                 entity(agreement, "Treaty of Rome", {"the treaty"})}) == 2);
}

TEST_CASE("agreements whose names have different numbers are different") {
  CHECK(left_of({entity(agreement, "Minsk I", {"Minsk agreements"}),
                 entity(agreement, "Minsk II", {"Minsk agreements"})}) == 2);
  CHECK(left_of({entity(agreement, "Second Minsk Protocol", {"Minsk"}), entity(agreement, "Minsk II", {"Minsk"})}) ==
        1);
  CHECK(left_of({entity(agreement, "February Accord of 2015", {"Minsk"}),
                 entity(agreement, "Minsk 2014", {"Minsk"})}) == 2);
  CHECK(left_of({entity(agreement, "Minsk Protocol", {"Minsk"}), entity(agreement, "Minsk II", {"Minsk"})}) == 1);
  CHECK(left_of({entity(agreement, "Minsk Protocol", {"Minsk"}), entity(agreement, "Minsk I", {"Minsk"}),
                 entity(agreement, "Minsk II", {"Minsk"})}) == 3);
}

TEST_CASE("events, proposals and provisions without a name of their own are joined only within a document") {
  const auto summit = [] { return entity(event, "the summit"); };
  const auto article = [] { return entity(EntityType::provision, "Article 4"); };
  CHECK(left_of({summit(), summit()}) == 2);
  CHECK(left_of({article(), article()}) == 2);
  CHECK(
      merged({document_about("d", {summit(), article()}), document_about("d", {article(), summit()})}).entity_count() ==
      2);
  CHECK(merged({graph_of({summit()}), graph_of({summit()})}).entity_count() == 1);
}

TEST_CASE("events are joined by a chosen key and the same name, or by a name with a year") {
  CHECK(left_of({keyed("ev1", entity(event, "the summit")), keyed("ev1", entity(event, "the summit"))}) == 1);
  CHECK(left_of({keyed("ev1", entity(event, "the summit")), keyed("ev1", entity(event, "the war"))}) == 2);
  CHECK(left_of({entity(event, "2008 Bucharest Summit"), entity(event, "the 2008 Bucharest summit")}) == 1);
  CHECK(left_of({entity(event, "Munich Security Conference"), entity(event, "Munich Security Conference")}) == 2);
}

TEST_CASE("a person known by one word joins the only one with that last name") {
  const auto graph =
      merged({graph_of({person("Biden")}), graph_of({person("Joe Biden", {"Joe"})}), graph_of({person("Biden")})});
  REQUIRE(graph.entity_count() == 1);
  CHECK(graph.entity(EntityId{0}).key == "joe-biden");
  CHECK(graph.entity(EntityId{0}).name == "Joe Biden");
  CHECK(graph.entity(EntityId{0}).aliases == std::vector<std::string>{"Biden", "Joe"});
}

TEST_CASE("a last name that two persons have decides nothing") {
  CHECK(left_of({person("Biden"), person("Joe Biden"), person("Hunter Biden")}) == 3);
  CHECK(left_of({person("Joe Biden", {"Biden"}), person("Hunter Biden", {"Biden"})}) == 2);
  CHECK(merged({graph_of({person("Biden")}), graph_of({person("Joe Biden"), person("Hunter Biden")})}).entity_count() ==
        3);
  CHECK(left_of({person("Putin"), person("Putin")}) == 1);
}

TEST_CASE("documents with equal key and content are one, others with that key get a suffix") {
  const auto with_document = [](Document document) {
    GraphBuilder builder;
    builder.add(std::move(document));
    return std::move(builder).build();
  };
  const auto graph =
      merged({with_document({.key = "d", .sha256 = "aa"}), with_document({.key = "d", .title = "T", .sha256 = "aa"}),
              with_document({.key = "d", .sha256 = "bb"}), with_document({.key = "e", .sha256 = "aa"})});
  REQUIRE(graph.document_count() == 3);
  CHECK(graph.document(*graph.document_with_key("d")).title == "T");
  CHECK(graph.document(*graph.document_with_key("d-2")).sha256 == "bb");
  CHECK(graph.document_with_key("e"));
}

TEST_CASE("suffixes go round the keys that other graphs use") {
  const auto graph = merged({graph_of({keyed("k", state("Aland"))}), graph_of({keyed("k", state("Beland"))}),
                             graph_of({keyed("k-2", state("Celand"))})});
  CHECK(graph.entity(*graph.entity_with_key("k-2")).name == "Celand");
  CHECK(graph.entity_with_key("k-3"));
}

TEST_CASE("relations, their sources, conditions and evidence follow the entities and documents") {
  const auto graph_with = [](const char* document, const char* first_name) {
    GraphBuilder builder;
    const DocumentId d = *builder.add(Document{.key = document, .sha256 = document});
    builder.add(person(std::string(first_name) + " Unrelated"));
    const EntityId russia = *builder.add(state("Russia"));
    const EntityId ukraine = *builder.add(state("Ukraine"));
    const EntityId nato = *builder.add(entity(EntityType::organization, "NATO"));
    Relation threat{.subject = russia, .predicate = Predicate::threatens, .object = ukraine};
    threat.source = nato;
    threat.evidence = {{d, Span{1, 2}, document}};
    const RelationId threat_id = *builder.add(threat);
    const RelationId membership =
        *builder.add(Relation{.subject = ukraine, .predicate = Predicate::member_of, .object = nato});
    builder.set_condition(threat_id, membership);
    builder.set_attribute(document, "1");
    return std::move(builder).build();
  };
  const auto graph = merged({graph_with("one", "Ann"), graph_with("two", "Bob")});
  CHECK(graph.entity_count() == 5);
  REQUIRE(graph.relation_count() == 2);
  const RelationView threat = graph.relation(RelationId{0});
  CHECK(graph.entity(threat.subject).name == "Russia");
  CHECK(graph.entity(*threat.source).name == "NATO");
  CHECK(std::get<RelationId>(threat.condition) == RelationId{1});
  REQUIRE(threat.evidence.size() == 2);
  CHECK(graph.document(*threat.evidence[0].document).key == "one");
  CHECK(graph.document(*threat.evidence[1].document).key == "two");
  CHECK(graph.attributes() == Attributes{{"one", "1"}, {"two", "1"}});
}

TEST_CASE("of fields that differ the first is kept and nothing else is lost") {
  Entity a = keyed("a", state("Ukraine"));
  a.attributes = {{"x", "1"}, {"y", "2"}};
  a.identifiers = {{"iso3166-1", "UKR"}};
  Entity b = keyed("b", state("Ukraine"));
  b.attributes = {{"y", "3"}, {"z", "4"}};
  b.identifiers = {{"wikidata", "Q212"}};
  const auto graph = merged({graph_of({a}), graph_of({b})});
  REQUIRE(graph.entity_count() == 1);
  CHECK(graph.entity(EntityId{0}).attributes == Attributes{{"x", "1"}, {"y", "2"}, {"z", "4"}});
  CHECK(graph.entity(EntityId{0}).identifiers.size() == 2);
}

namespace {

// A graph of entities and relations drawn from few names, so that much of it meets in other graphs.
KnowledgeGraph random_graph(std::mt19937& random) {
  const auto below = [&](std::size_t limit) { return static_cast<std::size_t>(random() % limit); };
  static const std::vector<std::string> names = {"Minsk",   "Minsk II",   "Joe Biden", "Hunter Biden",
                                                 "Biden",   "rebels",     "Congo",     "Russia",
                                                 "Georgia", "the summit", "NATO",      "2008 Summit"};
  GraphBuilder builder;
  const std::string document_key = "d" + std::to_string(below(4));
  const DocumentId document = *builder.add(Document{.key = document_key, .sha256 = std::to_string(below(2))});
  for (std::size_t i = 0; i < 12; ++i) {
    Entity each = entity(all_entity_types()[below(entity_type_count)], names[below(names.size())]);
    for (std::size_t a = below(3); a > 0; --a) each.aliases.push_back(names[below(names.size())]);
    if (below(4) == 0) each.identifiers = {{"wikidata", "Q" + std::to_string(below(5))}};
    if (below(2) == 0) each.mentions = {{{document, Span{0, 1}, each.name}, false}};
    builder.add(std::move(each));
  }
  for (std::size_t i = 0; i < 60; ++i) {
    Relation r{.subject = EntityId{below(12)},
               .predicate = all_predicates()[below(predicate_count)],
               .object = EntityId{below(12)}};
    if (below(4) == 0) r.source = EntityId{below(12)};
    if (below(4) == 0) r.condition = EntityId{below(12)};
    if (below(4) == 0 && builder.relation_count() > 0) r.condition = RelationId{below(builder.relation_count())};
    r.evidence = {{document, Span{0, static_cast<std::uint32_t>(below(9))}, "text"}};
    r.confidence = static_cast<double>(below(5)) / 4.0;
    builder.add(std::move(r));
  }
  return std::move(builder).build();
}

}  // namespace

TEST_CASE("merging a graph with itself, or alone, gives that graph") {
  std::mt19937 random(21);
  for (int i = 0; i < 200; ++i) {
    const KnowledgeGraph graph = random_graph(random);
    REQUIRE(same(merge(Graphs{graph}), graph));
    REQUIRE(same(merge(Graphs{graph, graph}), graph));
    REQUIRE(same(merge(Graphs{graph, graph, graph}), graph));
  }
}

TEST_CASE("merging does not depend on the order of the graphs, and loses and invents nothing") {
  std::mt19937 random(22);
  for (int i = 0; i < 200; ++i) {
    Graphs graphs;
    for (std::size_t count = 2 + random() % 4; graphs.size() < count;) graphs.push_back(random_graph(random));
    const KnowledgeGraph expected = merge(graphs);
    for (int shuffle = 0; shuffle < 4; ++shuffle) {
      std::shuffle(graphs.begin(), graphs.end(), random);
      REQUIRE(same(merge(graphs), expected));
    }
    std::size_t entities = 0;
    std::size_t relations = 0;
    for (const KnowledgeGraph& graph : graphs) {
      entities += graph.entity_count();
      relations += graph.relation_count();
      REQUIRE(expected.entity_count() >= graph.entity_count());  // entities of one graph stay apart
    }
    REQUIRE(expected.entity_count() <= entities);
    REQUIRE(expected.relation_count() <= relations);
    for (const RelationView relation : expected.relations()) {
      REQUIRE(in_domain(relation.predicate, expected.entity(relation.subject).type));
      REQUIRE(in_range(relation.predicate, expected.entity(relation.object).type));
    }
  }
}
