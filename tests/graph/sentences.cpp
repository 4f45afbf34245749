#include <entente/sentences.hpp>

#include <algorithm>
#include <utility>

#include <catch2/catch.hpp>

#include <entente/graph_builder.hpp>

#include "support/random_graph.hpp"

using namespace entente;
using namespace entente::testing;

namespace {

/// Statements about two states, one for each list of quotations.
class Quoted {
 public:
  Quoted() {
    for (const char* key : {"first", "second"}) builder_.add(Document{.key = key});
    for (const char* key : {"albania", "belarus"}) builder_.add(Entity{.key = key, .type = EntityType::state});
  }
  void add(std::vector<Evidence> evidence) {
    const auto predicate = all_predicates()[static_cast<std::size_t>(Predicate::supports) + count_++];
    builder_.add(Relation{.subject = EntityId(0), .predicate = predicate, .object = EntityId(1), .evidence = evidence});
  }
  static Evidence at(std::uint32_t begin, std::string text, std::size_t document = 0) {
    const auto end = begin + static_cast<std::uint32_t>(text.size());
    return {DocumentId(document), Span{begin, end}, std::move(text)};
  }
  static Evidence somewhere(std::string text, std::size_t document = 0) {
    return {DocumentId(document), {}, std::move(text)};
  }
  KnowledgeGraph graph() { return std::move(builder_).build(); }

 private:
  GraphBuilder builder_;
  std::size_t count_ = 0;
};

using Carried = std::vector<std::vector<std::size_t>>;

/// The indexes of the relations that each sentence carries.
Carried carried(const KnowledgeGraph& graph) {
  Carried result;
  for (const Sentence& sentence : sentences_of(graph).all) {
    result.emplace_back();
    for (const RelationId id : sentence.relations) result.back().push_back(id.index());
  }
  return result;
}

}  // namespace

TEST_CASE("Quotations whose places overlap are one sentence, and those that only touch are two") {
  Quoted quoted;
  quoted.add({Quoted::at(0, "Russia left")});
  quoted.add({Quoted::at(7, "left the treaty.")});
  quoted.add({Quoted::at(23, "So did others.")});
  quoted.add({Quoted::at(0, "Russia left", 1)});
  const KnowledgeGraph graph = quoted.graph();
  CHECK(carried(graph) == Carried{{0, 1}, {2}, {3}});
  CHECK(sentences_of(graph).all.front().text == "left the treaty.");
}

TEST_CASE("Without a place, words within the only longer quotation belong to it, whatever the punctuation") {
  Quoted quoted;
  quoted.add({Quoted::somewhere("once elections take place, control returns")});
  quoted.add({Quoted::somewhere("Elections take place;")});
  quoted.add({Quoted::somewhere("elections take")});
  quoted.add({Quoted::somewhere("lections take place")});
  quoted.add({Quoted::somewhere("elections take place", 1)});
  CHECK(carried(quoted.graph()) == Carried{{0, 1, 2}, {3}, {4}});
}

TEST_CASE("Words that stand in several sentences belong to none of them") {
  Quoted quoted;
  quoted.add({Quoted::at(0, "Russia left the treaty.")});
  quoted.add({Quoted::at(50, "Russia left the room.")});
  quoted.add({Quoted::somewhere("Russia left")});
  CHECK(carried(quoted.graph()) == Carried{{0}, {1}, {2}});
}

TEST_CASE("A relation may rest on several sentences, or on none that is known") {
  Quoted quoted;
  quoted.add({Quoted::at(0, "It left."), Quoted::at(10, "It went away.")});
  quoted.add({});
  quoted.add({Quoted::at(10, "It went away.")});
  const KnowledgeGraph graph = quoted.graph();
  const Sentences sentences = sentences_of(graph);
  CHECK(carried(graph) == Carried{{0}, {0, 2}, {1}});
  CHECK(sentences.of == Carried{{0, 1}, {2}, {1}});
  CHECK(sentences.all[2].text.empty());
}

TEST_CASE("Every relation rests on sentences, and both directions of the index agree") {
  Dice dice(11);
  for (int round = 0; round < 500; ++round) {
    const KnowledgeGraph graph = random_story(dice, 12);
    const Sentences sentences = sentences_of(graph);
    REQUIRE(sentences.of.size() == graph.relation_count());
    for (std::size_t i = 0; i < sentences.of.size(); ++i) {
      REQUIRE_FALSE(sentences.of[i].empty());
      for (const std::size_t sentence : sentences.of[i]) {
        const auto& relations = sentences.all[sentence].relations;
        REQUIRE(std::count(relations.begin(), relations.end(), RelationId(i)) == 1);
      }
    }
    for (const Sentence& sentence : sentences.all) {
      REQUIRE(std::is_sorted(sentence.relations.begin(), sentence.relations.end()));
      for (const RelationId id : sentence.relations) {
        const EvidenceView evidence = graph.relation(id).evidence;
        const auto is_from_here = [&](const QuoteView& quote) { return quote.document == sentence.document; };
        REQUIRE((evidence.empty() || std::any_of(evidence.begin(), evidence.end(), is_from_here)));
      }
    }
  }
}

TEST_CASE("Overlapping quotations with places are always in one sentence") {
  Dice dice(12);
  for (int round = 0; round < 300; ++round) {
    const KnowledgeGraph graph = random_story(dice, 10);
    const Sentences sentences = sentences_of(graph);
    for (std::size_t i = 0; i < graph.relation_count(); ++i) {
      for (std::size_t j = 0; j < graph.relation_count(); ++j) {
        for (const QuoteView& a : graph.relation(RelationId(i)).evidence) {
          for (const QuoteView& b : graph.relation(RelationId(j)).evidence) {
            if (!a.span || !b.span || a.document != b.document) continue;
            if (a.span->end <= b.span->begin || b.span->end <= a.span->begin) continue;
            std::vector<std::size_t> shared;
            std::set_intersection(sentences.of[i].begin(), sentences.of[i].end(), sentences.of[j].begin(),
                                  sentences.of[j].end(), std::back_inserter(shared));
            REQUIRE_FALSE(shared.empty());
          }
        }
      }
    }
  }
}

TEST_CASE("A document that copies another is no independent one") {
  Quoted quoted;
  quoted.add({Quoted::somewhere("Russia left.", 0), Quoted::somewhere("It was Russia that left.", 0)});
  quoted.add({Quoted::somewhere("Russia left.", 0), Quoted::somewhere("It was Russia that left.", 1)});
  quoted.add({Quoted::somewhere("Russia left.", 0), Quoted::somewhere("russia left", 1)});
  quoted.add({});
  const KnowledgeGraph graph = quoted.graph();
  CHECK(independent_documents(graph, RelationId(0)) == 1);
  CHECK(independent_documents(graph, RelationId(1)) == 2);
  CHECK(independent_documents(graph, RelationId(2)) == 1);
  CHECK(independent_documents(graph, RelationId(3)) == 0);
}
