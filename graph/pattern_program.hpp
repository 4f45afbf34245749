// The instructions of a pattern.
#pragma once

#include <bitset>
#include <cstddef>
#include <vector>

#include <entente/ontology.hpp>
#include <entente/path_pattern.hpp>

namespace entente {

/// Predicates walked from subject to object, and the other way.
struct Ways {
  std::bitset<predicate_count> forth;
  std::bitset<predicate_count> back;
};

/// A nondeterministic automaton: Thompson, "Regular expression search algorithm", Communications of the ACM 11 (1968).
struct PathPattern::Program {
  struct Instruction {
    enum class Kind { step, type, fork, accept };
    Kind kind = Kind::accept;
    Ways ways{};                             ///< of a step
    std::bitset<entity_type_count> types{};  ///< of a test
    std::size_t next = 0;                    ///< where to go on
    std::size_t other = 0;                   ///< of a fork: where else
  };
  std::vector<Instruction> instructions;
  std::size_t start = 0;
};

}  // namespace entente
