#include <entente/graph_builder.hpp>

#include <algorithm>
#include <cassert>
#include <set>
#include <unordered_map>
#include <utility>

#include "key_register.hpp"
#include "knowledge_graph_data.hpp"
#include "large_arrays.hpp"
#include "ordered_blocks.hpp"
#include "relation_store.hpp"
#include "repeated_statements.hpp"
#include "statement_index.hpp"

namespace entente {
namespace {

constexpr std::size_t few_relations = 100'000;  // which one thread freezes as soon as several do

// Lists without repetitions, one for each owner. A short list is searched; of a long one a sorted copy is kept.
template <class Item>
class UniqueLists {
 public:
  void add(std::size_t owner, std::vector<Item>& list, Item item) {
    if (list.size() < longest_searched) {
      if (std::find(list.begin(), list.end(), item) != list.end()) return;
    } else {
      auto [known, is_new] = long_lists_.try_emplace(owner);
      if (is_new) known->second.insert(list.begin(), list.end());
      if (!known->second.insert(item).second) return;
    }
    list.push_back(std::move(item));
  }

  // Drops the repetitions of a list that just came in.
  void tidy(std::size_t owner, std::vector<Item>& list) {
    if (list.size() < 2) return;
    for (Item& item : std::exchange(list, {})) add(owner, list, std::move(item));
  }

 private:
  static constexpr std::size_t longest_searched = 16;
  std::unordered_map<std::size_t, std::set<Item>> long_lists_;
};

}  // namespace

struct GraphBuilder::State {
  std::vector<Document> documents;
  std::vector<Entity> entities;
  std::vector<EntityType> types;  // of the entities, close together
  RelationStore relations;
  Attributes attributes;
  KeyRegister document_keys;
  KeyRegister entity_keys;
  StatementIndex statements;
  UniqueLists<Mention> mentions;
  UniqueLists<std::string> aliases;
  std::vector<QuoteView> evidence;  // of the relation that is being added
  FactProblem last_problem = FactProblem::duplicate_key;

  [[nodiscard]] bool knows(DocumentId id) const { return id.index() < documents.size(); }
  [[nodiscard]] bool knows(EntityId id) const { return id.index() < entities.size(); }
  [[nodiscard]] bool knows(RelationId id) const { return id.index() < relations.size(); }
  [[nodiscard]] bool knows(std::monostate) const { return true; }

  template <class Quotes>
  [[nodiscard]] bool knows_documents_of(const Quotes& quotes) const {
    return std::all_of(quotes.begin(), quotes.end(),
                       [this](const auto& quote) { return !quote.document || knows(*quote.document); });
  }

  [[nodiscard]] std::optional<FactProblem> problem_of(const RelationView&) const;
  [[nodiscard]] bool stands_in_order(const RelationView&) const;
  void add_to(RelationId, const RelationView& repeated);

  template <class ItemId>
  std::optional<ItemId> refuse(FactProblem problem) {
    last_problem = problem;
    return std::nullopt;
  }
};

std::optional<FactProblem> GraphBuilder::State::problem_of(const RelationView& relation) const {
  const bool all_known =
      knows(relation.subject) && knows(relation.object) && (!relation.source || knows(*relation.source)) &&
      std::visit([this](auto id) { return knows(id); }, relation.condition) && knows_documents_of(relation.evidence);
  if (!all_known) return FactProblem::unknown_id;
  if (!in_domain(relation.predicate, types[relation.subject.index()])) return FactProblem::subject_not_in_domain;
  if (!in_range(relation.predicate, types[relation.object.index()])) return FactProblem::object_not_in_range;
  if (!(relation.confidence >= 0.0 && relation.confidence <= 1.0)) return FactProblem::confidence_out_of_range;
  return std::nullopt;
}

// By key and not by id, so that the order in which entities were added does not show.
bool GraphBuilder::State::stands_in_order(const RelationView& relation) const {
  return !is_symmetric(relation.predicate) ||
         entities[relation.subject.index()].key <= entities[relation.object.index()].key;
}

void GraphBuilder::State::add_to(RelationId id, const RelationView& repeated) {
  const RelationView kept = relations[id];
  relations.set_confidence(id, std::max(kept.confidence, repeated.confidence));
  if (kept.condition.index() == 0) relations.set_condition(id, repeated.condition);
  relations.add_remarks(id, repeated.role, repeated.rule, repeated.attributes);
  for (const QuoteView& quote : repeated.evidence) relations.add_evidence(id, quote);
}

/// The way of batches into a builder. Positions count the relations that it had before and then those of the batches.
class GraphBuilder::BatchAddition {
 public:
  BatchAddition(State& state, std::span<RelationStore* const> batches, std::size_t threads)
      : state_(state), batches_(batches), threads_(threads) {
    starts_.push_back(state.relations.size());
    for (const RelationStore* const batch : batches) starts_.push_back(starts_.back() + batch->size());
  }

  std::vector<RefusedRelation> run() {
    prepare();
    const std::vector<Repetition> repeated = repeated_statements(
        statements_, [this](auto a, auto b) { return same_statement(statement_at(a), statement_at(b)); }, threads_);
    statements_ = {};
    std::vector<RefusedRelation> refused;
    for (const auto& of_block : refused_) refused.insert(refused.end(), of_block.begin(), of_block.end());
    const std::vector<std::uint32_t> left_out = places_of(repeated, refused);
    RelationStore repetitions;
    for (const Repetition& repetition : repeated) {
      const auto [batch, place] = home_of(repetition.position);
      const RelationView relation = (*batches_[batch])[RelationId{place}];
      repetitions.push_back(RelationStore::statement(relation), relation);
    }
    state_.relations.append(batches_, left_out, threads_);
    for (std::size_t i = 0; i < repeated.size(); ++i) {
      std::size_t first = repeated[i].first;
      if (first > starts_[0]) {
        const auto kept_from = std::lower_bound(left_out.begin(), left_out.end(), first - starts_[0]);
        first -= static_cast<std::size_t>(kept_from - left_out.begin());
      }
      state_.add_to(RelationId{first}, repetitions[RelationId{i}]);
    }
    return refused;
  }

 private:
  // Checks relations, puts their ends in order and hashes them, in blocks.
  void prepare() {
    constexpr std::size_t each = std::size_t{1} << 14U;
    statements_.resize(starts_.back());
    refused_.resize((starts_.back() + each - 1) / each);
    in_separate_blocks(refused_.size(), threads_, [this, each](std::size_t block) {
      const std::size_t end = std::min((block + 1) * each, starts_.back());
      for (std::size_t position = block * each; position < end; ++position) {
        statements_[position] = position < starts_[0] ? hashed(position) : prepared(position, refused_[block]);
      }
    });
  }

  [[nodiscard]] HashedStatement hashed(std::size_t position) const {
    return {hash_of_statement(statement_at(position)), static_cast<std::uint32_t>(position)};
  }

  HashedStatement prepared(std::size_t position, std::vector<RefusedRelation>& refused) {
    const auto [number, place] = home_of(position);
    RelationStore& batch = *batches_[number];
    const RelationView relation = batch[RelationId{place}];
    if (const auto problem = state_.problem_of(relation)) {
      refused.push_back({number, place, *problem, relation.subject, relation.predicate, relation.object});
      return {};
    }
    if (!state_.stands_in_order(relation)) batch.turn_round(RelationId{place});
    return hashed(position);
  }

  // The number of the batch that a position is in, and the place there.
  [[nodiscard]] std::pair<std::size_t, std::size_t> home_of(std::size_t position) const {
    const auto after = std::upper_bound(starts_.begin(), starts_.end(), position);
    return {static_cast<std::size_t>(after - starts_.begin()) - 1, position - after[-1]};
  }

  [[nodiscard]] const PackedRelation& statement_at(std::size_t position) const {
    if (position < starts_[0]) return state_.relations.packed()[position];
    const auto [batch, place] = home_of(position);
    return batches_[batch]->packed()[place];
  }

  // Counted through the batches, in ascending order.
  [[nodiscard]] std::vector<std::uint32_t> places_of(std::span<const Repetition> repeated,
                                                     std::span<const RefusedRelation> refused) const {
    std::vector<std::uint32_t> places;
    for (const RefusedRelation& relation : refused) {
      places.push_back(static_cast<std::uint32_t>(starts_[relation.batch] + relation.place - starts_[0]));
    }
    for (const Repetition& repetition : repeated) {
      places.push_back(static_cast<std::uint32_t>(repetition.position - starts_[0]));
    }
    std::sort(places.begin(), places.end());
    return places;
  }

  State& state_;
  std::span<RelationStore* const> batches_;
  std::size_t threads_;
  std::vector<std::size_t> starts_;  // the position of the first relation of each batch, and that behind the last
  UnsetVector<HashedStatement> statements_;
  std::vector<std::vector<RefusedRelation>> refused_;  // of each block
};

GraphBuilder::GraphBuilder() : state_(std::make_unique<State>()) {}
GraphBuilder::GraphBuilder(GraphBuilder&&) noexcept = default;
GraphBuilder& GraphBuilder::operator=(GraphBuilder&&) noexcept = default;
GraphBuilder::~GraphBuilder() = default;

std::optional<DocumentId> GraphBuilder::add(Document document) {
  const std::size_t position = state_->documents.size();
  if (document.key.empty()) document.key = state_->document_keys.unused(key_from(document.title, "document"));
  if (!state_->document_keys.add(document.key, position)) return state_->refuse<DocumentId>(FactProblem::duplicate_key);
  state_->documents.push_back(std::move(document));
  return DocumentId{position};
}

std::optional<EntityId> GraphBuilder::add(Entity entity) {
  if (!state_->knows_documents_of(entity.mentions)) return state_->refuse<EntityId>(FactProblem::unknown_id);
  const std::size_t position = state_->entities.size();
  if (entity.key.empty()) entity.key = state_->entity_keys.unused(key_from(entity.name, name(entity.type)));
  if (!state_->entity_keys.add(entity.key, position)) return state_->refuse<EntityId>(FactProblem::duplicate_key);
  std::erase_if(entity.aliases, [&](const std::string& alias) { return alias.empty() || alias == entity.name; });
  state_->aliases.tidy(position, entity.aliases);
  state_->mentions.tidy(position, entity.mentions);
  state_->types.push_back(entity.type);
  state_->entities.push_back(std::move(entity));
  return EntityId{position};
}

std::optional<RelationId> GraphBuilder::add(const Relation& relation) {
  state_->evidence.clear();
  for (const Evidence& evidence : relation.evidence) state_->evidence.push_back(view_of(evidence));
  return add(RelationView{relation.subject, relation.predicate, relation.object, relation.polarity, relation.modality,
                          relation.date, relation.source, relation.role, relation.condition, relation.confidence,
                          relation.rule, state_->evidence, relation.attributes});
}

std::optional<RelationId> GraphBuilder::add(const RelationView& relation) {
  if (auto problem = state_->problem_of(relation)) return state_->refuse<RelationId>(*problem);
  PackedRelation statement = RelationStore::statement(relation);
  if (!state_->stands_in_order(relation)) std::swap(statement.subject, statement.object);
  if (auto known = state_->statements.find(state_->relations.packed(), statement)) {
    state_->add_to(*known, relation);
    return known;
  }
  state_->relations.push_back(statement, relation);
  return RelationId{state_->relations.size() - 1};
}

std::vector<RefusedRelation> GraphBuilder::add(std::vector<RelationBatch> batches, std::size_t threads) {
  std::vector<RelationStore*> stores;
  std::size_t count = 0;
  for (const RelationBatch& batch : batches) {
    stores.push_back(batch.relations_.get());
    count += batch.size();
  }
  // All statements are looked at, the old ones too: that is too much for a few new ones.
  if (count >= state_->relations.size()) return BatchAddition(*state_, stores, threads).run();
  std::vector<RefusedRelation> refused;
  for (std::size_t batch = 0; batch < stores.size(); ++batch) {
    for (std::size_t place = 0; place < stores[batch]->size(); ++place) {
      const RelationView relation = (*stores[batch])[RelationId{place}];
      if (add(relation)) continue;
      refused.push_back({batch, place, state_->last_problem, relation.subject, relation.predicate, relation.object});
    }
  }
  return refused;
}

void GraphBuilder::reserve(std::size_t entities, std::size_t relations) {
  make_room(state_->entities, entities);
  make_room(state_->types, entities);
  if (entities > state_->entities.size()) state_->entity_keys.reserve(state_->entities.size() + entities);
  state_->relations.reserve(relations);
  state_->statements.reserve(state_->relations.size() + relations);
}

FactProblem GraphBuilder::last_problem() const {
  return state_->last_problem;
}

std::size_t GraphBuilder::document_count() const {
  return state_->documents.size();
}
std::size_t GraphBuilder::entity_count() const {
  return state_->entities.size();
}
std::size_t GraphBuilder::relation_count() const {
  return state_->relations.size();
}
const Document& GraphBuilder::document(DocumentId id) const {
  return state_->documents[id.index()];
}
const Entity& GraphBuilder::entity(EntityId id) const {
  return state_->entities[id.index()];
}
RelationView GraphBuilder::relation(RelationId id) const {
  return state_->relations[id];
}

std::optional<EntityId> GraphBuilder::entity_with_key(std::string_view key) const {
  auto position = state_->entity_keys.find(key);
  return position ? std::optional(EntityId{*position}) : std::nullopt;
}

std::optional<DocumentId> GraphBuilder::document_with_key(std::string_view key) const {
  auto position = state_->document_keys.find(key);
  return position ? std::optional(DocumentId{*position}) : std::nullopt;
}

void GraphBuilder::add_mention(EntityId id, Mention mention) {
  assert(state_->knows(id) && (!mention.document || state_->knows(*mention.document)));
  state_->mentions.add(id.index(), state_->entities[id.index()].mentions, std::move(mention));
}

void GraphBuilder::add_alias(EntityId id, std::string alias) {
  assert(state_->knows(id));
  Entity& entity = state_->entities[id.index()];
  if (!alias.empty() && alias != entity.name) state_->aliases.add(id.index(), entity.aliases, std::move(alias));
}

void GraphBuilder::set_condition(RelationId id, std::variant<std::monostate, EntityId, RelationId> condition) {
  assert(state_->knows(id) && std::visit([this](auto on) { return state_->knows(on); }, condition));
  state_->relations.set_condition(id, condition);
}

void GraphBuilder::set_attribute(std::string name, std::string json_value) {
  state_->attributes.insert_or_assign(std::move(name), std::move(json_value));
}

KnowledgeGraph GraphBuilder::build(std::size_t threads) && {
  state_->statements = {};
  if (state_->relations.size() < few_relations) threads = 1;
  state_->relations.freeze(threads);
  return KnowledgeGraph(std::make_shared<const KnowledgeGraph::Data>(
      std::move(state_->documents), std::move(state_->entities), std::move(state_->relations),
      std::move(state_->attributes), threads));
}

}  // namespace entente
