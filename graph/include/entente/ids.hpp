// Typed, dense identifiers.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <string_view>  // std::hash

namespace entente {

/// The position of an item among its kind in one graph: dense from 0, never mixed up with ids of another kind.
/// An id is only meaningful together with the builder or graph that gave it out.
template <class Tag>
class Id {
 public:
  constexpr explicit Id(std::size_t index) : index_(static_cast<std::uint32_t>(index)) {}

  [[nodiscard]] constexpr std::size_t index() const { return index_; }
  friend constexpr auto operator<=>(Id, Id) = default;

 private:
  std::uint32_t index_;
};

using DocumentId = Id<struct DocumentTag>;
using EntityId = Id<struct EntityTag>;
using RelationId = Id<struct RelationTag>;

}  // namespace entente

template <class Tag>
struct std::hash<entente::Id<Tag>> {
  std::size_t operator()(entente::Id<Tag> id) const noexcept { return id.index(); }
};
