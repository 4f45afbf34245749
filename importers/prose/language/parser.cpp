#include "prose/language/parser.hpp"

#include "prose/language/beam.hpp"
#include "prose/language/parser_features.hpp"
#include "prose/language/transitions.hpp"

#include <algorithm>
#include <array>
#include <limits>

namespace entente::prose {

namespace {

constexpr std::size_t beam_width = 4;
constexpr std::int64_t beam_gap = 16'000;  ///< in units of the weights: some three decisions of middling certainty

/// Scores moves and names arcs by the weights.
class Chooser {
 public:
  Chooser(const Weights& weights, std::span<const std::string_view> words, std::span<const Tag> tags)
      : weights_(weights), nodes_(make_nodes(weights, words, tags)) {}

  void scores(const ParserState& state, std::array<std::int32_t, move_count>& scores) {
    move_features(state, nodes_, features_);
    weights_.moves().add_scores(features_.numbers(), scores);
  }

  Deprel relation(const ParserState& state, Move move) {
    relation_features(state, nodes_, move, features_);
    std::array<std::int32_t, deprel_names.size()> scores{};
    weights_.relations().add_scores(features_.numbers(), scores);
    scores[static_cast<std::size_t>(Deprel::root)] = std::numeric_limits<std::int32_t>::min();
    return static_cast<Deprel>(std::max_element(scores.begin(), scores.end()) - scores.begin());
  }

 private:
  const Weights& weights_;
  std::vector<Node> nodes_;
  FeatureList features_;
};

}  // namespace

std::vector<Arc> parse(const Weights& weights, std::span<const std::string_view> words, std::span<const Tag> tags) {
  Chooser chooser(weights, words, tags);
  Beam<Chooser> beam(chooser, words.size(), beam_width, beam_gap);
  while (!beam.done()) {
    beam.step();
  }
  const ParserState& state = beam.ways().front().state;
  std::vector<Arc> arcs;
  arcs.reserve(words.size());
  for (const auto& word : state.words()) {
    arcs.push_back({.head = word.head, .relation = word.relation});
  }
  return arcs;
}

}  // namespace entente::prose
