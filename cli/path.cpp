// entente path: how two entities are connected, and what says so.
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <iostream>
#include <utility>
#include <variant>

#include <entente/paths.hpp>

#include "commands.hpp"
#include "effort_options.hpp"
#include "inputs.hpp"
#include "lens_options.hpp"
#include "name_lookup.hpp"
#include "output.hpp"
#include "statements.hpp"
#include "terminal_text.hpp"

namespace entente::cli {
namespace {

struct Question {
  EntityId from{0};
  EntityId to{0};
  std::size_t count = 1;
  PathRules rules{};
  bool widest = false;
  bool all = false;
};

struct Answer {
  std::vector<Path> paths;
  bool complete = true;    // it did not run out of time, nor was it interrupted
  bool limit_hit = false;  // there are more paths than are to be listed
};

constexpr std::size_t default_limit = 100;
constexpr std::size_t default_length = 4;

std::string_view arrow(const KnowledgeGraph& graph, Step step) {
  if (is_symmetric(graph.relation(step.relation).predicate)) return " ↔ ";
  return step.backwards ? " ← " : " → ";
}

// The entities along the path, with arrows that point where the relations do.
std::string course(const KnowledgeGraph& graph, const Path& path) {
  std::string line = display_name(graph.entity(path.start));
  const std::vector<EntityId> entities = entities_along(graph, path);
  for (std::size_t i = 0; i < path.steps.size(); ++i) {
    line.append(arrow(graph, path.steps[i])).append(display_name(graph.entity(entities[i + 1])));
  }
  return line;
}

// How long the path is, and what it costs where that is not the same.
std::string measure(const GraphView& view, const Path& path, StepCost by) {
  std::string words = std::to_string(path.length()) + (path.length() == 1 ? " step" : " steps");
  if (by == StepCost::hops) return words;
  const double cost = path_cost(view, path, by);
  constexpr int digits = 3;
  std::array<char, 32> number{};
  const auto end =
      std::to_chars(number.data(), number.data() + number.size(), by == StepCost::confidence ? std::exp(-cost) : cost,
                    std::chars_format::general, digits);
  words += by == StepCost::confidence ? ", confidence " : ", cost by " + std::string(name(by)) + " ";
  return words.append(number.data(), end.ptr);
}

// The paths that can be written as long as the effort lasts: each is handed over, and the rest forgotten. There may be
// so many of them that it takes longer to write than to find them.
template <class Write>
void write_each(const Effort& effort, Answer& answer, const Write& write) {
  for (std::size_t i = 0; i < answer.paths.size(); ++i) {
    if (effort.over()) {
      answer.paths.erase(answer.paths.begin() + static_cast<std::ptrdiff_t>(i), answer.paths.end());
      answer.complete = false;
      return;
    }
    write(answer.paths[i]);
  }
}

void write_text(std::ostream& out, const GraphView& view, const Effort& effort, Answer& answer, StepCost by,
                const Style& style) {
  const KnowledgeGraph& graph = view.graph();
  write_each(effort, answer, [&](const Path& path) {
    if (&path != &answer.paths.front()) out << '\n';
    out << style.strong(course(graph, path)) << "  (" << measure(view, path, by) << ")\n";
    for (std::size_t i = 0; i < path.steps.size(); ++i) {
      const std::string number = std::to_string(i + 1) + ". ";
      const std::string indentation(number.size(), ' ');
      write_statement(out, graph, graph.relation(path.steps[i].relation), number, indentation, style);
    }
  });
}

void write_json(JsonWriter& json, const GraphView& view, const Effort& effort, const Question& question,
                Answer& answer) {
  const KnowledgeGraph& graph = view.graph();
  json.open_object();
  json.key("from");
  write_entity(json, graph.entity(question.from));
  json.key("to");
  write_entity(json, graph.entity(question.to));
  json.key("paths");
  json.open_array();
  write_each(effort, answer, [&](const Path& path) {
    json.open_object();
    json.key("length");
    json.integer(path.length());
    if (question.rules.by != StepCost::hops) {
      json.key("cost");
      json.number(path_cost(view, path, question.rules.by));
    }
    json.key("entities");
    json.open_array();
    for (EntityId id : entities_along(graph, path)) write_entity(json, graph.entity(id));
    json.close_array();
    json.key("steps");
    json.open_array();
    for (const Step& step : path.steps) {
      json.open_object();
      json.key("backwards");
      json.boolean(step.backwards);
      json.key("relation");
      write_relation(json, graph, graph.relation(step.relation));
      json.close_object();
    }
    json.close_array();
    json.close_object();
  });
  json.close_array();
  write_completeness(json, answer.complete);
  json.close_object();
}

Table in_rows(const KnowledgeGraph& graph, const Effort& effort, Answer& answer) {
  Table table{{{"path"}, {"step"}, {"backwards"}}, {}};
  for (Column& column : relation_columns()) table.columns.push_back(std::move(column));
  std::size_t number = 0;
  write_each(effort, answer, [&](const Path& path) {
    ++number;
    for (std::size_t j = 0; j < path.steps.size(); ++j) {
      const Step& step = path.steps[j];
      std::vector<Cell> row = {number, j + 1, std::string(step.backwards ? "true" : "false")};
      for (Cell& cell : relation_cells(graph, graph.relation(step.relation))) row.push_back(std::move(cell));
      table.rows.push_back(std::move(row));
    }
  });
  return table;
}

// Says why nothing was found, for that is an answer and no error.
void explain_no_path(const GraphView& view, const Question& question) {
  for (EntityId end : {question.from, question.to}) {
    if (view.shows(end)) continue;
    std::cerr << "entente: the lens leaves out " << display_name(view.graph().entity(end)) << '\n';
    return;
  }
  std::cerr << "entente: no path leads from " << display_name(view.graph().entity(question.from)) << " to "
            << display_name(view.graph().entity(question.to));
  const PathRules& rules = question.rules;
  if (rules.max_length != any_length) std::cerr << " in " << rules.max_length << " steps or less";
  if (rules.via) std::cerr << " via " << one_line(rules.via->text());
  if (rules.in_time) std::cerr << " in the order of time";
  std::cerr << '\n';
}

// The pattern, or a complaint that shows the place in it.
PathPattern read_pattern(const std::string& text) {
  auto pattern = PathPattern::parse(text);
  if (auto* fine = std::get_if<PathPattern>(&pattern)) return std::move(*fine);
  const auto& error = std::get<PatternError>(pattern);
  const std::size_t before = display_width(one_line(text.substr(0, error.position) + "|")) - 1;
  throw UsageError("--via: " + one_line(error.message) + "\n    " + one_line(text) + "\n    " +
                   std::string(before, ' ') + "^");
}

void add_rules(Options& options, PathRules& rules, bool& directed) {
  options.number("--max-length", rules.max_length, 0, "L", "Only paths of at most L steps");
  options.flag("--directed", directed, "Walk relations only from subject to object");
  options.list("--by", "COST", "What is to be least: hops (default), confidence, documents or recency",
               [&rules](const std::string& word) {
                 std::array<std::string_view, step_cost_count> names;
                 for (std::size_t i = 0; i < names.size(); ++i) names[i] = name(static_cast<StepCost>(i));
                 rules.by = static_cast<StepCost>(choose("cost", word, names));
               });
  options.list("--via", "PATTERN", "Only along such relations: memberOf/^partyTo, partyTo/[Agreement]/^any",
               [&rules](const std::string& text) { rules.via = read_pattern(text); });
  options.flag("--in-time", rules.in_time, "No step before the one it follows; undated relations are not walked");
}

// The options that make no sense together.
void refuse_contradictions(const Question& question, bool several) {
  const PathRules& rules = question.rules;
  const bool ruled = rules.by != StepCost::hops || rules.via || rules.in_time;
  if (question.widest && question.all) throw UsageError("--widest finds one path; leave out --all");
  if (question.widest && (ruled || several || rules.max_length != any_length))
    throw UsageError("--widest goes together with no other option for paths but --directed");
  if (question.all && (ruled || several))
    throw UsageError("--all goes together with --max-length, --limit and --directed");
  if (rules.via && rules.direction == Direction::directed)
    throw UsageError("a pattern says itself which way relations are walked; leave out --directed");
}

// All paths up to the limit.
Answer all_paths(const Effort& effort, const GraphView& view, const Question& question) {
  Answer answer;
  const auto take = [&](const Path& path) {
    answer.limit_hit = answer.paths.size() == question.count;
    if (!answer.limit_hit) answer.paths.push_back(path);
    return !answer.limit_hit;
  };
  const PathRules& rules = question.rules;
  const bool all = each_simple_path(view, question.from, question.to, rules.max_length, take, rules.direction, effort);
  answer.complete = all || answer.limit_hit;
  return answer;
}

Answer first_paths(const Effort& effort, const GraphView& view, const Question& question) {
  FoundPaths found = shortest_paths_within(effort, view, question.from, question.to, question.count, question.rules);
  return {std::move(found.paths), found.complete};
}

Answer answer_to(const Question& question, const GraphView& view, EffortOptions& effort) {
  if (!question.widest) {
    return effort.spend("paths", [&](const Effort& allowed) {
      return question.all ? all_paths(allowed, view, question) : first_paths(allowed, view, question);
    });
  }
  const auto path = widest_path(view, question.from, question.to, question.rules.direction);
  return path ? Answer{{*path}} : Answer{};
}

// Says what is to be known about an answer that is not all there is.
void explain_missing_paths(const Answer& answer, std::string_view ending) {
  if (answer.limit_hit) std::cerr << "entente: there are more paths; --limit says how many are listed\n";
  if (answer.complete) return;
  std::cerr << "entente: " << ending << ": "
            << (answer.paths.empty() ? "no path was found by then\n" : "there may be more paths\n");
}

}  // namespace

ExitCode path(const Arguments& arguments) {
  Question question;
  bool directed = false;
  std::size_t several = 0;  // 0: not said
  std::size_t limit = default_limit;
  Options options("path", "INPUT... A B", "Finds how the entities named A and B, the last two words, are connected.");
  Inputs inputs(options);
  options.heading("Paths");
  options.number("-k", several, 1, "N", "The N first paths that pass nobody twice (default 1)");
  add_rules(options, question.rules, directed);
  options.flag("--widest", question.widest, "The path whose weakest step is best supported");
  options.flag("--all", question.all, "All paths of at most --max-length steps (default 4) that pass nobody twice");
  options.number("--limit", limit, 1, "N", "At most N of --all (default 100)");
  EffortOptions effort(options, Workers::one);
  LensOptions lens(options, LensOptions::Ranking::by_own_name);
  ReportOutput output(options);
  if (!options.parse(arguments)) return ExitCode::done;
  question.rules.direction = directed ? Direction::directed : Direction::either;
  refuse_contradictions(question, several > 0);
  if (question.all && question.rules.max_length == any_length) question.rules.max_length = default_length;
  question.count = question.all ? limit : std::max<std::size_t>(several, 1);
  const std::vector<std::string> names = inputs.take_names(2);

  const KnowledgeGraph graph = inputs.read();
  question.from = entity_named(graph, names[0]);
  question.to = entity_named(graph, names[1]);
  const GraphView view = lens.apply(graph);
  Answer answer = answer_to(question, view, effort);
  effort.spend("writing", [&](const Effort& allowed) {
    output.write({[&](std::ostream& out, const Style& style) {
                    write_text(out, view, allowed, answer, question.rules.by, style);
                  },
                  [&](JsonWriter& json) { write_json(json, view, allowed, question, answer); },
                  [&] { return in_rows(graph, allowed, answer); }});
  });
  explain_missing_paths(answer, effort.ending());
  if (answer.paths.empty() && answer.complete) explain_no_path(view, question);
  return effort.exit_code(inputs.exit_code());
}

}  // namespace entente::cli
