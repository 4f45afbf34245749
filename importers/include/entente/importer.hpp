// What turns documents into facts.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <entente/diagnostics.hpp>
#include <entente/graph_builder.hpp>

namespace entente {

/// A document as it arrives: its bytes and where they came from.
struct RawDocument {
  std::string source;  ///< path or IRI, as the user named it
  std::string bytes;
};

/// Reads one format. Stateless: one importer may read many documents at once from different threads.
class Importer {
 public:
  virtual ~Importer() = default;

  [[nodiscard]] virtual std::string_view name() const = 0;                     ///< what `--from` calls it, e.g. "json"
  [[nodiscard]] virtual std::string_view description() const = 0;              ///< a few words for people
  [[nodiscard]] virtual std::vector<std::string_view> extensions() const = 0;  ///< without the dot, lower case
  /// How sure it is, 0 to 1, that the document is in its format, told from its bytes (and name when bytes do not tell).
  [[nodiscard]] virtual double recognizes(const RawDocument&) const = 0;
  /// Adds the facts of the document to the builder. Trouble in the document is reported and never thrown; what can be
  /// read in spite of it is added.
  virtual void import(const RawDocument&, GraphBuilder&, Diagnostics&) const = 0;
};

/// The formats that can be read: a value, extended with `add`.
class ImporterSet {
 public:
  void add(std::shared_ptr<const Importer> importer);
  [[nodiscard]] const std::vector<std::shared_ptr<const Importer>>& all() const { return importers_; }
  /// The importer with that name, or null.
  [[nodiscard]] const Importer* named(std::string_view name) const;
  /// The importer that recognises the document best, or null if none does.
  [[nodiscard]] const Importer* for_document(const RawDocument&) const;

 private:
  std::vector<std::shared_ptr<const Importer>> importers_;
};

/// The formats that Entente brings along: native JSON and English prose.
ImporterSet builtin_importers();

}  // namespace entente
