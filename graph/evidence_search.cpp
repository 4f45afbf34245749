#include "evidence_search.hpp"

#include <array>
#include <set>

namespace entente {

EvidenceSearch::EvidenceSearch(const GraphView& view, const Sentences& sentences, EntityId from, EntityId to,
                               Direction direction)
    : view_(view),
      sentences_(sentences),
      from_(from),
      to_(to),
      direction_(direction),
      false_(sentences.all.size()),
      reached_by_(view.graph().entity_count()) {
  for (const auto& own : sentences.of) left_.push_back(static_cast<std::uint32_t>(own.size()));
}

void EvidenceSearch::hold_false(std::size_t sentence) {
  if (false_[sentence]) return;
  false_[sentence] = true;
  for (const RelationId id : sentences_.all[sentence].relations) --left_[id.index()];
}

void EvidenceSearch::hold_true(std::size_t sentence) {
  if (!false_[sentence]) return;
  false_[sentence] = false;
  for (const RelationId id : sentences_.all[sentence].relations) ++left_[id.index()];
}

std::vector<std::size_t> EvidenceSearch::standing(RelationId id) const {
  std::vector<std::size_t> sentences;
  for (const std::size_t sentence : sentences_.of[id.index()])
    if (!false_[sentence]) sentences.push_back(sentence);
  return sentences;
}

std::optional<std::vector<RelationId>> EvidenceSearch::path(const std::vector<bool>* closed) {
  const KnowledgeGraph& graph = view_.graph();
  queue_.assign(1, from_);
  const auto walk = [&](RelationId id, EntityId next) {
    ++work_;
    if (next == from_ || reached_by_[next.index()] || left_[id.index()] == 0 || !view_.shows(id)) return;
    if (closed != nullptr && (*closed)[id.index()]) return;
    reached_by_[next.index()] = id;
    queue_.push_back(next);
  };
  for (std::size_t i = 0; i < queue_.size() && !reached_by_[to_.index()]; ++i) {
    const EntityId here = queue_[i];
    for (const RelationId id : graph.outgoing(here)) walk(id, graph.relation(id).object);
    for (const RelationId id : graph.incoming(here)) {
      const RelationView relation = graph.relation(id);
      if (direction_ == Direction::either || is_symmetric(relation.predicate)) walk(id, relation.subject);
    }
  }
  std::optional<std::vector<RelationId>> found;
  if (reached_by_[to_.index()]) found = walked_back();
  for (const EntityId entity : queue_) reached_by_[entity.index()].reset();
  return found;
}

std::vector<std::size_t> EvidenceSearch::sentences_at_an_end() const {
  std::array<std::set<std::size_t>, 2> cuts;
  for (std::size_t i = 0; i < cuts.size(); ++i) {
    const EntityId end = i == 0 ? from_ : to_;
    for (const auto ids : {view_.graph().outgoing(end), view_.graph().incoming(end)}) {
      for (const RelationId id : ids)
        if (view_.shows(id)) cuts[i].insert(sentences_.of[id.index()].begin(), sentences_.of[id.index()].end());
    }
  }
  const auto& smaller = cuts[0].size() <= cuts[1].size() ? cuts[0] : cuts[1];
  return {smaller.begin(), smaller.end()};
}

std::vector<RelationId> EvidenceSearch::walked_back() const {
  std::vector<RelationId> relations;
  for (EntityId here = to_; here != from_;) {
    const RelationId id = *reached_by_[here.index()];
    relations.push_back(id);
    const RelationView relation = view_.graph().relation(id);
    here = relation.object == here ? relation.subject : relation.object;
  }
  return {relations.rbegin(), relations.rend()};
}

}  // namespace entente
