#include <entente/blame.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include <entente/ranks.hpp>

namespace entente {

namespace {

using SentenceSet = std::set<std::size_t>;

/// Finds shortest paths over the relations that are left when sentences are false.
class EvidenceSearch {
 public:
  EvidenceSearch(const GraphView& view, const Sentences& sentences, EntityId from, EntityId to, Direction direction)
      : view_(view), sentences_(sentences), from_(from), to_(to), direction_(direction) {}

  /// The relations along a shortest path that keeps clear of `closed`, or nothing. Breadth first. O(V + E).
  [[nodiscard]] std::optional<std::vector<RelationId>> path(const std::vector<bool>& closed) {
    ++searches_;
    const KnowledgeGraph& graph = view_.graph();
    std::vector<std::optional<RelationId>> reached_by(graph.entity_count());
    std::vector<EntityId> queue{from_};
    const auto walk = [&](RelationId id, EntityId next) {
      if (next == from_ || reached_by[next.index()] || closed[id.index()] || !view_.shows(id)) return;
      reached_by[next.index()] = id;
      queue.push_back(next);
    };
    for (std::size_t i = 0; i < queue.size() && !reached_by[to_.index()]; ++i) {
      const EntityId here = queue[i];
      for (const RelationId id : graph.outgoing(here)) walk(id, graph.relation(id).object);
      for (const RelationId id : graph.incoming(here)) {
        const Relation& relation = graph.relation(id);
        if (direction_ == Direction::either || is_symmetric(relation.predicate)) walk(id, relation.subject);
      }
    }
    if (!reached_by[to_.index()]) return std::nullopt;
    return walked_back(reached_by);
  }

  /// The relations that fall with these sentences, as a mask.
  [[nodiscard]] std::vector<bool> fallen(const SentenceSet& lost) const {
    std::vector<bool> mask(view_.graph().relation_count());
    for (const RelationId id : fallen_relations(sentences_, {lost.begin(), lost.end()})) mask[id.index()] = true;
    return mask;
  }

  [[nodiscard]] std::size_t searches() const { return searches_; }
  [[nodiscard]] const Sentences& sentences() const { return sentences_; }

 private:
  [[nodiscard]] std::vector<RelationId> walked_back(const std::vector<std::optional<RelationId>>& reached_by) const {
    std::vector<RelationId> relations;
    for (EntityId here = to_; here != from_;) {
      const RelationId id = *reached_by[here.index()];
      relations.push_back(id);
      const Relation& relation = view_.graph().relation(id);
      here = relation.object == here ? relation.subject : relation.object;
    }
    return {relations.rbegin(), relations.rend()};
  }

  const GraphView& view_;
  const Sentences& sentences_;
  EntityId from_;
  EntityId to_;
  Direction direction_;
  std::size_t searches_ = 0;
};

/// Looks for the smallest set of sentences whose falsehood leaves no path.
class SentenceCut {
 public:
  SentenceCut(EvidenceSearch& search, std::size_t max_searches) : search_(search), max_searches_(max_searches) {
    best_ = greedy();
    at_least_ = disjoint_paths({});
    if (best_.size() > at_least_) {
      extend({});
      if (!out_of_time()) at_least_ = best_.size();
    }
  }

  [[nodiscard]] const SentenceSet& best() const { return best_; }
  [[nodiscard]] std::size_t at_least() const { return at_least_; }

 private:
  [[nodiscard]] bool out_of_time() const { return search_.searches() >= max_searches_; }

  /// The sentences that have yet to fall before the relation does.
  [[nodiscard]] SentenceSet missing(RelationId id, const SentenceSet& lost) const {
    SentenceSet sentences;
    for (const std::size_t sentence : search_.sentences().of[id.index()])
      if (!lost.contains(sentence)) sentences.insert(sentence);
    return sentences;
  }

  /// A cut: again and again the relation of a shortest path falls that needs fewest sentences, and of those the one
  /// whose sentences carry most.
  [[nodiscard]] SentenceSet greedy() {
    SentenceSet lost;
    while (const auto path = search_.path(search_.fallen(lost))) {
      std::optional<std::tuple<std::size_t, std::size_t, RelationId>> choice;
      for (const RelationId id : *path) {
        const SentenceSet more = missing(id, lost);
        std::size_t carried = 0;
        for (const std::size_t sentence : more) carried += search_.sentences().all[sentence].relations.size();
        const auto candidate = std::tuple(more.size(), ~carried, id);
        choice = choice ? std::min(*choice, candidate) : candidate;
      }
      lost.merge(missing(std::get<RelationId>(*choice), lost));
    }
    return lost;
  }

  /// How many sentences must still fall: of paths that share no sentence, each needs its own.
  [[nodiscard]] std::size_t disjoint_paths(const SentenceSet& lost) {
    std::vector<bool> closed = search_.fallen(lost);
    std::size_t needed = 0;
    while (const auto path = search_.path(closed)) {
      std::size_t fewest = std::numeric_limits<std::size_t>::max();
      for (const RelationId id : *path) {
        const SentenceSet own = missing(id, lost);
        fewest = std::min(fewest, own.size());
        for (const std::size_t sentence : own)
          for (const RelationId other : search_.sentences().all[sentence].relations) closed[other.index()] = true;
      }
      needed += fewest;
    }
    return needed;
  }

  /// Tries every way to break the next path that improves on the best cut.
  void extend(const SentenceSet& lost) {
    if (out_of_time() || best_.size() == at_least_ || !tried_.insert(lost).second) return;
    const auto path = search_.path(search_.fallen(lost));
    if (!path) {
      if (lost.size() < best_.size()) best_ = lost;
      return;
    }
    if (lost.size() + 1 >= best_.size() || lost.size() + disjoint_paths(lost) >= best_.size()) return;
    for (const RelationId id : *path) {
      SentenceSet more = missing(id, lost);
      more.insert(lost.begin(), lost.end());
      if (more.size() < best_.size()) extend(more);
    }
  }

  EvidenceSearch& search_;
  std::size_t max_searches_;
  SentenceSet best_;
  std::size_t at_least_ = 0;
  std::set<SentenceSet> tried_;
};

std::vector<PathEffect> effects_on(EvidenceSearch& search, const Path& shortest) {
  SentenceSet candidates;
  for (const Step& step : shortest.steps) {
    const auto& sentences = search.sentences().of[step.relation.index()];
    if (sentences.size() == 1) candidates.insert(sentences.front());
  }
  std::vector<PathEffect> effects;
  for (const std::size_t sentence : candidates) {
    const auto left = search.path(search.fallen({sentence}));
    if (!left) effects.push_back({sentence, std::nullopt});
    if (left && left->size() > shortest.length()) effects.push_back({sentence, left->size()});
  }
  std::stable_sort(effects.begin(), effects.end(), [](const PathEffect& a, const PathEffect& b) {
    return std::pair(!a.length, a.length) > std::pair(!b.length, b.length);
  });
  return effects;
}

/// The number of steps from the entity to each other one, along visible relations either way; -1 (the largest number)
/// for those that cannot be reached.
std::vector<std::size_t> distances_from(const GraphView& view, EntityId center) {
  const KnowledgeGraph& graph = view.graph();
  std::vector<std::size_t> distances(graph.entity_count(), std::numeric_limits<std::size_t>::max());
  distances[center.index()] = 0;
  std::vector<EntityId> queue{center};
  for (std::size_t i = 0; i < queue.size(); ++i) {
    const EntityId here = queue[i];
    const auto walk = [&](RelationId id, EntityId next) {
      if (!view.shows(id) || distances[next.index()] != std::numeric_limits<std::size_t>::max()) return;
      distances[next.index()] = distances[here.index()] + 1;
      queue.push_back(next);
    };
    for (const RelationId id : graph.outgoing(here)) walk(id, graph.relation(id).object);
    for (const RelationId id : graph.incoming(here)) walk(id, graph.relation(id).subject);
  }
  return distances;
}

/// The sentences that carry a visible relation, those that are nearest to the entity first.
std::vector<std::size_t> nearest_sentences(const GraphView& view, const Sentences& sentences, EntityId center) {
  const std::vector<std::size_t> distances = distances_from(view, center);
  std::map<std::size_t, std::size_t> nearest;
  for (const RelationId id : view.relations()) {
    const Relation& relation = view.graph().relation(id);
    const std::size_t distance = std::min(distances[relation.subject.index()], distances[relation.object.index()]);
    for (const std::size_t sentence : sentences.of[id.index()]) {
      const auto [known, is_new] = nearest.try_emplace(sentence, distance);
      if (!is_new) known->second = std::min(known->second, distance);
    }
  }
  std::vector<std::size_t> sorted;
  for (const auto& [sentence, distance] : nearest) sorted.push_back(sentence);
  std::stable_sort(sorted.begin(), sorted.end(),
                   [&](std::size_t a, std::size_t b) { return nearest.at(a) < nearest.at(b); });
  return sorted;
}

}  // namespace

std::vector<RelationId> fallen_relations(const Sentences& sentences, const std::vector<std::size_t>& lost) {
  std::map<RelationId, std::size_t> hits;
  for (const std::size_t sentence : std::set(lost.begin(), lost.end()))
    for (const RelationId id : sentences.all[sentence].relations) ++hits[id];
  std::vector<RelationId> fallen;
  for (const auto& [id, count] : hits)
    if (count == sentences.of[id.index()].size()) fallen.push_back(id);
  return fallen;
}

PathBlame blame_of_path(const GraphView& view, const Sentences& sentences, EntityId from, EntityId to,
                        const PathBlameOptions& options) {
  PathBlame blame;
  if (from == to) return blame;
  blame.path = shortest_path(view, from, to, options.direction);
  if (!blame.path) return blame;
  EvidenceSearch search(view, sentences, from, to, options.direction);
  blame.effects = effects_on(search, *blame.path);
  const SentenceCut cut(search, options.max_searches);
  blame.cut.assign(cut.best().begin(), cut.best().end());
  blame.cut_at_least = cut.at_least();
  return blame;
}

RankBlame blame_of_rank(const GraphView& view, const Sentences& sentences, EntityId entity, const Measure& measure,
                        std::size_t max_sentences) {
  const Scores scores = measure(view);
  RankBlame blame{ranks(view, scores)[entity.index()], scores[entity.index()], {}, 0, 0};
  std::vector<std::size_t> candidates = nearest_sentences(view, sentences, entity);
  blame.all = candidates.size();
  candidates.resize(std::min(candidates.size(), max_sentences));
  blame.checked = candidates.size();
  for (const std::size_t sentence : candidates) {
    const std::vector<RelationId> fallen = fallen_relations(sentences, {sentence});
    if (fallen.empty()) continue;
    const GraphView left = view.without(fallen);
    const Scores now = measure(left);
    const std::size_t rank = ranks(left, now)[entity.index()];
    if (rank != blame.rank) blame.effects.push_back({sentence, rank, now[entity.index()]});
  }
  std::stable_sort(blame.effects.begin(), blame.effects.end(), [&](const RankEffect& a, const RankEffect& b) {
    const auto order = [&](const RankEffect& effect) {
      return effect.rank > blame.rank ? std::pair(0, -static_cast<long>(effect.rank))
                                      : std::pair(1, static_cast<long>(effect.rank));
    };
    return std::tuple(order(a), a.sentence) < std::tuple(order(b), b.sentence);
  });
  return blame;
}

}  // namespace entente
