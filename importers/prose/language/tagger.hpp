#pragma once

#include "prose/language/tags.hpp"
#include "prose/language/weights.hpp"

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace entente::prose {

/// The tags of the words of one sentence, one for each word.
///
/// `given` is empty or has one element per word; a tag in it is kept and helps to tag its neighbours. Greedy, from left
/// to right; linear in the length of the sentence. Any bytes are accepted as words.
///
/// The words are expected to be cut as the English treebanks of Universal Dependencies cut them:
/// - A mark of punctuation is a word of its own: `"`, `(`, `,`, `%`, `$`, `/` between words; `...` and `--` are one word.
///   The full stop of an abbreviation stays with it (`U.S.`, `Dr.`, `Inc.`), also at the end of the sentence.
/// - A compound with hyphens is cut at each of them, the hyphen being a word of its own (`HYPH`): `three - day visit`,
///   `anti - Israeli`. It stays whole after a prefix that is no word of its own (`non-combat`, `re-elected`,
///   `co-author`, `ex-members`, `pro-India`, `mid-July`, `multi-national`, `post-war`, `pre-owned`, `semi-official`),
///   in `e-mail` and its like, in given names such as `Teng-hui`, and in numbers of telephones, dates and files.
///   A dash or hyphen between numbers is a word: `1990 - 1994`.
/// - Clitics are words: `Russia 's`, `states '`, `do n't`, `ca n't`, `can not` for cannot, `it 's`, `we 've`, `I 'm`,
///   `they 're`, `he 'd`, `she 'll`, `gon na`, `wan na`, `got ta`. Both `'` and `’` are understood.
/// - Numbers stay whole with their separators (`1,200.50`, `11/28/2000`, `10:30`), and so do addresses of the Web and of
///   mail; a currency or per cent sign is cut off (`$ 5`, `5 %`), and so is a unit (`5 km`).
/// - A name of several words may be given as one word, by its last part or whole (`Wendy Sherman`: only the text after
///   the last space is looked at), with the given tag PROPN, NNP.
std::vector<Tag> tag(const Weights& weights, std::span<const std::string_view> words,
                     std::span<const std::optional<Tag>> given = {});

} // namespace entente::prose
