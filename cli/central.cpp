// entente central: who is in the middle of things.
#include "commands.hpp"
#include "inputs.hpp"
#include "lens_options.hpp"
#include "output.hpp"

namespace entente::cli {
namespace {

Table ranking(const GraphView& view, CentralityMeasure measure, std::size_t count) {
  Table table{{{"rank"}, {"score"}, {"type"}, {"name"}, {"id", true}}, {}};
  for (const Ranked& ranked : top(view, centrality(view, measure), count)) {
    const Entity& entity = view.graph().entity(ranked.entity);
    table.rows.push_back(
        {table.rows.size() + 1, ranked.score, std::string(name(entity.type)), entity.name, entity.key});
  }
  return table;
}

}  // namespace

ExitCode central(const Arguments& arguments) {
  std::size_t count = 10;
  CentralityMeasure measure = CentralityMeasure::degree;
  Options options("central", "INPUT...", "Ranks entities by how central they are.");
  Inputs inputs(options);
  options.heading("Ranking");
  add_measure_option(options, measure, "degree (default), betweenness, closeness or pagerank");
  options.number("--top", count, 1, "N", "How many (default 10)");
  LensOptions lens(options, LensOptions::Ranking::left_out);
  ReportOutput output(options);
  if (!options.parse(arguments)) return ExitCode::done;
  inputs.take_names(0);

  const Table table = ranking(lens.apply(inputs.read()), measure, count);
  output.write(report_of(table));
  return inputs.exit_code();
}

}  // namespace entente::cli
