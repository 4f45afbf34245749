// Arrays of many values.
#pragma once

#include <algorithm>
#include <cstddef>
#include <memory>
#include <type_traits>
#include <utility>
#include <vector>

namespace entente {

/// Lets a vector leave new values as they are, so that memory is first touched when they are written, perhaps by
/// several threads.
template <class Value>
struct UnsetValues : std::allocator<Value> {
  static_assert(std::is_trivially_copyable_v<Value>);
  template <class Other>
  struct rebind {  // NOLINT(readability-identifier-naming): the standard library calls it so
    using other = UnsetValues<Other>;
  };

  UnsetValues() = default;
  template <class Other>
  UnsetValues(const UnsetValues<Other>&) {}  // NOLINT(google-explicit-constructor)

  template <class Other, class... Arguments>
  void construct(Other* place, Arguments&&... arguments) {
    if constexpr (sizeof...(Arguments) > 0) std::construct_at(place, std::forward<Arguments>(arguments)...);
  }
};

/// A vector in which `resize(n)` sets no values.
template <class Value>
using UnsetVector = std::vector<Value, UnsetValues<Value>>;

/// Makes room for so many more values, and so much that asking for few of them again and again costs O(1) each.
template <class Vector>
void make_room(Vector& values, std::size_t more) {
  const std::size_t wanted = values.size() + more;
  if (wanted > values.capacity()) values.reserve(std::max(wanted, 2 * values.capacity()));
}

/// Gives back room that a vector does not need, unless that is too little to be worth moving its values.
template <class Vector>
void give_back_room(Vector& values) {
  constexpr std::size_t little = 16;
  if (values.capacity() - values.size() > values.size() / little) values.shrink_to_fit();
}

}  // namespace entente
