// entente central: who is in the middle of things.
#include <iostream>
#include <optional>

#include "commands.hpp"
#include "inputs.hpp"
#include "lens_options.hpp"
#include "name_lookup.hpp"
#include "output.hpp"

namespace entente::cli {
namespace {

struct Question {
  std::size_t count = 10;
  std::optional<CentralityMeasure> measure;
  std::vector<std::string> restart;
  CentralityOptions options;
};

Scores scores_of(const GraphView& view, const Question& question) {
  if (question.restart.empty())
    return centrality(view, question.measure.value_or(CentralityMeasure::degree), question.options);
  std::vector<EntityId> restart;
  for (const std::string& names : question.restart) {
    const auto found = entities_named(view.graph(), names);
    for (EntityId id : found)
      if (!view.shows(id))
        std::cerr << "entente: the lens leaves out " << display_name(view.graph().entity(id)) << '\n';
    restart.insert(restart.end(), found.begin(), found.end());
  }
  return personalized_pagerank(view, restart, question.options);
}

Table ranking(const GraphView& view, const Question& question) {
  Table table{{{"rank"}, {"score"}, {"type"}, {"name"}, {"id", true}}, {}};
  for (const Ranked& ranked : top(view, scores_of(view, question), question.count)) {
    const Entity& entity = view.graph().entity(ranked.entity);
    table.rows.push_back(
        {table.rows.size() + 1, ranked.score, std::string(name(entity.type)), entity.name, entity.key});
  }
  return table;
}

}  // namespace

ExitCode central(const Arguments& arguments) {
  Question question;
  bool directed = false;
  bool unnormalized = false;
  Options options("central", "INPUT...", "Ranks entities by how central they are.");
  Inputs inputs(options);
  options.heading("Ranking");
  add_measure_option(options, question.measure);
  options.number("--top", question.count, 1, "N", "How many (default 10)");
  options.flag("--directed", directed, "Follow relations only from subject to object");
  options.flag("--count-parallel", question.options.count_parallel,
               "Each of several relations between the same two counts");
  options.flag("--unnormalized", unnormalized, "Plain numbers instead of shares, where a measure has both");
  options.list("--restart-at", "NAME,...", "PageRank as seen from these: how close others are to them",
               [&](const std::string& names) { question.restart.push_back(names); });
  LensOptions lens(options, LensOptions::Ranking::left_out);
  ReportOutput output(options);
  if (!options.parse(arguments)) return ExitCode::done;
  inputs.take_names(0);
  if (!question.restart.empty() &&
      question.measure.value_or(CentralityMeasure::pagerank) != CentralityMeasure::pagerank)
    throw UsageError("--restart-at goes with --by pagerank only");
  question.options.direction = directed ? Direction::directed : Direction::either;
  question.options.normalized = !unnormalized;

  const Table table = ranking(lens.apply(inputs.read()), question);
  output.write(report_of(table));
  return inputs.exit_code();
}

}  // namespace entente::cli
