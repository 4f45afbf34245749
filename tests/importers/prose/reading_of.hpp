// What the reader of prose makes of a text, in words that a test can ask for.
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <entente/importer.hpp>

#include "prose/prose_importer.hpp"

namespace entente::test {

/// A text that was read. Entities are named by their canonical name or any alias.
class Reading {
 public:
  /// Reads the text as written on that day (ISO 8601), if one is given.
  explicit Reading(const std::string& text, const std::string& date = {}) {
    GraphBuilder builder;
    make_prose_importer()->import({"text.txt", date.empty() ? text : "Date: " + date + "\n\n" + text}, builder,
                                  diagnostics_);
    graph_ = std::move(builder).build();
  }

  [[nodiscard]] const KnowledgeGraph& graph() const { return graph_; }
  [[nodiscard]] const Diagnostics& diagnostics() const { return diagnostics_; }

  /// The entity that bears the name, or null.
  [[nodiscard]] const Entity* entity(std::string_view name) const {
    for (const Entity& it : graph_.entities()) {
      if (it.name == name) return &it;
    }
    for (const Entity& it : graph_.entities()) {
      if (std::ranges::find(it.aliases, name) != it.aliases.end()) return &it;
    }
    return nullptr;
  }
  [[nodiscard]] bool has_entity(std::string_view type, std::string_view name) const {
    const Entity* found = entity(name);
    return found != nullptr && entente::name(found->type) == type;
  }

  /// Whether the text means the entity by exactly these words somewhere.
  [[nodiscard]] bool means(std::string_view words, std::string_view name) const {
    const Entity* found = entity(name);
    return found != nullptr && std::ranges::any_of(found->mentions, [&](const Mention& m) { return m.text == words; });
  }

  /// The relation between the two, or nothing; a symmetric one from either end.
  [[nodiscard]] std::optional<RelationView> relation(std::string_view subject, std::string_view predicate,
                                                     std::string_view object) const {
    for (const RelationView it : graph_.relations()) {
      if (entente::name(it.predicate) != predicate) continue;
      if (joins(it, subject, object) || (is_symmetric(it.predicate) && joins(it, object, subject))) return it;
    }
    return std::nullopt;
  }
  [[nodiscard]] bool has_relation(std::string_view subject, std::string_view predicate, std::string_view object) const {
    return relation(subject, predicate, object).has_value();
  }

  /// The mood of the relation as "positive actual", "negative planned"; "absent" if there is no such relation.
  [[nodiscard]] std::string mood(std::string_view subject, std::string_view predicate, std::string_view object) const {
    const auto found = relation(subject, predicate, object);
    if (!found) return "absent";
    return std::string(entente::name(found->polarity)) + ' ' + std::string(entente::name(found->modality));
  }
  /// The date of the relation in ISO 8601; empty without a date or relation.
  [[nodiscard]] std::string date(std::string_view subject, std::string_view predicate, std::string_view object) const {
    const auto found = relation(subject, predicate, object);
    return found && found->date ? found->date->to_string() : std::string();
  }
  /// The name of whoever says so; empty without a source or relation.
  [[nodiscard]] std::string source(std::string_view subject, std::string_view predicate,
                                   std::string_view object) const {
    const auto found = relation(subject, predicate, object);
    return found && found->source ? graph_.entity(*found->source).name : std::string();
  }
  /// The office that the person holds there; empty if none.
  [[nodiscard]] std::string office(std::string_view person, std::string_view body) const {
    const auto found = relation(person, "holdsOffice", body);
    return found ? std::string(found->role) : std::string();
  }

  /// How many entities are of the type.
  [[nodiscard]] std::size_t count(EntityType type) const {
    return static_cast<std::size_t>(std::ranges::count(graph_.entities(), type, &Entity::type));
  }

 private:
  [[nodiscard]] bool joins(const RelationView& it, std::string_view subject, std::string_view object) const {
    return is(it.subject, subject) && is(it.object, object);
  }
  [[nodiscard]] bool is(EntityId id, std::string_view name) const { return entity(name) == &graph_.entity(id); }

  KnowledgeGraph graph_;
  Diagnostics diagnostics_;
};

}  // namespace entente::test
