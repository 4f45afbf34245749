#include "prose/language/parser.hpp"

#include "prose/language/tagger.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <random>
#include <string>

using namespace entente::prose;

namespace {

/// A sentence with its tree.
struct Parsed {
  explicit Parsed(std::vector<std::string_view> sentence)
      : words(std::move(sentence)), arcs(parse(embedded_weights(), words, tag(embedded_weights(), words))) {}

  std::int32_t place(std::string_view word) const {
    return static_cast<std::int32_t>(std::find(words.begin(), words.end(), word) - words.begin());
  }

  /// `relation(head)` of a word.
  std::string arc(std::string_view word) const {
    const Arc& found = arcs.at(static_cast<std::size_t>(place(word)));
    std::string text(name(found.relation));
    text += '(';
    text += found.head < 0 ? std::string_view{} : words[static_cast<std::size_t>(found.head)];
    text += ')';
    return text;
  }

  std::vector<std::string_view> words;
  std::vector<Arc> arcs;
};

/// Checks for one root, heads inside the sentence and no cycle, in linear time.
bool well_formed(const std::vector<Arc>& arcs) {
  const auto size = static_cast<std::int32_t>(arcs.size());
  std::vector<std::vector<std::int32_t>> below(arcs.size());
  std::vector<std::int32_t> reached;
  for (std::int32_t word = 0; word < size; ++word) {
    const Arc& arc = arcs[static_cast<std::size_t>(word)];
    if (arc.head < -1 || arc.head >= size || (arc.head == -1) != (arc.relation == Deprel::root)) {
      return false;
    }
    if (arc.head == -1) {
      reached.push_back(word);
    } else {
      below[static_cast<std::size_t>(arc.head)].push_back(word);
    }
  }
  const bool one_root = reached.size() == 1;
  for (std::size_t at = 0; at < reached.size(); ++at) {
    const auto& next = below[static_cast<std::size_t>(reached[at])];
    reached.insert(reached.end(), next.begin(), next.end());
  }
  return one_root && reached.size() == arcs.size();
}

std::string random_word(std::mt19937& random) {
  std::string word;
  for (std::size_t left = random() % 12; left > 0; --left) {
    word.push_back(static_cast<char>(random() % 256));
  }
  return word;
}

std::vector<Arc> parse_random(std::mt19937& random, std::size_t size) {
  std::vector<std::string> text;
  std::vector<Tag> tags;
  for (std::size_t at = 0; at < size; ++at) {
    text.push_back(random_word(random));
    tags.push_back({static_cast<Upos>(random() % upos_names.size()), static_cast<Xpos>(random() % xpos_names.size())});
  }
  return parse(embedded_weights(), std::vector<std::string_view>(text.begin(), text.end()), tags);
}

}  // namespace

TEST_CASE("a plain sentence has its subject and object") {
  const Parsed parsed({"Russia", "invaded", "Ukraine", "."});
  CHECK(parsed.arc("Russia") == "nsubj(invaded)");
  CHECK(parsed.arc("invaded") == "root()");
  CHECK(parsed.arc("Ukraine") == "obj(invaded)");
  CHECK(parsed.arc(".") == "punct(invaded)");
}

TEST_CASE("a passive sentence has its subject and agent") {
  const Parsed parsed({"The", "treaty", "was", "signed", "in", "Geneva", "by", "the", "ministers", "."});
  CHECK(parsed.arc("treaty") == "nsubj:pass(signed)");
  CHECK(parsed.arc("was") == "aux:pass(signed)");
  CHECK(parsed.arc("ministers") == "obl:agent(signed)");
  CHECK(parsed.arc("by") == "case(ministers)");
  CHECK(parsed.arc("Geneva") == "obl(signed)");
}

TEST_CASE("reported speech hangs on the verb of saying") {
  const Parsed parsed({"Kerry", "said", "that", "Iran", "would", "not", "leave", "the", "agreement", "."});
  CHECK(parsed.arc("Kerry") == "nsubj(said)");
  CHECK(parsed.arc("leave") == "ccomp(said)");
  CHECK(parsed.arc("Iran") == "nsubj(leave)");
  CHECK(parsed.arc("not") == "advmod(leave)");
  CHECK(parsed.arc("agreement") == "obj(leave)");
}

TEST_CASE("a relative clause hangs on its noun") {
  const Parsed parsed({"The", "treaty", "that", "the", "ministers", "signed", "was", "ratified", "in", "2002", "."});
  CHECK(parsed.arc("signed") == "acl:relcl(treaty)");
  CHECK(parsed.arc("ministers") == "nsubj(signed)");
  CHECK(parsed.arc("treaty") == "nsubj:pass(ratified)");
}

TEST_CASE("coordinated names hang on the first") {
  const Parsed parsed({"France", "and", "Germany", "rejected", "the", "plan", "."});
  CHECK(parsed.arc("Germany") == "conj(France)");
  CHECK(parsed.arc("and") == "cc(Germany)");
  CHECK(parsed.arc("France") == "nsubj(rejected)");
}

TEST_CASE("no words have no tree and one word is a root") {
  CHECK(parse(embedded_weights(), {}, {}).empty());
  CHECK(Parsed({"Peace"}).arcs == std::vector{Arc{-1, Deprel::root}});
}

TEST_CASE("trees are well formed whatever the words and tags") {
  std::mt19937 random(7);
  for (std::size_t size = 1; size < 60; ++size) {
    REQUIRE(well_formed(parse_random(random, size)));
  }
}

TEST_CASE("a sentence of a hundred thousand words has a well-formed tree") {
  std::mt19937 random(8);
  CHECK(well_formed(parse_random(random, 100'000)));
  const std::vector<std::string_view> words(100'000, "and");
  CHECK(well_formed(Parsed(words).arcs));
}

TEST_CASE("the same sentence always has the same tree") {
  std::mt19937 one(9);
  std::mt19937 other(9);
  CHECK(parse_random(one, 500) == parse_random(other, 500));
}
