// How a text was understood, in tables for people and in fields for programs.
#pragma once

#include <cstddef>
#include <iosfwd>
#include <vector>

#include <entente/explain.hpp>

#include "json_writer.hpp"
#include "table.hpp"

namespace entente::cli {

/// The blocks of the text, what it says about itself, and its sentences in a line each.
void write_overview(std::ostream&, const Explanation&, const Style&);
void write_overview(JsonWriter&, const Explanation&);
Table overview_in_rows(const Explanation&);

/// Everything about the sentences with these positions: their words as a tree, names, times, predicates, relations.
void write_sentences(std::ostream&, const Explanation&, const std::vector<std::size_t>& chosen, const Style&);
void write_sentences(JsonWriter&, const Explanation&, const std::vector<std::size_t>& chosen);
/// The words of the sentences.
Table sentences_in_rows(const Explanation&, const std::vector<std::size_t>& chosen);

}  // namespace entente::cli
