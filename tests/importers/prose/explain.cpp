#include <entente/explain.hpp>

#include <algorithm>
#include <filesystem>
#include <set>
#include <tuple>

#include <catch2/catch.hpp>

#include <entente/files.hpp>

namespace {

using namespace entente;

Explanation explained(std::string text) {
  Diagnostics diagnostics;
  Explanation explanation = explain_prose({"memo.txt", std::move(text)}, diagnostics);
  CHECK(diagnostics.kept().empty());
  return explanation;
}

std::vector<RawDocument> sample_documents() {
  std::vector<RawDocument> documents;
  for (const auto& entry : std::filesystem::directory_iterator(ENTENTE_SOURCE_DIR "/samples/documents")) {
    documents.push_back({entry.path().string(), read_file(entry.path())});
  }
  REQUIRE(documents.size() > 3);
  return documents;
}

const std::string memo =
    "Home | News | About\n\n"
    "By Anna Lind\n\n"
    "HELSINKI, 4 May 2015 - On Monday, Finland and Estonia signed a ferry agreement.\n"
    "Estonian Foreign Minister Keit Pentus said that Sweden had refused to ratify it.\n";

}  // namespace

TEST_CASE("what is set aside is explained with its line, kind and reason") {
  const Explanation explanation = explained(memo);
  REQUIRE(explanation.blocks.size() == 4);
  CHECK(explanation.blocks[0].kind == "navigation");
  CHECK_FALSE(explanation.blocks[0].reason.empty());
  CHECK(explanation.blocks[1].kind == "byline");
  CHECK(explanation.blocks[1].line == 3);
  CHECK(explanation.blocks[2].kind == "dateline");
  CHECK(explanation.blocks[3].kind == "body");
  CHECK(explanation.blocks[3].reason.empty());
  CHECK(explanation.blocks[3].date == "2015-05-04");
  CHECK(explanation.author == "Anna Lind");
  CHECK(explanation.date == "2015-05-04");
}

TEST_CASE("a sentence is explained by its words, names, times and relations") {
  const Explanation explanation = explained(memo);
  REQUIRE(explanation.sentences.size() == 2);
  const Explanation::Sentence& sentence = explanation.sentences[0];
  CHECK(sentence.text == "On Monday, Finland and Estonia signed a ferry agreement.");
  CHECK(sentence.line == 5);

  const auto finland = std::ranges::find(sentence.words, "Finland", &Explanation::Word::text);
  REQUIRE(finland != sentence.words.end());
  CHECK(finland->relation == "nsubj");
  CHECK(finland->type == "State");
  CHECK(finland->by_name);
  REQUIRE(finland->head > 0);
  CHECK(sentence.words[finland->head - 1].lemma == "sign");

  REQUIRE(sentence.names.size() == 2);
  CHECK(sentence.names[1].entry == "Estonia");
  CHECK(sentence.names[1].form == "full");
  REQUIRE(sentence.times.size() == 1);
  CHECK(sentence.times[0].text == "Monday");
  CHECK(sentence.times[0].interval == "2015-05-04");

  const auto relation = std::ranges::find(sentence.relations, "agreesWith", &Explanation::Relation::predicate);
  REQUIRE(relation != sentence.relations.end());
  CHECK(relation->subject == "Finland");
  CHECK(relation->object == "Estonia");
  CHECK(relation->rule == "verb:sign");
}

TEST_CASE("a predicate is explained by mood, source, ends and the rows that have it") {
  const Explanation explanation = explained(memo);
  const auto& predicates = explanation.sentences.back().predicates;
  const auto refuse = std::ranges::find(predicates, "refuse", &Explanation::Predicate::lemma);
  REQUIRE(refuse != predicates.end());
  CHECK(refuse->source == "Keit Pentus");
  CHECK(refuse->who == std::vector<std::string>{"Sweden"});
  CHECK(refuse->rows == std::vector<std::string>{"attitude: refuses", "rejects: subj → obj", "rejects: subj → owner"});
  const auto ratify = std::ranges::find(predicates, "ratify", &Explanation::Predicate::lemma);
  REQUIRE(ratify != predicates.end());
  CHECK(ratify->polarity == "negative");
  CHECK(ratify->modality == "actual");
}

TEST_CASE("a subject that means nobody known stands in parentheses") {
  const Explanation explanation = explained("Several observers criticised Finland.");
  REQUIRE(explanation.sentences.size() == 1);
  REQUIRE(explanation.sentences[0].predicates.size() == 1);
  CHECK(explanation.sentences[0].predicates[0].who == std::vector<std::string>{"(observers)"});
  CHECK(explanation.sentences[0].predicates[0].whom == std::vector<std::string>{"Finland"});
  CHECK(explanation.sentences[0].relations.empty());
}

TEST_CASE("headings are not parsed, and their names are explained all the same") {
  const Explanation explanation = explained("Finland and Sweden\n\nFinland recognized Estonia.\n");
  const Explanation::Sentence& heading = explanation.sentences.front();
  REQUIRE(heading.heading);
  CHECK(heading.names.size() == 2);
  CHECK(heading.predicates.empty());
  for (const Explanation::Word& word : heading.words) {
    CHECK(word.head == 0);
    CHECK(word.relation.empty());
  }
}

TEST_CASE("a document that cannot be read is explained by nothing and reported") {
  for (const std::string text : {"", " \n", "Finland \xFF"}) {
    Diagnostics diagnostics;
    CHECK(explain_prose({"memo.txt", text}, diagnostics).sentences.empty());
    CHECK(diagnostics.error_count() == 1);
  }
}

TEST_CASE("sentences begin and end on the lines that are told, whatever ends the lines") {
  for (const std::string end : {"\n", "\r\n"}) {
    const Explanation explanation = explained(
        "\xEF\xBB\xBF"
        "A memo" +
        end + end + "The ministers of Finland and Sweden met on Monday. They agreed that" + end +
        "Norway should join the talks in Stockholm." + end);
    REQUIRE(explanation.sentences.size() == 3);
    CHECK(explanation.sentences[0].line == 1);
    CHECK(explanation.sentences[1].line == 3);
    CHECK(explanation.sentences[1].last_line == 3);
    CHECK(explanation.sentences[2].line == 3);
    CHECK(explanation.sentences[2].last_line == 4);
  }
}

TEST_CASE("heads of words form trees") {
  for (const RawDocument& document : sample_documents()) {
    for (const Explanation::Sentence& sentence : explained(document.bytes).sentences) {
      for (const Explanation::Word& word : sentence.words) {
        REQUIRE(word.head <= sentence.words.size());
        CHECK(word.depth == (word.head == 0 ? 0 : sentence.words[word.head - 1].depth + 1));
      }
    }
  }
}

TEST_CASE("every relation that is imported is explained") {
  using Key = std::tuple<std::string, std::string, std::string, std::string>;
  for (const RawDocument& document : sample_documents()) {
    std::set<Key> told;
    for (const Explanation::Sentence& sentence : explained(document.bytes).sentences) {
      for (const Explanation::Relation& it : sentence.relations) {
        told.insert({it.predicate, it.polarity, it.modality, it.date});
      }
    }
    GraphBuilder builder;
    Diagnostics diagnostics;
    builtin_importers().named("prose")->import(document, builder, diagnostics);
    const KnowledgeGraph graph = std::move(builder).build();
    CHECK(graph.relation_count() > 0);
    for (const RelationView it : graph.relations()) {
      const Key key{name(it.predicate), name(it.polarity), name(it.modality), it.date ? it.date->to_string() : ""};
      CHECK(told.contains(key));
    }
  }
}
