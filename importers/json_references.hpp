// What the references of a native JSON document's facts mean in a builder.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "json_facts.hpp"

namespace entente {

/// Knows the ids that the symbols of facts have in the builder, when these have been looked up: one after the other,
/// for of millions each is far from the last. The facts must outlive it and have all documents.
class JsonReferences {
 public:
  explicit JsonReferences(const JsonFacts& facts) : facts_(facts) {
    if (facts.documents.size() == 1) only_document_ = facts.documents.front().symbol;
  }

  /// Looks up all documents, or all entities, when they have their ids.
  void look_up_documents() { documents_ = ids_of_items(facts_.document_ids); }
  void look_up_entities() { entities_ = ids_of_items(facts_.ids); }

  /// The entity, or nothing if the reference means none.
  [[nodiscard]] std::optional<EntityId> entity(JsonReference reference) const {
    const std::uint32_t id = entities_[reference.symbol];
    return id == none ? std::nullopt : std::optional(EntityId(id));
  }

  /// Turns the number of a key into the document's id. False when there is no such document.
  template <class SomeQuote>
  bool resolve_document(SomeQuote& quote) const {
    if (!quote.document) return true;
    const bool is_bare = *quote.document == the_only_document;
    const auto number = is_bare ? only_document_ : std::optional(static_cast<std::uint32_t>(quote.document->index()));
    quote.document.reset();
    if (!number) return true;
    if (documents_[*number] != none) quote.document = DocumentId(documents_[*number]);
    return is_bare || quote.document.has_value();
  }

  /// Resolves the quotes of a relation, and gives those whose document is there, which it puts in front.
  [[nodiscard]] EvidenceView resolve(std::span<QuoteView> quotes) const {
    const auto sound =
        std::remove_if(quotes.begin(), quotes.end(), [this](auto& quote) { return !resolve_document(quote); });
    return {quotes.begin(), sound};
  }

 private:
  static constexpr std::uint32_t none = UINT32_MAX;
  static std::vector<std::uint32_t> ids_of_items(const JsonSymbols& symbols) {
    std::vector<std::uint32_t> ids;
    ids.reserve(symbols.all().size());
    for (const JsonSymbol& symbol : symbols.all()) {
      ids.push_back(symbol.referent == JsonReferent::item ? symbol.graph.value_or(none) : none);
    }
    return ids;
  }

  const JsonFacts& facts_;
  std::optional<std::uint32_t> only_document_;
  std::vector<std::uint32_t> documents_;  // by the numbers of symbols
  std::vector<std::uint32_t> entities_;
};

/// The quotes of the relation at that place of a batch.
inline std::span<QuoteView> quotes_of(JsonBatch& batch, std::size_t place) {
  const std::size_t begin = batch.relations[place].first_quote;
  const bool is_last = place + 1 == batch.relations.size();
  const std::size_t end = is_last ? batch.quotes.size() : batch.relations[place + 1].first_quote;
  return std::span(batch.quotes).subspan(begin, end - begin);
}

/// A relation of a batch with its references resolved, but its condition.
inline RelationView resolved_view(const JsonRelation& relation, const JsonBatch& batch, EntityId subject,
                                  EntityId object, std::optional<EntityId> source, EvidenceView evidence) {
  RelationView view{subject, relation.predicate, object, relation.polarity,   relation.modality, relation.date,
                    source,  relation.role,      {},     relation.confidence, relation.rule,     evidence,
                    {}};
  if (relation.attributes != 0) view.attributes = batch.attributes[relation.attributes - 1];
  return view;
}

}  // namespace entente
