// The entities and documents that a user means by a name.
#pragma once

#include <string>
#include <vector>

#include <entente/knowledge_graph.hpp>

namespace entente::cli {

/// The entity with that key, name, alias, identifier or mention. Throws `UsageError` if there is none (naming those
/// that come near) or more than one (naming all, with the keys that tell them apart).
EntityId entity_named(const KnowledgeGraph&, const std::string& name);

/// The agreement, proposal, provision or event of that name, which may be assumed to come about. Throws `UsageError`
/// likewise, and for other entities.
EntityId assumable_named(const KnowledgeGraph&, const std::string& name);

/// The document with that key, source, title or file name. Throws `UsageError` likewise.
DocumentId document_named(const KnowledgeGraph&, const std::string& name);

/// Those of a list separated by commas; a text with commas that is a name itself is taken as a whole.
std::vector<EntityId> entities_named(const KnowledgeGraph&, const std::string& names);
std::vector<DocumentId> documents_named(const KnowledgeGraph&, const std::string& names);

/// What to call an entity or document in a report: the name or title, or else the key.
std::string display_name(const Entity&);
std::string display_name(const Document&);

}  // namespace entente::cli
