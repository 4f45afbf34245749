// A text and everything that the stages have found out about it so far: the one thing that the stages share.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <entente/dates.hpp>
#include <entente/facts.hpp>
#include <entente/ids.hpp>

#include "prose/language/parser.hpp"
#include "prose/language/tags.hpp"

namespace entente::prose {

inline constexpr std::uint32_t none = 0xffffffffU;

/// Half-open stretch of bytes of the text.
struct Bytes {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  [[nodiscard]] std::uint32_t size() const { return end - begin; }
  friend auto operator<=>(const Bytes&, const Bytes&) = default;
};

/// What a stretch of lines is; only `body` is read for facts.
enum class BlockKind : std::uint8_t {
  body,
  title,
  heading,
  byline,
  dateline,
  metadata,
  navigation,
  credit,
  copyright,
  footer,
  repeated,
  stray_mark
};
std::string_view name(BlockKind);

/// Lines that belong together: a paragraph, a heading, a bullet, a row of a table.
struct Block {
  Bytes bytes;
  BlockKind kind = BlockKind::body;
  bool continues_previous = false;  ///< a sentence runs over from the body block before (page break, pull quote)
  bool item = false;                ///< a bullet or numbered point
  std::optional<Date> date;         ///< the day from which relative dates count from here on (datelines)
};

/// What the text says about itself.
struct Imprint {
  std::string title, author, publisher;
  std::optional<Date> date;
};

struct Token {
  Bytes bytes;
  std::string_view text;  ///< into the passage's text
  Tag tag{};
};

/// How a name came to be recognised.
enum class NameForm : std::uint8_t { full, adjective, people, capital, pattern };

/// One recognised name in the text: a run of tokens and whom it may mean.
struct Name {
  std::uint32_t first = 0, last = 0;  ///< tokens, half-open
  EntityType type = EntityType::person;
  NameForm form = NameForm::pattern;
  std::uint32_t entry = none;        ///< in the lexicon
  std::string canonical;             ///< the name to give the entity
  std::uint32_t title_first = none;  ///< the token where titles and honorifics before a person's name begin
  std::uint32_t office_first = 0, office_last = 0;  ///< tokens of the office among them
  std::uint32_t office_of = none;                   ///< name inside the title whose office it is
  std::uint32_t within = none;                      ///< the larger name of which it is a part
  std::uint32_t referent = none;                    ///< in Passage::referents, once resolved
};

/// A word of the parse: a token, several hyphenated ones, or a name with its title as one proper noun.
struct Word {
  std::uint32_t first = 0, last = 0;  ///< tokens, half-open
  std::string_view form;              ///< what tagger and parser see
  std::string lemma;
  Tag tag{};
  std::int32_t head = -1;  ///< word of the same clause, as an index into Passage::words; -1: the root
  Deprel relation{};
  std::uint32_t name = none;               ///< the outermost name it stands for
  std::uint32_t referent = none;           ///< in Passage::referents: whom or what it means
  Polarity polarity = Polarity::positive;  ///< of what the word, as a predicate, says
  Modality modality = Modality::actual;
  std::uint32_t source = none;  ///< referent that says so; none: the author
  std::uint32_t time = none;    ///< in Passage::times: when it happens
};

/// A stretch of a sentence that is parsed as one: the whole of it, or a member of a semicolon list.
struct Clause {
  std::uint32_t first_word = 0, last_word = 0;
};

struct Sentence {
  std::uint32_t first_token = 0, last_token = 0;
  std::uint32_t first_clause = 0, last_clause = 0;
  std::uint32_t first_word = 0, last_word = 0;
  std::uint32_t block = 0;
  bool heading = false;                 ///< a title or heading: tells what follows is about, states nothing
  bool opens_inside_quotation = false;  ///< its first word stands inside quotation marks opened before
  Bytes bytes;
};

/// A day, month, year or stretch of time that the text names.
struct TimeExpression {
  std::uint32_t first = 0, last = 0;  ///< tokens, half-open
  DateInterval interval;
  bool since = false;  ///< "since 2014": lasts until the text was written
  /// "within 30 days", "for 20 years": how long from now on, or from the day of the text that says so.
  struct Term {
    int count = 0;
    char unit = 'd';        ///< d, w, m or y
    bool deadline = false;  ///< "within"
  };
  std::optional<Term> term;
};

/// Somebody or something the text speaks of: becomes an entity if a fact or a name needs it.
struct Referent {
  EntityType type = EntityType::event;
  std::string name;
  std::vector<std::string> aliases;
  std::map<std::string, std::string> identifiers;
  std::uint32_t entry = none;          ///< in the lexicon
  bool named = false;                  ///< it has a proper name
  bool plural = false;                 ///< several persons or states
  char gender = 'u';                   ///< persons: m, f or u
  std::string head;                    ///< lemma of the noun that describes it ("meeting", "treaty")
  std::vector<std::uint32_t> members;  ///< of a group ("both leaders"): the referents that it stands for
  std::vector<std::uint32_t> parties;  ///< of an agreement: those it is said to be between
  std::uint32_t text = none;           ///< of a provision: the agreement or proposal that it is a part of
  std::optional<DateInterval> date;
  std::vector<std::pair<Bytes, bool>> mentions;  ///< and whether by coreference
};

/// A relation read from the text, before it enters the graph.
struct Statement {
  std::uint32_t subject = none, object = none;  ///< referents
  Predicate predicate = Predicate::concerns;
  Polarity polarity = Polarity::positive;
  Modality modality = Modality::actual;
  std::optional<DateInterval> date;
  std::uint32_t source = none;
  std::uint32_t word = none;                 ///< the predicate that says it
  std::uint32_t condition = none;            ///< a referent: the event on which it depends
  std::uint32_t condition_statement = none;  ///< in Passage::statements: what it depends on
  std::string role;
  double confidence = 1.0;
  std::string rule;
  Bytes evidence;
};

/// The text and what is known about it.
struct Passage {
  std::string_view text;
  Imprint imprint;
  std::vector<Block> blocks;
  std::vector<Token> tokens;
  std::vector<Name> names;
  std::vector<Sentence> sentences;
  std::vector<Clause> clauses;
  std::vector<Word> words;
  std::vector<TimeExpression> times;
  std::vector<Referent> referents;
  std::vector<Statement> statements;

  [[nodiscard]] std::string_view slice(Bytes bytes) const { return text.substr(bytes.begin, bytes.size()); }
  [[nodiscard]] Bytes bytes_of_tokens(std::uint32_t first, std::uint32_t last) const {
    return {tokens[first].bytes.begin, tokens[last - 1].bytes.end};
  }
};

}  // namespace entente::prose
