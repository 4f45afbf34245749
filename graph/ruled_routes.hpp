// Routes that keep to a pattern, to time or to a length.
#pragma once

#include <cstddef>
#include <vector>

#include <entente/paths.hpp>

namespace entente {

/// The first `k` paths that keep to the rules, between two visible entities, by the marks of `shortest_paths`, as far
/// as the effort allows.
FoundPaths ruled_paths(const Effort&, const GraphView&, EntityId from, EntityId to, std::size_t k, const PathRules&);

}  // namespace entente
