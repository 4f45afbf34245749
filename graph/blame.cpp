#include <entente/blame.hpp>

#include <algorithm>
#include <limits>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include <entente/ranks.hpp>

#include "evidence_search.hpp"
#include "sentence_cut.hpp"

namespace entente {

namespace {

std::vector<PathEffect> effects_on(EvidenceSearch& search, const Path& shortest) {
  std::set<std::size_t> candidates;
  for (const Step& step : shortest.steps) {
    const auto& sentences = search.sentences().of[step.relation.index()];
    if (sentences.size() == 1) candidates.insert(sentences.front());
  }
  std::vector<PathEffect> effects;
  for (const std::size_t sentence : candidates) {
    search.hold_false(sentence);
    const auto left = search.path();
    search.hold_true(sentence);
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
  SentenceCut cut = smallest_cut(search, options.max_work);
  blame.cut = std::move(cut.sentences);
  blame.cut_at_least = cut.at_least;
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
