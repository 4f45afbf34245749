#include "inputs.hpp"

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <iostream>
#include <iterator>
#include <optional>
#include <set>
#include <thread>
#include <utility>

#include <entente/assumption.hpp>
#include <entente/files.hpp>
#include <entente/importer.hpp>

#include "name_lookup.hpp"
#include "progress.hpp"

namespace entente::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view standard_input = "-";

// A document and who reads it; nobody if its format is not recognised.
struct Job {
  RawDocument document;
  const Importer* importer = nullptr;
};

// What became of one.
struct Outcome {
  KnowledgeGraph graph;
  std::string messages;
  bool has_errors = false;
};

std::string formats_in_words(const ImporterSet& importers) {
  std::string words;
  for (const auto& importer : importers.all()) {
    words.append(words.empty() ? "" : ", ").append(importer->name()).append(" (").append(importer->description()) +=
        ")";
  }
  return words;
}

const Importer* importer_named(const ImporterSet& importers, const std::string& name) {
  if (name.empty()) return nullptr;
  if (const Importer* importer = importers.named(name)) return importer;
  std::vector<std::string_view> names;
  for (const auto& importer : importers.all()) names.push_back(importer->name());
  throw unknown_word("input format", name, names);
}

bool has_extension_of(const Importer& importer, const fs::path& path) {
  std::string extension = path.extension().string();
  if (extension.empty()) return false;
  std::transform(extension.begin(), extension.end(), extension.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  const auto extensions = importer.extensions();
  return std::find(extensions.begin(), extensions.end(), std::string_view(extension).substr(1)) != extensions.end();
}

// The files in a folder and in those within it, in the order of their paths; hidden ones left out.
std::vector<fs::path> files_below(const fs::path& folder) {
  const auto is_hidden = [](const fs::path& path) { return path.filename().string().starts_with('.'); };
  std::vector<fs::path> files;
  try {
    for (auto entry = fs::recursive_directory_iterator(folder); entry != fs::end(entry); ++entry) {
      if (is_hidden(entry->path())) {
        entry.disable_recursion_pending();
      } else if (entry->is_regular_file()) {
        files.push_back(entry->path());
      }
    }
  } catch (const fs::filesystem_error& error) {
    throw IoError("cannot read \"" + error.path1().string() + "\": " + error.code().message());
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::string read_standard_input() {
  try {
    return {std::istreambuf_iterator<char>(std::cin), {}};
  } catch (const std::ios_base::failure& error) {
    throw IoError("cannot read standard input: " + error.code().message());
  }
}

// Finds out which documents the inputs are, and who reads each.
class Collector {
 public:
  Collector(const ImporterSet& importers, const std::string& format)
      : importers_(importers), wanted_(importer_named(importers, format)) {}

  void add(const std::string& input) {
    std::error_code ignored;
    if (input != standard_input && fs::is_directory(input, ignored)) return add_folder(input);
    add_document(read_document(input));
  }

  // The documents, by source; of those with equal bytes the first.
  std::vector<Job> jobs() && {
    std::stable_sort(jobs_.begin(), jobs_.end(),
                     [](const Job& a, const Job& b) { return a.document.source < b.document.source; });
    std::set<std::string> digests;
    std::erase_if(jobs_, [&](const Job& job) { return !digests.insert(sha256_hex(job.document.bytes)).second; });
    return std::move(jobs_);
  }

 private:
  void add_document(RawDocument document) {
    const Importer* importer = wanted_ ? wanted_ : importers_.for_document(document);
    jobs_.push_back({std::move(document), importer});
  }

  void add_folder(const std::string& folder) {
    const std::size_t before = jobs_.size();
    for (const fs::path& path : files_below(folder)) {
      RawDocument document{path.string(), read_file(path)};
      if (const Importer* importer = importer_in_folder(document)) jobs_.push_back({std::move(document), importer});
    }
    if (jobs_.size() > before) return;
    const std::string expected = wanted_ ? std::string(wanted_->name()) : formats_in_words(importers_);
    throw IoError("nothing to read in the folder \"" + folder + "\": expected files in a format of " + expected);
  }

  // Who reads a file that is not named itself; nobody if it is not meant to be read, for a folder may hold anything.
  [[nodiscard]] const Importer* importer_in_folder(const RawDocument& document) const {
    if (!wanted_) return importers_.for_document(document);
    return has_extension_of(*wanted_, document.source) || wanted_->recognizes(document) > 0 ? wanted_ : nullptr;
  }

  const ImporterSet& importers_;
  const Importer* wanted_;
  std::vector<Job> jobs_;
};

void report_unreadable(const Job& job, const ImporterSet& importers, Diagnostics& diagnostics) {
  if (job.document.bytes.empty()) {
    diagnostics.error(Problem::empty_document, {}, "the document is empty");
  } else {
    diagnostics.error(Problem::unreadable_format, {},
                      "the format is not recognised: expected one of " + formats_in_words(importers));
  }
}

Outcome import(const Job& job, const ImporterSet& importers) {
  Outcome outcome;
  Diagnostics diagnostics;
  GraphBuilder builder;
  if (job.importer && !job.document.bytes.empty()) {
    job.importer->import(job.document, builder, diagnostics);
  } else {
    report_unreadable(job, importers, diagnostics);
  }
  outcome.messages = messages_about(job.document, diagnostics);
  outcome.has_errors = diagnostics.error_count() > 0;
  outcome.graph = std::move(builder).build();
  return outcome;
}

// Imports each document on its own, so that threads and their order leave no trace.
std::vector<Outcome> import_all(std::vector<Job> jobs, const ImporterSet& importers) {
  std::vector<Outcome> outcomes(jobs.size());
  std::vector<std::exception_ptr> failures(jobs.size());
  Progress progress("reading", jobs.size());
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    for (std::size_t i = next++; i < jobs.size(); i = next++) {
      progress.advance(jobs[i].document.source);
      try {
        outcomes[i] = import(std::exchange(jobs[i], {}), importers);
      } catch (...) {
        failures[i] = std::current_exception();
      }
    }
  };
  {
    const std::size_t wanted = std::min<std::size_t>(std::max(1U, std::thread::hardware_concurrency()), jobs.size());
    std::vector<std::jthread> others;
    for (std::size_t i = 1; i < wanted; ++i) others.emplace_back(work);
    work();
  }
  for (const std::exception_ptr& failure : failures) {
    if (failure) std::rethrow_exception(failure);
  }
  return outcomes;
}

}  // namespace

RawDocument read_document(const std::string& input) {
  return {input, input == standard_input ? read_standard_input() : read_file(input)};
}

std::string messages_about(const RawDocument& document, const Diagnostics& diagnostics) {
  const std::string_view name = document.source == standard_input ? "<stdin>" : std::string_view(document.source);
  std::string messages;
  for (const Diagnostic& diagnostic : diagnostics.kept()) messages += render(diagnostic, name, document.bytes);
  if (diagnostics.dropped_count() > 0) {
    messages.append(name).append(": and " + std::to_string(diagnostics.dropped_count()) + " more\n");
  }
  return messages;
}

Inputs::Inputs(Options& options) {
  options.words(words_, "INPUT", "Documents, graphs, and folders of them; - for standard input");
  options.text("-f,--from", format_, "FORMAT", "The format of the inputs (default: told by their content)");
  options.list("--assume", "NAME", "As if this proposal, agreement or event had come about",
               [this](const std::string& name) { assumed_.push_back(name); });
}

std::vector<std::string> Inputs::take_names(std::size_t count) {
  if (words_.empty()) throw UsageError("no input is given: name files or folders, or - for standard input");
  if (words_.size() <= count) {
    throw UsageError("expected inputs and then " + std::string(count == 1 ? "a name" : "two names") + ", not only " +
                     joined(words_, " "));
  }
  const auto first = words_.end() - static_cast<std::ptrdiff_t>(count);
  std::vector<std::string> names(first, words_.end());
  words_.erase(first, words_.end());
  return names;
}

std::vector<std::string> Inputs::take_names(std::size_t fewest, std::size_t most) {
  std::size_t count = fewest;
  while (count < most && words_.size() > count + 1 && words_[words_.size() - count - 1] != standard_input &&
         !fs::exists(words_[words_.size() - count - 1])) {
    ++count;
  }
  return take_names(count);
}

KnowledgeGraph Inputs::read() {
  const ImporterSet importers = builtin_importers();
  Collector collector(importers, format_);
  const std::set<std::string> inputs(words_.begin(), words_.end());
  for (const std::string& input : inputs) collector.add(input);
  std::vector<KnowledgeGraph> graphs;
  bool is_empty = true;
  for (Outcome& outcome : import_all(std::move(collector).jobs(), importers)) {
    std::cerr << outcome.messages;
    if (outcome.has_errors) exit_code_ = ExitCode::document_errors;
    is_empty = is_empty && outcome.graph.document_count() == 0 && outcome.graph.entity_count() == 0;
    graphs.push_back(std::move(outcome.graph));
  }
  if (is_empty && exit_code_ == ExitCode::document_errors) throw NothingRead("nothing could be read");
  KnowledgeGraph graph = graphs.size() == 1 ? graphs.front() : merge(graphs);
  for (const std::string& name : assumed_) graph = assume(graph, assumption_of(graph, assumable_named(graph, name)));
  return graph;
}

}  // namespace entente::cli
