// Facts in words, for labels and tooltips.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <entente/graph_view.hpp>

namespace entente {

/// The text on one line: white space and control characters become single blanks; none at the ends.
std::string on_one_line(std::string_view text);

/// At most `length` characters of a one-line text, cut at a blank where there is one, with an ellipsis if it was cut.
std::string shortened(std::string_view text, std::size_t length);

/// The one-line text in lines of at most `width` characters; only longer words make longer lines.
std::vector<std::string> wrapped(std::string_view text, std::size_t width);

/// The predicate as people write it: "holds office", "not withdraws from".
std::string in_words(Predicate, Polarity);

/// The relation in a line or two: who, what, whom; then role, mood, time, source and condition.
std::string statement_in_words(const KnowledgeGraph&, const RelationView&);

/// The name of an entity on one line; its key if it has no name.
std::string display_name(const Entity&);

}  // namespace entente
