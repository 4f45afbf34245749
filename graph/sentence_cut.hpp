// The fewest sentences on which all paths rest.
#pragma once

#include <cstddef>
#include <vector>

#include <entente/effort.hpp>

#include "evidence_search.hpp"

namespace entente {

struct SentenceCut {
  std::vector<std::size_t> sentences;  ///< if these are false, no path is left; ascending
  std::size_t at_least;                ///< no fewer will do
  bool complete;                       ///< the effort sufficed
};

/// A smallest cut, or, when `max_work` relations have been looked at or the effort is over, the smallest that was
/// found. All sentences are held for true before and after. By branch and bound (see `blame_of_path`).
SentenceCut smallest_cut(EvidenceSearch&, std::size_t max_work, const Effort&);

}  // namespace entente
