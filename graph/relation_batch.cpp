#include <entente/relation_batch.hpp>

#include "relation_store.hpp"

namespace entente {

RelationBatch::RelationBatch() : relations_(std::make_unique<RelationStore>()) {}
RelationBatch::RelationBatch(RelationBatch&&) noexcept = default;
RelationBatch& RelationBatch::operator=(RelationBatch&&) noexcept = default;
RelationBatch::~RelationBatch() = default;

void RelationBatch::push_back(const RelationView& relation) {
  relations_->push_back(RelationStore::statement(relation), relation);
}

void RelationBatch::append(RelationBatch other) {
  RelationStore* const store = other.relations_.get();
  relations_->append({&store, 1}, {}, 1);
}

void RelationBatch::make_room(std::size_t times, const RelationBatch& like) {
  relations_->make_room(times, *like.relations_);
}

std::size_t RelationBatch::size() const {
  return relations_->size();
}

}  // namespace entente
