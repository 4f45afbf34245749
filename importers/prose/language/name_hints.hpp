#pragma once

#include "prose/language/name_labels.hpp"

#include <cstdint>

namespace entente::prose {

/// What a known name names, as far as it helps to tell names apart.
enum class KnownName : std::uint8_t {
  unknown,
  state,
  adjective,
  people,
  capital,
  territory,
  organization,
  bloc,
  armed_group,
  person,
  agreement,
  event,
  other,
};

/// What is known of a word before names are looked for, from lists of names and from the rest of the document.
struct NameHint {
  static constexpr std::uint8_t given_name = 1;  ///< bits of `word`
  static constexpr std::uint8_t surname = 2;
  static constexpr std::uint8_t office = 4;     ///< inside "foreign minister"
  static constexpr std::uint8_t honorific = 8;  ///< inside "Mr."

  static constexpr std::uint8_t follows_given_name = 1;  ///< bits of `elsewhere`: it stands right behind a given name,
  static constexpr std::uint8_t follows_title = 2;       ///< behind an office or honorific,
  static constexpr std::uint8_t in_lower_case = 4;       ///< the word stands in lower case,
  static constexpr std::uint8_t inside_sentence = 8;     ///< it stands capitalised where no sentence begins

  KnownName known = KnownName::unknown;  ///< the word stands in a known name of this kind,
  NamePlace place = NamePlace::whole;    ///< in this place
  std::uint8_t head = 0;                 ///< 1 + kind of the thing that the noun describes or names
  std::uint8_t word = 0;                 ///< what the word alone may be
  std::uint8_t elsewhere = 0;            ///< how the capitalised word is used elsewhere in the document
};

}  // namespace entente::prose
