// Finding entities by what people call them.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <entente/knowledge_graph.hpp>

namespace entente {

/// The name without case, accents, leading article, possessive, punctuation and double spaces, for comparison:
/// "The Maroš Šefčovič's" gives "maros sefcovic". Bytes that are not UTF-8 are passed over. O(length).
std::string fold_name(std::string_view name);

/// The answer to a question for a name.
struct NameMatch {
  std::vector<EntityId> exact;  ///< all entities that bear the name, best first; several: it is ambiguous
  std::vector<EntityId> near;   ///< entities with a similar name, nearest first, when nobody bears it
};

/// The entities called `name`: by key, name, alias, identifier or named mention, case and accents folded (but not of
/// keys), or, persons, by their last name. A key outranks a canonical name, that an alias or identifier, those a
/// mention, and that a last name: only the best rank is returned. At most `limit` near ones. O(names).
NameMatch find_by_name(const KnowledgeGraph&, std::string_view name, std::size_t limit = 5);

/// The candidates that are nearest to a mistyped word, nearest first; none that differ in more than a third of it.
std::vector<std::string_view> near_misses(std::string_view word, std::span<const std::string_view> candidates,
                                          std::size_t limit = 3);

}  // namespace entente
