// What turns a graph into a file.
#pragma once

#include <iosfwd>
#include <memory>
#include <string_view>
#include <vector>

#include <entente/graph_view.hpp>

namespace entente {

/// Writes one format. Stateless; the same view gives the same bytes.
class Exporter {
 public:
  virtual ~Exporter() = default;

  [[nodiscard]] virtual std::string_view name() const = 0;                     ///< what `--to` calls it, e.g. "dot"
  [[nodiscard]] virtual std::string_view description() const = 0;              ///< a few words for people
  [[nodiscard]] virtual std::vector<std::string_view> extensions() const = 0;  ///< without the dot, lower case
  /// Writes what the view shows. Check the stream afterwards; exceptions that it is set to throw pass through.
  virtual void write(const GraphView&, std::ostream&) const = 0;
};

/// The formats that can be written: a value, extended with `add`.
class ExporterSet {
 public:
  void add(std::shared_ptr<const Exporter> exporter);
  [[nodiscard]] const std::vector<std::shared_ptr<const Exporter>>& all() const { return exporters_; }
  /// The exporter with that name, or with that file extension, or null.
  [[nodiscard]] const Exporter* named(std::string_view name) const;
  [[nodiscard]] const Exporter* for_extension(std::string_view extension) const;

 private:
  std::vector<std::shared_ptr<const Exporter>> exporters_;
};

/// The formats that Entente brings along: native JSON, DOT, JSON-LD, GraphML, CSV.
ExporterSet builtin_exporters();

}  // namespace entente
