#include <entente/assumption.hpp>

#include <algorithm>
#include <array>
#include <initializer_list>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <tuple>
#include <utility>

#include <entente/graph_builder.hpp>

#include "text_contents.hpp"

namespace entente {

namespace {

constexpr const char* mark = "assumed";

/// Adds what depends on the parts and on what is already in the set, and on that again.
void add_dependents(const KnowledgeGraph& graph, const TextContents& contents, const std::vector<EntityId>& parts,
                    std::set<RelationId>& fulfilled) {
  std::vector<RelationId> open(fulfilled.begin(), fulfilled.end());
  const auto fulfil = [&](const std::vector<RelationId>& dependents) {
    for (const RelationId id : dependents) {
      if (graph.relation(id).modality != Modality::actual && fulfilled.insert(id).second) open.push_back(id);
    }
  };
  for (const EntityId part : parts) fulfil(contents.depending_on(part));
  while (!open.empty()) {
    const RelationId id = open.back();
    open.pop_back();
    fulfil(contents.depending_on(id));
  }
}

using Undoing = std::pair<Predicate, Predicate>;

constexpr std::array undoings = {
    Undoing{Predicate::withdraws_from, Predicate::party_to},
    Undoing{Predicate::withdraws_from, Predicate::ratifies},
    Undoing{Predicate::withdraws_from, Predicate::implements},
    Undoing{Predicate::withdraws_from, Predicate::deploys_forces_in},
    Undoing{Predicate::withdraws_from, Predicate::controls},
    Undoing{Predicate::party_to, Predicate::withdraws_from},
    Undoing{Predicate::party_to, Predicate::violates},
    Undoing{Predicate::party_to, Predicate::rejects},
    Undoing{Predicate::ratifies, Predicate::withdraws_from},
    Undoing{Predicate::ratifies, Predicate::violates},
    Undoing{Predicate::ratifies, Predicate::rejects},
    Undoing{Predicate::implements, Predicate::withdraws_from},
    Undoing{Predicate::implements, Predicate::violates},
    Undoing{Predicate::implements, Predicate::rejects},
    Undoing{Predicate::supports, Predicate::rejects},
    Undoing{Predicate::supports, Predicate::protests_against},
};

/// Whether `fact` cannot stay a fact when `done`, which joins the same entities, is one.
bool undoes(const RelationView& done, const RelationView& fact) {
  if (done.predicate == fact.predicate) return done.polarity != fact.polarity;
  if (done.polarity == Polarity::negative || fact.polarity == Polarity::negative) return false;
  return std::find(undoings.begin(), undoings.end(), Undoing{done.predicate, fact.predicate}) != undoings.end();
}

std::vector<RelationId> superseded_by(const KnowledgeGraph& graph, const std::vector<RelationId>& fulfilled) {
  std::set<RelationId> superseded;
  for (const RelationId done : fulfilled) {
    const RelationView relation = graph.relation(done);
    for (const RelationId id : graph.outgoing(relation.subject)) {
      const RelationView fact = graph.relation(id);
      if (fact.object == relation.object && fact.modality == Modality::actual && undoes(relation, fact))
        superseded.insert(id);
    }
  }
  return {superseded.begin(), superseded.end()};
}

/// All that tells two statements apart but the mood.
template <class AnyRelation>
auto statement_of(const AnyRelation& relation) {
  return std::tuple(relation.subject, relation.predicate, relation.object, relation.polarity, relation.date,
                    relation.source);
}

std::string as_json(const std::string& text) {
  std::string json = "\"";
  for (const char c : text) {
    constexpr unsigned first_harmless = 0x20;
    constexpr const char* digits = "0123456789abcdef";
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      json += {'\\', c};
    } else if (byte < first_harmless) {
      json += {'\\', 'u', '0', '0', digits[byte / 16], digits[byte % 16]};
    } else {
      json += c;
    }
  }
  return json + '"';
}

/// Copies a graph into a builder, relation by relation, and remembers what became of each.
class Copy {
 public:
  Copy(const KnowledgeGraph& graph, const Assumption& assumption) : graph_(graph), assumption_(assumption) {
    for (const Document& document : graph.documents()) builder_.add(document);
    for (const Entity& entity : graph.entities()) builder_.add(entity);
    for (const auto& [name, value] : graph.attributes()) builder_.set_attribute(name, value);
    for (std::size_t i = 0; i < graph.relation_count(); ++i) {
      const RelationView relation = graph.relation(RelationId(i));
      if (relation.modality == Modality::actual && !holds(assumption.superseded, RelationId(i)))
        facts_.insert(statement_of(relation));
    }
  }

  KnowledgeGraph made() && {
    std::vector<std::optional<RelationId>> copies(graph_.relation_count());
    for (std::size_t i = 0; i < copies.size(); ++i) {
      if (!holds(assumption_.superseded, RelationId(i))) copies[i] = builder_.add(changed(RelationId(i)));
    }
    for (std::size_t i = 0; i < copies.size(); ++i) {
      const RelationView relation = graph_.relation(RelationId(i));
      const auto* condition = std::get_if<RelationId>(&relation.condition);
      if (condition == nullptr || !copies[i] || !copies[condition->index()]) continue;
      if (builder_.relation(*copies[i]).condition.index() == 0)
        builder_.set_condition(*copies[i], *copies[condition->index()]);
    }
    return std::move(builder_).build();
  }

 private:
  static bool holds(const std::vector<RelationId>& ids, RelationId id) {
    return std::binary_search(ids.begin(), ids.end(), id);
  }

  /// The relation as it is under the assumption; a condition that is a relation comes when all are copied.
  [[nodiscard]] Relation changed(RelationId id) const {
    Relation relation(graph_.relation(id));
    if (std::holds_alternative<RelationId>(relation.condition)) relation.condition = {};
    if (!holds(assumption_.fulfilled, id)) return relation;
    relation.modality = Modality::actual;
    if (!facts_.contains(statement_of(relation)))
      relation.attributes[mark] = as_json(graph_.entity(assumption_.text).key);
    return relation;
  }

  const KnowledgeGraph& graph_;
  const Assumption& assumption_;
  GraphBuilder builder_;
  std::set<decltype(statement_of(RelationView{}))> facts_;
};

}  // namespace

Assumption assumption_of(const KnowledgeGraph& graph, EntityId text) {
  const TextContents contents(graph);
  Assumption assumption{text, parts_of(graph, text), {}, {}};
  std::set<RelationId> fulfilled;
  for (const RelationId id : contents.of(text)) {
    if (is_wish(graph.relation(id))) fulfilled.insert(id);
  }
  add_dependents(graph, contents, assumption.parts, fulfilled);
  assumption.fulfilled.assign(fulfilled.begin(), fulfilled.end());
  assumption.superseded = superseded_by(graph, assumption.fulfilled);
  return assumption;
}

KnowledgeGraph assume(const KnowledgeGraph& graph, const Assumption& assumption) {
  return Copy(graph, assumption).made();
}

bool is_assumed(const RelationView& relation) {
  return relation.attributes.get().contains(mark);
}

}  // namespace entente
