// Groups of entities in reports.
#pragma once

#include <string>
#include <vector>

#include <entente/knowledge_graph.hpp>

#include "json_writer.hpp"

namespace entente::cli {

/// The names of the first few, and how many more there are: "Russia, Ukraine and 7 more".
std::string members_in_words(const KnowledgeGraph&, const std::vector<EntityId>&);

/// All of them as a JSON array of what tells which one each is.
void write_entities(JsonWriter&, const KnowledgeGraph&, const std::vector<EntityId>&);

}  // namespace entente::cli
