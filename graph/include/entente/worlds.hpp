// Worlds: what each speaker is said to assert, to want and to deny.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include <entente/graph_view.hpp>

namespace entente {

/// Somebody whose words count as those of another.
struct Voice {
  EntityId who;
  std::optional<DateInterval> during{};  ///< when, if the graph knows from when to when
};

/// Who speaks for the entity: itself, who holds office in it, the organizations that are part of it, and who speaks for
/// those ("the White House" for the United States); by the facts that the graph holds, whoever states them. Former
/// officers ("former", "ex-", "late" in the role) do not, and members do not speak for what they are members of. An
/// office known from one date to another counts between them; a single date is when the office is spoken of, and
/// limits nothing. In the order of ids and times, the entity first; one who held several offices may come several
/// times. O(what it finds).
std::vector<Voice> voices_of(const KnowledgeGraph&, EntityId);

/// Whether relations with this predicate are a stand that their subject takes, by word or by vote, and not a deed:
/// proposes, recognizes, claims, rejects, … With such a relation the author reports what the subject holds. Withdrawing
/// is one if it is from a text, and not from a place.
bool is_position(Predicate);

/// How a relation comes into a world.
enum class Standing {
  said,   ///< the text attributes it to the speaker, who asserts, demands, denies, …
  held,   ///< the author says that the speaker takes this stand
  wanted  ///< it belongs to a text that the speaker proposes
};
std::string_view name(Standing);

struct Belief {
  RelationId relation;
  Standing standing;
  EntityId voice;  ///< whose words or stand it is: the speaker or one who speaks for it
};

/// What one speaker is said to say and to stand for: each relation once, in the order of their ids.
struct World {
  EntityId speaker;
  std::vector<Voice> voices;  ///< the speaker and who speaks for it
  std::vector<Belief> beliefs;
};

struct WorldOptions {
  bool in_person = false;             ///< without those who speak for the speaker
  std::optional<EntityId> told_by{};  ///< the speaker's world as this one, or who speaks for it, tells it: the stands
                                      ///< of the speaker with this source, instead of what author and speaker say
};

/// The world of a speaker, as far as the view shows it:
///  - what it says: the relations with one of its voices for a source;
///  - what it holds: its positions (`is_position`), actual or planned, that no one else is said to report;
///  - what it wants: the wishes of the texts that it proposes (see `assumption_of`), and what these say of themselves.
/// Who speaks for whom is looked up in the whole graph. O(n log n) in relations and the length of their evidence.
World world_of(const GraphView&, EntityId speaker, const WorldOptions& = {});

/// The worlds of all who have one; the largest first, equal ones in the order of names and ids. Whoever speaks for
/// another has a world of their own as well. O(n log n), and the size of the worlds.
std::vector<World> worlds(const GraphView&, const WorldOptions& = {});

/// What the worlds are about: the entities at the ends of most of its relations, the speaker and its voices apart; most
/// first, equal ones in the order of names and ids. O(size of the world).
std::vector<EntityId> topics(const KnowledgeGraph&, const World&, std::size_t count);

}  // namespace entente
