// The words for trouble in a native JSON document.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include <entente/diagnostics.hpp>

#include "json_tokens.hpp"
#include "json_vocabulary.hpp"

namespace entente {

/// Reports trouble in one document: quotes the value, says what was expected. `bytes` and diagnostics must outlive it.
class JsonTrouble {
 public:
  JsonTrouble(std::string_view bytes, Diagnostics& diagnostics) : bytes_(bytes), diagnostics_(diagnostics) {}

  // Of a value by itself.
  void wrong_kind(const JsonValue&, std::string_view must_be);
  void wrong_kind(const JsonValue&, JsonField);
  void unreadable_format(const JsonValue&, JsonField);
  void not_a_date(const JsonValue&, bool may_be_interval);
  /// A word that is none of the candidates; `what` says of them what one is: "a predicate".
  void unknown_word(Problem, const JsonValue&, std::string_view what, std::span<const std::string_view> candidates);
  void out_of_range(const JsonValue&, std::string_view must_be);

  // Of an object.
  void missing(JsonPlace, ByteSpan object, std::string_view field_in_quotes, std::string_view expected);
  void repeated(JsonPlace, ByteSpan key);
  void not_kept(JsonPlace, ByteSpan key);
  void backwards(JsonPlace, ByteSpan object, std::string_view start_and_end);

  // Of ids, whose opening quotes are at those places.
  void taken_id(std::size_t id_at, std::optional<std::size_t> first_at);
  void unknown_id(std::size_t id_at, std::string_view consequence, std::span<const std::string_view> candidates);
  void not_an_entity(std::size_t id_at);
  void left_out_with(std::size_t id_at, std::string_view consequence);
  void outside(Problem, std::size_t id_at, std::string_view expectation, std::string_view type);

  /// Whether further trouble is kept with its words, not only counted.
  [[nodiscard]] bool is_kept() const { return diagnostics_.dropped_count() == 0; }

 private:
  [[nodiscard]] std::string quote(ByteSpan span) const { return quoted(bytes_, span); }
  [[nodiscard]] std::string describe(const JsonValue&) const;

  std::string_view bytes_;
  Diagnostics& diagnostics_;
};

}  // namespace entente
