#include "prose/reading/name_hints.hpp"

#include <algorithm>

#include "prose/language/characters.hpp"

namespace entente::prose {
namespace {

KnownName kind_of(const Lexicon& lexicon, const SurfaceForm& form) {
  switch (form.form) {
    case NameForm::adjective: return KnownName::adjective;
    case NameForm::people: return KnownName::people;
    case NameForm::capital: return KnownName::capital;
    default: break;
  }
  switch (lexicon.entry(form.entry).type) {
    case EntityType::state: return KnownName::state;
    case EntityType::territory: return KnownName::territory;
    case EntityType::organization: return KnownName::organization;
    case EntityType::bloc: return KnownName::bloc;
    case EntityType::armed_group: return KnownName::armed_group;
    case EntityType::person: return KnownName::person;
    case EntityType::agreement: return KnownName::agreement;
    case EntityType::event: return KnownName::event;
    default: return KnownName::other;
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
  return hints;
}

}  // namespace entente::prose
