// Any text may be given to the reader of prose: every quotation it gives as evidence stands where it says, and it never
// fails. What is explained of it holds together.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <utility>

#include <entente/explain.hpp>
#include <entente/importer.hpp>
#include <entente/unicode.hpp>

namespace {

void require(bool condition) {
  if (!condition) std::abort();
}

void require_in_place(const entente::QuoteView& quote, const std::string& text, const entente::CodePointIndex& index) {
  if (!quote.span) return;
  const std::size_t begin = index.to_bytes(quote.span->begin);
  require(quote.span->begin <= quote.span->end);
  require(text.substr(begin, index.to_bytes(quote.span->end) - begin) == quote.text);
}

void require_trees(const entente::Explanation& explanation) {
  for (const entente::Explanation::Sentence& sentence : explanation.sentences) {
    require(sentence.line <= sentence.last_line);
    for (const entente::Explanation::Word& word : sentence.words) {
      require(word.depth == (word.head == 0 ? 0 : sentence.words.at(word.head - 1).depth + 1));
    }
    for (const entente::Explanation::Predicate& it : sentence.predicates) require(it.word <= sentence.words.size());
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const entente::RawDocument document{"fuzz.txt", std::string(data, data + size)};
  static const entente::ImporterSet importers = entente::builtin_importers();
  entente::Diagnostics diagnostics;
  entente::GraphBuilder builder;
  importers.named("prose")->import(document, builder, diagnostics);
  for (const entente::Diagnostic& diagnostic : diagnostics.kept()) {
    require(diagnostic.span.begin <= diagnostic.span.end && diagnostic.span.end <= size);
    require(!entente::render(diagnostic, document.source, document.bytes).empty());
  }
  require_trees(entente::explain_prose(document, diagnostics));
  const entente::KnowledgeGraph graph = std::move(builder).build();
  if (entente::first_invalid_utf8(document.bytes)) return 0;  // offsets are those of the repaired text
  const std::string text = document.bytes.substr(document.bytes.starts_with("\xEF\xBB\xBF") ? 3 : 0);
  const entente::CodePointIndex index(text);
  for (const entente::Entity& entity : graph.entities()) {
    for (const entente::Mention& mention : entity.mentions) require_in_place(entente::view_of(mention), text, index);
  }
  for (const entente::RelationView relation : graph.relations()) {
    for (const entente::QuoteView& evidence : relation.evidence) require_in_place(evidence, text, index);
  }
  return 0;
}
