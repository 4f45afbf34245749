// Where a builder and then its graph keep relations.
#pragma once

#include <cstdint>
#include <set>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include <entente/relation_view.hpp>

#include "text_pool.hpp"

namespace entente {

/// Relations in packed form, with their evidence in one array and their texts in one pool.
///
/// Takes relations as they come and does not check them. Views of its relations hold until the next change.
class RelationStore {
 public:
  [[nodiscard]] std::size_t size() const { return relations_.size(); }
  [[nodiscard]] const std::vector<PackedRelation>& packed() const { return relations_; }
  [[nodiscard]] RelationList list() const { return {relations_, quotes_.data(), remarks_.data()}; }
  [[nodiscard]] RelationView operator[](RelationId id) const { return list()[id.index()]; }

  void reserve(std::size_t relations);
  /// The relation without its evidence, remarks and condition, which are for `push_back` and `set_...` to store.
  static PackedRelation statement(const RelationView&);
  /// Adds a relation: its statement, packed and perhaps turned round, and the rest.
  void push_back(PackedRelation statement, const RelationView& rest);
  void set_confidence(RelationId id, double confidence) { relations_[id.index()].confidence = confidence; }
  void set_condition(RelationId, const std::variant<std::monostate, EntityId, RelationId>&);
  /// Adds attributes, and role and rule if the relation has none.
  void add_remarks(RelationId, std::string_view role, std::string_view rule, const Attributes&);
  /// Adds a piece of evidence, unless the relation has it. O(log n) in the number that it has.
  void add_evidence(RelationId, QuoteView);

  /// Gives back what was only needed for growing, and puts evidence in the order of the relations. O(size).
  void freeze();

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
  void make_room(std::size_t relation);
  std::uint32_t remarks_with(std::string_view role, std::string_view rule, const Attributes&);

  std::vector<PackedRelation> relations_;
  std::vector<QuoteView> quotes_;
  std::vector<Remarks> remarks_{Remarks{}};
  TextPool texts_;
  // Only while it grows.
  std::unordered_map<Wording, std::uint32_t, WordingHash> remarks_of_;  // those without attributes
  std::unordered_set<std::uint32_t> moved_;  // relations whose evidence has room up to the next power of two
  std::unordered_map<std::size_t, std::set<QuoteView>> long_evidence_;  // sorted copies
};

}  // namespace entente
