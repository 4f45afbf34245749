// entente formats: what can be read and written.
#include <map>

#include <entente/exporter.hpp>
#include <entente/importer.hpp>

#include "commands.hpp"
#include "options.hpp"
#include "output.hpp"

namespace entente::cli {
namespace {

struct Format {
  bool is_read = false;
  std::string written_by;  // the command
  std::string extensions;
  std::string description;
};

std::map<std::string, Format> all_formats() {
  std::map<std::string, Format> formats;
  const ExporterSet exporters = builtin_exporters();
  for (const auto& exporter : exporters.all()) {
    formats[std::string(exporter->name())] = {false, "build", joined(exporter->extensions()),
                                              std::string(exporter->description())};
  }
  for (const auto& [name, description] : {std::pair("svg", "Scalable picture"), std::pair("png", "Picture of pixels"),
                                          std::pair("pdf", "Picture for print")}) {
    formats[name] = {false, "render", name, description};
  }
  const ImporterSet importers = builtin_importers();
  for (const auto& importer : importers.all()) {
    Format& format = formats[std::string(importer->name())];
    format.is_read = true;
    format.extensions = joined(importer->extensions());
    format.description = importer->description();
  }
  return formats;
}

}  // namespace

ExitCode formats(const Arguments& arguments) {
  Options options("formats", "", "Lists the formats that can be read and written.");
  ReportOutput output(options);
  if (!options.parse(arguments)) return ExitCode::done;

  Table table{{{"format"}, {"read"}, {"written by"}, {"extensions"}, {"description"}}, {}};
  for (const auto& [name, format] : all_formats()) {
    table.rows.push_back(
        {name, std::string(format.is_read ? "yes" : "no"), format.written_by, format.extensions, format.description});
  }
  output.write(report_of(table));
  return ExitCode::done;
}

}  // namespace entente::cli
