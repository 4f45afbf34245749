#include "prose/reading/verb_forms.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "prose/reading/tables.hpp"

namespace entente::prose {
namespace {

/// Past tenses and participles that no rule gives; those of frequent verbs the lemmatiser knows.
constexpr std::array<std::pair<std::string_view, std::string_view>, 24> irregular = {{
    {"overran", "overrun"},   {"overrun", "overrun"},    {"forbade", "forbid"},      {"forbidden", "forbid"},
    {"bound", "bind"},        {"forewent", "forgo"},     {"forwent", "forgo"},       {"forgone", "forgo"},
    {"forswore", "forswear"}, {"forsworn", "forswear"},  {"stricken", "strike"},     {"struck", "strike"},
    {"withdrew", "withdraw"}, {"withdrawn", "withdraw"}, {"undertook", "undertake"}, {"undertaken", "undertake"},
    {"foresaw", "foresee"},   {"foreseen", "foresee"},   {"oversaw", "oversee"},     {"overseen", "oversee"},
    {"retook", "retake"},     {"retaken", "retake"},     {"besought", "beseech"},    {"abode", "abide"},
}};

constexpr std::array<std::string_view, 11> only_past = {"besought", "foresaw",   "forbade", "forewent",
                                                        "forswore", "forwent",   "overran", "oversaw",
                                                        "retook",   "undertook", "withdrew"};

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
  for (const auto& [form, verb] : irregular) add(Xpos::VBD, std::string(form), std::string(verb));
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
  return std::ranges::find(only_past, form) != only_past.end();
}

std::string_view VerbForms::base(std::string_view form, Xpos xpos) const {
  const auto* forms = xpos == Xpos::VBD || xpos == Xpos::VBN ? &past_
                      : xpos == Xpos::VBG                    ? &gerunds_
                      : xpos == Xpos::VBZ                    ? &present_
                                                             : nullptr;
  if (forms == nullptr) return {};
  const auto found = forms->find(std::string(form));
  return found == forms->end() ? std::string_view() : std::string_view(found->second);
}

}  // namespace entente::prose
