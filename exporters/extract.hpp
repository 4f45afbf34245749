// What a file must hold so that it shows a view and refers to nothing that it does not hold.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include <entente/graph_view.hpp>

namespace entente {

/// The items of a view that go into a file, each kind in the order of its ids.
///
/// Besides the visible entities these are the ones named as source or condition of a visible relation. All documents
/// belong to a whole graph; to a part of one only those that it quotes.
struct Extract {
  std::vector<DocumentId> documents;
  std::vector<EntityId> entities;
  std::vector<RelationId> relations;
};

/// O(entities + relations + quotes).
Extract extract(const GraphView&);

/// The condition of a relation as far as the view has it: a relation that it does not show is no condition in it.
std::variant<std::monostate, EntityId, RelationId> visible_condition(const GraphView&, const RelationView&);

/// The date in ISO 8601, or nothing written.
std::string date_text(const RelationView&);

}  // namespace entente
