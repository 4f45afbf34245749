// Which referents turned out to be one and the same.
#pragma once

#include <cstdint>
#include <unordered_map>

#include "prose/passage.hpp"

namespace entente::prose {

/// Remembers joins, so that whoever points to a referent can be told later whom it means now: one pass for any number
/// of joins.
class JoinedReferents {
 public:
  [[nodiscard]] bool empty() const { return into_.empty(); }

  /// From now on `from` means what `into` means. Two that are one already stay as they are.
  void join(std::uint32_t from, std::uint32_t into) {
    from = referent(from);
    into = referent(into);
    if (from != into) into_[from] = into;
  }

  /// Whom `r` means after all joins, itself if none touched it (`none` too). Amortised nearly constant: paths are
  /// halved.
  std::uint32_t referent(std::uint32_t r) {
    for (auto step = into_.find(r); step != into_.end(); step = into_.find(r)) {
      r = step->second;
      const auto next = into_.find(r);
      if (next != into_.end()) step->second = next->second;
    }
    return r;
  }

 private:
  std::unordered_map<std::uint32_t, std::uint32_t> into_;
};

}  // namespace entente::prose
