// Small graphs with everything that makes algorithms stumble.
#pragma once

#include <cstdint>
#include <random>
#include <vector>

#include <entente/graph_view.hpp>

namespace entente::testing {

/// Numbers that are the same with every standard library.
class Dice {
 public:
  explicit Dice(std::uint32_t seed) : engine_(seed) {}
  /// A number from 0 to `sides` - 1.
  std::size_t roll(std::size_t sides) { return engine_() % sides; }
  bool chance(std::size_t one_in) { return roll(one_in) == 0; }
  template <class T>
  const T& one_of(const std::vector<T>& values) {
    return values[roll(values.size())];
  }

 private:
  std::mt19937 engine_;
};

/// A graph of at most `max_entities` entities and about twice as many relations of all moods, symmetric ones, parallel
/// ones and self-loops among them, with sources, dates, confidences, evidence and mentions for some.
KnowledgeGraph random_graph(Dice&, std::size_t max_entities);

/// A graph of at most `max_entities` entities of all types and about twice as many relations of all predicates, with
/// proposals and their parts, conditions, sources that say things about others, and sentences that carry several
/// relations and are quoted in part, with and without their places.
KnowledgeGraph random_story(Dice&, std::size_t max_entities);

/// A lens that asks for a few things, often for nothing.
Lens random_lens(Dice&, const KnowledgeGraph&);

/// A graph of states that recognize each other: `arcs` as pairs of the states' numbers.
KnowledgeGraph graph_of(std::size_t states, const std::vector<std::pair<std::size_t, std::size_t>>& arcs);

}  // namespace entente::testing
