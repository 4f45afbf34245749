// Shows: entities and relations put into a graph one by one, what the builder refuses, and how to walk the result.
// Read before: nothing, start here.
#include <iostream>
#include <utility>

#include <entente/graph_builder.hpp>

using namespace entente;

int main() {
  GraphBuilder builder;
  const EntityId egypt = *builder.add(Entity{.key = "egypt", .type = EntityType::state, .name = "Egypt"});
  const EntityId israel = *builder.add(Entity{.key = "israel", .type = EntityType::state, .name = "Israel"});
  const EntityId sinai = *builder.add(Entity{.key = "sinai", .type = EntityType::territory, .name = "Sinai"});
  const EntityId treaty =
      *builder.add(Entity{.key = "treaty", .type = EntityType::agreement, .name = "Peace Treaty of 1979"});

  // Who did what to whom; everything else (mood, time, source, evidence) has a sensible default.
  builder.add(
      Relation{.subject = egypt, .predicate = Predicate::party_to, .object = treaty, .date = Date(1979, 3, 26)});
  builder.add(
      Relation{.subject = israel, .predicate = Predicate::party_to, .object = treaty, .date = Date(1979, 3, 26)});
  builder.add(Relation{.subject = israel,
                       .predicate = Predicate::withdraws_from,
                       .object = sinai,
                       .date = DateInterval(Date(1979), Date(1982, 4, 25)),
                       .evidence = {Quote{.text = "Israel completed its withdrawal from Sinai on 25 April 1982."}}});

  // Only an actor can be party to something: the builder refuses, stays as it was, and says why.
  if (!builder.add(Relation{.subject = sinai, .predicate = Predicate::party_to, .object = treaty}) &&
      builder.last_problem() == FactProblem::subject_not_in_domain) {
    std::cout << "refused: " << domain_in_words(Predicate::party_to) << " expected, not "
              << name(builder.entity(sinai).type) << "\n";
  }

  const KnowledgeGraph graph = std::move(builder).build();  // from here on it never changes
  std::cout << graph.entity_count() << " entities, " << graph.relation_count() << " relations\n";
  for (RelationId id : graph.outgoing(israel)) {
    const RelationView relation = graph.relation(id);
    std::cout << graph.entity(relation.subject).name << " " << name(relation.predicate) << " "
              << graph.entity(relation.object).name << ", " << relation.date->to_string() << "\n";
  }
}
