#include "prose/reading/shared_dates.hpp"

#include <optional>

namespace entente::prose {
namespace {

/// The day of the event or text that the statement is about.
std::optional<DateInterval> date_of_ends(const Passage& passage, const Statement& statement) {
  const Referent &subject = passage.referents[statement.subject], &object = passage.referents[statement.object];
  const bool provision = subject.type == EntityType::provision;
  switch (statement.predicate) {
    case Predicate::participates_in:
    case Predicate::party_to:
      return object.date;
    case Predicate::located_in:
      return subject.date;
    case Predicate::part_of:
      return provision ? object.date : std::nullopt;
    case Predicate::concerns:
    case Predicate::obligates:
      return provision && subject.text != none ? passage.referents[subject.text].date : std::nullopt;
    default:
      return std::nullopt;
  }
}

}  // namespace

void share_dates(Passage& passage) {
  for (Statement& statement : passage.statements) {
    if (!statement.date) statement.date = date_of_ends(passage, statement);
  }
}

}  // namespace entente::prose
