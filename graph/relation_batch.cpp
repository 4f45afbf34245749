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

std::size_t RelationBatch::size() const {
  return relations_->size();
}

}  // namespace entente
