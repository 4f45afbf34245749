// The sentences that a graph rests on, and which relations each of them carries.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include <entente/knowledge_graph.hpp>

namespace entente {

/// A stretch of a document that one or more relations quote, or a relation that quotes nothing.
struct Sentence {
  std::optional<DocumentId> document{};
  std::string text{};                   ///< the longest quotation; empty if the relation has no evidence
  std::vector<RelationId> relations{};  ///< what it carries, in the order of their ids
};

/// Each sentence once, in the order of the first relation that it carries.
struct Sentences {
  std::vector<Sentence> all;
  std::vector<std::vector<std::size_t>> of;  ///< the sentences of each relation, ascending, by the index of its id
};

/// The sentences of a graph. Quotations from one document are one sentence if their spans overlap, or, where a span is
/// missing, if one stands word for word within the other; words within several sentences stay apart. What differs only
/// in case, punctuation and white space is the same. A relation without evidence rests on a sentence of its own,
/// without text. O(n log n) in the length of the evidence, and for a quotation without a span the length of those
/// that share its rarest four words in a row (of a shorter one: its rarest word).
Sentences sentences_of(const KnowledgeGraph&);

/// How many documents state the relation independently: documents that quote exactly the same words for it count once,
/// for one of them copied the other. O(quotes log quotes).
std::size_t independent_documents(const KnowledgeGraph&, RelationId);

}  // namespace entente
