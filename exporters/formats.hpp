// The exporters that take no options.
#pragma once

#include <memory>

#include <entente/exporter.hpp>

namespace entente {

/// Writes the native JSON, from which the same graph can be read back.
std::shared_ptr<const Exporter> json_exporter();
/// Writes GraphML, for Gephi, yEd and networkx.
std::shared_ptr<const Exporter> graphml_exporter();
/// Writes a table with one row for each relation.
std::shared_ptr<const Exporter> csv_exporter();

}  // namespace entente
