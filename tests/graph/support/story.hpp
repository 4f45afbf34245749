// Small graphs told statement by statement.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <entente/graph_builder.hpp>

namespace entente::testing {

/// Builds a graph whose entities are found by their keys.
///
///     Story story;
///     story.add(EntityType::state, "russia");
///     RelationId id = story.says({.sentence = "one"}, "russia", Predicate::proposes, "treaty");
class Story {
 public:
  struct Circumstances {
    Modality modality = Modality::actual;
    Polarity polarity = Polarity::positive;
    std::string source{};
    std::string date{};
    std::string sentence{};
    std::string role{};
    std::string condition{};  ///< the key of an entity
  };

  Story() { builder_.add(Document{.key = "d"}); }

  void add(EntityType type, const std::string& key) { builder_.add(Entity{.key = key, .type = type, .name = key}); }

  RelationId says(const Circumstances& how, const std::string& subject, Predicate predicate,
                  const std::string& object) {
    Relation relation{.subject = id(subject), .predicate = predicate, .object = id(object)};
    relation.polarity = how.polarity;
    relation.modality = how.modality;
    if (!how.source.empty()) relation.source = id(how.source);
    relation.date = DateInterval::parse(how.date);
    relation.role = how.role;
    if (!how.condition.empty()) relation.condition = id(how.condition);
    if (!how.sentence.empty()) relation.evidence.push_back({DocumentId(0), {}, how.sentence});
    return builder_.add(relation).value();
  }
  RelationId says(const std::string& subject, Predicate predicate, const std::string& object) {
    return says({}, subject, predicate, object);
  }

  [[nodiscard]] EntityId id(const std::string& key) const { return builder_.entity_with_key(key).value(); }
  GraphBuilder& builder() { return builder_; }
  KnowledgeGraph graph() { return std::move(builder_).build(); }

 private:
  GraphBuilder builder_;
};

}  // namespace entente::testing
