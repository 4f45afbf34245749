#pragma once

#include "prose/language/features.hpp"
#include "prose/language/name_hints.hpp"

#include <functional>
#include <span>
#include <string_view>

namespace entente::prose {

/// What the finder of names looks at, for each word of a sentence in turn. Used by the trainer and at run time alike.
///
/// `visit` is called once for each word, from left to right, with the features of that word, gone after the call.
void visit_name_features(const Weights& weights, std::span<const std::string_view> words, std::span<const Tag> tags,
                         std::span<const NameHint> hints,
                         const std::function<void(std::span<const std::uint32_t>)>& visit);

/// The feature of the label `before` of the word before; `name_labels` for none.
std::uint32_t transition_feature(std::size_t before);

}  // namespace entente::prose
