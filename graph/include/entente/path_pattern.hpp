// What the relations and entities along a path have to be.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <variant>

namespace entente {

/// Where an expression cannot be understood, and why.
struct PatternError {
  std::size_t position = 0;  ///< in bytes from 0
  std::string message;
};

/// A regular expression over the predicates along a path, written as the property paths of SPARQL 1.1 (W3C 2013), with
/// tests of types:
///
///     memberOf         a step along such a relation, from its subject to its object
///     any              a step along any relation
///     ^X               X walked the other way: ^partyTo leads from an agreement to its parties
///     X/Y  X|Y  (X)    X and then Y; X or Y; X
///     X*  X+  X?       any number of times, at least once, at most once
///     [State|Bloc]     no step: the entity reached is of one of these types (Actor: of any type that acts)
///
/// `/` binds closer than `|`, and the signs after an expression closer than `^`. Case, hyphens and underscores in names
/// do not matter. Symmetric predicates are the same both ways. Cheap to copy.
class PathPattern {
 public:
  /// O(length).
  static std::variant<PathPattern, PatternError> parse(std::string_view text);

  [[nodiscard]] const std::string& text() const { return text_; }  ///< as it was written

  struct Program;
  [[nodiscard]] const Program& program() const { return *program_; }  ///< for searches

 private:
  PathPattern(std::string text, std::shared_ptr<const Program>);
  std::string text_;
  std::shared_ptr<const Program> program_;
};

}  // namespace entente
