#include <entente/worlds.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include <entente/names.hpp>

#include "relation_support.hpp"
#include "text_contents.hpp"

namespace entente {

namespace {

bool is_former(std::string_view role) {
  const std::string folded = " " + fold_name(role) + " ";
  constexpr std::array<std::string_view, 4> marks = {" former ", " ex ", " late ", " formerly "};
  return std::any_of(marks.begin(), marks.end(),
                     [&](std::string_view mark) { return folded.find(mark) != folded.npos; });
}

/// Whether the subject of the relation speaks for its object.
bool gives_voice(const KnowledgeGraph& graph, const RelationView& relation) {
  if (!is_stated_as_fact(relation) || relation.subject == relation.object) return false;
  if (relation.predicate == Predicate::holds_office) return !is_former(relation.role);
  return relation.predicate == Predicate::part_of && graph.entity(relation.subject).type == EntityType::organization &&
         is_actor(graph.entity(relation.object).type);
}

/// A time known from one end to another, and not only that it was so on a day.
std::optional<DateInterval> known_duration(const RelationView& relation) {
  if (!relation.date || relation.date->from() == relation.date->to()) return std::nullopt;
  return relation.date;
}

bool speaks_at(const Voice& voice, const std::optional<DateInterval>& date) {
  return !voice.during || !date || voice.during->overlaps(*date);
}

bool may_be_held(const KnowledgeGraph& graph, const RelationView& relation) {
  if (relation.predicate == Predicate::withdraws_from && !is_text(graph, relation.object)) return false;
  return is_position(relation.predicate) &&
         (relation.modality == Modality::actual || relation.modality == Modality::planned);
}

bool puts_forward(const RelationView& relation) {
  return relation.predicate == Predicate::proposes && relation.polarity == Polarity::positive;
}

/// What each entity says, holds and wants itself, without those who speak for it.
class Testimony {
 public:
  Testimony(const GraphView& view, const WorldOptions& options) : view_(view), in_person_(options.in_person) {
    if (options.told_by) tellers_ = voices(*options.told_by);
    for (const RelationId id : view.relations()) take(id);
    if (proposals_.empty()) return;
    const TextContents contents(view.graph());
    for (const auto& [voice, text] : proposals_) take_contents(voice, contents.of(text));
  }

  [[nodiscard]] std::vector<Voice> voices(EntityId speaker) const {
    return in_person_ ? std::vector<Voice>{{speaker, {}}} : voices_of(view_.graph(), speaker);
  }

  [[nodiscard]] World world(EntityId speaker) const {
    World world{speaker, voices(speaker), {}};
    std::map<RelationId, Belief> beliefs;
    for (const Voice& voice : world.voices) {
      const auto own = beliefs_.find(voice.who);
      if (own == beliefs_.end()) continue;
      for (const Belief& belief : own->second) {
        if (!speaks_at(voice, view_.graph().relation(belief.relation).date)) continue;
        const auto [known, is_new] = beliefs.try_emplace(belief.relation, belief);
        if (!is_new && belief.standing < known->second.standing) known->second = belief;
      }
    }
    for (const auto& [id, belief] : beliefs) world.beliefs.push_back(belief);
    return world;
  }

  /// Everybody who says, holds or wants something, or for whom somebody speaks who does.
  [[nodiscard]] std::set<EntityId> speakers() const {
    std::set<EntityId> found;
    std::vector<EntityId> open;
    for (const auto& [voice, beliefs] : beliefs_) open.push_back(voice);
    while (!open.empty()) {
      const EntityId voice = open.back();
      open.pop_back();
      if (!found.insert(voice).second || in_person_) continue;
      for (const RelationId id : view_.graph().outgoing(voice)) {
        const RelationView relation = view_.graph().relation(id);
        if (gives_voice(view_.graph(), relation)) open.push_back(relation.object);
      }
    }
    return found;
  }

 private:
  /// Whether this is the teller whose tale is asked for: the author, or a certain speaker.
  [[nodiscard]] bool is_told(const RelationView& relation) const {
    if (!relation.source || tellers_.empty()) return !relation.source && tellers_.empty();
    return std::any_of(tellers_.begin(), tellers_.end(), [&](const Voice& teller) {
      return teller.who == *relation.source && speaks_at(teller, relation.date);
    });
  }

  /// Whether the subject says it, or somebody who speaks for it or for whom it speaks.
  [[nodiscard]] bool is_own(const RelationView& relation) {
    return relation.source && (relation.source == relation.subject || speaks_for(*relation.source, relation.subject) ||
                               speaks_for(relation.subject, *relation.source));
  }
  [[nodiscard]] bool speaks_for(EntityId voice, EntityId speaker) {
    auto known = voices_.find(speaker);
    if (known == voices_.end()) known = voices_.emplace(speaker, voices(speaker)).first;
    return std::any_of(known->second.begin(), known->second.end(),
                       [&](const Voice& candidate) { return candidate.who == voice; });
  }

  /// Whether the subject itself says it, in whatever mood.
  [[nodiscard]] bool is_demanded(const RelationView& relation) {
    return relation.modality != Modality::hypothetical && tellers_.empty() && is_own(relation);
  }

  void take(RelationId id) {
    const RelationView relation = view_.graph().relation(id);
    if (relation.source && tellers_.empty())
      beliefs_[*relation.source].push_back({id, Standing::said, *relation.source});
    const bool is_held = may_be_held(view_.graph(), relation) && is_told(relation);
    if (puts_forward(relation) && (is_held || is_demanded(relation)))
      proposals_.insert({relation.subject, relation.object});
    if (!is_held) return;
    beliefs_[relation.subject].push_back({id, Standing::held, relation.subject});
    if (is_symmetric(relation.predicate) && relation.object != relation.subject)
      beliefs_[relation.object].push_back({id, Standing::held, relation.object});
  }

  void take_contents(EntityId voice, const std::vector<RelationId>& contents) {
    for (const RelationId id : contents) {
      const RelationView relation = view_.graph().relation(id);
      if (view_.shows(id) && (is_wish(relation) || is_text(view_.graph(), relation.subject)) && is_told_of(relation))
        beliefs_[voice].push_back({id, Standing::wanted, voice});
    }
  }
  /// The contents of a text are told by the author too, whoever tells that it was proposed.
  [[nodiscard]] bool is_told_of(const RelationView& relation) const { return !relation.source || is_told(relation); }

  const GraphView& view_;
  const bool in_person_;
  std::vector<Voice> tellers_;
  std::map<EntityId, std::vector<Voice>> voices_;
  std::map<EntityId, std::vector<Belief>> beliefs_;
  std::set<std::pair<EntityId, EntityId>> proposals_;  // who proposes which text
};

}  // namespace

std::vector<Voice> voices_of(const KnowledgeGraph& graph, EntityId speaker) {
  std::set<std::pair<EntityId, std::optional<DateInterval>>> found;
  std::vector<Voice> open{{speaker, {}}};
  while (!open.empty()) {
    const Voice voice = open.back();
    open.pop_back();
    if (!found.emplace(voice.who, voice.during).second) continue;
    for (const RelationId id : graph.incoming(voice.who)) {
      const RelationView relation = graph.relation(id);
      if (!gives_voice(graph, relation)) continue;
      const auto during = known_duration(relation);
      open.push_back({relation.subject, during ? during : voice.during});
    }
  }
  std::vector<Voice> voices{{speaker, {}}};
  for (const auto& [who, during] : found)
    if (who != speaker) voices.push_back({who, during});
  return voices;
}

bool is_position(Predicate predicate) {
  switch (predicate) {
    case Predicate::party_to:
    case Predicate::proposes:
    case Predicate::ratifies:
    case Predicate::withdraws_from:
    case Predicate::claims:
    case Predicate::recognizes:
    case Predicate::agrees_with:
    case Predicate::supports:
    case Predicate::yields_to:
    case Predicate::requests:
    case Predicate::accuses:
    case Predicate::rejects:
    case Predicate::threatens:
    case Predicate::protests_against:
      return true;
    default:
      return false;
  }
}

std::string_view name(Standing standing) {
  constexpr std::array<std::string_view, 3> names = {"said", "held", "wanted"};
  return names[static_cast<std::size_t>(standing)];
}

World world_of(const GraphView& view, EntityId speaker, const WorldOptions& options) {
  return Testimony(view, options).world(speaker);
}

std::vector<World> worlds(const GraphView& view, const WorldOptions& options) {
  const Testimony testimony(view, options);
  std::vector<World> found;
  for (const EntityId speaker : testimony.speakers()) {
    World world = testimony.world(speaker);
    if (!world.beliefs.empty()) found.push_back(std::move(world));
  }
  std::stable_sort(found.begin(), found.end(), [&](const World& a, const World& b) {
    if (a.beliefs.size() != b.beliefs.size()) return a.beliefs.size() > b.beliefs.size();
    return view.graph().entity(a.speaker).name < view.graph().entity(b.speaker).name;
  });
  return found;
}

std::vector<EntityId> topics(const KnowledgeGraph& graph, const World& world, std::size_t count) {
  std::set<EntityId> speakers;
  for (const Voice& voice : world.voices) speakers.insert(voice.who);
  std::map<EntityId, std::size_t> uses;
  for (const Belief& belief : world.beliefs) {
    const RelationView relation = graph.relation(belief.relation);
    for (const EntityId end : std::set{relation.subject, relation.object})
      if (!speakers.contains(end)) ++uses[end];
  }
  std::vector<EntityId> ranked;
  for (const auto& [entity, times] : uses) ranked.push_back(entity);
  std::stable_sort(ranked.begin(), ranked.end(), [&](EntityId a, EntityId b) {
    return std::tuple(uses[b], std::string_view(graph.entity(a).name)) <
           std::tuple(uses[a], std::string_view(graph.entity(b).name));
  });
  ranked.resize(std::min(count, ranked.size()), world.speaker);
  return ranked;
}

}  // namespace entente
