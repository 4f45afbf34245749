// entente assume: what changes if a proposal is carried out.
#include <entente/assumption.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <ostream>
#include <set>
#include <tuple>

#include <entente/paths.hpp>
#include <entente/ranks.hpp>

#include "commands.hpp"
#include "inputs.hpp"
#include "lens_options.hpp"
#include "name_lookup.hpp"
#include "output.hpp"
#include "statements.hpp"

namespace entente::cli {
namespace {

// A relation that comes to hold, with its id afterwards, or that no longer holds, with its id before.
struct Change {
  enum class Kind { membership, territory, other } kind;
  bool comes;
  RelationId relation;
};

// An entity whose rank changes; a rank of 0 is that of an entity that was not or is no longer there.
struct Move {
  EntityId entity;
  std::size_t rank_before;
  std::size_t rank_after;
  double score_before;
  double score_after;
};

struct Changes {
  Assumption assumption;
  GraphView before;
  GraphView after;
  std::vector<Change> relations{};
  std::vector<Move> moves{};
  std::size_t move_count = 0;  // all, not only those that are listed
  std::optional<std::pair<EntityId, EntityId>> ends{};
  std::optional<Path> path_before{};
  std::optional<Path> path_after{};
};

bool is_place(const KnowledgeGraph& graph, EntityId id) {
  const EntityType type = graph.entity(id).type;
  return type == EntityType::state || type == EntityType::territory;
}

Change::Kind kind_of(const KnowledgeGraph& graph, const RelationView& relation) {
  switch (relation.predicate) {
    case Predicate::member_of:
    case Predicate::party_to:
      return Change::Kind::membership;
    case Predicate::part_of:
      return is_place(graph, relation.subject) ? Change::Kind::territory : Change::Kind::other;
    case Predicate::withdraws_from:
    case Predicate::monitors:
    case Predicate::controls:
    case Predicate::claims:
    case Predicate::annexes:
    case Predicate::recognizes:
    case Predicate::invades:
    case Predicate::deploys_forces_in:
    case Predicate::grants_autonomy_to:
      return is_place(graph, relation.object) ? Change::Kind::territory : Change::Kind::other;
    default:
      return Change::Kind::other;
  }
}

auto statement_key(const RelationView& relation) {
  return std::tuple(relation.subject, relation.predicate, relation.object, relation.polarity, relation.date,
                    relation.source);
}

void find_relations(Changes& changes) {
  const KnowledgeGraph& before = changes.before.graph();
  const KnowledgeGraph& after = changes.after.graph();
  std::set<decltype(statement_key(RelationView{}))> facts;
  for (const RelationView relation : before.relations())
    if (relation.modality == Modality::actual) facts.insert(statement_key(relation));
  for (RelationId id : changes.after.relations()) {
    const RelationView relation = after.relation(id);
    if (is_assumed(relation) && !facts.contains(statement_key(relation)))
      changes.relations.push_back({kind_of(after, relation), true, id});
  }
  for (RelationId id : changes.assumption.superseded) {
    if (changes.before.shows(id)) changes.relations.push_back({kind_of(before, before.relation(id)), false, id});
  }
  const auto place = [&](const Change& change) {  // what is said of the same two stands together
    const RelationView relation = (change.comes ? after : before).relation(change.relation);
    const bool is_about_subject = !is_place(before, relation.object);
    return std::tuple(change.kind, is_about_subject ? relation.subject : relation.object,
                      is_about_subject ? relation.object : relation.subject);
  };
  std::stable_sort(changes.relations.begin(), changes.relations.end(),
                   [&](const Change& a, const Change& b) { return place(a) < place(b); });
}

void find_moves(Changes& changes, CentralityMeasure measure, std::size_t count) {
  const Scores before = centrality(changes.before, measure);
  const Scores after = centrality(changes.after, measure);
  const std::vector<std::size_t> ranks_before = ranks(changes.before, before);
  const std::vector<std::size_t> ranks_after = ranks(changes.after, after);
  for (std::size_t i = 0; i < before.size(); ++i) {
    if (ranks_before[i] != ranks_after[i])
      changes.moves.push_back({EntityId(i), ranks_before[i], ranks_after[i], before[i], after[i]});
  }
  changes.move_count = changes.moves.size();
  const auto weight = [](const Move& move) { return -std::abs(move.score_after - move.score_before); };
  std::stable_sort(changes.moves.begin(), changes.moves.end(),
                   [&](const Move& a, const Move& b) { return weight(a) < weight(b); });
  if (changes.moves.size() > count)
    changes.moves.erase(changes.moves.begin() + static_cast<std::ptrdiff_t>(count), changes.moves.end());
}

std::string rank_in_words(std::size_t rank) {
  return rank == 0 ? "–" : std::to_string(rank);
}

class TextReport {
 public:
  TextReport(std::ostream& out, const Changes& changes, const Style& style)
      : out_(out), changes_(changes), style_(style) {}

  void write() {
    const std::size_t parts = changes_.assumption.parts.size() - 1;
    out_ << style_.strong(name_of(changes_.assumption.text));
    if (parts > 0) out_ << "  and its " << parts << (parts == 1 ? " part" : " parts");
    out_ << '\n';
    write_changes("Memberships", Change::Kind::membership);
    write_changes("Status of territories", Change::Kind::territory);
    write_changes("Other relations", Change::Kind::other);
    write_moves();
    if (!changes_.ends) return;
    write_path("before", changes_.before.graph(), changes_.path_before);
    write_path("after", changes_.after.graph(), changes_.path_after);
  }

 private:
  [[nodiscard]] std::string name_of(EntityId id) const { return display_name(changes_.before.graph().entity(id)); }

  void write_changes(const std::string& title, Change::Kind kind) {
    const auto is_of_kind = [kind](const Change& change) { return change.kind == kind; };
    const auto count = std::count_if(changes_.relations.begin(), changes_.relations.end(), is_of_kind);
    if (count == 0) return;
    out_ << '\n' << style_.strong(title) << " (" << count << ")\n";
    for (const Change& change : changes_.relations) {
      if (!is_of_kind(change)) continue;
      const KnowledgeGraph& graph = (change.comes ? changes_.after : changes_.before).graph();
      write_statement(out_, graph, graph.relation(change.relation), change.comes ? "  + " : "  - ", "    ", style_);
    }
  }

  void write_moves() {
    if (changes_.moves.empty()) return;
    out_ << '\n' << style_.strong("Ranks") << " (" << changes_.move_count << " change)\n";
    Table table{{{"before"}, {"after"}, {"score before"}, {"score after"}, {"name"}}, {}};
    for (const Move& move : changes_.moves) {
      table.rows.push_back({rank_in_words(move.rank_before), rank_in_words(move.rank_after), move.score_before,
                            move.score_after, name_of(move.entity)});
    }
    write_text(out_, table, style_);
  }

  void write_path(const std::string& when, const KnowledgeGraph& graph, const std::optional<Path>& path) {
    const auto [from, to] = *changes_.ends;
    out_ << '\n' << style_.strong("From " + name_of(from) + " to " + name_of(to) + " " + when);
    if (!path) {
      out_ << "  (no path)\n";
      return;
    }
    out_ << "  (" << path->length() << (path->length() == 1 ? " step)\n" : " steps)\n");
    for (const Step& step : path->steps)
      write_statement(out_, graph, graph.relation(step.relation), "  ", "    ", style_);
  }

  std::ostream& out_;
  const Changes& changes_;
  const Style& style_;
};

void write_change_list(JsonWriter& json, const Changes& changes) {
  json.key("changes");
  json.open_array();
  for (const Change& change : changes.relations) {
    constexpr std::array<std::string_view, 3> kinds = {"membership", "territory", "other"};
    const KnowledgeGraph& graph = (change.comes ? changes.after : changes.before).graph();
    json.open_object();
    json.field("kind", kinds[static_cast<std::size_t>(change.kind)]);
    json.field("change", change.comes ? "comes" : "goes");
    json.key("relation");
    write_relation(json, graph, graph.relation(change.relation));
    json.close_object();
  }
  json.close_array();
}

void write_moves(JsonWriter& json, const Changes& changes) {
  json.key("ranks");
  json.open_array();
  for (const Move& move : changes.moves) {
    json.open_object();
    json.key("entity");
    write_entity(json, changes.before.graph().entity(move.entity));
    for (const auto& [when, rank, score] : {std::tuple("before", move.rank_before, move.score_before),
                                            std::tuple("after", move.rank_after, move.score_after)}) {
      if (rank == 0) continue;
      json.key(when);
      json.open_object();
      json.key("rank");
      json.integer(rank);
      json.key("score");
      json.number(score);
      json.close_object();
    }
    json.close_object();
  }
  json.close_array();
}

void write_path(JsonWriter& json, const std::string& key, const KnowledgeGraph& graph,
                const std::optional<Path>& path) {
  if (!path) return;
  json.key(key);
  json.open_array();
  for (const Step& step : path->steps) write_relation(json, graph, graph.relation(step.relation));
  json.close_array();
}

void write_json(JsonWriter& json, const Changes& changes) {
  const KnowledgeGraph& graph = changes.before.graph();
  json.open_object();
  json.key("assumed");
  write_entity(json, graph.entity(changes.assumption.text));
  json.key("parts");
  json.open_array();
  for (EntityId part : changes.assumption.parts)
    if (part != changes.assumption.text) write_entity(json, graph.entity(part));
  json.close_array();
  write_change_list(json, changes);
  write_moves(json, changes);
  write_path(json, "path_before", graph, changes.path_before);
  write_path(json, "path_after", changes.after.graph(), changes.path_after);
  json.close_object();
}

Table in_rows(const Changes& changes) {
  Table table{{{"change"}}, {}};
  for (Column& column : relation_columns()) table.columns.push_back(std::move(column));
  for (const Change& change : changes.relations) {
    const KnowledgeGraph& graph = (change.comes ? changes.after : changes.before).graph();
    std::vector<Cell> row = {std::string(change.comes ? "comes" : "goes")};
    for (Cell& cell : relation_cells(graph, graph.relation(change.relation))) row.push_back(std::move(cell));
    table.rows.push_back(std::move(row));
  }
  return table;
}

}  // namespace

ExitCode assume(const Arguments& arguments) {
  std::size_t count = 10;
  CentralityMeasure measure = CentralityMeasure::degree;
  Options options(
      "assume", "INPUT... PROPOSAL [A B]",
      "Tells what changes in the facts if a proposal, agreement or event comes about: relations, ranks, and "
      "the path between the entities A and B.");
  Inputs inputs(options);
  options.heading("Ranks");
  add_measure_option(options, measure, "");
  options.number("--top", count, 0, "N", "How many of the ranks that change most (default 10)");
  LensOptions lens(options, LensOptions::Ranking::left_out);
  ReportOutput output(options);
  if (!options.parse(arguments)) return ExitCode::done;
  const std::vector<std::string> names = inputs.take_names(1, 3);
  if (names.size() == 2) throw UsageError("name a proposal, or a proposal and two entities, not only " + joined(names));

  const KnowledgeGraph graph = inputs.read();
  const Assumption assumption = assumption_of(graph, assumable_named(graph, names.front()));
  lens.prefer_facts();
  Changes changes{assumption, lens.apply(graph), lens.apply(entente::assume(graph, assumption))};
  find_relations(changes);
  find_moves(changes, measure, count);
  if (names.size() == 3) {
    changes.ends = {entity_named(graph, names[1]), entity_named(graph, names[2])};
    changes.path_before = shortest_path(changes.before, changes.ends->first, changes.ends->second);
    changes.path_after = shortest_path(changes.after, changes.ends->first, changes.ends->second);
  }
  output.write({[&](std::ostream& out, const Style& style) { TextReport(out, changes, style).write(); },
                [&](JsonWriter& json) { write_json(json, changes); }, [&] { return in_rows(changes); }});
  return inputs.exit_code();
}

}  // namespace entente::cli
