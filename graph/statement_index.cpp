#include "statement_index.hpp"

#include <bit>

namespace entente {
namespace {

// The finaliser of MurmurHash3 (Appleby, public domain): every bit of the input moves every bit of the output.
std::uint64_t mixed(std::uint64_t bits) {
  bits = (bits ^ (bits >> 33U)) * 0xff51afd7ed558ccdU;
  bits = (bits ^ (bits >> 33U)) * 0xc4ceb9fe1a85ec53U;
  return bits ^ (bits >> 33U);
}

}  // namespace

std::uint32_t hash_of_statement(const PackedRelation& relation) {
  std::uint64_t hash = mixed((std::uint64_t{relation.subject.index()} << 32U) | relation.object.index());
  hash = mixed(hash +
               ((std::uint64_t{relation.source} << 32U) | (static_cast<std::uint64_t>(relation.predicate) << 16U) |
                (static_cast<std::uint64_t>(relation.polarity) << 8U) | static_cast<std::uint64_t>(relation.modality)));
  hash = mixed(hash + ((std::uint64_t{relation.from} << 32U) | relation.to));
  return static_cast<std::uint32_t>(hash >> 32U);
}

bool same_statement(const PackedRelation& a, const PackedRelation& b) {
  return a.subject == b.subject && a.predicate == b.predicate && a.object == b.object && a.polarity == b.polarity &&
         a.modality == b.modality && a.from == b.from && a.to == b.to && a.source == b.source;
}

std::optional<RelationId> StatementIndex::find(std::span<const PackedRelation> relations,
                                               const PackedRelation& wanted) {
  take_up(relations);
  if (slots_.empty()) return std::nullopt;
  const std::uint32_t hash = hash_of_statement(wanted);
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t i = hash & mask; slots_[i].position != nowhere; i = (i + 1) & mask) {
    if (slots_[i].hash != hash) continue;
    if (same_statement(relations[slots_[i].position], wanted)) return RelationId{slots_[i].position};
  }
  return std::nullopt;
}

void StatementIndex::take_up(std::span<const PackedRelation> relations) {
  reserve(relations.size());
  for (; taken_up_ < relations.size(); ++taken_up_) {
    fill_free_slot({hash_of_statement(relations[taken_up_]), static_cast<std::uint32_t>(taken_up_)});
  }
}

void StatementIndex::reserve(std::size_t statement_count) {
  if (statement_count * 4 > slots_.size() * 3) grow(statement_count);
}

void StatementIndex::fill_free_slot(Slot filled) {
  const std::size_t mask = slots_.size() - 1;
  std::size_t i = filled.hash & mask;
  while (slots_[i].position != nowhere) i = (i + 1) & mask;
  slots_[i] = filled;
}

void StatementIndex::grow(std::size_t statement_count) {
  std::vector<Slot> old(std::bit_ceil(statement_count * 4 / 3 + 16));
  std::swap(old, slots_);
  for (const Slot& slot : old) {
    if (slot.position != nowhere) fill_free_slot(slot);
  }
}

}  // namespace entente
