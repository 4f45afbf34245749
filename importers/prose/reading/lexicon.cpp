#include "prose/reading/lexicon.hpp"

#include <algorithm>

#include "prose/language/characters.hpp"
#include "prose/language/tokens.hpp"
#include "prose/reading/tables.hpp"

namespace entente::prose {
namespace {

EntityType type_in(std::string_view cell, EntityType otherwise) {
  return entity_type_named(cell).value_or(otherwise);
}

std::vector<std::string> strings(const std::vector<std::string_view>& views) {
  return {views.begin(), views.end()};
}

}  // namespace

const Lexicon& Lexicon::builtin() {
  static const Lexicon lexicon;
  return lexicon;
}

Lexicon::Lexicon() {
  read_states(embedded_table("states"));
  read_organizations(embedded_table("organizations"));
  read_territories(embedded_table("territories"));
  read_agreements(embedded_table("agreements"));
  read_armed_groups(embedded_table("armed_groups"));
  read_persons(embedded_table("persons"));
  read_given_names(embedded_table("given_names"));
  read_offices(embedded_table("offices"));
  read_heads(embedded_table("heads"));
  sort_sequences();
}

std::uint32_t Lexicon::add_entry(LexiconEntry entry) {
  const auto index = static_cast<std::uint32_t>(entries_.size());
  by_name_.try_emplace(entry.name, index);
  entries_.push_back(std::move(entry));
  add_surface(entries_.back().name, index, NameForm::full);
  for (std::size_t i = 0; i < entries_[index].aliases.size(); ++i)
    add_surface(entries_[index].aliases[i], index, NameForm::full);
  return index;
}

void Lexicon::add_sequence(Sequences& sequences, std::string_view text, SurfaceForm form, bool folded) {
  std::vector<Token> tokens;
  tokenise(text, {0, static_cast<std::uint32_t>(text.size())}, tokens);
  if (tokens.empty()) return;
  Sequence sequence;
  for (const Token& token : tokens) sequence.tokens.push_back(folded ? lower(token.text) : std::string(token.text));
  form.length = static_cast<std::uint32_t>(tokens.size());
  sequence.form = form;
  sequences[sequence.tokens.front()].push_back(std::move(sequence));
}

void Lexicon::add_surface(std::string_view text, std::uint32_t entry, NameForm form) {
  add_sequence(surfaces_, text, {entry, form, 0}, false);
}

void Lexicon::sort_sequences() {
  for (Sequences* table : {&surfaces_, &offices_, &honorifics_}) {
    for (auto& [first, sequences] : *table) {
      std::ranges::stable_sort(sequences,
                               [](const Sequence& a, const Sequence& b) { return a.tokens.size() > b.tokens.size(); });
    }
  }
}

void Lexicon::read_states(std::string_view text) {
  const Table table(text);
  for (const Table::Row& row : table.rows()) {
    LexiconEntry entry;
    entry.type = EntityType::state;
    entry.name = row["name"];
    entry.aliases = strings(row.list("aliases"));
    if (!row["iso3"].empty()) entry.identifiers["iso3166-1"] = row["iso3"];
    const auto capitals = row.list("capital");
    if (!capitals.empty()) entry.capital = capitals.front();
    const auto demonyms = row.list("demonyms");
    const std::uint32_t index = add_entry(std::move(entry));
    for (std::string_view demonym : demonyms) {
      const bool people = demonym.ends_with('s') && !demonym.ends_with("ss");
      add_surface(demonym, index, people ? NameForm::people : NameForm::adjective);
    }
    for (std::string_view metonym : row.list("metonyms")) {
      const bool is_capital = std::ranges::find(capitals, metonym) != capitals.end();
      add_surface(metonym, index, is_capital ? NameForm::capital : NameForm::full);
    }
  }
}

void Lexicon::read_organizations(std::string_view text) {
  const Table table(text);
  for (const Table::Row& row : table.rows()) {
    LexiconEntry entry;
    entry.type = type_in(row["type"], EntityType::organization);
    entry.name = row["name"];
    entry.aliases = strings(row.list("aliases"));
    entry.within = row["parent"];
    add_entry(std::move(entry));
  }
}

void Lexicon::read_territories(std::string_view text) {
  const Table table(text);
  for (const Table::Row& row : table.rows()) {
    LexiconEntry entry;
    entry.type = EntityType::territory;
    entry.name = row["name"];
    entry.aliases = strings(row.list("aliases"));
    entry.kind = row["kind"];
    if (entry.kind == "contested state") entry.type = EntityType::state;
    entry.within = row["within"];
    const auto demonyms = row.list("demonyms");
    const std::uint32_t index = add_entry(std::move(entry));
    for (std::string_view demonym : demonyms) {
      add_surface(demonym, index, demonym.ends_with('s') ? NameForm::people : NameForm::adjective);
    }
  }
}

void Lexicon::read_agreements(std::string_view text) {
  const Table table(text);
  for (const Table::Row& row : table.rows()) {
    LexiconEntry entry;
    entry.type = type_in(row["type"], EntityType::agreement);
    entry.name = row["name"];
    entry.aliases = strings(row.list("aliases"));
    add_entry(std::move(entry));
  }
}

void Lexicon::read_armed_groups(std::string_view text) {
  const Table table(text);
  for (const Table::Row& row : table.rows()) {
    LexiconEntry entry;
    entry.type = EntityType::armed_group;
    entry.name = row["name"];
    entry.aliases = strings(row.list("aliases"));
    entry.within = row["parent"];
    add_entry(std::move(entry));
  }
}

void Lexicon::read_persons(std::string_view text) {
  const Table table(text);
  for (const Table::Row& row : table.rows()) {
    LexiconEntry entry;
    entry.type = EntityType::person;
    entry.name = row["name"];
    entry.aliases = strings(row.list("aliases"));
    entry.gender = row["gender"].empty() ? 'u' : row["gender"].front();
    entry.within = row["state"];
    add_entry(std::move(entry));
  }
}

void Lexicon::read_given_names(std::string_view text) {
  const Table table(text);
  for (const Table::Row& row : table.rows()) {
    given_names_.emplace(row["name"], row["gender"].empty() ? 'u' : row["gender"].front());
  }
}

void Lexicon::read_offices(std::string_view text) {
  const Table table(text);
  for (const Table::Row& row : table.rows()) {
    const bool honorific = row["body"] == "honorific";
    std::vector<std::string_view> spellings = row.list("aliases");
    spellings.push_back(row["office"]);
    for (std::string_view spelling : spellings) {
      add_sequence(honorific ? honorifics_ : offices_, spelling, {}, true);
    }
  }
}

void Lexicon::read_heads(std::string_view text) {
  const Table table(text);
  for (const Table::Row& row : table.rows()) {
    const auto type = entity_type_named(row["type"]);
    if (!type) continue;
    const std::string_view sense = row["sense"];
    heads_.try_emplace(std::string(row["noun"]), HeadNoun{*type, sense != "description", sense != "name"});
  }
}

std::uint32_t Lexicon::named(std::string_view name) const {
  const auto found = by_name_.find(std::string(name));
  return found == by_name_.end() ? none : found->second;
}

namespace {

/// The length of the longest of `sequences` (longest first) that the tokens begin with, compared by `equal`; else 0.
template <class Sequences, class Equal>
std::uint32_t longest(const Sequences& sequences, std::span<const Token> tokens, Equal equal) {
  for (const auto& sequence : sequences) {
    if (sequence.tokens.size() > tokens.size()) continue;
    bool same = true;
    for (std::size_t i = 0; same && i < sequence.tokens.size(); ++i) same = equal(tokens[i].text, sequence.tokens[i]);
    if (same) return sequence.form.length;
  }
  return 0;
}

/// Case folded; "presidents" counts as "president".
bool equal_folded(std::string_view text, std::string_view folded) {
  const std::string low = lower(text);
  return low == folded || (low.size() == folded.size() + 1 && low.back() == 's' && low.starts_with(folded));
}

}  // namespace

std::vector<SurfaceForm> Lexicon::longest_match(std::span<const Token> tokens) const {
  std::vector<SurfaceForm> matches;
  if (tokens.empty()) return matches;
  const auto found = surfaces_.find(std::string(tokens.front().text));
  if (found == surfaces_.end()) return matches;
  const std::uint32_t length = longest(found->second, tokens, std::equal_to<std::string_view>());
  for (const Sequence& sequence : found->second) {
    if (sequence.form.length != length || length == 0) continue;
    bool same = true;
    for (std::size_t i = 0; same && i < length; ++i) same = tokens[i].text == sequence.tokens[i];
    if (same) matches.push_back(sequence.form);
  }
  return matches;
}

std::uint32_t Lexicon::office_length(std::span<const Token> tokens) const {
  if (tokens.empty()) return 0;
  std::string first = lower(tokens.front().text);
  auto found = offices_.find(first);
  if (found == offices_.end() && first.size() > 3 && first.back() == 's') {
    first.pop_back();
    found = offices_.find(first);
  }
  return found == offices_.end() ? 0 : longest(found->second, tokens, equal_folded);
}

std::uint32_t Lexicon::honorific_length(std::span<const Token> tokens) const {
  if (tokens.empty()) return 0;
  const auto found = honorifics_.find(lower(tokens.front().text));
  return found == honorifics_.end() ? 0 : longest(found->second, tokens, equal_folded);
}

const HeadNoun* Lexicon::head_noun(std::string_view noun) const {
  const auto found = heads_.find(std::string(noun));
  return found == heads_.end() ? nullptr : &found->second;
}

std::optional<char> Lexicon::given_name(std::string_view word) const {
  const auto found = given_names_.find(std::string(word));
  if (found == given_names_.end()) return std::nullopt;
  return found->second;
}

}  // namespace entente::prose
