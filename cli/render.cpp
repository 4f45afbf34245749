// entente render: a picture of a graph, drawn by Graphviz.
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <ostream>
#include <sstream>

#include <entente/dot.hpp>
#include <entente/render.hpp>

#include "commands.hpp"
#include "inputs.hpp"
#include "lens_options.hpp"
#include "output.hpp"
#include "progress.hpp"

namespace entente::cli {
namespace {

constexpr std::array<std::string_view, 3> pictures = {"svg", "png", "pdf"};
constexpr std::array<std::string_view, 6> engines = {"dot", "neato", "sfdp", "fdp", "circo", "twopi"};

// The picture format that is named, or else the extension of the file.
std::string_view chosen_format(const std::string& format, const std::string& file) {
  const bool to_terminal = (file.empty() || file == "-") && is_terminal(STDOUT_FILENO);
  if (to_terminal) throw UsageError("a picture does not fit into a terminal: name a file with -o");
  if (!format.empty()) return pictures[choose("picture format", format, pictures)];
  const std::string extension = extension_of(file);
  if (!extension.empty()) return pictures[choose("picture format", extension, pictures)];
  throw UsageError("the format of the picture is missing: -o FILE.svg, .png or .pdf, or --to");
}

std::string dot_text(const GraphView& view, const DotOptions& options) {
  std::ostringstream out;
  dot_exporter(options)->write(view, out);
  return std::move(out).str();
}

}  // namespace

ExitCode render(const Arguments& arguments) {
  std::string file;
  std::string format;
  std::size_t seconds = 60;
  bool without_legend = false;
  DotOptions drawing;
  Options options("render", "INPUT... -o FILE.svg|png|pdf", "Draws a graph as a picture with Graphviz.");
  Inputs inputs(options);
  options.text("-o,--output", file, "FILE", "Where to write to; the extension tells the format");
  options.text("-t,--to", format, "svg|png|pdf", "The format of the picture");
  options.heading("Drawing");
  options.text("--title", drawing.title, "TEXT", "What to write above (default: the titles of the documents)");
  options.flag("--no-legend", without_legend, "Leave out the legend");
  options.list("--engine", "ENGINE", "Graphviz layout: dot, neato, sfdp, fdp, circo, twopi (default: by size)",
               [&](const std::string& word) { drawing.engine = engines[choose("engine", word, engines)]; });
  options.number("--time-limit", seconds, 1, "SECONDS", "Give up after so long (default 60)");
  LensOptions lens(options);
  if (!options.parse(arguments)) return ExitCode::done;
  inputs.take_names(0);

  const std::string_view picture_format = chosen_format(format, file);
  drawing.legend = !without_legend;
  const std::string text = dot_text(lens.apply(inputs.read()), drawing);
  RenderOptions rendering;
  constexpr std::size_t longest = 1'000'000;  // in seconds; in milliseconds more might be too large a number
  rendering.time_limit = std::chrono::seconds(std::min(seconds, longest));
  std::string picture;
  {
    Progress progress("drawing", 1);
    progress.advance(file);
    picture = entente::render(text, picture_format, rendering);
  }
  write_output(file, [&](std::ostream& out) { out << picture; });
  return inputs.exit_code();
}

}  // namespace entente::cli
