#include "prose/language/parser.hpp"

#include "prose/language/parser_features.hpp"
#include "prose/language/transitions.hpp"

#include <algorithm>
#include <array>
#include <limits>

namespace entente::prose {

namespace {

Move choose_move(const Weights& weights, const ParserState& state, std::span<const Node> nodes, FeatureList& features) {
  const bool can_shift = state.allowed(Move::shift);
  const bool can_right = state.allowed(Move::right);
  if (!can_shift) {
    return Move::right;
  }
  if (!state.allowed(Move::left)) {
    return Move::shift;
  }
  move_features(state, nodes, features);
  std::array<std::int32_t, move_count> scores{};
  weights.moves().add_scores(features.numbers(), scores);
  Move best = scores[1] > scores[0] ? Move::left : Move::shift;
  if (can_right && scores[2] > scores[static_cast<std::size_t>(best)]) {
    best = Move::right;
  }
  return best;
}

Deprel choose_relation(const Weights& weights, const ParserState& state, std::span<const Node> nodes, Move move,
                       FeatureList& features) {
  relation_features(state, nodes, move, features);
  std::array<std::int32_t, deprel_names.size()> scores{};
  weights.relations().add_scores(features.numbers(), scores);
  scores[static_cast<std::size_t>(Deprel::root)] = std::numeric_limits<std::int32_t>::min();
  return static_cast<Deprel>(std::max_element(scores.begin(), scores.end()) - scores.begin());
}

}  // namespace

std::vector<Arc> parse(const Weights& weights, std::span<const std::string_view> words, std::span<const Tag> tags) {
  const auto nodes = make_nodes(weights, words, tags);
  ParserState state(words.size());
  FeatureList features;
  while (!state.done()) {
    const Move move = choose_move(weights, state, nodes, features);
    const Deprel relation = move == Move::shift ? Deprel::root : choose_relation(weights, state, nodes, move, features);
    state.apply(move, relation);
  }
  std::vector<Arc> arcs;
  arcs.reserve(words.size());
  for (const auto& word : state.words()) {
    arcs.push_back({.head = word.head, .relation = word.relation});
  }
  return arcs;
}

}  // namespace entente::prose
