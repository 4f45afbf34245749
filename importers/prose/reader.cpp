#include "prose/reader.hpp"

#include <entente/unicode.hpp>

#include "prose/language/cleaning.hpp"
#include "prose/language/roles.hpp"
#include "prose/language/sentences.hpp"
#include "prose/language/tree.hpp"
#include "prose/language/weights.hpp"
#include "prose/reading/attitudes.hpp"
#include "prose/reading/clauses.hpp"
#include "prose/reading/conditions.hpp"
#include "prose/reading/coreference.hpp"
#include "prose/reading/identities.hpp"
#include "prose/reading/lexicon.hpp"
#include "prose/reading/meetings.hpp"
#include "prose/reading/names.hpp"
#include "prose/reading/offices.hpp"
#include "prose/reading/provisions.hpp"
#include "prose/reading/relations.hpp"
#include "prose/reading/shared_dates.hpp"
#include "prose/reading/structure.hpp"
#include "prose/reading/time_expressions.hpp"

namespace entente::prose {

std::optional<std::string_view> readable_text(const RawDocument& document, Diagnostics& diagnostics) {
  std::string_view text = document.bytes;
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  if (const auto invalid = first_invalid_utf8(text)) {
    diagnostics.error(Problem::invalid_encoding, {*invalid, *invalid + 1},
                      "this byte is not valid UTF-8; expected text in UTF-8 (iconv -f LATIN1 -t UTF-8 converts older "
                      "files)");
    return std::nullopt;
  }
  if (text.find_first_not_of(" \t\r\n") == std::string_view::npos) {
    diagnostics.error(Problem::empty_document, {0, 0}, "the document is empty; expected English text");
    return std::nullopt;
  }
  return text;
}

Passage read_passage(std::string_view text) {
  const Lexicon& lexicon = Lexicon::builtin();
  Passage passage;
  passage.text = text;
  clean(passage);
  split_sentences(passage);
  tag_tokens(passage, embedded_weights());
  find_names(passage, lexicon);
  find_times(passage);
  parse_clauses(passage, embedded_weights());
  resolve_names(passage, lexicon);
  const Tree tree(passage);
  const Roles roles(passage, tree);
  resolve_descriptions(passage, tree, roles, lexicon);
  find_attitudes(passage, tree, roles, AttitudeLexicon::builtin());
  find_offices(passage, tree, roles, lexicon);
  find_structure(passage, tree, roles, lexicon);
  find_meetings(passage, tree, roles);
  find_relations(passage, tree, roles, FrameLexicon::builtin());
  find_provisions(passage, tree, roles, AttitudeLexicon::builtin());
  share_dates(passage);
  find_conditions(passage, tree, roles);
  return passage;
}

}  // namespace entente::prose
