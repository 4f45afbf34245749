#include <entente/json_importer.hpp>

#include <algorithm>
#include <thread>
#include <utility>

#include "json_facts.hpp"
#include "json_references.hpp"
#include "json_trouble.hpp"

namespace entente {
namespace {

/// Resolves the references of one document's facts and adds them to a builder.
class FactsAdder {
 public:
  FactsAdder(JsonFacts facts, std::size_t threads, GraphBuilder& builder, JsonTrouble trouble)
      : facts_(std::move(facts)), references_(facts_), threads_(threads), builder_(builder), trouble_(trouble) {}

  void add() {
    std::size_t relation_count = 0;
    for (const JsonBatch& batch : facts_.relations) relation_count += batch.relations.size();
    builder_.reserve(facts_.entities.size(), relation_count);
    for (auto& [name, value] : facts_.attributes) builder_.set_attribute(name, std::move(value));
    add_documents();
    references_.look_up_documents();
    add_entities();
    references_.look_up_entities();
    add_relations();
    add_resolved();
    add_conditions_between_relations();
  }

 private:
  void add_documents() {
    for (JsonDocument& document : facts_.documents) {
      JsonSymbol& symbol = facts_.document_ids[*document.symbol];
      document.facts.key = symbol.key.text();
      const auto id = builder_.add(std::move(document.facts));
      settle(symbol, id ? std::optional(id->index()) : std::nullopt, document.id_at);
    }
    for (const JsonSymbol& symbol : facts_.document_ids.all()) {
      if (symbol.uses > 0) require_document(symbol);
    }
  }

  /// Reports once for all quotes that name a document which is not there.
  void require_document(const JsonSymbol& symbol) {
    const std::string consequence = "so " + std::to_string(symbol.uses) +
                                    (symbol.uses == 1 ? " quotation of it is" : " quotations of it are") + " left out";
    if (symbol.referent == JsonReferent::unreadable) {
      trouble_.left_out_with(symbol.first_use, consequence);
    } else if (symbol.referent == JsonReferent::nothing) {
      trouble_.unknown_id(symbol.first_use, consequence, similar_ids(facts_.document_ids, JsonReferent::item));
    }
  }

  void add_entities() {
    for (; !facts_.entities.empty(); facts_.entities.pop_front()) {
      JsonEntity& entity = facts_.entities.front();
      JsonSymbol& symbol = facts_.ids[*entity.symbol];
      entity.facts.key = symbol.key.text();
      std::erase_if(entity.facts.mentions, [this](Mention& mention) { return !references_.resolve_document(mention); });
      const auto id = builder_.add(std::move(entity.facts));
      settle(symbol, id ? std::optional(id->index()) : std::nullopt, entity.id_at);
    }
  }

  void add_relations() {
    for (; !facts_.relations.empty(); facts_.relations.pop_front()) add_batch(facts_.relations.front());
  }

  void add_batch(JsonBatch& batch) {
    for (std::size_t i = 0; i < batch.relations.size(); ++i) {
      const JsonRelation& relation = batch.relations[i];
      const auto id = add_relation(relation, batch, references_.resolve(quotes_of(batch, i)));
      if (relation.symbol) {
        JsonSymbol& symbol = facts_.ids[*relation.symbol];
        if (id) symbol.graph = static_cast<std::uint32_t>(id->index());
        if (!id) symbol.referent = JsonReferent::unreadable;
      }
      if (id && relation.condition) add_condition(*id, *relation.condition);
    }
  }

  std::optional<RelationId> add_relation(const JsonRelation& relation, const JsonBatch& batch, EvidenceView evidence) {
    const auto subject = entity_of(relation.subject);
    const auto object = entity_of(relation.object);
    const auto source = relation.source ? entity_of(*relation.source) : std::nullopt;
    if (!subject || !object || (relation.source && !source)) return std::nullopt;
    const auto id = builder_.add(resolved_view(relation, batch, *subject, *object, source, evidence));
    if (!id) report_refusal({relation.subject.at, relation.object.at}, relation.predicate, *subject, *object);
    return id;
  }

  void add_resolved() {
    std::vector<RelationBatch> batches;
    batches.push_back(std::move(facts_.resolved.relations));
    for (const RefusedRelation& refused : builder_.add(std::move(batches), threads_)) {
      report_refusal(facts_.resolved.places[refused.place], refused.predicate, refused.subject, refused.object);
    }
  }

  void report_refusal(ResolvedRelations::Place at, Predicate predicate, EntityId subject, EntityId object) {
    const std::string quoted_predicate = '"' + std::string(name(predicate)) + '"';
    const EntityType from = builder_.entity(subject).type;
    const EntityType to = builder_.entity(object).type;
    if (!in_domain(predicate, from)) {
      trouble_.outside(Problem::domain_violation, at.subject,
                       quoted_predicate + " starts from " + std::string(domain_in_words(predicate)), name(from));
    }
    if (!in_range(predicate, to)) {
      trouble_.outside(Problem::range_violation, at.object,
                       quoted_predicate + " leads to " + std::string(range_in_words(predicate)), name(to));
    }
  }

  /// Conditions on entities at once, those on relations when all relations are there.
  void add_condition(RelationId id, JsonReference condition) {
    const JsonSymbol& symbol = facts_.ids[condition.symbol];
    if (symbol.referent != JsonReferent::item) {
      late_conditions_.emplace_back(id, condition);
    } else if (is_unconditional(id)) {
      builder_.set_condition(id, EntityId(*symbol.graph));
    }
  }

  void add_conditions_between_relations() {
    constexpr std::string_view consequence = "so the relation that depends on it stands without a condition";
    for (const auto& [id, condition] : late_conditions_) {
      const JsonSymbol& symbol = facts_.ids[condition.symbol];
      if (symbol.referent == JsonReferent::nothing) {
        trouble_.unknown_id(condition.at, consequence, similar_ids(facts_.ids, JsonReferent::nothing));
      } else if (symbol.referent == JsonReferent::unreadable) {
        trouble_.left_out_with(condition.at, consequence);
      } else if (is_unconditional(id)) {
        builder_.set_condition(id, RelationId(*symbol.graph));
      }
    }
  }

  [[nodiscard]] bool is_unconditional(RelationId id) const {
    return std::holds_alternative<std::monostate>(builder_.relation(id).condition);
  }

  /// Notes what became of an item in the builder, which refuses it only when its key is taken.
  void settle(JsonSymbol& symbol, std::optional<std::size_t> id, JsonOffset id_at) {
    if (id) {
      symbol.graph = static_cast<std::uint32_t>(*id);
    } else {
      symbol.referent = JsonReferent::unreadable;
      symbol.graph.reset();
      trouble_.taken_id(id_at, std::nullopt);
    }
  }

  std::optional<EntityId> entity_of(JsonReference reference) {
    constexpr std::string_view consequence = "so this relation is left out";
    switch (facts_.ids[reference.symbol].referent) {
      case JsonReferent::item:
        return references_.entity(reference);
      case JsonReferent::relation:
        trouble_.not_an_entity(reference.at);
        break;
      case JsonReferent::unreadable:
        trouble_.left_out_with(reference.at, consequence);
        break;
      case JsonReferent::nothing:
        trouble_.unknown_id(reference.at, consequence, similar_ids(facts_.ids, JsonReferent::item));
    }
    return std::nullopt;
  }

  /// The ids among which a mistyped one is looked for: those of one kind, or (`nothing`) all that have a meaning. None
  /// when nobody would read the answer or the search would take long.
  std::vector<std::string_view> similar_ids(const JsonSymbols& symbols, JsonReferent kind) const {
    constexpr std::size_t most = 10'000;
    std::vector<std::string_view> ids;
    if (!trouble_.is_kept() || symbols.all().size() > most) return ids;
    for (const JsonSymbol& symbol : symbols.all()) {
      const bool fits = kind == JsonReferent::nothing ? symbol.graph.has_value() : symbol.referent == kind;
      if (fits) ids.push_back(symbol.key.text());
    }
    return ids;
  }

  JsonFacts facts_;
  JsonReferences references_;
  std::size_t threads_;
  GraphBuilder& builder_;
  JsonTrouble trouble_;
  std::vector<std::pair<RelationId, JsonReference>> late_conditions_;
};

class JsonImporter final : public Importer {
 public:
  explicit JsonImporter(JsonLimits limits) : limits_(limits) {
    limits_.bytes = std::min(limits.bytes, JsonLimits{}.bytes);
    limits_.bytes_each_part = std::max<std::size_t>(limits.bytes_each_part, 1);
    if (limits.threads == 0) limits_.threads = std::max(std::thread::hardware_concurrency(), 1U);
  }

  [[nodiscard]] std::string_view name() const override { return "json"; }
  [[nodiscard]] std::string_view description() const override { return "native JSON graph"; }
  [[nodiscard]] std::vector<std::string_view> extensions() const override { return {"json"}; }

  [[nodiscard]] double recognizes(const RawDocument& document) const override {
    constexpr std::size_t glance = 4096;
    const std::string_view start = std::string_view(document.bytes).substr(0, glance);
    const std::size_t first = start.find_first_not_of("\xEF\xBB\xBF \t\r\n");
    const char bracket = first == std::string_view::npos ? ' ' : start[first];
    const bool is_named_so = document.source.ends_with(".json");
    if (bracket != '{' && bracket != '[') return is_named_so ? 0.6 : 0;
    for (const std::string_view sign : {"\"entente-graph\"", "\"entities\"", "\"relations\""}) {
      if (start.find(sign) != std::string_view::npos) return 0.95;
    }
    if (is_named_so) return 0.6;
    return bracket == '{' ? 0.3 : 0;
  }

  void import(const RawDocument& document, GraphBuilder& builder, Diagnostics& diagnostics) const override {
    if (document.bytes.size() > limits_.bytes) {
      diagnostics.error(Problem::too_large, {0, 0},
                        "the document has " + std::to_string(document.bytes.size()) + " bytes: expected at most " +
                            std::to_string(limits_.bytes));
      return;
    }
    const JsonReading reading{parted_relations(document.bytes, document.bytes.size() / limits_.bytes_each_part),
                              limits_.threads, limits_.depth};
    auto facts = read_json_facts(document.bytes, reading, builder, diagnostics);
    if (!facts) return;
    FactsAdder(*std::move(facts), limits_.threads, builder, JsonTrouble(document.bytes, diagnostics)).add();
  }

 private:
  JsonLimits limits_;
};

}  // namespace

std::shared_ptr<const Importer> make_json_importer(JsonLimits limits) {
  return std::make_shared<JsonImporter>(limits);
}

}  // namespace entente
