// entente similar: who takes the same positions as an entity.
#include <algorithm>
#include <array>
#include <iostream>

#include <entente/similarity.hpp>

#include "commands.hpp"
#include "effort_options.hpp"
#include "inputs.hpp"
#include "lens_options.hpp"
#include "name_lookup.hpp"
#include "output.hpp"
#include "statements.hpp"

namespace entente::cli {
namespace {

void add_similarity_option(Options& options, SimilarityMeasure& measure) {
  options.list("--by", "MEASURE", "jaccard (default), cosine or adamic-adar", [&measure](const std::string& word) {
    static constexpr std::array measures = {SimilarityMeasure::jaccard, SimilarityMeasure::cosine,
                                            SimilarityMeasure::adamic_adar};
    std::array<std::string_view, measures.size()> names;
    std::transform(measures.begin(), measures.end(), names.begin(), [](SimilarityMeasure m) { return name(m); });
    measure = measures[choose("measure", word, names)];
  });
}

// The first few shared positions, without those who take them: "recognizes Kosovo, is not party to Minsk II".
std::string positions_in_words(const KnowledgeGraph& graph, EntityId holder,
                               const std::vector<SharedPosition>& shared) {
  constexpr std::size_t most_told = 3;
  std::string words;
  for (std::size_t i = 0; i < std::min(shared.size(), most_told); ++i) {
    const RelationView relation = graph.relation(shared[i].of_one);
    const EntityId object = relation.subject == holder ? relation.object : relation.subject;
    words.append(i > 0 ? ", " : "").append(in_words(relation.predicate, relation.polarity)).append(" ");
    words.append(display_name(graph.entity(object)));
  }
  if (shared.size() > most_told) words += " and " + std::to_string(shared.size() - most_told) + " more";
  return words;
}

Table in_rows(const KnowledgeGraph& graph, EntityId center, const std::vector<Similar>& found) {
  Table table{{{"rank"}, {"score"}, {"type"}, {"name"}, {"shared"}, {"positions"}, {"id", true}}, {}};
  for (const Similar& similar : found) {
    const Entity& entity = graph.entity(similar.entity);
    table.rows.push_back({table.rows.size() + 1, similar.score, std::string(name(entity.type)), entity.name,
                          similar.shared.size(), positions_in_words(graph, center, similar.shared), entity.key});
  }
  return table;
}

void write_json(JsonWriter& json, const KnowledgeGraph& graph, const std::vector<Similar>& found) {
  json.open_array();
  for (const Similar& similar : found) {
    json.open_object();
    json.key("entity");
    write_entity(json, graph.entity(similar.entity));
    json.key("score");
    json.number(similar.score);
    json.key("shared");
    json.open_array();
    for (const SharedPosition& position : similar.shared) {
      json.open_array();
      write_relation(json, graph, graph.relation(position.of_one));
      write_relation(json, graph, graph.relation(position.of_other));
      json.close_array();
    }
    json.close_array();
    json.close_object();
  }
  json.close_array();
}

}  // namespace

ExitCode similar(const Arguments& arguments) {
  std::size_t count = 10;
  SimilarityMeasure measure = SimilarityMeasure::jaccard;
  Options options("similar", "INPUT... NAME",
                  "Ranks those who take the same positions as the entity named by the last word: who do the same, or\n"
                  "do not do it, to the same others.");
  Inputs inputs(options);
  options.heading("Ranking");
  add_similarity_option(options, measure);
  options.number("--top", count, 1, "N", "How many (default 10)");
  EffortOptions effort(options, Workers::one);
  LensOptions lens(options, LensOptions::Ranking::left_out);
  ReportOutput output(options);
  if (!options.parse(arguments)) return ExitCode::done;
  const std::string wanted = inputs.take_names(1).front();

  const KnowledgeGraph graph = inputs.read();
  const EntityId center = entity_named(graph, wanted);
  const GraphView view = lens.apply(graph);
  const FoundSimilar found = effort.spend(
      "similar", [&](const Effort& allowed) { return most_similar_within(allowed, view, center, measure, count); });
  if (!found.complete) {
    std::cerr << "entente: " << effort.ending() << ": " << found.looked_at << " of " << found.positions
              << " positions were looked at; others may be more similar, and the scores may be higher\n";
  }
  const Table table = in_rows(graph, center, found.entities);
  Report report = report_of(table);
  report.json = [&](JsonWriter& json) { write_json(json, graph, found.entities); };
  output.write(report);
  return effort.exit_code(inputs.exit_code());
}

}  // namespace entente::cli
