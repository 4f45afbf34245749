#include "statements.hpp"

#include <array>
#include <charconv>
#include <ostream>
#include <utility>

#include <entente/assumption.hpp>

#include "name_lookup.hpp"

namespace entente::cli {
namespace {

struct Verb {
  std::string_view affirmed;
  std::string_view denied;
};

// In the order of `Predicate`.
constexpr std::array<Verb, predicate_count> verbs = {{
    {"is a member of", "is not a member of"},
    {"holds office in", "does not hold office in"},
    {"is part of", "is not part of"},
    {"borders", "does not border"},
    {"is located in", "is not located in"},
    {"participates in", "does not participate in"},
    {"is party to", "is not party to"},
    {"proposes", "does not propose"},
    {"obligates", "does not obligate"},
    {"concerns", "does not concern"},
    {"ratifies", "does not ratify"},
    {"implements", "does not implement"},
    {"violates", "does not violate"},
    {"withdraws from", "does not withdraw from"},
    {"monitors", "does not monitor"},
    {"controls", "does not control"},
    {"claims", "does not claim"},
    {"annexes", "does not annex"},
    {"recognizes", "does not recognize"},
    {"invades", "does not invade"},
    {"deploys forces in", "does not deploy forces in"},
    {"grants autonomy to", "does not grant autonomy to"},
    {"precedes", "does not precede"},
    {"causes", "does not cause"},
    {"agrees with", "does not agree with"},
    {"consults", "does not consult"},
    {"negotiates with", "does not negotiate with"},
    {"cooperates with", "does not cooperate with"},
    {"supports", "does not support"},
    {"aids", "does not aid"},
    {"yields to", "does not yield to"},
    {"requests", "does not request"},
    {"accuses", "does not accuse"},
    {"rejects", "does not reject"},
    {"threatens", "does not threaten"},
    {"protests against", "does not protest against"},
    {"sanctions", "does not sanction"},
    {"mobilizes against", "does not mobilize against"},
    {"coerces", "does not coerce"},
    {"assaults", "does not assault"},
}};
static_assert(verbs.back().affirmed == "assaults");

constexpr std::string_view separator = " · ";

std::string short_number(double value) {
  std::array<char, 32> buffer{};
  constexpr int digits = 3;
  const auto end =
      std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::general, digits);
  return {buffer.data(), end.ptr};
}

std::string condition_in_words(const KnowledgeGraph& graph, const RelationView& relation) {
  if (const auto* entity = std::get_if<EntityId>(&relation.condition)) return display_name(graph.entity(*entity));
  if (const auto* other = std::get_if<RelationId>(&relation.condition)) return statement(graph, graph.relation(*other));
  return {};
}

void write_condition(JsonWriter& json, const KnowledgeGraph& graph, const RelationView& relation) {
  if (std::holds_alternative<std::monostate>(relation.condition)) return;
  json.key("condition");
  if (const auto* entity = std::get_if<EntityId>(&relation.condition)) return write_entity(json, graph.entity(*entity));
  json.open_object();
  const RelationView other = graph.relation(std::get<RelationId>(relation.condition));
  json.field("subject", graph.entity(other.subject).key);
  json.field("predicate", name(other.predicate));
  json.field("object", graph.entity(other.object).key);
  json.field("polarity", name(other.polarity));
  json.close_object();
}

}  // namespace

std::string in_words(Predicate predicate, Polarity polarity) {
  const Verb& verb = verbs[static_cast<std::size_t>(predicate)];
  return std::string(polarity == Polarity::positive ? verb.affirmed : verb.denied);
}

std::string statement(const KnowledgeGraph& graph, const RelationView& relation) {
  return display_name(graph.entity(relation.subject)) + " " + in_words(relation.predicate, relation.polarity) + " " +
         display_name(graph.entity(relation.object));
}

std::string circumstances(const KnowledgeGraph& graph, const RelationView& relation) {
  std::string words(name(relation.modality));
  const auto add = [&words](std::string_view word) { words.append(separator).append(word); };
  add(relation.polarity == Polarity::positive ? "affirmed" : "denied");
  add(relation.date ? relation.date->to_string() : "undated");
  add("according to " + (relation.source ? display_name(graph.entity(*relation.source)) : "the author"));
  if (!relation.role.empty()) add("as " + one_line(relation.role));
  if (const std::string condition = condition_in_words(graph, relation); !condition.empty())
    add("depends on: " + condition);
  if (relation.confidence < 1) add("confidence " + short_number(relation.confidence));
  if (is_assumed(relation)) add("assumed");
  return words;
}

void write_evidence(std::ostream& out, const KnowledgeGraph& graph, const RelationView& relation,
                    std::string_view indentation, const Style& style) {
  for (const QuoteView& evidence : relation.evidence) {
    std::string place;
    if (evidence.document) place = display_name(graph.document(*evidence.document));
    if (evidence.span) {
      place +=
          (place.empty() ? "" : ", ") + std::to_string(evidence.span->begin) + "–" + std::to_string(evidence.span->end);
    }
    out << indentation << "“" << one_line(evidence.text) << "”";
    if (!place.empty()) out << "  " << style.faint("(" + place + ")");
    out << '\n';
  }
}

void write_statement(std::ostream& out, const KnowledgeGraph& graph, const RelationView& relation,
                     std::string_view lead, std::string_view indentation, const Style& style) {
  out << lead << statement(graph, relation) << '\n' << indentation << circumstances(graph, relation) << '\n';
  write_evidence(out, graph, relation, indentation, style);
}

void write_entity(JsonWriter& json, const Entity& entity) {
  json.open_object();
  json.field("id", entity.key);
  json.field("type", name(entity.type));
  json.field("name", entity.name);
  json.close_object();
}

void write_quote(JsonWriter& json, const KnowledgeGraph& graph, const QuoteView& quote) {
  json.open_object();
  if (quote.document) json.field("document", graph.document(*quote.document).key);
  if (quote.span) {
    json.key("start");
    json.integer(quote.span->begin);
    json.key("end");
    json.integer(quote.span->end);
  }
  json.field("text", quote.text);
  json.close_object();
}

void write_relation(JsonWriter& json, const KnowledgeGraph& graph, const RelationView& relation) {
  json.open_object();
  json.key("subject");
  write_entity(json, graph.entity(relation.subject));
  json.field("predicate", name(relation.predicate));
  json.key("object");
  write_entity(json, graph.entity(relation.object));
  json.field("polarity", name(relation.polarity));
  json.field("modality", name(relation.modality));
  if (relation.date) json.field("date", relation.date->to_string());
  if (relation.source) {
    json.key("source");
    write_entity(json, graph.entity(*relation.source));
  }
  json.field_unless_empty("role", relation.role);
  write_condition(json, graph, relation);
  json.key("confidence");
  json.number(relation.confidence);
  json.field_unless_empty("rule", relation.rule);
  if (is_assumed(relation)) {
    json.key("assumed");
    json.boolean(true);
  }
  json.key("evidence");
  json.open_array();
  for (const QuoteView& evidence : relation.evidence) write_quote(json, graph, evidence);
  json.close_array();
  json.close_object();
}

std::vector<Column> relation_columns() {
  return {{"subject"}, {"predicate"}, {"object"},    {"polarity"},   {"modality"}, {"date"},
          {"source"},  {"role"},      {"condition"}, {"confidence"}, {"document"}, {"evidence"}};
}

std::vector<Cell> relation_cells(const KnowledgeGraph& graph, const RelationView& relation) {
  std::string documents;
  std::string evidence;
  for (const QuoteView& quote : relation.evidence) {
    if (quote.document) documents.append(documents.empty() ? "" : " | ").append(graph.document(*quote.document).key);
    evidence.append(evidence.empty() ? "" : " | ").append(quote.text);
  }
  return {graph.entity(relation.subject).name,
          std::string(name(relation.predicate)),
          graph.entity(relation.object).name,
          std::string(name(relation.polarity)),
          std::string(name(relation.modality)),
          relation.date ? relation.date->to_string() : "",
          relation.source ? graph.entity(*relation.source).name : "",
          std::string(relation.role),
          condition_in_words(graph, relation),
          relation.confidence,
          documents,
          evidence};
}

}  // namespace entente::cli
