// A recursive-descent parser, and the translation of what it read into instructions.
#include <entente/path_pattern.hpp>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

#include <entente/names.hpp>

#include "pattern_program.hpp"

namespace entente {

namespace {

using Program = PathPattern::Program;
using Instruction = Program::Instruction;

constexpr std::size_t deepest = 100;

/// A part of an expression.
struct Expression {
  enum class Kind { step, type, sequence, choice, repetition };
  Kind kind = Kind::sequence;
  Ways ways{};
  std::bitset<entity_type_count> types{};
  bool may_be_left_out = false;  // of a repetition
  bool may_go_on = false;
  std::vector<Expression> parts{};
};

std::string plain_letters(std::string_view word) {
  std::string letters;
  for (const char c : word)
    if (c != '-' && c != '_') letters += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return letters;
}

bool belongs_to_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '-';
}

/// The positions of the candidates that the word names.
template <std::size_t count>
std::optional<std::size_t> position_of(std::string_view word, const std::array<std::string_view, count>& candidates) {
  const std::string letters = plain_letters(word);
  for (std::size_t i = 0; i < count; ++i)
    if (plain_letters(candidates[i]) == letters) return i;
  return std::nullopt;
}

template <std::size_t count>
std::string unknown(std::string_view kind, std::string_view word,
                    const std::array<std::string_view, count>& candidates) {
  std::string message = "unknown " + std::string(kind) + " \"" + std::string(word) + "\"";
  const auto near = near_misses(word, candidates);
  for (std::size_t i = 0; i < near.size(); ++i) message += (i == 0 ? ": did you mean " : " or ") + std::string(near[i]);
  return near.empty() ? message : message + "?";
}

void turn_round(Expression& expression) {
  std::swap(expression.ways.forth, expression.ways.back);
  if (expression.kind == Expression::Kind::sequence) std::reverse(expression.parts.begin(), expression.parts.end());
  for (Expression& part : expression.parts) turn_round(part);
}

class Parser {
 public:
  explicit Parser(std::string_view text) : text_(text) {}

  /// The whole text. Throws `PatternError`.
  Expression whole() {
    Expression result = choice();
    if (position_ < text_.size()) fail("expected /, | or the end");
    return result;
  }

 private:
  Expression choice() {
    if (++depth_ > deepest) fail("too many parentheses within each other");
    Expression result{.kind = Expression::Kind::choice};
    do result.parts.push_back(sequence());
    while (skip('|'));
    --depth_;
    return result;
  }

  Expression sequence() {
    Expression result{.kind = Expression::Kind::sequence};
    do result.parts.push_back(element());
    while (skip('/'));
    return result;
  }

  Expression element() {
    const bool inverse = skip('^');
    Expression result = repetition();
    if (inverse) turn_round(result);
    return result;
  }

  Expression repetition() {
    Expression part = primary();
    const char sign = peek();
    if (sign != '*' && sign != '+' && sign != '?') return part;
    ++position_;
    Expression result{.kind = Expression::Kind::repetition, .may_be_left_out = sign != '+', .may_go_on = sign != '?'};
    result.parts.push_back(std::move(part));
    return result;
  }

  Expression primary() {
    if (skip('(')) {
      Expression result = choice();
      if (!skip(')')) fail("expected )");
      return result;
    }
    if (skip('[')) return types();
    if (!belongs_to_name(peek())) fail("expected a predicate, any, ( or [");
    return step();
  }

  Expression step() {
    const auto [place, word] = take_name();
    Expression result{.kind = Expression::Kind::step};
    if (plain_letters(word) == "any") {
      result.ways.forth.set();
      return result;
    }
    std::array<std::string_view, predicate_count> names;
    std::transform(all_predicates().begin(), all_predicates().end(), names.begin(),
                   [](Predicate predicate) { return name(predicate); });
    const auto found = position_of(word, names);
    if (!found) fail_at(place, unknown("predicate", word, names));
    result.ways.forth.set(static_cast<std::size_t>(all_predicates()[*found]));
    return result;
  }

  Expression types() {
    Expression result{.kind = Expression::Kind::type};
    do {
      if (!belongs_to_name(peek())) fail("expected a type");
      add_type(result.types);
    } while (skip('|'));
    if (!skip(']')) fail("expected | or ]");
    return result;
  }

  void add_type(std::bitset<entity_type_count>& types) {
    const auto [place, word] = take_name();
    std::array<std::string_view, entity_type_count + 1> names;
    std::transform(all_entity_types().begin(), all_entity_types().end(), names.begin(),
                   [](EntityType type) { return name(type); });
    names.back() = "Actor";
    const auto found = position_of(word, names);
    if (!found) fail_at(place, unknown("type", word, names));
    for (std::size_t i = 0; i < entity_type_count; ++i) {
      const EntityType type = all_entity_types()[i];
      if (*found == i || (*found == entity_type_count && is_actor(type))) types.set(static_cast<std::size_t>(type));
    }
  }

  /// The next character that is no blank, or 0.
  char peek() {
    while (position_ < text_.size() && (text_[position_] == ' ' || text_[position_] == '\t')) ++position_;
    return position_ < text_.size() ? text_[position_] : '\0';
  }
  bool skip(char c) {
    if (peek() != c) return false;
    ++position_;
    return true;
  }
  std::pair<std::size_t, std::string_view> take_name() {
    const std::size_t begin = position_;
    while (position_ < text_.size() && belongs_to_name(text_[position_])) ++position_;
    return {begin, text_.substr(begin, position_ - begin)};
  }
  [[noreturn]] void fail(std::string message) {
    peek();
    fail_at(position_, std::move(message));
  }
  [[noreturn]] static void fail_at(std::size_t position, std::string message) {
    throw PatternError{position, std::move(message)};
  }

  std::string_view text_;
  std::size_t position_ = 0;
  std::size_t depth_ = 0;
};

/// Writes the instructions of an expression in front of those at `next`; returns where they begin.
std::size_t compile(const Expression& expression, std::size_t next, std::vector<Instruction>& code) {
  const auto write = [&code](const Instruction& instruction) {
    code.push_back(instruction);
    return code.size() - 1;
  };
  switch (expression.kind) {
    case Expression::Kind::step:
      return write({.kind = Instruction::Kind::step, .ways = expression.ways, .next = next});
    case Expression::Kind::type:
      return write({.kind = Instruction::Kind::type, .types = expression.types, .next = next});
    case Expression::Kind::sequence:
      for (auto part = expression.parts.rbegin(); part != expression.parts.rend(); ++part)
        next = compile(*part, next, code);
      return next;
    case Expression::Kind::choice: {
      std::size_t begin = compile(expression.parts.front(), next, code);
      for (std::size_t i = 1; i < expression.parts.size(); ++i) {
        const std::size_t other = compile(expression.parts[i], next, code);
        begin = write({.kind = Instruction::Kind::fork, .next = begin, .other = other});
      }
      return begin;
    }
    case Expression::Kind::repetition:
      break;
  }
  const std::size_t fork = write({.kind = Instruction::Kind::fork, .next = next, .other = next});
  const std::size_t begin = compile(expression.parts.front(), expression.may_go_on ? fork : next, code);
  code[fork].other = begin;
  return expression.may_be_left_out ? fork : begin;
}

}  // namespace

std::variant<PathPattern, PatternError> PathPattern::parse(std::string_view text) {
  try {
    const Expression expression = Parser(text).whole();
    auto program = std::make_shared<Program>();
    program->instructions.push_back({});
    program->start = compile(expression, 0, program->instructions);
    return PathPattern(std::string(text), std::move(program));
  } catch (PatternError& error) {
    return std::move(error);
  }
}

PathPattern::PathPattern(std::string text, std::shared_ptr<const Program> program)
    : text_(std::move(text)), program_(std::move(program)) {}

}  // namespace entente
