// How the reader of running text understood a document: for whoever extends its tables of words and names.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <entente/importer.hpp>

namespace entente {

/// Everything that was recognised in a text on the way to its relations: a value, independent of the document.
///
/// Types, predicates and moods are written as the native JSON writes them, dates and intervals as ISO 8601, parts of
/// speech and syntactic relations as Universal Dependencies writes them. What is not known is empty.
struct Explanation {
  /// Lines that belong together: a paragraph, a heading, a line of a menu.
  struct Block {
    std::size_t line = 1;             ///< on which it begins
    std::string kind;                 ///< "body" is read for facts; "heading", "byline", "navigation", …
    std::string reason;               ///< why it was set aside, in a few words; empty for the body
    bool continues_previous = false;  ///< a sentence runs over from the body block before
    bool item = false;                ///< a bullet or numbered point
    std::string date;                 ///< from which relative dates count from here on
    std::string text;
  };

  /// A word of the tree: a token, or a name with its title as one.
  struct Word {
    std::string text;
    std::string lemma;
    std::string part;       ///< universal part of speech, "VERB"
    std::string tag;        ///< of the Penn Treebank, "VBD"
    std::size_t head = 0;   ///< number of the word it depends on, in its sentence from 1; 0 if on none
    std::size_t depth = 0;  ///< how many heads are above it
    std::string relation;   ///< to its head; empty where nothing is parsed, as in headings
    std::string refers_to;  ///< whom or what it means
    std::string type;       ///< of that; "group" if it means several
    bool by_name = false;   ///< it is a name, and not a pronoun or description
  };

  /// A word that can state a relation, or that colours what others state.
  struct Predicate {
    std::size_t word = 0;  ///< its number in the sentence, from 1
    std::string lemma;
    std::string polarity, modality;
    std::string source;  ///< who says so; empty: the author
    std::string time;
    std::vector<std::string> who;     ///< its logical subjects; in parentheses what means nobody known
    std::vector<std::string> whom;    ///< its logical objects
    std::vector<std::string> others;  ///< what prepositions add: "with France"
    std::vector<std::string> rows;    ///< of predicates.tsv and attitudes.tsv that have the word
  };

  struct Name {
    std::string text;
    std::string type;
    std::string canonical;  ///< the name to give the entity
    std::string form;       ///< "full", "adjective", "people", "capital", or "pattern" for names that no table has
    std::string entry;      ///< in the lexicon
    std::string title;      ///< the office before a person's name
    std::string part_of;    ///< the larger name that it stands in
    std::string refers_to;
  };

  struct Time {
    std::string text;
    std::string interval;
    bool since = false;  ///< "since 2014": lasts until the text was written
  };

  struct Relation {
    std::string subject, predicate, object;
    std::string polarity, modality;
    std::string date;
    std::string source;  ///< empty: the author
    std::string role;
    std::string condition;
    double confidence = 1.0;
    std::string rule;
  };

  struct Sentence {
    std::size_t line = 1, last_line = 1;  ///< on which it begins and ends
    bool heading = false;                 ///< names things and states nothing
    std::string text;
    std::vector<Word> words;
    std::vector<Predicate> predicates;
    std::vector<Name> names;
    std::vector<Time> times;
    std::vector<Relation> relations;
  };

  std::string title, author, publisher, date;  ///< what the text says about itself
  std::vector<Block> blocks;
  std::vector<Sentence> sentences;
};

/// What the reader of prose makes of the document. A document that is empty or not UTF-8 is reported and explained by
/// nothing. Time in proportion to the length, like importing it.
Explanation explain_prose(const RawDocument&, Diagnostics&);

}  // namespace entente
