#include "prose/reading/conditions.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <vector>

#include "prose/language/characters.hpp"
#include "prose/reading/attitudes.hpp"

namespace entente::prose {
namespace {

class ConditionReader {
 public:
  ConditionReader(Passage& passage, const Tree& tree, const Roles& roles)
      : passage_(passage), tree_(tree), roles_(roles) {
    for (std::uint32_t i = 0; i < passage.statements.size(); ++i) by_word_.emplace(passage.statements[i].word, i);
  }

  void run() {
    for (Statement& statement : passage_.statements) {
      if (statement.word != none && may_depend(statement)) read(statement);
    }
  }

 private:
  /// Facts depend on nothing; threats on what would carry them out.
  [[nodiscard]] static bool may_depend(const Statement& statement) {
    if (statement.predicate == Predicate::holds_office) return false;
    return statement.modality != Modality::actual || statement.predicate == Predicate::threatens;
  }

  void read(Statement& statement) {
    for (std::uint32_t at = statement.word; at != none && goes_with(at); at = tree_.head(at)) {
      for (const std::uint32_t c : tree_.children(at)) {
        if (is_condition(c)) return depend_on_clause(statement, c);
        if (const std::uint32_t event = supposed_event(c); event != none) {
          if (event != statement.subject && event != statement.object) statement.condition = event;
          return;
        }
      }
      if (is_condition(at)) return;  // it stands in a condition itself
    }
  }

  /// Whether what holds of the clause above the word holds of the word.
  [[nodiscard]] bool goes_with(std::uint32_t at) const { return passage_.words[at].relation != Deprel::acl_relcl; }

  [[nodiscard]] bool is_condition(std::uint32_t clause) const {
    static constexpr std::array<std::string_view, 5> markers = {"if", "unless", "once", "provided", "until"};
    if (passage_.words[clause].relation != Deprel::advcl) return false;
    for (const std::uint32_t c : tree_.children(clause)) {
      const Word& it = passage_.words[c];
      if (it.relation == Deprel::mark && is_one_of(it.lemma, markers)) return true;
    }
    return false;
  }

  void depend_on_clause(Statement& statement, std::uint32_t clause) {
    const Tree::Phrase words = tree_.subtree(clause);
    if (statement.word >= words.first && statement.word < words.last) return;
    std::uint32_t event = none;
    for (std::uint32_t w = words.first; w < words.last; ++w) {
      if (const auto said = by_word_.find(w); said != by_word_.end()) {
        statement.condition_statement = said->second;
        return;
      }
      const std::uint32_t r = passage_.words[w].referent;
      if (event == none && r != none && passage_.referents[r].type == EntityType::event) event = r;
    }
    if (event != statement.subject && event != statement.object) statement.condition = event;
  }

  /// "in the event of an invasion": the event, or `none`.
  [[nodiscard]] std::uint32_t supposed_event(std::uint32_t w) const {
    if (!is_supposition(tree_, w)) return none;
    for (const std::uint32_t of : roles_.with_preposition(w, "of")) {
      const std::uint32_t r = passage_.words[of].referent;
      if (r != none && passage_.referents[r].type == EntityType::event) return r;
    }
    return none;
  }

  Passage& passage_;
  const Tree& tree_;
  const Roles& roles_;
  std::multimap<std::uint32_t, std::uint32_t> by_word_;  // statements by the word that says them
};

}  // namespace

void find_conditions(Passage& passage, const Tree& tree, const Roles& roles) {
  ConditionReader(passage, tree, roles).run();
}

}  // namespace entente::prose
