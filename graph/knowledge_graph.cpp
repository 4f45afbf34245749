#include <entente/knowledge_graph.hpp>

#include <algorithm>
#include <utility>

#include "knowledge_graph_data.hpp"
#include "ordered_blocks.hpp"

namespace entente {
namespace {

template <class ItemId, class Item>
std::vector<ItemId> sorted_by_key(const std::vector<Item>& items) {
  std::vector<ItemId> ids;
  ids.reserve(items.size());
  for (std::size_t i = 0; i < items.size(); ++i) ids.emplace_back(i);
  std::sort(ids.begin(), ids.end(), [&](ItemId a, ItemId b) { return items[a.index()].key < items[b.index()].key; });
  return ids;
}

template <class ItemId, class Item>
std::optional<ItemId> with_key(const std::vector<ItemId>& by_key, const std::vector<Item>& items,
                               std::string_view key) {
  auto found = std::lower_bound(by_key.begin(), by_key.end(), key,
                                [&](ItemId id, std::string_view wanted) { return items[id.index()].key < wanted; });
  if (found == by_key.end() || items[found->index()].key != key) return std::nullopt;
  return *found;
}

}  // namespace

Adjacency::Adjacency(std::size_t entity_count, std::span<const PackedRelation> all, EntityId PackedRelation::*end)
    : starts(entity_count + 1), relations(all.size(), RelationId{0}) {
  for (const PackedRelation& relation : all) ++starts[(relation.*end).index() + 1];
  for (std::size_t i = 1; i < starts.size(); ++i) starts[i] += starts[i - 1];
  std::vector<std::uint32_t> next(starts.begin(), starts.end() - 1);
  for (std::size_t i = 0; i < all.size(); ++i) relations[next[(all[i].*end).index()]++] = RelationId{i};
}

KnowledgeGraph::Data::Data(std::vector<Document> the_documents, std::vector<Entity> the_entities,
                           RelationStore the_relations, Attributes the_attributes, std::size_t threads)
    : documents(std::move(the_documents)),
      entities(std::move(the_entities)),
      relations(std::move(the_relations)),
      attributes(std::move(the_attributes)) {
  in_separate_blocks(3, threads, [this](std::size_t part) {
    switch (part) {
      case 0:
        outgoing = Adjacency(entities.size(), relations.packed(), &PackedRelation::subject);
        break;
      case 1:
        incoming = Adjacency(entities.size(), relations.packed(), &PackedRelation::object);
        break;
      default:
        documents_by_key = sorted_by_key<DocumentId>(documents);
        entities_by_key = sorted_by_key<EntityId>(entities);
    }
  });
}

KnowledgeGraph::KnowledgeGraph() : data_(std::make_shared<const Data>()) {}

KnowledgeGraph::KnowledgeGraph(std::shared_ptr<const Data> data)
    : data_(std::move(data)), relations_(data_->relations.list()) {}

std::span<const Document> KnowledgeGraph::documents() const {
  return data_->documents;
}
std::span<const Entity> KnowledgeGraph::entities() const {
  return data_->entities;
}
const Attributes& KnowledgeGraph::attributes() const {
  return data_->attributes;
}

KnowledgeGraph::Memory KnowledgeGraph::memory_of_relations() const {
  const auto bytes_of = [](const Adjacency& lists) {
    return lists.starts.capacity() * sizeof(lists.starts[0]) + lists.relations.capacity() * sizeof(RelationId);
  };
  const RelationStore& relations = data_->relations;
  return {relations.relation_bytes() + bytes_of(data_->outgoing) + bytes_of(data_->incoming), relations.quote_bytes(),
          relations.text_bytes()};
}

std::span<const RelationId> KnowledgeGraph::outgoing(EntityId id) const {
  return data_->outgoing.of(id);
}
std::span<const RelationId> KnowledgeGraph::incoming(EntityId id) const {
  return data_->incoming.of(id);
}

std::optional<EntityId> KnowledgeGraph::entity_with_key(std::string_view key) const {
  return with_key(data_->entities_by_key, data_->entities, key);
}

std::optional<DocumentId> KnowledgeGraph::document_with_key(std::string_view key) const {
  return with_key(data_->documents_by_key, data_->documents, key);
}

}  // namespace entente
