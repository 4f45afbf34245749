// The native JSON: one document, entity or relation a line.
#include <algorithm>
#include <array>
#include <ostream>
#include <set>
#include <span>
#include <unordered_map>

#include "extract.hpp"
#include "formats.hpp"
#include "json_text.hpp"

namespace entente {
namespace {

/// Names that the format gives a meaning; attributes of these names are left out, for no name may come twice.
constexpr std::array document_fields{"id", "title", "date", "author", "publisher", "source", "language", "sha256"};
constexpr std::array entity_fields{"id", "type", "name", "aliases", "identifiers", "mentions"};
constexpr std::array relation_fields{"subject", "predicate", "object",    "polarity",   "modality", "date",
                                     "source",  "role",      "condition", "confidence", "rule",     "evidence"};
constexpr std::array graph_fields{"format", "version", "document", "documents", "entities", "relations"};

bool is_attribute(std::string_view name, std::span<const char* const> fields) {
  return std::find(fields.begin(), fields.end(), name) == fields.end();
}

std::string json_string(std::string_view text) {
  JsonText json;
  json.text(text);
  return json.take();
}

/// Writes one view; keeps the names by which relations refer to each other.
class JsonFile {
 public:
  JsonFile(const GraphView& view, std::ostream& out)
      : view_(view), graph_(view.graph()), out_(out), facts_(extract(view)) {
    name_relations();
  }

  void write() {
    out_ << "{\"format\":\"entente-graph\",\"version\":1";
    write_list("documents", facts_.documents, [this](DocumentId id) { write_document(graph_.document(id)); });
    write_list("entities", facts_.entities, [this](EntityId id) { write_entity(graph_.entity(id)); });
    write_list("relations", facts_.relations, [this](RelationId id) { write_relation(id); });
    for (const auto& [name, value] : graph_.attributes()) {
      if (is_attribute(name, graph_fields)) out_ << ",\n" << json_string(name) << ':' << value;
    }
    out_ << "}\n";
  }

 private:
  template <class Item, class WriteItem>
  void write_list(std::string_view name, const std::vector<Item>& items, WriteItem write_item) {
    out_ << ",\n\"" << name << "\":[";
    const char* separator = "\n";
    for (const Item& item : items) {
      json_.open_object();
      write_item(item);
      json_.close_object();
      out_ << separator << json_.take();
      separator = ",\n";
    }
    out_ << ']';
  }

  void write_document(const Document& document) {
    json_.field("id", document.key);
    json_.field_unless_empty("title", document.title);
    if (document.date) json_.field("date", document.date->to_string());
    json_.field_unless_empty("author", document.author);
    json_.field_unless_empty("publisher", document.publisher);
    json_.field_unless_empty("source", document.source);
    json_.field_unless_empty("language", document.language);
    json_.field_unless_empty("sha256", document.sha256);
    write_attributes(document.attributes, document_fields);
  }

  void write_entity(const Entity& entity) {
    json_.field("id", entity.key);
    json_.field("type", name(entity.type));
    json_.field("name", entity.name);
    if (!entity.aliases.empty()) {
      json_.key("aliases");
      json_.open_array();
      for (const std::string& alias : entity.aliases) json_.text(alias);
      json_.close_array();
    }
    if (!entity.identifiers.empty()) {
      json_.key("identifiers");
      json_.open_object();
      for (const auto& [scheme, code] : entity.identifiers) json_.field(scheme, code);
      json_.close_object();
    }
    if (!entity.mentions.empty()) {
      json_.key("mentions");
      json_.open_array();
      for (const Mention& mention : entity.mentions) write_quote(view_of(mention), mention.coreference);
      json_.close_array();
    }
    write_attributes(entity.attributes, entity_fields);
  }

  void write_relation(RelationId id) {
    const RelationView relation = graph_.relation(id);
    if (const auto found = relation_names_.find(id); found != relation_names_.end()) {
      json_.key("id");
      json_.raw(found->second);
    }
    json_.field("subject", key_of(relation.subject));
    json_.field("predicate", name(relation.predicate));
    json_.field("object", key_of(relation.object));
    json_.field("polarity", name(relation.polarity));
    json_.field("modality", name(relation.modality));
    json_.field_unless_empty("date", date_text(relation));
    if (relation.source) json_.field("source", key_of(*relation.source));
    json_.field_unless_empty("role", relation.role);
    write_condition(relation);
    json_.key("confidence");
    json_.number(relation.confidence);
    json_.field_unless_empty("rule", relation.rule);
    if (!relation.evidence.empty()) {
      json_.key("evidence");
      json_.open_array();
      for (const QuoteView& evidence : relation.evidence) write_quote(evidence, false);
      json_.close_array();
    }
    for (const auto& [name, value] : relation.attributes) {
      if (name != "id" && is_attribute(name, relation_fields)) write_attribute(name, value);
    }
  }

  void write_condition(const RelationView& relation) {
    const auto condition = visible_condition(view_, relation);
    if (const auto* entity = std::get_if<EntityId>(&condition)) json_.field("condition", key_of(*entity));
    if (const auto* other = std::get_if<RelationId>(&condition)) {
      json_.key("condition");
      json_.raw(relation_names_.at(*other));
    }
  }

  void write_quote(const QuoteView& quote, bool coreference) {
    json_.open_object();
    if (quote.document) json_.field("document", graph_.document(*quote.document).key);
    if (quote.span) {
      json_.key("start");
      json_.integer(quote.span->begin);
      json_.key("end");
      json_.integer(quote.span->end);
    }
    json_.field("text", quote.text);
    if (coreference) json_.field("kind", "coreference");
    json_.close_object();
  }

  void write_attributes(const Attributes& attributes, std::span<const char* const> fields) {
    for (const auto& [name, value] : attributes) {
      if (is_attribute(name, fields)) write_attribute(name, value);
    }
  }

  void write_attribute(std::string_view name, std::string_view value) {
    json_.key(name);
    json_.raw(value);
  }

  /// Gives a name, as JSON text, to every relation that a visible condition refers to and to those that brought one:
  /// the `id` it was read with if nothing else bears that, otherwise `r` and its place in the file.
  void name_relations() {
    std::set<std::string> taken;
    for (const EntityId id : facts_.entities) taken.insert(json_string(graph_.entity(id).key));
    for (const RelationId id : facts_.relations) {
      const auto given = graph_.relation(id).attributes.find("id");
      if (given == graph_.relation(id).attributes.end() || !given->second.starts_with('"')) continue;
      if (taken.insert(given->second).second) relation_names_.emplace(id, given->second);
    }
    std::set<RelationId> referred;
    for (const RelationId id : facts_.relations) {
      const auto condition = visible_condition(view_, graph_.relation(id));
      if (const auto* other = std::get_if<RelationId>(&condition)) referred.insert(*other);
    }
    for (const RelationId id : referred) {
      if (!relation_names_.contains(id)) relation_names_.emplace(id, free_name(place_of(id), taken));
    }
  }

  [[nodiscard]] std::size_t place_of(RelationId id) const {
    const auto found = std::lower_bound(facts_.relations.begin(), facts_.relations.end(), id);
    return static_cast<std::size_t>(found - facts_.relations.begin()) + 1;
  }

  static std::string free_name(std::size_t place, std::set<std::string>& taken) {
    std::string name = "r" + std::to_string(place);
    while (!taken.insert(json_string(name)).second) name += '_';
    return json_string(name);
  }

  [[nodiscard]] const std::string& key_of(EntityId id) const { return graph_.entity(id).key; }

  const GraphView& view_;
  const KnowledgeGraph& graph_;
  std::ostream& out_;
  Extract facts_;
  std::unordered_map<RelationId, std::string> relation_names_;
  JsonText json_;
};

class JsonExporter final : public Exporter {
 public:
  [[nodiscard]] std::string_view name() const override { return "json"; }
  [[nodiscard]] std::string_view description() const override { return "native JSON, to be read back"; }
  [[nodiscard]] std::vector<std::string_view> extensions() const override { return {"json"}; }
  void write(const GraphView& view, std::ostream& out) const override { JsonFile(view, out).write(); }
};

}  // namespace

std::shared_ptr<const Exporter> json_exporter() {
  return std::make_shared<JsonExporter>();
}

}  // namespace entente
