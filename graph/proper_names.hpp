// What a name tells about its bearer: whether it is one, which words and numbers it holds.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// Whether the words stand for one bearer wherever they occur: they are written with a capital (or in a script that has
/// none), and not all of them are common nouns of the field such as "Foreign Ministry" or "the North".
bool is_proper_name(std::string_view name);

/// The words of a folded name.
std::vector<std::string_view> words_of(std::string_view folded_name);

/// The numbers in a name: figures, Roman numerals, numerals and ordinals in words, and months, which tell one text of a
/// name from the next. "Minsk II" and "Second Minsk Agreement" both give {"2"}; leading zeros are dropped.
std::set<std::string> numbers_in(std::string_view name);

/// Whether a name holds a year from 1000 to 2999, and so means one event of a series.
bool holds_year(std::string_view name);

}  // namespace entente
