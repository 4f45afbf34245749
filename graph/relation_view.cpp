#include <entente/relation_view.hpp>

#include <algorithm>

namespace entente {

bool operator==(EvidenceView a, const std::vector<Evidence>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const QuoteView& in_a, const Evidence& in_b) { return in_a == view_of(in_b); });
}

std::strong_ordering operator<=>(EvidenceView a, EvidenceView b) {
  return std::lexicographical_compare_three_way(a.begin(), a.end(), b.begin(), b.end());
}

const Attributes& AttributesView::get() const {
  static const Attributes none;
  return all_ == nullptr ? none : *all_;
}

RelationView::operator Relation() const {
  return {subject,   predicate,         object,    polarity,   modality,          date,
          source,    std::string(role), condition, confidence, std::string(rule), {evidence.begin(), evidence.end()},
          attributes};
}

}  // namespace entente
