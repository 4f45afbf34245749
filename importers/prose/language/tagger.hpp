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
/// - A mark of punctuation is a word of its own: `"`, `(`, `,`, `%`, `$`, `/` between words; `...` and `--` are one.
///   The full stop of an abbreviation stays with it (`U.S.`, `Dr.`, `Inc.`); at the end of a sentence a last full stop
///   is a word (`etc .`), and only `U.S.`, `D.C.` and their like may end a sentence without one.
/// - A compound with hyphens is cut at each of them, the hyphen being a word of its own (`HYPH`): `three - day visit`,
///   `long - term`, `self - defense`, `twenty - five`, `so - called`, `al - Qaeda`, `Lee Teng - hui`. It stays whole
///   after a prefix that is no word of its own: anti-, co-, counter-, cross-, e-, ex-, inter-, intra-, mid-, mini-,
///   multi-, neo-, non-, over-, post-, pre-, pro-, re-, semi-, sub-, un- (`anti-Israeli`, `mid-July`, `pro-India`).
///   Numbers of telephones, dates and files stay whole, but a dash or hyphen between numbers is a word: `1990 - 1994`.
/// - Clitics are words: `Russia 's`, `states '`, `do n't`, `ca n't`, `can not` for cannot, `it 's`, `we 've`, `I 'm`,
///   `they 're`, `he 'd`, `she 'll`, `gon na`, `wan na`, `got ta`. Both `'` and `’` are understood.
/// - Numbers stay whole with their separators (`1,200.50`, `11/28/2000`, `10:30`), and so do ordinals and decades
///   (`20th`, `1970s`) and addresses of the Web and of mail; a currency or per cent sign is cut off (`$ 5`, `5 %`), and
///   so is a unit (`5 km`, `10 am`).
/// - A name of several words may be given as one word, by its last part or whole (`Wendy Sherman`: only the text after
///   the last space is looked at), with the given tag PROPN, NNP.
std::vector<Tag> tag(const Weights& weights, std::span<const std::string_view> words,
                     std::span<const std::optional<Tag>> given = {});

}  // namespace entente::prose
