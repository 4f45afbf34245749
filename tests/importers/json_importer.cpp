#include <entente/json_importer.hpp>

#include <algorithm>
#include <array>
#include <filesystem>
#include <random>
#include <regex>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <catch2/catch.hpp>

#include <entente/files.hpp>

#include "importing.hpp"
#include "json_facts.hpp"

using namespace entente;
using namespace std::string_literals;
using entente::test::import_json;
using entente::test::Imported;

namespace {

const std::filesystem::path data_folder = std::filesystem::path(ENTENTE_SOURCE_DIR) / "tests/importers/data";
const std::filesystem::path shared_folder = ENTENTE_SHARED;

std::string diagnosed(std::string text) {
  return import_json(std::move(text)).rendered;
}

/// A document with two entities and what is given as its relations.
std::string with_relations(std::string_view relations) {
  return R"({"entities":[{"id":"us","type":"State","name":"United States"},
{"id":"kosovo","type":"Territory","name":"Kosovo"}],
"relations":[)" +
         std::string(relations) + "]}";
}

std::string with_entity(std::string_view entity) {
  return "{\"entities\":[\n" + std::string(entity) + "]}";
}

}  // namespace

TEST_CASE("every field of the format reaches the graph") {
  const Imported result = import_json(read_file(data_folder / "every_field.json"));
  CHECK(result.rendered.empty());
  const KnowledgeGraph& graph = result.graph;
  REQUIRE(graph.document_count() == 1);
  const Document& document = graph.documents()[0];
  CHECK(document == Document{"d1", "A title", Date(2022, 2, 21), "An author", "A publisher", "texts/one.txt", "en",
                             "00ff", Attributes{{"pages", "12"}}});
  REQUIRE(graph.entity_count() == 3);
  Mention named;
  named.document = DocumentId(0);
  named.span = Span{4, 17};
  named.text = "United States";
  Mention meant;
  meant.document = DocumentId(0);
  meant.span = Span{20, 31};
  meant.text = "the country";
  meant.coreference = true;
  const Entity& us = graph.entities()[0];
  CHECK(us.key == "us");
  CHECK(us.type == EntityType::state);
  CHECK(us.name == "United States");
  CHECK(us.aliases == std::vector<std::string>{"America", "U.S."});
  CHECK(us.identifiers == std::map<std::string, std::string>{{"iso3166-1", "USA"}, {"wikidata", "Q30"}});
  CHECK(us.mentions == std::vector<Mention>{named, meant});
  CHECK(us.attributes == Attributes{{"core", "true"}, {"note", "{ \"by\": [1, 2.50, \"x\\u0041\"] }"}});
  REQUIRE(graph.relation_count() == 2);
  const RelationView accuses = graph.relations()[0];
  CHECK(accuses.subject == EntityId(0));
  CHECK(accuses.predicate == Predicate::accuses);
  CHECK(accuses.object == EntityId(1));
  CHECK(accuses.polarity == Polarity::negative);
  CHECK(accuses.modality == Modality::hypothetical);
  CHECK(accuses.date == DateInterval(Date(2022, 1, 9), Date(2022, 1, 10)));
  CHECK(accuses.source == EntityId(1));
  CHECK(accuses.role == "a role");
  CHECK(std::get<RelationId>(accuses.condition) == RelationId(1));
  CHECK(accuses.confidence == 0.25);
  CHECK(accuses.rule == "by-hand");
  CHECK(accuses.evidence == std::vector<Evidence>{{DocumentId(0), Span{0, 3}, "Yes"}});
  CHECK(accuses.attributes == Attributes{{"checked", "null"}});
  const RelationView joins = graph.relations()[1];
  CHECK(std::get<EntityId>(joins.condition) == EntityId(2));
  CHECK(joins.attributes == Attributes{{"id", "\"r2\""}});
  CHECK(graph.attributes() == Attributes{{"made-by", "\"hand\""}});
}

TEST_CASE("what is absent or null has the default value") {
  const Imported result = import_json(with_relations(
      R"({"subject":"us","predicate":"recognizes","object":"kosovo","date":null,"source":null,"confidence":null})"));
  CHECK(result.rendered.empty());
  REQUIRE(result.graph.relation_count() == 1);
  const RelationView relation = result.graph.relations()[0];
  CHECK(relation.polarity == Polarity::positive);
  CHECK(relation.modality == Modality::actual);
  CHECK_FALSE(relation.date);
  CHECK_FALSE(relation.source);
  CHECK(relation.confidence == 1.0);
  CHECK(relation.evidence.empty());
}

TEST_CASE("relations may come before their entities and entities before their documents") {
  const Imported result = import_json(
      R"({"relations":[{"subject":"a","predicate":"consults","object":"b","condition":"later","evidence":"They met."},
{"id":"later","subject":"b","predicate":"aids","object":"a"}],
"entities":[{"id":"a","type":"State","name":"A","mentions":[{"document":"d","start":0,"end":1,"text":"A"}]},
{"id":"b","type":"State","name":"B"}],"document":{"id":"d"}})");
  CHECK(result.rendered.empty());
  REQUIRE(result.graph.relation_count() == 2);
  CHECK(std::get<RelationId>(result.graph.relations()[0].condition) == RelationId(1));
  CHECK(result.graph.relations()[0].evidence == std::vector<Evidence>{{DocumentId(0), std::nullopt, "They met."}});
  CHECK(result.graph.entities()[0].mentions.at(0).document == DocumentId(0));
}

TEST_CASE("bare text belongs to the document only if there is one") {
  const std::string entity = R"("entities":[{"id":"a","type":"State","name":"A","mentions":["A"]}]})";
  const auto document_of_mention = [&](const std::string& documents) {
    return import_json("{" + documents + entity).graph.entities()[0].mentions.at(0).document;
  };
  CHECK(document_of_mention(R"("document":{"id":"d"},)") == DocumentId(0));
  CHECK(document_of_mention(R"("documents":[{"id":"d"},{"id":"e"}],)") == std::nullopt);
  CHECK(document_of_mention("") == std::nullopt);
}

TEST_CASE("a byte order mark may come first") {
  const Imported result = import_json("\xEF\xBB\xBF{\"entities\":[{\"id\":\"a\",\"type\":\"State\",\"name\":\"A\"}]}");
  CHECK(result.rendered.empty());
  CHECK(result.graph.entity_count() == 1);
}

TEST_CASE("escapes are resolved in texts and kept in attributes") {
  const Imported result =
      import_json(with_entity(R"({"id":"a","type":"State","name":"\u00c5\ud83d\ude00\n\/","x":"\u00c5\ud83d\ude00"})"));
  CHECK(result.rendered.empty());
  CHECK(result.graph.entities()[0].name == "Å😀\n/");
  CHECK(result.graph.entities()[0].attributes.at("x") == R"("\u00c5\ud83d\ude00")");
}

TEST_CASE("a syntax error is shown where it is and leaves the document unread") {
  struct Case {
    std::string text;
    std::string_view shown;
  };
  const std::vector<Case> cases{
      {"", "in.json:1:1: error: the document is empty: expected '{'\n"},
      {" \n", "in.json:2:1: error: the document is empty: expected '{'\n"},
      {"{\"entities\":[],}",
       "in.json:1:16: error: expected the name of a field in double quotes, found '}'\n"
       "  {\"entities\":[],}\n"
       "                 ^\n"},
      {"{\"entities\":[1,]}",
       "in.json:1:14: error: an entity must be an object, but this is the number 1\n"
       "  {\"entities\":[1,]}\n"
       "               ^\n"
       "in.json:1:16: error: expected a value, found ']'\n"
       "  {\"entities\":[1,]}\n"
       "                 ^\n"},
      {"{entities:[]}",
       "in.json:1:2: error: expected the name of a field in double quotes, found 'entities'\n"
       "  {entities:[]}\n"
       "   ^\n"},
      {"{\"entities\" []}",
       "in.json:1:13: error: expected ':' and a value after the name of the field, found '['\n"
       "  {\"entities\" []}\n"
       "              ^\n"},
      {"{\"a\":1 \"b\":2}",
       "in.json:1:8: error: expected ',' or '}' after the value of the field, found '\"'\n"
       "  {\"a\":1 \"b\":2}\n"
       "         ^\n"},
      {"{\"a\":[1 2]}",
       "in.json:1:9: error: expected ',' or ']' after the item of the list, found '2'\n"
       "  {\"a\":[1 2]}\n"
       "          ^\n"},
      {"{\"a\":nul}",
       "in.json:1:6: error: expected a value, found 'nul'\n"
       "  {\"a\":nul}\n"
       "       ^\n"},
      {"{\"a\":'b'}",
       "in.json:1:6: error: expected a value, found '''\n"
       "  {\"a\":'b'}\n"
       "       ^\n"},
      {"{\"a\":1.}",
       "in.json:1:6: error: expected a digit after the decimal point, found '1.'\n"
       "  {\"a\":1.}\n"
       "       ^\n"},
      {"{\"a\":1e}",
       "in.json:1:6: error: expected a digit in the exponent, found '1e'\n"
       "  {\"a\":1e}\n"
       "       ^\n"},
      {"{\"a\":1e999}",
       "in.json:1:6: error: expected a number below 1.8e308, found '1e999'\n"
       "  {\"a\":1e999}\n"
       "       ^\n"},
      {"{\"a\":\"x\\q\"}",
       "in.json:1:8: error: expected an escape that JSON knows, such as '\\n', '\\\"' or '\\\\', found '\\q'\n"
       "  {\"a\":\"x\\q\"}\n"
       "         ^\n"},
      {"{\"a\":\"\\u12x4\"}",
       "in.json:1:7: error: expected four hexadecimal digits after '\\u', found '\\u'\n"
       "  {\"a\":\"\\u12x4\"}\n"
       "        ^\n"},
      {"{\"a\":\"x\ny\"}",
       "in.json:1:8: error: expected '\"' at the end of the string, found the end of the line; within a string it is "
       "written as an escape such as '\\n'\n"
       "  {\"a\":\"x\n"
       "         ^\n"},
      {"{\"entities\":[]} x",
       "in.json:1:17: error: expected the end of the document, found 'x'\n"
       "  {\"entities\":[]} x\n"
       "                  ^\n"},
      {"hello",
       "in.json:1:1: error: expected '{', found 'hello'\n"
       "  hello\n"
       "  ^\n"},
      {"{\"entities\":\n [{\"id\":\"a\"",
       "in.json:2:12: error: the document ends too early: expected ',' or '}' after the value of the field; the '{' of "
       "line 2 is still open\n"
       "   [{\"id\":\"a\"\n"
       "             ^\n"},
      {"{\"entities\":[{\"id\":\"a",
       "in.json:1:22: error: the document ends too early: expected '\"' at the end of the string; the '{' of line 1 is "
       "still open\n"
       "  {\"entities\":[{\"id\":\"a\n"
       "                       ^\n"},
  };
  for (const Case& c : cases) {
    const Imported result = import_json(c.text);
    CHECK(result.rendered == c.shown);
    CHECK(result.graph.entity_count() == 0);
  }
}

TEST_CASE("what follows a zero byte is not overlooked") {
  const Imported result = import_json("{\"entities\":[]}\0garbage"s);
  REQUIRE(result.diagnostics.kept().size() == 1);
  CHECK(result.diagnostics.kept()[0].message == "expected the end of the document, found byte 0x00");
  CHECK(result.diagnostics.kept()[0].span.begin == 15);
}

TEST_CASE("bytes that are not UTF-8 and halves of surrogate pairs are shown where they are") {
  const auto finding = [](std::string text) {
    const Imported result = import_json(std::move(text));
    REQUIRE(result.diagnostics.kept().size() == 1);
    const Diagnostic& diagnostic = result.diagnostics.kept()[0];
    CHECK(diagnostic.problem == Problem::invalid_encoding);
    return std::to_string(diagnostic.span.begin) + ": " + diagnostic.message;
  };
  CHECK(finding("{\"a\":\"x\xFFy\"}") == "7: expected text in UTF-8, found byte 0xff");
  CHECK(finding("{\"a\xC0\xAF\":1}") == "3: expected text in UTF-8, found byte 0xc0");
  CHECK(finding("{\"a\":\"\xE2\x82\"}") == "6: expected text in UTF-8, found byte 0xe2");
  CHECK(finding("{\"a\":\xFF}") == "5: expected text in UTF-8, found byte 0xff");
  CHECK(finding("\xFF\xFE{") == "0: expected text in UTF-8, found byte 0xff");
  CHECK(finding(R"({"a":"x\ud800y"})") ==
        R"(7: \ud800 is half of a surrogate pair: expected both halves, or the character itself)");
  CHECK(finding(R"({"a":["\u00e9\\\udc00"]})") ==
        R"(15: \udc00 is half of a surrogate pair: expected both halves, or the character itself)");
}

TEST_CASE("nesting is limited") {
  CHECK(import_json("{\"a\":" + std::string(63, '[') + std::string(63, ']') + ",\"entities\":[]}").rendered.empty());
  CHECK(diagnosed("{\"a\":" + std::string(64, '['))
            .starts_with(
                "in.json:1:69: error: lists and objects are nested too deep: expected at most 64 within each other\n"));
  for (const std::string_view opening : {"[", "{\"a\":"}) {
    std::string deep = "{\"a\":";
    for (int i = 0; i < 200'000; ++i) deep += opening;
    const Imported result = import_json(std::move(deep));
    REQUIRE(result.diagnostics.kept().size() == 1);
    CHECK(result.diagnostics.kept()[0].problem == Problem::nesting_too_deep);
  }
}

TEST_CASE("the limits of depth and length can be set") {
  const std::string text = R"({"entities":[{"id":"a","type":"State","name":"A"}]})";
  CHECK(import_json(text, {.depth = 3}).graph.entity_count() == 1);
  CHECK(import_json(text, {.depth = 2}).graph.entity_count() == 0);
  CHECK(import_json(text, {.depth = 3, .bytes = text.size()}).graph.entity_count() == 1);
  CHECK(import_json(text, {.depth = 3, .bytes = 50})
            .rendered.starts_with("in.json:1:1: error: the document has 51 bytes: expected at most 50\n"));
}

TEST_CASE("another format or version is not read") {
  const std::string rest = R"(,"entities":[{"id":"a","type":"State","name":"A"}]})";
  for (const auto& [start, message] : std::vector<std::pair<std::string, std::string>>{
           {R"({"format":"graphml")",
            "\"format\" must be the string \"entente-graph\", but this is the string "
            "\"graphml\": the document is not read"},
           {R"({"version":2)", "\"version\" must be the number 1, but this is the number 2: the document is not read"},
           {R"({"version":"1")",
            "\"version\" must be the number 1, but this is the string \"1\": the document is not read"}}) {
    const Imported result = import_json(start + rest);
    REQUIRE(result.diagnostics.kept().size() == 1);
    CHECK(result.diagnostics.kept()[0].problem == Problem::unreadable_format);
    CHECK(result.diagnostics.kept()[0].message == message);
    CHECK(result.graph.entity_count() == 0);
  }
}

TEST_CASE("values of a wrong kind are shown with what they must be") {
  CHECK(diagnosed("[1]") ==
        "in.json:1:1: error: a graph must be an object with \"entities\" and \"relations\", but this is a list\n"
        "  [1]\n"
        "  ^\n");
  CHECK(diagnosed(R"({"relations":{"a":1}})") ==
        "in.json:1:14: error: \"relations\" must be a list of relations, but this is an object\n"
        "  {\"relations\":{\"a\":1}}\n"
        "               ^\n");
  CHECK(diagnosed(R"({"entities":"none"})") ==
        "in.json:1:13: error: \"entities\" must be a list of entities, but this is the string \"none\"\n"
        "  {\"entities\":\"none\"}\n"
        "              ^\n");
  CHECK(diagnosed(R"({"relations":[[]]})") ==
        "in.json:1:15: error: a relation must be an object, but this is a list\n"
        "  {\"relations\":[[]]}\n"
        "                ^\n");
  CHECK(diagnosed(with_entity(R"({"id":7,"type":"State","name":"A"})")) ==
        "in.json:2:7: error: \"id\" must be a string, but this is the number 7\n"
        "  {\"id\":7,\"type\":\"State\",\"name\":\"A\"}]}\n"
        "        ^\n");
  CHECK(diagnosed(with_relations(R"({"subject":"us","predicate":"aids","object":"us","confidence":true})"))
            .find("\"confidence\" must be a number, but this is the value true\n") != std::string::npos);
}

TEST_CASE("a bad optional field costs only the field, a bad item of a list only the item") {
  const Imported result = import_json(with_entity(
      R"({"id":"a","type":"State","name":"A","aliases":["B",null,"C"],"identifiers":{"x":1,"y":"2"},
"mentions":["A",7,{"start":3,"end":1},{"start":1},
{"text":"A","kind":"pronoun"},{"text":"it","kind":"coreference"}]},
{"id":"b","type":"State","name":"B","aliases":"b"})"));
  CHECK(result.rendered ==
        R"(in.json:2:52: error: an alias must be a string, but this is null
  {"id":"a","type":"State","name":"A","aliases":["B",null,"C"],"identifiers":{"x":1,"y":"2"},
                                                     ^
in.json:2:81: error: an identifier must be a string, but this is the number 1
  {"id":"a","type":"State","name":"A","aliases":["B",null,"C"],"identifiers":{"x":1,"y":"2"},
                                                                                  ^
in.json:3:17: error: a mention must be an object or a string, but this is the number 7
  "mentions":["A",7,{"start":3,"end":1},{"start":1},
                  ^
in.json:3:19: error: the mention ends before it starts: expected "start" not beyond "end", but they are 3 and 1
  "mentions":["A",7,{"start":3,"end":1},{"start":1},
                    ^
in.json:3:39: error: the mention has no "end": expected a number
  "mentions":["A",7,{"start":3,"end":1},{"start":1},
                                        ^
in.json:4:20: error: "pronoun" is not a kind of mention: expected "coreference"
  {"text":"A","kind":"pronoun"},{"text":"it","kind":"coreference"}]},
                     ^
in.json:5:47: error: "aliases" must be a list of strings, but this is the string "b"
  {"id":"b","type":"State","name":"B","aliases":"b"}]}
                                                ^
)");
  REQUIRE(result.graph.entity_count() == 2);
  const Entity& entity = result.graph.entities()[0];
  CHECK(entity.aliases == std::vector<std::string>{"B", "C"});
  CHECK(entity.identifiers == std::map<std::string, std::string>{{"y", "2"}});
  REQUIRE(entity.mentions.size() == 2);
  CHECK(entity.mentions[1].coreference);
}

TEST_CASE("offsets are whole numbers of code points") {
  const auto message = [](const std::string& start) {
    const Imported result = import_json(
        with_entity(R"({"id":"a","type":"State","name":"A","mentions":[{"start":)" + start + R"(,"end":5}]})"));
    return result.diagnostics.kept().empty() ? "" : result.diagnostics.kept()[0].message;
  };
  CHECK(message("4").empty());
  CHECK(message("5.0").empty());
  CHECK(message("-1") == "\"start\" must be a whole number of code points, but this is the number -1");
  CHECK(message("1.5") == "\"start\" must be a whole number of code points, but this is the number 1.5");
  CHECK(message("4294967296") == "\"start\" must be a whole number of code points, but this is the number 4294967296");
}

TEST_CASE("missing fields are named") {
  CHECK(diagnosed(R"({"entities":[{}]})") ==
        "in.json:1:14: error: the entity has no \"id\": expected a string\n"
        "  {\"entities\":[{}]}\n"
        "               ^\n"
        "in.json:1:14: error: the entity has no \"type\": expected a string\n"
        "  {\"entities\":[{}]}\n"
        "               ^\n"
        "in.json:1:14: error: the entity has no \"name\": expected a string\n"
        "  {\"entities\":[{}]}\n"
        "               ^\n");
  CHECK(diagnosed(with_relations(R"({"subject":"us","predicate":null})")) ==
        "in.json:3:14: error: the relation has no \"predicate\": expected a string\n"
        "  \"relations\":[{\"subject\":\"us\",\"predicate\":null}]}\n"
        "               ^\n"
        "in.json:3:14: error: the relation has no \"object\": expected the id of an entity, a string\n"
        "  \"relations\":[{\"subject\":\"us\",\"predicate\":null}]}\n"
        "               ^\n");
  CHECK(diagnosed(R"({"document":{"title":"T"},"entities":[{"id":"","type":"State","name":"A"}]})") ==
        "in.json:1:13: error: the document has no \"id\": expected a string\n"
        "  {\"document\":{\"title\":\"T\"},\"entities\":[{\"id\":\"\",\"type\":\"State\",\"name\":\"A\"}]}\n"
        "              ^\n"
        "in.json:1:45: error: \"id\" must not be empty, but this is the string \"\"\n"
        "  {\"document\":{\"title\":\"T\"},\"entities\":[{\"id\":\"\",\"type\":\"State\",\"name\":\"A\"}]}\n"
        "                                              ^\n");
  CHECK(diagnosed("{\"nodes\":[]}") ==
        "in.json:1:1: error: the graph has no \"entities\": expected a list of entities, and \"relations\" among them\n"
        "  {\"nodes\":[]}\n"
        "  ^\n");
}

TEST_CASE("unknown words are shown with similar ones or all of them") {
  CHECK(diagnosed(with_entity(R"({"id":"a","type":"Stat","name":"A"})")) ==
        "in.json:2:18: error: \"Stat\" is not a type of entity: did you mean \"State\"?\n"
        "  {\"id\":\"a\",\"type\":\"Stat\",\"name\":\"A\"}]}\n"
        "                   ^\n");
  CHECK(diagnosed(with_entity(R"({"id":"a","type":"Xyzzy","name":"A"})")) ==
        "in.json:2:18: error: \"Xyzzy\" is not a type of entity: expected \"Person\", \"State\", \"Organization\", "
        "\"Bloc\", \"ArmedGroup\", \"Territory\", \"Agreement\", \"Proposal\", \"Provision\" or \"Event\"\n"
        "  {\"id\":\"a\",\"type\":\"Xyzzy\",\"name\":\"A\"}]}\n"
        "                   ^\n");
  CHECK(diagnosed(with_relations(R"({"subject":"us","predicate":"recognises","object":"kosovo"})")) ==
        "in.json:3:42: error: \"recognises\" is not a predicate: did you mean \"recognizes\"?\n"
        "  \"relations\":[{\"subject\":\"us\",\"predicate\":\"recognises\",\"object\":\"kosovo\"}]}\n"
        "                                           ^\n");
  CHECK(diagnosed(with_relations(R"({"subject":"us","predicate":"?","object":"kosovo"})"))
            .find("\"?\" is not a predicate: expected one of 40, such as \"memberOf\", \"holdsOffice\" or "
                  "\"partOf\"") != std::string::npos);
  CHECK(diagnosed(with_relations(R"({"subject":"us","predicate":"claims","object":"kosovo",
"polarity":"yes","modality":"planed"})")) ==
        "in.json:4:12: error: \"yes\" is not a polarity: expected \"positive\" or \"negative\"\n"
        "  \"polarity\":\"yes\",\"modality\":\"planed\"}]}\n"
        "             ^\n"
        "in.json:4:29: error: \"planed\" is not a modality: did you mean \"planned\"?\n"
        "  \"polarity\":\"yes\",\"modality\":\"planed\"}]}\n"
        "                              ^\n");
}

TEST_CASE("dates and confidences that cannot be are shown") {
  CHECK(diagnosed(with_relations(R"({"subject":"us","predicate":"claims","object":"kosovo","date":"2022-02-30"})")) ==
        "in.json:3:76: error: \"2022-02-30\" is not a date: expected a real day, month or year as YYYY-MM-DD, YYYY-MM "
        "or YYYY, or FROM/TO in this order\n"
        "  \"relations\":[{\"subject\":\"us\",\"predicate\":\"claims\",\"object\":\"kosovo\","
        "\"date\":\"2022-02-30\"}]}\n"
        "                                                                             ^\n");
  const Imported dated = import_json(R"({"document":{"id":"d","title":"T","date":"May 2022"}})");
  CHECK(dated.rendered ==
        "in.json:1:42: error: \"May 2022\" is not a date: expected a real day, month or year as YYYY-MM-DD, YYYY-MM or "
        "YYYY\n"
        "  {\"document\":{\"id\":\"d\",\"title\":\"T\",\"date\":\"May 2022\"}}\n"
        "                                           ^\n");
  CHECK(dated.graph.document_count() == 1);
  const Imported sure =
      import_json(with_relations(R"({"subject":"us","predicate":"claims","object":"kosovo","confidence":1.5})"));
  CHECK(sure.rendered ==
        "in.json:3:82: error: \"confidence\" must be from 0 to 1, but this is the number 1.5\n"
        "  \"relations\":[{\"subject\":\"us\",\"predicate\":\"claims\",\"object\":\"kosovo\",\"confidence\":1.5}]}\n"
        "                                                                                   ^\n");
  CHECK(sure.graph.relation_count() == 0);
}

TEST_CASE("an id belongs to the first that bears it") {
  const Imported result = import_json(R"({"documents":[{"id":"d"},{"id":"d","title":"T"}],
"entities":[{"id":"a","type":"State","name":"A"},
{"id":"a","type":"Person","name":"B"}],
"relations":[{"id":"a","subject":"a","predicate":"aids","object":"a"}]})");
  CHECK(result.rendered ==
        "in.json:1:32: error: the id \"d\" is taken: line 1 has it\n"
        "  {\"documents\":[{\"id\":\"d\"},{\"id\":\"d\",\"title\":\"T\"}],\n"
        "                                 ^\n"
        "in.json:3:7: error: the id \"a\" is taken: line 2 has it\n"
        "  {\"id\":\"a\",\"type\":\"Person\",\"name\":\"B\"}],\n"
        "        ^\n"
        "in.json:4:20: error: the id \"a\" is taken: line 2 has it\n"
        "  \"relations\":[{\"id\":\"a\",\"subject\":\"a\",\"predicate\":\"aids\",\"object\":\"a\"}]}\n"
        "                     ^\n");
  REQUIRE(result.graph.entity_count() == 1);
  CHECK(result.graph.entities()[0].type == EntityType::state);
}

TEST_CASE("an id that an earlier document gave to the builder is taken") {
  GraphBuilder builder;
  Diagnostics diagnostics;
  for (const std::string_view name : {"A", "B"}) {
    const std::string entity = R"({"id":"a","type":"State","name":")" + std::string(name) + "\"}";
    make_json_importer()->import({"in.json", with_entity(entity)}, builder, diagnostics);
  }
  REQUIRE(diagnostics.kept().size() == 1);
  CHECK(diagnostics.kept()[0].message == "the id \"a\" is taken in what was read before");
  CHECK(builder.entity_count() == 1);
}

TEST_CASE("a field that is given twice is read once") {
  const Imported result = import_json(with_entity(R"({"id":"a","type":"State","name":"A","name":["B"],"x":1,"x":2})"));
  CHECK(result.rendered ==
        "in.json:2:37: error: \"name\" is given twice in the entity: only the first is read\n"
        "  {\"id\":\"a\",\"type\":\"State\",\"name\":\"A\",\"name\":[\"B\"],\"x\":1,\"x\":2}]}\n"
        "                                      ^\n"
        "in.json:2:56: error: \"x\" is given twice in the entity: only the first is read\n"
        "  {\"id\":\"a\",\"type\":\"State\",\"name\":\"A\",\"name\":[\"B\"],\"x\":1,\"x\":2}]}\n"
        "                                                         ^\n");
  CHECK(result.graph.entities()[0].name == "A");
  CHECK(result.graph.entities()[0].attributes.at("x") == "1");
}

TEST_CASE("references to nothing are shown with similar ids") {
  const Imported result = import_json(with_relations(
      R"({"subject":"us","predicate":"claims","object":"kosov"},
{"subject":"us","predicate":"claims","object":"kosovo","source":"x","condition":"y"},
{"subject":"us","predicate":"controls","object":"kosovo","condition":"y",
"evidence":[{"document":"d","text":"t"},{"document":"d","text":"u"},{"text":"v"}]})"));
  CHECK(result.rendered ==
        R"(in.json:6:25: error: nothing has the id "d", so 2 quotations of it are left out
  "evidence":[{"document":"d","text":"t"},{"document":"d","text":"u"},{"text":"v"}]}]}
                          ^
in.json:3:60: error: nothing has the id "kosov", so this relation is left out: did you mean "kosovo"?
  "relations":[{"subject":"us","predicate":"claims","object":"kosov"},
                                                             ^
in.json:4:65: error: nothing has the id "x", so this relation is left out
  {"subject":"us","predicate":"claims","object":"kosovo","source":"x","condition":"y"},
                                                                  ^
in.json:5:70: error: nothing has the id "y", so the relation that depends on it stands without a condition
  {"subject":"us","predicate":"controls","object":"kosovo","condition":"y",
                                                                       ^
)");
  REQUIRE(result.graph.relation_count() == 1);
  CHECK(result.graph.relations()[0].evidence == std::vector<Evidence>{{std::nullopt, std::nullopt, "v"}});
}

TEST_CASE("what depends on something left out is noted, not counted as an error") {
  const Imported result = import_json(R"({"entities":[{"id":"a","type":"Stat","name":"A"},
{"id":"b","type":"State","name":"B"}],"relations":[
{"id":"r","subject":"a","predicate":"aids","object":"b"},
{"subject":"b","predicate":"aids","object":"b","condition":"r"},
{"subject":"r","predicate":"aids","object":"b"}]})");
  CHECK(result.diagnostics.error_count() == 1);
  REQUIRE(result.diagnostics.kept().size() == 4);
  CHECK(result.diagnostics.kept()[1].message == "\"a\" was left out because of an error, so this relation is left out");
  CHECK(result.diagnostics.kept()[2].message == "\"r\" was left out because of an error, so this relation is left out");
  CHECK(result.diagnostics.kept()[3].message ==
        "\"r\" was left out because of an error, so the relation that depends on it stands without a condition");
  CHECK(result.graph.relation_count() == 1);
}

TEST_CASE("a relation is no end of a relation") {
  const Imported result =
      import_json(with_relations(R"({"id":"r","subject":"us","predicate":"claims","object":"kosovo"},
{"subject":"us","predicate":"claims","object":"r"})"));
  CHECK(result.rendered ==
        "in.json:4:47: error: \"r\" is a relation: expected the id of an entity\n"
        "  {\"subject\":\"us\",\"predicate\":\"claims\",\"object\":\"r\"}]}\n"
        "                                                ^\n");
}

TEST_CASE("domain and range are kept") {
  const Imported result = import_json(with_relations(
      R"({"subject":"kosovo","predicate":"ratifies","object":"us"},
{"subject":"us","predicate":"aids","object":"us"})"));
  CHECK(result.rendered ==
        R"(in.json:3:25: error: "ratifies" starts from Actor, but "kosovo" is of type Territory
  "relations":[{"subject":"kosovo","predicate":"ratifies","object":"us"},
                          ^
in.json:3:66: error: "ratifies" leads to Agreement, Proposal or Provision, but "us" is of type State
  "relations":[{"subject":"kosovo","predicate":"ratifies","object":"us"},
                                                                   ^
)");
  CHECK(result.graph.relation_count() == 1);
}

TEST_CASE("fields that a quotation has no room for are warned of") {
  const Imported result =
      import_json(with_entity(R"({"id":"a","type":"State","name":"A","mentions":[{"text":"A","page":3}]})"));
  CHECK(result.rendered ==
        "in.json:2:61: warning: \"page\" is not kept: the mention has no room for other fields\n"
        "  {\"id\":\"a\",\"type\":\"State\",\"name\":\"A\",\"mentions\":[{\"text\":\"A\",\"page\":3}]}]}\n"
        "                                                              ^\n");
  CHECK(result.graph.entities()[0].mentions.size() == 1);
}

TEST_CASE("long values are shortened in messages") {
  const std::string name(100, 'x');
  CHECK(diagnosed(with_entity("{\"id\":\"a\",\"type\":\"" + name + "\",\"name\":\"A\"}"))
            .find("error: \"" + std::string(47, 'x') + "…\" is not a type") != std::string::npos);
}

TEST_CASE("JSON is recognized by its bytes and else by its name") {
  const auto importer = make_json_importer();
  CHECK(importer->recognizes({"a.txt", "\xEF\xBB\xBF\n {\"format\":\"entente-graph\"}"}) > 0.9);
  CHECK(importer->recognizes({"a.txt", "{\"document\":{},\"entities\":["}) > 0.9);
  CHECK(importer->recognizes({"a.txt", "{ broken"}) == Approx(0.3));
  CHECK(importer->recognizes({"a.json", ""}) == Approx(0.6));
  CHECK(importer->recognizes({"a.txt", "[1] See the \"notes\"."}) == 0);
  CHECK(importer->recognizes({"a.txt", "The United States said."}) == 0);
}

namespace {

/// The graph as native JSON, written plainly.
class PlainWriter {
 public:
  explicit PlainWriter(const KnowledgeGraph& graph) : graph_(graph) {}

  /// Relations come before what they refer to, or last.
  std::string write(bool relations_last = false) {
    out_ = "{\"format\": \"entente-graph\", \"version\": 1";
    if (!relations_last) write_relations();
    out_ += ", \"entities\": [";
    const char* separator = "";
    for (const Entity& entity : graph_.entities()) {
      out_ += separator;
      write_entity(entity);
      separator = ", ";
    }
    out_ += "], \"documents\": [";
    separator = "";
    for (const Document& document : graph_.documents()) {
      out_ += separator + ("{" + text("id", document.key) + ", " + text("title", document.title) + "}");
      separator = ", ";
    }
    out_ += "]";
    if (relations_last) write_relations();
    return out_ + "}";
  }

 private:
  static std::string quoted(std::string_view value) {
    std::string json = "\"";
    for (const char c : value) {
      if (c == '"' || c == '\\') json += '\\';
      json += c;
    }
    return json + '"';
  }
  static std::string text(std::string_view name, std::string_view value) { return quoted(name) + ": " + quoted(value); }
  [[nodiscard]] const std::string& key(EntityId id) const { return graph_.entity(id).key; }

  void write_relations() {
    out_ += ", \"relations\": [";
    for (std::size_t i = 0; i < graph_.relation_count(); ++i) {
      out_ += i == 0 ? "" : ", ";
      write_relation(i);
    }
    out_ += "]";
  }

  void write_quote(const QuoteView& quote, bool coreference) {
    out_ += "{" + text("text", quote.text);
    if (quote.document) out_ += ", " + text("document", graph_.document(*quote.document).key);
    if (quote.span) {
      out_ += ", \"start\": " + std::to_string(quote.span->begin) + ", \"end\": " + std::to_string(quote.span->end);
    }
    if (coreference) out_ += ", \"kind\": \"coreference\"";
    out_ += "}";
  }

  void write_entity(const Entity& entity) {
    out_ += "{" + text("name", entity.name) + ", " + text("id", entity.key) + ", " + text("type", name(entity.type)) +
            ", \"aliases\": [";
    for (const std::string& alias : entity.aliases) {
      out_ += (&alias == entity.aliases.data() ? "" : ",") + quoted(alias);
    }
    out_ += "], \"mentions\": [";
    for (const Mention& mention : entity.mentions) {
      if (&mention != entity.mentions.data()) out_ += ",";
      write_quote(view_of(mention), mention.coreference);
    }
    out_ += "]";
    for (const auto& [name, value] : entity.attributes) out_ += ", " + quoted(name) + ": " + value;
    out_ += "}";
  }

  void write_relation(std::size_t index) {
    const RelationView relation = graph_.relations()[index];
    out_ += "{" + text("id", "r" + std::to_string(index)) + ", " + text("subject", key(relation.subject)) + ", " +
            text("predicate", name(relation.predicate)) + ", " + text("object", key(relation.object)) + ", " +
            text("polarity", name(relation.polarity)) + ", " + text("modality", name(relation.modality)) +
            ", \"confidence\": " + std::to_string(relation.confidence);
    if (relation.date) out_ += ", " + text("date", relation.date->to_string());
    if (relation.source) out_ += ", " + text("source", key(*relation.source));
    if (const auto* entity = std::get_if<EntityId>(&relation.condition)) out_ += ", " + text("condition", key(*entity));
    if (const auto* other = std::get_if<RelationId>(&relation.condition)) {
      out_ += ", " + text("condition", "r" + std::to_string(other->index()));
    }
    out_ += ", \"evidence\": [";
    for (const QuoteView& evidence : relation.evidence) {
      if (&evidence != relation.evidence.data()) out_ += ",";
      write_quote(evidence, false);
    }
    out_ += "]}";
  }

  const KnowledgeGraph& graph_;
  std::string out_;
};

/// Makes graphs that differ with the seed.
class RandomGraph {
 public:
  explicit RandomGraph(unsigned seed) : random_(seed) {}

  KnowledgeGraph make() {
    GraphBuilder builder;
    documents_ = below(3);
    for (std::size_t i = 0; i < documents_; ++i) {
      Document document;
      document.key = "d" + std::to_string(i);
      document.title = word();
      builder.add(document);
    }
    entities_ = 1 + below(12);
    for (std::size_t i = 0; i < entities_; ++i) builder.add(entity(i));
    for (std::size_t i = below(60); i > 0; --i) builder.add(relation());
    for (std::size_t i = 0; i < builder.relation_count(); ++i) {
      if (below(4) == 0) builder.set_condition(RelationId(i), RelationId(below(builder.relation_count())));
      if (below(4) == 0) builder.set_condition(RelationId(i), EntityId(below(entities_)));
    }
    return std::move(builder).build();
  }

 private:
  std::size_t below(std::size_t limit) { return random_() % limit; }
  std::string word() {
    constexpr std::array<std::string_view, 6> parts{"Kyiv", "“", "\\", "\"", " of ", "😀"};
    std::string word(parts[below(parts.size())]);
    while (below(3) > 0) word += parts[below(parts.size())];
    return word;
  }
  Quote quote() {
    Quote quote;
    if (documents_ > 0 && below(3) > 0) quote.document = DocumentId(below(documents_));
    if (below(2) > 0) quote.span = Span{7, 7 + static_cast<std::uint32_t>(below(100))};
    quote.text = word();
    return quote;
  }
  Entity entity(std::size_t i) {
    Entity entity;
    entity.key = "e" + std::to_string(i);
    entity.type = all_entity_types()[below(5)];
    entity.name = word();
    for (std::size_t count = below(3); count > 0; --count) entity.aliases.push_back(word() + std::to_string(count));
    for (std::size_t count = below(3); count > 0; --count) entity.mentions.push_back({quote(), below(2) > 0});
    if (below(2) > 0) entity.attributes["x"] = "[1, {\"y\" : null}]";
    return entity;
  }
  Relation relation() {
    Relation relation;
    relation.subject = EntityId(below(entities_));
    relation.object = EntityId(below(entities_));
    relation.predicate = below(2) > 0 ? Predicate::consults : Predicate::supports;
    relation.polarity = below(2) > 0 ? Polarity::positive : Polarity::negative;
    relation.modality = all_modalities()[below(modality_count)];
    const Date last(2022, 2, 1 + static_cast<unsigned>(below(9)));
    if (below(2) > 0) relation.date = DateInterval(Date(2022, 1, 9), last);
    if (below(3) == 0) relation.source = EntityId(below(entities_));
    relation.confidence = static_cast<double>(below(5)) / 4;
    for (std::size_t count = below(3); count > 0; --count) relation.evidence.push_back(quote());
    return relation;
  }

  std::mt19937 random_;
  std::size_t documents_ = 0;
  std::size_t entities_ = 0;
};

/// The relations without the ids that they had in the file.
std::vector<Relation> without_ids(RelationList relations) {
  std::vector<Relation> bare(relations.begin(), relations.end());
  for (Relation& relation : bare) relation.attributes.erase("id");
  return bare;
}

}  // namespace

TEST_CASE("a graph that was written is read again as it was") {
  for (unsigned seed = 0; seed < 300; ++seed) {
    const KnowledgeGraph graph = RandomGraph(seed).make();
    const Imported again = import_json(PlainWriter(graph).write());
    REQUIRE(again.rendered.empty());
    REQUIRE(std::ranges::equal(again.graph.documents(), graph.documents()));
    REQUIRE(std::ranges::equal(again.graph.entities(), graph.entities()));
    REQUIRE(without_ids(again.graph.relations()) == without_ids(graph.relations()));
  }
}

TEST_CASE("threads read what one reads, and find the same faults in the same order") {
  std::mt19937 random(7);
  const std::regex id_of_relation("\\{\"id\": \"r[0-9]+\", \"subject\"");
  const std::regex condition_on_relation(", \"condition\": \"r[0-9]+\"");
  for (unsigned seed = 0; seed < 300; ++seed) {
    std::string text = PlainWriter(RandomGraph(seed).make()).write(seed % 2 == 0);
    if (seed % 4 != 0) text = std::regex_replace(text, id_of_relation, "{\"subject\"");
    if (seed % 8 != 1) text = std::regex_replace(text, condition_on_relation, "");
    if (seed % 3 == 0) {
      for (std::size_t faults = random() % 3; faults > 0; --faults)
        text[random() % text.size()] = "x\"{]}, 0\\\xFF"[random() % 10];
    } else if (seed % 3 == 1) {  // nothing that is seen before the relations are in the builder
      text = std::regex_replace(text, std::regex("supports"), "ratifies");
    }
    const Imported alone = import_json(text);
    const Imported together = import_json(text, JsonLimits{.threads = 1 + seed % 5, .bytes_each_part = 1});
    REQUIRE(together.rendered == alone.rendered);
    REQUIRE(std::ranges::equal(together.graph.documents(), alone.graph.documents()));
    REQUIRE(std::ranges::equal(together.graph.entities(), alone.graph.entities()));
    REQUIRE(std::ranges::equal(together.graph.relations(), alone.graph.relations()));
  }
}

TEST_CASE("documents are read one after the other into a builder in the same way by threads") {
  for (unsigned seed = 0; seed < 60; ++seed) {
    const std::regex id_of_relation("\\{\"id\": \"r[0-9]+\", \"subject\"");
    const auto imported = [&](JsonLimits limits) {
      GraphBuilder builder;
      Diagnostics diagnostics;
      for (const char* const letter : {"a", "b", "a"}) {  // the last has keys that are taken
        std::string text = PlainWriter(RandomGraph(seed).make()).write(true);
        text = std::regex_replace(text, id_of_relation, "{\"subject\"");
        text = std::regex_replace(text, std::regex("\"([ed][0-9]+)\""), std::string("\"") + letter + "$1\"");
        make_json_importer(limits)->import({"in.json", text}, builder, diagnostics);
      }
      std::string messages;
      for (const Diagnostic& diagnostic : diagnostics.kept()) messages += diagnostic.message + "\n";
      return std::pair(std::move(builder).build(), messages);
    };
    const auto [alone, messages] = imported({});
    const auto [together, same_messages] = imported(JsonLimits{.threads = 3, .bytes_each_part = 1});
    REQUIRE(messages == same_messages);
    REQUIRE(std::ranges::equal(together.entities(), alone.entities()));
    REQUIRE(std::ranges::equal(together.relations(), alone.relations()));
  }
}

TEST_CASE("relations are parted where one of them begins") {
  std::string relations;
  for (int i = 0; i < 100; ++i) {
    relations += i == 0 ? "" : ",\n";
    relations += R"({"subject":"us","predicate":"recognizes","object":"kosovo","role":"a , {\"subject\" b"})";
  }
  const std::string text = with_relations(relations);
  for (std::size_t count = 0; count < 9; ++count) {
    const auto stretches = parted_relations(text, count);
    REQUIRE(stretches.size() == (count == 0 ? 0 : count - 1));
    for (std::size_t i = 0; i < stretches.size(); ++i) {
      CHECK(text.substr(stretches[i].begin - 2, 12) == ",\n{\"subject\"");
      CHECK(stretches[i].end == (i + 1 < stretches.size() ? stretches[i + 1].begin : text.size()));
    }
  }
  CHECK(parted_relations(with_relations(""), 4).empty());
}

TEST_CASE("a document that is cut off anywhere is reported and unread") {
  const std::string whole = read_file(data_folder / "every_field.json");
  const std::size_t last_brace = whole.rfind('}');
  for (std::size_t length = 0; length <= last_brace; ++length) {
    const Imported result = import_json(whole.substr(0, length));
    REQUIRE(result.diagnostics.error_count() == 1);
    REQUIRE(result.diagnostics.kept()[0].span.end <= length);
    REQUIRE(result.graph.entity_count() == 0);
  }
}

TEST_CASE("damaged documents are read without harm") {
  const std::string whole = read_file(data_folder / "every_field.json");
  constexpr std::string_view bytes = "{}[]\",:\\u0019deltrus-\n\xC3\xFF\0x";
  std::mt19937 random(7);
  std::size_t damaged = 0;
  for (int round = 0; round < 3000; ++round) {
    std::string text = whole;
    for (std::size_t count = 1 + random() % 4; count > 0; --count) {
      text[random() % text.size()] = bytes[random() % bytes.size()];
    }
    const Imported result = import_json(text);
    for (const Diagnostic& diagnostic : result.diagnostics.kept()) {
      REQUIRE(diagnostic.span.begin <= diagnostic.span.end);
      REQUIRE(diagnostic.span.end <= text.size());
    }
    damaged += result.diagnostics.error_count() > 0 ? 1U : 0U;
  }
  CHECK(damaged > 1500);
}

TEST_CASE("the hand-made graphs are read as they are") {
  struct Expected {
    std::string_view path;
    std::size_t entities;
    std::size_t relations;
    std::size_t mentions;
    std::size_t errors;
  };
  constexpr std::array<Expected, 11> all{{
      {"gold/gold_000.json", 93, 236, 185, 0},
      {"gold/gold_002.json", 126, 399, 251, 0},
      {"dev/aceh_case_study.json", 72, 180, 109, 1},
      {"dev/arms_control_explainer.json", 75, 178, 112, 0},
      {"dev/camp_david_history.json", 70, 200, 102, 0},
      {"dev/dayton_overview.json", 87, 169, 156, 0},
      {"dev/korea_summits.json", 85, 191, 132, 0},
      {"dev/kosovo_serbia_report.json", 71, 188, 105, 0},
      {"dev/northern_ireland_memo.json", 86, 179, 143, 0},
      {"dev/south_china_sea_oped.json", 70, 197, 110, 2},
      {"dev/tigray_wire.json", 77, 185, 126, 0},
  }};
  if (!std::filesystem::exists(shared_folder)) return;
  for (const Expected& expected : all) {
    INFO(expected.path);
    const Imported result = import_json(read_file(shared_folder / expected.path));
    CHECK(result.diagnostics.error_count() == expected.errors);
    CHECK(result.diagnostics.kept().size() == expected.errors);
    CHECK(result.graph.document_count() == 1);
    CHECK(result.graph.entity_count() == expected.entities);
    CHECK(result.graph.relation_count() == expected.relations - expected.errors);
    std::size_t mentions = 0;
    for (const Entity& entity : result.graph.entities()) {
      mentions += entity.mentions.size();
      CHECK(entity.attributes.contains("core"));
    }
    CHECK(mentions == expected.mentions);
    for (const RelationView relation : result.graph.relations()) {
      REQUIRE_FALSE(relation.evidence.empty());
      CHECK(relation.evidence[0].document == DocumentId(0));
    }
  }
}
