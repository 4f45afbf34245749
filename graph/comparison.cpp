#include <entente/comparison.hpp>

#include <algorithm>
#include <array>
#include <functional>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

#include <entente/sentences.hpp>

#include "text_contents.hpp"

namespace entente {

namespace {

enum class Attitude { none, in_favour, against };

/// What a relation says about its subject's stand towards its object.
Attitude attitude_of(const KnowledgeGraph& graph, const RelationView& relation) {
  const bool affirmed = relation.polarity == Polarity::positive;
  switch (relation.predicate) {
    case Predicate::supports:
    case Predicate::aids:
    case Predicate::recognizes:
    case Predicate::proposes:
    case Predicate::ratifies:
    case Predicate::implements:
    case Predicate::party_to:
    case Predicate::agrees_with:
    case Predicate::cooperates_with:
      return affirmed ? Attitude::in_favour : Attitude::against;
    case Predicate::withdraws_from:
      return affirmed && is_text(graph, relation.object) ? Attitude::against : Attitude::none;
    case Predicate::rejects:
    case Predicate::protests_against:
    case Predicate::violates:
    case Predicate::accuses:
    case Predicate::threatens:
    case Predicate::sanctions:
    case Predicate::coerces:
    case Predicate::assaults:
    case Predicate::mobilizes_against:
    case Predicate::invades:
      return affirmed ? Attitude::against : Attitude::none;
    default:
      return Attitude::none;
  }
}

/// How a place is said to be ruled, and by whom.
struct Rule {
  enum class Kind { sovereignty, control, independence } kind;
  EntityId place;
  EntityId ruler;
};

std::optional<Rule> rule_in(const KnowledgeGraph& graph, const RelationView& relation) {
  if (relation.polarity == Polarity::negative) return std::nullopt;
  const EntityType object = graph.entity(relation.object).type;
  switch (relation.predicate) {
    case Predicate::claims:
    case Predicate::annexes:
      return Rule{Rule::Kind::sovereignty, relation.object, relation.subject};
    case Predicate::controls:
      return Rule{Rule::Kind::control, relation.object, relation.subject};
    case Predicate::recognizes:
      return Rule{Rule::Kind::independence, relation.object, relation.object};
    case Predicate::part_of: {
      const EntityType subject = graph.entity(relation.subject).type;
      const bool is_place = subject == EntityType::territory || subject == EntityType::state;
      if (!is_place || object != EntityType::state) return std::nullopt;
      return Rule{Rule::Kind::sovereignty, relation.subject, relation.object};
    }
    default:
      return std::nullopt;
  }
}

bool are_incompatible(const Rule& a, const Rule& b) {
  if ((a.kind == Rule::Kind::control) != (b.kind == Rule::Kind::control)) return false;
  return a.ruler != b.ruler;
}

bool is_possible_only(const RelationView& relation) {
  return relation.modality == Modality::hypothetical;
}

bool are_of_one_time(const RelationView& a, const RelationView& b) {
  return !a.date || !b.date || a.date->overlaps(*b.date);
}

bool say_the_same(const RelationView& a, const RelationView& b) {
  return a.polarity == b.polarity && is_wish(a) == is_wish(b) && is_possible_only(a) == is_possible_only(b);
}

/// A world, and its relations by what they are about.
class IndexedWorld {
 public:
  IndexedWorld(const KnowledgeGraph& graph, const World& world) : graph_(graph) {
    for (const Voice& voice : world.voices) voices_.insert(voice.who);
    for (const Belief& belief : world.beliefs) {
      relations_.push_back(belief.relation);
      const RelationView relation = graph.relation(belief.relation);
      by_subject_[relation.subject].push_back(belief.relation);
      by_object_[relation.object].push_back(belief.relation);
      if (const auto rule = rule_in(graph, relation)) by_place_[rule->place].push_back(belief.relation);
      if (is_put_forward(relation)) proposals_.push_back({belief.relation, matters_of(relation.object)});
    }
  }

  struct Proposing {
    RelationId relation;
    std::set<EntityId> matters;
  };

  [[nodiscard]] const std::vector<RelationId>& relations() const { return relations_; }
  [[nodiscard]] const std::vector<Proposing>& proposals() const { return proposals_; }
  [[nodiscard]] const std::vector<RelationId>& from(EntityId id) const { return list(by_subject_, id); }
  [[nodiscard]] const std::vector<RelationId>& to(EntityId id) const { return list(by_object_, id); }
  [[nodiscard]] const std::vector<RelationId>& about_rule_of(EntityId place) const { return list(by_place_, place); }
  [[nodiscard]] bool is_voice(EntityId id) const { return voices_.contains(id); }
  /// Whether the stand is the speaker's own, and not one of which it speaks.
  [[nodiscard]] bool is_own(const RelationView& relation) const { return is_voice(relation.subject); }
  [[nodiscard]] bool proposes(EntityId text) const {
    return std::any_of(proposals_.begin(), proposals_.end(),
                       [&](const Proposing& proposing) { return graph_.relation(proposing.relation).object == text; });
  }

 private:
  using Lists = std::map<EntityId, std::vector<RelationId>>;
  static const std::vector<RelationId>& list(const Lists& lists, EntityId id) {
    static const std::vector<RelationId> none;
    const auto found = lists.find(id);
    return found == lists.end() ? none : found->second;
  }
  [[nodiscard]] bool is_put_forward(const RelationView& relation) const {
    return relation.predicate == Predicate::proposes && relation.polarity == Polarity::positive &&
           !is_possible_only(relation) && is_own(relation) && is_text(graph_, relation.object);
  }
  [[nodiscard]] std::set<EntityId> matters_of(EntityId text) const {
    std::set<EntityId> matters;
    for (const EntityId part : parts_of(graph_, text)) {
      for (const RelationId id : graph_.outgoing(part)) {
        const RelationView relation = graph_.relation(id);
        if (relation.predicate == Predicate::concerns || relation.predicate == Predicate::obligates)
          matters.insert(relation.object);
      }
    }
    return matters;
  }

  const KnowledgeGraph& graph_;
  std::set<EntityId> voices_;
  std::vector<RelationId> relations_;
  Lists by_subject_;
  Lists by_object_;
  Lists by_place_;
  std::vector<Proposing> proposals_;
};

class Comparer {
 public:
  Comparer(const Effort& effort, const KnowledgeGraph& graph, const World& first, const World& second)
      : effort_(effort), graph_(graph), first_(graph, first), second_(graph, second) {}

  Comparison result() {
    std::size_t compared = 0;
    for (const RelationId id : first_.relations()) {
      if (over()) break;
      effort_.tell(++compared, first_.relations().size());
      compare_statements(id);
      compare_stands(id);
      compare_rules(id);
      find_refusals(id, first_, second_, [&](RelationId wish) { note(id, wish, Contradiction::refusal); });
    }
    for (const RelationId id : second_.relations()) {
      if (over()) break;
      find_refusals(id, second_, first_, [&](RelationId wish) { note(wish, id, Contradiction::refusal); });
    }
    compare_proposals();
    return collected();
  }

 private:
  using Note = std::function<void(RelationId)>;

  bool over() {
    ended_ = ended_ || effort_.over();
    return ended_;
  }

  void note(RelationId first, RelationId second, Contradiction kind) {
    const auto [known, is_new] = conflicts_.try_emplace({first, second}, kind);
    if (!is_new) known->second = std::min(known->second, kind);
  }

  void compare_statements(RelationId id) {
    const RelationView ours = graph_.relation(id);
    for (const RelationId other : second_.from(ours.subject)) {
      const RelationView theirs = graph_.relation(other);
      if (theirs.object != ours.object || theirs.predicate != ours.predicate) continue;
      if (say_the_same(ours, theirs)) agreements_.insert({id, other});
      if (ours.polarity == theirs.polarity || is_possible_only(ours) || is_possible_only(theirs)) continue;
      if (is_wish(ours) || is_wish(theirs) || are_of_one_time(ours, theirs)) note(id, other, Contradiction::statement);
    }
  }

  void compare_stands(RelationId id) {
    const RelationView ours = graph_.relation(id);
    const Attitude attitude = attitude_of(graph_, ours);
    if (attitude == Attitude::none || is_possible_only(ours) || !first_.is_own(ours) || is_speaker(ours.object)) return;
    for (const RelationId other : second_.to(ours.object)) {
      const RelationView theirs = graph_.relation(other);
      const Attitude other_attitude = attitude_of(graph_, theirs);
      if (other_attitude == Attitude::none || is_possible_only(theirs) || !second_.is_own(theirs)) continue;
      if (attitude != other_attitude) note(id, other, Contradiction::attitude);
      if (ours.predicate == theirs.predicate && say_the_same(ours, theirs) && is_text(graph_, ours.object))
        agreements_.insert({id, other});
    }
  }

  void compare_rules(RelationId id) {
    const RelationView ours = graph_.relation(id);
    const auto rule = rule_in(graph_, ours);
    if (!rule || is_possible_only(ours)) return;
    for (const RelationId other : second_.about_rule_of(rule->place)) {
      const RelationView theirs = graph_.relation(other);
      if (is_possible_only(theirs) || !are_incompatible(*rule, *rule_in(graph_, theirs))) continue;
      if (are_of_one_time(ours, theirs)) note(id, other, Contradiction::territory);
    }
  }

  /// If the relation is a refusal by the one, the wishes of the other that stand in the same sentence.
  void find_refusals(RelationId id, const IndexedWorld& one, const IndexedWorld& other, const Note& found) {
    const RelationView relation = graph_.relation(id);
    const bool rejects = relation.predicate == Predicate::rejects && relation.polarity == Polarity::positive;
    const bool stands_firm = relation.predicate == Predicate::yields_to && relation.polarity == Polarity::negative;
    if ((!rejects && !stands_firm) || !one.is_own(relation) || !other.is_voice(relation.object)) return;
    if (!sentences_) sentences_ = sentences_of(graph_);
    for (const std::size_t sentence : sentences_->of[id.index()]) {
      for (const RelationId wish : sentences_->all[sentence].relations) {
        if (!std::binary_search(other.relations().begin(), other.relations().end(), wish)) continue;
        if (is_wanted(graph_.relation(wish))) found(wish);
      }
    }
  }

  /// Whether it tells what its speaker wants, and not how a text is made or who stands firm.
  [[nodiscard]] bool is_wanted(const RelationView& relation) const {
    if (relation.predicate == Predicate::proposes) return true;
    return is_wish(relation) && relation.predicate != Predicate::yields_to && !is_text(graph_, relation.subject);
  }

  void compare_proposals() {
    for (const auto& ours : first_.proposals()) {
      if (over()) return;
      if (second_.proposes(graph_.relation(ours.relation).object)) continue;
      for (const RelationId wish : wishes_about(ours.matters, second_))
        note(ours.relation, wish, Contradiction::proposal);
      for (const auto& theirs : second_.proposals()) {
        if (!first_.proposes(graph_.relation(theirs.relation).object) && share_matters(ours.matters, theirs.matters))
          note(ours.relation, theirs.relation, Contradiction::proposal);
      }
    }
    for (const auto& theirs : second_.proposals()) {
      if (over()) return;
      if (first_.proposes(graph_.relation(theirs.relation).object)) continue;
      for (const RelationId wish : wishes_about(theirs.matters, first_))
        note(wish, theirs.relation, Contradiction::proposal);
    }
  }

  [[nodiscard]] bool is_speaker(EntityId id) const { return first_.is_voice(id) || second_.is_voice(id); }

  /// What the world wants of two of these entities.
  [[nodiscard]] std::vector<RelationId> wishes_about(const std::set<EntityId>& matters,
                                                     const IndexedWorld& world) const {
    std::vector<RelationId> wishes;
    for (const EntityId matter : matters) {
      if (is_speaker(matter)) continue;
      for (const RelationId id : world.from(matter)) {
        const RelationView relation = graph_.relation(id);
        const bool fits = matters.contains(relation.object) && !is_speaker(relation.object);
        if (is_wish(relation) && fits && relation.object != matter) wishes.push_back(id);
      }
    }
    return wishes;
  }

  [[nodiscard]] bool share_matters(const std::set<EntityId>& a, const std::set<EntityId>& b) const {
    constexpr std::ptrdiff_t enough = 2;
    return std::count_if(a.begin(), a.end(), [&](EntityId id) { return b.contains(id) && !is_speaker(id); }) >= enough;
  }

  /// Of the pairs that say the same as few as show each relation among them: what is in both worlds first, then what
  /// pairs two relations not shown yet, then one.
  [[nodiscard]] std::set<RelationPair> telling_agreements() const {
    std::vector<RelationPair> pairs(agreements_.begin(), agreements_.end());
    std::ranges::sort(pairs, {}, [](const RelationPair& pair) {  // the same whichever world is the first
      return std::make_tuple(pair.first != pair.second, std::minmax({pair.first, pair.second}), pair);
    });
    std::set<RelationPair> told;
    std::set<RelationId> ours;
    std::set<RelationId> theirs;
    for (const bool both_new : {true, false}) {
      for (const RelationPair& pair : pairs) {
        const bool old_first = ours.contains(pair.first);
        const bool old_second = theirs.contains(pair.second);
        if (both_new ? old_first || old_second : old_first && old_second) continue;
        told.insert(pair);
        ours.insert(pair.first);
        theirs.insert(pair.second);
      }
    }
    return told;
  }

  [[nodiscard]] Comparison collected() const {
    Comparison comparison;
    std::set<RelationId> ours;
    std::set<RelationId> theirs;
    for (const RelationPair& pair : telling_agreements()) {
      comparison.agreements.push_back(pair);
      ours.insert(pair.first);
      theirs.insert(pair.second);
    }
    for (const auto& [pair, kind] : conflicts_) {
      comparison.conflicts.push_back({pair, kind});
      ours.insert(pair.first);
      theirs.insert(pair.second);
    }
    comparison.complete = !ended_;
    if (ended_) return comparison;
    const auto& first = first_.relations();
    const auto& second = second_.relations();
    std::set_difference(first.begin(), first.end(), ours.begin(), ours.end(),
                        std::back_inserter(comparison.only_first));
    std::set_difference(second.begin(), second.end(), theirs.begin(), theirs.end(),
                        std::back_inserter(comparison.only_second));
    return comparison;
  }

  const Effort& effort_;
  bool ended_ = false;
  const KnowledgeGraph& graph_;
  IndexedWorld first_;
  IndexedWorld second_;
  std::optional<Sentences> sentences_;  // made when something is refused
  std::set<RelationPair> agreements_;
  std::map<RelationPair, Contradiction> conflicts_;
};

}  // namespace

std::string_view name(Contradiction kind) {
  constexpr std::array<std::string_view, 5> names = {"statement", "attitude", "refusal", "territory", "proposal"};
  return names[static_cast<std::size_t>(kind)];
}

Comparison compare(const KnowledgeGraph& graph, const World& first, const World& second) {
  return compare_within({}, graph, first, second);
}

Comparison compare_within(const Effort& effort, const KnowledgeGraph& graph, const World& first, const World& second) {
  return Comparer(effort, graph, first, second).result();
}

}  // namespace entente
