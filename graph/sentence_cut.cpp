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
  CutSearch(EvidenceSearch& search, std::size_t max_searches)
      : search_(search), last_search_(search.searches() + max_searches) {}

  SentenceCut result() {
    best_ = greedy();
    at_least_ = disjoint_paths();
    if (best_.size() > at_least_) {
      extend();
      if (!out_of_time()) at_least_ = best_.size();
    }
    return {{best_.begin(), best_.end()}, at_least_};
  }

 private:
  [[nodiscard]] bool out_of_time() const { return search_.searches() >= last_search_; }

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

  /// A cut: again and again the relation of a shortest path falls that needs fewest sentences, and of those the one
  /// whose sentences carry most.
  SentenceSet greedy() {
    while (const auto path = search_.path()) {
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
    const SentenceSet cut = lost_;
    regain({cut.begin(), cut.end()});
    return cut;
  }

  /// How many sentences must still fall: of paths that share no sentence, each needs its own.
  std::size_t disjoint_paths() {
    std::vector<bool> closed(search_.relation_count());
    std::size_t needed = 0;
    while (const auto path = search_.path(&closed)) {
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
  std::size_t last_search_;
  SentenceSet lost_;
  SentenceSet best_;
  std::size_t at_least_ = 0;
  std::set<SentenceSet> tried_;
};

}  // namespace

SentenceCut smallest_cut(EvidenceSearch& search, std::size_t max_searches) {
  return CutSearch(search, max_searches).result();
}

}  // namespace entente
