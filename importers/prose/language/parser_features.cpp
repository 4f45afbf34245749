#include "prose/language/parser_features.hpp"

#include <algorithm>

namespace entente::prose {

namespace {

constexpr Node no_node{};

const Node& node_at(std::span<const Node> nodes, std::int32_t word) {
  return word < 0 || static_cast<std::size_t>(word) >= nodes.size() ? no_node : nodes[static_cast<std::size_t>(word)];
}

/// The distance between two words in few classes; 0 if one of them is missing.
std::uint32_t distance(std::int32_t left, std::int32_t right) {
  if (left < 0 || right < 0) {
    return 0;
  }
  const std::int32_t words = right - left;
  return words <= 4 ? static_cast<std::uint32_t>(words) : words <= 6 ? 5 : words <= 10 ? 6 : words <= 20 ? 7 : 8;
}

/// The kind of mark of a clause that a tag is, from 1; 0 if it is none.
std::uint32_t clause_mark(Tag tag) {
  if (is_finite(tag)) {
    return 1;
  }
  switch (tag.xpos) {
    case Xpos::COMMA:
      return 2;
    case Xpos::CC:
      return 3;
    case Xpos::COLON:
    case Xpos::LRB:
    case Xpos::RRB:
      return 4;
    case Xpos::WDT:
    case Xpos::WP:
    case Xpos::WP_S:
    case Xpos::WRB:
      return 5;
    default:
      return tag.upos == Upos::SCONJ ? 6 : tag.upos == Upos::VERB ? 7 : 0;
  }
}

/// Sets what clauses lie ahead of each node.
void look_ahead(std::span<Node> nodes, std::span<const Tag> tags) {
  constexpr std::uint32_t kinds = 8;
  std::uint32_t ahead = 0;
  for (std::size_t at = nodes.size(); at-- > 0;) {
    if (const auto mark = clause_mark(tags[at]); mark != 0) {
      ahead = ahead % (kinds * kinds) * kinds + mark;
    }
    nodes[at].ahead = ahead;
  }
}

/// Adds features under patterns that count up from the first.
class Adder {
 public:
  Adder(FeatureList& features, std::uint32_t first) : features_(features), pattern_(first) {}

  template <typename... Values>
  void operator()(Values... values) {
    features_.add(pattern_++, values...);
  }

 private:
  FeatureList& features_;
  std::uint32_t pattern_;
};

/// A word on the stack or ahead with its arcs, and the nodes of its outermost dependents.
struct Place {
  Place(const ParserState& state, std::span<const Node> nodes, std::int32_t at)
      : index(at),
        node(node_at(nodes, at)),
        arcs(state.word(at)),
        left(node_at(nodes, arcs.left[0])),
        left2(node_at(nodes, arcs.left[1])),
        right(node_at(nodes, arcs.right[0])),
        right2(node_at(nodes, arcs.right[1])) {}

  std::int32_t index;
  const Node& node;
  const ParserState::Word& arcs;
  const Node& left;
  const Node& left2;
  const Node& right;
  const Node& right2;
};

/// The relation of a dependent that may be missing.
std::uint32_t relation_of(const ParserState& state, std::int32_t word) {
  return word < 0 ? 0 : static_cast<std::uint32_t>(state.word(word).relation) + 1;
}

void add_single(Adder& add, const Node& node) {
  add(node.word, node.tag);
  add(node.word);
  add(node.tag);
  add(node.coarse, node.tag);
  add(node.fine);
}

void add_pair(Adder& add, const Node& one, const Node& other) {
  add(one.word, one.tag, other.tag);
  add(one.tag, other.word, other.tag);
  add(one.word, other.word);
  add(one.tag, other.tag);
  add(one.fine, other.fine);
  add(one.coarse, one.tag, other.coarse, other.tag);
  add(one.word, other.fine);
  add(one.fine, other.word);
}

void add_dependents(Adder& add, const ParserState& state, const Place& place, bool right_side) {
  const auto& arcs = place.arcs;
  add(place.node.word, arcs.left_count);
  add(place.node.tag, arcs.left_count);
  add(place.node.word, arcs.left_relations);
  add(place.node.tag, arcs.left_relations);
  add(place.left.word);
  add(place.left.tag, place.node.tag);
  add(relation_of(state, arcs.left[0]), place.node.tag);
  add(place.left2.tag, relation_of(state, arcs.left[1]));
  add(place.node.tag, place.left.tag, place.left2.tag);
  if (!right_side) {
    return;
  }
  add(place.node.word, arcs.right_count);
  add(place.node.tag, arcs.right_count);
  add(place.node.word, arcs.right_relations);
  add(place.node.tag, arcs.right_relations);
  add(place.right.word);
  add(place.right.tag, place.node.tag);
  add(relation_of(state, arcs.right[0]), place.node.tag);
  add(place.right2.tag, relation_of(state, arcs.right[1]));
  add(place.node.tag, place.right.tag, place.right2.tag);
}

void add_contexts(Adder& add, const Place& s2, const Place& s1, const Place& s0, const Place& b0, const Node& b1,
                  const Node& b2) {
  add(b0.node.tag, b1.tag, b2.tag);
  add(s0.node.tag, b0.node.tag, b1.tag);
  add(s1.node.tag, s0.node.tag, b0.node.tag);
  add(s2.node.tag, s1.node.tag, s0.node.tag);
  add(s2.node.tag, s1.node.tag, s0.node.tag, b0.node.tag);
  add(s1.node.tag, s0.node.tag, b0.node.tag, b1.tag);
  add(s0.node.tag, b0.node.tag, b1.tag, b2.tag);
  add(s1.node.word, s0.node.tag, b0.node.tag);
  add(s1.node.tag, s0.node.word, b0.node.tag);
  add(s1.node.tag, s0.node.tag, b0.node.word);
  add(s1.node.coarse, s0.node.coarse, b0.node.coarse);
  add(s0.node.word, b0.node.tag, b1.tag);
  add(s0.node.tag, b0.node.word, b1.tag);
  add(s0.node.tag, b0.node.tag, b0.left.tag);
  add(s0.node.tag, s0.left.tag, b0.node.tag);
  add(s0.node.tag, s0.right.tag, b0.node.tag);
  add(s1.node.tag, s1.left.tag, s0.node.tag);
  add(s1.node.tag, s1.right.tag, s0.node.tag);
  add(s1.node.tag, s0.left.tag, s0.node.tag);
  add(s1.node.tag, s0.right.tag, s0.node.tag);
  add(s1.node.tag, s0.node.tag, s0.left.tag, b0.node.tag);
  add(s0.left.word, s0.node.tag, b0.node.tag);
  add(s0.arcs.left_relations, s0.arcs.right_relations, s0.node.tag, b0.node.tag);
  add(s1.node.upos, s0.left.tag, s0.node.upos, b0.node.upos, s0.arcs.right_relations != 0);
  add(s1.arcs.left_relations, s1.node.tag, s0.left.tag, b0.node.tag);
  add(s1.node.word, s0.node.word, s0.left.word);
  add(s1.node.tag, s0.node.tag, s0.left.word);
  add(s1.node.word, s0.left.word, s0.node.tag);
  add(s1.node.tag, s0.arcs.left_relations, s0.node.tag);
  add(s1.arcs.right_relations, s1.node.tag, s0.node.tag);
  add(s0.arcs.right_relations, s0.node.tag, b0.node.tag);
  add(b0.arcs.left_relations, s0.node.tag, b0.node.tag);
}

void add_distances(Adder& add, const Place& s1, const Place& s0, const Place& b0) {
  const std::uint32_t below = distance(s1.index, s0.index);
  const std::uint32_t ahead = distance(s0.index, b0.index);
  add(s0.node.word, ahead);
  add(s0.node.tag, ahead);
  add(b0.node.word, ahead);
  add(b0.node.tag, ahead);
  add(s0.node.tag, b0.node.tag, ahead);
  add(s0.node.word, b0.node.word, ahead);
  add(s1.node.tag, s0.node.tag, below);
  add(s1.node.word, s0.node.word, below);
  add(s1.node.word, below);
  add(s0.node.word, below);
  add(s1.node.tag, s0.node.tag, b0.node.tag, below, ahead);
}

/// What lies ahead after the next word, narrowed step by step to the next mark alone.
void add_ahead(Adder& add, const Node& s1, const Node& s0, const Node& b0, std::uint32_t ahead) {
  for (const std::uint32_t seen : {ahead, ahead % 64, ahead % 8}) {
    add(seen, s0.tag, b0.tag);
    add(seen, s1.tag, s0.tag, b0.tag);
    add(seen, b0.word);
  }
  add(ahead, s0.upos, b0.upos);
  add(ahead, s1.upos, s0.upos, b0.upos);
}

}  // namespace

std::vector<Node> make_nodes(const Weights& weights, std::span<const std::string_view> words,
                             std::span<const Tag> tags) {
  const auto lexemes = look_up(weights, words);
  std::vector<Node> nodes;
  nodes.reserve(words.size());
  for (std::size_t at = 0; at < words.size(); ++at) {
    const auto& entry = lexemes[at].entry;
    nodes.push_back({.word = lexemes[at].form,
                     .tag = code(tags[at]),
                     .upos = static_cast<std::uint32_t>(tags[at].upos) + 1,
                     .coarse = cluster_at(entry, 4),
                     .fine = cluster_at(entry, 10),
                     .ahead = 0});
  }
  look_ahead(nodes, tags);
  return nodes;
}

void move_features(const ParserState& state, std::span<const Node> nodes, FeatureList& features) {
  const Place s0(state, nodes, state.stacked(0));
  const Place s1(state, nodes, state.stacked(1));
  const Place s2(state, nodes, state.stacked(2));
  const Place b0(state, nodes, state.ahead(0));
  const Node& b1 = node_at(nodes, state.ahead(1));
  const Node& b2 = node_at(nodes, state.ahead(2));
  features.clear();
  Adder add(features, 0);
  add();
  for (const Node* node : {&s0.node, &s1.node, &b0.node, &b1}) {
    add_single(add, *node);
  }
  add(s2.node.word);
  add(s2.node.tag);
  add(b2.word);
  add(b2.tag);
  add_pair(add, s0.node, b0.node);
  add_pair(add, s1.node, s0.node);
  add(s1.node.word, b0.node.word);
  add(s1.node.tag, b0.node.tag);
  add(b0.node.tag, b1.tag);
  add(b0.node.word, b1.word);
  add(s0.node.word, b1.word);
  add_contexts(add, s2, s1, s0, b0, b1, b2);
  add_distances(add, s1, s0, b0);
  add_ahead(add, s1.node, s0.node, b0.node, b1.ahead);
  add_dependents(add, state, s0, true);
  add_dependents(add, state, s1, true);
  add_dependents(add, state, b0, false);
}

void relation_features(const ParserState& state, std::span<const Node> nodes, Move move, FeatureList& features) {
  const Place head(state, nodes, state.head(move));
  const Place dependent(state, nodes, state.dependent());
  const Node& before = node_at(nodes, dependent.index - 1);
  const Node& after = node_at(nodes, dependent.index + 1);
  const Node& above = node_at(nodes, state.stacked(move == Move::left ? 1 : 2));
  const Node& next = node_at(nodes, state.ahead(0));
  const auto& head_relations = move == Move::left ? head.arcs.left_relations : head.arcs.right_relations;
  const std::uint32_t side = move == Move::left ? 1 : 2;
  const std::uint32_t far =
      side << 4 | distance(std::min(head.index, dependent.index), std::max(head.index, dependent.index));
  features.clear();
  Adder add(features, 1000 * side);
  add();
  add_single(add, head.node);
  add_single(add, dependent.node);
  add_pair(add, head.node, dependent.node);
  add(far, head.node.tag, dependent.node.tag);
  add(far, dependent.node.word);
  add(far, head.node.word);
  for (const Place* place : {&head, &dependent}) {
    add_dependents(add, state, *place, true);
  }
  add(head.node.tag, dependent.node.tag, head_relations);
  add(head.node.word, dependent.node.tag, head_relations);
  add(head.node.tag, dependent.node.tag, head.arcs.left_relations);
  add(head.node.tag, dependent.node.tag, dependent.arcs.left_relations);
  add(head.node.word, dependent.arcs.left_relations);
  add(dependent.node.word, head_relations);
  add(head.node.word, dependent.left.word);
  add(head.node.tag, dependent.left.word, dependent.node.tag);
  add(head.node.word, dependent.left.word, dependent.node.word);
  add(dependent.left.word, dependent.node.word);
  add(dependent.left2.word, dependent.node.tag);
  add(head.node.tag, head.left.word, dependent.node.tag);
  add(before.word, dependent.node.tag);
  add(after.word, dependent.node.tag);
  add(before.tag, dependent.node.tag, after.tag);
  add(before.tag, dependent.node.tag, head.node.tag);
  add(dependent.node.tag, after.tag, head.node.tag);
  add(above.tag, head.node.tag, dependent.node.tag);
  add(above.word, dependent.node.tag);
  add(next.tag, head.node.tag, dependent.node.tag);
  add(next.word, dependent.node.tag);
  add(head.node.upos, dependent.node.upos);
  add(head.node.fine, dependent.node.tag);
  add(head.node.tag, dependent.node.fine);
  add(head.node.fine, dependent.left.word);
  add(dependent.node.fine, dependent.left.word);
}

}  // namespace entente::prose
