#include <entente/names.hpp>

#include <catch2/catch.hpp>

#include <random>

#include <entente/graph_builder.hpp>
#include <entente/unicode.hpp>

using namespace entente;

TEST_CASE("names are folded for comparison") {
  CHECK(fold_name("The Maroš Šefčovič's") == "maros sefcovic");
  CHECK(fold_name("the  EU ") == "eu");
  CHECK(fold_name("U.S.") == "us");
  CHECK(fold_name("Russia’s") == "russia");
  CHECK(fold_name("the United States’") == "united states");
  CHECK(fold_name("People's Republic of China") == "peoples republic of china");
  CHECK(fold_name("Bosnia-Herzegovina") == "bosnia herzegovina");
  CHECK(fold_name("Nagorno–Karabakh") == "nagorno karabakh");
  CHECK(fold_name("“An \tAccord”\n") == "accord");
  CHECK(fold_name("Russia/Ukraine") == "russia ukraine");
}

TEST_CASE("letters that do not come apart are folded as well") {
  CHECK(fold_name("Łódź") == "lodz");
  CHECK(fold_name("Tromsø, Ærø") == "tromso aero");
  CHECK(fold_name("Đorđe") == "dorde");
  CHECK(fold_name("Diyarbakır İzmir") == "diyarbakir izmir");
  CHECK(fold_name("Straße") == "strasse");
  CHECK(fold_name("Þórshöfn") == "thorshofn");
  CHECK(fold_name("Əliyev") == "aliyev");
  CHECK(fold_name("ﬁnland") == "finland");
}

TEST_CASE("other scripts are folded too and stay whole") {
  CHECK(fold_name("МОСКВА") == "москва");
  CHECK(fold_name("Αθήνα") == "αθηνα");
  CHECK(fold_name("서울") == "서울");
  CHECK(fold_name("北京") == "北京");
  CHECK(fold_name("दिल्ली") == "दिल्ली");
}

TEST_CASE("composed and decomposed letters fold alike") {
  CHECK(fold_name("e\u0301 й") == fold_name("\u00E9 и\u0306"));
}

TEST_CASE("what only looks like an article stays") {
  CHECK(fold_name("A. Merkel") == "a merkel");
  CHECK(fold_name("A-levels") == "a levels");
  CHECK(fold_name("Theodor") == "theodor");
  CHECK(fold_name("The") == "the");
  CHECK(fold_name("the the") == "the");
}

TEST_CASE("nothing is left of what has no letters") {
  CHECK(fold_name("").empty());
  CHECK(fold_name(" ?!… ").empty());
  CHECK(fold_name("'s") == "s");
}

TEST_CASE("signs made of several are taken apart") {
  CHECK(fold_name("№ 1½") == "112");
  CHECK(fold_name("Nice \u0301") == "nice");
}

TEST_CASE("bytes that are not UTF-8 are passed over") {
  CHECK(fold_name("Ki\xFF"
                  "ev\xC3") == "kiev");
}

TEST_CASE("folding random bytes gives UTF-8 that folds to itself") {
  std::mt19937 random(11);
  for (int i = 0; i < 2000; ++i) {
    std::string bytes = "zz ";
    for (int j = 0; j < 12; ++j) bytes += static_cast<char>(random() % 256);
    const std::string folded = fold_name(bytes);
    CAPTURE(bytes);
    REQUIRE_FALSE(first_invalid_utf8(folded));
    REQUIRE(fold_name(folded) == folded);
  }
}

TEST_CASE("a mistyped word is led to the nearest candidates") {
  const std::vector<std::string_view> candidates = {"Person", "State", "Organization", "Bloc", "ArmedGroup", "Event"};
  CHECK(near_misses("Persn", candidates) == std::vector<std::string_view>{"Person"});
  CHECK(near_misses("Preson", candidates) == std::vector<std::string_view>{"Person"});
  CHECK(near_misses("state", candidates) == std::vector<std::string_view>{"State"});
  CHECK(near_misses("Organisation", candidates) == std::vector<std::string_view>{"Organization"});
  CHECK(near_misses("armed_group", candidates) == std::vector<std::string_view>{"ArmedGroup"});
  CHECK(near_misses("Treaty", candidates).empty());
  CHECK(near_misses("", candidates).empty());
}

TEST_CASE("near misses come nearest first, equally near ones in their order, and no more than asked for") {
  const std::vector<std::string_view> candidates = {"bbaaaa", "aaaaab", "abaaaa", "aaaaaa", "bbbaaa"};
  CHECK(near_misses("aaaaaa", candidates) == std::vector<std::string_view>{"aaaaaa", "aaaaab", "abaaaa"});
  CHECK(near_misses("aaaaaa", candidates, 1) == std::vector<std::string_view>{"aaaaaa"});
  CHECK(near_misses("aaaaaa", candidates, 9) == std::vector<std::string_view>{"aaaaaa", "aaaaab", "abaaaa", "bbaaaa"});
  CHECK(near_misses("aaaaaa", candidates, 0).empty());
}

namespace {

class Cast {
 public:
  EntityId add(Entity entity) { return *builder_.add(std::move(entity)); }
  void relate(EntityId a, EntityId b) {
    builder_.add(Relation{.subject = a, .predicate = Predicate::supports, .object = b});
  }
  KnowledgeGraph graph() && { return std::move(builder_).build(); }

 private:
  GraphBuilder builder_;
};

}  // namespace

TEST_CASE("entities are found by what people call them, the best rank only") {
  Cast cast;
  Entity us{.key = "usa", .type = EntityType::state, .name = "United States", .aliases = {"US", "America"}};
  us.identifiers = {{"iso3166-1", "USA"}};
  us.mentions = {{{std::nullopt, std::nullopt, "Washington"}, false},
                 {{std::nullopt, std::nullopt, "the country"}, true}};
  const EntityId usa = cast.add(us);
  const EntityId city = cast.add({.key = "washington-dc", .type = EntityType::territory, .name = "Washington"});
  const EntityId george = cast.add({.key = "gw", .type = EntityType::person, .name = "George Washington"});
  const EntityId biden = cast.add({.key = "biden", .type = EntityType::person, .name = "Joe Biden"});
  const KnowledgeGraph graph = std::move(cast).graph();
  const auto exact = [&](const char* name) { return find_by_name(graph, name).exact; };
  using Found = std::vector<EntityId>;
  CHECK(exact("usa") == Found{usa});
  CHECK(exact("the UNITED STATES") == Found{usa});
  CHECK(exact("U.S.") == Found{usa});
  CHECK(exact("USA") == Found{usa});
  CHECK(exact("washington") == Found{city});
  CHECK(exact("the country").empty());
  CHECK(exact("gw") == Found{george});
  CHECK(exact("Biden") == Found{biden});
  CHECK(exact("Bide").empty());
  CHECK(exact("").empty());
}

TEST_CASE("several bearers of a name come with the best known first") {
  Cast cast;
  const EntityId first = cast.add({.key = "georgia-us", .type = EntityType::territory, .name = "Georgia"});
  const EntityId second = cast.add({.key = "georgia-country", .type = EntityType::state, .name = "Georgia"});
  cast.add({.key = "song", .type = EntityType::event, .name = "a song", .aliases = {"Georgia"}});
  cast.relate(second, second);
  const KnowledgeGraph graph = std::move(cast).graph();
  CHECK(find_by_name(graph, "Georgia").exact == std::vector{second, first});
  CHECK(find_by_name(graph, "Georgia").near.empty());
}

TEST_CASE("similar names are offered when nobody bears the name") {
  Cast cast;
  const EntityId putin = cast.add({.key = "p", .type = EntityType::person, .name = "Vladimir Putin"});
  const EntityId zelensky =
      cast.add({.key = "z", .type = EntityType::person, .name = "Volodymyr Zelenskyy", .aliases = {"Zelenskyy"}});
  const EntityId kyiv = cast.add({.key = "k", .type = EntityType::territory, .name = "Kyiv", .aliases = {"Kiev"}});
  const KnowledgeGraph graph = std::move(cast).graph();
  CHECK(find_by_name(graph, "Vladmir Putn").near == std::vector{putin});
  CHECK(find_by_name(graph, "Zelensky").near == std::vector{zelensky});
  CHECK(find_by_name(graph, "Kyeiv").near == std::vector{kyiv});
  CHECK(find_by_name(graph, "Zelensky", 0).near.empty());
  CHECK(find_by_name(graph, "Narnia").near.empty());
}
