// JSON-LD: one node a line.
#include <array>
#include <map>
#include <ostream>
#include <set>

#include <entente/files.hpp>
#include <entente/json_ld.hpp>

#include "decimal.hpp"
#include "extract.hpp"
#include "json_text.hpp"
#include "percent_encoding.hpp"

namespace entente {
namespace {

struct Term {
  std::string_view name;
  std::string_view iri;
  std::string_view type;  ///< of its values; empty: as JSON has it
};

constexpr std::array prefixes{
    Term{"rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#", ""},
    Term{"rdfs", "http://www.w3.org/2000/01/rdf-schema#", ""},
    Term{"owl", "http://www.w3.org/2002/07/owl#", ""},
    Term{"xsd", "http://www.w3.org/2001/XMLSchema#", ""},
    Term{"skos", "http://www.w3.org/2004/02/skos/core#", ""},
    Term{"prov", "http://www.w3.org/ns/prov#", ""},
    Term{"oa", "http://www.w3.org/ns/oa#", ""},
    Term{"org", "http://www.w3.org/ns/org#", ""},
    Term{"odrl", "http://www.w3.org/ns/odrl/2/", ""},
    Term{"geo", "http://www.opengis.net/ont/geosparql#", ""},
    Term{"sem", "http://semanticweb.cs.vu.nl/2009/11/sem/", ""},
    Term{"schema", "http://schema.org/", ""},
};

constexpr std::array terms{
    Term{"label", "rdfs:label", ""},
    Term{"altLabel", "skos:altLabel", ""},
    Term{"sameAs", "schema:sameAs", "@id"},
    Term{"subject", "rdf:subject", "@id"},
    Term{"predicate", "rdf:predicate", "@vocab"},
    Term{"object", "rdf:object", "@id"},
    Term{"polarity", "v:polarity", "@vocab"},
    Term{"modality", "v:modality", "@vocab"},
    Term{"startDate", "schema:startDate", ""},
    Term{"endDate", "schema:endDate", ""},
    Term{"source", "prov:wasAttributedTo", "@id"},
    Term{"condition", "v:condition", "@id"},
    Term{"confidence", "v:confidence", "xsd:decimal"},
    Term{"evidence", "prov:wasDerivedFrom", "@id"},
    Term{"mention", "v:mention", "@id"},
    Term{"coreference", "v:coreference", "@id"},
    Term{"document", "oa:hasSource", "@id"},
    Term{"selector", "oa:hasSelector", "@id"},
    Term{"start", "oa:start", ""},
    Term{"end", "oa:end", ""},
    Term{"exact", "oa:exact", ""},
};

/// The classes of other vocabularies that an entity of the type belongs to.
std::vector<std::string_view> classes_elsewhere(EntityType type) {
  switch (type) {
    case EntityType::person:
      return {"schema:Person"};
    case EntityType::state:
      return {"schema:Country"};
    case EntityType::organization:
      return {"schema:Organization", "org:FormalOrganization"};
    case EntityType::bloc:
      return {"org:OrganizationalCollaboration"};
    case EntityType::armed_group:
      return {"org:Organization"};
    case EntityType::territory:
      return {"schema:Place", "geo:Feature"};
    case EntityType::agreement:
      return {"schema:Legislation", "odrl:Agreement"};
    case EntityType::proposal:
      return {"schema:Legislation", "odrl:Offer"};
    case EntityType::provision:
      return {"schema:Legislation", "odrl:Rule"};
    case EntityType::event:
      return {"schema:Event", "sem:Event"};
  }
  return {};
}

/// The property of schema.org that says the same about a subject of that type, or nothing.
std::string_view property_elsewhere(Predicate predicate, EntityType subject) {
  const bool is_place = subject == EntityType::territory || subject == EntityType::state;
  switch (predicate) {
    case Predicate::member_of:
      return "schema:memberOf";
    case Predicate::located_in:
      return "schema:location";
    case Predicate::part_of:
      return is_place ? "schema:containedInPlace" : "schema:isPartOf";
    default:
      return "";
  }
}

/// Whether the author says so and means it: then it is a plain triple.
bool is_plain(const RelationView& relation) {
  return relation.modality == Modality::actual && relation.polarity == Polarity::positive && !relation.source;
}

std::string_view date_type(const Date& date) {
  switch (date.precision()) {
    case DatePrecision::year:
      return "xsd:gYear";
    case DatePrecision::month:
      return "xsd:gYearMonth";
    case DatePrecision::day:
      return "xsd:date";
  }
  return "xsd:string";
}

/// A place in a document, to be written once and referred to by name.
using Place = std::pair<DocumentId, Span>;

class JsonLdFile {
 public:
  JsonLdFile(const GraphView& view, const JsonLdOptions& options, std::ostream& out)
      : view_(view),
        graph_(view.graph()),
        options_(options),
        out_(out),
        facts_(extract(view)),
        plain_(graph_.entity_count()) {
    for (const RelationId id : facts_.relations) {
      const RelationView relation = graph_.relation(id);
      if (relation.source) speakers_.insert(*relation.source);
      if (is_plain(relation)) plain_[relation.subject.index()][relation.predicate].insert(relation.object);
      for (const QuoteView& evidence : relation.evidence) collect(evidence);
    }
    for (const EntityId id : facts_.entities) {
      for (const Mention& mention : graph_.entity(id).mentions) collect(view_of(mention));
    }
  }

  void write() {
    out_ << "{\"@context\":";
    write_context();
    out_ << ",\n\"@graph\":[";
    write_vocabulary();
    for (const DocumentId id : facts_.documents) write_document(graph_.document(id));
    for (const EntityId id : facts_.entities) write_entity(id);
    for (const RelationId id : facts_.relations) write_statement(id);
    for (const auto& [place, texts] : places_) write_place(place, texts);
    out_ << "\n]}\n";
  }

 private:
  void collect(const QuoteView& quote) {
    if (quote.document && quote.span) places_[{*quote.document, *quote.span}].emplace(quote.text);
  }

  void write_context() {
    json_.open_object();
    json_.field("id", "@id");
    json_.field("type", "@type");
    json_.field("@vocab", options_.vocabulary);
    json_.field("v", options_.vocabulary);
    json_.field("e", options_.base + "entity/");
    json_.field("d", options_.base + "document/");
    json_.field("s", options_.base + "statement/");
    for (const Term& prefix : prefixes) json_.field(prefix.name, prefix.iri);
    for (const Term& term : terms) write_term(term.name, term.iri, term.type);
    for (const Predicate predicate : all_predicates()) {
      write_term(name(predicate), std::string("v:").append(name(predicate)), "@id");
    }
    json_.close_object();
    out_ << json_.take();
  }

  void write_term(std::string_view term, std::string_view iri, std::string_view type) {
    json_.key(term);
    json_.open_object();
    json_.field("@id", iri);
    json_.field_unless_empty("@type", type);
    json_.close_object();
  }

  void open_node(std::string_view id) {
    json_.open_object();
    json_.field("id", id);
  }

  void close_node() {
    json_.close_object();
    out_ << (first_ ? "\n" : ",\n") << json_.take();
    first_ = false;
  }

  template <class Texts>
  void write_texts(std::string_view term, const Texts& texts) {
    json_.key(term);
    json_.open_array();
    for (const auto& text : texts) json_.text(text);
    json_.close_array();
  }

  /// The predicates that hold in both directions; that is not said by their plain triples, which go one way.
  void write_vocabulary() {
    std::set<Predicate> symmetric;
    for (const RelationId id : facts_.relations) {
      if (is_symmetric(graph_.relation(id).predicate)) symmetric.insert(graph_.relation(id).predicate);
    }
    for (const Predicate predicate : symmetric) {
      open_node(std::string("v:").append(name(predicate)));
      json_.field("type", "owl:SymmetricProperty");
      close_node();
    }
  }

  void write_document(const Document& document) {
    open_node(name_of(document));
    write_texts("type", std::array<std::string_view, 3>{"Document", "schema:CreativeWork", "prov:Entity"});
    json_.field_unless_empty("label", document.title);
    if (document.date) write_date("schema:datePublished", *document.date);
    json_.field_unless_empty("schema:author", document.author);
    json_.field_unless_empty("schema:publisher", document.publisher);
    json_.field_unless_empty("readFrom", document.source);
    json_.field_unless_empty("schema:inLanguage", document.language);
    json_.field_unless_empty("sha256", document.sha256);
    close_node();
  }

  void write_entity(EntityId id) {
    const Entity& entity = graph_.entity(id);
    open_node(name_of(id));
    std::vector<std::string_view> types = classes_elsewhere(entity.type);
    types.insert(types.begin(), name(entity.type));
    if (speakers_.contains(id)) types.push_back("prov:Agent");
    write_texts("type", types);
    json_.field("label", entity.name);
    if (!entity.aliases.empty()) write_texts("altLabel", entity.aliases);
    write_identifiers(entity);
    for (const auto& [predicate, objects] : plain_[id.index()]) {
      write_objects(name(predicate), objects);
      const std::string_view elsewhere = property_elsewhere(predicate, entity.type);
      if (!elsewhere.empty()) write_objects(elsewhere, objects);
    }
    write_mentions("mention", entity.mentions, false);
    write_mentions("coreference", entity.mentions, true);
    close_node();
  }

  void write_identifiers(const Entity& entity) {
    if (entity.identifiers.empty()) return;
    if (const auto item = entity.identifiers.find("wikidata"); item != entity.identifiers.end()) {
      json_.field("sameAs", "http://www.wikidata.org/entity/" + percent_encoded(item->second));
    }
    json_.key("schema:identifier");
    json_.open_array();
    for (const auto& [scheme, code] : entity.identifiers) {
      json_.open_object();
      json_.field("type", "schema:PropertyValue");
      json_.field("schema:propertyID", scheme);
      json_.field("schema:value", code);
      json_.close_object();
    }
    json_.close_array();
  }

  void write_objects(std::string_view property, const std::set<EntityId>& objects) {
    json_.key(property);
    json_.open_array();
    for (const EntityId object : objects) write_reference(name_of(object));
    json_.close_array();
  }

  void write_reference(std::string_view id) {
    json_.open_object();
    json_.field("id", id);
    json_.close_object();
  }

  void write_mentions(std::string_view term, const std::vector<Mention>& mentions, bool coreference) {
    std::vector<QuoteView> quotes;
    for (const Mention& mention : mentions) {
      if (mention.coreference == coreference) quotes.push_back(view_of(mention));
    }
    write_quotes(term, quotes);
  }

  void write_quotes(std::string_view term, EvidenceView quotes) {
    if (quotes.empty()) return;
    json_.key(term);
    json_.open_array();
    for (const QuoteView& quote : quotes) write_quote(quote);
    json_.close_array();
  }

  /// A reference to the place where the quote is found; the quote itself where that is not known.
  void write_quote(const QuoteView& quote) {
    if (quote.document && quote.span) return write_reference(name_of({*quote.document, *quote.span}));
    json_.open_object();
    json_.field("type", "oa:SpecificResource");
    if (quote.document) json_.field("document", name_of(graph_.document(*quote.document)));
    json_.key("selector");
    write_quote_selector(quote.text);
    json_.close_object();
  }

  void write_quote_selector(std::string_view text) {
    json_.open_object();
    json_.field("type", "oa:TextQuoteSelector");
    json_.field("exact", text);
    json_.close_object();
  }

  void write_statement(RelationId id) {
    const RelationView relation = graph_.relation(id);
    open_node(name_of(relation));
    write_texts("type", std::array<std::string_view, 2>{"Statement", "rdf:Statement"});
    json_.field("subject", name_of(relation.subject));
    json_.field("predicate", name(relation.predicate));
    json_.field("object", name_of(relation.object));
    json_.field("polarity", name(relation.polarity));
    json_.field("modality", name(relation.modality));
    if (relation.date && relation.date->from()) write_date("startDate", *relation.date->from());
    if (relation.date && relation.date->to()) write_date("endDate", *relation.date->to());
    if (relation.source) json_.field("source", name_of(*relation.source));
    json_.field_unless_empty("role", relation.role);
    const auto condition = visible_condition(view_, relation);
    if (const auto* entity = std::get_if<EntityId>(&condition)) json_.field("condition", name_of(*entity));
    if (const auto* other = std::get_if<RelationId>(&condition)) {
      json_.field("condition", name_of(graph_.relation(*other)));
    }
    json_.field("confidence", plain_decimal(relation.confidence));
    json_.field_unless_empty("rule", relation.rule);
    write_quotes("evidence", relation.evidence);
    close_node();
  }

  void write_date(std::string_view property, const Date& date) {
    json_.key(property);
    json_.open_object();
    json_.field("@type", date_type(date));
    json_.field("@value", date.to_string());
    json_.close_object();
  }

  void write_place(const Place& place, const std::set<std::string>& texts) {
    open_node(name_of(place));
    write_texts("type", std::array<std::string_view, 2>{"oa:SpecificResource", "prov:Entity"});
    json_.field("document", name_of(graph_.document(place.first)));
    json_.key("selector");
    json_.open_array();
    json_.open_object();
    json_.field("type", "oa:TextPositionSelector");
    json_.key("start");
    json_.integer(place.second.begin);
    json_.key("end");
    json_.integer(place.second.end);
    json_.close_object();
    for (const std::string& text : texts) write_quote_selector(text);
    json_.close_array();
    close_node();
  }

  /// The key as the last part of an IRI; one of dots only would be taken for a step up.
  static std::string local_name(std::string_view key) {
    if (key == ".") return "%2E";
    if (key == "..") return "%2E%2E";
    return percent_encoded(key);
  }
  [[nodiscard]] std::string name_of(EntityId id) const { return "e:" + local_name(graph_.entity(id).key); }
  static std::string name_of(const Document& document) { return "d:" + local_name(document.key); }
  [[nodiscard]] std::string name_of(const Place& place) const {
    return name_of(graph_.document(place.first)) + "#char=" + std::to_string(place.second.begin) + ',' +
           std::to_string(place.second.end);  // RFC 5147
  }

  /// The name of a statement: a digest of what no two relations have in common.
  [[nodiscard]] std::string name_of(const RelationView& relation) const {
    std::string said = name_of(relation.subject) + ' ' + std::string(name(relation.predicate)) + ' ' +
                       name_of(relation.object) + ' ' + std::string(name(relation.polarity)) + ' ' +
                       std::string(name(relation.modality)) + ' ' + date_text(relation);
    if (relation.source) said += ' ' + name_of(*relation.source);
    return "s:" + sha256_hex(said).substr(0, 24);
  }

  const GraphView& view_;
  const KnowledgeGraph& graph_;
  const JsonLdOptions& options_;
  std::ostream& out_;
  Extract facts_;
  std::vector<std::map<Predicate, std::set<EntityId>>> plain_;  // by subject
  std::set<EntityId> speakers_;
  std::map<Place, std::set<std::string>> places_;
  JsonText json_;
  bool first_ = true;
};

class JsonLdExporter final : public Exporter {
 public:
  explicit JsonLdExporter(JsonLdOptions options) : options_(std::move(options)) {}

  [[nodiscard]] std::string_view name() const override { return "jsonld"; }
  [[nodiscard]] std::string_view description() const override { return "JSON-LD 1.1, linked data"; }
  [[nodiscard]] std::vector<std::string_view> extensions() const override { return {"jsonld", "json-ld"}; }
  void write(const GraphView& view, std::ostream& out) const override { JsonLdFile(view, options_, out).write(); }

 private:
  JsonLdOptions options_;
};

}  // namespace

std::shared_ptr<const Exporter> json_ld_exporter(JsonLdOptions options) {
  return std::make_shared<JsonLdExporter>(std::move(options));
}

}  // namespace entente
