// Finding the relation that says the same.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include <entente/facts.hpp>

namespace entente {

/// Whether two relations say the same: equal subject, predicate, object, polarity, modality, date and source.
bool same_statement(const Relation&, const Relation&);

/// A hash table of the statements of a growing list of relations. It holds nothing but positions in that list: four bytes a
/// slot, so that ten million relations cost it 128 MB at most.
class StatementIndex {
 public:
  /// The position in `relations` of the one that says the same as `wanted`, or nothing. O(1) on average.
  [[nodiscard]] std::optional<RelationId> find(const std::vector<Relation>& relations, const Relation& wanted) const;

  /// Takes up the last of `relations`, which says what none before it says. O(1) amortised.
  void take_up_last(const std::vector<Relation>& relations);

 private:
  static constexpr std::uint32_t free_slot = UINT32_MAX;

  // The slot that holds the same statement, or the free one where it belongs.
  [[nodiscard]] std::size_t slot_of(const std::vector<Relation>& relations, const Relation& wanted) const;
  void grow(const std::vector<Relation>& relations);

  std::vector<std::uint32_t> slots_;  // a power of two of them, at most three quarters full
};

}  // namespace entente
