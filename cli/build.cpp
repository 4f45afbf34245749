// entente build: documents and graphs to one graph in any format.
#include <entente/exporter.hpp>

#include "commands.hpp"
#include "inputs.hpp"
#include "lens_options.hpp"
#include "output.hpp"

namespace entente::cli {
namespace {

bool is_picture(const std::string& format) {
  return format == "svg" || format == "png" || format == "pdf";
}

// The exporter that the format names, or else the extension of the file; the native one when neither is given.
const Exporter& chosen_exporter(const ExporterSet& exporters, const std::string& format, const std::string& file) {
  const std::string extension = extension_of(file);
  if (is_picture(format.empty() ? extension : format)) throw UsageError("pictures are drawn by 'entente render'");
  std::vector<std::string_view> names;
  for (const auto& exporter : exporters.all()) names.push_back(exporter->name());
  if (!format.empty()) return *exporters.named(names[choose("output format", format, names)]);
  if (file.empty() || file == "-") return *exporters.named("json");
  if (const Exporter* exporter = exporters.for_extension(extension)) return *exporter;
  throw UsageError("the extension of \"" + file + "\" tells no format: name one with --to (" + joined(names) + ")");
}

}  // namespace

ExitCode build(const Arguments& arguments) {
  std::string file;
  std::string format;
  Options options("build", "INPUT... [-o FILE]", "Reads documents and graphs, merges them and writes one graph.");
  Inputs inputs(options);
  options.text("-o,--output", file, "FILE",
               "Where to write to (default: standard output); its extension tells the format");
  options.text("-t,--to", format, "FORMAT", "The format to write (default: json); see 'entente formats'");
  LensOptions lens(options);
  if (!options.parse(arguments)) return ExitCode::done;
  inputs.take_names(0);

  const ExporterSet exporters = builtin_exporters();
  const Exporter& exporter = chosen_exporter(exporters, format, file);
  const GraphView view = lens.apply(inputs.read());
  write_output(file, [&](std::ostream& out) { exporter.write(view, out); });
  return inputs.exit_code();
}

}  // namespace entente::cli
