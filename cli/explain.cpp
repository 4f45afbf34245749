// entente explain: how the reader of prose understood a text.
#include <iostream>
#include <optional>

#include <entente/explain.hpp>

#include "commands.hpp"
#include "explanation.hpp"
#include "inputs.hpp"
#include "options.hpp"
#include "output.hpp"

namespace entente::cli {
namespace {

// Which sentences to explain; all that fit every part that is given.
struct Choice {
  std::size_t number = 0;  // from 1; 0: any
  std::size_t line = 0;
  std::string text;

  [[nodiscard]] bool is_given() const { return number > 0 || line > 0 || !text.empty(); }
};

RawDocument text_named(const std::vector<std::string>& words) {
  if (words.empty()) throw UsageError("no document is given: name a text, or - for standard input");
  if (words.size() > 1) throw UsageError("one document at a time, not " + joined(words, " "));
  RawDocument document = read_document(words.front());
  const ImporterSet importers = builtin_importers();
  const Importer* importer = importers.for_document(document);
  if (importer && importer->name() == "prose") return document;
  throw UsageError("\"" + words.front() + "\" is not running text" +
                   (importer ? ": it is read as " + std::string(importer->name()) : ""));
}

std::vector<std::size_t> chosen_from(const Explanation& explanation, const Choice& choice) {
  if (choice.number > explanation.sentences.size()) {
    throw UsageError("there is no sentence " + std::to_string(choice.number) + ": the last is " +
                     std::to_string(explanation.sentences.size()));
  }
  std::vector<std::size_t> chosen;
  for (std::size_t i = 0; i < explanation.sentences.size(); ++i) {
    const Explanation::Sentence& sentence = explanation.sentences[i];
    if (choice.number > 0 && choice.number != i + 1) continue;
    if (choice.line > 0 && (choice.line < sentence.line || choice.line > sentence.last_line)) continue;
    if (one_line(sentence.text).find(one_line(choice.text)) == std::string::npos) continue;
    chosen.push_back(i);
  }
  return chosen;
}

// Says why there is no such sentence, for that is an answer and no error.
void tell_why_none(const Explanation& explanation, const Choice& choice) {
  const Explanation::Block* last = nullptr;  // that begins on the line or before it
  for (const Explanation::Block& block : explanation.blocks) {
    if (block.line <= choice.line) last = &block;
  }
  std::cerr << "entente: no sentence fits";
  if (last && !last->reason.empty()) {
    std::cerr << ": what begins on line " << last->line << " is set aside as " << last->kind << " (" << last->reason
              << ')';
  }
  std::cerr << '\n';
}

}  // namespace

ExitCode explain(const Arguments& arguments) {
  std::vector<std::string> words;
  Choice choice;
  Options options("explain", "DOCUMENT",
                  "Tells how a text was understood: its blocks, and its sentences or all about some of them.");
  options.words(words, "DOCUMENT", "A text in English; - for standard input");
  options.heading("Sentences to tell all about");
  options.number("--sentence", choice.number, 1, "N", "The one with that number");
  options.number("--at", choice.line, 1, "LINE", "Those on that line of the text");
  options.text("--match", choice.text, "TEXT", "Those in which that stands");
  ReportOutput output(options);
  if (!options.parse(arguments)) return ExitCode::done;

  const RawDocument document = text_named(words);
  Diagnostics diagnostics;
  const Explanation explanation = explain_prose(document, diagnostics);
  std::cerr << messages_about(document, diagnostics);
  if (diagnostics.error_count() > 0) throw NothingRead("nothing could be read");
  if (!choice.is_given()) {
    output.write({[&](std::ostream& out, const Style& style) { write_overview(out, explanation, style); },
                  [&](JsonWriter& json) { write_overview(json, explanation); },
                  [&] { return overview_in_rows(explanation); }});
    return ExitCode::done;
  }
  const std::vector<std::size_t> chosen = chosen_from(explanation, choice);
  output.write({[&](std::ostream& out, const Style& style) { write_sentences(out, explanation, chosen, style); },
                [&](JsonWriter& json) { write_sentences(json, explanation, chosen); },
                [&] { return sentences_in_rows(explanation, chosen); }});
  if (chosen.empty()) tell_why_none(explanation, choice);
  return ExitCode::done;
}

}  // namespace entente::cli
