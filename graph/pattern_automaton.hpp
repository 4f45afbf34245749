// A pattern as an automaton that is in one state at a time.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <tuple>
#include <vector>

#include <entente/ontology.hpp>

#include "pattern_program.hpp"

namespace entente {

/// The states of a pattern's program, each a set of instructions that a path may have come to, made when they are first
/// met: Rabin and Scott, "Finite automata and their decision problems", IBM Journal 3 (1959). The pattern must outlive
/// it.
class PatternAutomaton {
 public:
  using State = std::uint32_t;

  explicit PatternAutomaton(const PathPattern& pattern) : program_(pattern.program()) {}

  /// The state at the start of a path, an entity of that type; nothing if no path can start there.
  std::optional<State> start(EntityType);
  /// The state after a step to an entity of that type; nothing if no path goes on there.
  std::optional<State> next(State, Predicate, bool backwards, EntityType);
  /// Whether a path may end in that state.
  [[nodiscard]] bool accepts(State state) const { return sets_[state].accepts; }

 private:
  using Instruction = PathPattern::Program::Instruction;
  struct Set {
    std::vector<std::size_t> steps;  // ascending
    bool accepts = false;
    friend auto operator<=>(const Set&, const Set&) = default;
  };
  using Question = std::tuple<State, Predicate, bool, EntityType>;

  std::optional<State> state_of(std::vector<std::size_t> open, EntityType);

  const PathPattern::Program& program_;
  std::vector<Set> sets_;
  std::map<Set, State> numbers_;
  std::map<Question, std::optional<State>> answers_;
};

}  // namespace entente
