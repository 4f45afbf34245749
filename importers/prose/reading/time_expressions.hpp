// When: expressions of time, resolved to days.
#pragma once

#include "prose/passage.hpp"

namespace entente::prose {

/// Fills `times` of the passage: absolute dates ("14 December 1995", "in July 1995", "since 2014"), parts of dates
/// whose year the text's own date tells, and relative ones ("last Thursday", "two days later", "next week", "ten years
/// ago"), counted from the dateline or publication date, or, in a narrative, from the last date told. Without a date to
/// count from a relative expression is passed over. O(tokens).
void find_times(Passage&);

}  // namespace entente::prose
