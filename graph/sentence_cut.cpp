#include "sentence_cut.hpp"

#include <algorithm>
#include <limits>
#include <optional>
#include <set>
#include <tuple>

namespace entente {

namespace {

using SentenceSet = std::set<std::size_t>;

class CutSearch {
 public:
  CutSearch(EvidenceSearch& search, std::size_t max_work, const Effort& effort)
      : search_(search), max_work_(max_work), effort_(effort) {}

  SentenceCut result() {
    const std::vector<std::size_t> at_an_end = search_.sentences_at_an_end();
    best_ = {at_an_end.begin(), at_an_end.end()};
    find_greedily();
    at_least_ = std::max<std::size_t>(disjoint_paths(), 1);
    if (best_.size() > at_least_) {
      extend();
      if (!out_of_time()) at_least_ = best_.size();
    }
    return {{best_.begin(), best_.end()}, at_least_, !ended_ || best_.size() == at_least_};
  }

 private:
  bool out_of_time() {
    effort_.tell(std::min(search_.work(), max_work_), max_work_);
    if (effort_.over()) ended_ = true;
    return ended_ || search_.work() >= max_work_;
  }

  void lose(const std::vector<std::size_t>& sentences) {
    for (const std::size_t sentence : sentences) search_.hold_false(sentence);
    lost_.insert(sentences.begin(), sentences.end());
  }
  void regain(const std::vector<std::size_t>& sentences) {
    for (const std::size_t sentence : sentences) {
      search_.hold_true(sentence);
      lost_.erase(sentence);
    }
  }

  /// Again and again the relation of a shortest path falls that needs fewest sentences, and of those the one whose
  /// sentences carry most.
  void find_greedily() {
    auto path = search_.path();
    const std::size_t half = max_work_ / 2;  // the rest is for the bound
    for (; path && !out_of_time() && search_.work() < half && lost_.size() < best_.size(); path = search_.path()) {
      std::optional<std::tuple<std::size_t, std::size_t, RelationId>> choice;
      for (const RelationId id : *path) {
        const std::vector<std::size_t> needed = search_.standing(id);
        std::size_t carried = 0;
        for (const std::size_t sentence : needed) carried += search_.sentences().all[sentence].relations.size();
        const auto candidate = std::tuple(needed.size(), ~carried, id);
        choice = choice ? std::min(*choice, candidate) : candidate;
      }
      lose(search_.standing(std::get<RelationId>(*choice)));
    }
    if (!path && lost_.size() < best_.size()) best_ = lost_;
    regain({lost_.begin(), lost_.end()});
  }

  /// How many sentences must still fall, as far as time allows: of paths that share no sentence, each needs its own.
  std::size_t disjoint_paths() {
    std::vector<bool> closed(search_.relation_count());
    std::size_t needed = 0;
    while (!out_of_time()) {
      const auto path = search_.path(&closed);
      if (!path) break;
      std::size_t fewest = std::numeric_limits<std::size_t>::max();
      for (const RelationId id : *path) {
        const std::vector<std::size_t> own = search_.standing(id);
        fewest = std::min(fewest, own.size());
        for (const std::size_t sentence : own)
          for (const RelationId other : search_.sentences().all[sentence].relations) closed[other.index()] = true;
      }
      needed += fewest;
    }
    return needed;
  }

  /// Tries every way to break the next path that improves on the best cut.
  void extend() {
    if (out_of_time() || best_.size() == at_least_ || !tried_.insert(lost_).second) return;
    const auto path = search_.path();
    if (!path) {
      if (lost_.size() < best_.size()) best_ = lost_;
      return;
    }
    if (lost_.size() + 1 >= best_.size() || lost_.size() + disjoint_paths() >= best_.size()) return;
    for (const RelationId id : *path) {
      const std::vector<std::size_t> needed = search_.standing(id);
      if (lost_.size() + needed.size() >= best_.size()) continue;
      lose(needed);
      extend();
      regain(needed);
    }
  }

  EvidenceSearch& search_;
  std::size_t max_work_;
  const Effort& effort_;
  bool ended_ = false;  // by the effort
  SentenceSet lost_;
  SentenceSet best_;
  std::size_t at_least_ = 0;
  std::set<SentenceSet> tried_;
};

}  // namespace

SentenceCut smallest_cut(EvidenceSearch& search, std::size_t max_work, const Effort& effort) {
  return CutSearch(search, max_work, effort).result();
}

}  // namespace entente
