#include "prose/reading/name_hints.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "prose/language/characters.hpp"

namespace entente::prose {
namespace {

KnownName kind_of(const Lexicon& lexicon, const SurfaceForm& form) {
  switch (form.form) {
    case NameForm::adjective:
      return KnownName::adjective;
    case NameForm::people:
      return KnownName::people;
    case NameForm::capital:
      return KnownName::capital;
    default:
      break;
  }
  switch (lexicon.entry(form.entry).type) {
    case EntityType::state:
      return KnownName::state;
    case EntityType::territory:
      return KnownName::territory;
    case EntityType::organization:
      return KnownName::organization;
    case EntityType::bloc:
      return KnownName::bloc;
    case EntityType::armed_group:
      return KnownName::armed_group;
    case EntityType::person:
      return KnownName::person;
    case EntityType::agreement:
      return KnownName::agreement;
    case EntityType::event:
      return KnownName::event;
    default:
      return KnownName::other;
  }
}

NamePlace place_in(std::size_t index, std::size_t length) {
  if (length == 1) return NamePlace::whole;
  if (index == 0) return NamePlace::first;
  return index + 1 == length ? NamePlace::last : NamePlace::inside;
}

void mark_known(const Lexicon& lexicon, std::span<const Token> tokens, std::span<NameHint> hints) {
  for (std::size_t at = 0; at < tokens.size();) {
    const auto matches = lexicon.longest_match(tokens.subspan(at));
    if (matches.empty()) {
      ++at;
      continue;
    }
    const std::size_t length = matches.front().length;
    for (std::size_t index = 0; index < length; ++index) {
      hints[at + index].known = kind_of(lexicon, matches.front());
      hints[at + index].place = place_in(index, length);
    }
    at += length;
  }
}

void mark_titles(const Lexicon& lexicon, std::span<const Token> tokens, std::span<NameHint> hints) {
  for (std::size_t at = 0; at < tokens.size();) {
    const std::size_t office = lexicon.office_length(tokens.subspan(at));
    const std::size_t honorific = office == 0 ? lexicon.honorific_length(tokens.subspan(at)) : 0;
    for (std::size_t index = 0; index < office + honorific; ++index) {
      hints[at + index].word |= office > 0 ? NameHint::office : NameHint::honorific;
    }
    at += std::max<std::size_t>(office + honorific, 1);
  }
}

bool ends_sentence(std::string_view token) {
  return token == "." || token == "!" || token == "?" || token == ":" || is_opening_quote(character_at(token, 0).value);
}

/// What is known of a word from all of its places; each property with the number of places that have it.
using Uses = std::map<std::string_view, std::array<std::uint32_t, 4>>;

/// The bits of `NameHint::elsewhere` that the use of the token at `at` is an example of.
std::uint8_t use_of(std::span<const Token> tokens, std::span<const NameHint> hints, std::size_t at) {
  if (at == 0 || ends_sentence(tokens[at - 1].text)) return 0;
  std::uint8_t use = NameHint::inside_sentence;
  const std::uint8_t before = hints[at - 1].word;
  if ((before & NameHint::given_name) != 0) use |= NameHint::follows_given_name;
  if ((before & (NameHint::office | NameHint::honorific)) != 0) use |= NameHint::follows_title;
  return use;
}

void mark_elsewhere(std::span<const Token> tokens, std::span<NameHint> hints) {
  std::set<std::string_view> in_lower_case;
  Uses uses;
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    if (!is_capitalised(tokens[at].text)) {
      in_lower_case.insert(tokens[at].text);
      continue;
    }
    const std::uint8_t use = use_of(tokens, hints, at);
    auto& counts = uses[tokens[at].text];
    for (std::size_t bit = 0; bit < counts.size(); ++bit) counts[bit] += use >> bit & 1U;
  }
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    if (!is_capitalised(tokens[at].text)) continue;
    const std::uint8_t own = use_of(tokens, hints, at);
    const auto& counts = uses[tokens[at].text];
    for (std::size_t bit = 0; bit < counts.size(); ++bit) {
      if (counts[bit] > (own >> bit & 1U)) hints[at].elsewhere |= static_cast<std::uint8_t>(1U << bit);
    }
    if (in_lower_case.contains(lower(tokens[at].text))) hints[at].elsewhere |= NameHint::in_lower_case;
  }
}

std::string_view last_word(std::string_view name) {
  const std::size_t space = name.rfind(' ');
  return space == std::string_view::npos ? name : name.substr(space + 1);
}

}  // namespace

HintFinder::HintFinder(const Lexicon& lexicon) : lexicon_(lexicon) {
  for (std::uint32_t index = 0; index < lexicon.size(); ++index) {
    const LexiconEntry& entry = lexicon.entry(index);
    if (entry.type == EntityType::person) surnames_.insert(last_word(entry.name));
  }
}

std::vector<NameHint> HintFinder::hints(std::span<const Token> tokens) const {
  std::vector<NameHint> hints(tokens.size());
  mark_known(lexicon_, tokens, hints);
  mark_titles(lexicon_, tokens, hints);
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    NameHint& hint = hints[at];
    if (lexicon_.given_name(tokens[at].text)) hint.word |= NameHint::given_name;
    if (surnames_.contains(tokens[at].text)) hint.word |= NameHint::surname;
    if (const HeadNoun* head = lexicon_.head_noun(lower(tokens[at].text))) {
      hint.head = static_cast<std::uint8_t>(1 + static_cast<unsigned>(head->type));
    }
  }
  mark_elsewhere(tokens, hints);
  return hints;
}

}  // namespace entente::prose
