// What if: a graph in which a proposal or agreement has been carried out.
#pragma once

#include <vector>

#include <entente/knowledge_graph.hpp>

namespace entente {

/// What changes if a text and its provisions are done.
struct Assumption {
  EntityId text;
  std::vector<EntityId> parts;         ///< the text and all that is part of it
  std::vector<RelationId> fulfilled;   ///< become actual
  std::vector<RelationId> superseded;  ///< facts until now that no longer hold
};

/// The changes that carrying out an agreement, proposal or provision brings, in the order of ids; an entity of another
/// type is a text of one part that nothing belongs to but what is planned, proposed or demanded of it.
///
/// What becomes actual is planned, proposed or demanded so far and
///  - has the text or one of its parts for an end (who is bound by it, what it is about; not who is against it), or
///  - stands in a sentence that puts the text or a part forward or tells its content ("Ukraine is not a member of
///    NATO", in the sentence that proposes the moratorium), unless it belongs to another text or somebody else says it;
///    plans there belong to agreements only, for what is planned beside a proposal is somebody's own plan; or
///  - depends (`condition`) on a part or on a relation that becomes actual; so also what was only possible until then.
///
/// What no longer holds are actual relations between the same two entities that say the opposite of one that becomes
/// actual, or that it undoes: `withdrawsFrom` undoes `partyTo`, `ratifies`, `implements`, `deploysForcesIn`,
/// `controls`; `partyTo`, `ratifies` and `implements` undo `withdrawsFrom`, `violates` and `rejects`; `supports` undoes
/// `rejects` and `protestsAgainst`. O(n log n) in relations and the length of their evidence.
Assumption assumption_of(const KnowledgeGraph&, EntityId text);

/// The graph in which the assumption is true: the same documents and entities with the same ids; relations that become
/// actual are so (and have the attribute `assumed`, the key of the text as JSON, unless they are stated as facts
/// anyway); those that no longer hold are left out. Ids of relations differ from those in `graph`: moods are part of
/// what a relation is, so this is no mask but a copy of all facts. O(n log n).
KnowledgeGraph assume(const KnowledgeGraph& graph, const Assumption&);

/// Whether the relation is actual only because of an assumption.
bool is_assumed(const RelationView&);

}  // namespace entente
