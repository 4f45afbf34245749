// GraphML: nodes and edges with all their fields as data.
#include <array>
#include <ostream>
#include <string>
#include <vector>

#include "decimal.hpp"
#include "extract.hpp"
#include "formats.hpp"
#include "markup.hpp"
#include "percent_encoding.hpp"

namespace entente {
namespace {

struct Key {
  std::string_view of;  ///< node or edge
  std::string_view name;
  std::string_view type;
};

constexpr std::array keys{
    Key{"node", "label", "string"},       Key{"node", "type", "string"},
    Key{"node", "key", "string"},         Key{"node", "aliases", "string"},
    Key{"node", "identifiers", "string"}, Key{"node", "mentions", "int"},
    Key{"edge", "label", "string"},       Key{"edge", "polarity", "string"},
    Key{"edge", "modality", "string"},    Key{"edge", "date", "string"},
    Key{"edge", "source", "string"},      Key{"edge", "role", "string"},
    Key{"edge", "condition", "string"},   Key{"edge", "confidence", "double"},
    Key{"edge", "rule", "string"},        Key{"edge", "symmetric", "boolean"},
    Key{"edge", "evidence", "string"},    Key{"edge", "document", "string"},
    Key{"edge", "start", "int"},          Key{"edge", "end", "int"},
};

std::string joined(const std::vector<std::string>& texts) {
  std::string text;
  for (const std::string& part : texts) text += (text.empty() ? "" : "; ") + part;
  return text;
}

class GraphMlFile {
 public:
  GraphMlFile(const GraphView& view, std::ostream& out)
      : view_(view), graph_(view.graph()), out_(out), facts_(extract(view)) {}

  void write() {
    out_ << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n";
    for (const Key& key : keys) {
      out_ << "<key id=\"" << key.of << '.' << key.name << "\" for=\"" << key.of << "\" attr.name=\"" << key.name
           << "\" attr.type=\"" << key.type << "\"/>\n";
    }
    out_ << "<graph id=\"entente\" edgedefault=\"directed\">\n";
    for (const EntityId id : facts_.entities) write_node(graph_.entity(id));
    for (const RelationId id : facts_.relations) write_edge(id);
    out_ << "</graph>\n</graphml>\n";
  }

 private:
  void write_data(std::string_view key, std::string_view value) {
    if (!value.empty()) out_ << "<data key=\"" << key << "\">" << markup(value) << "</data>";
  }

  [[nodiscard]] std::string node_id(EntityId id) const { return percent_encoded(graph_.entity(id).key); }

  void write_node(const Entity& entity) {
    out_ << "<node id=\"" << percent_encoded(entity.key) << "\">";
    write_data("node.label", entity.name.empty() ? entity.key : entity.name);
    write_data("node.type", name(entity.type));
    write_data("node.key", entity.key);
    write_data("node.aliases", joined(entity.aliases));
    std::vector<std::string> identifiers;
    for (const auto& [scheme, code] : entity.identifiers) identifiers.push_back(scheme + '=' + code);
    write_data("node.identifiers", joined(identifiers));
    write_data("node.mentions", std::to_string(entity.mentions.size()));
    out_ << "</node>\n";
  }

  void write_edge(RelationId id) {
    const RelationView relation = graph_.relation(id);
    out_ << "<edge id=\"" << edge_id(id) << "\" source=\"" << node_id(relation.subject) << "\" target=\""
         << node_id(relation.object) << "\">";
    write_data("edge.label", name(relation.predicate));
    write_data("edge.polarity", name(relation.polarity));
    write_data("edge.modality", name(relation.modality));
    write_data("edge.date", date_text(relation));
    if (relation.source) write_data("edge.source", node_id(*relation.source));
    write_data("edge.role", relation.role);
    const auto condition = visible_condition(view_, relation);
    if (const auto* entity = std::get_if<EntityId>(&condition)) write_data("edge.condition", node_id(*entity));
    if (const auto* other = std::get_if<RelationId>(&condition)) write_data("edge.condition", edge_id(*other));
    write_data("edge.confidence", shortest_decimal(relation.confidence));
    write_data("edge.rule", relation.rule);
    write_data("edge.symmetric", is_symmetric(relation.predicate) ? "true" : "false");
    if (!relation.evidence.empty()) write_evidence(relation.evidence);
    out_ << "</edge>\n";
  }

  /// The texts of all pieces of evidence, and the place of the first.
  void write_evidence(EvidenceView pieces) {
    std::vector<std::string> texts;
    for (const QuoteView& evidence : pieces) texts.emplace_back(evidence.text);
    write_data("edge.evidence", joined(texts));
    const QuoteView& first = pieces.front();
    if (first.document) write_data("edge.document", graph_.document(*first.document).key);
    if (!first.span) return;
    write_data("edge.start", std::to_string(first.span->begin));
    write_data("edge.end", std::to_string(first.span->end));
  }

  static std::string edge_id(RelationId id) { return "relation-" + std::to_string(id.index() + 1); }

  const GraphView& view_;
  const KnowledgeGraph& graph_;
  std::ostream& out_;
  Extract facts_;
};

class GraphMlExporter final : public Exporter {
 public:
  [[nodiscard]] std::string_view name() const override { return "graphml"; }
  [[nodiscard]] std::string_view description() const override { return "GraphML, for Gephi, yEd and networkx"; }
  [[nodiscard]] std::vector<std::string_view> extensions() const override { return {"graphml"}; }
  void write(const GraphView& view, std::ostream& out) const override { GraphMlFile(view, out).write(); }
};

}  // namespace

std::shared_ptr<const Exporter> graphml_exporter() {
  return std::make_shared<GraphMlExporter>();
}

}  // namespace entente
