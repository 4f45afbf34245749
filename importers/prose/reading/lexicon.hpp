// What the reader knows of the world before it reads: names, offices, head nouns.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "prose/passage.hpp"

namespace entente::prose {

/// Somebody or something that the lexicon knows.
struct LexiconEntry {
  EntityType type = EntityType::state;
  std::string name;
  std::vector<std::string> aliases;
  std::map<std::string, std::string> identifiers;
  std::string kind;     ///< territories: city, region, sea, …
  std::string within;   ///< name of the state, region or organization that it is a part of
  std::string capital;  ///< states
  char gender = 'u';    ///< persons
};

/// A way to write a name.
struct SurfaceForm {
  std::uint32_t entry = none;
  NameForm form = NameForm::full;
  std::uint32_t length = 0;  ///< tokens
};

/// What a noun says of the thing it names.
struct HeadNoun {
  EntityType type = EntityType::event;
  bool names = false;      ///< capitalised it ends or opens a proper name ("Treaty")
  bool describes = false;  ///< in lower case it describes one ("treaty")
};

/// The tables of `importers/lexicon/`, looked up by tokens. Immutable; safe to use from many threads.
class Lexicon {
 public:
  /// The tables that Entente brings along, read once.
  static const Lexicon& builtin();

  [[nodiscard]] const LexiconEntry& entry(std::uint32_t index) const { return entries_[index]; }
  [[nodiscard]] std::size_t size() const { return entries_.size(); }
  /// The entry with that canonical name, or `none`.
  [[nodiscard]] std::uint32_t named(std::string_view name) const;

  /// The longest names that begin at the first of these tokens, all of that length. O(length of the longest name).
  [[nodiscard]] std::vector<SurfaceForm> longest_match(std::span<const Token> tokens) const;

  /// The number of tokens of the longest office ("deputy foreign minister") that begins at the first token, or 0.
  [[nodiscard]] std::uint32_t office_length(std::span<const Token> tokens) const;
  /// The same for honorifics, which are no office ("Mr.", "Sir").
  [[nodiscard]] std::uint32_t honorific_length(std::span<const Token> tokens) const;

  /// What the noun (lower case; singular or plural) says, or null.
  [[nodiscard]] const HeadNoun* head_noun(std::string_view noun) const;
  /// 'm', 'f' or 'u' for a given name, nothing for other words.
  [[nodiscard]] std::optional<char> given_name(std::string_view word) const;

 private:
  struct Sequence {
    std::vector<std::string> tokens;
    SurfaceForm form;
  };
  using Sequences = std::unordered_map<std::string, std::vector<Sequence>>;

  Lexicon();
  void read_states(std::string_view table);
  void read_organizations(std::string_view table);
  void read_territories(std::string_view table);
  void read_agreements(std::string_view table);
  void read_armed_groups(std::string_view table);
  void read_persons(std::string_view table);
  void read_given_names(std::string_view table);
  void read_offices(std::string_view table);
  void read_heads(std::string_view table);

  std::uint32_t add_entry(LexiconEntry entry);
  void add_surface(std::string_view text, std::uint32_t entry, NameForm form);
  static void add_sequence(Sequences&, std::string_view text, SurfaceForm form, bool folded);
  void sort_sequences();

  std::vector<LexiconEntry> entries_;
  std::unordered_map<std::string, std::uint32_t> by_name_;
  Sequences surfaces_, offices_, honorifics_;
  std::unordered_map<std::string, HeadNoun> heads_;
  std::unordered_map<std::string, char> given_names_;
};

}  // namespace entente::prose
