#include "random_graph.hpp"

#include <string>
#include <utility>

#include <entente/graph_builder.hpp>

namespace entente::testing {

namespace {

const std::vector<EntityType> types{EntityType::state, EntityType::state,        EntityType::state,
                                    EntityType::state, EntityType::organization, EntityType::person,
                                    EntityType::bloc,  EntityType::territory,    EntityType::event};
const std::vector<Predicate> predicates{Predicate::consults,   Predicate::cooperates_with, Predicate::borders,
                                        Predicate::supports,   Predicate::recognizes,      Predicate::threatens,
                                        Predicate::located_in, Predicate::participates_in, Predicate::member_of};
constexpr std::size_t document_count = 3;

template <class Id>
std::vector<Id> some(Dice& dice, std::size_t all, std::size_t at_most) {
  std::vector<Id> chosen;
  if (all == 0) return chosen;
  for (std::size_t i = dice.roll(at_most) + 1; i > 0; --i) chosen.push_back(Id(dice.roll(all)));
  return chosen;
}

std::vector<Evidence> random_evidence(Dice& dice) {
  std::vector<Evidence> evidence;
  for (std::size_t i = dice.roll(3); i > 0; --i) {
    Evidence quote;
    if (!dice.chance(4)) quote.document = DocumentId(dice.roll(document_count));
    quote.text = std::to_string(dice.roll(1000));
    evidence.push_back(quote);
  }
  return evidence;
}

DateInterval random_date(Dice& dice) {
  const Date from(2000 + static_cast<int>(dice.roll(6)));
  if (dice.chance(2)) return from;
  if (dice.chance(2)) return DateInterval(from, std::nullopt);
  return DateInterval(from, Date(from.year() + static_cast<int>(dice.roll(3))));
}

Relation random_relation(Dice& dice, std::size_t entities) {
  Relation relation;
  relation.predicate = dice.one_of(predicates);
  relation.subject = EntityId(dice.roll(entities));
  relation.object = dice.chance(20) ? relation.subject : EntityId(dice.roll(entities));
  if (dice.chance(5)) relation.polarity = Polarity::negative;
  if (dice.chance(3)) relation.modality = static_cast<Modality>(dice.roll(modality_count));
  if (dice.chance(3)) relation.source = EntityId(dice.roll(entities));
  if (dice.chance(2)) relation.date = random_date(dice);
  relation.confidence = static_cast<double>(dice.roll(5)) / 4.0;
  relation.evidence = random_evidence(dice);
  return relation;
}

}  // namespace

KnowledgeGraph random_graph(Dice& dice, std::size_t max_entities) {
  GraphBuilder builder;
  for (std::size_t i = 0; i < document_count; ++i) {
    Document document;
    document.key = "d" + std::to_string(i);
    builder.add(document);
  }
  const std::size_t entities = dice.roll(max_entities) + 1;
  for (std::size_t i = 0; i < entities; ++i) {
    Entity entity;
    entity.key = "e" + std::to_string(i);
    entity.name = "Entity " + std::to_string(dice.roll(entities));
    entity.type = dice.one_of(types);
    if (dice.chance(2)) {
      Mention mention;
      mention.document = DocumentId(dice.roll(document_count));
      entity.mentions.push_back(mention);
    }
    builder.add(entity);
  }
  // Many tries fail for the domain or range of the predicate.
  for (std::size_t tries = dice.roll(12 * entities + 1); tries > 0; --tries)
    builder.add(random_relation(dice, entities));
  return std::move(builder).build();
}

namespace {

/// A sentence of a small stock, or the beginning or end of one.
Evidence random_quotation(Dice& dice) {
  static const std::vector<std::string> stock{"one two three four five", "six seven eight nine", "ten eleven twelve",
                                              "thirteen fourteen", "three four"};
  Evidence quote;
  if (!dice.chance(5)) quote.document = DocumentId(dice.roll(document_count));
  const std::size_t sentence = dice.roll(stock.size());
  quote.text = stock[sentence];
  std::size_t begin = 0;
  if (dice.chance(3)) begin = quote.text.find(' ') + 1;
  quote.text = dice.chance(3) ? quote.text.substr(begin, quote.text.rfind(' ') - begin) : quote.text.substr(begin);
  if (dice.chance(2)) {
    const auto start = static_cast<std::uint32_t>(100 * sentence + begin);
    quote.span = Span{start, start + static_cast<std::uint32_t>(quote.text.size())};
  }
  if (dice.chance(4)) quote.text += ".";
  return quote;
}

Relation random_statement(Dice& dice, const GraphBuilder& builder) {
  Relation relation;
  relation.predicate = dice.one_of(std::vector(all_predicates().begin(), all_predicates().end()));
  if (dice.chance(3))
    relation.predicate = dice.one_of(std::vector{Predicate::proposes, Predicate::part_of, Predicate::concerns,
                                                 Predicate::holds_office, Predicate::precedes});
  relation.subject = EntityId(dice.roll(builder.entity_count()));
  relation.object = EntityId(dice.roll(builder.entity_count()));
  if (dice.chance(4)) relation.polarity = Polarity::negative;
  if (dice.chance(2)) relation.modality = static_cast<Modality>(dice.roll(modality_count));
  if (dice.chance(3)) relation.source = EntityId(dice.roll(builder.entity_count()));
  if (dice.chance(3)) relation.date = random_date(dice);
  if (dice.chance(5)) relation.role = "former minister";
  if (dice.chance(6)) relation.condition = EntityId(dice.roll(builder.entity_count()));
  if (dice.chance(6) && builder.relation_count() > 0)
    relation.condition = RelationId(dice.roll(builder.relation_count()));
  for (std::size_t i = dice.roll(3); i > 0; --i) relation.evidence.push_back(random_quotation(dice));
  return relation;
}

}  // namespace

KnowledgeGraph random_story(Dice& dice, std::size_t max_entities) {
  GraphBuilder builder;
  for (std::size_t i = 0; i < document_count; ++i) {
    Document document;
    document.key = "d" + std::to_string(i);
    builder.add(document);
  }
  const std::vector<EntityType> all(all_entity_types().begin(), all_entity_types().end());
  const std::size_t entities = dice.roll(max_entities) + 1;
  for (std::size_t i = 0; i < entities; ++i) {
    Entity entity;
    entity.key = "e" + std::to_string(i);
    entity.name = "Entity " + std::to_string(dice.roll(entities));
    entity.type = dice.one_of(all);
    builder.add(entity);
  }
  // Most tries fail for the domain or range of the predicate.
  for (std::size_t tries = dice.roll(30 * entities + 1); tries > 0; --tries)
    builder.add(random_statement(dice, builder));
  return std::move(builder).build();
}

Lens random_lens(Dice& dice, const KnowledgeGraph& graph) {
  Lens lens;
  if (dice.chance(6)) lens.types = {dice.one_of(types), dice.one_of(types)};
  if (dice.chance(6)) lens.predicates = {dice.one_of(predicates), dice.one_of(predicates), dice.one_of(predicates)};
  if (dice.chance(6)) lens.modalities = {Modality::actual, static_cast<Modality>(dice.roll(modality_count))};
  if (dice.chance(6)) lens.polarity = dice.chance(3) ? Polarity::negative : Polarity::positive;
  if (dice.chance(6)) lens.sources = some<EntityId>(dice, graph.entity_count(), 3);
  if (dice.chance(6)) lens.authors_voice = true;
  if (dice.chance(6)) lens.during = random_date(dice);
  if (dice.chance(6)) lens.documents = some<DocumentId>(dice, document_count, 2);
  if (dice.chance(6)) lens.min_confidence = 0.5;
  if (dice.chance(6)) {
    lens.among.emplace();
    for (std::size_t i = 0; i < graph.relation_count(); ++i)
      if (!dice.chance(3)) lens.among->push_back(RelationId(i));
  }
  if (dice.chance(4))
    for (const EntityId center : some<EntityId>(dice, graph.entity_count(), 2))
      lens.around.push_back({center, static_cast<unsigned>(dice.roll(4))});
  return lens;
}

KnowledgeGraph graph_of(std::size_t states, const std::vector<std::pair<std::size_t, std::size_t>>& arcs) {
  GraphBuilder builder;
  for (std::size_t i = 0; i < states; ++i) {
    Entity entity;
    entity.key = "s" + std::to_string(i);
    entity.name = entity.key;
    entity.type = EntityType::state;
    builder.add(entity);
  }
  for (const auto& [subject, object] : arcs) {
    Relation relation;
    relation.subject = EntityId(subject);
    relation.predicate = Predicate::recognizes;
    relation.object = EntityId(object);
    builder.add(relation);
  }
  return std::move(builder).build();
}

}  // namespace entente::testing
