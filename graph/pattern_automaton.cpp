#include "pattern_automaton.hpp"

#include <algorithm>
#include <utility>

namespace entente {

namespace {

bool leads(const Ways& ways, Predicate predicate, bool backwards) {
  const auto bit = static_cast<std::size_t>(predicate);
  if (is_symmetric(predicate)) return ways.forth[bit] || ways.back[bit];
  return backwards ? ways.back[bit] : ways.forth[bit];
}

}  // namespace

std::optional<PatternAutomaton::State> PatternAutomaton::start(EntityType type) {
  return state_of({program_.start}, type);
}

std::optional<PatternAutomaton::State> PatternAutomaton::next(State state, Predicate predicate, bool backwards,
                                                              EntityType type) {
  const Question question(state, predicate, backwards, type);
  if (const auto known = answers_.find(question); known != answers_.end()) return known->second;
  std::vector<std::size_t> open;
  for (const std::size_t step : sets_[state].steps) {
    const Instruction& instruction = program_.instructions[step];
    if (leads(instruction.ways, predicate, backwards)) open.push_back(instruction.next);
  }
  return answers_[question] = state_of(std::move(open), type);
}

/// The state of all instructions that can be come to from these without a step.
std::optional<PatternAutomaton::State> PatternAutomaton::state_of(std::vector<std::size_t> open, EntityType type) {
  Set set;
  std::vector<bool> seen(program_.instructions.size());
  while (!open.empty()) {
    const std::size_t at = open.back();
    open.pop_back();
    if (seen[at]) continue;
    seen[at] = true;
    const Instruction& instruction = program_.instructions[at];
    const bool passes =
        instruction.kind == Instruction::Kind::fork ||
        (instruction.kind == Instruction::Kind::type && instruction.types[static_cast<std::size_t>(type)]);
    if (passes) open.push_back(instruction.next);
    if (instruction.kind == Instruction::Kind::fork) open.push_back(instruction.other);
    if (instruction.kind == Instruction::Kind::step) set.steps.push_back(at);
    if (instruction.kind == Instruction::Kind::accept) set.accepts = true;
  }
  if (set.steps.empty() && !set.accepts) return std::nullopt;
  std::sort(set.steps.begin(), set.steps.end());
  const auto [place, added] = numbers_.try_emplace(set, static_cast<State>(sets_.size()));
  if (added) sets_.push_back(std::move(set));
  return place->second;
}

}  // namespace entente
