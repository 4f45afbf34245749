// Finding the relation that says the same.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include <entente/relation_view.hpp>

namespace entente {

/// Whether two relations say the same: equal subject, predicate, object, polarity, modality, date and source.
bool same_statement(const PackedRelation&, const PackedRelation&);

/// Equal for relations that say the same, and hardly ever for others.
std::uint32_t hash_of_statement(const PackedRelation&);

/// A hash table of the statements of a growing list of relations. It holds positions in that list and half of the hash,
/// so that it reads a relation only to confirm that it found the one: eight bytes a slot, 128 MB for ten million
/// relations.
class StatementIndex {
 public:
  /// The position in `relations` of the one that says the same as `wanted`, or nothing. Takes up first those that came
  /// since the last call, which say what none before them says. O(1) on average, and for each of these.
  [[nodiscard]] std::optional<RelationId> find(std::span<const PackedRelation> relations, const PackedRelation& wanted);

  /// Makes room for so many statements in all.
  void reserve(std::size_t statement_count);

 private:
  static constexpr std::uint32_t nowhere = UINT32_MAX;
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t position = nowhere;  // in the list of relations
  };

  void take_up(std::span<const PackedRelation> relations);
  void grow(std::size_t statement_count);
  void fill_free_slot(Slot);

  std::vector<Slot> slots_;  // a power of two of them, at most three quarters full
  std::size_t taken_up_ = 0;
};

}  // namespace entente
