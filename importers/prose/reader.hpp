// The reading of running text from its bytes to its statements: the stages in their order.
#pragma once

#include <optional>
#include <string_view>

#include <entente/importer.hpp>

#include "prose/passage.hpp"

namespace entente::prose {

/// The text of the document without a byte-order mark; nothing, with the reason reported, if it is empty or not UTF-8.
/// A view into the document.
std::optional<std::string_view> readable_text(const RawDocument&, Diagnostics&);

/// Everything that the stages find out about the text. The passage refers to the text, which must outlive it.
Passage read_passage(std::string_view text);

}  // namespace entente::prose
