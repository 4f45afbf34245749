#include <entente/ontology.hpp>

#include <algorithm>
#include <cassert>
#include <cstddef>

namespace entente {
namespace {

constexpr std::array<std::string_view, entity_type_count> entity_type_names = {
    "Person",    "State",     "Organization", "Bloc",      "ArmedGroup",
    "Territory", "Agreement", "Proposal",     "Provision", "Event"};
constexpr std::array<std::string_view, 2> polarity_names = {"positive", "negative"};
constexpr std::array<std::string_view, modality_count> modality_names = {"actual", "planned", "proposed", "demanded",
                                                                         "hypothetical"};

// A set of entity types with the words for it.
struct TypeSet {
  unsigned members;  // one bit for each type
  std::string_view words;

  [[nodiscard]] constexpr bool contains(EntityType type) const { return (members >> static_cast<unsigned>(type)) & 1U; }
};

template <class... Types>
constexpr unsigned bits(Types... types) {
  return ((1U << static_cast<unsigned>(types)) | ...);
}

using enum EntityType;
constexpr unsigned actor_bits = bits(person, state, organization, bloc, armed_group);

constexpr TypeSet anything{(1U << entity_type_count) - 1U, "anything"};
constexpr TypeSet actors{actor_bits, "Actor"};
constexpr TypeSet persons{bits(person), "Person"};
constexpr TypeSet territories{bits(territory), "Territory"};
constexpr TypeSet places{bits(territory, state), "Territory or State"};
constexpr TypeSet members{actor_bits | bits(territory), "Actor or Territory"};
constexpr TypeSet groups{bits(organization, bloc, armed_group), "Organization, Bloc or ArmedGroup"};
constexpr TypeSet holders_of_offices{bits(state, organization, territory, armed_group),
                                     "State, Organization, Territory or ArmedGroup"};
constexpr TypeSet parts{bits(territory, state, organization, armed_group, agreement, provision, proposal, event),
                        "Territory, State, Organization, ArmedGroup, Agreement, Provision, Proposal or Event"};
constexpr TypeSet locatable{bits(event, organization), "Event or Organization"};
constexpr TypeSet attended{bits(event, agreement), "Event or Agreement"};
constexpr TypeSet pacts{bits(agreement, proposal), "Agreement or Proposal"};
constexpr TypeSet texts{bits(agreement, proposal, provision), "Agreement, Proposal or Provision"};
constexpr TypeSet texts_and_events{bits(agreement, proposal, provision, event),
                                   "Agreement, Proposal, Provision or Event"};
constexpr TypeSet texts_and_places{bits(agreement, proposal, provision, territory, state),
                                   "Agreement, Proposal, Provision, Territory or State"};
constexpr TypeSet causes_of_events{bits(event, agreement, provision), "Event, Agreement or Provision"};
constexpr TypeSet targets{actor_bits | bits(proposal, agreement), "Actor, Proposal or Agreement"};
constexpr TypeSet opinable{actor_bits | bits(proposal, agreement, provision, event),
                           "Actor, Proposal, Agreement, Provision or Event"};

// All that is known about a predicate.
struct PredicateRow {
  Predicate predicate;
  std::string_view name;
  TypeSet domain;
  TypeSet range;
  bool symmetric = false;
};

// Two rows are wider than the written vocabulary, because people who mark texts by hand find the need: a provision or
// an event can be supported and rejected like a proposal, and a proposed arrangement can be monitored like an agreed
// one.
constexpr std::array<PredicateRow, predicate_count> predicates = {{
    {Predicate::member_of, "memberOf", members, groups},
    {Predicate::holds_office, "holdsOffice", persons, holders_of_offices},
    {Predicate::part_of, "partOf", parts, anything},
    {Predicate::borders, "borders", places, places, true},
    {Predicate::located_in, "locatedIn", locatable, places},
    {Predicate::participates_in, "participatesIn", actors, attended},
    {Predicate::party_to, "partyTo", actors, pacts},
    {Predicate::proposes, "proposes", actors, texts_and_events},
    {Predicate::obligates, "obligates", texts, actors},
    {Predicate::concerns, "concerns", texts_and_events, anything},
    {Predicate::ratifies, "ratifies", actors, texts},
    {Predicate::implements, "implements", actors, texts},
    {Predicate::violates, "violates", actors, texts},
    {Predicate::withdraws_from, "withdrawsFrom", actors, texts_and_places},
    {Predicate::monitors, "monitors", actors, texts_and_places},
    {Predicate::controls, "controls", actors, places},
    {Predicate::claims, "claims", actors, places},
    {Predicate::annexes, "annexes", actors, places},
    {Predicate::recognizes, "recognizes", actors, places},
    {Predicate::invades, "invades", actors, places},
    {Predicate::deploys_forces_in, "deploysForcesIn", actors, places},
    {Predicate::grants_autonomy_to, "grantsAutonomyTo", actors, territories},
    {Predicate::precedes, "precedes", texts_and_events, texts_and_events},
    {Predicate::causes, "causes", causes_of_events, attended},
    {Predicate::agrees_with, "agreesWith", actors, actors, true},
    {Predicate::consults, "consults", actors, actors, true},
    {Predicate::negotiates_with, "negotiatesWith", actors, actors, true},
    {Predicate::cooperates_with, "cooperatesWith", actors, actors, true},
    {Predicate::supports, "supports", actors, opinable},
    {Predicate::aids, "aids", actors, targets},
    {Predicate::yields_to, "yieldsTo", actors, targets},
    {Predicate::requests, "requests", actors, targets},
    {Predicate::accuses, "accuses", actors, targets},
    {Predicate::rejects, "rejects", actors, opinable},
    {Predicate::threatens, "threatens", actors, targets},
    {Predicate::protests_against, "protestsAgainst", actors, targets},
    {Predicate::sanctions, "sanctions", actors, targets},
    {Predicate::mobilizes_against, "mobilizesAgainst", actors, targets},
    {Predicate::coerces, "coerces", actors, targets},
    {Predicate::assaults, "assaults", actors, targets},
}};

constexpr bool rows_stand_in_the_order_of_predicates() {
  for (std::size_t i = 0; i < predicates.size(); ++i) {
    if (static_cast<std::size_t>(predicates[i].predicate) != i) return false;
  }
  return true;
}
static_assert(rows_stand_in_the_order_of_predicates());

/// A hash table of the predicates by their names, with linear probing; a slot holds the successor of a number or zero.
constexpr std::size_t slot_count = 128;
constexpr std::size_t first_slot(std::string_view name) {
  const auto letter = [&](std::size_t i) { return static_cast<std::size_t>(static_cast<unsigned char>(name[i])); };
  return name.empty() ? 0 : (name.size() + 5 * letter(0) + 3 * letter(name.size() / 2)) % slot_count;
}
constexpr auto predicate_slots = [] {
  std::array<std::uint8_t, slot_count> slots{};
  for (std::size_t i = 0; i < predicates.size(); ++i) {
    std::size_t slot = first_slot(predicates[i].name);
    while (slots[slot] != 0) slot = (slot + 1) % slot_count;
    slots[slot] = static_cast<std::uint8_t>(i + 1);
  }
  return slots;
}();

const PredicateRow& row(Predicate predicate) {
  assert(static_cast<std::size_t>(predicate) < predicate_count);
  return predicates[static_cast<std::size_t>(predicate)];
}

template <class Value, std::size_t count>
std::optional<Value> value_named(const std::array<std::string_view, count>& names, std::string_view wanted) {
  auto found = std::find(names.begin(), names.end(), wanted);
  if (found == names.end()) return std::nullopt;
  return static_cast<Value>(found - names.begin());
}

template <class Value, std::size_t count>
constexpr std::array<Value, count> all_values() {
  std::array<Value, count> values{};
  for (std::size_t i = 0; i < count; ++i) values[i] = static_cast<Value>(i);
  return values;
}

}  // namespace

std::string_view name(EntityType type) {
  return entity_type_names[static_cast<std::size_t>(type)];
}
std::string_view name(Predicate predicate) {
  return row(predicate).name;
}
std::string_view name(Polarity polarity) {
  return polarity_names[static_cast<std::size_t>(polarity)];
}
std::string_view name(Modality modality) {
  return modality_names[static_cast<std::size_t>(modality)];
}

std::optional<EntityType> entity_type_named(std::string_view wanted) {
  return value_named<EntityType>(entity_type_names, wanted);
}

std::optional<Predicate> predicate_named(std::string_view wanted) {
  for (std::size_t slot = first_slot(wanted); predicate_slots[slot] != 0; slot = (slot + 1) % slot_count) {
    const PredicateRow& candidate = predicates[predicate_slots[slot] - 1U];
    if (candidate.name == wanted) return candidate.predicate;
  }
  return std::nullopt;
}

std::optional<Polarity> polarity_named(std::string_view wanted) {
  return value_named<Polarity>(polarity_names, wanted);
}

std::optional<Modality> modality_named(std::string_view wanted) {
  return value_named<Modality>(modality_names, wanted);
}

const std::array<EntityType, entity_type_count>& all_entity_types() {
  static constexpr auto values = all_values<EntityType, entity_type_count>();
  return values;
}

const std::array<Predicate, predicate_count>& all_predicates() {
  static constexpr auto values = all_values<Predicate, predicate_count>();
  return values;
}

const std::array<Modality, modality_count>& all_modalities() {
  static constexpr auto values = all_values<Modality, modality_count>();
  return values;
}

bool is_actor(EntityType type) {
  return actors.contains(type);
}

bool is_symmetric(Predicate predicate) {
  return row(predicate).symmetric;
}

bool in_domain(Predicate predicate, EntityType subject) {
  return row(predicate).domain.contains(subject);
}
bool in_range(Predicate predicate, EntityType object) {
  return row(predicate).range.contains(object);
}

std::string_view domain_in_words(Predicate predicate) {
  return row(predicate).domain.words;
}
std::string_view range_in_words(Predicate predicate) {
  return row(predicate).range.words;
}

}  // namespace entente
