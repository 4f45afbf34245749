#include "prose/reading/verb_forms.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "prose/language/characters.hpp"
#include "prose/reading/tables.hpp"

namespace entente::prose {
namespace {

/// A past tense or participle that no rule gives; those of frequent verbs the lemmatiser knows.
struct Irregular {
  std::string_view form, verb;
  bool only_past = false;  ///< it is the past tense and nothing else
};
constexpr std::array<Irregular, 24> irregular = {{
    {"overran", "overrun", true},
    {"overrun", "overrun"},
    {"forbade", "forbid", true},
    {"forbidden", "forbid"},
    {"bound", "bind"},
    {"forewent", "forgo", true},
    {"forwent", "forgo", true},
    {"forgone", "forgo"},
    {"forswore", "forswear", true},
    {"forsworn", "forswear"},
    {"stricken", "strike"},
    {"struck", "strike"},
    {"withdrew", "withdraw", true},
    {"withdrawn", "withdraw"},
    {"undertook", "undertake", true},
    {"undertaken", "undertake"},
    {"foresaw", "foresee", true},
    {"foreseen", "foresee"},
    {"oversaw", "oversee", true},
    {"overseen", "oversee"},
    {"retook", "retake", true},
    {"retaken", "retake"},
    {"besought", "beseech", true},
    {"abode", "abide"},
}};

bool is_vowel(char letter) {
  return std::string_view("aeiou").find(letter) != std::string_view::npos;
}

/// "refer", "control", "ban": whether a consonant behind a single vowel ends the word.
bool may_double(const std::string& verb) {
  const std::size_t n = verb.size();
  if (n < 3) return false;
  const char last = verb[n - 1];
  return !is_vowel(last) && last != 'w' && last != 'x' && last != 'y' && is_vowel(verb[n - 2]);
}

}  // namespace

const VerbForms& VerbForms::builtin() {
  static const VerbForms forms;
  return forms;
}

VerbForms::VerbForms() {
  for (std::string_view name : {"predicates", "attitudes"}) {
    const Table table(embedded_table(name));
    for (const Table::Row& row : table.rows()) {
      if (row["part"] != "verb") continue;
      for (std::string_view words : row.list("words")) add(std::string(words.substr(0, words.find(' '))));
    }
  }
  for (const Irregular& it : irregular) add(Xpos::VBD, std::string(it.form), std::string(it.verb));
}

void VerbForms::add(const std::string& verb) {
  if (verb.size() < 3 || verb.find('-') != std::string::npos) return;
  const bool silent = verb.back() == 'e';
  const bool y = verb.back() == 'y' && !is_vowel(verb[verb.size() - 2]);
  const std::string stem = silent || y ? verb.substr(0, verb.size() - 1) : verb;
  add(Xpos::VBD, y ? stem + "ied" : stem + "ed", verb);
  add(Xpos::VBG, y ? verb + "ing" : stem + "ing", verb);
  if (may_double(verb)) {
    add(Xpos::VBD, verb + verb.back() + "ed", verb);
    add(Xpos::VBG, verb + verb.back() + "ing", verb);
  }
  const bool hisses = verb.ends_with("s") || verb.ends_with("sh") || verb.ends_with("ch") || verb.ends_with("x");
  add(Xpos::VBZ, y ? stem + "ies" : hisses ? verb + "es" : verb + "s", verb);
}

void VerbForms::add(Xpos xpos, std::string form, const std::string& verb) {
  auto& forms = xpos == Xpos::VBD ? past_ : xpos == Xpos::VBG ? gerunds_ : present_;
  forms.try_emplace(std::move(form), verb);
}

bool VerbForms::is_only_past(std::string_view form) {
  return std::ranges::any_of(irregular, [&](const Irregular& it) { return it.only_past && it.form == form; });
}

std::string_view VerbForms::base(std::string_view form, Xpos xpos) const {
  const auto* forms = xpos == Xpos::VBD || xpos == Xpos::VBN ? &past_
                      : xpos == Xpos::VBG                    ? &gerunds_
                      : xpos == Xpos::VBZ                    ? &present_
                                                             : nullptr;
  if (forms == nullptr) return {};
  const auto found = forms->find(lower(form));
  return found == forms->end() ? std::string_view() : std::string_view(found->second);
}

}  // namespace entente::prose
