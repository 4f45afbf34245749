#include "prose/reading/identities.hpp"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "prose/language/characters.hpp"
#include "prose/reading/joined_referents.hpp"

namespace entente::prose {
namespace {

class Identities {
 public:
  Identities(Passage& passage, const Lexicon& lexicon) : passage_(passage), lexicon_(lexicon) {}

  void run() {
    for (std::uint32_t n = 0; n < passage_.names.size(); ++n) {
      if (needs_full_name(passage_.names[n])) continue;
      resolve(n);
    }
    for (std::uint32_t n = 0; n < passage_.names.size(); ++n) {
      if (passage_.names[n].referent == none) resolve(n);
    }
    define_acronyms();
    join_short_forms();
    for (Name& name : passage_.names) name.referent = joined_.referent(name.referent);
    for (Word& word : passage_.words) {
      if (word.name != none) word.referent = passage_.names[word.name].referent;
    }
    add_mentions();
  }

 private:
  /// Surnames alone are resolved when all full names are known.
  [[nodiscard]] static bool needs_full_name(const Name& name) {
    return name.type == EntityType::person && name.entry == none && name.last - name.first == 1;
  }

  void resolve(std::uint32_t n) {
    Name& name = passage_.names[n];
    if (name.type == EntityType::provision && name.entry == none) return;  // needs the text that it belongs to
    if (name.form == NameForm::people) {
      name.referent = referent_of_people(name);
    } else if (name.entry != none) {
      name.referent = referent_of_entry(name.entry);
      note_kind(name);
    } else if (name.type == EntityType::person) {
      name.referent = referent_of_person(name);
    } else {
      name.referent = referent_called(name);
      if (name.referent == none) name.referent = referent_of_pattern(name);
      note_kind(name);
    }
  }

  /// Remembers under which noun a longer name may be taken up: "the Strip", "the Court" of the International Court of …
  void note_kind(const Name& name) {
    const std::uint32_t first = passage_.tokens[name.first].text == "the" ? name.first + 1 : name.first;
    if (name.last - first < 2 || name.within != none || passage_.referents[name.referent].type == EntityType::person)
      return;
    std::uint32_t kind = first;
    while (kind + 1 < name.last && passage_.tokens[kind + 1].text != "of") ++kind;
    const std::string noun = lower(passage_.tokens[kind].text);
    if (lexicon_.head_noun(noun) != nullptr) by_kind_.insert_or_assign(noun, name.referent);
  }

  /// "the Strip", "the Court": the last name before that is of this kind, or `none`.
  [[nodiscard]] std::uint32_t referent_called(const Name& name) const {
    const std::string noun = lower(without_article(name.canonical));
    if (noun.find(' ') != std::string::npos) return none;
    const auto called = by_kind_.find(noun);
    if (called == by_kind_.end()) return none;
    return passage_.referents[called->second].type == name.type ? called->second : none;
  }

  std::uint32_t add(EntityType type, std::string name) {
    Referent referent;
    referent.type = type;
    referent.name = std::move(name);
    referent.named = true;
    passage_.referents.push_back(std::move(referent));
    return static_cast<std::uint32_t>(passage_.referents.size() - 1);
  }

  std::uint32_t referent_of_entry(std::uint32_t entry) {
    const auto known = by_entry_.find(entry);
    if (known != by_entry_.end()) return known->second;
    const LexiconEntry& knowledge = lexicon_.entry(entry);
    const std::uint32_t referent = add(knowledge.type, knowledge.name);
    Referent& made = passage_.referents[referent];
    made.entry = entry;
    made.identifiers = knowledge.identifiers;
    made.gender = knowledge.gender;
    by_entry_[entry] = referent;
    if (knowledge.type == EntityType::person) remember_surname(knowledge.name, referent);
    return referent;
  }

  /// "Armenians", "Bosnian Serbs": a people, not its state.
  std::uint32_t referent_of_people(const Name& name) {
    const std::string text(passage_.slice(passage_.bytes_of_tokens(name.first, name.last)));
    const auto [known, added] = by_text_.try_emplace("people " + text, none);
    if (added) {
      known->second = add(EntityType::bloc, text);
      passage_.referents[known->second].plural = true;
    }
    return known->second;
  }

  std::uint32_t referent_of_person(const Name& name) {
    const std::string full = name.canonical;
    if (name.last - name.first == 1) {
      const auto known = by_surname_.find(full);
      if (known != by_surname_.end()) return known->second;
    }
    const auto [known, added] = by_text_.try_emplace("person " + full, none);
    if (added) {
      known->second = add(EntityType::person, full);
      const std::string first(passage_.tokens[name.first].text);
      passage_.referents[known->second].gender = lexicon_.given_name(first).value_or('u');
      if (name.last - name.first > 1) remember_surname(full, known->second);
    }
    return known->second;
  }

  void remember_surname(std::string_view full, std::uint32_t referent) {
    const std::size_t space = full.rfind(' ');
    by_surname_.try_emplace(std::string(full.substr(space == std::string_view::npos ? 0 : space + 1)), referent);
    by_surname_.try_emplace(std::string(full.substr(0, full.find(' '))), referent);  // "Kim Jong Un", "Abiy Ahmed"
  }

  std::uint32_t referent_of_pattern(const Name& name) {
    const std::string key = fold(name.canonical);
    const auto [known, added] = by_text_.try_emplace(key, none);
    if (added) {
      known->second = add(name.type, std::string(without_article(name.canonical)));
      passage_.referents[known->second].head = lower(passage_.tokens[name.last - 1].text);
    }
    return known->second;
  }

  static std::string_view without_article(std::string_view name) {
    for (std::string_view article : {"The ", "the "}) {
      if (name.starts_with(article)) return name.substr(article.size());
    }
    return name;
  }

  static std::string fold(std::string_view name) {
    std::string folded = lower(without_article(name));
    std::erase(folded, '-');
    std::erase(folded, ' ');
    for (std::string_view ending : {"s"}) {
      if (folded.size() > 6 && folded.ends_with(ending)) folded.pop_back();
    }
    return folded;
  }

  /// "Memorandum of Understanding" where only one text has these words in its full name.
  void join_short_forms() {
    std::vector<std::uint32_t> texts;
    for (std::uint32_t r = 0; r < passage_.referents.size(); ++r) {
      if (passage_.referents[r].named && passage_.referents[r].type == EntityType::agreement) texts.push_back(r);
    }
    std::unordered_map<std::string, std::vector<std::uint32_t>> texts_with;  // by word of their name
    for (const std::uint32_t r : texts) {
      for (const std::string_view word : parts_between(passage_.referents[r].name)) {
        std::vector<std::uint32_t>& with = texts_with[lower(word)];
        if (with.empty() || with.back() != r) with.push_back(r);
      }
    }
    for (const std::uint32_t r : texts) {
      const Referent& brief = passage_.referents[r];
      if (brief.entry != none) continue;
      const std::vector<std::string_view> words = parts_between(brief.name);
      if (words.empty() || lexicon_.head_noun(lower(words.front())) == nullptr) continue;
      const std::vector<std::uint32_t>* candidates = nullptr;  // those with the rarest word
      for (const std::string_view word : words) {
        const std::vector<std::uint32_t>& with = texts_with.at(lower(word));
        if (candidates == nullptr || with.size() < candidates->size()) candidates = &with;
      }
      if (const std::uint32_t full = only_longer_form(r, *candidates); full != none) join(r, full);
    }
  }

  /// The only one of the candidates in whose name the words of the text's name stand together, or `none`.
  [[nodiscard]] std::uint32_t only_longer_form(std::uint32_t text, const std::vector<std::uint32_t>& candidates) const {
    const std::string brief = ' ' + lower(passage_.referents[text].name) + ' ';
    std::uint32_t full = none;
    for (const std::uint32_t c : candidates) {
      const Referent& other = passage_.referents[c];
      if (c == text || !other.named || other.name.size() + 2 <= brief.size()) continue;
      if ((' ' + lower(other.name) + ' ').find(brief) == std::string::npos) continue;
      if (full != none) return none;
      full = c;
    }
    return full;
  }

  /// "Organization for Security and Co-operation in Europe (OSCE)": the acronym in brackets is the same.
  void define_acronyms() {
    std::map<std::uint32_t, std::uint32_t> same;
    for (std::uint32_t n = 0; n + 1 < passage_.names.size(); ++n) {
      const Name& name = passage_.names[n];
      if (name.within != none || name.referent == none) continue;
      std::uint32_t k = n + 1;
      while (k < passage_.names.size() && passage_.names[k].within != none) ++k;
      while (k < passage_.names.size() && in_brackets_behind(name, passage_.names[k])) {
        const std::uint32_t brief = passage_.names[k].referent;
        if (brief != none && !is_of_a_part(n, brief)) same[brief] = name.referent;
        ++k;
      }
    }
    for (const auto& [short_form, full] : same) join(short_form, full);
  }

  /// "the Permanent Council of the Organization for … (OSCE)": the acronym is that of a part of the name.
  [[nodiscard]] bool is_of_a_part(std::uint32_t whole, std::uint32_t acronym) const {
    for (std::uint32_t k = whole + 1; k < passage_.names.size() && passage_.names[k].within != none; ++k) {
      if (passage_.names[k].within == whole && passage_.names[k].referent == acronym) return true;
    }
    return false;
  }

  [[nodiscard]] bool in_brackets_behind(const Name& name, const Name& other) const {
    if (name.type == EntityType::person) return false;  // "Jane Doe (ABC)" is of the party
    if (other.first <= name.last || passage_.tokens[name.last].text != "(" || other.first > name.last + 6) return false;
    for (std::uint32_t t = name.last + 1; t < other.first; ++t) {
      if (passage_.tokens[t].text == ")") return false;
    }
    const std::string_view last = passage_.tokens[other.last - 1].text;
    return other.type != EntityType::person && is_all_capitals(last) && last.size() <= 8 &&
           other.last - other.first == 1 && name.last - name.first >= 2;
  }

  void join(std::uint32_t from, std::uint32_t into) {
    from = joined_.referent(from);
    into = joined_.referent(into);
    if (from == into) return;
    joined_.join(from, into);
    Referent& target = passage_.referents[into];
    const Referent& source = passage_.referents[from];
    if (target.entry == none && source.entry != none) {
      target.entry = source.entry;
      target.identifiers = source.identifiers;
      target.type = source.type;
      target.aliases.push_back(target.name);
      target.name = source.name;
    } else {
      target.aliases.push_back(source.name);
    }
    passage_.referents[from].named = false;
  }

  void add_mentions() {
    for (const Name& name : passage_.names) {
      if (name.referent == none) continue;
      passage_.referents[name.referent].mentions.emplace_back(passage_.bytes_of_tokens(name.first, name.last), false);
    }
  }

  Passage& passage_;
  const Lexicon& lexicon_;
  std::map<std::uint32_t, std::uint32_t> by_entry_;
  std::map<std::string, std::uint32_t, std::less<>> by_text_, by_surname_;
  std::map<std::string, std::uint32_t> by_kind_;  ///< the last longer name by its noun
  JoinedReferents joined_;
};

}  // namespace

void resolve_names(Passage& passage, const Lexicon& lexicon) {
  Identities(passage, lexicon).run();
}

}  // namespace entente::prose
