#pragma once

#include "prose/language/tags.hpp"
#include "prose/language/weights.hpp"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace entente::prose {

/// The head of a word, by its place in the sentence (-1 for the root), and its relation to that head.
struct Arc {
  std::int32_t head = -1;
  Deprel relation = Deprel::root;

  bool operator==(const Arc&) const = default;
};

/// The dependency tree of one sentence, one arc for each word; `tags` has as many elements as `words`.
///
/// There is exactly one root (unless there are no words) and no cycle, whatever the words. Time and memory are linear
/// in the number of words. A transition parser (arc-hybrid) with an averaged perceptron and a narrow beam; features
/// after Zhang and Nivre (2011), for its training see weights/README.md. For how to cut words see `tag`.
std::vector<Arc> parse(const Weights& weights, std::span<const std::string_view> words, std::span<const Tag> tags);

}  // namespace entente::prose
