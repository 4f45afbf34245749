// Finding which of many statements were made before.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "statement_index.hpp"

namespace entente {

/// A statement's hash and where it stands among others.
struct HashedStatement {
  static constexpr std::uint32_t nowhere = UINT32_MAX;
  std::uint32_t hash = 0;
  std::uint32_t position = nowhere;
};

/// A statement that says the same as one before it.
struct Repetition {
  std::uint32_t position = 0;
  std::uint32_t first = 0;  ///< the position of the first that says so
};

/// The repetitions among statements that are given in the order of their positions, in that order; those at `nowhere`
/// are passed over. `same` tells whether the statements at two positions say the same; it is asked, by several threads,
/// only where their hashes agree.
///
/// The statements are parted by their hash into tables that fit into the cache, and every part is searched by itself.
/// O(n) on average.
std::vector<Repetition> repeated_statements(std::span<const HashedStatement> statements,
                                            const std::function<bool(std::uint32_t, std::uint32_t)>& same,
                                            std::size_t threads);

}  // namespace entente
