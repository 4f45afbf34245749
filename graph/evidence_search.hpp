// Shortest paths over what is left of the evidence.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include <entente/graph_view.hpp>
#include <entente/paths.hpp>
#include <entente/sentences.hpp>

namespace entente {

/// Searches for paths between two entities, again and again in the same memory, while sentences are held for false and
/// for true again. A relation falls when all of its sentences are false.
class EvidenceSearch {
 public:
  /// View and sentences must outlive the search. The ends differ.
  EvidenceSearch(const GraphView&, const Sentences&, EntityId from, EntityId to, Direction);

  void hold_false(std::size_t sentence);
  void hold_true(std::size_t sentence);

  /// The sentences of the relation that are held for true.
  [[nodiscard]] std::vector<std::size_t> standing(RelationId) const;

  /// The relations along a shortest path over what has not fallen and is not in the mask, or nothing. Breadth first, by
  /// the order of relations. O(V + E), but only what it reaches.
  std::optional<std::vector<RelationId>> path(const std::vector<bool>* closed = nullptr);

  /// The sentences on which the relations at one end rest, that end which has fewer: a cut, if not the smallest.
  [[nodiscard]] std::vector<std::size_t> sentences_at_an_end() const;

  [[nodiscard]] std::size_t work() const { return work_; }  ///< how many relations were looked at
  [[nodiscard]] const Sentences& sentences() const { return sentences_; }
  [[nodiscard]] std::size_t relation_count() const { return left_.size(); }

 private:
  [[nodiscard]] std::vector<RelationId> walked_back() const;

  const GraphView& view_;
  const Sentences& sentences_;
  EntityId from_;
  EntityId to_;
  Direction direction_;
  std::vector<bool> false_;                            // by sentence
  std::vector<std::uint32_t> left_;                    // how many sentences of each relation are held for true
  std::vector<std::optional<RelationId>> reached_by_;  // by entity; empty between two searches
  std::vector<EntityId> queue_;
  std::size_t work_ = 0;
};

}  // namespace entente
