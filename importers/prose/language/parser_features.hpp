#pragma once

#include "prose/language/features.hpp"
#include "prose/language/transitions.hpp"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace entente::prose {

/// A word of a sentence as the parser sees it.
struct Node {
  std::uint32_t word = 0;
  std::uint32_t tag = 0;
  std::uint32_t upos = 0;
  std::uint32_t coarse = 0;  ///< a wide class of words
  std::uint32_t fine = 0;    ///< a narrow class of words
  std::uint32_t ahead = 0;   ///< the next three marks of clauses from here on: finite verbs, commas, conjunctions, ...
};

/// The nodes of a sentence.
std::vector<Node> make_nodes(const Weights& weights, std::span<const std::string_view> words,
                             std::span<const Tag> tags);

/// Collects what the parser looks at when it chooses the next move.
void move_features(const ParserState& state, std::span<const Node> nodes, FeatureList& features);

/// Collects what the parser looks at when it names the relation of the arc that `move` makes.
void relation_features(const ParserState& state, std::span<const Node> nodes, Move move, FeatureList& features);

}  // namespace entente::prose
