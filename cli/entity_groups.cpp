#include "entity_groups.hpp"

#include <algorithm>

#include "name_lookup.hpp"
#include "statements.hpp"

namespace entente::cli {

std::string members_in_words(const KnowledgeGraph& graph, const std::vector<EntityId>& group) {
  constexpr std::size_t most_named = 5;
  std::string words;
  for (std::size_t i = 0; i < std::min(group.size(), most_named); ++i) {
    words.append(i > 0 ? ", " : "").append(display_name(graph.entity(group[i])));
  }
  if (group.size() > most_named) words += " and " + std::to_string(group.size() - most_named) + " more";
  return words;
}

void write_entities(JsonWriter& json, const KnowledgeGraph& graph, const std::vector<EntityId>& group) {
  json.open_array();
  for (EntityId id : group) write_entity(json, graph.entity(id));
  json.close_array();
}

}  // namespace entente::cli
