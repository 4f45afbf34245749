// Building a graph fact by fact, and merging graphs.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <entente/knowledge_graph.hpp>
#include <entente/relation_batch.hpp>

namespace entente {

/// Why a fact was not taken.
enum class FactProblem {
  duplicate_key,  ///< another document or entity has that key
  subject_not_in_domain,
  object_not_in_range,
  unknown_id,  ///< subject, object, source, condition or quoted document is not in the builder
  confidence_out_of_range,
};

/// A relation of a batch that was not taken, and why.
struct RefusedRelation {
  std::size_t batch = 0;
  std::size_t place = 0;  ///< in the batch
  FactProblem problem = FactProblem::unknown_id;
  EntityId subject{0};
  Predicate predicate = Predicate::concerns;
  EntityId object{0};
  friend bool operator==(const RefusedRelation&, const RefusedRelation&) = default;
};

/// Collects documents, entities and relations, checks them, and freezes them into a `KnowledgeGraph`.
///
///     GraphBuilder builder;
///     EntityId kosovo = *builder.add(Entity{.key = "kosovo", .type = EntityType::territory, .name = "Kosovo"});
///
/// A fact that is not taken leaves the builder as it was; `last_problem()` tells why.
class GraphBuilder {
 public:
  GraphBuilder();
  GraphBuilder(GraphBuilder&&) noexcept;
  GraphBuilder& operator=(GraphBuilder&&) noexcept;
  ~GraphBuilder();

  /// Adds a document or an entity. An empty key is replaced by one made from the name or title, unique in the graph.
  /// Aliases that repeat the name or each other are dropped.
  std::optional<DocumentId> add(Document);
  std::optional<EntityId> add(Entity);

  /// Adds a relation, or adds its evidence to the one that says the same: one relation is kept for each distinct
  /// subject, predicate, object, polarity, modality, date and source. Ends of symmetric predicates are put in order.
  /// The higher confidence and the first role, rule and condition are kept. Checks the predicate's domain and range.
  std::optional<RelationId> add(const Relation&);
  /// The same for a relation whose texts are elsewhere, but not in this builder; copies them.
  std::optional<RelationId> add(const RelationView&);

  /// Adds all relations of the batches as if one after the other, but faster when they are many, and on so many threads
  /// (0: one for each core). Conditions can only be on relations that the builder had before. Gives those that it did
  /// not take, in their order. O(relations).
  std::vector<RefusedRelation> add(std::vector<RelationBatch>, std::size_t threads = 1);

  /// Makes room for so many more entities and relations at once.
  void reserve(std::size_t entities, std::size_t relations);

  /// Why the last `add` of one fact gave nothing.
  [[nodiscard]] FactProblem last_problem() const;

  [[nodiscard]] std::size_t document_count() const;
  [[nodiscard]] std::size_t entity_count() const;
  [[nodiscard]] std::size_t relation_count() const;
  [[nodiscard]] const Document& document(DocumentId) const;
  [[nodiscard]] const Entity& entity(EntityId) const;
  [[nodiscard]] RelationView relation(RelationId) const;  ///< holds until the builder changes
  [[nodiscard]] std::optional<EntityId> entity_with_key(std::string_view key) const;
  [[nodiscard]] std::optional<DocumentId> document_with_key(std::string_view key) const;

  /// Adds a mention or an alias to an entity; one that is there already is not added twice.
  void add_mention(EntityId, Mention);
  void add_alias(EntityId, std::string);
  /// Lets a relation depend on an event, provision or relation of this builder.
  void set_condition(RelationId, std::variant<std::monostate, EntityId, RelationId>);
  /// Keeps a field beside documents, entities and relations, its value as JSON text.
  void set_attribute(std::string name, std::string json_value);

  /// The frozen graph: the same facts in the same order. Of many relations it is made on so many threads (0: one for
  /// each core). O(n log n).
  [[nodiscard]] KnowledgeGraph build(std::size_t threads = 0) &&;

 private:
  struct State;
  class BatchAddition;
  std::unique_ptr<State> state_;
};

/// One graph with the facts of all. The result does not depend on the order of the graphs, and entities of one graph
/// stay apart: merging a graph with itself gives that graph.
///
/// Documents with equal key and content are one. Entities of one type are one if they share an identifier, or a proper
/// name or alias (folded as `fold_name` does) that fits nobody else in the graphs, and neither an identifier nor a
/// number in the name of a text or event contradicts it; a canonical name is tried before an alias. A person known by
/// one word joins the only person with that last name. Proposals, provisions and events, and whatever has no proper
/// name ("the rebels", "Article 4"), are joined only when key and name agree, and, if the key was made from the name, a
/// document as well; a proper name with a year ("2008 Bucharest Summit") will also do. Keys that collide otherwise get
/// a suffix. Of fields that differ the first is kept, in an order that the contents of the graphs decide. O(n log n).
KnowledgeGraph merge(std::span<const KnowledgeGraph> graphs);

}  // namespace entente
