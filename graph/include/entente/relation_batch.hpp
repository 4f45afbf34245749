// Relations on their way into a builder.
#pragma once

#include <cstddef>
#include <memory>

#include <entente/relation_view.hpp>

namespace entente {

/// Collects relations away from the builder that will get them, so that several threads can do so at once, each with a
/// batch of its own:
///
///     std::vector<RelationBatch> batches(2);
///     std::jthread other([&] { read_second_half(batches[1]); });
///     read_first_half(batches[0]);
///     other.join();
///     builder.add(std::move(batches));
///
/// Nothing is checked before the builder has them.
class RelationBatch {
 public:
  RelationBatch();
  RelationBatch(RelationBatch&&) noexcept;
  RelationBatch& operator=(RelationBatch&&) noexcept;
  ~RelationBatch();

  /// Copies the relation with its texts. Its ids are those of the builder. Repeated evidence is dropped.
  void push_back(const RelationView&);
  /// Adds the relations of another batch after its own. O(size of the other), whatever its texts.
  void append(RelationBatch other);
  /// Makes room for so many batches like that one.
  void make_room(std::size_t times, const RelationBatch& like);
  [[nodiscard]] std::size_t size() const;

 private:
  friend class GraphBuilder;
  std::unique_ptr<class RelationStore> relations_;
};

}  // namespace entente
