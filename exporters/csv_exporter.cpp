// A table of relations (RFC 4180).
#include <ostream>

#include "clean_text.hpp"
#include "decimal.hpp"
#include "extract.hpp"
#include "formats.hpp"
#include "words.hpp"

namespace entente {
namespace {

/// The text as a field of a row, in quotes where it needs them.
std::string field(std::string_view text) {
  const std::string valid = valid_utf8(text);
  if (valid.find_first_of(",\"\r\n") == std::string::npos) return valid;
  std::string quoted = "\"";
  for (const char letter : valid) {
    if (letter == '"') quoted += '"';
    quoted += letter;
  }
  return quoted + '"';
}

std::string condition_text(const GraphView& view, const RelationView& relation) {
  const KnowledgeGraph& graph = view.graph();
  const auto condition = visible_condition(view, relation);
  if (const auto* entity = std::get_if<EntityId>(&condition)) return graph.entity(*entity).name;
  const auto* other = std::get_if<RelationId>(&condition);
  return other ? statement_in_words(graph, graph.relation(*other)) : std::string();
}

/// The first quotation of a relation: document, start, end, text.
void write_quote(const KnowledgeGraph& graph, const RelationView& relation, std::ostream& out) {
  if (relation.evidence.empty()) {
    out << ",,,";
    return;
  }
  const QuoteView& evidence = relation.evidence.front();
  if (evidence.document) out << field(graph.document(*evidence.document).key);
  out << ',' << (evidence.span ? std::to_string(evidence.span->begin) : "") << ','
      << (evidence.span ? std::to_string(evidence.span->end) : "") << ',' << field(evidence.text);
}

void write_row(const GraphView& view, const RelationView& relation, std::ostream& out) {
  const KnowledgeGraph& graph = view.graph();
  const Entity& subject = graph.entity(relation.subject);
  const Entity& object = graph.entity(relation.object);
  out << field(subject.name) << ',' << name(subject.type) << ',' << name(relation.predicate) << ','
      << field(object.name) << ',' << name(object.type) << ',' << name(relation.polarity) << ','
      << name(relation.modality) << ',' << date_text(relation) << ','
      << (relation.source ? field(graph.entity(*relation.source).name) : "") << ',' << field(relation.role) << ','
      << field(condition_text(view, relation)) << ',' << shortest_decimal(relation.confidence) << ','
      << field(relation.rule) << ',';
  write_quote(graph, relation, out);
  out << "\r\n";
}

/// One row a relation, of its first piece of evidence; entities without relations have none.
class CsvExporter final : public Exporter {
 public:
  [[nodiscard]] std::string_view name() const override { return "csv"; }
  [[nodiscard]] std::string_view description() const override { return "a table with one row for each relation"; }
  [[nodiscard]] std::vector<std::string_view> extensions() const override { return {"csv"}; }
  void write(const GraphView& view, std::ostream& out) const override {
    out << "subject,subject_type,predicate,object,object_type,polarity,modality,date,source,role,condition,"
           "confidence,rule,document,start,end,evidence\r\n";
    for (const RelationId id : view.relations()) write_row(view, view.graph().relation(id), out);
  }
};

}  // namespace

std::shared_ptr<const Exporter> csv_exporter() {
  return std::make_shared<CsvExporter>();
}

}  // namespace entente
