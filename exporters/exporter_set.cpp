#include <algorithm>

#include <entente/dot.hpp>
#include <entente/exporter.hpp>
#include <entente/json_ld.hpp>

#include "formats.hpp"

namespace entente {

void ExporterSet::add(std::shared_ptr<const Exporter> exporter) {
  exporters_.push_back(std::move(exporter));
}

const Exporter* ExporterSet::named(std::string_view name) const {
  const auto found = std::find_if(exporters_.begin(), exporters_.end(),
                                  [name](const auto& exporter) { return exporter->name() == name; });
  return found == exporters_.end() ? nullptr : found->get();
}

const Exporter* ExporterSet::for_extension(std::string_view extension) const {
  const auto writes_it = [extension](const auto& exporter) {
    const std::vector<std::string_view> extensions = exporter->extensions();
    return std::find(extensions.begin(), extensions.end(), extension) != extensions.end();
  };
  const auto found = std::find_if(exporters_.begin(), exporters_.end(), writes_it);
  return found == exporters_.end() ? nullptr : found->get();
}

ExporterSet builtin_exporters() {
  ExporterSet set;
  set.add(json_exporter());
  set.add(dot_exporter());
  set.add(json_ld_exporter());
  set.add(graphml_exporter());
  set.add(csv_exporter());
  return set;
}

}  // namespace entente
