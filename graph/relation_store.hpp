// Where a builder and then its graph keep relations.
#pragma once

#include <cstdint>
#include <set>
#include <span>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include <entente/relation_view.hpp>

#include "large_arrays.hpp"
#include "text_pool.hpp"

namespace entente {

/// Relations in packed form, with their evidence in one array and their texts in one pool.
///
/// Takes relations as they come and does not check them. Views of its relations hold until the next change.
class RelationStore {
 public:
  [[nodiscard]] std::size_t size() const { return relations_.size(); }
  [[nodiscard]] std::span<const PackedRelation> packed() const { return relations_; }
  [[nodiscard]] RelationList list() const { return {relations_, quotes_.data(), remarks_.data()}; }
  [[nodiscard]] RelationView operator[](RelationId id) const { return list()[id.index()]; }

  /// Makes room for so many more.
  void reserve(std::size_t relations);
  /// Makes room for so many stores like that one, and a few relations more.
  void make_room(std::size_t times, const RelationStore& like);
  /// The relation without its evidence, remarks and condition, which are for `push_back` and `set_...` to store.
  static PackedRelation statement(const RelationView&);
  /// Adds a relation: its statement, packed and perhaps turned round, and the rest.
  void push_back(PackedRelation statement, const RelationView& rest);
  /// Adds the relations of other stores one after the other, but those at the places `left_out`, which are counted
  /// through all of them and in ascending order; nothing of the others can be seen afterwards. What a store begins with
  /// is not moved. Nothing may have been added to relations of the others since they came. O(size of the others).
  void append(std::span<RelationStore* const> others, std::span<const std::uint32_t> left_out, std::size_t threads);
  /// Lets subject and object change places.
  void turn_round(RelationId id) { std::swap(relations_[id.index()].subject, relations_[id.index()].object); }
  void set_confidence(RelationId id, double confidence) { relations_[id.index()].confidence = confidence; }
  void set_condition(RelationId, const std::variant<std::monostate, EntityId, RelationId>&);
  /// Adds attributes, and role and rule if the relation has none.
  void add_remarks(RelationId, std::string_view role, std::string_view rule, const Attributes&);
  /// Adds a piece of evidence, unless the relation has it. O(log n) in the number that it has.
  void add_evidence(RelationId, QuoteView);

  /// Gives back what was only needed for growing, and puts evidence in the order of the relations unless nearly all of
  /// it is. O(size).
  void freeze(std::size_t threads);

  [[nodiscard]] std::size_t relation_bytes() const;  ///< packed relations and what they share
  [[nodiscard]] std::size_t quote_bytes() const { return quotes_.capacity() * sizeof(QuoteView); }
  [[nodiscard]] std::size_t text_bytes() const { return texts_.bytes(); }

 private:
  struct Wording {
    std::string_view role;
    std::string_view rule;
    friend bool operator==(const Wording&, const Wording&) = default;
  };
  struct WordingHash {
    std::size_t operator()(const Wording&) const;
  };

  [[nodiscard]] EvidenceView evidence_of(const PackedRelation&) const;
  [[nodiscard]] bool has_evidence(std::size_t relation, const QuoteView&);
  void make_room_for_quote(std::size_t relation);
  void put_in_front(RelationStore first);
  void remove(std::span<const std::uint32_t> places);
  void put_evidence_in_order(std::size_t threads);
  std::vector<std::uint32_t> take_remarks(RelationStore& other, std::span<const std::uint32_t> left_out);
  std::uint32_t remarks_with(std::string_view role, std::string_view rule, const Attributes&);

  UnsetVector<PackedRelation> relations_;
  UnsetVector<QuoteView> quotes_;
  std::vector<Remarks> remarks_{Remarks{}};
  TextPool texts_;
  // Only while it grows.
  std::unordered_map<Wording, std::uint32_t, WordingHash> remarks_of_;  // those without attributes
  std::unordered_set<std::uint32_t> moved_;  // relations whose evidence has room up to the next power of two
  std::unordered_map<std::size_t, std::set<QuoteView>> long_evidence_;  // sorted copies
  std::size_t removed_ = 0;                                             // relations whose evidence is still there
};

}  // namespace entente
