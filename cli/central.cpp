// entente central: who, and what, is in the middle of things.
#include <cmath>
#include <cstdio>
#include <iostream>

#include "commands.hpp"
#include "effort_options.hpp"
#include "inputs.hpp"
#include "lens_options.hpp"
#include "name_lookup.hpp"
#include "output.hpp"

namespace entente::cli {
namespace {

// How to rank, as the options say.
struct Ranking {
  std::size_t count = 10;
  CentralityMeasure measure = CentralityMeasure::degree;
  bool relations = false;
  CentralityOptions options;
  bool directed = false;
  bool unnormalized = false;
  std::vector<std::string> restart;  // names, of whom PageRank is personalised to
  std::size_t samples = 0;           // 0: not asked for
  Sampling sampling;

  void declare(Options&);
  // Completes what was parsed. Throws `UsageError`.
  void check();
  [[nodiscard]] std::string what() const { return relations ? "betweenness" : std::string(name(measure)); }
  [[nodiscard]] Estimate estimate(const Effort&, const GraphView&) const;
  [[nodiscard]] Table table(const GraphView&, const Estimate&) const;
};

void Ranking::declare(Options& parsed) {
  parsed.heading("Ranking");
  add_measure_option(parsed, measure, "");
  parsed.number("--top", count, 1, "N", "How many (default 10)");
  parsed.flag("--relations", relations, "Rank relations, by betweenness");
  parsed.flag("--directed", directed, "Walk relations only from subject to object");
  parsed.flag("--count-parallel", options.count_parallel, "Every one of parallel relations counts");
  parsed.flag("--unnormalized", unnormalized, "Plain numbers instead of shares, where a measure has both");
  parsed.list("--restart-at", "NAME,...", "PageRank as seen from these: how close others are to them",
              [this](const std::string& names) { restart.push_back(names); });
  parsed.number("--samples", samples, 1, "N", "Estimate betweenness and the like from N entities drawn at random");
  parsed.fraction("--error", sampling.error, "NUMBER", "Or from as many as keep the error of scores within that");
  parsed.fraction("--confidence", sampling.confidence, "NUMBER", "How sure the bound of the error is (default 0.95)");
}

void Ranking::check() {
  if (relations && measure != CentralityMeasure::betweenness && measure != CentralityMeasure::degree)
    throw UsageError("relations are ranked by betweenness, not by " + std::string(name(measure)));
  if (!restart.empty() &&
      (relations || (measure != CentralityMeasure::pagerank && measure != CentralityMeasure::degree)))
    throw UsageError("--restart-at goes with --by pagerank only");
  if (directed) options.direction = Direction::directed;
  options.normalized = !unnormalized;
  if (samples > 0) sampling.sources = samples;
}

// The entities with those names; says which of them the lens leaves out.
std::vector<EntityId> restart_entities(const GraphView& view, const std::vector<std::string>& lists) {
  std::vector<EntityId> entities;
  for (const std::string& names : lists) {
    for (EntityId id : entities_named(view.graph(), names)) {
      entities.push_back(id);
      if (!view.shows(id))
        std::cerr << "entente: the lens leaves out " << display_name(view.graph().entity(id)) << '\n';
    }
  }
  return entities;
}

Estimate Ranking::estimate(const Effort& effort, const GraphView& view) const {
  if (relations) return relation_betweenness_within(effort, view, options, sampling);
  if (!restart.empty()) return personalized_pagerank_within(effort, view, restart_entities(view, restart), options);
  return centrality_within(effort, view, measure, options, sampling);
}

// With as many digits as people see of scores, rounded up.
std::string at_most(double error) {
  constexpr double last_digit = 1e4;
  char text[32];
  std::snprintf(text, sizeof text, "%.4f", std::ceil(error * last_digit) / last_digit);
  return text;
}

std::string in_words(double confidence) {
  char text[32];
  std::snprintf(text, sizeof text, "%g", confidence);
  return text;
}

// What is to be known about scores that are not exact; nothing about those that are.
std::string caveat(const Estimate& estimate, std::string_view ending) {
  if (estimate.is_exact()) return "";
  std::string words = "entente: ";
  words += estimate.complete ? "estimated" : ending;
  if (estimate.all_sources > 0)
    words += ": searched from " + std::to_string(estimate.sources) + " of " + std::to_string(estimate.all_sources) +
             " entities";
  if (estimate.error >= 1.0 && estimate.last_change)
    return words + "; how far the scores are off is not known, but the last step changed none by more than " +
           at_most(*estimate.last_change) + "\n";
  if (estimate.error >= 1.0) return words + "; nothing is known about the error of the scores\n";
  words += "; no score is off by more than " + at_most(estimate.error);
  if (estimate.confidence < 1.0) words += ", with a confidence of " + in_words(estimate.confidence);
  return words + "\n";
}

// Programs find in every row how far its score may be from the exact one.
void add_bounds(Table& table, const Estimate& estimate) {
  if (estimate.is_exact()) return;
  table.columns.push_back({"error", true});
  table.columns.push_back({"confidence", true});
  for (auto& row : table.rows) {
    row.emplace_back(estimate.error);
    row.emplace_back(estimate.confidence);
  }
}

Table ranked_entities(const GraphView& view, const Estimate& estimate, std::size_t count) {
  Table table{{{"rank"}, {"score"}, {"type"}, {"name"}, {"id", true}}, {}};
  for (const Ranked& ranked : top(view, estimate.scores, count)) {
    const Entity& entity = view.graph().entity(ranked.entity);
    table.rows.push_back(
        {table.rows.size() + 1, ranked.score, std::string(name(entity.type)), entity.name, entity.key});
  }
  return table;
}

Table ranked_relations(const GraphView& view, const Estimate& estimate, std::size_t count) {
  Table table{{{"rank"}, {"score"}, {"subject"}, {"predicate"}, {"object"}, {"subject id", true}, {"object id", true}},
              {}};
  for (const RankedRelation& ranked : top_relations(view, estimate.scores, count)) {
    const RelationView relation = view.graph().relation(ranked.relation);
    const Entity& subject = view.graph().entity(relation.subject);
    const Entity& object = view.graph().entity(relation.object);
    table.rows.push_back({table.rows.size() + 1, ranked.score, subject.name, std::string(name(relation.predicate)),
                          object.name, subject.key, object.key});
  }
  return table;
}

Table Ranking::table(const GraphView& view, const Estimate& estimate) const {
  const bool nothing_is_known =
      !estimate.complete && estimate.sources == 0 && estimate.error >= 1.0 && !estimate.last_change;
  const std::size_t rows = nothing_is_known ? 0 : count;
  Table ranks = relations ? ranked_relations(view, estimate, rows) : ranked_entities(view, estimate, rows);
  add_bounds(ranks, estimate);
  return ranks;
}

}  // namespace

ExitCode central(const Arguments& arguments) {
  Ranking ranking;
  Options options("central", "INPUT...", "Ranks entities, or relations, by how central they are.");
  Inputs inputs(options);
  ranking.declare(options);
  EffortOptions effort(options);
  LensOptions lens(options, LensOptions::Ranking::left_out);
  ReportOutput output(options);
  if (!options.parse(arguments)) return ExitCode::done;
  ranking.check();
  inputs.take_names(0);

  const GraphView view = lens.apply(inputs.read());
  const Estimate estimate =
      effort.spend(ranking.what(), [&](const Effort& allowed) { return ranking.estimate(allowed, view); });
  std::cerr << caveat(estimate, effort.ending());
  const Table table = ranking.table(view, estimate);
  output.write(report_of(table));
  return effort.exit_code(inputs.exit_code());
}

}  // namespace entente::cli
