#include "json_trouble.hpp"

#include <entente/names.hpp>

namespace entente {
namespace {

std::string in_quotes(std::string_view text) {
  return '"' + std::string(text) + '"';
}

std::string listed(std::span<const std::string_view> words) {
  std::string list;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) list += i + 1 == words.size() ? " or " : ", ";
    list += in_quotes(words[i]);
  }
  return list;
}

/// What to try instead: similar words, or all of them when they are few.
std::string advice(std::string_view word, std::span<const std::string_view> candidates) {
  constexpr std::size_t longest_list = 12;
  const auto near = near_misses(word, candidates);
  if (!near.empty()) return ": did you mean " + listed(near) + "?";
  if (candidates.size() <= longest_list) return ": expected " + listed(candidates);
  return ": expected one of " + std::to_string(candidates.size()) + ", such as " + listed(candidates.first(3));
}

}  // namespace

void JsonTrouble::wrong_kind(const JsonValue& value, std::string_view must_be) {
  diagnostics_.error(Problem::wrong_kind_of_value, value.span,
                     std::string(must_be) + ", but this is " + describe(value));
}

void JsonTrouble::wrong_kind(const JsonValue& value, JsonField field) {
  wrong_kind(value, in_quotes(name(field)) + " must be " + std::string(must_be(field)));
}

void JsonTrouble::unreadable_format(const JsonValue& value, JsonField field) {
  diagnostics_.error(Problem::unreadable_format, value.span,
                     in_quotes(name(field)) + " must be " + std::string(must_be(field)) + ", but this is " +
                         describe(value) + ": the document is not read");
}

void JsonTrouble::not_a_date(const JsonValue& value, bool may_be_interval) {
  diagnostics_.error(Problem::unknown_value, value.span,
                     quote(value.span) + " is not a date: expected a real day, month or year as YYYY-MM-DD, YYYY-MM " +
                         "or YYYY" + (may_be_interval ? ", or FROM/TO in this order" : ""));
}

void JsonTrouble::unknown_word(Problem problem, const JsonValue& value, std::string_view what,
                               std::span<const std::string_view> candidates) {
  diagnostics_.error(problem, value.span,
                     quote(value.span) + " is not " + std::string(what) + advice(value.text, candidates));
}

void JsonTrouble::out_of_range(const JsonValue& value, std::string_view must_be) {
  diagnostics_.error(Problem::unknown_value, value.span, std::string(must_be) + ", but this is " + describe(value));
}

void JsonTrouble::missing(JsonPlace place, ByteSpan object, std::string_view field_in_quotes,
                          std::string_view expected) {
  diagnostics_.error(
      Problem::missing_field, object,
      std::string(noun(place)) + " has no " + std::string(field_in_quotes) + ": expected " + std::string(expected));
}

void JsonTrouble::repeated(JsonPlace place, ByteSpan key) {
  diagnostics_.error(Problem::duplicate_id, key,
                     quote(key) + " is given twice in " + std::string(noun(place)) + ": only the first is read");
}

void JsonTrouble::not_kept(JsonPlace place, ByteSpan key) {
  diagnostics_.warning(Problem::unknown_value, key,
                       quote(key) + " is not kept: " + std::string(noun(place)) + " has no room for other fields");
}

void JsonTrouble::backwards(JsonPlace place, ByteSpan object, std::string_view start_and_end) {
  diagnostics_.error(Problem::unknown_value, object,
                     std::string(noun(place)) + " ends before it starts: expected \"start\" not beyond \"end\", but " +
                         "they are " + std::string(start_and_end));
}

void JsonTrouble::taken_id(std::size_t id_at, std::optional<std::size_t> first_at) {
  const ByteSpan span = string_at(bytes_, id_at);
  diagnostics_.error(Problem::duplicate_id, span,
                     "the id " + quote(span) + " is taken" +
                         (first_at ? ": line " + std::to_string(position_at(bytes_, *first_at).line) + " has it"
                                   : " in what was read before"));
}

void JsonTrouble::unknown_id(std::size_t id_at, std::string_view consequence,
                             std::span<const std::string_view> candidates) {
  const ByteSpan span = string_at(bytes_, id_at);
  const auto near = near_misses(quote({span.begin + 1, span.end - 1}), candidates);
  diagnostics_.error(Problem::unknown_id, span,
                     "nothing has the id " + quote(span) + ", " + std::string(consequence) +
                         (near.empty() ? "" : ": did you mean " + listed(near) + "?"));
}

void JsonTrouble::not_an_entity(std::size_t id_at) {
  const ByteSpan span = string_at(bytes_, id_at);
  diagnostics_.error(Problem::unknown_id, span, quote(span) + " is a relation: expected the id of an entity");
}

void JsonTrouble::left_out_with(std::size_t id_at, std::string_view consequence) {
  const ByteSpan span = string_at(bytes_, id_at);
  diagnostics_.report({Severity::note, Problem::unknown_id, span,
                       quote(span) + " was left out because of an error, " + std::string(consequence)});
}

void JsonTrouble::outside(Problem problem, std::size_t id_at, std::string_view expectation, std::string_view type) {
  const ByteSpan span = string_at(bytes_, id_at);
  diagnostics_.error(problem, span,
                     std::string(expectation) + ", but " + quote(span) + " is of type " + std::string(type));
}

std::string JsonTrouble::describe(const JsonValue& value) const {
  switch (value.kind) {
    case JsonKind::null:
      return "null";
    case JsonKind::boolean:
      return "the value " + quote(value.span);
    case JsonKind::number:
      return "the number " + quote(value.span);
    case JsonKind::string:
      return "the string " + quote(value.span);
    case JsonKind::list:
      return "a list";
    default:
      return "an object";
  }
}

}  // namespace entente
