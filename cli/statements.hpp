// Relations in words for people, and in columns and fields for programs.
#pragma once

#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

#include <entente/knowledge_graph.hpp>

#include "json_writer.hpp"
#include "table.hpp"

namespace entente::cli {

/// The predicate as a verb: "recognizes", "does not recognize", "is not a member of".
std::string in_words(Predicate, Polarity);

/// Who does what to whom: "Russia does not recognize Kosovo".
std::string statement(const KnowledgeGraph&, const RelationView&);

/// Mood, polarity, date, source, and role, condition, doubt and assumption if any: "proposed · affirmed · 2022 ·
/// according to Russia".
std::string circumstances(const KnowledgeGraph&, const RelationView&);

/// Each piece of evidence on a line of its own: the quotation, the document and its offsets there.
void write_evidence(std::ostream&, const KnowledgeGraph&, const RelationView&, std::string_view indentation,
                    const Style&);

/// The statement behind a lead, and its circumstances and its evidence on lines of their own behind the indentation.
void write_statement(std::ostream&, const KnowledgeGraph&, const RelationView&, std::string_view lead,
                     std::string_view indentation, const Style&);

/// A relation or quotation with all its fields, and an entity with the few that tell which one it is, as JSON objects.
void write_relation(JsonWriter&, const KnowledgeGraph&, const RelationView&);
void write_entity(JsonWriter&, const Entity&);
void write_quote(JsonWriter&, const KnowledgeGraph&, const QuoteView&);

/// The columns of a relation in a table, and its row.
std::vector<Column> relation_columns();
std::vector<Cell> relation_cells(const KnowledgeGraph&, const RelationView&);

}  // namespace entente::cli
