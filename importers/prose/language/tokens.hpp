// Tokens: words, numbers and marks with their place in the text.
#pragma once

#include <vector>

#include "prose/passage.hpp"

namespace entente::prose {

/// Appends the tokens of one stretch of the text. Clitics ("'s", "n't") stand alone as in the English treebanks;
/// abbreviations and initials keep their full stop; hyphens are tokens of their own ("NATO - Russia") except after a
/// prefix ("pro-Russian", "co-operation"). O(length).
void tokenise(std::string_view text, Bytes stretch, std::vector<Token>& tokens);

/// Whether the word with its full stop is an abbreviation ("Nov.", "U.S.", "J.").
bool is_abbreviation(std::string_view word_with_stop);

}  // namespace entente::prose
