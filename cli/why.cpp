// entente why: which sentences a path or a rank rests on.
#include <entente/blame.hpp>

#include <algorithm>
#include <iostream>

#include "commands.hpp"
#include "effort_options.hpp"
#include "inputs.hpp"
#include "lens_options.hpp"
#include "name_lookup.hpp"
#include "output.hpp"
#include "statements.hpp"

namespace entente::cli {
namespace {

std::string counted(std::size_t count, const std::string& noun) {
  return std::to_string(count) + " " + noun + (count == 1 ? "" : "s");
}

// Sentences as text and as JSON.
class Quoting {
 public:
  Quoting(const KnowledgeGraph& graph, const Sentences& sentences) : graph_(graph), sentences_(sentences) {}

  [[nodiscard]] const KnowledgeGraph& graph() const { return graph_; }

  // The sentence, its document, and what it carries.
  void write(std::ostream& out, std::size_t index, const Style& style) const {
    const Sentence& sentence = sentences_.all[index];
    out << "  " << (sentence.text.empty() ? "(no sentence is given)" : "“" + one_line(sentence.text) + "”");
    if (sentence.document) out << "  " << style.faint("(" + display_name(graph_.document(*sentence.document)) + ")");
    out << '\n';
    for (const std::string& carried : statements(sentence)) out << "    " << carried << '\n';
  }

  void write(JsonWriter& json, std::size_t index) const {
    const Sentence& sentence = sentences_.all[index];
    json.key("sentence");
    json.open_object();
    if (sentence.document) json.field("document", graph_.document(*sentence.document).key);
    json.field("text", sentence.text);
    json.key("carries");
    json.open_array();
    for (RelationId id : sentence.relations) write_relation(json, graph_, graph_.relation(id));
    json.close_array();
    json.close_object();
  }

  // On how much a relation rests.
  [[nodiscard]] std::string support(RelationId id) const {
    return counted(sentences_.of[id.index()].size(), "sentence") + " in " +
           counted(independent_documents(graph_, id), "independent document");
  }

  void write_support(JsonWriter& json, RelationId id) const {
    json.key("sentences");
    json.integer(sentences_.of[id.index()].size());
    json.key("independent_documents");
    json.integer(independent_documents(graph_, id));
  }

  std::vector<Cell> cells(std::size_t index) const {
    const Sentence& sentence = sentences_.all[index];
    return {sentence.text, sentence.document ? graph_.document(*sentence.document).key : "",
            joined(statements(sentence), " | ")};
  }

 private:
  // What the sentence carries, in words; what it states in several moods once.
  [[nodiscard]] std::vector<std::string> statements(const Sentence& sentence) const {
    std::vector<std::string> carried;
    for (RelationId id : sentence.relations) {
      std::string words = statement(graph_, graph_.relation(id));
      if (std::find(carried.begin(), carried.end(), words) == carried.end()) carried.push_back(std::move(words));
    }
    return carried;
  }

  const KnowledgeGraph& graph_;
  const Sentences& sentences_;
};

// A path.

void write_text(std::ostream& out, const Quoting& quoting, const PathBlame& blame, const Style& style) {
  if (!blame.path) return;
  const KnowledgeGraph& graph = quoting.graph();
  out << style.strong("The path") << "  (" << counted(blame.path->length(), "step") << ")\n";
  for (const Step& step : blame.path->steps) {
    write_statement(out, graph, graph.relation(step.relation), "  ", "    ", style);
    out << "    rests on " << quoting.support(step.relation) << '\n';
  }
  out << '\n' << style.strong("Sentences that it needs") << " (" << blame.effects.size() << ")\n";
  for (const PathEffect& effect : blame.effects) {
    out << (effect.length ? "without it, " + counted(*effect.length, "step") : "without it, no path") << ":\n";
    quoting.write(out, effect.sentence, style);
  }
  out << '\n' << style.strong("Without these, no path at all is left") << " (" << blame.cut.size();
  if (blame.cut_at_least < blame.cut.size()) out << "; " << blame.cut_at_least << " or more are needed";
  out << ")\n";
  for (std::size_t sentence : blame.cut) quoting.write(out, sentence, style);
}

void write_json(JsonWriter& json, const Quoting& quoting, const PathBlame& blame) {
  json.open_object();
  json.key("path");
  json.open_array();
  for (const Step& step : blame.path ? blame.path->steps : std::vector<Step>{}) {
    json.open_object();
    quoting.write_support(json, step.relation);
    json.key("relation");
    write_relation(json, quoting.graph(), quoting.graph().relation(step.relation));
    json.close_object();
  }
  json.close_array();
  json.key("needs");
  json.open_array();
  for (const PathEffect& effect : blame.effects) {
    json.open_object();
    if (effect.length) {
      json.key("length_without");
      json.integer(*effect.length);
    }
    quoting.write(json, effect.sentence);
    json.close_object();
  }
  json.close_array();
  json.key("cut_at_least");
  json.integer(blame.cut_at_least);
  json.key("cut");
  json.open_array();
  for (std::size_t sentence : blame.cut) {
    json.open_object();
    quoting.write(json, sentence);
    json.close_object();
  }
  json.close_array();
  write_completeness(json, blame.complete);
  json.close_object();
}

Table in_rows(const Quoting& quoting, const PathBlame& blame) {
  Table table{{{"part"}, {"length without"}, {"sentence"}, {"document"}, {"carries"}}, {}};
  const auto add = [&](const std::string& part, const std::string& length, std::size_t sentence) {
    std::vector<Cell> row = {part, length};
    for (Cell& cell : quoting.cells(sentence)) row.push_back(std::move(cell));
    table.rows.push_back(std::move(row));
  };
  for (const PathEffect& effect : blame.effects)
    add("needed", effect.length ? std::to_string(*effect.length) : "", effect.sentence);
  for (std::size_t sentence : blame.cut) add("cut", "", sentence);
  return table;
}

Report report_of(const Quoting& quoting, const PathBlame& blame) {
  return {[&](std::ostream& out, const Style& style) { write_text(out, quoting, blame, style); },
          [&](JsonWriter& json) { write_json(json, quoting, blame); }, [&] { return in_rows(quoting, blame); }};
}

// A rank.

struct RankQuestion {
  EntityId entity;
  CentralityMeasure measure;
};

void write_text(std::ostream& out, const Quoting& quoting, const RankQuestion& question, const RankBlame& blame,
                const Style& style) {
  if (blame.rank == 0) return;
  const Table place{
      {{"rank"}, {"score"}, {"measure"}, {"name"}},
      {{blame.rank, blame.score, std::string(name(question.measure)), quoting.graph().entity(question.entity).name}}};
  write_text(out, place, style);
  out << '\n' << style.strong("Sentences that change it") << " (" << blame.effects.size() << " of " << blame.checked;
  if (blame.checked < blame.all) out << " that were tried, of " << blame.all;
  out << ")\n";
  for (const RankEffect& effect : blame.effects) {
    out << "without it, rank " << effect.rank << ":\n";
    quoting.write(out, effect.sentence, style);
  }
}

void write_json(JsonWriter& json, const Quoting& quoting, const RankQuestion& question, const RankBlame& blame) {
  json.open_object();
  json.key("entity");
  write_entity(json, quoting.graph().entity(question.entity));
  json.field("measure", name(question.measure));
  if (blame.rank > 0) {
    json.key("rank");
    json.integer(blame.rank);
    json.key("score");
    json.number(blame.score);
  }
  json.key("sentences_tried");
  json.integer(blame.checked);
  json.key("sentences");
  json.integer(blame.all);
  json.key("effects");
  json.open_array();
  for (const RankEffect& effect : blame.effects) {
    json.open_object();
    json.key("rank_without");
    json.integer(effect.rank);
    json.key("score_without");
    json.number(effect.score);
    quoting.write(json, effect.sentence);
    json.close_object();
  }
  json.close_array();
  write_completeness(json, blame.complete);
  json.close_object();
}

Table in_rows(const Quoting& quoting, const RankBlame& blame) {
  Table table{{{"rank without"}, {"score without"}, {"sentence"}, {"document"}, {"carries"}}, {}};
  for (const RankEffect& effect : blame.effects) {
    std::vector<Cell> row = {effect.rank, effect.score};
    for (Cell& cell : quoting.cells(effect.sentence)) row.push_back(std::move(cell));
    table.rows.push_back(std::move(row));
  }
  return table;
}

Report report_of(const Quoting& quoting, const RankQuestion& question, const RankBlame& blame) {
  return {[&, question](std::ostream& out, const Style& style) { write_text(out, quoting, question, blame, style); },
          [&, question](JsonWriter& json) { write_json(json, quoting, question, blame); },
          [&] { return in_rows(quoting, blame); }};
}

// What is to be known about an answer that is not complete; nothing about one that is.
std::string caveat(const PathBlame& blame, std::string_view ending) {
  if (blame.complete) return "";
  return "entente: " + std::string(ending) + ": not everything was tried; to leave no path, " +
         counted(blame.cut_at_least, "sentence") + " or more must be false\n";
}

std::string caveat(const RankBlame& blame, std::string_view ending) {
  if (blame.complete) return "";
  const std::string words = "entente: " + std::string(ending) + ": ";
  if (blame.rank == 0) return words + "the rank is not known\n";
  return words + std::to_string(blame.checked) + " of " + counted(blame.all, "sentence") + " were tried\n";
}

// The measure as long as the effort lasts, of which others tell how far it has come.
Measure measure_within(const Effort& effort, CentralityMeasure measure) {
  Effort quiet = effort;
  quiet.progress = nullptr;
  return [quiet, measure](const GraphView& seen) -> std::optional<Scores> {
    Estimate estimate = centrality_within(quiet, seen, measure);
    return estimate.complete ? std::optional(std::move(estimate.scores)) : std::nullopt;
  };
}

// Says why there is nothing to explain, for that is an answer and no error.
void explain_nothing(const GraphView& view, const std::vector<EntityId>& named) {
  for (EntityId id : named) {
    if (view.shows(id)) continue;
    std::cerr << "entente: the lens leaves out " << display_name(view.graph().entity(id)) << '\n';
    return;
  }
  std::cerr << "entente: no path leads from " << display_name(view.graph().entity(named.front())) << " to "
            << display_name(view.graph().entity(named.back())) << '\n';
}

}  // namespace

ExitCode why(const Arguments& arguments) {
  std::string ranked;
  std::size_t sentence_count = 1000;
  CentralityMeasure measure = CentralityMeasure::degree;
  PathBlameOptions how;
  bool directed = false;
  Options options(
      "why", "INPUT... (A B | --rank NAME)",
      "Tells which sentences, if they were false, would break the path between the entities A and B, or change "
      "the rank of an entity.");
  Inputs inputs(options);
  options.heading("Paths");
  options.flag("--directed", directed, "Walk relations only from subject to object");
  options.number("--work", how.max_work, 1, "N",
                 "Look at N relations at most for the smallest cut (default 50 million)");
  options.heading("Ranks");
  options.text("--rank", ranked, "NAME", "Explain the rank of this entity");
  add_measure_option(options, measure, "");
  options.number("--sentences", sentence_count, 1, "N", "Try the N nearest sentences (default 1000)");
  EffortOptions effort(options);
  LensOptions lens(options, LensOptions::Ranking::left_out);
  ReportOutput output(options);
  if (!options.parse(arguments)) return ExitCode::done;
  const std::vector<std::string> names = inputs.take_names(ranked.empty() ? 2 : 0);

  const KnowledgeGraph graph = inputs.read();
  const GraphView view = lens.apply(graph);
  std::vector<EntityId> named;
  for (const std::string& name : ranked.empty() ? names : std::vector{ranked})
    named.push_back(entity_named(graph, name));
  const Sentences sentences = sentences_of(graph);
  const Quoting quoting(graph, sentences);
  if (ranked.empty()) {
    how.direction = directed ? Direction::directed : Direction::either;
    const PathBlame blame = effort.spend("sentences", [&](const Effort& allowed) {
      return blame_of_path(view, sentences, named.front(), named.back(), how, allowed);
    });
    std::cerr << caveat(blame, effort.ending());
    output.write(report_of(quoting, blame));
    if (!blame.path) explain_nothing(view, named);
  } else if (!view.shows(named.front())) {
    throw UsageError("the lens leaves out " + display_name(graph.entity(named.front())));
  } else {
    const RankBlame blame = effort.spend("sentences", [&](const Effort& allowed) {
      return blame_of_rank(view, sentences, named.front(), measure_within(allowed, measure), sentence_count, allowed);
    });
    std::cerr << caveat(blame, effort.ending());
    output.write(report_of(quoting, {named.front(), measure}, blame));
  }
  return effort.exit_code(inputs.exit_code());
}

}  // namespace entente::cli
