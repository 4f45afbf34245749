// Finding the relation that says the same.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include <entente/relation_view.hpp>

namespace entente {

/// Whether two relations say the same: equal subject, predicate, object, polarity, modality, date and source.
bool same_statement(const PackedRelation&, const PackedRelation&);

/// A hash table of the statements of a growing list of relations. It holds positions in that list and half of the hash,
/// so that it reads a relation only to confirm that it found the one: eight bytes a slot, 128 MB for ten million
/// relations.
class StatementIndex {
 public:
  /// The position in `relations` of the one that says the same as `wanted`, or nothing. O(1) on average.
  [[nodiscard]] std::optional<RelationId> find(const std::vector<PackedRelation>& relations,
                                               const PackedRelation& wanted) const;

  /// Makes room for so many statements in all.
  void reserve(std::size_t statement_count);

  /// Takes up the last of `relations`, which says what none before it says. O(1) amortised.
  void take_up_last(const std::vector<PackedRelation>& relations);

 private:
  static constexpr std::uint32_t nowhere = UINT32_MAX;
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t position = nowhere;  // in the list of relations
  };

  void grow(std::size_t statement_count);
  void fill_free_slot(Slot);

  std::vector<Slot> slots_;  // a power of two of them, at most three quarters full
};

}  // namespace entente
