// The order in which groups of entities are listed.
#pragma once

#include <vector>

#include <entente/ids.hpp>

namespace entente {

/// Whether group `a` comes before `b`: the larger first, then by the first member. Groups are not empty.
inline bool larger_or_lower(const std::vector<EntityId>& a, const std::vector<EntityId>& b) {
  return a.size() != b.size() ? a.size() > b.size() : a.front() < b.front();
}

}  // namespace entente
