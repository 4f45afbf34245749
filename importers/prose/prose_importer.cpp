#include "prose/prose_importer.hpp"

#include <algorithm>
#include <filesystem>

#include <entente/files.hpp>
#include <entente/unicode.hpp>

#include "prose/language/cleaning.hpp"
#include "prose/language/roles.hpp"
#include "prose/language/sentences.hpp"
#include "prose/language/tree.hpp"
#include "prose/language/weights.hpp"
#include "prose/reading/attitudes.hpp"
#include "prose/reading/clauses.hpp"
#include "prose/reading/coreference.hpp"
#include "prose/reading/facts.hpp"
#include "prose/reading/identities.hpp"
#include "prose/reading/lexicon.hpp"
#include "prose/reading/meetings.hpp"
#include "prose/reading/names.hpp"
#include "prose/reading/offices.hpp"
#include "prose/reading/provisions.hpp"
#include "prose/reading/relations.hpp"
#include "prose/reading/structure.hpp"
#include "prose/reading/time_expressions.hpp"

namespace entente {
namespace {

using namespace prose;

/// Everything that the stages find out about the text.
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
  resolve_descriptions(passage, tree, lexicon);
  find_attitudes(passage, tree, roles, AttitudeLexicon::builtin());
  find_offices(passage, tree, roles, lexicon);
  find_structure(passage, tree, roles, lexicon);
  find_meetings(passage, tree, roles);
  find_relations(passage, tree, roles, FrameLexicon::builtin());
  find_provisions(passage, tree, roles, AttitudeLexicon::builtin());
  return passage;
}

class ProseImporter final : public Importer {
 public:
  [[nodiscard]] std::string_view name() const override { return "prose"; }
  [[nodiscard]] std::string_view description() const override { return "running text in English"; }
  [[nodiscard]] std::vector<std::string_view> extensions() const override { return {"txt", "text", "md"}; }

  [[nodiscard]] double recognizes(const RawDocument& document) const override {
    const std::string_view head = std::string_view(document.bytes).substr(0, 4096);
    if (head.find('\0') != std::string_view::npos) return 0.0;
    const auto letters = std::ranges::count_if(head, [](char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; });
    return head.empty() || static_cast<double>(letters) > 0.4 * static_cast<double>(head.size()) ? 0.2 : 0.05;
  }

  void import(const RawDocument& document, GraphBuilder& builder, Diagnostics& diagnostics) const override {
    std::string_view text = document.bytes;
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    if (!is_readable(text, diagnostics)) return;
    const Passage passage = read_passage(text);
    Document made;
    made.key = std::filesystem::path(document.source).stem().string();
    made.title = passage.imprint.title;
    made.date = passage.imprint.date;
    made.author = passage.imprint.author;
    made.publisher = passage.imprint.publisher;
    made.source = document.source;
    made.language = "en";
    made.sha256 = sha256_hex(document.bytes);
    add_facts(passage, Lexicon::builtin(), std::move(made), builder);
  }

 private:
  static bool is_readable(std::string_view text, Diagnostics& diagnostics) {
    if (const auto invalid = first_invalid_utf8(text)) {
      diagnostics.error(Problem::invalid_encoding, {*invalid, *invalid + 1},
                        "this byte is not valid UTF-8; expected text in UTF-8 (iconv -f LATIN1 -t UTF-8 converts older files)");
      return false;
    }
    if (text.find_first_not_of(" \t\r\n") == std::string_view::npos) {
      diagnostics.error(Problem::empty_document, {0, 0}, "the document is empty; expected English text");
      return false;
    }
    return true;
  }
};

}  // namespace

std::shared_ptr<const Importer> make_prose_importer() { return std::make_shared<ProseImporter>(); }

}  // namespace entente
