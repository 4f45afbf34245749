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

/// Adds what each sentence does that alone carries a step, and whether the effort sufficed for all of them.
void add_effects(PathBlame& blame, EvidenceSearch& search, const Effort& effort) {
  std::set<std::size_t> candidates;
  for (const Step& step : blame.path->steps) {
    const auto& sentences = search.sentences().of[step.relation.index()];
    if (sentences.size() == 1) candidates.insert(sentences.front());
  }
  for (const std::size_t sentence : candidates) {
    if (effort.over()) {
      blame.complete = false;
      break;
    }
    search.hold_false(sentence);
    const auto left = search.path();
    search.hold_true(sentence);
    if (!left) blame.effects.push_back({sentence, std::nullopt});
    if (left && left->size() > blame.path->length()) blame.effects.push_back({sentence, left->size()});
  }
  std::stable_sort(blame.effects.begin(), blame.effects.end(), [](const PathEffect& a, const PathEffect& b) {
    return std::pair(!a.length, a.length) > std::pair(!b.length, b.length);
  });
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
    const RelationView relation = view.graph().relation(id);
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

struct Place {
  std::size_t rank;
  double score;
};

std::optional<Place> place_in(const GraphView& view, EntityId entity, const Measure& measure) {
  const std::optional<Scores> scores = measure(view);
  if (!scores) return std::nullopt;
  return Place{ranks(view, *scores)[entity.index()], (*scores)[entity.index()]};
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
                        const PathBlameOptions& options, const Effort& effort) {
  PathBlame blame;
  if (from == to) return blame;
  blame.path = shortest_path(view, from, to, options.direction);
  if (!blame.path) return blame;
  EvidenceSearch search(view, sentences, from, to, options.direction);
  add_effects(blame, search, effort);
  SentenceCut cut = smallest_cut(search, options.max_work, effort);
  blame.cut = std::move(cut.sentences);
  blame.cut_at_least = cut.at_least;
  blame.complete = blame.complete && cut.complete;
  return blame;
}

RankBlame blame_of_rank(const GraphView& view, const Sentences& sentences, EntityId entity, const Measure& measure,
                        std::size_t max_sentences, const Effort& effort) {
  RankBlame blame;
  std::vector<std::size_t> candidates = nearest_sentences(view, sentences, entity);
  blame.all = candidates.size();
  candidates.resize(std::min(candidates.size(), max_sentences));
  effort.tell(0, candidates.size());
  const std::optional<Place> place = place_in(view, entity, measure);
  blame.complete = place.has_value();
  if (!place) return blame;
  blame.rank = place->rank;
  blame.score = place->score;
  for (const std::size_t sentence : candidates) {
    if (effort.over()) break;
    const std::vector<RelationId> fallen = fallen_relations(sentences, {sentence});
    if (!fallen.empty()) {
      const std::optional<Place> now = place_in(view.without(fallen), entity, measure);
      if (!now) break;
      if (now->rank != blame.rank) blame.effects.push_back({sentence, now->rank, now->score});
    }
    effort.tell(++blame.checked, candidates.size());
  }
  blame.complete = blame.checked == candidates.size();
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
