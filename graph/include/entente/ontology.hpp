// The vocabulary of the graph: types of entities, predicates with their domain and range, moods.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace entente {

enum class EntityType : std::uint8_t {
  person,
  state,
  organization,
  bloc,
  armed_group,
  territory,
  agreement,
  proposal,
  provision,
  event
};
inline constexpr std::size_t entity_type_count = 10;

enum class Predicate : std::uint8_t {
  member_of,
  holds_office,
  part_of,
  borders,
  located_in,
  participates_in,
  party_to,
  proposes,
  obligates,
  concerns,
  ratifies,
  implements,
  violates,
  withdraws_from,
  monitors,
  controls,
  claims,
  annexes,
  recognizes,
  invades,
  deploys_forces_in,
  grants_autonomy_to,
  precedes,
  causes,
  agrees_with,
  consults,
  negotiates_with,
  cooperates_with,
  supports,
  aids,
  yields_to,
  requests,
  accuses,
  rejects,
  threatens,
  protests_against,
  sanctions,
  mobilizes_against,
  coerces,
  assaults
};
inline constexpr std::size_t predicate_count = 40;

enum class Polarity : std::uint8_t { positive, negative };

/// Whether a relation happened or holds, or is only planned, proposed, demanded, or conditional or possible.
enum class Modality : std::uint8_t { actual, planned, proposed, demanded, hypothetical };
inline constexpr std::size_t modality_count = 5;

/// The name as the native JSON writes it: `ArmedGroup`, `holdsOffice`, `negative`, `planned`.
std::string_view name(EntityType);
std::string_view name(Predicate);
std::string_view name(Polarity);
std::string_view name(Modality);

/// The value with that exact name, or nothing.
std::optional<EntityType> entity_type_named(std::string_view);
std::optional<Predicate> predicate_named(std::string_view);
std::optional<Polarity> polarity_named(std::string_view);
std::optional<Modality> modality_named(std::string_view);

/// All values, in the order of their declaration.
const std::array<EntityType, entity_type_count>& all_entity_types();
const std::array<Predicate, predicate_count>& all_predicates();
const std::array<Modality, modality_count>& all_modalities();

/// Whether the type is that of somebody who acts: a person, state, organization, bloc or armed group.
bool is_actor(EntityType);

/// Whether the predicate means the same read from either end (`borders`, `consults`, …).
bool is_symmetric(Predicate);

/// Whether a relation may start from, or lead to, an entity of that type.
bool in_domain(Predicate, EntityType subject);
bool in_range(Predicate, EntityType object);

/// The types a relation may start from or lead to, in words for a message: "Actor or Territory".
std::string_view domain_in_words(Predicate);
std::string_view range_in_words(Predicate);

}  // namespace entente
