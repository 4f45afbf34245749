#include "step_weights.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace entente {

namespace {

constexpr double days_in_a_year = 365.25;

std::size_t document_count(const RelationView& relation) {
  std::vector<DocumentId> documents;
  for (const QuoteView& evidence : relation.evidence)
    if (evidence.document) documents.push_back(*evidence.document);
  std::sort(documents.begin(), documents.end());
  return static_cast<std::size_t>(std::unique(documents.begin(), documents.end()) - documents.begin());
}

/// The last day of the relation, or the first if it is still open.
long known_day(const DateInterval& date) {
  return date.to() ? date.last_day_number() : date.first_day_number();
}

}  // namespace

std::uint64_t StepWeights::in_units(double cost) {
  return static_cast<std::uint64_t>(std::llround(cost * billion));
}

StepWeights::StepWeights(const GraphView& view, StepCost by) : view_(view), by_(by) {
  if (by != StepCost::recency) return;
  long first = std::numeric_limits<long>::max();
  long last = std::numeric_limits<long>::min();
  for (const RelationId id : view.relations()) {
    const auto& date = view.graph().relation(id).date;
    if (!date) continue;
    first = std::min(first, known_day(*date));
    last = std::max(last, known_day(*date));
  }
  if (first > last) return;
  first_day_ = first;
  last_day_ = last;
}

std::uint64_t StepWeights::operator()(RelationId id) const {
  const RelationView relation = view_.graph().relation(id);
  switch (by_) {
    case StepCost::confidence:
      return relation.confidence > 0.0 ? in_units(-std::log(std::min(relation.confidence, 1.0))) : closed;
    case StepCost::documents: {
      const std::size_t documents = document_count(relation);
      return in_units(documents == 0 ? 2.0 : 1.0 / static_cast<double>(documents));
    }
    case StepCost::recency:
      return by_age(relation);
    case StepCost::hops:
      break;
  }
  return 1;
}

std::uint64_t StepWeights::by_age(const RelationView& relation) const {
  const bool lasts = relation.date && !relation.date->to();
  const long day = lasts ? last_day_ : relation.date ? relation.date->last_day_number() : first_day_;
  return in_units(1.0 + static_cast<double>(last_day_ - day) / days_in_a_year);
}

}  // namespace entente
